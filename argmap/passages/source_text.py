"""The plain text of a source, with its paragraphs, sentences, headings and pages."""

import re
from bisect import bisect_right
from functools import cached_property
from operator import itemgetter
from typing import Final, TypeAlias

from attrs import frozen

from argmap.passages.boundaries import Boundaries
from argmap.passages.normal_text import NormalText, normal_text
from argmap.passages.sentences import sentence_stretches
from argmap.passages.word_index import WordIndex, word_index

Stretch: TypeAlias = tuple[int, int]
"""Where something stands in a text: its first code point, from 0, and the one after its last."""

_LINE_END: Final = re.compile(r"\r\n?")
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n\s*")
_LONGEST_HEADING: Final = 100
_ENDS_A_SENTENCE: Final = tuple(".!?:;,\u2026\u3002\uff01\uff1f\u0964\u061f'\")]\u201d\u2019\u300d")


@frozen
class Block:
    """A paragraph or a heading of a source text.

    Attributes:
        start: its first code point, from 0.
        end: the code point after its last.
        level: 0 for a paragraph; 1 and more for a heading.
    """

    start: int
    end: int
    level: int = 0


@frozen
class SourceText:
    """The plain text of a source, with what its paragraphs and headings are.

    Attributes:
        text: the whole text; its lines end with a line feed alone.
        blocks: in order, not overlapping. Locators count paragraphs, not headings.
        language: the language of the text, as in BCP 47.
        pages: where each page starts, in code points; empty where there are no pages.
    """

    text: str
    blocks: tuple[Block, ...]
    language: str = "en"
    pages: tuple[int, ...] = ()

    @cached_property
    def paragraphs(self) -> tuple[Stretch, ...]:
        """Where the paragraphs stand."""
        return tuple((block.start, block.end) for block in self.blocks if not block.level)

    @cached_property
    def sentences(self) -> tuple[tuple[Stretch, ...], ...]:
        """Where the sentences stand, for each paragraph."""
        return tuple(
            tuple(
                (start + first, start + last)
                for first, last in sentence_stretches(self.text[start:end], self.language)
            )
            for start, end in self.paragraphs
        )

    @cached_property
    def all_sentences(self) -> tuple[Stretch, ...]:
        """Where the sentences stand, through the whole text."""
        return tuple(sentence for paragraph in self.sentences for sentence in paragraph)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Where the lines start."""
        return (0, *(end.end() for end in re.finditer("\n", self.text)))

    @cached_property
    def normal(self) -> NormalText:
        """The text as it counts when words are compared."""
        return normal_text(self.text)

    @cached_property
    def index(self) -> WordIndex:
        """Where each word of the normalised text stands."""
        return word_index(self.normal.text)

    @cached_property
    def boundaries(self) -> Boundaries:
        """Where a quotation may begin and end."""
        return Boundaries(self.normal, self.text)

    def paragraph_at(self, position: int) -> int | None:
        """Return the number, from 1, of the paragraph that a code point is in."""
        return _number_at(self.paragraphs, position)

    def line_at(self, position: int) -> int:
        """Return the number, from 1, of the line that a code point is on."""
        return bisect_right(self.line_starts, position)

    def section_at(self, position: int) -> tuple[str, ...]:
        """Return the headings that a code point stands under, the outermost first."""
        before = bisect_right(self._heading_starts, position)
        return self._sections[before]

    @cached_property
    def _heading_starts(self) -> tuple[int, ...]:
        return tuple(block.start for block in self.blocks if block.level)

    @cached_property
    def _sections(self) -> tuple[tuple[str, ...], ...]:
        """The headings that the text stands under, before the first heading and from each on."""
        paths: list[tuple[str, ...]] = [()]
        above: list[Block] = []
        for block in self.blocks:
            if block.level:
                while above and above[-1].level >= block.level:
                    above.pop()
                above.append(block)
                paths.append(tuple(self.text[one.start : one.end] for one in above))
        return tuple(paths)


def plain_source(text: str, language: str = "en") -> SourceText:
    """Return a plain text as a source text.

    Paragraphs are divided by blank lines; in a text without blank lines each line is one.
    A heading is a short single line that does not end as a sentence does and is followed by a
    paragraph. All headings are of one level.

    Args:
        text: the text; its line ends may be of any kind.
        language: its language as in BCP 47.
    """
    lines_end = _LINE_END.sub("\n", text)
    stretches = _blocks(lines_end)
    last = len(stretches) - 1
    return SourceText(
        lines_end,
        tuple(
            Block(start, end, int(number < last and _is_heading(lines_end[start:end])))
            for number, (start, end) in enumerate(stretches)
        ),
        language,
    )


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a plain text, headings aside, as `plain_source` finds them."""
    source = plain_source(text)
    return tuple(source.text[start:end] for start, end in source.paragraphs)


def _blocks(text: str) -> list[Stretch]:
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    between = _BLANK_LINE if _BLANK_LINE.search(text, first, last) else re.compile("\n")
    borders = [first, *(at for one in between.finditer(text, first, last) for at in one.span())]
    pieces = zip(borders[::2], [*borders[1::2], last], strict=True)
    return [
        (start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
        for start, end in pieces
        if (piece := text[start:end]).strip()
    ]


def _is_heading(block: str) -> bool:
    is_short_line = "\n" not in block and len(block) <= _LONGEST_HEADING
    return is_short_line and not block.endswith(_ENDS_A_SENTENCE)


def _number_at(stretches: tuple[Stretch, ...], position: int) -> int | None:
    number = bisect_right(stretches, position, key=itemgetter(0))
    return number if number and position < stretches[number - 1][1] else None
