"""What argmap alone knows of a map, in a field `argmap` that other tools hand on or drop."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypeVar

from attrs import fields

from argmap.findings import InvalidValueError
from argmap.model import (
    Extent,
    Json,
    Passage,
    SetAside,
    Source,
    Waiver,
)

SLOT: Final = "argmap"
"""The key under which it stands, in nodes and in the nodeset."""

_Owner = TypeVar("_Owner", Source, Passage, SetAside, Waiver)

_NO_FIELDS: Final = frozenset({"id", "kind", "ends", "stance", "data"})
_NEVER: Final = frozenset({"span", "spans", "bibliographies", "nodes", "relations"})


def unpacked(
    value: Json, owner: type, without: Collection[str] = ()
) -> tuple[dict[str, object], list[str]]:
    """Return the fields that a slot gives to a class, and the names of those that are unfit.

    Args:
        value: what stands in the slot.
        owner: the class whose fields are asked for.
        without: names of fields that are not taken from a slot.
    """
    found: dict[str, object] = {}
    unfit: list[str] = []
    if not isinstance(value, dict):
        return found, ["its value"]
    known = {attribute.name for attribute in fields(owner)} - _NEVER - set(without)
    for name, one in value.items():
        if name in known:
            try:
                found[name] = _READ.get(name, _text)(one)
            except (InvalidValueError, ValueError, TypeError):
                unfit.append(f"'{name}'")
        elif name not in _NO_FIELDS:
            unfit.append(f"'{name}'")
    return found, unfit


def _text(value: Json) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise TypeError


def _number(value: Json) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    if not 0 <= value <= 1:
        raise ValueError
    return value


def _flag(value: Json) -> bool:
    if isinstance(value, bool):
        return value
    raise TypeError


def _items(value: Json) -> Iterable[Json]:
    if isinstance(value, list):
        return value
    raise TypeError


def _texts(value: Json) -> tuple[str, ...]:
    texts = tuple(_items(value))
    if not all(isinstance(one, str) for one in texts):
        raise TypeError
    return tuple(str(one) for one in texts)


def _extent(value: Json) -> Extent:
    if isinstance(value, str):
        return Extent.parse(value)
    raise TypeError


def _day(value: Json) -> date:
    if isinstance(value, str):
        return date.fromisoformat(value)
    raise TypeError


def _data(value: Json) -> Mapping[str, Json]:
    if isinstance(value, dict):
        return MappingProxyType(value)
    raise TypeError


def _several(owner: type[_Owner]) -> Callable[[Json], tuple[_Owner, ...]]:
    def read(value: Json) -> tuple[_Owner, ...]:
        found = []
        for one in _items(value):
            given, unfit = unpacked(one, owner)
            if unfit:
                raise ValueError
            found.append(owner(**given))  # type: ignore[arg-type] # the names are those of its fields
        return tuple(found)

    return read


_READ: Final[Mapping[str, Callable[[Json], object]]] = MappingProxyType(
    {
        "main": _flag,
        "confidence": _number,
        "strength": _number,
        "tags": _texts,
        "aliases": _texts,
        "recheck_by": _day,
        "until": _day,
        "paragraph": _extent,
        "sentence": _extent,
        "line": _extent,
        "passages": _several(Passage),
        "waivers": _several(Waiver),
        "sources": _several(Source),
        "set_aside": _several(SetAside),
        "data": _data,
    }
)
"""How fields are read that are no texts."""
