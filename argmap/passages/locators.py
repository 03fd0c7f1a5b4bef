"""The stretches of a source text that the locator of a passage names."""

from collections.abc import Iterator

from argmap.findings import InvalidValueError
from argmap.model import Extent, Passage
from argmap.passages.normalising import normalise
from argmap.passages.places import stretches_at
from argmap.passages.source_text import SourceText, Stretch


def regions(source: SourceText, passage: Passage) -> tuple[Stretch, ...] | None:
    """Return where the words of a passage are to stand, by its locator.

    Paragraph, sentence, line, page and section count, together. A page or a section that the
    text knows nothing of is passed over: pages may be numbered otherwise in print. So is a time.

    Returns:
        The stretches, in order; empty where the text has no such paragraph, sentence or line;
        None where nothing in the locator says where to look.
    """
    chosen: tuple[Stretch, ...] | None = None
    for stretches in _named(source, passage):
        chosen = stretches if chosen is None else tuple(_common(chosen, stretches))
    return chosen


def _named(source: SourceText, passage: Passage) -> Iterator[tuple[Stretch, ...]]:
    if passage.paragraph is not None or passage.sentence is not None:
        found = stretches_at(source, passage)
        yield ((found[0][0], found[-1][1]),) if found else ()
    if passage.line is not None:
        yield _pieces(source.line_starts, passage.line, len(source.text))
    if passage.page is not None and (pages := _pages(source, passage.page)):
        yield pages
    if passage.section is not None and (sections := _sections(source, passage.section)):
        yield sections


def _pages(source: SourceText, page: str) -> tuple[Stretch, ...]:
    try:
        return _pieces(source.pages, Extent.parse(page), len(source.text))
    except InvalidValueError:  # a roman number, or a letter before the number
        return ()


def _pieces(starts: tuple[int, ...], extent: Extent, end: int) -> tuple[Stretch, ...]:
    if extent.last > len(starts):
        return ()
    after = starts[extent.last] if extent.last < len(starts) else end
    return ((starts[extent.first - 1], after),)


def _sections(source: SourceText, section: str) -> tuple[Stretch, ...]:
    """Return the stretches under each heading that is called so, or has that number."""
    wanted = normalise(section).casefold()
    headings = [block for block in source.blocks if block.level]
    ends = _section_ends([block.level for block in headings])
    return tuple(
        (block.start, headings[end].start if end < len(headings) else len(source.text))
        for block, end in zip(headings, ends, strict=True)
        if _is_called(normalise(source.text[block.start : block.end]).casefold(), wanted)
    )


def _section_ends(levels: list[int]) -> list[int]:
    """Return for each heading the number of the first one after it that is no deeper."""
    ends = [len(levels)] * len(levels)
    open_ones: list[int] = []
    for number, level in enumerate(levels):
        while open_ones and levels[open_ones[-1]] >= level:
            ends[open_ones.pop()] = number
        open_ones.append(number)
    return ends


def _is_called(heading: str, wanted: str) -> bool:
    number = heading.partition(" ")[0].rstrip(".:)")
    return wanted in {heading, number, heading[len(number) :].lstrip(".:) ")}


def _common(some: tuple[Stretch, ...], others: tuple[Stretch, ...]) -> Iterator[Stretch]:
    for start, end in some:  # there is one at most: only sections are several, and they come last
        for first, last in others:
            if max(start, first) < min(end, last):
                yield max(start, first), min(end, last)
