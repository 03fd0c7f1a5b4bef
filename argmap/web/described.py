"""A map as the page is told of it: nodes with their reviews, relations, findings."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from argmap.extract.at_hand import TextAtHand
from argmap.findings import Finding
from argmap.model import Claim, Node, Passage, Relation
from argmap.review import FLAGS, Decision, OpenFlag, Review, Standing, State
from argmap.review.standing import changed_steps
from argmap.text import Span, TextFile
from argmap.web.desk import Laid

Record: TypeAlias = dict[str, object]


def describe(laid: Laid) -> Record:
    """Return all that the page shows of a map but the words of its sources."""
    the_map = laid.loaded.map
    digests = {file.path: digest_of(file) for file in laid.loaded.files}
    return {
        "name": laid.name,
        "title": the_map.title or laid.name,
        "language": the_map.language,
        "picture": _picture(laid, digests),
        "nodes": [node_record(laid, node, digests) for node in the_map.nodes],
        "relations": [_relation(one) for one in the_map.relations],
        "findings": [_finding(one) for one in laid.checked.findings],
        "waived": len(laid.checked.waived),
        "sources": {
            source.id: {
                "title": the_map.short_titles.get(source.id, source.title),
                "has_text": isinstance(laid.texts.get(source.id), TextAtHand),
            }
            for source in the_map.sources
        },
    }


def _picture(laid: Laid, digests: Mapping[str, str]) -> str:
    """Return a fingerprint of all that the viewer draws of a map."""
    drawn = json.dumps([sorted(digests.items()), marks_of(laid)])
    return hashlib.sha256(drawn.encode()).hexdigest()[:16]


def digest_of(file: TextFile) -> str:
    """Return the fingerprint of the text of a file, which an edit carries."""
    return hashlib.sha256(file.text.encode("utf-8", "surrogatepass")).hexdigest()


def marks_of(laid: Laid) -> dict[str, list[str]]:
    """Return what reviews say at the corners of nodes."""
    marks = dict[str, list[str]]()
    for node in laid.loaded.map.nodes:
        standing = laid.standing(node)
        words = [
            *(["flagged"] if standing.flags else []),
            *(["stale"] if standing.state in {State.STALE, State.SUSPECT} else []),
        ]
        if words:
            marks[node.id] = words
    return marks


def node_record(laid: Laid, node: Node, digests: Mapping[str, str]) -> Record:
    """Return what the page shows of a node.

    Args:
        laid: the map.
        node: the node.
        digests: the fingerprints of the files of the map, by their paths.
    """
    standing = laid.standing(node)
    path = node.span.path if node.span else ""
    return {
        "id": node.id,
        "kind": "claim" if isinstance(node, Claim) else "evidence",
        "text": node.text,
        "type": node.type or "",
        "main": isinstance(node, Claim) and laid.loaded.map.is_main(node),
        "assumed": node.assumed if isinstance(node, Claim) else None,
        "withdrawn": node.withdrawn,
        "section": node.section or "",
        "tags": list(node.tags),
        "note": node.note,
        "status": laid.assessment.status(node.id).value,
        "state": standing.state.value,
        "read": standing.now.rests_on,
        "digest": digests.get(path, ""),
        "place": _place(node.span),
        "passages": [_passage(laid, one) for one in node.passages],
        "verdicts": list(_verdicts(laid, standing)),
        "flags": [_flag(one) for one in standing.flags],
    }


def _passage(laid: Laid, passage: Passage) -> Record:
    return {
        "source": passage.source,
        "title": laid.loaded.map.short_titles.get(passage.source, passage.source),
        "place": passage.locator,
        "quote": passage.quote,
        "has_text": isinstance(laid.texts.get(passage.source), TextAtHand),
    }


def _verdicts(laid: Laid, standing: Standing) -> Iterator[Record]:
    # Who abstains decides nothing, so that it does not count in the standing.
    abstaining = [
        one
        for one in laid.reviews_of(standing.node)
        if one.verdict and one.verdict.decision is Decision.ABSTAIN
    ]
    groups = (
        ("fresh", standing.fresh),
        ("stale", standing.stale),
        ("suspect", standing.suspect),
        ("abstain", abstaining),
    )
    for holds, reviews in groups:
        for review in reviews:
            yield from _verdict(standing, review, holds)


def _verdict(standing: Standing, review: Review, holds: str) -> Iterator[Record]:
    verdict = review.verdict
    if verdict is None:
        return
    yield {
        "by": review.reviewer,
        "decision": verdict.decision.value,
        "at": verdict.at,
        "note": verdict.note,
        "holds": holds,
        "before": verdict.text if holds == "stale" else None,
        "changes": list(changed_steps(verdict, standing.now)) if holds == "suspect" else [],
    }


def _flag(one: OpenFlag) -> Record:
    return {
        "kind": one.flag.kind,
        "severity": FLAGS[one.flag.kind].severity.word if one.flag.kind in FLAGS else "warning",
        "by": one.reviewer,
        "at": one.flag.at,
        "comment": one.flag.comment,
        "relation": one.flag.relation,
        "settled": one.settled,
    }


def _relation(relation: Relation) -> Record:
    return {
        "id": relation.id,
        "stance": relation.stance.value,
        "from": list(relation.premises),
        "to": relation.target,
        "because": relation.because,
        "named": relation.is_named,
    }


def _finding(finding: Finding) -> Record:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.word,
        "message": finding.message,
        "help": finding.help,
        "subject": finding.subject,
        "place": _place(finding.span),
    }


def _place(span: Span | None) -> str:
    if span is None:
        return ""
    line, _ = span.file.line_and_column(span.start)
    return f"{span.path}:{line}"
