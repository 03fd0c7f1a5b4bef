"""Data of other tools, in and out: values of JSON as they stand in a claim file."""

import json
import re
from typing import Final

from argmap.claimfile.entries import Block, Entry
from argmap.claimfile.tree import Items, Pairs, Scalar, Value
from argmap.findings import InvalidValueError
from argmap.model import Json

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,300})(?:\.[0-9]{1,300})?(?:[eE][-+]?[0-9]{1,3})?")
_DEEPEST: Final = 20  # of the 32 that a claim file may have
_WORDS: Final[dict[str, Json]] = {"true": True, "false": False, "null": None, "~": None, "": None}


def json_of(value: Value) -> Json:
    """Return a value as JSON has it; of a key that stands twice, the first counts.

    Without quotes `true`, `false`, `null` and numbers are what they are in JSON. All else is text.
    """
    if isinstance(value, Scalar):
        return _scalar_in(value)
    if isinstance(value, Items):
        return [json_of(item) for item in value.items]
    return fields_of_json(value)


def fields_of_json(pairs: Pairs) -> dict[str, Json]:
    """Return a mapping as an object of JSON."""
    found: dict[str, Json] = {}
    for name, value in pairs.pairs:
        if name.text not in found:
            found[name.text] = json_of(value)
    return found


def made_of(value: Json, level: int = 0) -> Scalar | Block:
    """Return a value of JSON as it stands in a claim file.

    Args:
        value: the value.
        level: how many lists and objects it stands in.

    Raises:
        InvalidValueError: for what JSON has not, such as an infinite number; and where lists
            and objects stand too deep in each other.
    """
    if level > _DEEPEST:
        message = f"data holds lists or objects more than {_DEEPEST} deep in each other"
        raise InvalidValueError(message)
    if isinstance(value, dict):
        fields = (Entry(made_of(inner, level + 1), _text(name)) for name, inner in value.items())
        return Block(tuple(fields), is_mapping=True)
    if isinstance(value, list):
        return Block(tuple(Entry(made_of(inner, level + 1)) for inner in value), is_mapping=False)
    return _text(value) if isinstance(value, str) else Scalar(_word(value))


def json_of_made(value: Scalar | Block) -> Json:
    """Return the value of JSON that `made_of` was given."""
    if isinstance(value, Scalar):
        return _scalar_in(value)
    if value.is_mapping:
        return {entry.name: json_of_made(entry.value) for entry in value.entries}
    return [json_of_made(entry.value) for entry in value.entries]


def _scalar_in(value: Scalar) -> Json:
    if value.style:
        return value.text
    if value.text in _WORDS:
        return _WORDS[value.text]
    if _NUMBER.fullmatch(value.text):
        number: int | float = json.loads(value.text)
        return number
    return value.text


def _text(text: str) -> Scalar:
    # In quotes, so that no text is taken for a number; the layout drops those that nothing needs.
    return Scalar(text, '"')


def _word(value: object) -> str:
    try:
        return json.dumps(value, allow_nan=False)
    except (TypeError, ValueError):
        message = f"data holds {value!r}, which JSON has not; remove it, or make it a text"
        raise InvalidValueError(message) from None
