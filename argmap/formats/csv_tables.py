"""Tables in CSV: one of nodes, one of relations beside it, and one of sources.

It follows RFC 4180, and CSVW where that says how a list stands in a cell. `city.csv` has the nodes,
`city.relations.csv` the relations, `city.sources.csv` the sources; the last two may be missing.
Columns stand in any order, and of the nodes only `text` is needed. Other columns are kept as data.
Commas, semicolons or tabs part the cells; what is written has commas, and CRLF at the end of lines.

==========================  ==========================================================
column                      in a map
==========================  ==========================================================
nodes: kind                 `claim`, or `evidence`; a claim where it is empty
nodes: id, text, type,      the fields of the same names; `main` is `true` or empty,
main, section, ...          degrees go from 0 to 1
relations: stance,          a relation; also by words such as `attack` or `con`
premises, target, ...
sources: id, title, ...     a source
tags, aliases, premises     several with `; ` between them, or a list in JSON
passages, waivers, data     JSON
==========================  ==========================================================

An empty cell is a field that is absent. Lost are title, language, description, note and data of the
map, sentences set aside, and fields that are there but empty.

A spreadsheet takes what begins with `=`, `+`, `-` or `@` for a formula, and may run it. Such texts
are written with an apostrophe before them, as OWASP advises, and read without it.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from attrs import define, field, fields, frozen

from argmap.findings import Finding, Severity
from argmap.formats.format import Beside, Loss, Written, nothing_beside
from argmap.formats.ids import Ids, slug
from argmap.formats.losses import losses
from argmap.formats.packed import kept_by, packed, unpacked, with_data
from argmap.formats.problems import damaged, invalid_file, shortened
from argmap.graph import STANCES
from argmap.model import ArgumentMap, Claim, Evidence, Json, Node, Relation, Source, Stance
from argmap.text import Span, TextFile

_OWN: Final = "csv"
_RELATIONS: Final = ".relations.csv"
_SOURCES: Final = ".sources.csv"
_NODE_COLUMNS: Final = (
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
_RELATION_COLUMNS: Final = (
    "id",
    "stance",
    "premises",
    "target",
    "scheme",
    "because",
    "strength",
    "data",
)
_SOURCE_COLUMNS: Final = (
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
_LISTS: Final = frozenset({"tags", "aliases", "premises"})
_IN_JSON: Final = frozenset({"passages", "waivers", "data"})
_DEGREES: Final = frozenset({"confidence", "strength"})
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_QUOTED_FORMULA: Final = re.compile(r"'+[=+\-@\t\r]")
_KINDS: Final = frozenset({"", "claim", "evidence"})
_YES: Final = frozenset({"true", "1", "yes", "x"})
_LEFT_OUT: Final = "the row was left out; fill the cell"

_Row: TypeAlias = dict[str, str]


def read(
    file: TextFile, beside: Beside = nothing_beside
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read a table of nodes, and the tables that lie beside it."""
    reading = _Reading()
    nodes = reading.nodes(reading.table(file, "text", _NODE_COLUMNS))
    relations = beside(_beside(file.path, _RELATIONS))
    sources = beside(_beside(file.path, _SOURCES))
    argument_map = ArgumentMap(
        nodes=nodes,
        relations=reading.relations(reading.table(relations, "target", _RELATION_COLUMNS)),
        sources=reading.sources(reading.table(sources, "id", _SOURCE_COLUMNS)),
        span=file.span(0),
    )
    return argument_map, tuple(reading.findings)


def write(argument_map: ArgumentMap) -> Written:
    """Write a table of nodes, and beside it those of relations and sources, where there are any."""
    nodes = [{"kind": _kind(one), **_cells(one)} for one in argument_map.nodes]
    relations = [_cells(one) for one in argument_map.relations]
    sources = [_cells(one) for one in argument_map.sources]
    beside: dict[str, str] = {}
    if relations:
        beside[_RELATIONS] = _table(relations, _RELATION_COLUMNS)
    if sources:
        beside[_SOURCES] = _table(sources, _SOURCE_COLUMNS)
    keeps = {"claim.*", "evidence.*", "relation.*", "source.*", "passage.*", "linked premises"}
    keeps |= {"undercuts", "undercuts of undercuts", "restatements", "evidence"}
    empty = sum(_count_empty(one) for one in (*argument_map.nodes, *argument_map.relations))
    empty += sum(_count_empty(one) for one in argument_map.sources)
    more = [Loss("fields that are there but empty", empty)] if empty else []
    set_aside = argument_map.set_aside
    if set_aside:
        more.append(Loss("sentences set aside", len(set_aside)))
    found = (one for one in losses(argument_map, keeps, _OWN) if one.what != "sentences set aside")
    lost = sorted((*found, *more), key=lambda loss: loss.what)
    return Written(_table(nodes, _NODE_COLUMNS), tuple(lost), beside)


