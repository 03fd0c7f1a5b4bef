"""From places in the text that is parsed back to the files that it was put together from."""

from bisect import bisect_right
from collections.abc import Sequence

from attrs import field, frozen

from argmap.text import Span, TextFile


@frozen
class Piece:
    """A stretch of a file in a text that was put together.

    Attributes:
        start: where it begins in that text (code points from 0).
        file: the file that it is from.
        offset: where it begins in the file.
    """

    start: int
    file: TextFile
    offset: int


@frozen
class Places:
    """Where the parts of a text are from.

    Attributes:
        pieces: the stretches, in order; the first begins at 0.
    """

    pieces: Sequence[Piece]
    _starts: tuple[int, ...] = field(init=False, repr=False)

    @_starts.default
    def _of_pieces(self) -> tuple[int, ...]:
        return tuple(piece.start for piece in self.pieces)

    def piece(self, offset: int) -> Piece:
        """Return the stretch that an offset is in."""
        if len(self.pieces) == 1:
            return self.pieces[0]
        return self.pieces[bisect_right(self._starts, offset) - 1]

    def span(self, start: int, end: int) -> Span:
        """Return the place of a stretch of the text."""
        if len(self.pieces) == 1 and not self.pieces[0].offset:
            return Span(self.pieces[0].file, start, end)
        first = self.piece(start)
        last = self.piece(max(start, end - 1)) if end > start else first
        begin = min(start - first.start + first.offset, len(first.file.text))
        if last.file is not first.file:
            return first.file.span(begin, begin)
        until = end - last.start + last.offset
        return first.file.span(begin, max(begin, min(until, len(first.file.text))))
