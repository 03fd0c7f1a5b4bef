"""Neighbours in a tree that change places where lines across the tree cross many fewer others then.

The order of the author stays but for such pairs: what is swapped has to spare several crossings.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve

from argmap.render.courses import Course
from argmap.render.gaps import Rows, way_of
from argmap.render.grid import Grid
from argmap.render.tree import NOWHERE, Tree, walk

_LEAST_GAIN: Final = 3
_ROUNDS: Final = 3
_MOST_WORK: Final = 40_000  # lines that are led anew, or some seconds


def untangle(tree: Tree, courses: Sequence[Course]) -> Tree:
    """Return a tree in which neighbours were swapped where that spares three crossings or more.

    Linked boxes stay together, and so does an attack with what it attacks. In very large maps
    nothing is swapped, as that would take long.
    """
    mains = {course.arrow: course.boxes[0] for course in courses if not course.is_extra}
    crossing = [course for course in courses if _leaves_the_tree(course, tree)]
    units = {box: _units(tree, each) for box, each in _families(tree)}
    work = _ROUNDS * len(crossing) * sum(len(each) - 1 for each in units.values())
    if not crossing or work > _MOST_WORK:
        return tree
    best, least = tree, _crossings(tree, crossing, mains)
    for _ in range(_ROUNDS):
        before = least
        for box, each in units.items():
            for number in range(len(each) - 1):
                swapped = [*each[:number], each[number + 1], each[number], *each[number + 2 :]]
                tried = _with_family(best, box, [one for unit in swapped for one in unit])
                found = _crossings(tried, crossing, mains)
                if found <= least - _LEAST_GAIN:
                    best, least, each[:] = tried, found, swapped
        if least == before:
            break
    return best


def _leaves_the_tree(course: Course, tree: Tree) -> bool:
    return course.is_extra or tree.homes[course.boxes[0]] != course.arrow


def _families(tree: Tree) -> Iterator[tuple[int, Sequence[int]]]:
    if len(tree.roots) > 1:
        yield NOWHERE, tree.roots
    for box in tree.order:
        if len(tree.children[box]) > 1:
            yield box, tree.children[box]


def _units(tree: Tree, siblings: Sequence[int]) -> list[list[int]]:
    """Return siblings in groups of what is to stay together."""
    ends, homes = tree.ends, tree.homes
    leaders: dict[int, tuple[int, int]] = {}
    units: dict[tuple[int, int], list[int]] = {}
    for sibling in siblings:
        path, box = [], sibling
        while box not in leaders:
            path.append(box)
            home = homes[box]
            attacked = NOWHERE if home == NOWHERE else ends.attacked[home]
            if attacked == NOWHERE:
                is_linked = home != NOWHERE and len(ends.tails[home]) > 1
                leaders[box] = (NOWHERE, home) if is_linked else (box, NOWHERE)
            else:
                box = ends.tails[attacked][0]
        for one in path:
            leaders[one] = leaders[box]
        units.setdefault(leaders[sibling], []).append(sibling)
    return [*units.values()]


def _with_family(tree: Tree, box: int, siblings: list[int]) -> Tree:
    children = [*tree.children]
    roots = tree.roots
    if box == NOWHERE:
        roots = tuple(siblings)
    else:
        children[box] = siblings
    order, depths = walk(roots, children)
    return evolve(tree, roots=roots, children=children, order=order, depths=depths)


def _crossings(tree: Tree, courses: Sequence[Course], mains: Mapping[int, int]) -> int:
    """Count how often some lines cross those of the tree."""
    nowhere = [0] * len(tree.order)
    rows = Rows(tree, Grid(nowhere, nowhere, nowhere))
    return sum(_crossed(course, rows, mains) for course in courses)


def _crossed(course: Course, rows: Rows, mains: Mapping[int, int]) -> int:
    depths = rows.tree.depths
    way = way_of(course, mains)
    if way.levels:
        return rows.lead(way)[0]
    level = depths[way.outer]
    place = rows.border(level, way.outer)[0]
    low, high = rows.border(level, way.inner)
    return max(low - place - 1, place - high, 0)
