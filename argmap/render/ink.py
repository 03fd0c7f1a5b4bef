"""Numbers, texts and paths as they are written in SVG."""

from functools import lru_cache
from html import escape

from argmap.render.drawing import Path, Point
from argmap.render.measure import is_fitted, width


@lru_cache(maxsize=16384)
def number(value: float) -> str:
    """Return a number of px, to a tenth, without a needless zero or sign."""
    tenths = int(value * 10 + (0.5 if value >= 0 else -0.5))
    whole, rest = divmod(tenths if tenths >= 0 else -tenths, 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"


def content(text: str) -> str:
    """Return clean text as the content of an element."""
    return escape(text, quote=False)


def attribute(text: str) -> str:
    """Return clean text as the value of an attribute, quotation marks included."""
    return f'"{escape(text)}"'


def path_data(path: Path, origin: Point = (0, 0)) -> str:
    """Return the `d` of a path, relative to an origin."""
    left, top = origin
    parts = []
    letter = "M"
    for step in path:
        points = " ".join([f"{number(x - left)} {number(y - top)}" for x, y in step])
        parts.append(f"{letter if len(step) == 1 else 'C'}{points}")
        letter = "L"
    return "".join(parts)


def text_line(
    text: str,
    size: float,
    x: float,
    y: float,
    attributes: str = "",
    *,
    leftward_from: float | None = None,
    is_bold: bool = False,
) -> str:
    """Return one line of text that starts at x, or at another place where it runs leftwards."""
    fit = ""
    if not text.isascii() and is_fitted(text):
        length = number(width(text, size, bold=is_bold))
        fit = f' textLength="{length}" lengthAdjust="spacingAndGlyphs"'
    start = f' x="{number(x)}"'
    if leftward_from is not None:
        start = f' x="{number(leftward_from)}" direction="rtl"'
    more = f" {attributes}" if attributes else ""
    return f'<text{start} y="{number(y)}"{more}{fit}>{escape(text, quote=False)}</text>'
