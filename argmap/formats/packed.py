"""The fields of a map as plain JSON, for the place that a format leaves to other tools.

A writer packs what its format has no words for. A reader unpacks it; what the format itself says
counts for more, so the fields that it has are not packed.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Any, Final, TypeAlias, TypeVar

from attrs import Attribute, fields, frozen

from argmap.findings import Finding, InvalidValueError, Severity
from argmap.formats.problems import damaged
from argmap.model import (
    ArgumentMap,
    Data,
    Extent,
    Json,
    Node,
    Passage,
    Relation,
    SetAside,
    Source,
    Waiver,
)
from argmap.text import Span

Value: TypeAlias = ArgumentMap | Node | Relation | Source | Passage | SetAside | Waiver
_Record = TypeVar("_Record", Passage, SetAside, Waiver)

_NEVER: Final = frozenset({"span", "spans", "nodes", "relations", "bibliographies"})


class _WrongError(Exception):
    """A value is not of the kind that its field takes."""


@frozen
class Unpacked:
    """What could be read of packed fields.

    Attributes:
        fields: the values by the names of fields.
        wrong: the names of those that could not be read.
    """

    fields: Mapping[str, Any]
    wrong: tuple[str, ...] = ()

    def findings(self, span: Span, subject: str) -> Iterable[Finding]:
        """Give a finding for each field that could not be read."""
        for name in self.wrong:
            yield damaged(
                span,
                f"'{name}', which argmap keeps with '{subject}', is not what it should be",
                "it was left out; write the file once more with argmap",
                subject=subject,
                severity=Severity.ERROR,
            )


def packed(value: Value, without: Collection[str] = (), own: str = "") -> dict[str, Json]:
    """Return the fields that a value has, as JSON.

    Args:
        value: what is packed; of a map its head, its sources and the sentences set aside.
        without: fields that the format has itself.
        own: the name of the format, whose `data` is not packed.
    """
    found: dict[str, Json] = {}
    for attribute in fields(type(value)):
        name = attribute.name
        if name in _NEVER or name in without or not attribute.init:
            continue
        made = getattr(value, name)
        if name == "data":
            made = {other: kept for other, kept in made.items() if other != own}
        if made != _default(attribute):
            found[name] = _json(made)
    if isinstance(value, Relation) and not value.is_named:
        found.pop("id", None)
    return found


def unpacked(kind: type[Value], given: Json, without: Collection[str] = ()) -> Unpacked:
    """Read packed fields; those that are wrong or unknown are left out.

    Args:
        kind: what they are of.
        given: what `packed` gave.
        without: fields that the format has itself.
    """
    read: dict[str, Any] = {}
    wrong: list[str] = []
    for attribute in fields(kind):
        name = attribute.name
        reader = _READERS.get(attribute.type)  # none for a stance, which says how to read the rest
        if reader is None or not isinstance(given, dict) or name not in given or name in without:
            continue
        try:
            read[name] = reader(given[name])
        except (_WrongError, InvalidValueError):
            wrong.append(name)
    return Unpacked(read, tuple(wrong))


def with_data(data: Data, own: str, kept: Mapping[str, Json]) -> dict[str, Json]:
    """Return data with what a format keeps, if it keeps anything."""
    return {**data, own: dict(kept)} if kept else dict(data)


def kept_by(data: Data, own: str) -> dict[str, Json]:
    """Return what a format keeps; nothing where it is not what that format wrote."""
    kept = data.get(own)
    return kept if isinstance(kept, dict) else {}


def text_in(fields_given: Mapping[str, Json] | Json, name: str) -> str:
    """Return a text of an object; an empty one where there is none, a number as it is written."""
    value = fields_given.get(name) if isinstance(fields_given, Mapping) else None
    if isinstance(value, bool) or value is None:
        return ""
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def object_in(fields_given: Mapping[str, Json] | Json, name: str) -> dict[str, Json]:
    """Return an object of an object; an empty one where there is none."""
    value = fields_given.get(name) if isinstance(fields_given, Mapping) else None
    return value if isinstance(value, dict) else {}


def list_in(fields_given: Mapping[str, Json] | Json, name: str) -> list[Json]:
    """Return a list of an object; an empty one where there is none."""
    value = fields_given.get(name) if isinstance(fields_given, Mapping) else None
    return value if isinstance(value, list) else []


def _default(attribute: "Attribute[Any]") -> object:
    if attribute.name == "data":
        return {}
    return attribute.default


def _json(value: object) -> Json:
    if isinstance(value, Extent):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_json(one) for one in value]
    if isinstance(value, Source | Passage | SetAside | Waiver):
        return packed(value)
    if isinstance(value, str | bool | int | float):
        return str(value) if isinstance(value, str) else value
    return dict(value) if isinstance(value, Mapping) else None


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise _WrongError
    return value


def _flag(value: Json) -> bool:
    if not isinstance(value, bool):
        raise _WrongError
    return value


def _degree(value: Json) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise _WrongError
    return value


def _texts(value: Json) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _WrongError
    return tuple(_text(one) for one in value)


def _date(value: Json) -> date:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        raise _WrongError from None


def _extent(value: Json) -> Extent:
    return Extent.parse(_text(value))


def _data(value: Json) -> Data:
    if not isinstance(value, dict):
        raise _WrongError
    return value


def _records(
    kind: type[_Record], needed: str, **more: str
) -> Callable[[Json], tuple[_Record, ...]]:
    def read(value: Json) -> tuple[_Record, ...]:
        if not isinstance(value, list):
            raise _WrongError
        return tuple(one(item) for item in value)

    def one(item: Json) -> _Record:
        found = unpacked(kind, item)
        if found.wrong or not found.fields.get(needed):
            raise _WrongError
        # A waiver needs a reason; where it is left out, it is empty.
        return kind(**{**more, **found.fields})

    return read


def _sources(value: Json) -> tuple[Source, ...]:
    """Read packed sources; those that are wrong are left out."""
    if not isinstance(value, list):
        raise _WrongError
    read = (unpacked(Source, one).fields for one in value)
    return tuple(Source(**one) for one in read if one.get("id"))


_READERS: Final[Mapping[object, Callable[[Json], object]]] = {
    str: _text,
    str | None: _text,
    bool: _flag,
    float | None: _degree,
    tuple[str, ...]: _texts,
    date | None: _date,
    Extent | None: _extent,
    Data: _data,
    tuple[Passage, ...]: _records(Passage, "source"),
    tuple[Waiver, ...]: _records(Waiver, "rule", reason=""),
    tuple[SetAside, ...]: _records(SetAside, "source"),
    tuple[Source, ...]: _sources,
}
"""How the values of fields are read, by the types of the fields."""
