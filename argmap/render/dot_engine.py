"""The second layout: Graphviz `dot`, which gets the sizes of boxes and never a text of the user."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from attrs import define, field

from argmap.model import Stance
from argmap.render.dot import EdgeNames, Part, empty_graph
from argmap.render.drawing import (
    Drawing,
    Path,
    PlacedArrow,
    PlacedBox,
    Point,
    RenderError,
)
from argmap.render.face import BOX_WIDTH, Face, make_face, measure_chips
from argmap.render.options import Direction
from argmap.render.routes import HEAD_LENGTHS
from argmap.render.scene import Arrow, Scene
from argmap.render.tree import grow_tree

if TYPE_CHECKING:
    from graphviz import Digraph

_POINTS_PER_INCH: Final = 72
_MOST: Final = 20_000
_FROM_START: Final = 14
_FROM_BOX: Final = 10
_FROM_SIGN: Final = 17
_SAMPLES: Final = 64


class DotMissingError(RenderError):
    """The engine `dot` was asked for, and Graphviz is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "the engine 'dot' needs Graphviz, which is not installed; install it with "
            "'apt install graphviz', 'brew install graphviz' or 'winget install graphviz',\n"
            "or, without rights on the machine, with `pip install 'argmap[dot]'`; "
            "or use the engine 'tree'"
        )


class DotFailedError(RenderError):
    """Graphviz ran, and what it gave is no picture of the whole map."""

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(f"Graphviz failed: {problem}; use the engine 'tree'")


def place_by_dot(scene: Scene, direction: Direction = "lr") -> Drawing:
    """Return the drawing of a scene as `dot` lays it out.

    Better than the tree where many lines cross it, and slow from some thousand boxes on.

    Raises:
        DotMissingError: where Graphviz is not installed, nor the extra `argmap[dot]`.
        DotFailedError: where `dot` stops, loses something, or would take hours.
    """
    if len(scene.boxes) + len(scene.arrows) > _MOST:
        problem = f"more than {_MOST:,} nodes and relations take too long"
        raise DotFailedError(problem)
    widths = measure_chips()
    faces = [make_face(box, chip_widths=widths) for box in scene.boxes]
    graph = empty_graph(direction, "boxes")
    graph.attr("node", shape="box", label="", fixedsize="true")
    graph.attr("edge", label="")
    names = EdgeNames(scene)
    for box, face in zip(scene.boxes, faces, strict=True):
        graph.node(names.boxes[box.id], width=_inches(BOX_WIDTH), height=_inches(face.height))
    names.add_edges(graph, _bare)
    return _Reader(scene, faces, names, _run(graph)).drawing()


def _bare(arrow: Arrow, part: Part) -> dict[str, str]:
    has_head = part != "tail" and arrow.stance is not Stance.UNDERCUTS
    return {} if has_head else {"arrowhead": "none"}


def _inches(px: float) -> str:
    return f"{px / _POINTS_PER_INCH:.4f}"


def _run(graph: "Digraph") -> Mapping[str, object]:
    """Run `dot` and return what it says, as read from JSON."""
    from subprocess import CalledProcessError  # noqa: PLC0415 - only this engine needs it

    from graphviz import ExecutableNotFound  # noqa: PLC0415 - see dot.empty_graph

    try:
        text = graph.pipe(format="json0", encoding="utf-8", quiet=True)
    except ExecutableNotFound:
        text = _run_wasm(str(graph.source))
    except CalledProcessError as error:
        problem = f"it ended with the exit code {error.returncode}"
        raise DotFailedError(problem) from error
    try:
        found = json.loads(text)
    except ValueError as error:
        problem = "it gave no JSON"
        raise DotFailedError(problem) from error
    if not isinstance(found, dict):
        problem = "it gave no graph"
        raise DotFailedError(problem)
    return found


def _run_wasm(source: str) -> str:
    """Run the `dot` of the extra `argmap[dot]`."""
    from argmap.render.dot_wasm import (  # noqa: PLC0415 - seldom
        WasmFailedError,
        WasmMissingError,
        dot_to_json,
    )

    try:
        return dot_to_json(source)
    except WasmMissingError:
        raise DotMissingError from None
    except WasmFailedError as error:
        problem = f"it broke off: {error}"
        raise DotFailedError(problem) from error


