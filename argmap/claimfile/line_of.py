"""Where the line of a place in a text starts and ends."""

import re
from typing import Final

_LINE_END: Final = re.compile(r"[\r\n]|\Z")


def line_start(text: str, at: int) -> int:
    """Return where the line of a place starts."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Return where the line of a place ends, before its line break."""
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)
