"""CSV in: the tables of nodes, relations and sources."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import define, field, frozen

from argmap.findings import Finding, Severity
from argmap.formats.csv_tables_out import (
    IN_JSON,
    LISTS,
    NODE_COLUMNS,
    OWN,
    RELATION_COLUMNS,
    RELATIONS,
    SOURCE_COLUMNS,
    SOURCES,
    Row,
    items_of,
)
from argmap.formats.format import Beside, nothing_beside
from argmap.formats.ids import Ids, slug
from argmap.formats.packed import unpacked, with_data
from argmap.formats.problems import damaged, invalid_file, shortened
from argmap.graph import STANCES
from argmap.model import ArgumentMap, Claim, Evidence, Json, Node, Relation, Source, Stance
from argmap.text import Span, TextFile

_DEGREES: Final = frozenset({"confidence", "strength"})
_QUOTED_FORMULA: Final = re.compile(r"'+[=+\-@\t\r]")
_KINDS: Final = frozenset({"", "claim", "evidence"})
_YES: Final = frozenset({"true", "1", "yes", "x"})
_LEFT_OUT: Final = "the row was left out; fill the cell"


def read(
    file: TextFile, beside: Beside = nothing_beside
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read a table of nodes, and the tables that lie beside it."""
    reading = _Reading()
    nodes = reading.nodes(reading.table(file, "text", NODE_COLUMNS))
    relations = beside(_beside(file.path, RELATIONS))
    sources = beside(_beside(file.path, SOURCES))
    argument_map = ArgumentMap(
        nodes=nodes,
        relations=reading.relations(reading.table(relations, "target", RELATION_COLUMNS)),
        sources=reading.sources(reading.table(sources, "id", SOURCE_COLUMNS)),
        span=file.span(0),
    )
    return argument_map, tuple(reading.findings)


@frozen
class _Cells:
    """A row by the names of columns, and where it stands."""

    cells: Row
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
            premises = [one for one in items_of(row.cells.get("premises", "")) if one]
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
        made["data"] = with_data(made.get("data", {}), OWN, dict(row.more))
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


def _value(column: str, cell: str) -> Json:
    """Return what a cell says; the cell itself or nothing where that cannot be told."""
    if column in LISTS:
        return list(items_of(cell))
    try:
        if column in IN_JSON:
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
