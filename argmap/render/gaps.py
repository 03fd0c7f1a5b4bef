"""Between which boxes a line passes the levels on its way: where it crosses the fewest others.

Lines of the tree do not cross each other, so how many of them a line crosses between two levels
follows from its places in the orders of the boxes of both: a line of the tree is crossed if it
starts on one side of the one place and ends on the other side of the other. Lines are led beside
what the one end hangs on, or along the branch of the other end, as far as either is good.
"""

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from attrs import define, field, frozen

from argmap.render.courses import NEAR, Course
from argmap.render.grid import Grid
from argmap.render.tree import NOWHERE, Tree


@frozen
class Way:
    """What a line has to pass.

    Attributes:
        outer: the box at the end that lies deeper in the tree, or what that end is beside.
        inner: the same for the other end.
        levels: what is passed, from the inner end on.
    """

    outer: int
    inner: int
    levels: range


def way_of(course: Course, mains: Mapping[int, int]) -> Way:
    """Return what a line has to pass.

    Args:
        course: the line.
        mains: for each arrow the box that it starts from.
    """
    goal = course.goal
    if goal == NOWHERE:
        goal = mains[course.arrow if course.attacked == NOWHERE else course.attacked]
    if course.side == NEAR:
        return Way(course.boxes[0], goal, course.passes[::-1])
    return Way(goal, course.boxes[0], course.passes)


class _Reached(NamedTuple):
    """A line that has passed some levels; the least is the best.

    Attributes:
        crossed: how many lines of the tree it crossed.
        far: how far it went across.
        height: how high it is.
        place: before which box of the last level it passed.
    """

    crossed: int
    far: int
    height: int
    place: int


@define
class Rows:
    """The levels of a tree as rows of boxes.

    Attributes:
        tree: what hangs on what.
        grid: where boxes lie across the levels.
        boxes: for each level its boxes, in order.
        ranks: the same boxes by their places in the order of the tree.
        firsts: for each box its place in the order of the tree.
        ends: for each box the place after the last box of its branch.
        parents: for each box what it hangs on, or `NOWHERE`.
    """

    tree: Tree
    grid: Grid
    boxes: list[list[int]] = field(init=False)
    ranks: list[list[int]] = field(init=False)
    firsts: list[int] = field(init=False)
    ends: list[int] = field(init=False)
    parents: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        tree, count = self.tree, len(self.tree.order)
        self.parents = [NOWHERE] * count
        for box, children in enumerate(tree.children):
            for child in children:
                self.parents[child] = box
        depth = max(tree.depths, default=-1) + 1
        self.boxes, self.ranks = [[] for _ in range(depth)], [[] for _ in range(depth)]
        self.firsts = [0] * count
        for rank, box in enumerate(tree.order):
            self.firsts[box] = rank
            self.boxes[tree.depths[box]].append(box)
            self.ranks[tree.depths[box]].append(rank)
        self.ends = [first + 1 for first in self.firsts]
        for box in reversed(tree.order):
            parent = self.parents[box]
            if parent != NOWHERE:
                self.ends[parent] = max(self.ends[parent], self.ends[box])

    def lead(self, way: Way) -> tuple[int, list[int]]:
        """Return how many lines of the tree a line crosses on its way.

        And for each level before which of its boxes it passes. Of ways that cross as many, the
        one that goes least across is taken.
        """
        beside = self._beside(way.outer, way.levels[0])
        start = self.grid.middles[way.inner]
        trail: list[list[tuple[_Reached, int]]] = []
        for level in way.levels:
            low, top = self.border(level, way.inner)
            straight = [self.aligned(level, one.place) for one, _ in trail[-1]] if trail else []
            passed = []
            for place in sorted({low, top, beside[level], beside[level] + 1}):
                here = _Reached(max(low - place, place - top, 0), 0, start, place)
                ways = [(self._pass(level, here), 0)]
                if trail:
                    ways = [
                        (self._pass(level, self._across(one, aligned, place)), number)
                        for number, ((one, _), aligned) in enumerate(
                            zip(trail[-1], straight, strict=True)
                        )
                    ]
                passed.append(min(ways))
            trail.append(passed)
        goal = self.grid.middles[way.outer]
        crossed, _, last = min(
            (one.crossed + self._left(way, one.place), one.far + abs(goal - one.height), number)
            for number, (one, _) in enumerate(trail[-1])
        )
        places = []
        for passed in reversed(trail):
            one, last = passed[last]
            places.append(one.place)
        return crossed, places[::-1]

    def border(self, level: int, box: int) -> tuple[int, int]:
        """Return the places in a level before and after all that is of a box's branch."""
        ranks = self.ranks[level]
        return bisect_left(ranks, self.firsts[box]), bisect_left(ranks, self.ends[box])

    def _across(self, before: _Reached, aligned: int, place: int) -> _Reached:
        """Return a line that goes on to a place, across what lies between."""
        return before._replace(crossed=before.crossed + abs(place - aligned), place=place)

    def _pass(self, level: int, line: _Reached) -> _Reached:
        """Return a line that has passed a level in the gap that it is led to."""
        row, begins, sizes = self.boxes[level], self.grid.begins, self.grid.sizes
        here, place = line.height, line.place
        if place < len(row):
            here = min(here, begins[row[place]])
        if place:
            here = max(here, begins[row[place - 1]] + sizes[row[place - 1]])
        return line._replace(far=line.far + abs(here - line.height), height=here)

    def aligned(self, level: int, place: int) -> int:
        """Return the place in a level that lines of the tree lead to from one in that before."""
        ranks = self.ranks[level - 1]
        row = self.ranks[level]
        return bisect_left(row, ranks[place]) if place < len(ranks) else len(row)

    def _left(self, way: Way, place: int) -> int:
        """Return how many lines are crossed after the last level."""
        level, last = self.tree.depths[way.outer], way.levels[-1]
        own = bisect_left(self.ranks[level], self.firsts[way.outer])
        straight = place if level == last else self.aligned(level, place)
        return max(own - straight, straight - own - 1, 0)

    def _beside(self, box: int, lowest: int) -> dict[int, int]:
        """Return where in their rows a box and what it hangs on stand, down to some level."""
        found: dict[int, int] = {}
        level = self.tree.depths[box]
        while level >= lowest and box != NOWHERE:
            found[level] = bisect_left(self.ranks[level], self.firsts[box])
            box = self.parents[box]
            level -= 1
        return found
