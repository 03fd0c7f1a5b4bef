"""The comments of a claim file, put to the keys and items that they go with."""

import re
from bisect import bisect_right
from typing import Final

from attrs import define, field

from argmap.claimfile.entries import Block, Entry
from argmap.claimfile.lines import written_lines
from argmap.claimfile.tree import Items, Pairs, Scalar, Value

# YAML 1.1, and so libyaml, ends a line at each of these.
_BREAK: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_HEADER: Final = re.compile(r"[|>][^\s#]*[ \t]+(#[^\r\n\x85\u2028\u2029]*)")


def with_comments(text: str, top: Pairs) -> Block:
    """Return a mapping with the comments that stand in the text around it.

    A comment on its own line goes with the key or item that follows; one that is indented
    deeper than what follows stays at the end of the list or mapping above it. A comment at the
    end of a line stays with what stands on that line.
    """
    return _Attaching(text).top(top).done()


@define
class _Comment:
    """A comment on its own line, or an empty line (without text)."""

    text: str
    column: int


@define
class _Entry:
    """An entry whose comments are not all known yet."""

    before: list[str]
    key: Scalar | None
    value: "Scalar | _Block | None" = None
    after: list[str] = field(factory=list)
    lines: tuple[str, ...] = ()

    def done(self) -> Entry:
        value: Scalar | Block | _Block | None
        *more, after = self.after or [""]
        value = self.value
        if isinstance(value, _Block):
            if not value.entries:  # `[]` stands on one line, and its comments above it
                more, value.foot = [*value.foot, *more], []
            value = value.done()
        return Entry(
            Scalar("") if value is None else value,
            self.key,
            before=(*self.before, *more),
            after=after,
            lines=self.lines,
        )


@define
class _Block:
    """A list or mapping whose comments are not all known yet."""

    is_mapping: bool
    is_flow: bool
    entries: list[_Entry] = field(factory=list)
    foot: list[str] = field(factory=list)

    def done(self) -> Block:
        entries = tuple(entry.done() for entry in self.entries)
        return Block(entries, self.is_mapping, is_flow=self.is_flow, foot=tuple(self.foot))


class _Attaching:
    """Goes through a file once, from its start to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line_starts = (0, *(found.end() for found in _BREAK.finditer(text)))
        self._at = 0
        self._waiting: list[_Comment] = []
        self._current: _Entry | None = None

    def top(self, top: Pairs) -> _Block:
        """Take the whole file."""
        block = self._block(top, -1)
        self._go_on(len(self._text))
        block.foot.extend(_trimmed(self._taken()))
        return block

    def _block(self, value: Items | Pairs, outer: int) -> _Block:
        """Take a list or mapping that stands below something in the column `outer`."""
        owner, column = self._current, self._column(value.start)
        block = _Block(isinstance(value, Pairs), value.is_flow)
        if isinstance(value, Pairs):
            for key, below in value.pairs:
                self._entry(block, key, below, column)
        else:
            for item in value.items:
                self._entry(block, None, item, column)
        if value.is_flow:
            self._go_on(value.end - 1)
            self._at = value.end
            self._current = owner
            block.foot = _trimmed(self._taken())
        elif value.start < value.end:
            self._go_on(value.end)
            block.foot = _trimmed(self._taken(max(column, outer + 1)))
        return block

    def _entry(self, block: _Block, key: Scalar | None, value: Value, column: int) -> None:
        self._go_on(key.start if key else value.start)
        entry = self._current = _Entry(_without_first_blanks(self._taken()), key)
        block.entries.append(entry)
        if key:
            self._at = max(self._at, key.end)
            self._go_on(value.start)
        if not isinstance(value, Scalar):
            entry.value = self._block(value, column)
            return
        entry.before.extend(_trimmed(self._taken()))
        entry.value = value
        header = _HEADER.match(self._text, value.start) if value.style in {"|", ">"} else None
        if header:
            entry.after.append(header[1].rstrip())
        if not block.is_flow:
            entry.lines = written_lines(self._text[value.start : value.end], value)
        self._at = max(self._at, value.end)

    def _go_on(self, to: int) -> None:
        """Take the comments up to a place."""
        if to <= self._at:
            return
        first, *others = _BREAK.split(self._text[self._at : to])
        start = self._column(self._at)
        comment = first.partition("#")
        if comment[1] and self._current and self._text[self._at - start : self._at].strip():
            self._current.after.append(f"#{comment[2]}".rstrip())
        elif comment[1]:
            self._waiting.append(_Comment(f"#{comment[2]}".rstrip(), start + _indent(first)))
        # What stands in the last piece belongs to the line of the place that was reached.
        for number, line in enumerate(others, 1):
            comment = line.partition("#")
            if comment[1]:
                self._waiting.append(_Comment(f"#{comment[2]}".rstrip(), _indent(line)))
            elif not line.strip() and number < len(others):
                self._waiting.append(_Comment("", 0))
        self._at = to

    def _taken(self, column: int | None = None) -> list[str]:
        """Take the comments that wait: all, or the first ones from a column on."""
        end = len(self._waiting)
        if column is not None:
            deeper = (one.column >= column or not one.text for one in self._waiting)
            end = next((place for place, is_deeper in enumerate(deeper) if not is_deeper), end)
            while end and not self._waiting[end - 1].text:
                end -= 1
        taken, self._waiting = self._waiting[:end], self._waiting[end:]
        return [one.text for one in taken]

    def _column(self, at: int) -> int:
        """Return how many characters stand before a place on its line."""
        return at - self._line_starts[bisect_right(self._line_starts, at) - 1]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _without_first_blanks(comments: list[str]) -> list[str]:
    """Leave out empty lines at the start, and all but one elsewhere."""
    kept: list[str] = []
    for comment in comments:
        if comment or (kept and kept[-1]):
            kept.append(comment)
    return kept


def _trimmed(comments: list[str]) -> list[str]:
    kept = _without_first_blanks(comments)
    return kept[:-1] if kept and not kept[-1] else kept
