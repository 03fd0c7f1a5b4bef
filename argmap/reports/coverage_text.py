"""How much of its sources a map accounts for, as people read it in a terminal.

    sundays: Should the library open on Sundays?
      article  Leave the Light On at Mill Lane
        A Room on a Sunday               8  ██████████ 100%  1 set aside
        Who Comes                       12  ████████▎░  83%  missing 4.3, 5.1
        all                             20  █████████░  90%  1 set aside

A place is a paragraph and its sentences, headings aside: `4.3`, `5.1-2`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from argmap.coverage import Counts, CoveredSentence, MapCoverage, SourceCoverage, Unplaced
from argmap.model import Passage
from argmap.reports.checked import counted
from argmap.reports.printable import cut, folded

_CELLS: Final = 20
_BLOCKS: Final = " ▏▎▍▌▋▊▉█"
_REST: Final = "░"
_NAME: Final = 34
_LONGEST_WORDS: Final = 100


def coverage_text(maps: Sequence[MapCoverage], *, with_words: bool = False) -> str:
    """Return how much of each source, and of each of its sections, is accounted for.

    Args:
        maps: maps with their sources.
        with_words: whether the sentences that are missing are written out.
    """
    lines = [line for one in maps for line in _map(one, with_words=with_words)]
    return "".join(f"{line}\n" for line in (*lines, _total(maps)))


def places(sentences: Iterable[CoveredSentence]) -> str:
    """Return the places of sentences: `2.1, 4.3-5`."""
    parts = []
    for paragraph, several in groupby(sentences, lambda one: one.paragraph):
        numbers = [one.number for one in several]
        runs = groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
        for _, run in runs:
            first, *others = [number for _, number in run]
            last = f"-{others[-1]}" if others else ""
            parts.append(f"{paragraph}.{first}{last}")
    return ", ".join(parts)


def bar(share: float, cells: int = _CELLS) -> str:
    """Return a bar for a part of 1; it is full only where all is there, and empty for nothing."""
    eighths = int(share * cells * 8)
    if share > 0:
        eighths = max(1, eighths)
    whole, part = divmod(eighths, 8)
    partial = _BLOCKS[part] if part else ""
    return f"{'█' * whole}{partial}".ljust(cells, _REST)


def percent(share: float) -> str:
    """Return a part of 1 in percent, never rounded up to 100 or down to 0."""
    if 0 < share < 1:
        return f"{min(99, max(1, round(100 * share)))}%"
    return f"{round(100 * share)}%"


def _map(one: MapCoverage, *, with_words: bool) -> Iterator[str]:
    yield f"{folded(one.name)}: {folded(one.map.title)}" if one.map.title else folded(one.name)
    for source in one.sources:
        yield f"  {folded(source.source.id)}  {folded(source.source.title)}"
        sections = list(source.sections())
        if len(sections) > 1:
            for heading, sentences in sections:
                yield _row(heading or "(before the first heading)", sentences)
        yield _row("all", source.sentences, with_places=len(sections) == 1)
        yield from (f"      {_lost(each)}" for each in source.unplaced)
        if with_words:
            yield from _words(source)
    for source_id, why in one.absent:
        yield f"  {folded(source_id)}  no text: {folded(why)}"


def _row(name: str, sentences: Sequence[CoveredSentence], *, with_places: bool = True) -> str:
    counts = Counts.of(sentences)
    missing = places(each for each in sentences if each.is_missing) if with_places else ""
    notes = [
        f"missing {missing}" if missing else "",
        f"{counts.set_aside} set aside" if counts.set_aside else "",
    ]
    told = "; ".join(note for note in notes if note)
    shown = cut(folded(name), _NAME)
    measure = f"{bar(counts.share)} {percent(counts.share):>4}"
    return f"    {shown:<{_NAME}}{counts.sentences:>5}  {measure}  {told}".rstrip()


def _words(source: SourceCoverage) -> Iterator[str]:
    for each in source.sentences:
        if each.is_missing:
            words = cut(folded(source.words(each)), _LONGEST_WORDS)
            yield f"      {each.paragraph}.{each.number}  {words}"


def _lost(unplaced: Unplaced) -> str:
    passage = unplaced.passage
    where = passage.locator if isinstance(passage, Passage) else "a sentence set aside"
    who = f"'{folded(unplaced.node_id)}': " if unplaced.node_id else ""
    return f"not in the text: {who}{folded(where) or 'no place is named'}"


def _total(maps: Sequence[MapCoverage]) -> str:
    counts = Counts.sum(one.counts for one in maps)
    sources = sum(len(one.sources) for one in maps)
    return (
        f"covered {counted(len(maps), 'map')}, {counted(sources, 'source')} with text, "
        f"{counted(counts.sentences, 'sentence')}: {counts.cited} cited, "
        f"{counts.set_aside} set aside, {counts.missing} missing: {percent(counts.share)}"
    )
