"""A picture as PNG, by resvg, which draws SVG without a browser.

Equal bytes come from equal SVG, fonts and versions of resvg: it takes the fonts of the machine.
"""

import re
from typing import Final

from argmap.findings import MissingPackageError
from argmap.render.drawing import RenderError

_SCALE: Final = 2
_MOST_PIXELS: Final = 150_000_000
_SIZE: Final = re.compile(r'<svg [^>]*?width="([0-9.]+)" height="([0-9.]+)"')
_LINE: Final = re.compile(r"<text ([^>]*)>([^<]*)</text>")
_RIGHT_TO_LEFT: Final = ' direction="rtl"'

# resvg takes the first of these fonts that is there for a whole line, and for what that lacks any
# other, be it bold or slanted. So lines in these scripts begin with fonts that have them.
_FONTS: Final = (
    ("\u0590-\u05ff", "Noto Sans Hebrew, Arial Hebrew, Arial, Segoe UI"),
    ("\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefe", "Noto Sans Arabic, Geeza Pro, Arial, Segoe UI"),
    ("\u0900-\u0963\u0966-\u097f", "Noto Sans Devanagari, Kohinoor Devanagari, Nirmala UI"),
    ("\u0980-\u09ff", "Noto Sans Bengali, Kohinoor Bangla, Nirmala UI"),
    ("\u0a00-\u0a7f", "Noto Sans Gurmukhi, Gurmukhi MN, Nirmala UI"),
    ("\u0a80-\u0aff", "Noto Sans Gujarati, Kohinoor Gujarati, Nirmala UI"),
    ("\u0b80-\u0bff", "Noto Sans Tamil, Tamil Sangam MN, Nirmala UI"),
    ("\u0c00-\u0c7f", "Noto Sans Telugu, Kohinoor Telugu, Nirmala UI"),
    ("\u0c80-\u0cff", "Noto Sans Kannada, Kannada Sangam MN, Nirmala UI"),
    ("\u0d00-\u0d7f", "Noto Sans Malayalam, Malayalam Sangam MN, Nirmala UI"),
    ("\u0d80-\u0dff", "Noto Sans Sinhala, Sinhala Sangam MN, Nirmala UI"),
    ("\u0e00-\u0e7f", "Noto Sans Thai, Thonburi, Leelawadee UI"),
    ("\u0e80-\u0eff", "Noto Sans Lao, Lao Sangam MN, Leelawadee UI"),
    ("\u1000-\u109f", "Noto Sans Myanmar, Myanmar Sangam MN, Myanmar Text"),
    ("\u1780-\u17ff", "Noto Sans Khmer, Khmer Sangam MN, Leelawadee UI"),
    ("\u3040-\u30ff", "Noto Sans CJK JP, Hiragino Sans, Yu Gothic"),
    ("\uac00-\ud7a3", "Noto Sans CJK KR, Apple SD Gothic Neo, Malgun Gothic"),
    ("\u3400-\u9fff", "Noto Sans CJK SC, PingFang SC, Microsoft YaHei"),
)
_SCRIPTS: Final = tuple((re.compile(f"[{letters}]"), fonts) for letters, fonts in _FONTS)
_PROBE: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
    '<text x="2" y="15" font-family="Arial, sans-serif">{letter}</text></svg>'
)


class NoFontsError(RenderError):
    """A PNG was asked for, and the machine has no fonts to write in."""

    def __init__(self) -> None:
        super().__init__(
            "a PNG would have no text, as this machine has no fonts; install some, such as those "
            "of 'apt install fonts-liberation', or write SVG"
        )


class TooLargeError(RenderError):
    """A PNG was asked for that would take too much memory."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__(
            f"{width:,.0f} x {height:,.0f} px are too many for a PNG; "
            "draw a part of the map, fold it with --max-nodes, or write SVG"
        )


def to_png(svg: str) -> bytes:
    """Return an SVG of argmap as PNG, with two pixels for each of it where that is not too many.

    Raises:
        MissingPackageError: where resvg is not installed.
        NoFontsError: where the machine has no fonts.
        TooLargeError: where the picture has too many pixels.
    """
    try:
        # An extra, and large.
        from resvg_py import svg_to_bytes  # noqa: PLC0415
    except ImportError:
        what = "PNG"
        raise MissingPackageError(what, "resvg-py", "png", "write SVG") from None
    found = _SIZE.match(svg)
    width, height = (float(side) for side in found.groups()) if found else (0, 0)
    scale = _SCALE if width * height * _SCALE**2 <= _MOST_PIXELS else 1
    if width * height * scale**2 > _MOST_PIXELS:
        raise TooLargeError(width, height)
    letters = (_PROBE.format(letter=letter) for letter in ("x", ""))
    if len({bytes(svg_to_bytes(svg_string=probe)) for probe in letters}) == 1:
        raise NoFontsError
    return bytes(svg_to_bytes(svg_string=_LINE.sub(_for_resvg, svg), zoom=scale))


def _for_resvg(line: re.Match[str]) -> str:
    """Return a line of text as resvg can draw it: it knows no direction, and takes one font."""
    attributes, text = line.groups()
    if text.isascii():
        return line[0]
    if _RIGHT_TO_LEFT in attributes:
        attributes = attributes.replace(_RIGHT_TO_LEFT, ' text-anchor="end"')
        text = f"\u2067{text}\u2069"
    fonts = next((fonts for letters, fonts in _SCRIPTS if letters.search(text)), "")
    family = f' font-family="{fonts}, Arial, sans-serif"' if fonts else ""
    return f"<text {attributes}{family}>{text}</text>"
