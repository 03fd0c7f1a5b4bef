"""What an editor shows of an id, a field or a rule that the pointer rests on."""

from collections.abc import Iterator, Sequence
from typing import Final

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position

from argmap.checks import RULES
from argmap.claimfile.renaming import Named
from argmap.lsp.desk import Page
from argmap.lsp.field_at import field_at
from argmap.lsp.looking import Looked
from argmap.lsp.markdown import plain, strong
from argmap.model import ArgumentMap, Claim, Node, Passage, Relation, Source, Stance
from argmap.project import LoadedMap
from argmap.reports.description import place_in_source, sentence, status_in_words, why_idle
from argmap.reports.printable import cut
from argmap.reports.reviewed import OF_STATES, review_lines
from argmap.review import standing_of

_MOST: Final = 12
_LONGEST: Final = 1_000
_INCOMING: Final = {
    Stance.SUPPORTS: "Supported by",
    Stance.CONTRASTS: "Contrasted by",
    Stance.UNDERCUTS: "Undercut by",
    Stance.RESTATES: "Restated by",
}


def hover(page: Page, position: Position) -> Hover | None:
    """Return what is to be told about a place; None where there is nothing to tell."""
    offset = page.positions.offset(page.file, position)
    one = page.looked.at(page.file, offset)
    if one is not None and page.looked.loaded is not None:
        lines = _about(page.looked, page.looked.loaded, *page.looked.target(one))
        span = one.span
    elif page.is_claim_file and (found := field_at(page.file, offset)) is not None:
        lines, span = _field(found.name, found.about), found.span
    else:
        return None
    text = "\n\n".join(line for line in lines if line)
    if not text:
        return None
    return Hover(MarkupContent(MarkupKind.Markdown, text), page.positions.range(span))


def _about(looked: Looked, loaded: LoadedMap, what: Named, name: str) -> Iterator[str]:
    the_map = loaded.map
    if what is Named.SOURCE and name in the_map.sources_by_id:
        yield from _source(the_map, the_map.sources_by_id[name])
    elif what is Named.NODE and name in the_map.nodes_by_id:
        yield from _node(looked, loaded, the_map.nodes_by_id[name])
    elif what is Named.RELATION and name in the_map.relations_by_id:
        yield from _relation(loaded, the_map.relations_by_id[name])


def _node(looked: Looked, loaded: LoadedMap, node: Node) -> Iterator[str]:
    the_map, assessment = loaded.map, loaded.assessment
    is_main = isinstance(node, Claim) and node.main
    kind = ", ".join(
        word
        for word in (
            "claim" if isinstance(node, Claim) else "evidence",
            node.type,
            "main" * is_main,
        )
        if word
    )
    yield f"{strong(node.id)} ({plain(kind)})"
    yield plain(node.text)
    yield plain(f"Status: {status_in_words(the_map, assessment, node)}")
    for stance, heading in _INCOMING.items():
        relations = the_map.incoming(node.id, stance)
        yield _listed(heading, [_step(loaded, one) for one in relations])
    for stance in Stance:
        ends = [_end(loaded, one.target) for one in the_map.outgoing(node.id, stance)]
        yield _listed(stance.capitalize(), ends)
    for passage in node.passages[:_MOST]:
        yield _passage(looked, passage)
    yield from _review(loaded, node)


def _review(loaded: LoadedMap, node: Node) -> Iterator[str]:
    """Tell verdicts, open flags and waivers of reviewers."""
    if not loaded.reviews:
        return
    standing = standing_of(loaded.map, node, loaded.reviews, loaded.assessment)
    lines = [plain(line) for line in review_lines(standing, loaded.reviews)]
    heading = f"Review: {standing.state}: {OF_STATES[standing.state]}"
    yield _listed(plain(heading), lines) or plain(heading)


def _relation(loaded: LoadedMap, relation: Relation) -> Iterator[str]:
    yield f"{strong(relation.id)} (relation)"
    yield plain(sentence(relation))
    if relation.because:
        yield plain(f"Because: {relation.because}")
    yield plain(f"Status: {why_idle(loaded.assessment, relation) or 'it holds'}")
    undercuts = loaded.map.incoming(relation.id, Stance.UNDERCUTS)
    yield _listed("Undercut by", [_step(loaded, one) for one in undercuts])


def _source(the_map: ArgumentMap, source: Source) -> Iterator[str]:
    yield f"{strong(source.id)} (source)"
    said = (source.author, source.title, source.publisher, source.date, source.url, source.doi)
    yield plain(". ".join(part for part in said if part))
    if source.retracted:
        yield plain(f"Retracted: {source.retracted}")
    citing = [node for node in the_map.nodes if any(_is_of(one, source) for one in node.passages)]
    yield _listed("Cited by", [f"{strong(node.id)}: {plain(node.text)}" for node in citing])


def _is_of(passage: Passage, source: Source) -> bool:
    return passage.source == source.id


def _field(name: str, about: str) -> Iterator[str]:
    rule = next((one for one in RULES if name in {one.name, str(one.code)}), None)
    yield strong(rule.name if rule else name)
    yield plain(rule.summary if rule else about)
    if rule:
        yield plain(rule.why)


def _step(loaded: LoadedMap, relation: Relation) -> str:
    """Tell a step by its premises, and whether it counts."""
    premises = " with ".join(_end(loaded, one) for one in relation.premises)
    idle = why_idle(loaded.assessment, relation)
    return f"{premises} ({plain(idle)})" if idle else premises


def _end(loaded: LoadedMap, name: str) -> str:
    node = loaded.map.nodes_by_id.get(name)
    if node is None:
        is_missing = name not in loaded.map.relations_by_id
        return f"{strong(name)} ({'missing' if is_missing else 'relation'})"
    return f"{strong(node.id)} ({loaded.assessment.status(node.id)}): {plain(node.text)}"


def _passage(looked: Looked, passage: Passage) -> str:
    """Tell what a passage quotes, or what stands there, and where that is."""
    the_map = looked.map
    source = the_map.sources_by_id.get(passage.source)
    place = place_in_source(the_map, passage)
    if source and source.title and source.title not in place:
        place = f"{source.title} ({place})"
    words = passage.quote or looked.words_of(passage)
    quote = f"> {plain(cut(words, _LONGEST))}  \n" if words else ""
    return f"{quote}> {plain(place)}"


def _listed(heading: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    more = [f"and {len(lines) - _MOST} more"] if len(lines) > _MOST else []
    return "\n".join((f"{heading}:\n", *(f"- {line}" for line in (*lines[:_MOST], *more))))
