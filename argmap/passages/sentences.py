"""Where the sentences of a paragraph stand, in many languages."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

# sentencex panics, in Rust, at an initial next to a blank that is more than a byte of UTF-8, and
# has no way to be given half a surrogate pair. One character stands for one, so places stay.
_BLANK: Final = re.compile(r"[^\S\x00-\x7f]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
# Its time grows with the square of the quotation marks that are opened and not closed.
_LONGEST: Final = 10_000
_CUTS: Final = ("\n", ". ", "\u3002", " ")


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
    code = _code(language)
    pieces = [piece for part in _parts(readable) for piece in segment(code, part)]
    ends = accumulate(map(len, pieces))  # the pieces are the paragraph, cut: nothing is lost
    return tuple(
        (end - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
        for piece, end in zip(pieces, ends, strict=True)
        if piece.strip()
    )


def _parts(paragraph: str) -> Iterator[str]:
    """Cut a paragraph that is longer than people write, where a sentence seems to end."""
    start = 0
    while len(paragraph) - start > _LONGEST:
        ends = (paragraph.rfind(mark, start, start + _LONGEST) for mark in _CUTS)
        cut = next(
            (end + len(mark) for end, mark in zip(ends, _CUTS, strict=True) if end > start), 0
        )
        cut = cut or start + _LONGEST
        yield paragraph[start:cut]
        start = cut
    yield paragraph[start:]


def _code(language: str) -> str:
    """Return the first part of a language tag; that of English for what is no tag."""
    code = language.partition("-")[0].lower()
    return code if code.isascii() and code.isalpha() else "en"
