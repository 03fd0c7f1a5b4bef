"""Break a text into lines that fit a width, in any script."""

# ruff: noqa: RUF001 - characters that look like others are meant

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final, TypeAlias

from attrs import evolve, frozen

from argmap.render.measure import clusters, is_emoji, is_fitted, units
from argmap.render.widths import UNITS

_ELLIPSIS: Final = "…"
_NBSP: Final = "\u00a0"
# Longer words are rare, and remembering them would cost room.
_LONGEST_REMEMBERED: Final = 64

# White space that breaks; the no-break spaces U+00A0, U+2007 and U+202F are not among it.
_BLANKS: Final = re.compile(
    "[\t-\r\x1c- \x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+"
)
# Typed with an ordinary space, as in French: « oui », really ?
_LONE_MARKS: Final = frozenset({"!", "?", "?!", "!?", ":", ";", "«", "»", "‹", "›"})
_LONE_MARK: Final = re.compile(r"(?:(?<= [«‹])|(?<=\A[«‹])) | (?=(?:[!?:;»›]|\?!|!\?)(?: |\Z))")

_NO_BREAK_SPACES: Final = "\u00a0\u2007\u202f\u2060\ufeff\u2011"
# Japanese kinsoku, its Chinese likes, and vowel signs of Thai and Lao.
_NEVER_FIRST: Final = frozenset(
    "、。，．・：；？！‼⁇⁈⁉゛゜ヽヾゝゞ々〻ー〜～‐゠–—…‥％‰℃"
    "）〕］｝〉》」』】〙〗〟’”｠»›)]},.!?:;%"
    "ァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡｣､･ｧｨｩｪｫｬｭｮｯｰ﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞"
    "ะาำๅๆฯະາຳໆຯ།༎។៕៖ៗ၊။" + _NO_BREAK_SPACES
)
_NEVER_LAST: Final = frozenset(
    "（〔［｛〈《「『【〘〖〝‘“｟«‹([{｢﹙﹛﹝￥＄￡เแโใไເແໂໃໄ" + _NO_BREAK_SPACES
)
# Characters that need no space around them to let a line end: kana, ideographs, full-width forms.
# Hangul is not here, since Korean has spaces and reads better when its words stay whole.
_FREE: Final = re.compile(
    "[\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff9f\uffe0-\uffe6"
    "\U00016fe0-\U0001b2ff\U00020000-\U0003fffd]"
)
# What may hold a break inside a word at all; most words have none of it.
_SUSPECT: Final = re.compile("[-/‐–—\u0f0b\u200b\u2300-\U0010ffff]")
# The zero width space, and the dot between Tibetan syllables.
_ENDS: Final = frozenset("\u200b\u0f0b")
_JOINTS: Final = frozenset("-/‐–—")
_NO_LETTERS: Final = frozenset("0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~‐‑–—…‘’“”„«»‹›")
# Places in an address or a path where a reader expects it to go on below.
_ADDRESS_JOINTS: Final = frozenset("/?&=#_.,;+-")
# Thai to Tibetan, Burmese, Khmer: no spaces between words.
_SPACELESS: Final = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")


@frozen
class Line:
    """A line of text and its room.

    Attributes:
        text: what is drawn, without spaces at its ends.
        width: in px, an upper bound, or when fitted the length to be drawn at.
        fitted: to be drawn with SVG's `textLength`, see `measure.is_fitted`.
    """

    text: str
    width: float
    fitted: bool


_Filled: TypeAlias = tuple[str, int, bool]
"""A line of text, its width in parts of an em, and whether it is fitted."""


@frozen
class _Piece:
    """Text that stays on one line; `opens` when it takes a new line after other pieces."""

    text: str
    units: int
    fitted: bool
    opens: bool = False


def wrap(
    text: str, limit: float, size: float, *, bold: bool = False, max_lines: int = 12
) -> tuple[Line, ...]:
    """Break a text into lines at most `limit` px wide, at a font size above zero in px.

    White space, line ends included, counts as one space. An empty text has no lines. Only a
    single character (cluster) may be wider than the limit. What does not fit into `max_lines`
    (at least one) is left out, and the last line ends in "…".
    """
    lines = _kept_lines(text, _budget(limit, size), bold=bold, most=max_lines)
    return tuple([Line(line, taken * size / UNITS, fitted) for line, taken, fitted in lines])


