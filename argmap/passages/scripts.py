"""Which characters make words, and which scripts write words without blanks between them."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_UNSPACED: Final = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f"  # Myanmar
    "\u1780-\u17ff"  # Khmer
    "\u3005-\u3007\u3031-\u3035\u303b\u303c\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff"  # Japanese
    "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
)
_UNSPACED_CHARACTER: Final = re.compile(f"[{_UNSPACED}]")
_STRETCH: Final = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_GRAM: Final = 2


def is_unspaced(character: str) -> bool:
    """Say whether a character is of a script that writes no blanks between words."""
    return not character.isascii() and _UNSPACED_CHARACTER.match(character) is not None


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
    if word.isascii() or _UNSPACED_CHARACTER.search(word) is None:
        yield 0, len(word)
        return
    for stretch in _STRETCH.finditer(word):
        start, end = stretch.span()
        if not is_unspaced(word[start]):
            yield start, end
        else:
            yield from ((at, at + _GRAM) for at in range(start, end - _GRAM + 1))
