"""The characters of a PDF's page, with their places, as PDFium tells them."""

import cmath
import math
import re
from collections.abc import Iterator
from ctypes import c_double, c_int, create_string_buffer
from typing import TYPE_CHECKING, Final

from attrs import frozen

from argmap.extract.lines import Line

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_LINE_END: Final = 0x0A
_HYPHEN: Final = 0x02  # in place of a hyphen that divides a word, and of the end of its line
# By name, for the weights that PDFium tells are guesses: 0 for Helvetica-Bold.
_BOLD: Final = re.compile(rb"bold|black|heavy|demi|medi\b|cmbx", re.IGNORECASE)
_LONGEST_NAME: Final = 128
_LAST_CODE_POINT: Final = 0x10FFFF


def lines_of_page(text: "PdfTextPage", page: int, rotation: int) -> Iterator[Line]:
    """Yield the lines of a page that are not blank, in the order of its content.

    Args:
        text: the page.
        page: its number, from 0.
        rotation: by how many degrees it is shown turned clockwise.
    """
    glyphs = _Glyphs(text, cmath.rect(1.0, -math.radians(rotation)))
    codes = glyphs.codes()
    start = 0
    for end, code in enumerate([*codes, _LINE_END]):
        is_broken = code == _HYPHEN and glyphs.is_hyphen(end)
        if is_broken or code == _LINE_END:
            seen = [index for index in range(start, end) if not _is_blank(codes[index])]
            start = end + 1
            if seen:
                characters = _characters(codes[seen[0] : seen[-1] + 1])
                yield _line(characters, glyphs, seen, page, is_broken=is_broken)


def _line(
    characters: str, glyphs: "_Glyphs", seen: list[int], page: int, *, is_broken: bool
) -> Line:
    # Three stand for all, because a mark of a footnote at one end is smaller.
    three = (seen[0], seen[len(seen) // 2], seen[-1])
    first, last = glyphs.place(seen[0]), glyphs.place(seen[-1])
    return Line(
        characters,
        page,
        left=min(first.real, last.real),
        right=max(first.real, last.real),
        height=first.imag,
        size=sorted(map(glyphs.size, three))[1],
        is_bold=all(map(glyphs.is_bold, three)),
        is_broken=is_broken,
    )


@frozen
class _Glyphs:
    """A page, and the unit vector that a step to the right on it is for its reader."""

    text: "PdfTextPage"
    turn: complex

    def codes(self) -> list[int]:
        """Return what each character is in Unicode; on some systems, in halves as in UTF-16."""
        from pypdfium2 import raw  # noqa: PLC0415 - an extra

        code_of, text = raw.FPDFText_GetUnicode, self.text
        return [code_of(text, index) for index in range(text.count_chars())]

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


def _is_blank(code: int) -> bool:
    return code <= ord(" ") or (code <= _LAST_CODE_POINT and chr(code).isspace())


def _characters(codes: list[int]) -> str:
    characters = "".join(
        " " if _is_blank(code) else chr(code) if code <= _LAST_CODE_POINT else "\ufffd"
        for code in codes
    )
    return characters.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
