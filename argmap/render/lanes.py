"""Ways through the levels of a tree: the gaps between boxes, and the ports at their sides."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from attrs import define, field, frozen

from argmap.render.courses import NEAR, Course
from argmap.render.gaps import Rows, way_of
from argmap.render.grid import Grid
from argmap.render.tree import NOWHERE, Tree

_User: TypeAlias = tuple[int, int, list[int], int]
"""How high a line would cross a level, the number of the line, and where to write its lane."""

_Wish: TypeAlias = tuple[int, int, int]
"""How high a line goes, the number of the line, and that of its port."""

_CLEARANCE: Final = 14  # between a line and the boxes that it passes
_LEAST_CLEARANCE: Final = 6  # the same where many lines share a gap
_LANE_STEP: Final = 8
_FAR_STEP: Final = 13
_LEAST_FAR_STEP: Final = 11
_NEAR_STEP: Final = 17
_MOST_PORTS: Final = 16
_TRACKS: Final = 6
_LOOK_BACK: Final = 32
_CORNER: Final = 10  # no port lies so near to a corner


@define(slots=True)
class _Gaps:
    """The free stretches of one level, in order; the first and the last have no outer end."""

    lows: list[int]
    highs: list[int]
    users: dict[int, list[_User]]
    of_places: list[int]


_ENDLESS: Final = 1 << 60


def assign_lanes(courses: Sequence[Course], tree: Tree, grid: Grid) -> None:
    """Give each line a lane in a gap of every level that it passes."""
    crossed = {level for course in courses for level in course.passes}
    if not crossed:
        return
    starts = _attacked_starts(courses, grid)
    rows = Rows(tree, grid)
    gaps = {level: _gaps(rows.boxes[level], tree, grid) for level in sorted(crossed)}
    mains = {course.arrow: course.boxes[0] for course in courses if not course.is_extra}
    for number, course in enumerate(courses):
        if not course.passes:
            continue
        begin, end = _middle(course, grid), _end(course, starts, grid)
        course.lanes = lanes = [0] * len(course.passes)
        way = way_of(course, mains)
        places = dict(zip(way.levels, rows.lead(way)[1], strict=True))
        count = len(places)
        for index, level in enumerate(course.passes):
            free = gaps[level]
            wanted = begin + (end - begin) * (index + 1) // (count + 1)
            free.users.setdefault(free.of_places[places[level]], []).append(
                (wanted, number, lanes, index)
            )
    for level in sorted(crossed):
        for gap, users in gaps[level].users.items():
            users.sort(key=lambda user: user[:2])
            _spread(users, gaps[level].lows[gap], gaps[level].highs[gap])


def assign_tracks(courses: Sequence[Course], grid: Grid) -> None:
    """Give lines that turn back at their own level different places to do so, short ones inside."""
    turning: dict[int, list[tuple[int, int, int, Course]]] = {}
    for number, course in enumerate(courses):
        if course.goal_side == NEAR == course.side:
            ends = sorted((_middle(course, grid), grid.middles[course.goal]))
            turning.setdefault(course.level, []).append((ends[0], ends[1], number, course))
    for each in turning.values():
        each.sort(key=lambda entry: (entry[1] - entry[0], entry[2]))
        taken: list[list[tuple[int, int]]] = [[] for _ in range(_TRACKS)]
        for first, last, number, course in each:
            free = (
                track
                for track, stretches in enumerate(taken)
                if all(end < first or last < begin for begin, end in stretches[-_LOOK_BACK:])
            )
            course.track = next(free, number % _TRACKS)
            taken[course.track].append((first, last))


def _attacked_starts(courses: Sequence[Course], grid: Grid) -> dict[int, int]:
    """Return where those arrows start that other lines end on."""
    goals = {_goal_arrow(course) for course in courses if course.goal == NOWHERE}
    return {
        course.arrow: _middle(course, grid)
        for course in courses
        if course.arrow in goals and not course.is_extra
    }


def _goal_arrow(course: Course) -> int:
    return course.attacked if course.attacked != NOWHERE else course.arrow


def _middle(course: Course, grid: Grid) -> int:
    middles = grid.middles
    return (middles[course.boxes[0]] + middles[course.boxes[-1]]) // 2


def _end(course: Course, starts: dict[int, int], grid: Grid) -> int:
    if course.goal != NOWHERE:
        return grid.middles[course.goal]
    return starts[_goal_arrow(course)]


def _gaps(boxes: list[int], tree: Tree, grid: Grid) -> _Gaps:
    lows, highs = [-_ENDLESS], [grid.begins[boxes[0]]]
    of_places = [0]
    for before, box in pairwise(boxes):
        if not tree.homes[before] == tree.homes[box] != NOWHERE:
            lows.append(grid.begins[before] + grid.sizes[before])
            highs.append(grid.begins[box])
        of_places.append(len(lows) - 1)
    lows.append(grid.begins[boxes[-1]] + grid.sizes[boxes[-1]])
    highs.append(_ENDLESS)
    of_places.append(len(lows) - 1)
    return _Gaps(lows, highs, {}, of_places)


def _spread(users: list[_User], low: int, high: int) -> None:
    """Put lines into a gap, each near to where it wants to be, with room around it."""
    count = len(users)
    spare = (high - low - _LANE_STEP * (count - 1)) // 2
    clearance = max(_LEAST_CLEARANCE, min(_CLEARANCE, spare))
    low += clearance
    high -= clearance
    step = min(_LANE_STEP, (high - low) // max(1, count - 1))
    places: list[int] = []
    for wanted, *_ in users:
        place = min(max(wanted, low), high)
        places.append(max(place, places[-1] + step) if places else place)
    limit = high
    for number in range(count - 1, -1, -1):
        places[number] = min(places[number], limit)
        limit = places[number] - step
    for (_, _, lanes, index), place in zip(users, places, strict=True):
        lanes[index] = place


@frozen
class Ports:
    """Where lines touch the sides of boxes.

    Attributes:
        places: for each line the places at the boxes that it starts from, then that at its goal.
        firsts: for each line the number of the first of its places.
    """

    places: Sequence[float]
    firsts: Sequence[int]


@frozen
class Counts:
    """How many lines touch each side of each box."""

    near: Sequence[int]
    far: Sequence[int]


def count_lines(courses: Sequence[Course], boxes: int) -> Counts:
    """Count the lines at the sides of so many boxes."""
    near, far = [0] * boxes, [0] * boxes
    for course in courses:
        side = near if course.side == NEAR else far
        for box in course.boxes:
            side[box] += 1
        if course.goal != NOWHERE:
            (near if course.goal_side == NEAR else far)[course.goal] += 1
    return Counts(near, far)


def room_for_ports(counts: Counts) -> list[int]:
    """Return for each box how long its sides have to be so that heads and signs do not overlap.

    Beyond some number of lines they do, since no box should grow for ever.
    """
    nears, fars = _rooms(_NEAR_STEP), _rooms(_LEAST_FAR_STEP)
    return [
        max(nears[min(near, _MOST_PORTS)], fars[min(far, _MOST_PORTS)])
        for near, far in zip(counts.near, counts.far, strict=True)
    ]


def _rooms(step: int) -> list[int]:
    return [2 * _CORNER + step * max(ports - 1, 0) for ports in range(_MOST_PORTS + 1)]


def assign_ports(courses: Sequence[Course], grid: Grid, counts: Counts) -> Ports:
    """Spread the ends of lines around the middles of sides, in the order of where lines go."""
    starts = _attacked_starts(courses, grid)
    harbour = _Harbour(grid, counts)
    firsts = []
    for number, course in enumerate(courses):
        firsts.append(len(harbour.places))
        middle = towards = _middle(course, grid)
        if len(course.boxes) == 1:
            towards = course.lanes[0] if course.lanes else _end(course, starts, grid)
            if course.goal == course.boxes[0]:
                towards -= 1
        for box in course.boxes:
            harbour.add(box, course.side, towards, number)
        if course.goal != NOWHERE:
            comes_from = course.lanes[-1] if course.lanes else middle
            harbour.add(course.goal, course.goal_side, comes_from, number)
    harbour.line_up()
    return Ports(harbour.places, firsts)


@define
class _Harbour:
    """Gathers ports; what has a side for itself gets the middle of it at once."""

    grid: Grid
    counts: Counts
    places: list[float] = field(factory=list)
    near: dict[int, list[_Wish]] = field(factory=dict)
    far: dict[int, list[_Wish]] = field(factory=dict)

    def add(self, box: int, side: int, towards: int, number: int) -> None:
        """Add the next port."""
        counts, wishes = (
            (self.counts.near, self.near) if side == NEAR else (self.counts.far, self.far)
        )
        if counts[box] > 1:
            wishes.setdefault(box, []).append((towards, number, len(self.places)))
        self.places.append(self.grid.begins[box] + self.grid.sizes[box] / 2)

    def line_up(self) -> None:
        """Spread the ports of sides that several lines share."""
        for box, wishes in self.near.items():
            self._spread(box, wishes, _NEAR_STEP)
        for box, wishes in self.far.items():
            self._spread(box, wishes, _FAR_STEP)

    def _spread(self, box: int, wishes: list[_Wish], widest: int) -> None:
        wishes.sort()
        size = self.grid.sizes[box]
        count = len(wishes)
        step = min(widest, max(0, size - 2 * _CORNER) / (count - 1))
        first = self.grid.begins[box] + size / 2 - step * (count - 1) / 2
        for place, (_, _, port) in enumerate(wishes):
            self.places[port] = first + step * place
