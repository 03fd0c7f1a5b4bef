"""Lines as they are printed on pages, and the paragraphs and headings that they seem to make."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest
from typing import Final

from argmap.extract.lines import Line, whole_words, with_end, without_end
from argmap.extract.writing import BETWEEN
from argmap.passages import Block, SourceText

# All lengths below are in em: parts of the size of the letters. Measured on pages set by TeX, FOP,
# Typst, Chrome, ReportLab and fpdf.
_SAME_SIZE: Final = 0.1
_ALIGNED: Final = 0.7
_SAME_HEIGHT: Final = 0.3
_LEADING: Final = 1.2
_LEADINGS: Final = (0.7, 4.0)
_WIDER_LEADING: Final = 1.25
_SAME_COLUMN: Final = 4.0
_NEIGHBOURS: Final = 2
_LARGER: Final = 1.12
_LONGEST_HEADING: Final = 200
_LONGEST_BOLD_HEADING: Final = 100
_DEEPEST_HEADING: Final = 6
_ENDS_A_SENTENCE: Final = tuple(".!?:;\u2026\u3002\uff01\uff1f'\")]\u201d\u2019\u300d")
_BULLETS: Final = "\u2022\u2023\u25aa\u25cf\u25e6"


def printed_source(lines: Sequence[Line], page_count: int) -> SourceText:
    r"""Return the text that some lines make, with its pages and what seem to be its blocks.

    A line begins a block where it stands further below the line before than most do, or is of
    another size, or is shifted against it (but for a second line), or where its first word
    would have had room on the line before. On another page or in another column, a line goes on
    with a paragraph that has not ended its sentence, if it begins with a small letter.

    A word that is divided between lines is joined with a soft hyphen, which counts for nothing
    when words are compared. The hyphen stays where the word goes on with a capital or a figure,
    as in `Anglo-Saxon`, or stands with it elsewhere in the text, or where both halves do as words
    of their own, and the whole does not. Nothing comes between lines of Chinese and Japanese, and
    behind a dash without a blank. All other ends of lines are kept as `\n`.

    Headings are short blocks of larger letters, and bold ones that end no sentence; the largest
    are of level 1.

    Args:
        lines: the lines that are not blank, in the order of reading.
        page_count: how many pages there are.
    """
    groups = _grouped(lines)
    levels = _levels(groups)
    words = whole_words(lines)
    texts: list[str] = []
    blocks: list[Block] = []
    pages: list[int] = []
    length = 0
    for group, level in zip(groups, levels, strict=True):
        if texts:
            texts.append(BETWEEN)
            length += len(BETWEEN)
        start = length
        for line, after in zip_longest(group, group[1:]):
            pages += [length] * (line.page + 1 - len(pages))
            texts.append(with_end(line, after, words) if after else without_end(line))
            length += len(texts[-1])
        blocks.append(Block(start, length, level))
    pages += [length] * (page_count - len(pages))
    return SourceText("".join(texts), tuple(blocks), pages=tuple(pages[:page_count]))


def _grouped(lines: Sequence[Line]) -> list[list[Line]]:
    leading = _usual_leading(lines)
    groups: list[list[Line]] = []
    for number, line in enumerate(lines):
        if groups and _goes_on(groups[-1], line, leading, _near(lines, number)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(group: list[Line], line: Line, leading: float, near: Sequence[Line]) -> bool:
    """Say whether a line belongs to the block of the lines before it."""
    before = group[-1]
    if abs(before.size - line.size) > _SAME_SIZE * max(before.size, line.size):
        return False
    down = before.height - line.height
    if before.page != line.page or down < -_SAME_HEIGHT * line.size:
        return line.text[0].islower() and not before.text.endswith(_ENDS_A_SENTENCE)
    if before.is_broken or down < _SAME_HEIGHT * line.size:
        return True
    if down > _WIDER_LEADING * leading * line.size or line.text[0] in _BULLETS:
        return False
    is_shifted = abs(before.left - line.left) > _ALIGNED * line.size
    return not (is_shifted and len(group) > 1) and not _had_room(before, line, near)


def _had_room(before: Line, line: Line, near: Sequence[Line]) -> bool:
    """Say whether the first word of a line would have stood on the line before, which so ends."""
    edge = max(
        one.right
        for one in near
        if one.page == line.page and abs(one.left - line.left) < _SAME_COLUMN * line.size
    )
    width = (line.right - line.left) / len(line.text) * len(line.text.split(maxsplit=1)[0])
    return edge - before.right > width + line.size


def _near(lines: Sequence[Line], number: int) -> Sequence[Line]:
    return lines[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS + 1]


def _usual_leading(lines: Iterable[Line]) -> float:
    """Return how far below one another most lines stand, in parts of their size."""
    least, most = _LEADINGS
    found = Counter(
        round((one.height - other.height) / one.size, 1)
        for one, other in pairwise(lines)
        if one.page == other.page and least < (one.height - other.height) / one.size < most
    )
    return max(found, key=lambda leading: (found[leading], -leading), default=_LEADING)


def _levels(groups: Sequence[Sequence[Line]]) -> list[int]:
    letters: Counter[float] = Counter()
    for group in groups:
        for line in group:
            letters[line.size] += len(line.text)
    usual = max(letters, key=lambda size: (letters[size], -size), default=0.0)
    large = {round(group[0].size) for group in groups if _is_large(group, usual)}
    ranks = {size: rank for rank, size in enumerate(sorted(large, reverse=True), start=1)}
    nothing: Sequence[Line] = ()
    levels = (
        ranks[round(group[0].size)]
        if _is_large(group, usual)
        else (len(ranks) + 1) * _is_bold_heading(group, after)
        for group, after in zip_longest(groups, groups[1:], fillvalue=nothing)
    )
    return [min(level, _DEEPEST_HEADING) for level in levels]


def _is_large(group: Sequence[Line], usual: float) -> bool:
    length = sum(len(line.text) for line in group)
    return group[0].size > _LARGER * usual and 1 < length <= _LONGEST_HEADING


def _is_bold_heading(group: Sequence[Line], after: Sequence[Line]) -> bool:
    return (
        all(line.is_bold for line in group)
        and bool(after)
        and not any(line.is_bold for line in after)
        and sum(len(line.text) for line in group) <= _LONGEST_BOLD_HEADING
        and not group[-1].text.endswith(_ENDS_A_SENTENCE)
    )
