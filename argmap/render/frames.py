"""Frames around what stands together: the boxes of one section that are neighbours in a tree.

A frame never holds a box of another section. Boxes of one level that stand side by side make a
run; a run and those that hang on it make a frame, which is notched where a box of another section
stands among them. Coordinates are (along, across), as in `routes`.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field, frozen

from argmap.render.contour import Pads
from argmap.render.drawing import Path, PlacedFrame, Point, Step
from argmap.render.face import BOX_WIDTH
from argmap.render.grid import Grid
from argmap.render.linebreak import wrapped
from argmap.render.routes import Levels
from argmap.render.scene import Kind, Scene
from argmap.render.tree import NOWHERE, Tree
from argmap.render.turn import Turn

PADDING: Final = 10
"""Between a frame and the boxes in it, across the levels."""
NEAR_MARGIN: Final = 30
"""The same on the side of the theses, where signs stand."""

HEADING_SIZE: Final = 11
HEADING_STEP: Final = 13

_HEADING: Final = 18
_BASE: Final = 19  # from the edge of a frame to the base line of its heading
_UPRIGHT_BASE: Final = 13
_FROM_LINE: Final = 14
_FAR_MARGIN: Final = 16
_NOTCH: Final = 8  # between the wall of a notch and a frame in it
_ROUND: Final = 16
_FEWEST_BOXES: Final = 2
_FEWEST_SECTIONS: Final = 2
_MOST_PIECES: Final = 2


@define(slots=True)
class Run:
    """Neighbours of one section in one level.

    Attributes:
        boxes: their numbers, in order.
        level: the level.
        below: the runs that hang on it, in order.
    """

    boxes: list[int]
    level: int
    below: list["Run"] = field(factory=list)


@frozen
class Frame:
    """What one frame goes around.

    Attributes:
        heading: the section.
        root: the run that the others hang on.
    """

    heading: str
    root: Run

    def runs(self) -> Iterator[Run]:
        """Yield all runs, each before those that hang on it."""
        worklist = [self.root]
        while worklist:
            run = worklist.pop()
            yield run
            worklist.extend(reversed(run.below))


def find_frames(scene: Scene, tree: Tree, *, always: bool = True) -> tuple[Frame, ...]:
    """Return the frames of a scene with two or more sections; a box alone has none.

    Args:
        scene: what is drawn.
        tree: what hangs on what.
        always: also where only a part of the map is drawn in full, and where sections lie about
            in many pieces, which are otherwise, on average, at most two a section.
    """
    if not always and any(box.is_elsewhere for box in scene.boxes):
        return ()
    sections = [
        "" if box.is_elsewhere or box.kind is Kind.MISSING else box.section for box in scene.boxes
    ]
    names = {*sections} - {""}
    if len(names) < _FEWEST_SECTIONS:
        return ()
    pieces = _pieces(tree, sections)
    if not always and len(pieces) > _MOST_PIECES * len(names):
        return ()
    return tuple(frame for frame in pieces if _holds_several(frame))


def pad(frames: Sequence[Frame], count: int, *, with_headings: bool) -> Pads:
    """Return the room around so many boxes; headings need some where they stand before boxes."""
    leads, tails = [0] * count, [0] * count
    for frame in frames:
        for run in frame.runs():
            leads[run.boxes[0]] = PADDING
            tails[run.boxes[-1]] = PADDING
        if with_headings:
            leads[frame.root.boxes[0]] += _HEADING
    return Pads(leads, tails)


def draw_outlines(
    frames: Sequence[Frame], grid: Grid, levels: Levels, pads: Pads
) -> tuple[Path, ...]:
    """Return the lines around frames."""
    return tuple([_rounded(_corners(frame, grid, levels, pads)) for frame in frames])


def place_frames(
    frames: Sequence[Frame], outlines: Sequence[Path], grid: Grid, levels: Levels, turn: Turn
) -> tuple[PlacedFrame, ...]:
    """Return frames with their headings, turned to where the tree grows.

    A heading stands above the first box, or where levels lie one above the other, beside the
    line in the middle of that box.
    """
    room, most = (BOX_WIDTH / 2 - _FROM_LINE, 2) if turn.is_upright else (BOX_WIDTH, 1)
    placed = []
    for frame, path in zip(frames, outlines, strict=True):
        level, first = frame.root.level, frame.root.boxes[0]
        near, begin = levels.begins[level], grid.begins[first]
        if turn.is_upright:
            strip = (near - NEAR_MARGIN, begin), (near, begin + grid.sizes[first])
        else:
            strip = (near, begin - PADDING - _HEADING), (levels.fars[first], begin)
        x, y = turn.corner(*strip)
        y += _UPRIGHT_BASE if turn.is_upright else _BASE
        lines = wrapped(frame.heading, room, HEADING_SIZE, bold=True, max_lines=most)
        placed.append(PlacedFrame(lines, turn.path(path), x, y))
    return tuple(placed)


def _corners(frame: Frame, grid: Grid, levels: Levels, pads: Pads) -> list[tuple[Point, bool]]:
    """Return the corners of a frame, and whether an S leads to each from the one before."""
    corners: list[tuple[Point, bool]] = []
    worklist: list[tuple[Run, int]] = [(frame.root, 0)]
    while worklist:
        run, done = worklist.pop()
        near = levels.begins[run.level] - NEAR_MARGIN - (0 if run is frame.root else _NOTCH)
        far = levels.ends[run.level] + _FAR_MARGIN
        first, last = run.boxes[0], run.boxes[-1]
        begin = grid.begins[first] - pads.leads[first]
        end = grid.begins[last] + grid.sizes[last] + pads.tails[last]
        if not done:
            corners.append(((near, begin), run is not frame.root and _is_first(run, worklist)))
            corners.append(((far, begin), False))
        if done < len(run.below):
            worklist.append((run, done + 1))
            worklist.append((run.below[done], 0))
            continue
        corners.append(((far, end), bool(run.below)))
        corners.append(((near, end), False))
    return corners


def _pieces(tree: Tree, sections: Sequence[str]) -> list[Frame]:
    """Return what stands together in the tree and in a section, boxes that stand alone too."""
    parents = [NOWHERE] * len(sections)
    for box, children in enumerate(tree.children):
        for child in children:
            parents[child] = box
    pieces: list[Frame] = []
    runs: dict[int, Run] = {}
    lasts: dict[int, tuple[int, tuple[int, int]]] = {}
    nothing = NOWHERE, (NOWHERE, NOWHERE)
    for box in tree.order:
        parent, section, depth = parents[box], sections[box], tree.depths[box]
        last, anchor_of_last = lasts.get(depth, nothing)
        if not section:
            lasts[depth] = nothing
            continue
        is_rooted = parent == NOWHERE or sections[parent] != section
        # Neighbours belong together where they hang on one run, or on one and the same box.
        anchor = (NOWHERE, parent) if is_rooted else (runs[parent].boxes[0], NOWHERE)
        lasts[depth] = box, anchor
        if last != NOWHERE and sections[last] == section and anchor == anchor_of_last:
            runs[box] = runs[last]
            runs[box].boxes.append(box)
            continue
        runs[box] = run = Run([box], depth)
        if is_rooted:
            pieces.append(Frame(section, run))
        else:
            runs[parent].below.append(run)
    return pieces


def _is_first(run: Run, worklist: Sequence[tuple[Run, int]]) -> bool:
    above, done = worklist[-1]
    return done == 1 and above.below[0] is run


def _holds_several(frame: Frame) -> bool:
    count = 0
    for run in frame.runs():
        count += len(run.boxes)
        if count >= _FEWEST_BOXES:
            return True
    return False


def _rounded(corners: Sequence[tuple[Point, bool]]) -> Path:
    """Join corners by straight lines, or by an S to those that ask for it, and round the rest."""
    points = [corner for corner, _ in corners]
    swings = [swing for _, swing in corners]
    count = len(points)
    steps: list[Step] = []
    for number, here in enumerate(points):
        before, after = points[number - 1], points[(number + 1) % count]
        if swings[number]:
            middle = (before[0] + here[0]) / 2
            steps.append(((middle, before[1]), (middle, here[1]), here))
        elif swings[(number + 1) % count]:
            steps.append((here,))
        else:
            enter, leave = _toward(here, before), _toward(here, after)
            steps += [(enter,), (here, here, leave)]
    return (steps[-1][-1:], *steps)


def _toward(here: Point, there: Point) -> Point:
    """Return the place where the rounding of a corner begins, on the way to the next one."""
    along, across = there[0] - here[0], there[1] - here[1]
    reach = max(along, -along, across, -across)
    share = min(_ROUND, reach / 2) / reach if reach else 0
    return here[0] + along * share, here[1] + across * share
