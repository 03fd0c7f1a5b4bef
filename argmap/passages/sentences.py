"""Where the sentences of a paragraph stand, in many languages."""

import re
from itertools import accumulate
from typing import Final

# sentencex panics, in Rust, at an initial next to a blank that is more than a byte of UTF-8, and
# has no way to be given half a surrogate pair. One character stands for one, so places stay.
_BLANK: Final = re.compile(r"[^\S\x00-\x7f]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def sentences(paragraph: str, language: str = "en") -> tuple[str, ...]:
    """Return the sentences of a paragraph.

    Args:
        paragraph: a text without headings.
        language: its language as in BCP 47; an unknown one is read as English.
    """
    return tuple(paragraph[start:end] for start, end in sentence_stretches(paragraph, language))


def sentence_stretches(paragraph: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Return where the sentences of a paragraph stand in it, without the blanks between them.

    Args:
        paragraph: a text without headings.
        language: its language as in BCP 47; an unknown one is read as English.
    """
    # Rarely needed: only where a source text is at hand.
    from sentencex import segment  # noqa: PLC0415

    readable = _SURROGATE.sub("\ufffd", _BLANK.sub(" ", paragraph))
    pieces = segment(language.partition("-")[0].lower(), readable)
    ends = accumulate(map(len, pieces))  # the pieces are the paragraph, cut: nothing is lost
    return tuple(
        (end - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
        for piece, end in zip(pieces, ends, strict=True)
        if piece.strip()
    )
