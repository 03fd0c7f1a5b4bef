"""Text of a user on one line, made safe for a terminal."""

from argmap.findings import Finding
from argmap.text import printable


def folded(text: str) -> str:
    """Return a text on one line, white space folded, safe for a terminal."""
    return printable(" ".join(text.split()))


def cut(text: str, longest: int) -> str:
    """Return a text, or its beginning with `…` where it is longer than so many characters."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def with_help(finding: Finding) -> str:
    """Return what is wrong and what to do, on one line."""
    message = folded(finding.message)
    return f"{message}; {folded(finding.help)}" if finding.help else message
