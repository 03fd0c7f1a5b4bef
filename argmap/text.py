"""Places in a text: from an offset to line and column, and an excerpt with a caret."""

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from typing import Final

from attrs import field, frozen

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_TAB: Final = "    "


@frozen
class TextFile:
    """A text that was read, with the path that people know it by.

    Two files are equal when path and text are.

    Attributes:
        path: as it is to be shown, with forward slashes; `<stdin>` for standard input.
        text: the whole text without a byte order mark, line ends as they stand.
    """

    path: str
    text: str = field(repr=False)

    def span(self, start: int, end: int | None = None) -> "Span":
        """Return the span from `start` up to, not including, `end` (code points from 0)."""
        return Span(self, start, start if end is None else end)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1, columns in code points."""
        line = bisect_right(self._line_starts, max(0, min(offset, len(self.text))))
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line by its number from 1, without its end."""
        starts = (*self._line_starts, len(self.text))
        return self.text[starts[number - 1] : starts[number]].rstrip("\r\n")

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        # Not str.splitlines: a form feed or a Unicode line separator ends no line for editors.
        return (0, *(end.end() for end in _LINE_END.finditer(self.text)))


@frozen
class Span:
    """A stretch of a text file: where something is written.

    Attributes:
        file: the text that it lies in.
        start: the first code point, from 0.
        end: the code point after the last.
    """

    file: TextFile
    start: int
    end: int

    @property
    def path(self) -> str:
        """The path of the file."""
        return self.file.path

    @property
    def line(self) -> int:
        """The line of the first character, from 1."""
        return self.file.line_and_column(self.start)[0]

    @property
    def column(self) -> int:
        """The column of the first character, from 1, in code points."""
        return self.file.line_and_column(self.start)[1]

    @property
    def end_line(self) -> int:
        """The line of the end, from 1."""
        return self.file.line_and_column(self.end)[0]

    @property
    def end_column(self) -> int:
        """The column after the last character, from 1, in code points."""
        return self.file.line_and_column(self.end)[1]

    @property
    def text(self) -> str:
        """The characters of the span."""
        return self.file.text[self.start : self.end]

    def excerpt(self) -> str:
        """Return the first line of the span with its number, and carets under the span."""
        line, column = self.file.line_and_column(self.start)
        source = self.file.line(line)
        marked = source[column - 1 : column - 1 + self.end - self.start]
        number = f"{line:>5} | "
        indent = " " * (len(number) - 2) + "| " + " " * _columns(source[: column - 1])
        carets = "^" * max(1, _columns(marked.rstrip()))
        return f"{number}{_printable(source)}\n{indent}{carets}"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def __repr__(self) -> str:
        return f"<Span {self}>"


def _printable(text: str) -> str:
    """Show what would move or hide other characters on a terminal as `�`."""
    return "".join(
        _TAB
        if character == "\t"
        else "\ufffd"
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        else character
        for character in text
    )


def _columns(text: str) -> int:
    """Count the terminal cells that the printable form of a text takes."""
    return sum(
        0
        if unicodedata.combining(character)
        else 2
        if unicodedata.east_asian_width(character) in {"W", "F"}
        else 1
        for character in _printable(text)
    )
