"""The lines of a tree drawing: curves in the gutters between levels, straight across the levels.

Coordinates here are (along, across): along grows from the theses to what supports them. No line
enters a box, since curves stay within gutters and levels are crossed in gaps between boxes.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from attrs import define, evolve, field, frozen

from argmap.model import Stance
from argmap.render.courses import NEAR, Course
from argmap.render.drawing import Path, PlacedArrow, Point, Step
from argmap.render.lanes import Ports
from argmap.render.scene import Arrow
from argmap.render.tree import NOWHERE

HEAD_LENGTHS: Final = {
    Stance.SUPPORTS: 9.0,
    Stance.CONTRASTS: 3.0,
    Stance.UNDERCUTS: 6.0,
    Stance.RESTATES: 13.0,
}
"""How far before its tip the line of an arrow ends."""

_BRACKET: Final = 11
_ROUNDING: Final = 5
_SIGN: Final = 16
_JOINT: Final = 44  # clear of the signs of brackets
_LEAD: Final = 27
_APPROACH: Final = 17
_CLEAR: Final = 6
_TURN: Final = 12
_ATTACKED_SHARE: Final = 0.7  # of a curve, from its start: further on, lines to one box come close
_TRACK: Final = 7


@frozen
class Levels:
    """Where the levels lie: first and last coordinate of each, and the far side of each box."""

    begins: Sequence[float]
    ends: Sequence[float]
    fars: Sequence[float]


@frozen
class Lines:
    """The lines of a drawing, in (along, across).

    Attributes:
        arrows: one for each course but those that are extra, in the same order.
        outer: those paths that may leave the room which the boxes take.
    """

    arrows: Sequence[PlacedArrow]
    outer: Sequence[Path]


def draw_routes(
    courses: Sequence[Course],
    arrows: Sequence[Arrow],
    depths: Sequence[int],
    levels: Levels,
    ports: Ports,
) -> Lines:
    """Return the lines of all courses, attacked ones being drawn before those that attack them."""
    attackers: dict[int, int] = {}
    for course in courses:
        if course.attacked != NOWHERE:
            attackers[course.attacked] = attackers.get(course.attacked, 0) + 1
    extras: dict[int, list[Path]] = {course.arrow: [] for course in courses if course.is_extra}
    pen = _Pen(arrows, depths, levels, ports, attackers, extras)
    placed = []
    for number, course in enumerate(courses):
        if course.is_extra:
            pen.draw_extra(number, course)
        else:
            placed.append(pen.draw(number, course))
    if extras:
        mains = (course.arrow for course in courses if not course.is_extra)
        placed = [
            pen.joined(arrow, number) if number in extras else arrow
            for arrow, number in zip(placed, mains, strict=True)
        ]
    return Lines(placed, pen.outer)


@define
class _Pen:
    """Draws, and remembers what later lines end on.

    Attributes:
        attackers: for each attacked arrow how many end on it.
        extras: for each arrow with a joint the further lines that end there.
        joints: where those joints are.
        bends: for each attacked arrow its first curve, which attacks end on.
        attacks: for each attacked arrow how many have ended on it so far.
        outer: see `Lines`.
    """

    arrows: Sequence[Arrow]
    depths: Sequence[int]
    levels: Levels
    ports: Ports
    attackers: dict[int, int]
    extras: dict[int, list[Path]]
    joints: dict[int, Point] = field(factory=dict)
    bends: dict[int, tuple[Point, ...]] = field(factory=dict)
    attacks: dict[int, int] = field(factory=dict)
    outer: list[Path] = field(factory=list)

    def draw(self, number: int, course: Course) -> PlacedArrow:
        """Return the lines of an arrow, those of its extra tails aside."""
        bracket, start = self._start(number, course)
        along, across = start
        lead: int = _LEAD
        if course.arrow in self.extras:
            lead = _JOINT - (_BRACKET if bracket else 0)
            self.joints[course.arrow] = (self._outside(course, along, lead), across)
        shaft = self._set_out(course, start, lead)
        tip, toward = self._finish(number, course, shaft)
        if course.arrow in self.attackers:
            longest = 4 if course.goal_side == NEAR == course.side else 2
            self.bends[course.arrow] = _curve(shaft, min(longest, len(shaft) - 1))
        sign = (along + course.side * _SIGN, across)
        arrow = self.arrows[course.arrow]
        return PlacedArrow(arrow, self._kept(course, shaft), tip, toward, sign, bracket)

    def draw_extra(self, number: int, course: Course) -> None:
        """Draw the line from one more tail to the joint of its arrow."""
        _, start = self._start(number, course)
        shaft = self._set_out(course, start, _CLEAR)
        _swing_to(shaft, self.joints[course.arrow])
        self.extras[course.arrow].append(self._kept(course, shaft))

    def joined(self, placed: PlacedArrow, number: int) -> PlacedArrow:
        """Return an arrow with the lines of its extra tails and their joint."""
        bracket = (*placed.bracket, *self.extras[number])
        return evolve(placed, bracket=bracket, joints=(self.joints[number],))

    def _kept(self, course: Course, shaft: list[Step]) -> Path:
        path = tuple(shaft)
        # Lines from a box to one of the level before it stay between the two.
        if course.passes or course.goal_side == NEAR or course.goal == NOWHERE:
            self.outer.append(path)
        return path

    def _set_out(self, course: Course, start: Point, lead: int) -> list[Step]:
        """Return the shaft from its start to where it has crossed all levels on its way."""
        here = (self._outside(course, start[0], lead), start[1])
        shaft: list[Step] = [(start,), (here,)]
        for level, lane in zip(course.passes, course.lanes, strict=True):
            begin, end = self.levels.begins[level] - _CLEAR, self.levels.ends[level] + _CLEAR
            enter, leave = (end, begin) if course.side == NEAR else (begin, end)
            _bend_to(shaft, (enter, lane))
            shaft.append(((leave, lane),))
        return shaft

    def _start(self, number: int, course: Course) -> tuple[tuple[Path, ...], Point]:
        boxes, side = course.boxes, course.side
        first_port = self.ports.firsts[number]
        if len(boxes) == 1:
            return (), (self._edge(boxes[0], side), self.ports.places[first_port])
        edges = [self._edge(box, side) for box in boxes]
        heights = self.ports.places[first_port : first_port + len(boxes)]
        # Boxes of a level may end at different places; the bracket stands clear of all.
        along = (min(edges) if side == NEAR else max(edges)) + side * _BRACKET
        first, last = heights[0], heights[-1]
        inner = along - side * _ROUNDING
        spine: Path = (
            ((edges[0], first),),
            ((inner, first),),
            ((along, first), (along, first), (along, first + _ROUNDING)),
            ((along, last - _ROUNDING),),
            ((along, last), (along, last), (inner, last)),
            ((edges[-1], last),),
        )
        ticks = tuple(
            (((edge, height),), ((along, height),))
            for edge, height in zip(edges[1:-1], heights[1:-1], strict=True)
        )
        return (spine, *ticks), (along, (first + last) / 2)

    def _outside(self, course: Course, along: float, distance: float) -> float:
        """Return a place some way off a box, where no longer box of its level is in the way."""
        if course.side == NEAR:
            return along - distance
        return max(along + distance, self.levels.ends[course.level] + _CLEAR)

    def _edge(self, box: int, side: int) -> float:
        return self.levels.begins[self.depths[box]] if side == NEAR else self.levels.fars[box]

    def _finish(self, number: int, course: Course, shaft: list[Step]) -> tuple[Point, Point]:
        """Bring a shaft to its goal; return the tip of the head, and where it points."""
        if course.goal != NOWHERE:
            return self._finish_at_box(number, course, shaft)
        bend = self.bends[course.attacked]
        place = self.attacks.get(course.attacked, 0) + 1
        self.attacks[course.attacked] = place
        end = _point(bend, _ATTACKED_SHARE * place / (self.attackers[course.attacked] + 1))
        if _is_steep(bend):
            _bend_to(shaft, end)
        else:
            _swing_to(shaft, end)
        return end, (0, 1)

    def _finish_at_box(self, number: int, course: Course, shaft: list[Step]) -> tuple[Point, Point]:
        goal, side = course.goal, course.goal_side
        edge = self._edge(goal, side)
        tip = (edge, self.ports.places[self.ports.firsts[number] + len(course.boxes)])
        level = self.depths[goal]
        border = self.levels.begins[level] if side == NEAR else self.levels.ends[level]
        before = (border + side * _APPROACH, tip[1])
        if side == NEAR and course.side == NEAR:
            here = shaft[-1][-1]
            outer = min(here[0], before[0]) - _TURN - _TRACK * course.track
            _turn_back_to(shaft, before, outer)
        else:
            _bend_to(shaft, before)
        head = HEAD_LENGTHS[self.arrows[course.arrow].stance]
        shaft.append(((edge + side * head, tip[1]),))
        return tip, (-side, 0)


def _bend_to(shaft: list[Step], end: Point) -> None:
    """Go on in an S whose ends run along."""
    here = shaft[-1][-1]
    if here[1] == end[1]:
        shaft.append((end,))
        return
    middle = (here[0] + end[0]) / 2
    shaft.append(((middle, here[1]), (middle, end[1]), end))


def _turn_back_to(shaft: list[Step], end: Point, outer: float) -> None:
    """Go on along to some outer line, across on it, and back along to the end."""
    here = shaft[-1][-1]
    distance = end[1] - here[1]
    reach = distance if distance > 0 else -distance
    corner = min(_TURN, reach / 2) * (1 if distance > 0 else -1)
    shaft.append(((outer + _TURN, here[1]),))
    shaft.append(((outer, here[1]), (outer, here[1]), (outer, here[1] + corner)))
    shaft.append(((outer, end[1] - corner),))
    shaft.append(((outer, end[1]), (outer, end[1]), (outer + _TURN, end[1])))
    shaft.append((end,))


def _swing_to(shaft: list[Step], end: Point) -> None:
    """Go on in a quarter of a turn: it sets out along and arrives across."""
    here = shaft[-1][-1]
    shaft.append(
        (
            (here[0] + (end[0] - here[0]) * 3 / 4, here[1]),
            (end[0], end[1] + (here[1] - end[1]) * 3 / 4),
            end,
        )
    )


def _curve(shaft: list[Step], index: int) -> tuple[Point, ...]:
    return (shaft[index - 1][-1], *shaft[index])


def _point(curve: tuple[Point, ...], share: float) -> Point:
    """Return a point of a line or curve at some share of its course (de Casteljau)."""
    points = list(curve)
    while len(points) > 1:
        points = [
            (one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share)
            for one, two in pairwise(points)
        ]
    return points[0]


def _is_steep(curve: tuple[Point, ...]) -> bool:
    """Say whether a curve runs more across than along in its middle."""
    early, late = _point(curve, 0.375), _point(curve, 0.625)
    along, across = late[0] - early[0], late[1] - early[1]
    return along * along < across * across