@frozen
class _Cells:
    """A row by the names of columns, and where it stands."""

    cells: _Row
    span: Span
    more: Mapping[str, str] = field(factory=dict)


@define
class _Reading:
    """What was read of the tables so far."""

    findings: list[Finding] = field(factory=list)
    _ids: Ids = field(factory=Ids)

    def table(self, file: TextFile | None, needed: str, columns: Sequence[str]) -> list[_Cells]:
        """Read the rows of a table, of which one column has to be there."""
        if file is None:
            return []
        rows = list(self._rows(file))
        header = [_plain(one).strip().casefold() for one in rows[0][0]] if rows else []
        if needed not in header:
            message = f"the first row has no column '{needed}'"
            advice = f"name the columns in it: {', '.join(columns)}"
            self.findings.append(
                invalid_file(rows[0][1] if rows else file.span(0), message, advice)
            )
            return []
        first = {name: at for at, name in reversed([*enumerate(header)]) if name}
        found: list[_Cells] = []
        for cells, span in rows[1:]:
            if not any(cells):
                continue
            if len(cells) > len(header):
                message = f"the row has {len(cells)} cells, and the table {len(header)} columns"
                self._damage(span, message, "put texts with commas in quotation marks", lost=False)
            texts = {name: _plain(cells[at]) for name, at in first.items() if at < len(cells)}
            known = {name: one for name, one in texts.items() if name in columns and one}
            more = {name: one for name, one in texts.items() if name not in columns and one}
            found.append(_Cells(known, span, more))
        return found

    def nodes(self, rows: Iterable[_Cells]) -> list[Node]:
        found: list[Node] = []
        for row in rows:
            text = row.cells.get("text", "")
            written = row.cells.get("id") or slug(text)
            name = self._take(written, row, "node")
            word = row.cells.get("kind", "").strip().casefold()
            if word not in _KINDS:
                message = f"'{shortened(word)}' is no kind of node"
                self._damage(row.span, message, "it was read as a claim", name, lost=False)
            kind = Evidence if word == "evidence" else Claim
            made = self._fields(kind, row, name)
            made.update(id=name, text=text)
            found.append(kind(**made, span=row.span))
        return found

    def relations(self, rows: Iterable[_Cells]) -> list[Relation]:
        found: list[Relation] = []
        for row in rows:
            target = row.cells.get("target", "")
            premises = [one for one in _list(row.cells.get("premises", "")) if one]
            if not target or not premises:
                lacks = "target" if not target else "premise"
                self._damage(row.span, f"the relation has no {lacks}", _LEFT_OUT)
                continue
            word = row.cells.get("stance", "").strip().casefold()
            stance = STANCES.get(word)
            if stance is None:
                message = (
                    f"'{shortened(word)}' is no stance" if word else "the relation has no stance"
                )
                advice = f"it was read as `supports`; write one of {', '.join(Stance)}"
                self._damage(row.span, message, advice, lost=False)
            together = [premises]
            if stance is Stance.RESTATES:
                together = [[premise] for premise in premises]
            made = self._fields(Relation, row, row.cells.get("id") or f"relation to {target}")
            written = made.pop("id", "")
            for some in together:
                name = {"id": self._take(written, row, "relation")} if written else {}
                ends = (stance or Stance.SUPPORTS, some, target)
                found.append(Relation(*ends, **{**made, **name}, span=row.span))
        return found

    def sources(self, rows: Iterable[_Cells]) -> list[Source]:
        found: list[Source] = []
        for row in rows:
            if "id" not in row.cells:
                self._damage(row.span, "the source has no id", _LEFT_OUT)
                continue
            found.append(Source(**self._fields(Source, row, row.cells["id"]), span=row.span))
        return found

    def _take(self, written: str, row: _Cells, fallback: str) -> str:
        name = self._ids.take(written, fallback)
        if name != written and "id" in row.cells:
            message = f"the id '{shortened(written)}' stands twice"
            self._damage(row.span, message, f"this one became '{name}'", name, lost=False)
        return name

    def _fields(self, kind: type[Any], row: _Cells, name: str) -> dict[str, Any]:
        given: dict[str, Json] = {column: _value(column, one) for column, one in row.cells.items()}
        left = ("text", "stance", "premises", "target") if kind is not Source else ()
        found = unpacked(kind, given, left)
        self.findings.extend(
            damaged(
                row.span,
                f"'{shortened(row.cells[column])}' is no {column}",
                "the cell was left out; see `argmap formats csv`",
                subject=name,
                severity=Severity.ERROR,
            )
            for column in found.wrong
        )
        made = dict(found.fields)
        made["data"] = with_data(made.get("data", {}), _OWN, dict(row.more))
        return made

    def _rows(self, file: TextFile) -> Iterator[tuple[list[str], Span]]:
        """Give the rows with the places of their first lines."""
        first = re.split(r"[\r\n]", file.text, maxsplit=1)[0]
        delimiter = max((",", ";", "\t"), key=first.count)
        lines = io.StringIO(file.text, newline="")
        at = 0
        reader = csv.reader(lines, delimiter=delimiter)
        try:
            for cells in reader:
                end = lines.tell()
                yield cells, file.span(at, _line_end(file.text, at, end))
                at = end
        except csv.Error as error:
            message = f"this is no CSV: {error}"
            span = file.span(at, _line_end(file.text, at, len(file.text)))
            self.findings.append(invalid_file(span, message, "mend it, or save it once more"))

    def _damage(
        self, span: Span, message: str, advice: str, subject: str = "", *, lost: bool = True
    ) -> None:
        severity = Severity.ERROR if lost else Severity.WARNING
        self.findings.append(damaged(span, message, advice, subject=subject, severity=severity))


