"""What a map has and Argdown has not, as the JSON that Argdown keeps as data, and back."""

import json
import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Final, TypeVar

from attrs import NOTHING, AttrsInstance, fields

from argmap.findings import ArgmapError
from argmap.model import (
    ArgumentMap,
    Claim,
    Evidence,
    Extent,
    Json,
    Passage,
    Relation,
    SetAside,
    Source,
    Waiver,
)

_Kept = TypeVar("_Kept", Claim, Evidence, Relation, Source, SetAside, Passage, Waiver, ArgumentMap)
_LONG_KEY: Final = re.compile(r'"[^"]{300,}":')
_NEVER: Final = frozenset({"span", "spans"})


class UnfitError(Exception):
    """Data do not fit what they are to be; the message says which."""


def kept(value: AttrsInstance, but: Collection[str] = ()) -> dict[str, Json]:
    """Return the fields of a value that are not as they would be anyway.

    Args:
        value: a part of a map.
        but: fields that are written elsewhere.
    """
    found: dict[str, Json] = {}
    for attribute in fields(type(value)):
        name = attribute.name
        if name in _NEVER or name in but or not attribute.init:
            continue
        one = getattr(value, name)
        if attribute.default is NOTHING or one != attribute.default:
            found[name] = _plain(one)
    return found


def restored(kind: type[_Kept], values: Mapping[str, Json], **known: object) -> _Kept:
    """Return the value that has these fields.

    Args:
        kind: its class.
        values: fields by their names, as `kept` gives them; others are left out.
        known: further fields.

    Raises:
        UnfitError: for a field that cannot be what it should.
    """
    made = fields_of(kind, values)
    try:
        return kind(**{**made, **known})  # type: ignore[arg-type] # each field is made by its maker
    except (ArgmapError, TypeError, ValueError) as error:
        raise UnfitError(str(error)) from None


def fields_of(kind: type[AttrsInstance], values: Mapping[str, Json]) -> dict[str, object]:
    """Return the fields of a class, from their JSON.

    Raises:
        UnfitError: for a field that cannot be what it should.
    """
    if not values:
        return {}
    names = {attribute.name for attribute in fields(kind) if attribute.init} - _NEVER
    given = {name: value for name, value in values.items() if name in names and value is not None}
    return {name: _made(name, value) for name, value in given.items()}


def held(data: Mapping[str, Json]) -> Json:
    """Return data of other formats as YAML can hold them: as a text where keys are too long."""
    text = json.dumps(data if isinstance(data, dict) else dict(data))
    return text if _LONG_KEY.search(text) else dict(data)


def _plain(value: object) -> Json:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return held(value)
    if isinstance(value, Passage | Waiver | Source | SetAside):
        return kept(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _made(name: str, value: Json) -> object:
    try:
        return _MAKERS.get(name, _text)(value)
    except (ArgmapError, ValueError, UnfitError) as error:
        message = f"'{name}': {error}"
        raise UnfitError(message) from None


def _text(value: Json) -> str:
    if not isinstance(value, str):
        message = "it is no text"
        raise UnfitError(message)
    return value


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(_text(one) for one in _items(value))


def _items(value: Json) -> list[Json]:
    if not isinstance(value, list):
        message = "it is no list"
        raise UnfitError(message)
    return value


def _data(value: Json) -> dict[str, Json]:
    try:
        return _mapping(json.loads(value) if isinstance(value, str) else value)
    except RecursionError:
        message = "it is nested too deeply"
        raise UnfitError(message) from None


def _mapping(value: Json) -> dict[str, Json]:
    if not isinstance(value, dict):
        message = "it has no fields"
        raise UnfitError(message)
    return value


def _number(value: Json) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        message = "it is no number"
        raise UnfitError(message)
    return value


def _extent(value: Json) -> Extent:
    return Extent.parse(_text(value))


def _day(value: Json) -> date:
    return date.fromisoformat(_text(value))


_MAKERS: Final[Mapping[str, Callable[[Json], object]]] = {
    "paragraph": _extent,
    "sentence": _extent,
    "line": _extent,
    "recheck_by": _day,
    "until": _day,
    "tags": _texts,
    "aliases": _texts,
    "premises": _texts,
    "main": bool,
    "confidence": _number,
    "strength": _number,
    "data": _data,
    "passages": lambda value: tuple(restored(Passage, _mapping(one)) for one in _items(value)),
    "waivers": lambda value: tuple(restored(Waiver, _mapping(one)) for one in _items(value)),
}
