"""Sources, passages, waivers and sentences set aside, from their mappings."""

from datetime import date
from typing import Final

from argmap.claimfile.fields import as_list, place_of, read_fields, shape
from argmap.claimfile.keys import BIBLIOGRAPHIES, TABLES, Table
from argmap.claimfile.problems import shortened
from argmap.claimfile.reading import Owner, Reading, Record
from argmap.claimfile.tree import Pairs, Scalar, Value
from argmap.model import Bibliography, Extent, Passage, SetAside, Source, Waiver

_SOURCE: Final = TABLES["source"]
_PASSAGE: Final = TABLES["passage"]
_WAIVER: Final = TABLES["waiver"]
_SET_ASIDE: Final = TABLES["sentence set aside"]


def source(reading: Reading, name: Scalar, value: Value) -> Source:
    """Read a source; a text alone is its title."""
    span = reading.span(name)
    if isinstance(value, Scalar) and not value.is_absent:
        place = reading.span(value)
        return Source(name.text, value.text, span=span, spans={"title": place})
    record = fields_of(reading, _SOURCE, value, Owner("source", name.text, None, span))
    return Source(
        name.text,
        record.text("title") or "",
        author=record.text("author"),
        publisher=record.text("publisher"),
        date=record.text("date"),
        url=record.text("url"),
        doi=record.text("doi"),
        isbn=record.text("isbn"),
        file=record.text("file"),
        sha256=record.text("sha256"),
        type=record.text("type"),
        language=record.text("language"),
        retracted=record.text("retracted"),
        data=record.data(),
        span=span,
        spans=record.spans,
    )


def bibliographies(reading: Reading, value: Value) -> tuple[Bibliography, ...]:
    """Read the paths of files that stand in place of sources."""
    read = (_bibliography(reading, item) for item in as_list(value))
    return tuple(one for one in read if one is not None)


def passages(reading: Reading, owner: Owner, values: list[Value]) -> tuple[Passage, ...]:
    """Read what a node cites."""
    read = (_passage(reading, owner, item) for value in values for item in as_list(value))
    return tuple(passage for passage in read if passage is not None)


def waivers(reading: Reading, owner: Owner, values: list[Value]) -> tuple[Waiver, ...]:
    """Read which rules do not apply to a node."""
    read = (_waiver(reading, owner, item) for value in values for item in as_list(value))
    return tuple(waiver for waiver in read if waiver is not None)


def set_aside(reading: Reading, value: Value) -> tuple[SetAside, ...]:
    """Read which sentences of a source make no claim."""
    read = (_sentence(reading, item) for item in as_list(value))
    return tuple(sentence for sentence in read if sentence is not None)


def fields_of(reading: Reading, table: Table, value: Value, owner: Owner) -> Record:
    """Read a mapping; anything else is reported."""
    if isinstance(value, Scalar) and value.is_absent:
        return read_fields(reading, table, Pairs((), start=value.start, end=value.end), owner)
    if isinstance(value, Pairs):
        return read_fields(reading, table, value, owner)
    first = next(iter(table.required), table.keys[0])
    message = f"{owner.words} must be a mapping, not {shape(value)}"
    advice = f"write its fields, as in `{first.name}: …`"
    reading.refuse(reading.span(value), owner, message, advice)
    return Record()


def _bibliography(reading: Reading, value: Value) -> Bibliography | None:
    span = reading.span(value)
    if isinstance(value, Scalar) and value.text.lower().endswith(BIBLIOGRAPHIES):
        return Bibliography(value.text, span=span)
    what = shape(value)
    if isinstance(value, Scalar) and not value.is_absent:
        what = f"'{shortened(value.text)}'"
    message = f"'sources' must be a mapping of ids, or .bib or .json files, not {what}"
    advice = (
        "write `some-id:` with its fields below it, or the path of BibTeX or CSL-JSON"
        if isinstance(value, Scalar)
        else "put sources of your own into another file of the map, or into a .bib file"
    )
    reading.refuse(place_of(reading, value), Owner("'sources'", "", None, span), message, advice)
    return None


def _passage(reading: Reading, owner: Owner, value: Value) -> Passage | None:
    span = reading.span(value)
    if isinstance(value, Scalar) and value.text and not value.is_absent:
        return Passage(value.text, span=span, spans={"source": span})
    record = fields_of(reading, _PASSAGE, value, Owner("passage", "", owner, span))
    place = _place(record)
    if place is None:
        return None
    where, paragraph, sentence = place
    line = record.values.get("line")
    return Passage(
        where,
        paragraph=paragraph,
        sentence=sentence,
        page=record.text("page"),
        section=record.text("section"),
        line=line if isinstance(line, Extent) else None,
        time=record.text("time"),
        quote=record.text("quote"),
        digest=record.text("digest"),
        span=record.spans["source"],
        spans=record.spans,
    )


def _waiver(reading: Reading, owner: Owner, value: Value) -> Waiver | None:
    whole = Owner("waiver", "", owner, reading.span(value))
    record = fields_of(reading, _WAIVER, value, whole)
    rule, until = record.text("rule"), record.values.get("until")
    if not rule:
        return None
    return Waiver(
        rule,
        record.text("reason") or "",
        until if isinstance(until, date) else None,
        span=record.spans["rule"],
        spans=record.spans,
    )


def _sentence(reading: Reading, value: Value) -> SetAside | None:
    whole = Owner("an item of 'set_aside'", "", None, reading.span(value))
    record = fields_of(reading, _SET_ASIDE, value, whole)
    place = _place(record)
    if place is None:
        return None
    where, paragraph, sentence = place
    return SetAside(
        where,
        paragraph=paragraph,
        sentence=sentence,
        reason=record.text("reason") or "",
        span=record.spans["source"],
        spans=record.spans,
    )


def _place(record: Record) -> tuple[str, Extent | None, Extent | None] | None:
    """Return source, paragraph and sentence; None without a source."""
    where = record.values.get("source")
    paragraph, sentence = record.values.get("paragraph"), record.values.get("sentence")
    if not isinstance(where, Scalar):
        return None
    return (
        where.text,
        paragraph if isinstance(paragraph, Extent) else None,
        sentence if isinstance(sentence, Extent) else None,
    )
