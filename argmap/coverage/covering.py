"""Lay a map over the text of one of its sources."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import field, frozen

from argmap.coverage.values import Citation, CoveredSentence, Role, SourceCoverage, Unplaced
from argmap.model import ArgumentMap, Evidence, Node, Passage, SetAside, Source, Stance
from argmap.passages import SourceText, Stretch, find, regions

_ROLES: Final[Mapping[Stance, Role]] = {
    Stance.SUPPORTS: Role.SUPPORT,
    Stance.CONTRASTS: Role.CONTRAST,
    Stance.UNDERCUTS: Role.CONTRAST,
    Stance.RESTATES: Role.SUPPORT,
}


def cover(argument_map: ArgumentMap, source: Source, text: SourceText) -> SourceCoverage:
    """Return which sentences of a source the map accounts for.

    A passage accounts for the sentences that its place touches: paragraph and sentence where it
    names them, else its quotation, else its line, page or section. What is withdrawn cites
    nothing. Takes time linear in the map and the text.

    Args:
        argument_map: the map.
        source: one of its sources.
        text: the text of that source.
    """
    places = tuple(_places(text))
    laying = _Laying(text, [place[2] for place in places], [place[3] for place in places])
    cited: dict[int, list[Citation]] = {}
    for node in argument_map.nodes:
        citation = Citation(node.id, _roles(argument_map, node))
        passages = [one for one in node.passages if one.source == source.id]
        for number in laying.numbers(node.id, passages if node.withdrawn is None else ()):
            cited.setdefault(number, []).append(citation)
    reasons: dict[int, str] = {}
    for one in argument_map.set_aside:
        if one.source == source.id:
            reasons |= dict.fromkeys(laying.numbers("", [one]), one.reason)
    sentences = (
        CoveredSentence(*place, tuple(cited.get(number, ())), reasons.get(number))
        for number, place in enumerate(places)
    )
    return SourceCoverage(source, text, tuple(sentences), tuple(laying.unplaced))


def _places(text: SourceText) -> Iterator[tuple[int, int, int, int, str]]:
    """Give paragraph, number, start, end and section of each sentence."""
    for paragraph, sentences in enumerate(text.sentences, 1):
        for number, (start, end) in enumerate(sentences, 1):
            headings = text.section_at(start)
            yield paragraph, number, start, end, headings[-1] if headings else ""


@frozen
class _Laying:
    """Finds the sentences that passages touch, and keeps those that touch none."""

    text: SourceText
    starts: Sequence[int]
    ends: Sequence[int]
    unplaced: list[Unplaced] = field(factory=list)

    def numbers(self, node_id: str, passages: Iterable[Passage | SetAside]) -> list[int]:
        """Return the numbers, from 0, of the sentences that passages touch, each once."""
        found: dict[int, None] = {}
        for passage in passages:
            touched = [
                number
                for start, end in _stretches(self.text, _as_passage(passage))
                for number in range(bisect_right(self.ends, start), bisect_left(self.starts, end))
            ]
            if not touched:
                self.unplaced.append(Unplaced(node_id, passage))
            found |= dict.fromkeys(touched)
        return list(found)


def _stretches(text: SourceText, passage: Passage) -> tuple[Stretch, ...]:
    """Return the stretches of a text that a passage accounts for."""
    if passage.quote and passage.paragraph is None and passage.sentence is None:
        found = find(text, passage)
        return found.at_locator or found.places
    return regions(text, passage) or ()


def _as_passage(place: Passage | SetAside) -> Passage:
    if isinstance(place, Passage):
        return place
    return Passage(place.source, paragraph=place.paragraph, sentence=place.sentence)


def _roles(argument_map: ArgumentMap, node: Node) -> tuple[Role, ...]:
    if not isinstance(node, Evidence):
        return (Role.CLAIM,)
    found = {_ROLES[relation.stance] for relation in argument_map.outgoing(node.id)}
    return tuple(role for role in Role if role in found) or (Role.EVIDENCE,)