def wrapped(
    text: str, limit: float, size: float, *, bold: bool = False, max_lines: int = 12
) -> tuple[str, ...]:
    """Return the texts alone of the lines that `wrap` breaks a text into."""
    lines = _kept_lines(text, _budget(limit, size), bold=bold, most=max_lines)
    return tuple([line for line, _, _ in lines])


def _kept_lines(text: str, budget: int, *, bold: bool, most: int) -> list[_Filled]:
    lines: list[_Filled] = []
    for line in _filled_lines(text, budget, bold=bold):
        if len(lines) == most:
            last = _shortened(lines.pop()[0], budget, bold=bold)
            lines.append((last.text, last.units, last.fitted))
            break
        lines.append(line)
    return lines


@lru_cache(maxsize=64)
def _budget(limit: float, size: float) -> int:
    """Return the most parts of an em whose width, rounded as in `measure.width`, fits."""
    budget = int(limit * UNITS // size)
    return budget + 1 if (budget + 1) * size / UNITS <= limit else budget


def _filled_lines(text: str, budget: int, *, bold: bool) -> Iterator[_Filled]:
    words = _words(text)
    with_space = _bold_units if bold else _regular_units
    space = with_space("")
    # Most texts are of short words of one piece each; this is for speed alone.
    is_plain = text.isascii() and "-" not in text and "/" not in text
    if words and is_plain and max(map(len, words)) <= _LONGEST_REMEMBERED:
        widths = [*map(with_space, words)]
        if max(widths) <= budget + space:
            return _lines_of_words(words, widths, space, budget)
    return _lines_of_pieces(words, space, budget, bold=bold)


def _lines_of_words(
    words: list[str], widths: list[int], space: int, budget: int
) -> Iterator[_Filled]:
    """Yield lines of words, whose widths are given with a space each."""
    ends = [*accumulate(widths)]
    first = start = 0
    while first < len(words):
        after = bisect_right(ends, start + budget + space, first)
        yield " ".join(words[first:after]), ends[after - 1] - start - space, False
        first, start = after, ends[after - 1]


def _lines_of_pieces(words: list[str], space: int, budget: int, *, bold: bool) -> Iterator[_Filled]:
    texts: list[str] = []
    used, fitted = 0, False
    for word in words:
        joint = space
        for piece in _pieces_that_fit(word, budget, bold=bold):
            if texts:
                if piece.opens or used + joint + piece.units > budget:
                    yield "".join(texts), used, fitted
                    texts.clear()
                    used, fitted = 0, False
                elif joint:
                    texts.append(" ")
                    used += joint
            texts.append(piece.text)
            used += piece.units
            fitted = fitted or piece.fitted
            joint = 0
    if texts:
        yield "".join(texts), used, fitted


def _words(text: str) -> list[str]:
    # str.split() would break at no-break spaces, of which ASCII has none.
    words = text.split() if text.isascii() else _BLANKS.sub(" ", text).strip(" ").split(" ")
    if _LONE_MARKS.isdisjoint(words):
        return words if words != [""] else []
    return _LONE_MARK.sub(_NBSP, " ".join(words)).split(" ")


def _pieces_that_fit(word: str, budget: int, *, bold: bool) -> Iterable[_Piece]:
    if len(word) > _LONGEST_REMEMBERED:
        return _torn(_split_word(word), budget, bold=bold)
    pieces, widest = _remembered(word, bold)
    return pieces if widest <= budget else _torn(_split_word(word), budget, bold=bold)


@lru_cache(maxsize=8192)
def _remembered(word: str, bold: bool) -> tuple[tuple[_Piece, ...], int]:  # noqa: FBT001 - a key
    """Return the pieces of a word and the width of the widest."""
    pieces = tuple(_measured(part, bold=bold) for part in _split_word(word))
    return pieces, max(piece.units for piece in pieces)


def _measured(text: str, *, bold: bool) -> _Piece:
    if len(text) > _LONGEST_REMEMBERED:
        return _Piece(text, units(text, bold=bold), is_fitted(text))
    return _remembered_piece(text, bold)


@lru_cache(maxsize=8192)
def _regular_units(word: str) -> int:
    """Return the width of a word and a space."""
    return units(f"{word} ")


@lru_cache(maxsize=8192)
def _bold_units(word: str) -> int:
    return units(f"{word} ", bold=True)


@lru_cache(maxsize=8192)
def _remembered_piece(text: str, bold: bool) -> _Piece:  # noqa: FBT001 - a key
    return _Piece(text, units(text, bold=bold), is_fitted(text))


def _torn(parts: Iterable[str], budget: int, *, bold: bool) -> Iterator[_Piece]:
    """Yield parts of a word, those too wide in smaller parts, in the kindest way that helps."""
    opens = True
    for part in parts:
        piece = _measured(part, bold=bold)
        if piece.units <= budget:
            yield piece
        else:
            opens = opens and not _SPACELESS.search(part)
            for text in _smaller(part, budget, bold=bold):
                yield evolve(_measured(text, bold=bold), opens=opens)
                opens = False
        opens = False


def _smaller(text: str, budget: int, *, bold: bool, level: int = 0) -> Iterator[str]:
    for part in _WAYS_TO_TEAR[level](text):
        if level + 1 < len(_WAYS_TO_TEAR) and units(part, bold=bold) > budget:
            yield from _smaller(part, budget, bold=bold, level=level + 1)
        else:
            yield part


def _split_word(word: str) -> Iterator[str]:
    """Yield the parts of a word between which a line may end."""
    return _split(word, _may_break) if _SUSPECT.search(word) else iter((word,))


def _split_address(word: str) -> Iterator[str]:
    return _split(word, _is_joint)


def _split_hard(word: str) -> Iterator[str]:
    return _split(word, _may_tear)


_WAYS_TO_TEAR: Final[tuple[Callable[[str], Iterator[str]], ...]] = (
    _split_address,
    _split_hard,
    clusters,
)


def _split(word: str, may_part: Callable[[str, str, str, int], bool]) -> Iterator[str]:
    start = end = 0
    before = ""
    for cluster in clusters(word):
        if before and may_part(before, cluster, word, end):
            yield word[start:end]
            start = end
        before = cluster
        end += len(cluster)
    yield word[start:]


def _may_break(before: str, after: str, word: str, place: int) -> bool:
    """Tell whether a line may end between two clusters of a word."""
    if not _may_tear(before, after, word, place):
        return False
    if before in _JOINTS:
        # Not in "e-mail", "2019-20" or "km/h", nor within "https://".
        return _are_letters(word[place - 3 : place - 1]) and _are_letters(word[place : place + 2])
    return before[-1] in _ENDS or _is_free(before) or _is_free(after)


def _is_joint(before: str, after: str, _word: str, _place: int) -> bool:
    return before in _ADDRESS_JOINTS and after not in _ADDRESS_JOINTS


def _may_tear(before: str, after: str, _word: str, _place: int) -> bool:
    return before[0] not in _NEVER_LAST and after[0] not in _NEVER_FIRST


def _is_free(cluster: str) -> bool:
    return bool(_FREE.match(cluster)) or is_emoji(cluster)


def _are_letters(two: str) -> bool:
    return len(two) == 2 and _NO_LETTERS.isdisjoint(two)  # noqa: PLR2004 - so says its name


def _shortened(line: str, budget: int, *, bold: bool) -> _Piece:
    """Return the line with "…" at its end, cut at a word where that costs less than half."""
    room = budget - units(_ELLIPSIS, bold=bold)
    end = used = 0
    for cluster in clusters(line):
        used += units(cluster, bold=bold)
        if used > room:
            break
        end += len(cluster)
    kept = line[:end]
    if end < len(line) and line[end] != " ":
        whole_words = kept.rpartition(" ")[0]
        kept = whole_words if 2 * len(whole_words) >= len(kept) else kept
    return _measured(kept.rstrip(" ") + _ELLIPSIS, bold=bold)
