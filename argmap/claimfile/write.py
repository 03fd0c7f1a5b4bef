"""Claim files out: an argument map as the canonical text of one file."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, TypeAlias

from argmap.claimfile.emit import emit
from argmap.claimfile.entries import Block, Entry
from argmap.claimfile.foreign import made_of
from argmap.claimfile.keys import FILE, TABLES, Table
from argmap.claimfile.placing import INCOMING, Placed, Placing
from argmap.claimfile.scalars import means_more_than_text
from argmap.claimfile.tree import Scalar
from argmap.model import (
    ArgumentMap,
    Claim,
    Data,
    Evidence,
    Extent,
    Node,
    Passage,
    Relation,
    SetAside,
    Source,
    Waiver,
)

Made: TypeAlias = Scalar | Block | None
Fields: TypeAlias = dict[str, Made]
"""What is to stand behind the keys of a mapping; None for what is left out."""

_CLAIM: Final = TABLES["claim"]
_EVIDENCE: Final = TABLES["evidence"]


def write(argument_map: ArgumentMap) -> str:
    """Return a map as the text of one claim file, with LF at the end of each line.

    Reading the text gives the same map, with its parts in the order of `in_written_order`.

    Raises:
        UnwritableTextError: for half of a character (a lone surrogate).
        InvalidValueError: for a number of a paragraph with ten digits or more.
    """
    return emit(file_of(argument_map))


def file_of(argument_map: ArgumentMap) -> Block:
    """Return a map as one claim file that is still to be laid out.

    Raises:
        InvalidValueError: as `write` does.
    """
    placing = Placing(argument_map)
    section = _common_section(argument_map.nodes)
    fields: Fields = {
        "map": _map(argument_map),
        "section": text_of(section),
        "sources": _by_id((one.id, _source(one)) for one in argument_map.sources),
        "claims": _by_id((one.id, _claim(one, placing, section)) for one in argument_map.claims),
        "evidence": _by_id(
            (one.id, _evidence(one, placing, section)) for one in argument_map.evidence
        ),
        "relations": list_of(_apart(one) for one in placing.apart),
        "set_aside": list_of(_set_aside(one) for one in argument_map.set_aside),
    }
    return record_of(FILE, fields)


def write_cites(passages: Iterable[Passage]) -> str:
    """Return the `cites:` field of a node, indented as it is to stand in a claim file.

    Args:
        passages: what the node cites.
    """
    node = record_of(TABLES["claim"], {"cites": _cites(tuple(passages))})
    text = emit(record_of(FILE, {"claims": _by_id([("node", node)])}))
    return "".join(text.splitlines(keepends=True)[2:])


def _map(argument_map: ArgumentMap) -> Block | None:
    fields: Fields = {
        "title": text_of(argument_map.title or None),
        "language": text_of(argument_map.language),
        "description": text_of(argument_map.description),
        "note": text_of(argument_map.note),
        "data": _data(argument_map.data),
    }
    return record_of(TABLES["map"], fields) if any(fields.values()) else None


def _common_section(nodes: Sequence[Node]) -> str | None:
    """Return the heading that all nodes stand under, if they do."""
    sections = {node.section for node in nodes}
    return sections.pop() if len(sections) == 1 else None


def _source(source: Source) -> Block:
    fields: Fields = {
        "title": text_of(source.title),
        "author": text_of(source.author),
        "publisher": text_of(source.publisher),
        "date": text_of(source.date),
        "url": text_of(source.url),
        "doi": text_of(source.doi),
        "isbn": text_of(source.isbn),
        "file": text_of(source.file),
        "sha256": text_of(source.sha256),
        "type": text_of(source.type),
        "language": text_of(source.language),
        "retracted": text_of(source.retracted),
        "data": _data(source.data),
    }
    return record_of(TABLES["source"], fields)


def _claim(claim: Claim, placing: Placing, section: str | None) -> Block:
    fields = _node(claim, placing, section)
    fields["main"] = Scalar("true") if claim.main else None
    fields["assumed"] = text_of(claim.assumed)
    return record_of(_CLAIM, fields)


def _evidence(evidence: Evidence, placing: Placing, section: str | None) -> Block:
    fields = _node(evidence, placing, section)
    fields["recheck_by"] = _date(evidence.recheck_by)
    return record_of(_EVIDENCE, fields)


def _node(node: Node, placing: Placing, section: str | None) -> Fields:
    fields: Fields = {
        "text": text_of(node.text),
        "type": text_of(node.type),
        "section": text_of(node.section) if section is None else None,
        "withdrawn": text_of(node.withdrawn),
        "cites": _cites(node.passages),
        "confidence": _degree(node.confidence),
        "tags": words_of(node.tags),
        "note": text_of(node.note),
        "aliases": words_of(node.aliases),
        "waive": list_of(waiver_block(one) for one in node.waivers),
        "data": _data(node.data),
    }
    for name, relations in placing.take(node.id):
        make = _incoming if name in INCOMING.values() else _outgoing
        fields[name] = list_of(make(one) for one in relations)
    return fields


def _incoming(placed: Placed) -> Scalar | Block:
    premises = _premises(placed.relation)
    more = _more(placed)
    return record_of(TABLES["incoming relation"], {"by": premises, **more}) if more else premises


def _outgoing(placed: Placed) -> Scalar | Block:
    target = _scalar(placed.relation.target)
    more = _more(placed)
    return record_of(TABLES["outgoing relation"], {"target": target, **more}) if more else target


def _apart(placed: Placed) -> Block:
    relation = placed.relation
    fields: Fields = {
        "stance": Scalar(relation.stance.value),
        "by": _premises(relation),
        "target": _scalar(relation.target),
        **_more(placed),
    }
    return record_of(TABLES["relation"], fields)


def _premises(relation: Relation) -> Scalar | Block:
    if not relation.is_linked:
        return _scalar(relation.premises[0])
    return Block(tuple(Entry(_scalar(one)) for one in relation.premises), is_mapping=False)


def _more(placed: Placed) -> Fields:
    """Return what makes the long form of a relation necessary."""
    relation = placed.relation
    fields: Fields = {
        "id": _scalar(relation.id) if relation.is_named else None,
        "scheme": text_of(relation.scheme),
        "because": text_of(relation.because),
        "strength": _degree(relation.strength),
        "data": _data(relation.data),
        "undercut": list_of(_incoming(Placed(one, ())) for one in placed.undercuts),
    }
    return {name: made for name, made in fields.items() if made is not None}


def _cites(passages: tuple[Passage, ...]) -> Made:
    made = [passage_block(passage) for passage in passages]
    return made[0] if len(made) == 1 else list_of(made)


def passage_block(passage: Passage) -> Block:
    """Return a passage as it stands in a claim file."""
    fields: Fields = {
        "source": _scalar(passage.source),
        "paragraph": _extent(passage.paragraph),
        "sentence": _extent(passage.sentence),
        "page": text_of(passage.page),
        "section": text_of(passage.section),
        "line": _extent(passage.line),
        "time": text_of(passage.time),
        "quote": text_of(passage.quote),
        "digest": text_of(passage.digest),
    }
    return record_of(TABLES["passage"], fields)


def waiver_block(waiver: Waiver) -> Block:
    """Return a waiver as it stands in a file."""
    fields: Fields = {
        "rule": _scalar(waiver.rule),
        "reason": _scalar(waiver.reason),
        "until": _date(waiver.until),
    }
    return record_of(TABLES["waiver"], fields)


def _set_aside(sentences: SetAside) -> Block:
    fields: Fields = {
        "source": _scalar(sentences.source),
        "paragraph": _extent(sentences.paragraph),
        "sentence": _extent(sentences.sentence),
        "reason": _scalar(sentences.reason),
    }
    return record_of(TABLES["sentence set aside"], fields)


def _by_id(made: Iterable[tuple[str, Block]]) -> Block | None:
    entries = tuple(Entry(block, _scalar(name)) for name, block in made)
    return Block(entries, is_mapping=True) if entries else None


def record_of(table: Table, fields: Fields) -> Block:
    """Return a mapping with its keys in the order of the table."""
    made = ((key.name, fields.get(key.name)) for key in table.keys)
    entries = (Entry(value, Scalar(name)) for name, value in made if value is not None)
    return Block(tuple(entries), is_mapping=True)


def list_of(made: Iterable[Scalar | Block]) -> Block | None:
    """Return a list; None where there is nothing in it."""
    entries = tuple(Entry(one) for one in made)
    return Block(entries, is_mapping=False) if entries else None


def words_of(words: tuple[str, ...]) -> Block | None:
    """Return a list of texts; None where there is none."""
    return list_of(_scalar(word) for word in words)


def text_of(text: str | None) -> Scalar | None:
    """Return a text as a scalar; None where there is none."""
    return None if text is None else _scalar(text)


def _scalar(text: str) -> Scalar:
    return Scalar(text, '"' if not text or means_more_than_text(text) else "")


def _extent(extent: Extent | None) -> Scalar | None:
    return None if extent is None else Scalar(str(Extent.parse(str(extent))))


def _degree(degree: float | None) -> Scalar | None:
    return None if degree is None else Scalar(repr(abs(float(degree))).removesuffix(".0"))


def _data(data: Data) -> Scalar | Block | None:
    return made_of(dict(data)) if data else None


def _date(day: date | None) -> Scalar | None:
    return None if day is None else Scalar(f"{day.year:04}-{day.month:02}-{day.day:02}")
