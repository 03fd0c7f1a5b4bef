"""A text written block by block, with white space as a reader sees it."""

import re
from typing import Final

from argmap.extract.extracted import Extracted
from argmap.passages import Block, SourceText

BETWEEN: Final = "\n\n"
"""What stands between two blocks of a text."""

_BLANKS: Final = re.compile(r"[ \t\n\f\r]+")  # HTML's white space, which has no no-break space
_LINE_END: Final = re.compile(r"\r\n?")
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n\s*")


class BlockWriter:
    """A text that grows, and where its blocks are.

    Attributes:
        level: the level of the blocks that follow: 0 for paragraphs, 1 and more for headings.
    """

    def __init__(self) -> None:
        self.level = 0
        self._texts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._pieces: list[str] = []
        self._pending = ""

    def write(self, text: str) -> None:
        """Add to the block; runs of white space become one blank."""
        folded = _BLANKS.sub(" ", text)
        if folded.startswith(" "):
            self._pending = self._pending or " "
            folded = folded[1:]
        if folded:
            self._add(folded.removesuffix(" "))
            self._pending = " " if folded.endswith(" ") else ""

    def write_as_typed(self, text: str) -> None:
        """Add to the block, white space and all."""
        self._add(_LINE_END.sub("\n", text))

    def end_line(self) -> None:
        """Begin a new line; a second time, a new block, as a blank line would."""
        if self._pending == "\n":
            self.end_block()
        elif self._pieces:
            self._pending = "\n"

    def end_cell(self) -> None:
        """Put a tab before what follows in the same block."""
        if self._pieces:
            self._pending = "\t"

    def end_block(self) -> None:
        """End the block; what follows is another. Blank lines inside end blocks too."""
        whole = "".join(self._pieces)
        self._pieces = []
        self._pending = ""
        for piece in _BLANK_LINE.split(whole):
            block = piece.strip()
            if block:
                self._end(block)

    def extracted(self, language: str) -> Extracted:
        """Return the text and its blocks, with the language that its file names."""
        return Extracted(SourceText("".join(self._texts), tuple(self._blocks)), language)

    def _add(self, text: str) -> None:
        if self._pieces:
            self._pieces.append(self._pending)
        self._pending = ""
        self._pieces.append(text)

    def _end(self, block: str) -> None:
        if self._texts:
            self._texts.append(BETWEEN)
            self._length += len(BETWEEN)
        start = self._length
        self._texts.append(block)
        self._length += len(block)
        self._blocks.append(Block(start, self._length, self.level))