@define
class _Reader:
    """Reads positions and curves back; y grows upwards there and downwards here."""

    scene: Scene
    faces: Sequence[Face]
    names: EdgeNames
    graph: Mapping[str, object]
    middles: dict[str, Point] = field(factory=dict)
    paths: dict[str, tuple[Path, Point | None]] = field(factory=dict)
    placed: dict[str, PlacedBox] = field(factory=dict)
    signs: dict[str, list[Point]] = field(factory=dict)
    height: float = 0

    def drawing(self) -> Drawing:
        """Return the drawing, in the order of the tree."""
        _, _, width, self.height = _numbers(self.graph.get("bb"), 4)
        for entry in _entries(self.graph, "objects"):
            self.middles[str(entry.get("name"))] = self._point(_numbers(entry.get("pos"), 2))
        for entry in _entries(self.graph, "edges"):
            self.paths[str(entry.get("id"))] = self._path(str(entry.get("pos", "")))
        boxes = tuple(self._box(number) for number in grow_tree(self.scene).order)
        self.placed = {placed.box.id: placed for placed in boxes}
        ranks = {placed.box.id: rank for rank, placed in enumerate(boxes)}
        arrows = [self._arrow(number, arrow) for number, arrow in enumerate(self.scene.arrows)]
        arrows.sort(key=lambda placed: ranks[placed.arrow.tails[0]])
        return Drawing(self.scene, boxes, tuple(arrows), width, self.height)

    def _box(self, number: int) -> PlacedBox:
        box, face = self.scene.boxes[number], self.faces[number]
        name = self.names.boxes[box.id]
        if name not in self.middles:
            problem = f"it lost the node '{box.id}'"
            raise DotFailedError(problem)
        x, y = self.middles[name]
        return PlacedBox(box, face, x - BOX_WIDTH / 2, y - face.height / 2)

    def _arrow(self, number: int, arrow: Arrow) -> PlacedArrow:
        name = self.names.arrows[arrow.id]
        path, end = self._taken(f"{name}_0", arrow)
        bracket: tuple[Path, ...] = ()
        joints: tuple[Point, ...] = ()
        if self.names.has_joint(number):
            middle = self.middles[name]
            tails = [
                (*self._taken(f"{name}_t{index}", arrow)[0], (middle,))
                for index in range(len(arrow.tails))
            ]
            path = ((middle,), *path[1:])
            if len(tails) == 1:
                path = (*tails[0], *path[1:])
            else:
                bracket, joints = tuple(tails), (middle,)
        if arrow.is_at_arrow:
            end = self.middles[self.names.arrows[arrow.head]]
        tip = end or path[-1][-1]
        before = _before(path)
        toward = _unit((tip[0] - before[0], tip[1] - before[1]))
        head = HEAD_LENGTHS[arrow.stance]
        foot = (tip[0] - head * toward[0], tip[1] - head * toward[1])
        shaft = path if arrow.stance is Stance.RESTATES else (*path, (foot,))
        return PlacedArrow(arrow, shaft, tip, toward, self._sign(path, arrow), bracket, joints)

    def _sign(self, path: Path, arrow: Arrow) -> Point:
        """Return the first place on a path that is clear of its box and of other signs there."""
        points = [*_sampled(path)]
        start, first_half = points[0], points[: len(points) // 2]
        box = self.placed[arrow.tails[0]] if len(arrow.tails) == 1 else None
        taken = self.signs.setdefault(arrow.tails[0], [])
        for point in first_half:
            if (
                _distance(point, start) >= _FROM_START
                and (box is None or _is_clear(point, box))
                and all(_distance(point, sign) >= _FROM_SIGN for sign in taken)
            ):
                taken.append(point)
                return point
        return points[len(points) // 2]

    def _taken(self, name: str, arrow: Arrow) -> tuple[Path, Point | None]:
        found = self.paths.get(name)
        if found is None or not found[0]:
            problem = f"it lost the relation '{arrow.id}'"
            raise DotFailedError(problem)
        return found

    def _path(self, position: str) -> tuple[Path, Point | None]:
        """Read a spline such as `e,10,10 0,0 3,3 6,6 9,9`: its end, and 3n + 1 points."""
        end: Point | None = None
        points = []
        for word in position.split():
            if word.startswith("e,"):
                end = self._point(_numbers(word[2:], 2))
            elif not word.startswith("s,"):
                points.append(self._point(_numbers(word, 2)))
        curves = zip(points[1::3], points[2::3], points[3::3], strict=False)
        return ((points[0],), *curves) if points else (), end

    def _point(self, pair: Sequence[float]) -> Point:
        return pair[0], self.height - pair[1]


def _entries(graph: Mapping[str, object], key: str) -> Iterator[Mapping[str, object]]:
    found = graph.get(key, [])
    return (
        entry for entry in (found if isinstance(found, list) else ()) if isinstance(entry, dict)
    )


def _numbers(text: object, count: int) -> list[float]:
    try:
        numbers = [float(part) for part in str(text).split(",")]
    except ValueError:
        numbers = []
    if len(numbers) < count or not all(map(math.isfinite, numbers)):
        problem = f"it gave no place but '{text}'"
        raise DotFailedError(problem)
    return numbers


def _before(path: Path) -> Point:
    """Return the last point of a path that tells where it comes from."""
    points = [point for step in path for point in step]
    last = points[-1]
    return next((point for point in reversed(points) if _distance(point, last) > 1), points[0])


def _distance(one: Point, other: Point) -> float:
    return math.sqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)


def _unit(vector: Point) -> Point:
    length = math.sqrt(vector[0] * vector[0] + vector[1] * vector[1])
    return (vector[0] / length, vector[1] / length) if length else (0, 1)


def _is_clear(point: Point, placed: PlacedBox) -> bool:
    x, y = point[0] - placed.x, point[1] - placed.y
    beside = max(-x, x - BOX_WIDTH)
    above = max(-y, y - placed.face.height)
    return beside >= _FROM_BOX or above >= _FROM_BOX


def _sampled(path: Path) -> Iterator[Point]:
    here = path[0][0]
    yield here
    for step in path[1:]:
        if len(step) == 1:
            yield step[0]
        else:
            for number in range(1, _SAMPLES + 1):
                yield _on_curve(here, step, number / _SAMPLES)
        here = step[-1]


def _on_curve(start: Point, step: tuple[Point, ...], share: float) -> Point:
    rest = 1 - share
    weights = (rest**3, 3 * rest * rest * share, 3 * rest * share * share, share**3)
    points = (start, *step)
    return (
        sum(weight * point[0] for weight, point in zip(weights, points, strict=True)),
        sum(weight * point[1] for weight, point in zip(weights, points, strict=True)),
    )
