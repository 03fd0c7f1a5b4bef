"""Claim files in: the files of one map become an argument map and a list of findings."""

from collections.abc import Sequence
from typing import Final

from attrs import define, evolve, field

from argmap.claimfile.document import Document
from argmap.claimfile.edges import read_apart
from argmap.claimfile.fields import in_order, read_fields, shape
from argmap.claimfile.keys import FILE, TABLES
from argmap.claimfile.nodes import read_claim, read_evidence
from argmap.claimfile.reading import Owner, Reading
from argmap.claimfile.records import bibliographies, fields_of, set_aside, source
from argmap.claimfile.relations import resolved
from argmap.claimfile.tree import Pair, Pairs, Scalar, Value
from argmap.findings import Finding, Note
from argmap.model import (
    CLAIM_TYPES,
    EVIDENCE_TYPES,
    ArgumentMap,
    Bibliography,
    Node,
    SetAside,
    Source,
)
from argmap.text import Span, TextFile

_MAP: Final = TABLES["map"]


def read(
    files: Sequence[TextFile],
    *,
    claim_types: Sequence[str] = CLAIM_TYPES,
    evidence_types: Sequence[str] = EVIDENCE_TYPES,
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read the claim files of one map.

    What is wrong in a file becomes a finding; all the rest of it is read. In each file claims
    come before evidence, and the relations of a node in the order of the table of keys,
    whatever the order of the text: a formatted file is the same map.

    Files that stand in place of sources are named in the map, and are not read.

    Args:
        files: in the order in which their nodes are to stand.
        claim_types: the types that claims may have.
        evidence_types: the types that evidence may have.
    """
    reading = Reading({"claim": tuple(claim_types), "evidence": tuple(evidence_types)})
    parts = _Parts()
    for file in files:
        _read_file(reading, parts, file)
    relations, notes = resolved(reading.relations, parts.nodes)
    the_map = evolve(
        parts.head,
        nodes=tuple(parts.nodes),
        relations=relations,
        sources=tuple(parts.sources),
        bibliographies=tuple(parts.bibliographies),
        set_aside=tuple(parts.set_aside),
    )
    return the_map, _sorted((*reading.findings, *notes), files)


@define
class _Parts:
    """What the files have given so far."""

    head: ArgumentMap = field(factory=ArgumentMap)
    sources: list[Source] = field(factory=list)
    bibliographies: list[Bibliography] = field(factory=list)
    nodes: list[Node] = field(factory=list)
    set_aside: list[SetAside] = field(factory=list)


def _read_file(reading: Reading, parts: _Parts, file: TextFile) -> None:
    document = Document(file)
    reading.file = file
    reading.findings.extend(document.findings)
    owner = Owner("the file", "", None, file.span(0))
    record = read_fields(reading, FILE, Pairs(document.pairs), owner)
    reading.section = record.text("section")
    for written, value in in_order(FILE, record.trees):
        if written.text == "map":
            _read_map(reading, parts, written, value)
        elif written.text == "relations":
            read_apart(reading, value)
        elif written.text == "set_aside":
            parts.set_aside.extend(set_aside(reading, value))
        elif written.text == "sources" and not isinstance(value, Pairs):
            parts.bibliographies.extend(bibliographies(reading, value))
        else:
            _read_block(reading, parts, written.text, value)


def _read_map(reading: Reading, parts: _Parts, written: Scalar, value: Value) -> None:
    span = reading.span(written)
    owner = Owner("'map'", "", None, span)
    before = parts.head.span
    if before is not None:
        if before.file is not span.file:
            message, advice = "the map has a second 'map' block", "keep one, in one of its files"
            related = (Note(before, "the first, which counts"),)
            reading.refuse(span, owner, message, advice, related)
        return
    record = fields_of(reading, _MAP, value, owner)
    parts.head = ArgumentMap(
        record.text("title") or "",
        language=record.text("language"),
        description=record.text("description"),
        note=record.text("note"),
        data=record.data(),
        span=span,
        spans=record.spans,
    )


def _read_block(reading: Reading, parts: _Parts, block: str, value: Value) -> None:
    for name, below in _entries(reading, block, value):
        if block == "claims":
            parts.nodes.append(read_claim(reading, name, below))
        elif block == "evidence":
            parts.nodes.append(read_evidence(reading, name, below))
        else:
            parts.sources.append(source(reading, name, below))


def _entries(reading: Reading, block: str, value: Value) -> list[Pair]:
    """Return the ids of a block with what stands behind each."""
    owner = Owner(f"'{block}'", "", None, reading.span(value))
    if not isinstance(value, Pairs):
        message = f"{owner.words} must be a mapping of ids, not {shape(value)}"
        reading.refuse(
            _first_line(owner.span), owner, message, "write `some-id:` with its fields below it"
        )
        return []
    for name, _ in value.pairs:
        if not name.text:
            message = f"an id is missing in {owner.words}"
            reading.refuse(reading.span(name), owner, message, "write an id before the ':'")
    return [(name, below) for name, below in value.pairs if name.text]


def _first_line(span: Span) -> Span:
    return Span(span.file, span.start, span.start + len(span.text.partition("\n")[0].rstrip()))


def _sorted(findings: Sequence[Finding], files: Sequence[TextFile]) -> tuple[Finding, ...]:
    """Put findings in the order of the text."""
    order = {file.path: number for number, file in enumerate(files)}

    def place(finding: Finding) -> tuple[int, int, int]:
        span = finding.span
        return (order[span.path], span.start, finding.code) if span else (-1, 0, finding.code)

    return tuple(sorted(findings, key=place))
