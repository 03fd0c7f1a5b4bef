"""Text of a user made safe for Markdown, XML and the log of a GitHub workflow."""

import re
from typing import Final

from argmap.reports.printable import folded

_ENTITIES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "@": "@&#8203;", "#": "#&#8203;"}
)
_SIGNS: Final = re.compile(r"[\\`*_\[\]~$]|(?<=www)\.|:(?=//)", re.IGNORECASE)
_XML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = str.maketrans(
    {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"},
)


def for_markdown(text: str) -> str:
    """Return a text that GitHub's Markdown shows as it stands, on one line, also in a table.

    It holds no HTML, no link, and no `@name` or `#1` that would call somebody or join an issue:
    a character without width stands behind the sign, for escapes are undone before names are
    looked for.
    """
    return _SIGNS.sub(r"\\\g<0>", folded(text)).translate(_ENTITIES)


def as_code(text: str) -> str:
    """Return a text as code in Markdown, on one line, also in a table."""
    # Between backticks a backslash before a bar would end the cell of a table.
    return f"<code>{for_markdown(text)}</code>"


def for_xml(text: str) -> str:
    """Return a text as it can stand in XML, also in an attribute with double quotes."""
    return _NO_XML.sub("\ufffd", text).translate(_XML)


def as_data(text: str) -> str:
    """Return a text as the message of a workflow command, on one line."""
    return folded(text).translate(_DATA)


def as_property(text: str) -> str:
    """Return a text as a property of a workflow command, on one line."""
    return folded(text).translate(_PROPERTY)


def for_log(text: str) -> str:
    """Return a line for the log of a workflow that the log does not take for a command."""
    # A command has `::` at the beginning of its line; an older kind has `##[` anywhere.
    line = folded(text).replace("##[", "## [")
    return f"- {line}" if line.startswith("::") else line
