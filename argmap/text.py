"""Places in a text: from an offset to line and column, and an excerpt with a caret."""

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from typing import Final

from attrs import field, frozen

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_TAB: Final = "    "
_OBEYED: Final = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_HARMLESS: Final = "\u00ad\u200c\u200d"  # soft hyphen; joiners, which Persian and emoji need
_WIDEST: Final = 160
_BEFORE: Final = 60


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

    @property
    def line_count(self) -> int:
        """How many lines there are; a line end at the very end begins one more."""
        return len(self._line_starts)

    def start_of_line(self, number: int) -> int:
        """Return where a line begins by its number from 1; of one past the last, the end."""
        starts = self._line_starts
        return starts[number - 1] if number <= len(starts) else len(self.text)

    def line(self, number: int) -> str:
        """Return a line by its number from 1, without its end."""
        starts = self._line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

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
        """Return the first line of the span with its number, and carets under the span.

        Of a very long line only what is near the span is shown; a blank line is not shown.
        """
        line, column = self.file.line_and_column(self.start)
        source = self.file.line(line)
        if not source.strip():
            return ""
        first = max(0, column - 1 - _BEFORE) if len(source) > _WIDEST else 0
        before = ("…" if first else "") + source[first : column - 1]
        after = source[column - 1 : first + _WIDEST]
        marked = after[: self.end - self.start]
        more = "…" if len(source) > first + _WIDEST else ""
        number = f"{line:>5} | "
        indent = " " * (len(number) - 2) + "| " + " " * _cells(before)
        carets = "^" * max(1, _cells(marked.rstrip()))
        return f"{number}{_shown(before + after)}{more}\n{indent}{carets}"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def __repr__(self) -> str:
        return f"<Span {self}>"


def printable(text: str) -> str:
    """Return a text with `�` for what a terminal would obey, or what moves or hides the rest.

    Line ends and tabs are among that.
    """
    if text.isprintable():
        return text
    return "".join(
        "\ufffd"
        if unicodedata.category(character) in _OBEYED and character not in _HARMLESS
        else character
        for character in text
    )


def _shown(text: str) -> str:
    return printable(text.replace("\t", _TAB))


def _cells(text: str) -> int:
    """Count the terminal cells that a text takes as it is shown."""
    return sum(
        0
        if unicodedata.combining(character)
        else 2
        if unicodedata.east_asian_width(character) in {"W", "F"}
        else 1
        for character in _shown(text)
    )
