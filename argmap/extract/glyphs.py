"""The characters of a PDF's page, with their places, as PDFium tells them."""

import cmath
import math
import re
import sys
from collections.abc import Iterator
from ctypes import c_double, c_int, create_string_buffer
from itertools import repeat
from typing import TYPE_CHECKING, Final

from attrs import frozen

from argmap.extract.lines import Line

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_HYPHEN: Final = "\x02"  # in place of a hyphen that divides a word, and of the end of its line
_LINE_END: Final = re.compile(r"[\n\x02]|\Z")
_CONTROLS: Final = {code: " " for code in range(0x20) if chr(code) not in "\n\x02"}
# By name, for the weights that PDFium tells are guesses: 0 for Helvetica-Bold.
_BOLD: Final = re.compile(rb"bold|black|heavy|demi|medi\b|cmbx", re.IGNORECASE)
_LONGEST_NAME: Final = 128


def lines_of_page(text: "PdfTextPage", page: int, rotation: int) -> Iterator[Line]:
    """Yield the lines of a page that are not blank, in the order of its content.

    Args:
        text: the page.
        page: its number, from 0.
        rotation: by how many degrees it is shown turned clockwise.
    """
    glyphs = _Glyphs(text, cmath.rect(1.0, -math.radians(rotation)))
    characters = glyphs.characters()
    start = 0
    for end in _LINE_END.finditer(characters):
        is_broken = end[0] == _HYPHEN
        if is_broken and not glyphs.is_hyphen(end.start()):
            continue  # a letter that PDFium cannot name
        line = characters[start : end.start()].replace(_HYPHEN, " ")
        if not line.isspace() and line:
            yield glyphs.line(line, start, page, is_broken=is_broken)
        start = end.end()


@frozen
class _Glyphs:
    """A page, and the unit vector that a step to the right on it is for its reader."""

    text: "PdfTextPage"
    turn: complex

    def characters(self) -> str:
        """Return the characters, each as one; on some systems, as halves of a pair in UTF-16."""
        from pypdfium2 import raw  # noqa: PLC0415 - an extra

        count = self.text.count_chars()
        codes = map(raw.FPDFText_GetUnicode, repeat(self.text.raw), range(count))
        # At most the last code point, as a font can say anything.
        return "".join(map(chr, map(min, codes, repeat(sys.maxunicode)))).translate(_CONTROLS)

    def line(self, text: str, start: int, page: int, *, is_broken: bool) -> Line:
        """Return a line whose characters begin with a certain one."""
        first = start + len(text) - len(text.lstrip())
        last = start + len(text.rstrip()) - 1
        middle = start + len(text) - len(text[(first + last) // 2 - start :].lstrip())
        # Three stand for all, because a mark of a footnote at one end is smaller.
        three = (first, middle, last)
        one, other = self.place(first), self.place(last)
        return Line(
            _joined(text.strip()),
            page,
            left=min(one.real, other.real),
            right=max(one.real, other.real),
            height=one.imag,
            size=sorted(map(self.size, three))[1],
            is_bold=self.is_bold(first) and self.is_bold(last),
            is_broken=is_broken,
        )

    def is_hyphen(self, index: int) -> bool:
        from pypdfium2 import raw  # noqa: PLC0415 - an extra

        return bool(raw.FPDFText_IsHyphen(self.text, index) == 1)

    def is_bold(self, index: int) -> bool:
        from pypdfium2 import raw  # noqa: PLC0415 - an extra

        name, flags = create_string_buffer(_LONGEST_NAME), c_int()
        raw.FPDFText_GetFontInfo(self.text, index, name, _LONGEST_NAME, flags)
        return _BOLD.search(name.value) is not None

    def place(self, index: int) -> complex:
        """Return where a character begins, x to the right and y upwards, in points."""
        from pypdfium2 import raw  # noqa: PLC0415 - an extra

        x, y = c_double(), c_double()
        raw.FPDFText_GetCharOrigin(self.text, index, x, y)
        place = complex(x.value, y.value) * self.turn
        return place if cmath.isfinite(place) else 0j

    def size(self, index: int) -> float:
        """Return how large a character is shown, in points, rounded to a tenth."""
        from pypdfium2 import raw  # noqa: PLC0415 - an extra

        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.text, index, matrix)
        size = raw.FPDFText_GetFontSize(self.text, index) * math.hypot(matrix.c, matrix.d)
        return max(round(size, 1), 0.1) if math.isfinite(size) else 0.1


def _joined(text: str) -> str:
    """Return a text with pairs of halves joined, and single halves as what cannot be read."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
