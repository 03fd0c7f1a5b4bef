"""Parts a text into its blocks, and those into items: what begins with a sign of its own."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final

from attrs import define, field

from argmap.formats.argdown.trouble import Trouble
from argmap.formats.problems import shortened

_MARK: Final = re.compile(
    r"[ \t]*(?:"
    r"(?P<line>-{3,}+)(?P<rest>[^\n]*+)$"
    r"|(?P<rules>--)"
    r"|(?P<relation><\+|<-|<_|\+>|->|_>|><|\+|-|_(?=[ \t\r]|$))"
    r"|(?P<number>\([0-9]{1,9}\))"
    r"|(?P<heading>\#{1,100})(?=[ \t])"
    r"|(?P<listed>\*|[0-9]{1,9}\.)(?=[ \t])"
    r")"
)
_TITLE: Final = re.compile(r"(?:\[(?!-)[^\]\n]{1,500}\]|<(?!-)[^>\n]{1,500}>)(?::|[ \t\r]*$)")
_RULES_END: Final = re.compile(r"--[ \t\r]*$")
_SHORTEST_LINE: Final = 4


class Kind(Enum):
    """What an item is."""

    TEXT = auto()
    RELATION = auto()
    NUMBERED = auto()
    INFERENCE = auto()
    HEADING = auto()
    LISTED = auto()


@define
class Item:
    """A part of a block that begins with a sign of its own.

    Attributes:
        kind: what it is.
        indent: how many blanks stand before it.
        sign: the sign that it begins with.
        start: where its sign begins (code points from 0, in the cleaned text).
        content: where its content begins.
        end: where its content ends.
    """

    kind: Kind
    indent: int
    sign: str
    start: int
    content: int
    end: int


_KINDS: Final = {
    "line": Kind.INFERENCE,
    "rules": Kind.INFERENCE,
    "relation": Kind.RELATION,
    "number": Kind.NUMBERED,
    "heading": Kind.HEADING,
    "listed": Kind.LISTED,
}
_ITEMS: Final = {
    Kind.TEXT: {Kind.RELATION},
    Kind.RELATION: {Kind.RELATION},
    Kind.HEADING: set[Kind](),
    Kind.NUMBERED: {Kind.NUMBERED, Kind.INFERENCE, Kind.RELATION},
    Kind.INFERENCE: {Kind.NUMBERED, Kind.INFERENCE, Kind.RELATION},
    Kind.LISTED: {Kind.LISTED, Kind.RELATION},
}
"""What begins an item, by what its block begins with."""

_APART: Final = {Kind.HEADING, Kind.NUMBERED, Kind.LISTED, Kind.TEXT}
"""What begins a block wherever it stands, although an empty line should be above."""


@define
class Blocks:
    """Takes the lines of a text, and gives its blocks.

    Attributes:
        remarks: what was wrong, with places in the cleaned text.
    """

    remarks: list[Trouble] = field(factory=list)
    _items: list[Item] = field(factory=list)
    _is_open: bool = False

    def of(self, text: str) -> Iterator[list[Item]]:
        """Give the blocks of a text, each as its items."""
        start = 0
        for line in text.split("\n"):
            if line.strip(" \t\r"):
                yield from self._add(start, line)
            else:
                yield from self._close()
            start += len(line) + 1
        yield from self._close()

    def _add(self, start: int, line: str) -> Iterator[list[Item]]:
        item = self._item(start, line)
        if self._is_open:
            if item.kind is not Kind.NUMBERED:
                self._items[-1].end = item.end
                self._is_open = _RULES_END.search(line) is None
                return
            self._unclosed()
        if not self._items:
            self._begin(item, line)
        elif item.kind is Kind.TEXT and not self._is_title(item, line):
            self._items[-1].end = item.end
        elif item.kind in _ITEMS[self._items[0].kind]:
            self._begin(item, line)
        elif item.kind in _APART and not (item.kind is Kind.LISTED and self._is_text(item)):
            yield from self._close()
            sign = item.sign or shortened(line)
            self._remark(item, f"no empty line stands above '{sign}'", "put one there")
            self._begin(item, line)
        else:
            self._items[-1].end = item.end
            if self._items[0].kind is not Kind.HEADING:
                advice = f"write '\\{item.sign}' where text is meant; argmap took it for text"
                self._remark(item, f"'{item.sign}' cannot begin a line here", advice)

    def _is_title(self, item: Item, line: str) -> bool:
        if item.indent or self._items[0].kind is Kind.HEADING:
            return False
        return _TITLE.match(line) is not None

    def _is_text(self, item: Item) -> bool:
        return item.sign != "*" or self._items[0].kind is Kind.NUMBERED

    def _begin(self, item: Item, line: str) -> None:
        self._items.append(item)
        if item.kind is not Kind.INFERENCE:
            return
        if item.sign == "---":
            self._remark(
                item, "an inference has too few hyphens", f"write '{'-' * _SHORTEST_LINE}'"
            )
        if item.sign == "--":
            found = _RULES_END.search(line, line.index("--") + len("--"))
            self._is_open = found is None

    def _close(self) -> Iterator[list[Item]]:
        if self._is_open:
            self._unclosed()
        if self._items:
            yield self._items
        self._items = []

    def _unclosed(self) -> None:
        item = self._items[-1]
        self._remark(item, "the rules of an inference have no end", "end them with '--'")
        self._is_open = False

    def _item(self, start: int, line: str) -> Item:
        line = line.rstrip(" \t\r")
        mark = _MARK.match(line)
        end = start + len(line)
        if mark is None:
            indent = len(line) - len(line.lstrip(" \t"))
            return Item(Kind.TEXT, indent, "", start + indent, start + indent, end)
        name = "line" if mark.lastgroup == "rest" else str(mark.lastgroup)
        first, last = mark.span(name)
        return Item(_KINDS[name], first, mark[name], start + first, start + last, end)

    def _remark(self, item: Item, message: str, advice: str) -> None:
        end = max(item.start + 1, item.content)
        self.remarks.append(Trouble(item.start, end, message, advice))
