"""Relations as they are written: at their target, at their premise, or apart from both."""

from collections.abc import Iterable
from typing import Final

from attrs import evolve

from argmap.claimfile.fields import as_list, read_fields, refuse_item, shape
from argmap.claimfile.keys import TABLES, Key
from argmap.claimfile.problems import shortened
from argmap.claimfile.reading import Owner, Reading, Record, Written
from argmap.claimfile.tree import Items, Pairs, Scalar, Value
from argmap.model import Relation, Stance
from argmap.text import Span

_INCOMING: Final = TABLES["incoming relation"]
_OUTGOING: Final = TABLES["outgoing relation"]
_APART: Final = TABLES["relation"]
_UNDERCUT: Final = _INCOMING.by_name["undercut"]

_Id = tuple[str, Span]


def read_incoming(reading: Reading, key: Key, value: Value, target: _Id, owner: Owner) -> None:
    """Read what is listed at a target: `supporting`, `contrasting`, `undercut`.

    Args:
        reading: takes the relations.
        key: says what the premises do to the target.
        value: the list.
        target: its id and where that is written.
        owner: the node that the list belongs to.
    """
    stance = key.stance or Stance.SUPPORTS
    for item in as_list(value):
        span = reading.span(item)
        if isinstance(item, Pairs):
            _incoming_mapping(reading, key, item, target, owner)
            continue
        premises = _premises(reading, item, key, owner)
        if premises:
            spans = _spans_of(reading, premises)
            spans["target"] = target[1]
            relation = Relation(
                stance, tuple(one.text for one in premises), target[0], span=span, spans=spans
            )
            _add(reading, relation, is_at_target=True)


def read_outgoing(reading: Reading, key: Key, value: Value, premise: _Id, owner: Owner) -> None:
    """Read what is listed at a premise: `supports`, `contrasts`, `undercuts`, `restates`.

    Args:
        reading: takes the relations.
        key: says what the premise does to the targets.
        value: the list.
        premise: its id and where that is written.
        owner: the node that the list belongs to.
    """
    stance = key.stance or Stance.SUPPORTS
    for item in as_list(value):
        span = reading.span(item)
        if isinstance(item, Scalar) and item.text and not item.is_absent:
            spans = {"premises[0]": premise[1], "target": span}
            relation = Relation(stance, (premise[0],), item.text, span=span, spans=spans)
            _add(reading, relation, is_at_source=True)
        elif isinstance(item, Pairs):
            whole = Owner(_relation_of(key), "", owner, span)
            record = read_fields(reading, _OUTGOING, item, whole)
            target = record.values.get("target")
            if isinstance(target, Scalar):
                ends = {"premises[0]": premise[1], **record.spans}
                place = reading.span(target)
                made = _relation(record, stance, (premise[0],), target.text, place, ends)
                _add(reading, made, is_at_source=True)
                _undercuts(reading, record, made, whole)
        elif isinstance(item, Items) and item.items:
            message = f"an item of '{key.name}' of {owner.words} is a list, not an id"
            advice = "write each id as an item; premises that count together go to the target"
            reading.refuse(span, owner, message, advice)
        else:
            refuse_item(reading, owner, key, item, "an id")


def read_apart(reading: Reading, value: Value) -> None:
    """Read the block `relations`, where each relation names all of its ends."""
    for item in as_list(value):
        owner = Owner("a relation under 'relations'", "", None, reading.span(item))
        if not isinstance(item, Pairs):
            message = f"{owner.words} must be a mapping, not {shape(item)}"
            reading.refuse(owner.span, owner, message, "write `stance`, `by` and `target`")
            continue
        record = read_fields(reading, _APART, item, owner)
        stance, target = record.values.get("stance"), record.values.get("target")
        premises = _named(record)
        if not (isinstance(stance, Stance) and isinstance(target, Scalar) and premises):
            continue
        if stance is Stance.RESTATES and len(premises) > 1:
            message = "only one node at a time restates another"
            reading.refuse(record.spans["by"], owner, message, "write a relation for each")
            continue
        ends = {**record.spans, **_spans_of(reading, premises)}
        words = tuple(one.text for one in premises)
        place = _stretch(reading, premises)
        made = _relation(record, stance, words, target.text, place, ends)
        _add(reading, made)
        _undercuts(reading, record, made, owner)


def _incoming_mapping(reading: Reading, key: Key, item: Pairs, target: _Id, owner: Owner) -> None:
    span = reading.span(item)
    if item.pairs and all(_is_bare(value) for _, value in item.pairs):
        ids = ", ".join(shortened(name.text) for name, _ in item.pairs)
        message = f"'{key.name}' of {owner.words} must be a list of ids, not a mapping"
        reading.refuse(span, owner, message, f"write [{ids}]")
        return
    whole = Owner(_relation_of(key), "", owner, span)
    record = read_fields(reading, _INCOMING, item, whole)
    premises = _named(record)
    if premises:
        ends = {**record.spans, **_spans_of(reading, premises), "target": target[1]}
        words = tuple(one.text for one in premises)
        stance = key.stance or Stance.SUPPORTS
        place = _stretch(reading, premises)
        made = _relation(record, stance, words, target[0], place, ends)
        _add(reading, made, is_at_target=True)
        _undercuts(reading, record, made, whole)


def _undercuts(reading: Reading, record: Record, relation: Relation, owner: Owner) -> None:
    """Read the undercuts that are written inside of a relation."""
    for value in record.below(_UNDERCUT.name):
        place = relation.span or owner.span
        read_incoming(reading, _UNDERCUT, value, (relation.id, place), owner)


def _premises(reading: Reading, item: Scalar | Items, key: Key, owner: Owner) -> tuple[Scalar, ...]:
    """Return one premise, or those that count only together."""
    premises = []
    if isinstance(item, Items) and not item.items:
        refuse_item(reading, owner, key, item, "an id")
    for one in (item,) if isinstance(item, Scalar) else item.items:
        if isinstance(one, Scalar) and one.text and not one.is_absent:
            premises.append(one)
        else:
            refuse_item(reading, owner, key, one, "an id")
    return tuple(premises)


def _relation(
    record: Record,
    stance: Stance,
    premises: tuple[str, ...],
    target: str,
    span: Span,
    spans: dict[str, Span],
) -> Relation:
    name = record.values.get("id")
    made = Relation(
        stance,
        premises,
        target,
        scheme=record.text("scheme"),
        because=record.text("because"),
        strength=record.degree("strength"),
        data=record.data(),
        span=span,
        spans=spans,
    )
    return evolve(made, id=name.text) if isinstance(name, Scalar) else made


def _named(record: Record) -> tuple[Scalar, ...]:
    premises = record.values.get("by")
    return premises if isinstance(premises, tuple) else ()


def _stretch(reading: Reading, premises: tuple[Scalar, ...]) -> Span:
    return Span(reading.file, premises[0].start, premises[-1].end)


def _spans_of(reading: Reading, premises: Iterable[Scalar]) -> dict[str, Span]:
    return {f"premises[{number}]": reading.span(one) for number, one in enumerate(premises)}


def _add(
    reading: Reading,
    relation: Relation,
    *,
    is_at_source: bool = False,
    is_at_target: bool = False,
) -> None:
    reading.relations.append(Written(relation, is_at_source, is_at_target))


def _relation_of(key: Key) -> str:
    return f"relation under '{key.name}'"


def _is_bare(value: Value) -> bool:
    return isinstance(value, Scalar) and value.is_absent
