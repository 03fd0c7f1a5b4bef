"""Which characters make words, and which scripts write words without blanks between them."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Final

# The first and the last character of each stretch.
_UNSPACED: Final = (
    "\u0e00\u0eff",  # Thai, Lao
    "\u1000\u109f",  # Myanmar
    "\u1780\u17ff",  # Khmer
    "\u3005\u3007",  # Japanese, up to the next comment
    "\u3031\u3035",
    "\u303b\u303c",
    "\u3041\u30fa",
    "\u30fc\u30ff",
    "\u31f0\u31ff",
    "\u3400\u9fff",  # Chinese characters
    "\uf900\ufaff",
    "\U00020000\U0003ffff",
)
_BOUNDS: Final = tuple(bound for first, last in _UNSPACED for bound in (first, chr(ord(last) + 1)))
_GRAM: Final = 2


def is_unspaced(character: str) -> bool:
    """Say whether a character is of a script that writes no blanks between words."""
    return not character.isascii() and bisect_right(_BOUNDS, character) % 2 == 1


def is_mark(character: str) -> bool:
    """Say whether a character belongs to the one before it: an accent, a vowel sign, a tone."""
    return not character.isascii() and unicodedata.category(character)[0] == "M"


def is_of_word(characters: str) -> bool:
    """Say whether there are characters, all of them letters, figures, marks or underscores."""
    if characters.isalnum():
        return True
    return characters != "" and all(
        one.isalnum() or one == "_" or is_mark(one) for one in characters
    )


def is_between_words(word: str, at: int) -> bool:
    """Say whether a run of letters may be divided before a character: in scripts without blanks."""
    return not is_mark(word[at]) and (is_unspaced(word[at]) or is_unspaced(word[at - 1]))


def word_pattern(text: str) -> re.Pattern[str]:
    """Return what finds the words of a text: runs of characters that make words."""
    marks = "" if text.isascii() else "".join(filter(is_mark, sorted(set(text))))
    return re.compile(rf"[\w{re.escape(marks)}]+")


def grams(word: str) -> Iterator[tuple[int, int]]:
    """Give start and end of what a word is looked up by.

    That is the word; of scripts without blanks, each two characters that follow one another.
    """
    if word.isascii() or max(word) < _BOUNDS[0] or not any(map(is_unspaced, word)):
        yield 0, len(word)
        return
    for stretch in _stretches().finditer(word):
        start, end = stretch.span()
        if not is_unspaced(word[start]):
            yield start, end
        else:
            yield from ((at, at + _GRAM) for at in range(start, end - _GRAM + 1))


@cache
def _stretches() -> re.Pattern[str]:
    """Return what parts scripts without blanks from others; it takes a while to compile."""
    unspaced = "".join(f"{first}-{last}" for first, last in _UNSPACED)
    return re.compile(f"[{unspaced}]+|[^{unspaced}]+")
