"""CSV out: a table of nodes, and those beside it."""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from attrs import fields

from argmap.formats.format import Loss, Written
from argmap.formats.losses import losses
from argmap.formats.packed import kept_by, packed
from argmap.model import ArgumentMap, Claim, Json, Node, Relation, Source

OWN: Final = "csv"
RELATIONS: Final = ".relations.csv"
SOURCES: Final = ".sources.csv"
NODE_COLUMNS: Final = (
    "id",
    "kind",
    "text",
    "type",
    "main",
    "section",
    "assumed",
    "withdrawn",
    "confidence",
    "recheck_by",
    "tags",
    "note",
    "aliases",
    "passages",
    "waivers",
    "data",
)
RELATION_COLUMNS: Final = (
    "id",
    "stance",
    "premises",
    "target",
    "scheme",
    "because",
    "strength",
    "data",
)
SOURCE_COLUMNS: Final = (
    "id",
    "title",
    "author",
    "publisher",
    "date",
    "url",
    "doi",
    "isbn",
    "file",
    "sha256",
    "type",
    "language",
    "retracted",
    "data",
)
_ALWAYS: Final = frozenset({"id", "kind", "text", "stance", "premises", "target", "title"})
LISTS: Final = frozenset({"tags", "aliases", "premises"})
IN_JSON: Final = frozenset({"passages", "waivers", "data"})
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")

Row: TypeAlias = dict[str, str]


def write(argument_map: ArgumentMap) -> Written:
    """Write a table of nodes, and beside it those of relations and sources, where there are any."""
    nodes = [{"kind": _kind(one), **_cells(one)} for one in argument_map.nodes]
    relations = [_cells(one) for one in argument_map.relations]
    sources = [_cells(one) for one in argument_map.sources]
    beside: dict[str, str] = {}
    if relations:
        beside[RELATIONS] = _table(relations, RELATION_COLUMNS)
    if sources:
        beside[SOURCES] = _table(sources, SOURCE_COLUMNS)
    keeps = {"claim.*", "evidence.*", "relation.*", "source.*", "passage.*", "linked premises"}
    keeps |= {"undercuts", "undercuts of undercuts", "restatements", "evidence"}
    empty = sum(_count_empty(one) for one in (*argument_map.nodes, *argument_map.relations))
    empty += sum(_count_empty(one) for one in argument_map.sources)
    more = [Loss("fields that are there but empty", empty)] if empty else []
    set_aside = argument_map.set_aside
    if set_aside:
        more.append(Loss("sentences set aside", len(set_aside)))
    found = (one for one in losses(argument_map, keeps, OWN) if one.what != "sentences set aside")
    lost = sorted((*found, *more), key=lambda loss: loss.what)
    return Written(_table(nodes, NODE_COLUMNS), tuple(lost), beside)


def _kind(node: Node) -> str:
    return "claim" if isinstance(node, Claim) else "evidence"


def _cells(value: Node | Relation | Source) -> Row:
    """Return the fields of a value as cells."""
    given = packed(value, (), OWN)
    if isinstance(value, Relation):
        given |= {"stance": value.stance.value, "premises": list(value.premises)}
        given["target"] = value.target
    cells = {name: _cell(name, one) for name, one in given.items() if one != ""}
    return {**_others(kept_by(value.data, OWN), cells), **cells}


def _others(kept: Mapping[str, Json], cells: Mapping[str, str]) -> Row:
    return {name: one for name, one in kept.items() if isinstance(one, str) and name not in cells}


def _cell(name: str, value: Json) -> str:
    if isinstance(value, bool):
        return "true"
    if name in LISTS and isinstance(value, list):
        return _joined([str(one) for one in value])
    if name in IN_JSON:
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _joined(items: Sequence[str]) -> str:
    """Return items as one cell: with `; ` between them, or in JSON where that would not do."""
    text = "; ".join(items)
    return text if items_of(text) == [*items] else json.dumps(items, ensure_ascii=False)


def items_of(cell: str) -> list[str]:
    """Return the items of a cell: of a list in JSON, or what stands between semicolons."""
    if cell.startswith("["):
        try:
            value = json.loads(cell)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return value
    return [one.strip() for one in cell.split(";")] if cell else []


def _safe(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _table(rows: Sequence[Row], columns: Sequence[str]) -> str:
    """Return rows as a table, with the columns that are always there and those that are filled."""
    filled = {name for row in rows for name, one in row.items() if one}
    shown = [name for name in columns if name in _ALWAYS or name in filled]
    shown += sorted(filled - {*columns})
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_safe(name) for name in shown])
    writer.writerows([_safe(row.get(name, "")) for name in shown] for row in rows)
    return out.getvalue()


def _count_empty(value: Node | Relation | Source) -> int:
    optional = (one.name for one in fields(type(value)) if one.default is None)
    return sum(getattr(value, name) == "" for name in optional)
