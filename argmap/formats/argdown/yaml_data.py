"""What stands in braces or in the front matter: YAML as plain JSON values, bounded.

Scalars are typed as in the core schema of YAML 1.2: `yes` and dates are texts.
"""

import json
import re
from typing import Final

import yaml

from argmap.model import Json

_DEEPEST: Final = 60
_NUMBER: Final = re.compile(
    r"[-+]?(?:[0-9]{1,18}|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
)
_WORDS: Final[dict[str, Json]] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DataError(Exception):
    """Data cannot be read; the message says why."""


def read_data(text: str) -> Json:
    """Read YAML, of which JSON is a part.

    Raises:
        DataError: saying what is wrong.
    """
    try:
        return _plain(json.loads(text)) if text.startswith('{"') else _from_events(text)
    except (ValueError, RecursionError):
        return _from_events(text)


def _plain(value: Json) -> Json:
    json.dumps(value, allow_nan=False)
    return value


def _from_events(text: str) -> Json:
    """Build the value from events, so that neither depth nor aliases can blow it up."""
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        reason = getattr(error, "problem", None) or str(error)
        raise DataError(str(reason).splitlines()[0]) from None
    return builder.value


class _Builder:
    """Puts a value together from the events of a parser."""

    def __init__(self) -> None:
        self.value: Json = None
        self._open: list[list[Json] | dict[str, Json]] = []
        self._keys: list[str | None] = []

    def take(self, event: yaml.Event) -> None:
        """Take one event."""
        if isinstance(event, yaml.AliasEvent):
            message = "aliases are not read"
            raise DataError(message)
        if isinstance(event, yaml.ScalarEvent):
            self._put(_typed(event.value) if event.implicit[0] else event.value)
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(self._open) == _DEEPEST:
                message = f"it is deeper than {_DEEPEST} levels"
                raise DataError(message)
            value: list[Json] | dict[str, Json] = (
                {} if isinstance(event, yaml.MappingStartEvent) else []
            )
            self._put(value)
            self._open.append(value)
            self._keys.append(None)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()

    def _put(self, value: Json) -> None:
        if not self._open:
            self.value = value
        elif isinstance(holder := self._open[-1], list):
            holder.append(value)
        elif (key := self._keys[-1]) is None:
            self._keys[-1] = value if isinstance(value, str) else json.dumps(value)
        else:
            holder[key] = value
            self._keys[-1] = None


def _typed(text: str) -> Json:
    if text in _WORDS:
        return _WORDS[text]
    if _NUMBER.fullmatch(text) is None:
        return text
    try:
        return int(text)
    except ValueError:
        number = float(text)
        return number if number - number == 0 else text
