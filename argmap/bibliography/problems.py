"""The findings that reading a bibliography can give."""

from typing import Final

from argmap.findings import Finding, Note, Severity
from argmap.text import Span

MOST: Final = 100
"""So many findings are given of one file."""

_LONGEST: Final = 60


def unreadable(span: Span, message: str, advice: str) -> Finding:
    """Return the finding that a bibliography cannot be read, or not beyond a place."""
    return Finding(101, "invalid-file", Severity.ERROR, message, span, help=advice)


def left_out(
    span: Span,
    message: str,
    advice: str,
    *,
    key: str = "",
    first: Span | None = None,
) -> Finding:
    """Return the finding that a part of a bibliography is left out; the rest is kept.

    Args:
        span: the part.
        message: what is wrong with it.
        advice: what to do.
        key: of the entry that it is about, if that is known.
        first: the place of what counts instead.
    """
    related = [] if first is None else [Note(first, "this one counts")]
    return Finding(
        101,
        "invalid-file",
        Severity.WARNING,
        message,
        span,
        help=advice,
        subject=key,
        related=related,
    )


def doubtful(span: Span, message: str, advice: str, key: str) -> Finding:
    """Return the finding that a field of an entry is absent, or is not as it should be."""
    return Finding(103, "invalid-field", Severity.WARNING, message, span, help=advice, subject=key)


def named(key: str) -> str:
    """Return a key or a word in quotation marks, on one line and not too long."""
    line = " ".join(key.split())
    return f"'{line if len(line) <= _LONGEST else line[: _LONGEST - 1] + '…'}'"
