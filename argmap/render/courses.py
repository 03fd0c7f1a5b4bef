"""Which way each line takes through the levels of a tree, before anybody knows how high it runs."""

from collections.abc import Sequence
from typing import Final

from attrs import define, field, frozen

from argmap.render.clean import clean
from argmap.render.face import Note
from argmap.render.options import CrossEdges
from argmap.render.scene import Scene
from argmap.render.tree import NOWHERE, Tree

NEAR: Final = -1
"""The side of a box that looks to the theses."""
FAR: Final = 1

_MANY: Final = 300
_FAR_IN_ALL: Final = 30_000  # levels that all lines together pass; each costs room and time
_MOST_NAMES: Final = 6


@define(slots=True)
class Course:
    """One line: from a side of a box, or of linked boxes, to its goal.

    Attributes:
        arrow: the number of the arrow.
        boxes: where it starts; several are joined by a bracket.
        side: the side that it starts from.
        level: the level that it starts from.
        passes: the levels to cross on the way, in order.
        goal: the box that it ends at, or `NOWHERE`.
        goal_side: the side of that box.
        attacked: the arrow that it ends on, or `NOWHERE`.
        is_extra: whether it brings one more linked box to the joint of its own arrow.
        lanes: how high it crosses each level of `passes`.
        track: how far out it turns back, for one that ends at the level where it starts.
    """

    arrow: int
    boxes: tuple[int, ...]
    side: int
    level: int
    passes: range = range(0)
    goal: int = NOWHERE
    goal_side: int = FAR
    attacked: int = NOWHERE
    is_extra: bool = False
    lanes: Sequence[int] = ()
    track: int = 0

    @property
    def gutter(self) -> int:
        """The gap between levels that it starts into, by the number of the level after it."""
        return self.level if self.side == NEAR else self.level + 1


@frozen
class Plan:
    """The arrows of a scene, those to draw and those to tell.

    Attributes:
        courses: lines to draw; that of an arrow comes after that of the arrow which it attacks.
        notes: for boxes the notes that stand for arrows.
    """

    courses: tuple[Course, ...]
    notes: dict[int, list[Note]]


def plan_courses(scene: Scene, tree: Tree, cross_edges: CrossEdges) -> Plan:
    """Choose the way of every line, and the arrows that are told and not drawn.

    Arrows that attack each other in a circle have nothing to end on, so they are told.
    """
    at_home = [
        _at_home(members, number, tree.homes) for number, members in enumerate(tree.ends.tails)
    ]
    is_auto = cross_edges == "auto"
    tells = is_auto and _crossing(tree.ends.tails, at_home) > _MANY
    plan = _plan(scene, tree, at_home, tells=tells or cross_edges == "stub")
    if is_auto and sum(len(course.passes) for course in plan.courses) > _FAR_IN_ALL:
        plan = _plan(scene, tree, at_home, tells=True)
    return plan


def _plan(scene: Scene, tree: Tree, at_home: list[tuple[int, ...]], *, tells: bool) -> Plan:
    planner = _Planner(scene, tree, at_home, [NOWHERE] * len(at_home), tells=tells)
    for number in _attacked_first(tree.ends.attacked):
        planner.plan(number)
    return Plan(tuple(planner.courses), planner.notes)


def _at_home(members: tuple[int, ...], arrow: int, homes: Sequence[int]) -> tuple[int, ...]:
    if len(members) == 1:
        return members if homes[members[0]] == arrow else ()
    return tuple(member for member in members if homes[member] == arrow)


def _crossing(tails: Sequence[Sequence[int]], at_home: Sequence[Sequence[int]]) -> int:
    return sum(
        len(members) - len(home) if home else 1
        for members, home in zip(tails, at_home, strict=True)
    )


def _attacked_first(attacked: Sequence[int]) -> list[int]:
    """Return the arrows so that each comes after the one it attacks, circles aside."""
    found: list[int] = []
    is_found = [False] * len(attacked)
    for start in range(len(attacked)):
        path: list[int] = []
        arrow = start
        while arrow != NOWHERE and not is_found[arrow]:
            is_found[arrow] = True
            path.append(arrow)
            arrow = attacked[arrow]
        found.extend(reversed(path))
    return found


@define
class _Planner:
    scene: Scene
    tree: Tree
    at_home: Sequence[tuple[int, ...]]
    gutters: list[int]
    tells: bool = field(kw_only=True)
    courses: list[Course] = field(factory=list)
    notes: dict[int, list[Note]] = field(factory=dict)

    def plan(self, number: int) -> None:
        """Add the lines or notes of one arrow."""
        attacked, tails = self.tree.ends.attacked[number], self.tree.ends.tails[number]
        has_no_goal = attacked != NOWHERE and self.gutters[attacked] == NOWHERE
        if has_no_goal or (self.tells and not self.at_home[number]):
            self._tell(number, tails, begins=True)
            return
        home = self.at_home[number]
        start = home or tails[:1]
        course = self._course(number, start)
        self.courses.append(course)
        self.gutters[number] = course.gutter
        if len(start) == len(tails):
            return
        homes = self.tree.homes
        extra = [tail for tail in tails if homes[tail] != number] if home else tails[1:]
        if self.tells:
            self._tell(number, extra, begins=False)
            return
        for tail in extra:
            level = self.tree.depths[tail]
            line = Course(number, (tail,), NEAR, level, is_extra=True)
            _lead_to_gutter(line, course.gutter)
            self.courses.append(line)

    def _course(self, number: int, start: tuple[int, ...]) -> Course:
        course = Course(number, start, NEAR, self.tree.depths[start[0]])
        goal, attacked = self.tree.ends.heads[number], self.tree.ends.attacked[number]
        if goal == NOWHERE:
            course.attacked = attacked
            _lead_to_gutter(course, self.gutters[attacked])
            return course
        course.goal = goal
        level = self.tree.depths[goal]
        if level < course.level:
            course.passes = range(course.level - 1, level, -1)
        elif level > course.level:
            course.side = FAR
            course.goal_side = NEAR
            course.passes = range(course.level + 1, level)
        else:
            course.goal_side = NEAR
        return course

    def _tell(self, number: int, tails: Sequence[int], *, begins: bool) -> None:
        arrow = self.scene.arrows[number]
        goal = clean(arrow.head)
        for tail in tails:
            own = self.scene.boxes[tail].id
            others = ", ".join(clean(other) for other in arrow.tails[:_MOST_NAMES] if other != own)
            text = f"see {goal} (with {others})" if others else f"see {goal}"
            self.notes.setdefault(tail, []).append(Note(arrow.stance, text, begins, number))
            begins = False


def _lead_to_gutter(course: Course, gutter: int) -> None:
    """Set side and levels to cross for a line that ends in a gap between levels."""
    if gutter <= course.level:
        course.passes = range(course.level - 1, gutter - 1, -1)
    else:
        course.side = FAR
        course.passes = range(course.level + 1, gutter)
