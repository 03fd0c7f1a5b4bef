"""The first layout: a tidy tree that grows from the theses, in time linear in its size."""

from collections.abc import Sequence
from typing import Final

from attrs import evolve, field, frozen

from argmap.render.contour import place_across
from argmap.render.courses import Course, Plan, plan_courses
from argmap.render.drawing import Drawing, Path, PlacedArrow, PlacedBox, Point
from argmap.render.face import BOX_WIDTH, Face, make_face, measure_chips
from argmap.render.lanes import (
    Grid,
    assign_lanes,
    assign_ports,
    assign_tracks,
    count_lines,
    room_for_ports,
)
from argmap.render.options import CrossEdges, Direction
from argmap.render.routes import Levels, Lines, draw_routes
from argmap.render.scene import Scene
from argmap.render.tree import Tree, grow_tree

_GUTTER: Final = 100
_WIDEST_GUTTER: Final = 190


def place(scene: Scene, direction: Direction = "lr", cross_edges: CrossEdges = "auto") -> Drawing:
    """Return the drawing of a scene as a tidy tree with lines across it.

    The first relation of a box, in the order of the document, decides where it stands.

    Args:
        scene: what to draw.
        direction: where the tree grows to.
        cross_edges: whether lines outside of the tree are drawn, told in notes ("stub"), or told
            where there are more than 300 of them, or where they pass very many levels.
    """
    tree = grow_tree(scene)
    plan = plan_courses(scene, tree, cross_edges)
    is_upright = direction in {"tb", "bt"}
    counts = count_lines(plan.courses, len(scene.boxes))
    faces = make_faces(scene, plan, () if is_upright else room_for_ports(counts))
    heights = [face.height for face in faces]
    across = [BOX_WIDTH] * len(faces) if is_upright else heights
    grid = _grid(place_across(tree, across), across)
    levels = _levels(tree, grid, heights if is_upright else [BOX_WIDTH] * len(faces))
    assign_lanes(plan.courses, tree, grid)
    assign_tracks(plan.courses, grid)
    ports = assign_ports(plan.courses, grid, counts)
    lines = draw_routes(plan.courses, scene.arrows, tree.depths, levels, ports)
    return _drawing(scene, tree, plan.courses, faces, grid, levels, lines, direction)


def make_faces(scene: Scene, plan: Plan, rooms: Sequence[int]) -> list[Face]:
    """Return the face of every box of a scene, at least as high as `rooms` asks for, if it does."""
    widths = measure_chips()
    notes = plan.notes
    faces = [
        make_face(box, notes.get(number, ()), chip_widths=widths)
        for number, box in enumerate(scene.boxes)
    ]
    for number, room in enumerate(rooms):
        if faces[number].height < room:
            faces[number] = evolve(faces[number], height=room + room % 2)
    return faces


def _grid(begins: list[int], sizes: list[int]) -> Grid:
    middles = [begin + size // 2 for begin, size in zip(begins, sizes, strict=True)]
    return Grid(begins, sizes, middles)


def _levels(tree: Tree, grid: Grid, sizes: Sequence[int]) -> Levels:
    """Put the levels one after the other, with wider gutters where lines run far across."""
    count = max(tree.depths, default=-1) + 1
    rooms, reaches = [0] * count, [0] * count
    for box, depth in enumerate(tree.depths):
        rooms[depth] = max(rooms[depth], sizes[box])
        children = tree.children[box]
        if children:
            reach = grid.middles[children[-1]] - grid.middles[children[0]]
            reaches[depth] = max(reaches[depth], reach)
    begins, ends = [], []
    here = 0
    for depth in range(count):
        begins.append(here)
        here += rooms[depth]
        ends.append(here)
        here += min(_WIDEST_GUTTER, _GUTTER + reaches[depth] // 16)
    fars = [begins[depth] + sizes[box] for box, depth in enumerate(tree.depths)]
    return Levels(begins, ends, fars)


def _drawing(
    scene: Scene,
    tree: Tree,
    courses: Sequence[Course],
    faces: Sequence[Face],
    grid: Grid,
    levels: Levels,
    lines: Lines,
    direction: Direction,
) -> Drawing:
    bounds = _bounds(grid, levels, lines)
    turn = _Turn(direction, bounds)
    boxes = tuple(
        [
            PlacedBox(
                scene.boxes[box],
                faces[box],
                *turn.corner(
                    (levels.begins[tree.depths[box]], grid.begins[box]),
                    (levels.fars[box], grid.begins[box] + grid.sizes[box]),
                ),
            )
            for box in tree.order
        ]
    )
    along, across = bounds[1][0] - bounds[0][0], bounds[1][1] - bounds[0][1]
    width, height = (along, across) if direction in {"lr", "rl"} else (across, along)
    arrows = tuple(map(turn.arrow, _in_order(tree, courses, lines)))
    return Drawing(scene, boxes, arrows, width, height)


def _bounds(grid: Grid, levels: Levels, lines: Lines) -> tuple[Point, Point]:
    points = [point for path in lines.outer for step in path for point in step]
    alongs = [0, max(levels.ends, default=0), *(point[0] for point in points)]
    ends = [begin + size for begin, size in zip(grid.begins, grid.sizes, strict=True)]
    acrosses = [0, max(ends, default=0), *(point[1] for point in points)]
    return (min(alongs), min(acrosses)), (max(alongs), max(acrosses))


def _in_order(tree: Tree, courses: Sequence[Course], lines: Lines) -> list[PlacedArrow]:
    """Return the arrows in the order of the boxes that they start from."""
    ranks = [0] * len(tree.order)
    for rank, box in enumerate(tree.order):
        ranks[box] = rank
    count = len(tree.ends.tails)
    mains = (course for course in courses if not course.is_extra)
    keys = [ranks[course.boxes[0]] * count + course.arrow for course in mains]
    return [lines.arrows[place] for place in sorted(range(len(keys)), key=keys.__getitem__)]


@frozen
class _Turn:
    """Turns (along, across) into x and y."""

    direction: Direction
    bounds: tuple[Point, Point]
    is_still: bool = field(init=False)

    @is_still.default
    def _nothing_moves(self) -> bool:
        return self.direction == "lr" and self.bounds[0] == (0, 0)

    def point(self, point: Point) -> Point:
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
        if self.is_still:
            return one
        first, second = self.point(one), self.point(other)
        return min(first[0], second[0]), min(first[1], second[1])

    def toward(self, vector: Point) -> Point:
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
        point = self.point
        return tuple([tuple(map(point, step)) for step in path])

    def arrow(self, placed: PlacedArrow) -> PlacedArrow:
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
