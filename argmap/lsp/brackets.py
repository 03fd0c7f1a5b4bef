"""Brackets and braces of YAML that are open at the end of a line that is being typed."""

import re
from collections.abc import Iterator
from typing import Final

from attrs import define, field, frozen

IN_LIST: Final = "-"
"""What stands for a list among keys."""

_SIGN: Final = re.compile(r""""[^"]*"|'[^']*'|[\[\]{},]|:(?=\s|$)|[^\s\[\]{},:"']+""")


@frozen
class Flow:
    """What stands in brackets and braces up to the place.

    Attributes:
        keys: for each bracket that is open, `-`, or the key behind which it stands in braces.
        word: what is written as an item or a key; None where it is the value of the last key.
        value: the value that is written so far.
        taken: the keys of the innermost braces.
    """

    keys: tuple[str, ...]
    word: str | None
    value: str = ""
    taken: tuple[str, ...] = ()


@define
class _Open:
    sign: str
    keys: list[str] = field(factory=list)
    has_colon: bool = False


def flow_at_end(text: str) -> Flow | None:
    """Read brackets and braces that are open at the end of a line; None where none is."""
    stack: list[_Open] = []
    start = 0
    for found in _SIGN.finditer(text):
        sign = found[0]
        if not stack and sign not in "[{":
            return None
        if sign in "[{":
            stack.append(_Open(sign))
        elif sign in "]}":
            stack.pop()
        elif sign == ",":
            stack[-1].has_colon = False
        elif sign == ":" and stack[-1].sign == "{":
            stack[-1].keys.append(text[start : found.start()].strip().strip("\"'"))
            stack[-1].has_colon = True
        else:
            continue  # a text in quotes
        start = found.end()
    if not stack:
        return None
    top, word = stack[-1], text[start:].lstrip()
    keys = tuple(name for one in stack for name in _names(one))
    if top.sign == "{" and top.has_colon:
        return Flow(keys, None, word, tuple(top.keys))
    return Flow(keys, word, "", tuple(top.keys))


def _names(one: _Open) -> Iterator[str]:
    if one.sign == "[":
        yield IN_LIST
    elif one.has_colon:
        yield one.keys[-1]
