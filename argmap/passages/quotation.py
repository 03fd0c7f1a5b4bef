"""What the brackets and dots of a quotation mean: words left out, and words put in."""

import re
from typing import Final

OMISSION_MARK: Final = "[...]"
"""What `[…]` is when it is normalised."""

_DOTS: Final = r"(?:\. ?){3,6}"
_OMISSION: Final = re.compile(rf" ?\[ ?{_DOTS}\] ?")
_DOTS_ALONE: Final = re.compile(rf" ?[\[(<{{]? ?{_DOTS}[\])>}}]? ?")
_CHANGED_LETTER: Final = re.compile(r"\[(\w)\](?=\w)")
_INSERTION: Final = re.compile(r" ?\[[^\[\]]*\]")


def parts(words: str) -> tuple[str, ...]:
    """Return what stands between the omissions `[…]` of a normalised quotation."""
    return _not_empty(_OMISSION.split(words))


def parts_at_dots(words: str) -> tuple[str, ...]:
    """Return what stands between dots of any kind: `...`, `(...)`, `[...]`."""
    return _not_empty(_DOTS_ALONE.split(words))


def without_brackets(words: str) -> str:
    """Return a normalised quotation without what was put in by whoever quotes.

    `[T]he` becomes `The`, and `the [old] bridge` becomes `the bridge`.
    """
    return _INSERTION.sub("", _CHANGED_LETTER.sub(r"\1", words)).strip()


def _not_empty(texts: list[str]) -> tuple[str, ...]:
    return tuple(text for text in map(str.strip, texts) if text)
