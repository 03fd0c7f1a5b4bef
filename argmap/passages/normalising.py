"""How a text counts when words are compared, and the fingerprint of its words."""

import hashlib
import unicodedata
from typing import Final

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


def normalise(text: str) -> str:
    """Return a text as it counts when words are compared.

    Unicode compatibility forms are folded (NFKC), quotation marks and dashes made alike, soft
    hyphens dropped, and runs of white space made one blank. Case, words and their order stay.
    """
    return " ".join(fold_characters(text).split())


def fold_characters(text: str) -> str:
    """Return a text as `normalise` does, but with all its white space."""
    return unicodedata.normalize("NFKC", text.translate(_ALIKE)).translate(_ALIKE)


def digest(text: str) -> str:
    """Return the fingerprint of a passage: `h1:` and 32 hexadecimal digits.

    They are the first 128 bits of the SHA-256 of the normalised text in UTF-8.
    Equal for texts that differ only in what `normalise` folds. A digest tells whether a text at
    hand is the one that was read; it does not give the text away, unless it can be guessed.
    """
    fingerprint = hashlib.sha256(normalise(text).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{DIGEST_VERSION}:{fingerprint[:_DIGEST_DIGITS]}"
