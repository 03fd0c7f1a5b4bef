"""Places of boxes across the levels of a tree: as tight as their outlines allow, and evenly spread.

A tidy tree in the manner of Reingold & Tilford (1981) for boxes of any size: each subtree keeps the
outline of its two sides, level by level, and outlines are merged small into large, so the whole
takes time linear in the number of boxes. Nothing recurs, so a chain may be of any length.
All numbers are whole.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from attrs import define, frozen

from argmap.render.tree import NOWHERE, Tree

SIBLING_GAP: Final = 18
LINKED_GAP: Final = 12
COUSIN_GAP: Final = 28
ROOT_GAP: Final = 40


@frozen
class Pads:
    """Room to be left around boxes, across the levels: before and after each box."""

    leads: Sequence[int]
    tails: Sequence[int]


@define(slots=True)
class _Outline:
    """The two sides of a subtree, deepest level first, both to be moved by `shift`."""

    firsts: list[int]
    lasts: list[int]
    shift: int = 0


def place_across(tree: Tree, sizes: Sequence[int], pads: Pads | None = None) -> list[int]:
    """Return for each box where it begins across the levels, from 0.

    Args:
        tree: what hangs on what.
        sizes: for each box how much room it takes across the levels.
        pads: room that is to be left around boxes.
    """
    outlines: dict[int, _Outline] = {}
    offsets = [0] * len(sizes)
    leads, tails = (pads.leads, pads.tails) if pads else ((), ())
    for box in reversed(tree.order):
        children = tree.children[box]
        lead, end = (leads[box], sizes[box] + tails[box]) if pads else (0, sizes[box])
        if not children:
            outlines[box] = _Outline([-lead], [end])
            continue
        gaps = _gaps(tree, children, SIBLING_GAP)
        outline, places = _stack([outlines.pop(child) for child in children], gaps)
        first, last = children[0], children[-1]
        middle = (places[0] + sizes[first] // 2 + places[-1] + sizes[last] // 2) // 2
        begin = middle - sizes[box] // 2
        for child, place in zip(children, places, strict=True):
            offsets[child] = place - begin
        outline.firsts.append(begin - lead - outline.shift)
        outline.lasts.append(begin + end - outline.shift)
        outline.shift -= begin
        outlines[box] = outline
    return _absolute(tree, offsets, outlines)


def _absolute(tree: Tree, offsets: list[int], outlines: dict[int, _Outline]) -> list[int]:
    if not tree.roots:
        return []
    gaps = _gaps(tree, tree.roots, ROOT_GAP)
    outline, places = _stack([outlines.pop(root) for root in tree.roots], gaps)
    begin = min(outline.firsts) + outline.shift
    for root, place in zip(tree.roots, places, strict=True):
        offsets[root] = place - begin
    for box in tree.order:
        for child in tree.children[box]:
            offsets[child] += offsets[box]
    return offsets


def _gaps(tree: Tree, siblings: Sequence[int], gap: int) -> list[int]:
    homes = tree.homes
    return [
        LINKED_GAP if homes[before] == homes[box] != NOWHERE else gap
        for before, box in pairwise(siblings)
    ]


def _stack(outlines: list[_Outline], gaps: list[int]) -> tuple[_Outline, list[int]]:
    """Put outlines one after the other; return what they make together, and where each begins.

    Each stands in the middle of the room that it has between its neighbours.
    """
    if len(outlines) == 1:
        return outlines[0], [0]
    levels = [len(outline.firsts) for outline in outlines]
    deepest = levels.index(max(levels))
    second = max(levels[:deepest] + levels[deepest + 1 :])
    tight = _packed(outlines, gaps, second)
    loose = _packed_from_the_end(outlines, gaps, second, tight[-1])
    places = [(early + late) // 2 for early, late in zip(tight, loose, strict=True)]
    return _merged(outlines, places, deepest), places


def _packed(outlines: list[_Outline], gaps: list[int], second: int) -> list[int]:
    """Return the smallest places, the first outline at 0."""
    places: list[int] = []
    reached: list[int] = []
    for number, outline in enumerate(outlines):
        firsts, lasts, shift = outline.firsts, outline.lasts, outline.shift
        place = 0
        if number:
            place = reached[0] + gaps[number - 1] - firsts[-1] - shift
            for level in range(1, min(len(reached), len(firsts))):
                place = max(place, reached[level] + COUSIN_GAP - firsts[-1 - level] - shift)
        places.append(place)
        moved = place + shift
        ends = lasts[: -second - 1 : -1] if len(lasts) > second else lasts[::-1]
        reached[: len(ends)] = [end + moved for end in ends]
    return places


def _packed_from_the_end(
    outlines: list[_Outline], gaps: list[int], second: int, last: int
) -> list[int]:
    """Return the largest places, the last outline at `last`."""
    places: list[int] = []
    reached: list[int] = []
    for number in range(len(outlines) - 1, -1, -1):
        outline = outlines[number]
        firsts, lasts, shift = outline.firsts, outline.lasts, outline.shift
        place = last
        if places:
            place = reached[0] - gaps[number] - lasts[-1] - shift
            for level in range(1, min(len(reached), len(lasts))):
                place = min(place, reached[level] - COUSIN_GAP - lasts[-1 - level] - shift)
        places.append(place)
        moved = place + shift
        starts = firsts[: -second - 1 : -1] if len(firsts) > second else firsts[::-1]
        reached[: len(starts)] = [start + moved for start in starts]
    places.reverse()
    return places


def _merged(outlines: list[_Outline], places: list[int], deepest: int) -> _Outline:
    """Write the sides of the smaller outlines into those of the deepest."""
    large = outlines[deepest]
    large.shift += places[deepest]
    for number in range(deepest - 1, -1, -1):
        outline = outlines[number]
        moved = outline.shift + places[number] - large.shift
        large.firsts[-len(outline.firsts) :] = [first + moved for first in outline.firsts]
    for number in range(deepest + 1, len(outlines)):
        outline = outlines[number]
        moved = outline.shift + places[number] - large.shift
        large.lasts[-len(outline.lasts) :] = [last + moved for last in outline.lasts]
    return large
