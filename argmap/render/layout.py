"""The first layout: a tidy tree that grows from the theses, in time linear in its size."""

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from argmap.render.contour import place_across
from argmap.render.courses import Course, Plan, plan_courses
from argmap.render.drawing import Drawing, Path, PlacedArrow, PlacedBox, Point
from argmap.render.face import BOX_WIDTH, Face, make_face, measure_chips
from argmap.render.frames import draw_outlines, find_frames, pad, place_frames
from argmap.render.grid import Grid, padded
from argmap.render.lanes import (
    assign_lanes,
    assign_ports,
    assign_tracks,
    count_lines,
    room_for_ports,
)
from argmap.render.options import CrossEdges, Direction, Order
from argmap.render.routes import Levels, Lines, draw_routes
from argmap.render.scene import Scene
from argmap.render.tree import NOWHERE, Tree, grow_tree
from argmap.render.turn import Turn
from argmap.render.untangle import untangle

_GUTTER: Final = 100
_WIDEST_GUTTER: Final = 190
_ROUNDS: Final = 2


def place(
    scene: Scene,
    direction: Direction = "lr",
    cross_edges: CrossEdges = "auto",
    *,
    frames: bool | None = None,
    order: Order = "author",
) -> Drawing:
    """Return the drawing of a scene as a tidy tree with lines across it.

    The first relation of a box, in the order of the document, decides where it stands.

    Args:
        scene: what to draw.
        direction: where the tree grows to.
        cross_edges: whether lines outside of the tree are drawn, told in notes ("stub"), or told
            where there are more than 300 of them, or where they pass very many levels.
        frames: whether what stands together in the tree and in a section is framed; None for
            where sections lie together well enough, and the whole map is drawn in full.
        order: that of the author, or one in which neighbours change places where that spares
            several crossings ("crossings").
    """
    tree = grow_tree(scene)
    plan = plan_courses(scene, tree, cross_edges)
    is_upright = direction in {"tb", "bt"}
    counts = count_lines(plan.courses, len(scene.boxes))
    faces = make_faces(scene, plan, () if is_upright else room_for_ports(counts))
    heights = [face.height for face in faces]
    sizes = [BOX_WIDTH] * len(faces)
    across, along = (sizes, heights) if is_upright else (heights, sizes)
    tree = with_attacks_at_their_sides(scene, tree, plan.courses, across, order)
    framed = () if frames is False else find_frames(scene, tree, always=bool(frames))
    pads = pad(framed, len(faces), with_headings=not is_upright) if framed else None
    grid = _grid(place_across(tree, across, pads), across)
    levels = _levels(tree, grid, along)
    assign_lanes(plan.courses, tree, padded(grid, pads) if pads else grid)
    assign_tracks(plan.courses, grid)
    ports = assign_ports(plan.courses, grid, counts)
    lines = draw_routes(plan.courses, scene.arrows, tree.depths, levels, ports)
    outlines = draw_outlines(framed, grid, levels, pads) if pads else ()
    turn = Turn(direction, _bounds(grid, levels, [*lines.outer, *outlines]))
    return Drawing(
        scene,
        tuple(_placed_boxes(scene, tree, faces, grid, levels, turn)),
        tuple(map(turn.arrow, _in_order(tree, plan.courses, lines))),
        *turn.size,
        place_frames(framed, outlines, grid, levels, turn),
    )


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


def with_attacks_at_their_sides(
    scene: Scene,
    tree: Tree,
    courses: Sequence[Course],
    sizes: list[int],
    order: Order = "author",
) -> Tree:
    """Put attacks beside what they attack so that they do not cross it, and keep to an order.

    What attacks an arrow that turns upwards stands before it.

    Args:
        scene: what is drawn.
        tree: the tree, with all attacks after what they attack.
        courses: the lines that are drawn.
        sizes: of the boxes, across the levels.
        order: what stands above what.
    """
    leading: frozenset[int] = frozenset()
    has_attacks = any(course.attacked != NOWHERE for course in courses)
    # What was moved may be attacked itself, and turn the other way now.
    for _ in range(_ROUNDS if has_attacks else 0):
        found = _leading(tree, courses, sizes)
        if found == leading:
            break
        leading = found
        tree = grow_tree(scene, leading)
    return untangle(tree, courses) if order == "crossings" else tree


def _leading(tree: Tree, courses: Sequence[Course], sizes: list[int]) -> frozenset[int]:
    """Return the attacks on arrows that end higher than they start."""
    middles = _grid(place_across(tree, sizes), sizes).middles
    starts: dict[int, int] = {}
    goals: dict[int, int] = {}
    leading = []
    # Arrows come before those that attack them.
    for course in courses:
        if course.is_extra:
            continue
        arrow, attacked = course.arrow, course.attacked
        starts[arrow] = (middles[course.boxes[0]] + middles[course.boxes[-1]]) // 2
        if attacked == NOWHERE:
            goals[arrow] = middles[course.goal]
            continue
        goals[arrow] = (starts[attacked] + goals[attacked]) // 2
        if goals[attacked] < starts[attacked]:
            leading.append(arrow)
    return frozenset(leading)


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


def _placed_boxes(
    scene: Scene, tree: Tree, faces: Sequence[Face], grid: Grid, levels: Levels, turn: Turn
) -> list[PlacedBox]:
    return [
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


def _bounds(grid: Grid, levels: Levels, outer: Sequence[Path]) -> tuple[Point, Point]:
    """Return the least and the greatest coordinates of boxes, and of paths that may leave them."""
    points = [point for path in outer for step in path for point in step]
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
