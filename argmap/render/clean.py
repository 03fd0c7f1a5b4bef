"""Texts made fit to be drawn: nothing illegal in XML, nothing that turns what stands around it."""

import re
from typing import Final
from urllib.parse import urlsplit

REPLACEMENT: Final = "\ufffd"
"""What is shown in the place of a character that cannot be drawn."""

# Controls and non-characters, which XML 1.0 forbids or discourages, halves of characters, and
# the controls that override the direction of what follows (embeddings; isolates do no harm).
_UNFIT: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LINE_ENDS: Final = re.compile("[\t\n\r\x85\u2028\u2029]+")
_SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,7}")


def clean(text: str) -> str:
    """Return a text with `\ufffd` for what cannot be drawn, and blanks for its line ends."""
    if text.isascii() and text.isprintable():
        return text
    return _UNFIT.sub(REPLACEMENT, _LINE_ENDS.sub(" ", text))


def safe_link(address: str | None) -> str:
    """Return an address that a reader may follow, or an empty text.

    Those are http, https and mailto addresses, and paths relative to the picture.
    """
    # Browsers drop white space and controls before they look at the scheme.
    if not address or _UNFIT.search(address) or any(letter <= " " for letter in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme:
        return address if parts.scheme.lower() in _SAFE_SCHEMES else ""
    is_relative = not parts.netloc and not address.startswith(("/", "\\", "#"))
    return address if is_relative and ":" not in address.partition("/")[0] else ""


def language_tag(language: str | None) -> str:
    """Return a language tag as in BCP 47, or an empty text where it is none."""
    return language if language and _LANGUAGE.fullmatch(language) else ""
