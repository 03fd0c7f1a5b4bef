"""How often the lines of a drawing cross."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

from argmap.render.drawing import Drawing, Path, PlacedArrow, Point

_Stretch: TypeAlias = tuple[Point, Point]

_SAMPLES = 16
_CELL = 64
_NEAR = 6


def points_on(path: Path) -> list[Point]:
    """Return points on a path, sixteen a step."""
    points = [path[0][0]]
    for step in path[1:]:
        here = points[-1]
        curve = (here, *step) if len(step) == 3 else (here, here, step[0], step[0])
        for number in range(1, _SAMPLES + 1):
            share, rest = number / _SAMPLES, 1 - number / _SAMPLES
            weights = (rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3)
            pairs = list(zip(weights, curve, strict=True))
            points.append((sum(w * p[0] for w, p in pairs), sum(w * p[1] for w, p in pairs)))
    return points


def crossings_between(one: PlacedArrow, other: PlacedArrow) -> int:
    """Count the crossings between two arrows; to touch is not to cross."""
    stretches = [*_stretches(one)]
    return sum(_cross(first, second) for second in _stretches(other) for first in stretches)


def crossings(drawing: Drawing) -> int:
    """Count the crossings between the lines of different arrows of a drawing.

    Where an attack ends on its arrow, and where lines come together at a box, nothing crosses.
    """
    grid: dict[tuple[int, int], list[tuple[int, _Stretch]]] = {}
    found: set[tuple[int, int, _Stretch, _Stretch]] = set()
    for number, placed in enumerate(drawing.arrows):
        for stretch in _stretches(placed):
            for cell in _cells(stretch):
                for other, earlier in grid.get(cell, ()):
                    if other != number and _cross(earlier, stretch):
                        found.add((other, number, earlier, stretch))
                grid.setdefault(cell, []).append((number, stretch))
    return len(found)


def _stretches(placed: PlacedArrow) -> Iterator[_Stretch]:
    """Yield short straight pieces of all lines of an arrow, but for the end of an attack.

    That lies on the arrow which it attacks, and on one side of its pieces or the other.
    """
    left, top = placed.tip
    for path in (placed.shaft, *placed.bracket):
        for one, two in pairwise(points_on(path)):
            is_at_tip = abs(two[0] - left) < _NEAR and abs(two[1] - top) < _NEAR
            if one != two and not (is_at_tip and placed.arrow.is_at_arrow):
                yield one, two


def _cells(stretch: _Stretch) -> Iterator[tuple[int, int]]:
    (x1, y1), (x2, y2) = stretch
    for column in range(int(min(x1, x2) // _CELL), int(max(x1, x2) // _CELL) + 1):
        for row in range(int(min(y1, y2) // _CELL), int(max(y1, y2) // _CELL) + 1):
            yield column, row


def _cross(one: _Stretch, other: _Stretch) -> bool:
    (a, b), (c, d) = one, other
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(start: Point, end: Point, point: Point) -> float:
    """Return on which side of a line a point lies, as a sign."""
    across = (end[0] - start[0]) * (point[1] - start[1])
    across -= (end[1] - start[1]) * (point[0] - start[0])
    return 0 if abs(across) < 1e-6 else across
