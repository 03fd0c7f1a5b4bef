"""How Argdown joins the lines of a text."""

from typing import Final

_BLANKS: Final = " \t\r"


def joined(text: str) -> str:
    """Return a text on one line, without blanks around it and around the ends of its lines."""
    lines = (line.strip(_BLANKS) for line in text.replace("\r", "\n").split("\n"))
    return " ".join(filter(None, lines))
