"""Claims and evidence, from their mappings."""

from datetime import date
from typing import Final

from argmap.claimfile.edges import read_incoming, read_outgoing
from argmap.claimfile.fields import in_order
from argmap.claimfile.keys import TABLES, Kind, Table
from argmap.claimfile.problems import shortened
from argmap.claimfile.reading import Owner, Reading, Record
from argmap.claimfile.records import fields_of, passages, waivers
from argmap.claimfile.tree import Scalar, Value
from argmap.model import Claim, Evidence, Passage, Waiver
from argmap.nearest import nearest

_CLAIM: Final = TABLES["claim"]
_EVIDENCE: Final = TABLES["evidence"]


def read_claim(reading: Reading, name: Scalar, value: Value) -> Claim:
    """Read a claim; its relations go to the state of the reading."""
    owner, record = _read(reading, _CLAIM, name, value)
    cited, waived = _rest(reading, _CLAIM, name, owner, record)
    return Claim(
        name.text,
        record.text("text") or "",
        type=record.text("type"),
        main=record.values.get("main") is True,
        assumed=record.text("assumed"),
        withdrawn=record.text("withdrawn"),
        passages=cited,
        confidence=record.degree("confidence"),
        section=_section(reading, record),
        tags=record.words("tags"),
        note=record.text("note"),
        aliases=record.words("aliases"),
        waivers=waived,
        data=record.data(),
        span=owner.span,
        spans=record.spans,
    )


def read_evidence(reading: Reading, name: Scalar, value: Value) -> Evidence:
    """Read a piece of evidence; its relations go to the state of the reading."""
    owner, record = _read(reading, _EVIDENCE, name, value)
    cited, waived = _rest(reading, _EVIDENCE, name, owner, record)
    recheck_by = record.values.get("recheck_by")
    return Evidence(
        name.text,
        record.text("text") or "",
        type=record.text("type"),
        withdrawn=record.text("withdrawn"),
        passages=cited,
        confidence=record.degree("confidence"),
        recheck_by=recheck_by if isinstance(recheck_by, date) else None,
        section=_section(reading, record),
        tags=record.words("tags"),
        note=record.text("note"),
        aliases=record.words("aliases"),
        waivers=waived,
        data=record.data(),
        span=owner.span,
        spans=record.spans,
    )


def _read(reading: Reading, table: Table, name: Scalar, value: Value) -> tuple[Owner, Record]:
    span = reading.span(name)
    owner = Owner(table.name, name.text, None, span)
    if not isinstance(value, Scalar) or value.is_absent:
        return owner, fields_of(reading, table, value, owner)
    return owner, _text_alone(reading, table, owner, value)


def _text_alone(reading: Reading, table: Table, owner: Owner, value: Scalar) -> Record:
    """Take a text in the place of the fields as the text of the node."""
    word, _, rest = value.text.partition(" ")
    message = f"{owner.words} must be a mapping, not a text"
    advice = f"write `text: {shortened(value.text)}` on a line of its own"
    text = value.text
    meant = word if word in table.by_name else nearest(word.rstrip(":"), table.by_name)
    if meant == "text" and rest:
        advice, text = f"write `text: {shortened(rest.strip())}`, with a colon", rest.strip()
    span = reading.span(value)
    reading.refuse(span, owner, message, advice)
    record = Record()
    record.values["text"], record.spans["text"] = text, span
    return record


def _rest(
    reading: Reading, table: Table, name: Scalar, owner: Owner, record: Record
) -> tuple[tuple[Passage, ...], tuple[Waiver, ...]]:
    """Read what is more than texts: relations, passages and waivers."""
    if not record.trees:
        return (), ()
    end = (name.text, owner.span)
    for written, value in in_order(table, record.trees):
        key = table.by_name[written.text]
        if key.kind is Kind.PREMISES:
            read_incoming(reading, key, value, end, owner)
        elif key.kind is Kind.TARGETS:
            read_outgoing(reading, key, value, end, owner)
    cited = passages(reading, owner, record.below("cites"))
    return cited, waivers(reading, owner, record.below("waive"))


def _section(reading: Reading, record: Record) -> str | None:
    section = record.text("section")
    return reading.section if section is None else section
