"""Make `argmap/render/widths.py`: how wide characters are at most in common sans fonts.

The fonts come from Debian 12; on another system unpack its packages and name the folder:

    apt-get download fonts-liberation2 fonts-urw-base35 fonts-noto-core fonts-noto-cjk \
        fonts-dejavu-core fonts-open-sans fonts-roboto-unhinted
    for package in *.deb; do dpkg -x "$package" unpacked; done
    python .dev/font_widths.py unpacked

It needs fontTools, and Python 3.13 for its Unicode 15.1, from which the combining marks are taken.
The same fonts and the same Python give the same file.
"""

import argparse
import unicodedata
import zlib
from base64 import b64encode
from itertools import count, groupby, pairwise
from pathlib import Path
from textwrap import wrap
from typing import Final

from fontTools.ttLib import TTFont

UNITS: Final = 128
UNICODE: Final = "15.1.0"
TARGET: Final = Path(__file__).parent.parent / "argmap" / "render" / "widths.py"

# Liberation Sans has the widths of Arial, Nimbus Sans those of Helvetica. Open Sans stands for
# Segoe UI, Roboto for Android. DejaVu Sans is the widest and counts nevertheless: fontconfig brings
# it along, so it is what a bare Linux container draws, and a text must stay in its box there too.
TEXT_FONTS: Final = (
    "truetype/liberation2/LiberationSans-Regular.ttf",
    "opentype/urw-base35/NimbusSans-Regular.otf",
    "truetype/noto/NotoSans-Regular.ttf",
    "opentype/noto/NotoSansCJK-Regular.ttc",
    "truetype/dejavu/DejaVuSans.ttf",
    "truetype/open-sans/OpenSans-Regular.ttf",
    "truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
)
# Where the text fonts have no symbol, systems look into fonts like these.
SYMBOL_FONTS: Final = (
    "truetype/noto/NotoSansSymbols-Regular.ttf",
    "truetype/noto/NotoSansSymbols2-Regular.ttf",
    "truetype/noto/NotoSansMath-Regular.ttf",
    "truetype/noto/NotoSansArmenian-Regular.ttf",
    "truetype/noto/NotoSansGeorgian-Regular.ttf",
)
FIRST_SYMBOL: Final = 0x530
# Arrows, mathematics and shapes come from any font that has them, so they are taken for an em at
# least, as in the fonts of East Asia.
FIRST_ARROW: Final = 0x2190
LAST_ARROW: Final = 0x2BFF

BLOCKS: Final = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x02FF),  # Latin, phonetic letters, modifiers
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x0530, 0x058F),  # Armenian
    (0x10A0, 0x10FF),  # Georgian
    (0x1E00, 0x1FFF),  # Latin of Vietnam and others, Greek with accents
    (0x2000, 0x200A),  # spaces
    (0x2010, 0x2027),  # dashes, quotation marks, dots
    (0x202F, 0x205F),  # per mille, primes, more punctuation
    (0x2070, 0x20C0),  # superscripts, subscripts, currencies
    (0x2100, 0x23FF),  # letter-like, fractions, arrows, mathematics, technical
    (0x2460, 0x27FF),  # circled, lines, shapes, symbols, dingbats, long arrows
    (0x2900, 0x297F),  # more arrows
    (0x2A00, 0x2AFF),  # more mathematics
    (0x2C60, 0x2C7F),  # more Latin
    (0x2E00, 0x2E3A),  # more punctuation
    (0xFB00, 0xFB06),  # Latin ligatures
)

FILE: Final = '''\
"""How wide characters are at most in common sans fonts, in 128ths of an em.

Made by `.dev/font_widths.py` from the fonts below; change it there. The widths are facts, no part
of a font is in here. For each code point it is the largest advance of these, from arrows to
shapes (U+{first_arrow:04X} to U+{last_arrow:04X}) one em at least:

{text_fonts}

and from U+{first_symbol:04X} on also of {symbol_fonts}.
The combining marks are those of Unicode {unicode}.
"""

import zlib
from binascii import a2b_base64
from functools import cache
from itertools import accumulate
from typing import Final

UNITS: Final = {units}
"""The parts of an em that all widths are counted in."""


@cache
def advances() -> dict[str, int]:
    """Return the widths of about {thousands},000 characters; not to be changed."""
    packed = zlib.decompress(a2b_base64(_ADVANCES))
    points = (point for first, last in _BLOCKS for point in range(first, last + 1))
    return {{chr(point): units for point, units in zip(points, packed, strict=True) if units}}


@cache
def marks() -> tuple[tuple[int, int], ...]:
    """Return the first and last code points of the ranges of marks that take no room."""
    return _ranges(_MARKS)


@cache
def spacing_marks() -> tuple[tuple[int, int], ...]:
    """Return the first and last code points of the ranges of marks that take room."""
    return _ranges(_SPACING_MARKS)


def _ranges(packed: str) -> tuple[tuple[int, int], ...]:
    # The steps from start to end to start, in base 36.
    steps = zlib.decompress(a2b_base64(packed)).decode("ascii").split()
    ends = list(accumulate(int(step, 36) for step in steps))
    return tuple(zip(ends[::2], ends[1::2], strict=True))


# A byte for each code point of these blocks, 0 where no font has it.
_BLOCKS: Final = (
{blocks}
)
_ADVANCES: Final = (
{advances}
)
_MARKS: Final = (
{marks}
)
_SPACING_MARKS: Final = (
{spacing_marks}
)
'''


