"""The text of a source as the page shows it: sentences with what cites them, quotations marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from attrs import frozen

from argmap.coverage import CoveredSentence, cover
from argmap.extract.at_hand import TextAtHand
from argmap.model import Node, Passage
from argmap.passages import SourceText, Stretch, find, regions
from argmap.web.desk import Laid
from argmap.web.refusals import RefusalError

Record: TypeAlias = dict[str, object]


def read_source(laid: Laid, source_id: str, node: Node | None) -> Record:
    """Return the text of a source in blocks of parts.

    Each part has its words, how the map accounts for them, who cites them, and whether a passage
    of the node has them. Where the text is not at hand, `missing` says why.

    Args:
        laid: the map.
        source_id: the id of the source.
        node: whose passages are marked.

    Raises:
        RefusalError: when there is no such source.
    """
    source = laid.loaded.map.sources_by_id.get(source_id)
    if source is None:
        raise RefusalError(404, f"there is no such source in the map {laid.name}; reload")
    at_hand = laid.texts.get(source_id)
    if not isinstance(at_hand, TextAtHand):
        why = (at_hand.message if at_hand else "") or "the source names no `file:`"
        missing = f"the text of '{source_id}' is not at hand: {why}"
        return {"id": source.id, "title": source.title, "missing": missing, "blocks": []}
    text = at_hand.source
    covered = cover(laid.loaded.map, source, text).sentences
    wanted = node.passages if node else ()
    marks = merged(
        place for one in wanted if one.source == source_id for place in places_of(text, one)
    )
    parting = _Parting(text.text, covered, [one.start for one in covered], marks)
    return {
        "id": source.id,
        "title": source.title,
        "language": text.language,
        "blocks": [
            {"level": block.level, "parts": list(parting.parts(block.start, block.end))}
            for block in text.blocks
        ],
    }


def places_of(text: SourceText, passage: Passage) -> Sequence[Stretch]:
    """Return where the words of a passage stand in a text, in code points from 0."""
    if passage.quote:
        found = find(text, passage)
        return found.at_locator or found.places[:1]
    return regions(text, passage) or ()


def merged(stretches: Iterator[Stretch]) -> list[Stretch]:
    """Return stretches in order, those that meet joined."""
    found = list[Stretch]()
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


@frozen
class _Parting:
    """Cuts a text where sentences and marks begin and end."""

    text: str
    sentences: Sequence[CoveredSentence]
    starts: Sequence[int]
    marks: Sequence[Stretch]

    def parts(self, start: int, end: int) -> Iterator[Record]:
        """Give the parts of a block."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        within = self.sentences[first : bisect_left(self.starts, end)]
        cuts = {start, end}
        cuts |= {cut for one in within for cut in (one.start, one.end) if start < cut < end}
        low = max(bisect_right(self.marks, (start, start)) - 1, 0)
        for mark in self.marks[low : bisect_left(self.marks, (end, end))]:
            cuts |= {cut for cut in mark if start < cut < end}
        places = sorted(cuts)
        for begin, stop in pairwise(places):
            yield self._part(begin, stop)

    def _part(self, start: int, end: int) -> Record:
        number = bisect_right(self.starts, start) - 1
        one = self.sentences[number] if number >= 0 else None
        one = one if one and start < one.end else None
        place = bisect_right(self.marks, (start, len(self.text) + 1)) - 1
        return {
            "text": self.text[start:end],
            "cover": _cover(one),
            "nodes": list(dict.fromkeys(it.node_id for it in one.citations)) if one else [],
            "why": one.set_aside if one else None,
            "mark": place >= 0 and start < self.marks[place][1],
        }


def _cover(sentence: CoveredSentence | None) -> str:
    if sentence is None:
        return ""
    if sentence.is_cited:
        return "cited"
    return "missing" if sentence.is_missing else "aside"
