"""Places in a source text: its paragraphs and sentences, and the fingerprint of their words."""

import hashlib
import re
import unicodedata
from typing import Final

from argmap.model import Extent, Passage

DIGEST_VERSION: Final = "h1"
"""The first way of making digests; another way will have another name."""

_DIGEST_DIGITS: Final = 32

_SINGLE_QUOTES: Final = "\u2018\u2019\u201a\u201b\u2039\u203a\u0060\u00b4\u2032"
_DOUBLE_QUOTES: Final = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u300c\u300d\u300e\u300f"
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys(_SINGLE_QUOTES, "'"),
        **dict.fromkeys(_DOUBLE_QUOTES, '"'),
        **dict.fromkeys(_DASHES, "-"),
        "\u00ad": None,  # the soft hyphen
        "\u200b": None,  # the zero-width space
        "\ufeff": None,  # the byte order mark, also as zero-width no-break space
    }
)
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n\s*")
_LONGEST_HEADING: Final = 100
_ENDS_A_SENTENCE: Final = tuple(".!?:;,\u2026\u3002\uff01\uff1f\u0964\u061f'\")]\u201d\u2019\u300d")


def normalise(text: str) -> str:
    """Return a text as it counts when words are compared.

    Unicode compatibility forms are folded (NFKC), quotation marks and dashes made alike, soft
    hyphens dropped, and runs of white space made one blank. Case, words and their order stay.
    """
    alike = unicodedata.normalize("NFKC", text.translate(_ALIKE)).translate(_ALIKE)
    return " ".join(alike.split())


def digest(text: str) -> str:
    """Return the fingerprint of a passage: `h1:` and 32 hexadecimal digits.

    They are the first 128 bits of the SHA-256 of the normalised text in UTF-8.
    Equal for texts that differ only in what `normalise` folds. A digest tells whether a text at
    hand is the one that was read; it does not give the text away, unless it can be guessed.
    """
    fingerprint = hashlib.sha256(normalise(text).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{DIGEST_VERSION}:{fingerprint[:_DIGEST_DIGITS]}"


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a plain text, headings aside.

    Paragraphs are divided by blank lines; in a text without blank lines each line is one.
    A heading is a short single line that does not end as a sentence does and is followed by a
    paragraph.
    """
    lines_end = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    between = _BLANK_LINE if _BLANK_LINE.search(lines_end) else "\n"
    blocks = [block.strip() for block in re.split(between, lines_end) if block.strip()]
    return tuple(
        block
        for number, block in enumerate(blocks)
        if number == len(blocks) - 1 or not _is_heading(block)
    )


def sentences(paragraph: str, language: str = "en") -> tuple[str, ...]:
    """Return the sentences of a paragraph.

    Args:
        paragraph: a text without headings.
        language: its language as in BCP 47; an unknown one is read as English.
    """
    # Rarely needed: only where a source text is at hand.
    from sentencex import segment  # noqa: PLC0415

    found = segment(language.partition("-")[0].lower(), paragraph)
    return tuple(sentence.strip() for sentence in found if sentence.strip())


def text_at(text: str, passage: Passage, language: str = "en") -> str | None:
    """Return the words at the paragraph and sentence of a passage.

    Args:
        text: the plain text of the whole source.
        passage: where to look; without a paragraph, sentences count through the whole text.
        language: the language of the text, as in BCP 47.

    Returns:
        The text between the first and the last sentence that is asked for, sentences joined by a
        blank; None where the text has no such place, or the passage names neither.
    """
    whole = paragraphs(text)
    if passage.paragraph is None and passage.sentence is None:
        return None
    chosen = whole if passage.paragraph is None else _slice(whole, passage.paragraph)
    if chosen is None or passage.sentence is None:
        return None if chosen is None else " ".join(chosen)
    counted = tuple(sentence for block in chosen for sentence in sentences(block, language))
    found = _slice(counted, passage.sentence)
    return None if found is None else " ".join(found)


def _slice(items: tuple[str, ...], extent: Extent) -> tuple[str, ...] | None:
    return items[extent.first - 1 : extent.last] if extent.last <= len(items) else None


def _is_heading(block: str) -> bool:
    is_short_line = "\n" not in block and len(block) <= _LONGEST_HEADING
    return is_short_line and not block.endswith(_ENDS_A_SENTENCE)
