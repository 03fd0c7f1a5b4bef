"""One node or relation in words: what it says, how it stands and why, and what bears on it."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from argmap.assess import Assessment, Status
from argmap.model import ArgumentMap, Claim, Evidence, Node, Passage, Relation, Stance
from argmap.reports.printable import folded

_WIDTH: Final = 96
_SIGNS: Final = {
    Stance.SUPPORTS: "+",
    Stance.CONTRASTS: "-",
    Stance.UNDERCUTS: "x",
    Stance.RESTATES: "=",
}
_INCOMING: Final = {
    Stance.SUPPORTS: "supported by",
    Stance.CONTRASTS: "contrasted by",
    Stance.UNDERCUTS: "undercut by",
    Stance.RESTATES: "restated by",
}
_OF_CLAIMS: Final = {
    Status.SUPPORTED: "evidence that cites a source reaches it",
    Status.CONTESTED: "evidence speaks for it and against it",
    Status.REFUTED: "evidence speaks against it, and none for it",
    Status.UNSUPPORTED: "nothing supports it",
}
_OF_EVIDENCE: Final = {
    Status.SUPPORTED: "it cites a source",
    Status.UNSUPPORTED: "it cites no source",
}
_MOST_STEPS: Final = 30


def describe_node(argument_map: ArgumentMap, assessment: Assessment, node: Node) -> str:
    """Describe a claim or a piece of evidence."""
    return _text(_node_lines(argument_map, assessment, node))


def describe_relation(argument_map: ArgumentMap, assessment: Assessment, relation: Relation) -> str:
    """Describe a step of the argument."""
    return _text(_relation_lines(argument_map, assessment, relation))


def _node_lines(argument_map: ArgumentMap, assessment: Assessment, node: Node) -> Iterator[str]:
    yield folded(node.id)
    yield from _wrapped(node.text, "  ")
    yield from _wrapped(_kind(node), "  ")
    if node.note:
        yield from _wrapped(f"note: {node.note}", "  ")
    yield ""
    yield from _status_lines(argument_map, assessment, node)
    for stance, heading in _INCOMING.items():
        relations = argument_map.incoming(node.id, stance)
        yield from _relations(argument_map, assessment, heading, relations)
    for stance in Stance:
        relations = argument_map.outgoing(node.id, stance)
        yield from _relations(argument_map, assessment, stance, relations, node.id)
    if node.passages:
        yield ""
        yield "passages"
        for passage in node.passages:
            yield from _passage(argument_map, passage)


def _relation_lines(
    argument_map: ArgumentMap, assessment: Assessment, relation: Relation
) -> Iterator[str]:
    yield folded(relation.id)
    yield from _wrapped(sentence(relation), "  ")
    if relation.span is not None:
        yield f"  relation; {folded(str(relation.span))}"
    for name, value in (("because", relation.because), ("scheme", relation.scheme)):
        if value:
            yield from _wrapped(f"{name}: {value}", "  ")
    yield ""
    yield f"status: {why_idle(assessment, relation) or 'it holds'}"
    undercuts = argument_map.incoming(relation.id, Stance.UNDERCUTS)
    yield from _relations(argument_map, assessment, "undercut by", undercuts)
    for heading, ends in (("premises", relation.premises), ("target", (relation.target,))):
        yield ""
        yield heading
        for end in ends:
            yield from _end(argument_map, assessment, end, "  ")


def _kind(node: Node) -> str:
    """Say what a node is and where it stands, on a line."""
    is_main = isinstance(node, Claim) and node.main
    words = ["claim" if isinstance(node, Claim) else "evidence", node.type, "main" * is_main]
    parts = [
        ", ".join(word for word in words if word),
        f"section {node.section}" if node.section else "",
        f"tags {', '.join(node.tags)}" if node.tags else "",
        f"confidence {node.confidence:g}" if node.confidence is not None else "",
        str(node.span) if node.span else "",
    ]
    return "; ".join(part for part in parts if part)


def _status_lines(argument_map: ArgumentMap, assessment: Assessment, node: Node) -> Iterator[str]:
    yield from _wrapped(f"status: {status_in_words(argument_map, assessment, node)}", "")
    grounds = assessment.grounds(node.id)
    against = _against(argument_map, assessment, node)
    if against is not None and grounds:
        yield "for it:"
    yield from _proof(argument_map, grounds, node.id)
    if against is not None:
        steps = [step for premise in against.premises for step in assessment.grounds(premise)]
        yield "against it:"
        yield from _proof(argument_map, [*steps, against])
        if against.target != node.id:
            yield f"      which says the same as '{folded(node.id)}'"


def _against(argument_map: ArgumentMap, assessment: Assessment, node: Node) -> Relation | None:
    """Return the first contrast that holds against a node, or against what restates it."""
    if assessment.status(node.id) not in {Status.CONTESTED, Status.REFUTED}:
        return None
    same, seen = [node.id], {node.id}
    for one in same:
        ends = (
            end
            for relation in (
                *argument_map.incoming(one, Stance.RESTATES),
                *argument_map.outgoing(one, Stance.RESTATES),
            )
            for end in (relation.target, *relation.premises)
        )
        more = [end for end in dict.fromkeys(ends) if end not in seen]
        same += more
        seen.update(more)
    contrasts = (
        relation for one in same for relation in argument_map.incoming(one, Stance.CONTRASTS)
    )
    return next((relation for relation in contrasts if assessment.holds(relation.id)), None)


def status_in_words(argument_map: ArgumentMap, assessment: Assessment, node: Node) -> str:
    """Say the status of a node with its reason, as in `contested: …`."""
    status = assessment.status(node.id)
    if status is Status.WITHDRAWN:
        reason = node.withdrawn
    elif isinstance(node, Evidence) and status in _OF_EVIDENCE:
        reason = _OF_EVIDENCE[status]
    elif isinstance(node, Claim) and status is Status.ASSUMED:
        reason = node.assumed
    elif status is Status.UNSUPPORTED and argument_map.incoming(node.id, Stance.SUPPORTS):
        reason = "what supports it does not lead back to evidence that cites a source"
    else:
        reason = _OF_CLAIMS.get(status)
    return f"{status}: {reason}" if reason else str(status)


def _proof(argument_map: ArgumentMap, steps: Sequence[Relation], end: str = "") -> Iterator[str]:
    """Number the steps of a proof, after the places that its evidence cites."""
    named = dict.fromkeys((*(premise for step in steps for premise in step.premises), end))
    facts = [
        _citing(argument_map, node)
        for node_id in named
        if isinstance(node := argument_map.nodes_by_id.get(node_id), Evidence) and node.passages
    ]
    lines = [*facts, *map(sentence, dict.fromkeys(steps))]
    skipped = max(0, len(lines) - _MOST_STEPS)
    if skipped:
        yield f"      {skipped} steps before these"
    for number, line in enumerate(lines[skipped:], skipped + 1):
        yield from _wrapped(line, f"{number:>4}. ", " " * 6)


def _citing(argument_map: ArgumentMap, evidence: Evidence) -> str:
    """Say which sources a piece of evidence cites: `'counts' cites Lind 2021, p. 12`."""
    places = "; ".join(place_in_source(argument_map, passage) for passage in evidence.passages)
    return f"'{evidence.id}' cites {places}"


def place_in_source(argument_map: ArgumentMap, passage: Passage) -> str:
    """Say where a passage is: `Lind 2021, p. 12`."""
    name = argument_map.short_titles.get(passage.source, passage.source)
    return f"{name}, {passage.locator}" if passage.locator else name


def sentence(relation: Relation) -> str:
    """Say a relation: `'a' and 'b' together support 'c'`."""
    names = [f"'{premise}'" for premise in relation.premises]
    if len(names) == 1:
        return f"{names[0]} {relation.stance} '{relation.target}'"
    verb = str(relation.stance).removesuffix("s")
    return f"{', '.join(names[:-1])} and {names[-1]} together {verb} '{relation.target}'"


def _relations(
    argument_map: ArgumentMap,
    assessment: Assessment,
    heading: str,
    relations: Sequence[Relation],
    premise: str | None = None,
) -> Iterator[str]:
    """List relations under a heading by their premises, or by their targets for one premise."""
    if not relations:
        return
    yield ""
    yield heading
    for relation in relations:
        sign = _SIGNS[relation.stance]
        ends = relation.premises if premise is None else (relation.target,)
        yield from _end(argument_map, assessment, ends[0], f"  {sign} ")
        for end in ends[1:]:
            yield from _end(argument_map, assessment, end, "    with ")
        others = [folded(one) for one in relation.premises if one != premise]
        if premise is not None and others:
            yield from _wrapped(f"together with {', '.join(others)}", "      ")
        if relation.is_named:
            yield f"      relation {folded(relation.id)}"
        if relation.because:
            yield from _wrapped(f"because: {relation.because}", "      ")
        standing = why_idle(assessment, relation)
        if standing:
            yield from _wrapped(standing, "      ")


def _end(argument_map: ArgumentMap, assessment: Assessment, end: str, indent: str) -> Iterator[str]:
    node = argument_map.nodes_by_id.get(end)
    if node is None:
        relation = argument_map.relations_by_id.get(end)
        kind = "missing" if relation is None else "relation"
        yield f"{indent}{folded(end)} ({kind})"
        return
    kind = "claim" if isinstance(node, Claim) else "evidence"
    yield f"{indent}{folded(node.id)} ({kind}, {assessment.status(node.id)})"
    yield from _wrapped(node.text, "      ")


def why_idle(assessment: Assessment, relation: Relation) -> str:
    """Say why a relation does not count; empty where it does."""
    if relation.stance is Stance.RESTATES or assessment.holds(relation.id):
        return ""
    undercuts = assessment.undercut_by(relation.id)
    if undercuts:
        by = ", ".join(f"'{premise}'" for one in undercuts for premise in one.premises)
        return f"does not count: undercut by {by}"
    refuted = [one for one in relation.premises if assessment.status(one) is Status.REFUTED]
    if refuted:
        return f"does not count: {_are(refuted)} refuted"
    weak = [f"'{one}'" for one in relation.premises if not assessment.is_grounded(one)]
    if weak:
        return f"does not count: no evidence reaches {', '.join(weak)}"
    return "does not count: whether what undercuts it holds cannot be decided"


def _are(names: list[str]) -> str:
    listed = ", ".join(f"'{name}'" for name in names)
    return f"{listed} {'is' if len(names) == 1 else 'are'}"


def _passage(argument_map: ArgumentMap, passage: Passage) -> Iterator[str]:
    source = argument_map.sources_by_id.get(passage.source)
    place = place_in_source(argument_map, passage)
    is_named = argument_map.short_titles.get(passage.source, passage.source) != passage.source
    head = f"{passage.source}: {place}" if is_named else place
    yield from _wrapped(head, "  ", "      ")
    if source is None:
        yield "      missing: no source has this id"
    else:
        said = (source.author, source.title, source.publisher, source.date, source.url, source.doi)
        isbn = f"ISBN {source.isbn}" if source.isbn else None
        yield from _wrapped(". ".join(part for part in (*said, isbn) if part), "      ")
    if passage.quote:
        yield from _wrapped(f'"{passage.quote}"', "      ")


def _wrapped(text: str, indent: str, further: str | None = None) -> Iterator[str]:
    """Break a text into lines that a terminal takes; nothing for an empty one."""
    yield from wrap(
        folded(text),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if further is None else further,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _text(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
