"""From along and across the levels of a tree to x and y, for each direction that it grows to."""

from attrs import field, frozen

from argmap.render.drawing import Path, PlacedArrow, Point
from argmap.render.options import Direction


@frozen
class Turn:
    """Turns (along, across) into x and y.

    Attributes:
        direction: where the tree grows to.
        bounds: the least and the greatest coordinates of a drawing.
    """

    direction: Direction
    bounds: tuple[Point, Point]
    is_still: bool = field(init=False)

    @is_still.default
    def _nothing_moves(self) -> bool:
        return self.direction == "lr" and self.bounds[0] == (0, 0)

    @property
    def is_upright(self) -> bool:
        """Whether the levels lie one above the other."""
        return self.direction in {"tb", "bt"}

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the drawing."""
        (first_along, first_across), (last_along, last_across) = self.bounds
        along, across = last_along - first_along, last_across - first_across
        return (across, along) if self.is_upright else (along, across)

    def point(self, point: Point) -> Point:
        """Turn a point."""
        (first_along, first_across), (last_along, _) = self.bounds
        across = point[1] - first_across
        match self.direction:
            case "lr":
                return point[0] - first_along, across
            case "rl":
                return last_along - point[0], across
            case "tb":
                return across, point[0] - first_along
            case _:
                return across, last_along - point[0]

    def corner(self, one: Point, other: Point) -> Point:
        """Return the upper left corner of what lies between two points."""
        if self.is_still:
            return one
        first, second = self.point(one), self.point(other)
        return min(first[0], second[0]), min(first[1], second[1])

    def toward(self, vector: Point) -> Point:
        """Turn a direction."""
        along, across = vector
        match self.direction:
            case "lr":
                return along, across
            case "rl":
                return -along, across
            case "tb":
                return across, along
            case _:
                return across, -along

    def path(self, path: Path) -> Path:
        """Turn a path."""
        point = self.point
        return tuple([tuple(map(point, step)) for step in path])

    def arrow(self, placed: PlacedArrow) -> PlacedArrow:
        """Turn an arrow with all its lines."""
        if self.is_still:
            return placed
        return PlacedArrow(
            placed.arrow,
            self.path(placed.shaft),
            self.point(placed.tip),
            self.toward(placed.toward),
            self.point(placed.sign),
            tuple(map(self.path, placed.bracket)),
            tuple(map(self.point, placed.joints)),
        )
