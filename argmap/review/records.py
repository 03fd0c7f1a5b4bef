"""The file of one review: read strictly, written canonically."""

import re
from collections.abc import Iterable
from typing import Final, TypeVar

from argmap.claimfile.document import Document
from argmap.claimfile.emit import emit
from argmap.claimfile.entries import Block
from argmap.claimfile.fields import as_list, read_fields
from argmap.claimfile.keys import TABLES
from argmap.claimfile.problems import shortened
from argmap.claimfile.reading import Owner, Reading, Record
from argmap.claimfile.records import fields_of, waivers
from argmap.claimfile.review_keys import REVIEW
from argmap.claimfile.tree import Pairs, Scalar, Value
from argmap.claimfile.write import Fields, list_of, record_of, text_of, waiver_block, words_of
from argmap.findings import Finding
from argmap.model import Stance
from argmap.review.flags import FLAGS
from argmap.review.values import Decision, Flag, Resolution, Review, StepRead, Verdict
from argmap.text import TextFile

_Value = TypeVar("_Value")

_TYPES: Final = {
    "verdict": tuple(Decision),
    "flag": tuple(FLAGS),
    "resolution": tuple(FLAGS),
}
_TIME: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


def read_record(file: TextFile) -> tuple[Review | None, tuple[Finding, ...]]:
    """Read what a reviewer says of a node.

    What is wrong in the file becomes findings; all the rest of it is read.

    Returns:
        The review, None where reviewer or node are missing; and what was found.
    """
    document = Document(file)
    reading = Reading({name: tuple(words) for name, words in _TYPES.items()})
    reading.file = file
    reading.findings.extend(document.findings)
    owner = Owner("the review", "", None, file.span(0))
    record = read_fields(reading, REVIEW, Pairs(document.pairs), owner)
    reviewer, node = record.values.get("reviewer"), record.values.get("node")
    if not isinstance(reviewer, Scalar) or not isinstance(node, Scalar):
        return None, tuple(reading.findings)
    review = Review(
        reviewer.text,
        node.text,
        next((_verdict(reading, owner, one) for one in record.below("verdict")), None),
        tuple(_each(_flag(reading, owner, one) for one in _items(record, "flags"))),
        tuple(_each(_resolution(reading, owner, one) for one in _items(record, "resolved"))),
        waivers(reading, owner, record.below("waivers")),
        span=reading.span(node),
    )
    return review, tuple(reading.findings)


def write_record(review: Review) -> str:
    """Return a review as the canonical text of its file, with LF at the end of each line."""
    fields: Fields = {
        "reviewer": text_of(review.reviewer),
        "node": text_of(review.node),
        "verdict": _verdict_block(review.verdict) if review.verdict else None,
        "flags": list_of(_flag_block(one) for one in review.flags),
        "resolved": list_of(_resolution_block(one) for one in review.resolutions),
        "waivers": list_of(waiver_block(one) for one in review.waivers),
    }
    return emit(record_of(REVIEW, fields), REVIEW)


def _items(record: Record, name: str) -> list[Value]:
    return [item for value in record.below(name) for item in as_list(value)]


def _each(values: Iterable[_Value | None]) -> Iterable[_Value]:
    return (one for one in values if one is not None)


def _verdict(reading: Reading, review: Owner, value: Value) -> Verdict | None:
    owner = Owner("verdict", "", review, reading.span(value))
    record = fields_of(reading, TABLES["verdict"], value, owner)
    decision = record.text("decision")
    if decision not in set(Decision):
        return None
    steps = (_step(reading, owner, one) for one in _items(record, "argument"))
    return Verdict(
        Decision(decision),
        _time(reading, owner, record),
        record.text("says") or "",
        record.text("rests_on") or "",
        note=record.text("note"),
        text=record.text("text"),
        type=record.text("type"),
        argument=tuple(_each(steps)),
        span=record.spans.get("decision"),
    )


def _step(reading: Reading, verdict: Owner, value: Value) -> StepRead | None:
    owner = Owner("step seen", "", verdict, reading.span(value))
    record = fields_of(reading, TABLES["step seen"], value, owner)
    stance, premises = record.values.get("stance"), record.values.get("by")
    if not isinstance(stance, Stance) or not isinstance(premises, tuple):
        return None
    names = tuple(one.text for one in premises)
    return StepRead(stance, names, record.words("says"), record.text("because"))


def _flag(reading: Reading, review: Owner, value: Value) -> Flag | None:
    owner = Owner("flag", "", review, reading.span(value))
    record = fields_of(reading, TABLES["flag"], value, owner)
    kind = record.text("flag") or ""
    if kind not in FLAGS:
        return None
    at = _time(reading, owner, record)
    relation, comment = _name(record, "relation"), record.text("comment")
    return Flag(kind, at, relation, comment, span=record.spans.get("flag"))


def _resolution(reading: Reading, review: Owner, value: Value) -> Resolution | None:
    owner = Owner("resolution", "", review, reading.span(value))
    record = fields_of(reading, TABLES["resolution"], value, owner)
    kind, of = record.text("flag") or "", _name(record, "of")
    if kind not in FLAGS or of is None:
        return None
    at = _time(reading, owner, record)
    relation, comment = _name(record, "relation"), record.text("comment")
    return Resolution(kind, of, at, relation, comment, span=record.spans.get("flag"))


def _name(record: Record, key: str) -> str | None:
    value = record.values.get(key)
    return value.text if isinstance(value, Scalar) else None


def _time(reading: Reading, owner: Owner, record: Record) -> str:
    """Return a time; what is none is reported, and comes before all others."""
    text = record.text("at") or ""
    if text and not _TIME.fullmatch(text):
        message = f"'at' of {owner.words} is '{shortened(text)}', not a time"
        advice = "write it in UTC, as in 2027-01-31T12:00:00Z"
        reading.refuse(record.spans["at"], owner, message, advice)
        return ""
    return text


def _verdict_block(verdict: Verdict) -> Block:
    fields: Fields = {
        "decision": text_of(verdict.decision.value),
        "at": text_of(verdict.at),
        "note": text_of(verdict.note),
        "says": text_of(verdict.says),
        "rests_on": text_of(verdict.rests_on),
        "text": text_of(verdict.text),
        "type": text_of(verdict.type),
        "argument": list_of(_step_block(one) for one in verdict.argument),
    }
    return record_of(TABLES["verdict"], fields)


def _step_block(step: StepRead) -> Block:
    fields: Fields = {
        "stance": text_of(step.stance.value),
        "by": words_of(step.by),
        "says": words_of(step.says),
        "because": text_of(step.because),
    }
    return record_of(TABLES["step seen"], fields)


def _flag_block(flag: Flag) -> Block:
    fields: Fields = {
        "flag": text_of(flag.kind),
        "relation": text_of(flag.relation),
        "at": text_of(flag.at),
        "comment": text_of(flag.comment),
    }
    return record_of(TABLES["flag"], fields)


def _resolution_block(resolution: Resolution) -> Block:
    fields: Fields = {
        "flag": text_of(resolution.kind),
        "relation": text_of(resolution.relation),
        "of": text_of(resolution.of),
        "at": text_of(resolution.at),
        "comment": text_of(resolution.comment),
    }
    return record_of(TABLES["resolution"], fields)
