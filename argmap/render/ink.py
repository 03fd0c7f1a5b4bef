"""Numbers, texts and paths as they are written in SVG."""

from collections.abc import Iterable
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
    # Most texts have nothing to escape, and to look is faster than to replace.
    if "&" in text or "<" in text or ">" in text:
        return escape(text, quote=False)
    return text


def attribute(text: str) -> str:
    """Return clean text as the value of an attribute, quotation marks included."""
    return f'"{escape(text)}"'


def path_data(path: Path, origin: Point = (0, 0)) -> str:
    """Return the `d` of a path, relative to an origin."""
    left, top = origin
    parts = []
    letter = "M"
    for step in path:
        if len(step) == 1:
            ((x, y),) = step
            parts.append(f"{letter}{number(x - left)} {number(y - top)}")
        else:
            points = " ".join([f"{number(x - left)} {number(y - top)}" for x, y in step])
            parts.append(f"C{points}")
        letter = "L"
    return "".join(parts)


def text_lines(
    lines: Iterable[str],
    size: float,
    start: Point,
    attributes: str = "",
    *,
    step: float = 0,
    leftward_from: float | None = None,
    is_bold: bool = False,
) -> list[str]:
    """Return lines of text, one below the other, each of them one element.

    Args:
        lines: clean texts.
        size: of the letters.
        start: where the base line of the first begins.
        attributes: what else to say of each.
        step: from one base line to the next.
        leftward_from: where they begin in place of `start` if they run from right to left.
        is_bold: whether the attributes ask for bold letters.
    """
    x, y = start
    place = f'x="{number(x)}"'
    if leftward_from is not None:
        place = f'x="{number(leftward_from)}" direction="rtl"'
    more = f" {attributes}" if attributes else ""
    written = []
    for line in lines:
        fit = "" if line.isascii() else _fit(line, size, is_bold=is_bold)
        written.append(f'<text {place} y="{number(y)}"{more}{fit}>{content(line)}</text>')
        y += step
    return written


def _fit(line: str, size: float, *, is_bold: bool) -> str:
    if not is_fitted(line):
        return ""
    length = number(width(line, size, bold=is_bold))
    return f' textLength="{length}" lengthAdjust="spacingAndGlyphs"'