def _beside(path: str, suffix: str) -> str:
    name = path.rpartition("/")[2]
    stem = name.rpartition(".")[0] or name
    return f"{stem}{suffix}"


def _line_end(text: str, start: int, end: int) -> int:
    line = re.compile(r"[^\r\n]*").match(text, start, end)
    return line.end() if line else end


def _kind(node: Node) -> str:
    return "claim" if isinstance(node, Claim) else "evidence"


def _cells(value: Node | Relation | Source) -> _Row:
    """Return the fields of a value as cells."""
    given = packed(value, (), _OWN)
    if isinstance(value, Relation):
        given |= {"stance": value.stance.value, "premises": list(value.premises)}
        given["target"] = value.target
    cells = {name: _cell(name, one) for name, one in given.items() if one != ""}
    return {**_others(kept_by(value.data, _OWN), cells), **cells}


def _others(kept: Mapping[str, Json], cells: Mapping[str, str]) -> _Row:
    return {name: one for name, one in kept.items() if isinstance(one, str) and name not in cells}


def _cell(name: str, value: Json) -> str:
    if isinstance(value, bool):
        return "true"
    if name in _LISTS and isinstance(value, list):
        return _joined([str(one) for one in value])
    if name in _IN_JSON:
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _joined(items: Sequence[str]) -> str:
    """Return items as one cell: with `; ` between them, or in JSON where that would not do."""
    text = "; ".join(items)
    return text if _list(text) == [*items] else json.dumps(items, ensure_ascii=False)


def _list(cell: str) -> list[str]:
    if cell.startswith("["):
        try:
            value = json.loads(cell)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return value
    return [one.strip() for one in cell.split(";")] if cell else []


def _value(column: str, cell: str) -> Json:
    """Return what a cell says; the cell itself or nothing where that cannot be told."""
    if column in _LISTS:
        return list(_list(cell))
    try:
        if column in _IN_JSON:
            value: Json = json.loads(cell)
            return value
        if column in _DEGREES:
            return float(cell.replace(",", "."))
    except (ValueError, RecursionError):
        return None
    return cell.strip().casefold() in _YES if column == "main" else cell


def _plain(cell: str) -> str:
    """Return a cell without the apostrophe that keeps it from being a formula."""
    return cell[1:] if _QUOTED_FORMULA.match(cell) else cell


def _safe(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _table(rows: Sequence[_Row], columns: Sequence[str]) -> str:
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
