"""Arrows in SVG: each kind of relation with its own colour, dash, head and sign."""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from attrs import define, field

from argmap.model import Stance
from argmap.render.describe import arrow_title
from argmap.render.drawing import PlacedArrow, Point
from argmap.render.ink import content, number, path_data
from argmap.render.look import Look
from argmap.render.scene import Arrow, Change
from argmap.render.theme import DASHES

SIGN_RADIUS: Final = 7.5

LINES: Final = 'fill="none" stroke-width="1.8"'
"""What a group around arrows has to say."""

_DASHES: Final = {
    stance: f' stroke-dasharray="{dash}"' if dash else "" for stance, dash in DASHES.items()
}
_STRUCK: Final = 15
_WIDE: Final = ' stroke-width="3.4"'
NEW: Final = frozenset({Change.ADDED, Change.TURNED, Change.CHANGED})
"""What happened to arrows that were not as they are now."""

_THINNEST: Final = 1.3
_GAIN: Final = 2.4  # from a strength of 0 to one of 1


@define
class ArrowPen:
    """Writes arrows, and remembers which classes of shapes occurred."""

    look: Look
    used: set[str] = field(factory=set)

    def write(self, placed: PlacedArrow) -> list[str]:
        """Return the lines of one arrow, with places relative to where it starts."""
        left, top = origin = placed.shaft[0][0]
        arrow, name = placed.arrow, _class_of(placed.arrow)
        lines = [self.group(name, origin), f"<title>{content(arrow_title(arrow))}</title>"]
        lines += [
            f'<path d="{path_data(path, origin)}" stroke-width="1.4"/>' for path in placed.bracket
        ]
        lines.append(self._shaft(placed, origin))
        tip = (placed.tip[0] - left, placed.tip[1] - top)
        lines.append(self._head(arrow.stance, tip, placed.toward, name))
        for x, y in placed.joints:
            at = f'cx="{number(x - left)}" cy="{number(y - top)}"'
            lines.append(f'<circle {at} r="3" {self._paint(f"{name}-head")}/>')
        x, y = placed.sign[0] - left, placed.sign[1] - top
        lines += sign(arrow.stance, (x, y), self.look, self.used)
        if arrow.change is Change.REMOVED:
            # On the line right after the sign, which is to be read still.
            along = math.hypot(x, y) or 1
            lines.append(_strike(x + _STRUCK * x / along, y + _STRUCK * y / along))
        lines.append("</g>")
        return lines

    def sample(self, stance: Stance, start: Point, length: float) -> Iterator[str]:
        """Yield a short straight arrow for a legend."""
        yield self.group(stance.value, start)
        yield f'<path d="M0 0H{number(length - 9)}"{_DASHES[stance]}/>'
        end = length - 5 if stance is Stance.UNDERCUTS else length
        yield self._head(stance, (end, 0), (1, 0), stance.value)
        yield from sign(stance, (SIGN_RADIUS + 3, 0), self.look, self.used)
        yield "</g>"

    def sample_of_change(self, change: Change, start: Point, length: float) -> Iterator[str]:
        """Yield a short line without a head that shows what lines look like after a change."""
        yield self.group("kept", start)
        yield f'<path d="M0 0H{number(length)}"{_WIDE if change in NEW else ""}/>'
        if change is Change.REMOVED:
            yield _strike(length / 2, 0)
        yield "</g>"

    def group(self, name: str, origin: Point) -> str:
        """Return the beginning of a group in the colour of a stance."""
        move = f'transform="translate({number(origin[0])} {number(origin[1])})"'
        return f"<g {move} {self._paint(name)}>"

    def _shaft(self, placed: PlacedArrow, origin: Point) -> str:
        arrow = placed.arrow
        # Dots need to be thicker to look as dark as a line.
        width = ' stroke-width="2.2"' if arrow.stance is Stance.UNDERCUTS else ""
        if arrow.change is not None and arrow.change in NEW:
            width = _WIDE
        elif arrow.strength is not None and arrow.change is None:
            width = f' stroke-width="{number(_THINNEST + _GAIN * arrow.strength)}"'
        return f'<path d="{path_data(placed.shaft, origin)}"{width}{_DASHES[arrow.stance]}/>'

    def _head(self, stance: Stance, tip: Point, toward: Point, name: str) -> str:
        (x, y), (right, down) = tip, toward

        def at(back: float, aside: float) -> str:
            """Return a point some way back from the tip, and to one side of the line."""
            across = x - back * right - aside * down
            return f"{number(across)} {number(y - back * down + aside * right)}"

        if stance is Stance.SUPPORTS:
            outline = f"M{at(0, 0)}L{at(10, 4.8)}L{at(10, -4.8)}Z"
            return f'<path d="{outline}" stroke="none" {self._paint(f"{name}-head")}/>'
        if stance is Stance.CONTRASTS:
            return f'<path d="M{at(3, 5.5)}L{at(3, -5.5)}" stroke-width="2.8"/>'
        if stance is Stance.UNDERCUTS:
            cross = f"M{at(-4.5, 4.5)}L{at(4.5, -4.5)}M{at(4.5, 4.5)}L{at(-4.5, -4.5)}"
            return f'<path d="{cross}" stroke-width="2.2"/>'
        diamond = f"M{at(1, 0)}L{at(7, 4.5)}L{at(13, 0)}L{at(7, -4.5)}Z"
        return f'<path d="{diamond}" stroke-width="1.6" {self._paint("page")}/>'

    def _paint(self, name: str) -> str:
        self.used.add(name)
        return self.look.paint(name)


def _strike(x: float, y: float) -> str:
    """Return a line through what was removed."""
    data = f"M{number(x - 10)} {number(y + 10)}L{number(x + 10)} {number(y - 10)}"
    return f'<path d="{data}" stroke-width="2.2"/>'


def _class_of(arrow: Arrow) -> str:
    """Return the class of shapes that has the colour of an arrow."""
    return arrow.stance if arrow.change is None or arrow.change in NEW else "kept"


def sign(stance: Stance, at: Point, look: Look, used: set[str]) -> tuple[str, str]:
    """Return the disc with the sign of a stance, in a group that has the stroke of that stance."""
    used.add("halo")
    return _sign(stance, at, look.paint("halo"))


@lru_cache(maxsize=64)  # most signs stand at one place of their arrows
def _sign(stance: Stance, at: Point, paint: str) -> tuple[str, str]:
    x, y = at
    # Half as wide as its line, so the line alone makes the disc.
    half = number(SIGN_RADIUS / 2)
    place = f'cx="{number(x)}" cy="{number(y)}"'
    return (
        f'<circle {place} r="{half}" stroke-width="{number(SIGN_RADIUS)}"/>',
        f'<path d="{_sign_data(stance, x, y)}" {paint}/>',
    )


def _sign_data(stance: Stance, x: float, y: float) -> str:
    if stance is Stance.UNDERCUTS:
        left, top, low = number(x - 2.7), number(y - 2.7), number(y + 2.7)
        return f"M{left} {top}l5.4 5.4M{left} {low}l5.4 -5.4"
    if stance is Stance.RESTATES:
        left = number(x - 3.4)
        return f"M{left} {number(y - 1.6)}h6.8M{left} {number(y + 1.6)}h6.8"
    bar = f"M{number(x - 3.6)} {number(y)}h7.2"
    return f"{bar}M{number(x)} {number(y - 3.6)}v7.2" if stance is Stance.SUPPORTS else bar
