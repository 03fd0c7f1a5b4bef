"""A drawing: a scene whose boxes and arrows have found their places."""

from typing import Final, TypeAlias

from attrs import frozen

from argmap.findings import ArgmapError
from argmap.render.face import Face
from argmap.render.scene import Arrow, Box, Scene

Point: TypeAlias = tuple[float, float]
Step: TypeAlias = tuple[Point, ...]
"""One point: a straight line to there. Three points: a cubic Bezier curve."""
Path: TypeAlias = tuple[Step, ...]
"""The first step is the point where the path begins."""

MARGIN: Final = 24


@frozen
class PlacedBox:
    """A box with its face and its upper left corner."""

    box: Box
    face: Face
    x: float
    y: float


@frozen
class PlacedArrow:
    """An arrow and its lines.

    Attributes:
        arrow: what it stands for.
        shaft: from the first box, or from the bracket, to where the head begins.
        tip: the very end of the head.
        toward: the unit vector along which the head points.
        sign: the middle of the sign.
        bracket: what joins linked boxes, as separate lines.
        joints: where lines of linked boxes that stand far apart come together.
    """

    arrow: Arrow
    shaft: Path
    tip: Point
    toward: Point
    sign: Point
    bracket: tuple[Path, ...] = ()
    joints: tuple[Point, ...] = ()


@frozen
class PlacedFrame:
    """A frame around what stands together under one heading.

    Attributes:
        lines: the heading.
        outline: the line around, closed.
        x: where the heading begins.
        y: the base line of its first line.
    """

    lines: tuple[str, ...]
    outline: Path
    x: float
    y: float


@frozen
class Drawing:
    """Everything in its place; boxes in the order of reading, 0, 0 at the upper left.

    Arrows that are told in a note of a box are not among `arrows`.
    """

    scene: Scene
    boxes: tuple[PlacedBox, ...]
    arrows: tuple[PlacedArrow, ...]
    width: float
    height: float
    frames: tuple[PlacedFrame, ...] = ()


class RenderError(ArgmapError):
    """A picture could not be made."""
