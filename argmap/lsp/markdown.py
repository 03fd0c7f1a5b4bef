"""Text of a user made safe for the Markdown that editors show."""

import re
from typing import Final

from argmap.reports.printable import folded

_SIGNS: Final = re.compile(r"[\\`*_\[\]<>~&#|!$]|(?<=www)\.|:(?=//)", re.IGNORECASE)
_AT_LINE_START: Final = re.compile(r"^([-+=]|[0-9]+(?=[.)]))")


def plain(text: str) -> str:
    """Return a text that Markdown shows as it stands, on one line, without links and HTML."""
    return _AT_LINE_START.sub(r"\\\1", _SIGNS.sub(r"\\\g<0>", folded(text)))


def strong(text: str) -> str:
    """Return a text in bold."""
    return f"**{plain(text)}**" if text.strip() else ""
