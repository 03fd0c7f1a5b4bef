"""Lines as they are printed, and what stands where one ends: a blank, or half a word."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from attrs import frozen

_HYPHENS: Final = ("-", "\u2010", "\u00ad")
_SOFT_HYPHEN: Final = "\u00ad"
_DASHES: Final = ("\u2013", "\u2014")
_HANGUL: Final = ("\uac00", "\ud7a3")
_SHORTEST_HALF: Final = 4  # of a compound; shorter words are too often parts of others
_AROUND_WORDS: Final = ".,;:!?()[]{}'\"\u2018\u2019\u201c\u201d\u00ab\u00bb"


@frozen
class Line:
    """A line of a page, with lengths and places in points, x to the right and y upwards.

    Attributes:
        text: its characters, not blank.
        page: the number of its page, from 0.
        left: where its first character begins.
        right: where its last character begins.
        height: where it stands.
        size: the size of its letters.
        is_bold: whether they are bold.
        is_broken: whether its last word goes on in the next line, behind a hyphen that is not in
            the text.
    """

    text: str
    page: int = 0
    left: float = 0.0
    right: float = 0.0
    height: float = 0.0
    size: float = 12.0
    is_bold: bool = False
    is_broken: bool = False


def whole_words(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words of a text that are not divided between lines, case folded."""
    words: set[str] = set()
    was_divided = False
    for line in lines:
        is_divided = line.is_broken or line.text.endswith(_HYPHENS)
        found = line.text.split()
        words.update(map(_bare, found[was_divided : len(found) - is_divided]))
        was_divided = is_divided
    return frozenset(words)


def with_end(line: Line, after: Line, words: frozenset[str]) -> str:
    """Return a line with what stands between it and the next of its block.

    Args:
        line: the line.
        after: the next.
        words: those that the text has elsewhere, as `whole_words` gives them.
    """
    text, following = line.text, after.text
    is_divided = text.endswith(_HYPHENS) and text[-2:-1].isalnum()
    if (line.is_broken or is_divided) and following[0].isalnum():
        stem = text[:-1] if is_divided else text
        return stem + _hyphen(stem.split()[-1], following.split(maxsplit=1)[0], words)
    is_joined = text.endswith(_DASHES) and not text[-2:-1].isspace()
    if is_joined or (_is_unspaced(text[-1]) and _is_unspaced(following[0])):
        return text
    return f"{without_end(line)}\n"


def without_end(line: Line) -> str:
    """Return the last line of a block."""
    return f"{line.text}-" if line.is_broken else line.text


def _hyphen(first: str, second: str, words: frozenset[str]) -> str:
    """Return the hyphen between the halves of a word: one that belongs to it, or a soft one."""
    if not second[0].islower() or _bare(f"{first}-{second}") in words:
        return "-"
    # In a word with several hyphens, what counts is the part before the last.
    halves = _bare(first).rpartition("-")[2], _bare(second)
    is_compound = (
        min(map(len, halves)) >= _SHORTEST_HALF
        and words.issuperset(halves)
        and "".join(halves) not in words
    )
    return "-" if is_compound else _SOFT_HYPHEN


def _bare(word: str) -> str:
    return word.strip(_AROUND_WORDS).casefold()


def _is_unspaced(character: str) -> bool:
    """Say whether a character is of a script without blanks: Chinese or Japanese."""
    is_wide = unicodedata.east_asian_width(character) in {"W", "F"}
    return is_wide and not _HANGUL[0] <= character <= _HANGUL[1]
