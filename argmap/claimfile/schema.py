"""The JSON Schema of a claim file, by which editors complete and check keys."""

from collections.abc import Sequence
from typing import Final

from argmap.claimfile.keys import FILE, TABLES, Key, Kind, Table
from argmap.model import CLAIM_TYPES, EVIDENCE_TYPES, Stance

_Schema = dict[str, object]

# Editors resolve scalars before they validate: `page: 12` is a number to them, `text: no` a truth.
_SCALAR: Final = ("string", "number", "boolean")
_NAME: Final[_Schema] = {"type": [*_SCALAR], "minLength": 1}
_LINKED: Final[_Schema] = {"type": "array", "items": _NAME, "minItems": 1}
_NOTHING: Final[_Schema] = {"type": "null"}
_FILLED: Final = r"\S"
_TRUTH: Final = "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo])$"
_NUMBER: Final = r"^([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]{1,3})?$"
_DAY: Final = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_EXTENT: Final = r"^\s*[1-9][0-9]{0,8}(\s*[-\u2013]\s*[1-9][0-9]{0,8})?\s*$"

_SCALARS: Final[dict[Kind, tuple[tuple[str, ...], _Schema]]] = {
    Kind.TEXT: (_SCALAR, {}),
    Kind.REASON: (("string", "number"), {"pattern": _FILLED}),
    Kind.FLAG: (("boolean", "string"), {"pattern": _TRUTH}),
    Kind.DEGREE: (("number", "string"), {"minimum": 0, "maximum": 1, "pattern": _NUMBER}),
    Kind.DATE: (("string",), {"pattern": _DAY, "format": "date"}),
    Kind.EXTENT: (("integer", "string"), {"minimum": 1, "pattern": _EXTENT}),
    Kind.NAME: (_SCALAR, {"minLength": 1}),
    Kind.DATA: (("object",), {}),
}
"""The types of what has no keys of ours in it, and what more is known of it."""


def schema(
    claim_types: Sequence[str] = CLAIM_TYPES, evidence_types: Sequence[str] = EVIDENCE_TYPES
) -> dict[str, object]:
    """Return the JSON Schema (2020-12) of a claim file.

    It knows the same keys as the reader. What it cannot tell apart is left to `argmap check`:
    ids that do not exist, a range whose larger number comes first, a reason that says `yes`.

    Args:
        claim_types: the types that claims may have.
        evidence_types: the types that evidence may have.
    """
    types = {"claim": tuple(claim_types), "evidence": tuple(evidence_types)}
    definitions = {
        _slug(table.name): _table(table, types.get(table.name, ())) for table in _below(FILE)
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "argmap claim file",
        "description": "Claims, evidence and sources of an argument map.",
        **_table(FILE, ()),
        "type": ["object", "null"],
        "$defs": definitions,
    }


def _below(table: Table) -> tuple[Table, ...]:
    """Return the tables of what may stand in a mapping, each once, in the order of all tables."""
    names, waiting = set[str](), [table]
    while waiting:
        more = {key.table for key in waiting.pop().keys if key.table} - names
        names |= more
        waiting.extend(TABLES[name] for name in more)
    return tuple(one for one in TABLES.values() if one.name in names)


def _table(table: Table, types: tuple[str, ...]) -> _Schema:
    made: _Schema = {
        "title": table.name,
        "type": "object",
        "properties": {key.name: _key(key, types) for key in table.keys},
        "additionalProperties": False,
    }
    if table.required:
        made["required"] = [key.name for key in table.required]
    return made


def _key(key: Key, types: tuple[str, ...]) -> _Schema:
    return {"title": key.name, "description": key.about, **_values(key, types)}


def _values(key: Key, types: tuple[str, ...]) -> _Schema:
    """Return what may stand behind a key; nothing may where it is not required."""
    if key.kind in _SCALARS:
        return _scalar(key)
    if key.kind in {Kind.TYPE, Kind.STANCE}:
        return {"enum": [*types, None] if key.kind is Kind.TYPE else [one.value for one in Stance]}
    if key.kind is Kind.NODES:
        return _nodes(key)
    if key.kind is Kind.NAMES:
        return _any_of(_NAME, _LINKED)
    if key.kind is Kind.FIELDS:
        return _any_of(_reference(key), _NOTHING)
    item, alone = _item(key)
    return _any_of(*alone, _list_of(item), _NOTHING)


def _scalar(key: Key) -> _Schema:
    kinds, more = _SCALARS[key.kind]
    if not key.required:
        return {"type": [*kinds, "null"], **more}
    if key.kind is Kind.TEXT:
        return {"type": [*kinds], "pattern": _FILLED}
    return {"type": [*kinds], **more}


def _item(key: Key) -> tuple[_Schema, tuple[_Schema, ...]]:
    """Return what an item of a list may be, and what may stand alone instead of a list."""
    if key.kind is Kind.WORDS:
        return _NAME, (_NAME,)
    if key.kind is Kind.RECORDS:
        return _reference(key), (_reference(key),)
    linked = (_LINKED,) if key.kind is Kind.PREMISES else ()
    return _any_of(_NAME, *linked, _reference(key)), (_NAME, _reference(key))


def _nodes(key: Key) -> _Schema:
    value = _reference(key)
    if key.table == "source":
        value = _any_of(_NAME, value)
    nodes: _Schema = {
        "type": ["object", "null"],
        "propertyNames": {"minLength": 1},
        "additionalProperties": value,
    }
    if not key.suffixes:
        return nodes
    path: _Schema = {"type": "string", "pattern": _ending_in(key.suffixes)}
    return _any_of(nodes, path, _list_of(path))


def _ending_in(suffixes: Sequence[str]) -> str:
    """Return the pattern of texts that end in one of some suffixes, in any case."""
    endings = (
        "".join(f"[{sign.upper()}{sign}]" if sign.isalpha() else f"\\{sign}" for sign in suffix)
        for suffix in suffixes
    )
    return f"({'|'.join(endings)})$"


def _reference(key: Key) -> _Schema:
    return {"$ref": f"#/$defs/{_slug(key.table)}"}


def _list_of(item: _Schema) -> _Schema:
    return {"type": "array", "items": item}


def _any_of(*choices: _Schema) -> _Schema:
    return {"anyOf": [*choices]}


def _slug(name: str) -> str:
    return name.replace(" ", "-")
