"""How Argdown joins the lines of a text."""

import re
from typing import Final

_BREAK: Final = re.compile(r"[ \t\r]*[\n\r][ \t\r\n]*")


def joined(text: str) -> str:
    """Return a text on one line, without blanks around it and around the ends of its lines."""
    return _BREAK.sub(" ", text).strip(" \t\r\n")
