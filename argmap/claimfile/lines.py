"""A text that its author wrote over several lines keeps these lines when it is formatted."""

import re
from typing import Final

from argmap.claimfile.parse import Parser
from argmap.claimfile.tree import Pairs, Scalar
from argmap.text import TextFile

_BREAK: Final = re.compile("\r\n|[\r\n]")
_RARE_BREAK: Final = re.compile("[\x85\u2028\u2029]")  # YAML 1.1 ends a line here as well
_HEADER: Final = re.compile(r"(>-?)[ \t]*(?:#.*)?")


def written_lines(raw: str, value: Scalar) -> tuple[str, ...]:
    """Return the lines of a text as they are to stand below its key, without indentation.

    Nothing is returned for a text on one line, for a literal block (its lines are those of the
    text), and where other indentation would change what the text says.

    Args:
        raw: as it stands in the file.
        value: the text.
    """
    if value.style == "|" or not _BREAK.search(raw) or _RARE_BREAK.search(raw):
        return ()
    lines = _folded(raw) if value.style == ">" else _flowing(raw)
    return tuple(lines) if lines and _says(lines, value.text) else ()


def _flowing(raw: str) -> list[str]:
    """Return the lines of a plain or quoted text: blanks around line breaks mean nothing."""
    first, *others = _BREAK.split(raw)
    *most, last = [first, *(line.lstrip(" \t") for line in others)]
    return [*(line.rstrip(" \t") for line in most), last]


def _folded(raw: str) -> list[str]:
    """Return the lines of a folded block, the header first."""
    head, *lines = _BREAK.split(raw.rstrip(" \t\r\n"))
    header = _HEADER.fullmatch(head)
    filled = [line for line in lines if line.strip()]
    if header is None or not filled:
        return []
    indent = len(filled[0]) - len(filled[0].lstrip(" "))
    return [header[1], *(line[indent:] for line in lines)]


def _says(lines: list[str], text: str) -> bool:
    """Say whether the lines, indented anew, read as the text."""
    first, *others = lines
    again = "\n".join((f"a: {first}", *(f"  {line}" if line else "" for line in others), ""))
    parser = Parser(TextFile("", again), 0)
    parser.read(again, 0)
    parser.finish()
    if parser.stop or not parser.roots or not isinstance(parser.roots[0], Pairs):
        return False
    pairs = parser.roots[0].pairs
    return len(pairs) == 1 and isinstance(pairs[0][1], Scalar) and pairs[0][1].text == text