def main() -> None:
    """Read the fonts and write the module."""
    parser = argparse.ArgumentParser(description="Make argmap/render/widths.py.")
    parser.add_argument("root", nargs="?", default="/", type=Path, help="where usr/share/fonts is")
    fonts = parser.parse_args().root / "usr" / "share" / "fonts"
    if unicodedata.unidata_version != UNICODE:
        parser.error(f"run it with a Python that has Unicode {UNICODE}: Python 3.13")
    text = [_advances(fonts / name) for name in TEXT_FONTS]
    symbols = [_advances(fonts / name) for name in SYMBOL_FONTS]
    packed = bytes(
        _widest(point, text + symbols if point >= FIRST_SYMBOL else text)
        for first, last in BLOCKS
        for point in range(first, last + 1)
    )
    names = [_full_name(fonts / name) for name in TEXT_FONTS + SYMBOL_FONTS]
    TARGET.write_text(_module(packed, names), encoding="utf-8", newline="\n")
    print(f"{TARGET}: {sum(map(bool, packed))} characters")


def _module(packed: bytes, names: list[str]) -> str:
    return FILE.format(
        text_fonts="\n".join(f"    {name}" for name in names[: len(TEXT_FONTS)]),
        symbol_fonts=", ".join(names[len(TEXT_FONTS) :]).replace(
            ", Noto Sans Math", ",\nNoto Sans Math"
        ),
        first_symbol=FIRST_SYMBOL,
        first_arrow=FIRST_ARROW,
        last_arrow=LAST_ARROW,
        unicode=UNICODE,
        units=UNITS,
        thousands=round(sum(map(bool, packed)) / 1000),
        blocks="\n".join(f"    (0x{first:04X}, 0x{last:04X})," for first, last in BLOCKS),
        advances=_quoted(packed),
        marks=_quoted(_steps({"Mn", "Me"})),
        spacing_marks=_quoted(_steps({"Mc"})),
    )


def _advances(path: Path) -> dict[int, int]:
    """Return the advance of each code point of a font, rounded up."""
    font = _font(path)
    em = font["head"].unitsPerEm
    metrics = font["hmtx"]
    return {
        point: -(-metrics[glyph][0] * UNITS // em) for point, glyph in font.getBestCmap().items()
    }


def _full_name(path: Path) -> str:
    names = _font(path)["name"]
    return f"{names.getBestFamilyName()} {names.getDebugName(5).split(';')[0]}".strip()


def _font(path: Path) -> TTFont:
    return TTFont(path, fontNumber=0, lazy=True)


def _widest(point: int, fonts: list[dict[int, int]]) -> int:
    # Some fonts give a width to combining marks and soft hyphens, and yet it is not drawn.
    if unicodedata.category(chr(point)) in {"Mn", "Me", "Cf", "Cn"}:
        return 0
    # A font without "ế" draws its "e" and adds the marks.
    base = ord(unicodedata.normalize("NFD", chr(point))[0])
    widest = max(max(font.get(point, 0), font.get(base, 0)) for font in fonts)
    return max(widest, UNITS) if widest and FIRST_ARROW <= point <= LAST_ARROW else widest


def _steps(categories: set[str]) -> bytes:
    points = [point for point in range(0x110000) if unicodedata.category(chr(point)) in categories]
    counter = count()
    ends = [0]
    for _, group in groupby(points, key=lambda point: point - next(counter)):
        run = list(group)
        ends += [run[0], run[-1]]
    return " ".join(_base36(later - earlier) for earlier, later in pairwise(ends)).encode()


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = digits[number % 36]
    while number := number // 36:
        text = digits[number % 36] + text
    return text


def _quoted(data: bytes) -> str:
    packed = b64encode(zlib.compress(data, 9)).decode("ascii")
    return "\n".join(f'    "{line}"' for line in wrap(packed, 92))


if __name__ == "__main__":
    main()
