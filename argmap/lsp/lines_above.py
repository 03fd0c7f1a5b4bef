"""The keys that a line of a claim file stands below, told from the lines alone."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from argmap.lsp.brackets import IN_LIST

_LINE: Final = re.compile(r"([ \t]*)((?:-(?:[ \t]+|$))*)(.*)")
_PLAIN: Final = r"[^\s#'\"\[\]{},&*!|>%@`-][^:#]{0,200}?|-[^\s:#][^:#]{0,200}?"
_KEY: Final = re.compile(rf"""("[^"]{{0,200}}"|'[^']{{0,200}}'|{_PLAIN})[ \t]*:(?:[ \t]+|$)""")
_WINDOW: Final = 1_024  # characters that are looked through first


@frozen
class Part:
    """A key, or the dash of an item.

    Attributes:
        column: where it begins, from 0.
        name: the key, or `-`.
        value: what stands behind the key on its line.
    """

    column: int
    name: str
    value: str = ""


def parts_of(line: str) -> tuple[list[Part], str]:
    """Return the dashes and the key of a line, and what stands behind the dashes."""
    found = _LINE.match(line)
    indent, dashes, rest = found.groups() if found else ("", "", line)
    parts = [
        Part(len(indent) + place, IN_LIST) for place, sign in enumerate(dashes) if sign == IN_LIST
    ]
    key = _KEY.match(rest)
    if key:
        column = len(indent) + len(dashes)
        parts.append(Part(column, key[1].strip("\"'"), rest[key.end() :]))
    return parts, rest


def parts_above(text: str, end: int, parts: Sequence[Part], column: int) -> Iterator[Part]:
    """Give the keys and items that a line stands below, the innermost first.

    Args:
        text: the text of the file.
        end: where the line begins.
        parts: the dashes and the key of the line.
        column: how far it is indented where it has none.
    """
    column = parts[0].column if parts else column
    is_item = bool(parts) and parts[0].name == IN_LIST
    while (start := _line_above(text, end, column, is_item=is_item)) is not None:
        for part in reversed(parts_of(_line_at(text, start))[0]):
            # The items of a list may stand in the column of its key.
            is_list = is_item and part.column == column and part.name != IN_LIST
            if part.column < column or is_list:
                yield part
                column, is_item = part.column, part.name == IN_LIST
        end = start


def _line_above(text: str, end: int, column: int, *, is_item: bool = False) -> int | None:
    """Return where the nearest line above a place begins that is indented less than a column.

    For an item, a key in the same column counts as well. Ever larger stretches are looked
    through: most lines are near to what they stand below.
    """
    wanted = _less(column, is_item=is_item)
    size = _WINDOW
    while wanted is not None:
        start = text.rfind("\n", 0, max(0, end - size)) + 1
        for last in deque(wanted.finditer(text, start, end), maxlen=1):
            return last.start()
        if start == 0:
            return None
        size *= 4
    return None


def _less(column: int, *, is_item: bool = False) -> re.Pattern[str] | None:
    """Return what finds lines that are indented less than a column, but for comments."""
    ways = [rf" {{0,{column - 1}}}(?=[^\s#])"] if column else []
    ways += [rf" {{{column}}}(?=[^\s#-])"] if is_item else []
    return re.compile(f"^(?:{'|'.join(ways)})", re.MULTILINE) if ways else None


def keys_beside(text: str, start: int, column: int) -> Iterator[str]:
    """Give the keys of the mapping that a line belongs to, but for those of the line itself.

    Args:
        text: the text of the file.
        start: where the line begins.
        column: that of the keys.
    """
    above = _line_above(text, start, column)
    first = 0 if above is None else above
    if above is not None:  # `- by: a` begins the mapping of an item
        yield from (
            part.name
            for part in parts_of(_line_at(text, above))[0]
            if part.column == column and part.name != IN_LIST
        )
    less = _less(column)
    line_end = start + len(_line_at(text, start))
    end = less.search(text, line_end) if less else None
    keys = re.compile(rf"^ {{{column}}}(?:{_KEY.pattern})", re.MULTILINE)
    for found in keys.finditer(text, first, end.start() if end else len(text)):
        if found.start() != start:
            yield found[1].strip("\"'")


def _line_at(text: str, start: int) -> str:
    """Return the line that begins at a place, without its end."""
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)].rstrip("\r")
