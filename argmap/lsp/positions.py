"""Places as the protocol counts them: lines and units of an encoding, both from 0."""

from attrs import frozen
from lsprotocol.types import Position, Range

from argmap.text import Span, TextFile

_FIRST_OF_TWO: int = 0x10000  # from here on a code point takes two units of UTF-16


@frozen
class Positions:
    """Turns code points into what editor and server agreed to count, and back.

    Attributes:
        encoding: `utf-8`, `utf-16` or `utf-32`.
    """

    encoding: str = "utf-16"

    def position(self, file: TextFile, offset: int) -> Position:
        """Return the position of a place in a file.

        Args:
            file: the file.
            offset: a code point from 0.
        """
        offset = max(0, min(offset, len(file.text)))
        line, column = file.line_and_column(offset)
        before = file.text[offset - column + 1 : offset]
        return Position(line - 1, self._units(before))

    def range(self, span: Span) -> Range:
        """Return where a span is."""
        return Range(self.position(span.file, span.start), self.position(span.file, span.end))

    def offset(self, file: TextFile, position: Position) -> int:
        """Return the code point at a position; of one behind the end of its line, that end."""
        number = position.line + 1
        if number > file.line_count:
            return len(file.text)
        start, text = file.start_of_line(number), file.line(number)
        if self.encoding == "utf-32" or text.isascii():
            return start + min(position.character, len(text))
        units = 0
        for place, character in enumerate(text):
            units += self._units(character)
            if units > position.character:
                return start + place
        return start + len(text)

    def _units(self, text: str) -> int:
        if self.encoding == "utf-32" or text.isascii():
            return len(text)
        if self.encoding == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + sum(ord(character) >= _FIRST_OF_TWO for character in text)
