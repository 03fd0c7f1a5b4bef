"""How often lines cross: by which ways they go, and beside Graphviz on real debates."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.model import ArgumentMap, Claim, Relation
from argmap.project import load
from argmap.render import Direction
from argmap.render.building import build_scene
from argmap.render.courses import plan_courses
from argmap.render.dot_engine import place_by_dot
from argmap.render.gaps import Rows, Way
from argmap.render.grid import Grid
from argmap.render.layout import place
from argmap.render.scene import Scene
from argmap.render.tree import grow_tree
from argmap.render.untangle import untangle
from tests.render.corpora import FOLDER, debates
from tests.render.crossings import crossings
from tests.render.maps import MAPS
from tests.render.strategies import maps
from tests.render.test_layout import (
    DIRECTIONS,
    assert_boxes_are_apart,
    assert_lines_keep_clear,
)

ROOT = Path(__file__).parents[2]

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
needs_corpora = pytest.mark.skipif(not FOLDER.is_dir(), reason="the corpora are not here")


def debate(*edges: str) -> Scene:
    """Return the scene of a map in which `b>a` means that b supports a."""
    pairs = [edge.split(">") for edge in edges]
    names = dict.fromkeys(name for pair in pairs for name in reversed(pair))
    return build_scene(
        ArgumentMap(
            nodes=map(Claim, names),
            relations=[Relation("supports", [one], other) for one, other in pairs],
        )
    )


# Two theses; below the first one a long branch and then a broad one.
BRANCHES = ("a>top", "b>top", "a1>a", "a2>a1", "b1>b", "b2>b", "b3>b", "c>other")


def way(scene: Scene, outer: str, inner: str) -> tuple[int, list[int]]:
    tree = grow_tree(scene)
    numbers = {box.id: number for number, box in enumerate(scene.boxes)}
    middles = [0] * len(scene.boxes)
    for height, box in enumerate(tree.order):
        middles[box] = 100 * height
    grid = Grid([middle - 40 for middle in middles], [80] * len(middles), middles)
    one, other = numbers[outer], numbers[inner]
    levels = range(tree.depths[other] + 1, tree.depths[one])
    return Rows(tree, grid).lead(Way(one, other, levels))


def test_a_line_goes_around_a_branch_where_that_is_thin() -> None:
    # From a2, alone on its level, below all of b, to the second thesis: past b1, b2, b3, then c.
    assert way(debate(*BRANCHES), "a2", "other") == (0, [2, 4])


def test_a_line_to_its_own_branch_stays_in_it() -> None:
    assert way(debate(*BRANCHES), "a2", "top") == (0, [0, 0])


def test_a_line_crosses_no_more_than_what_lies_between() -> None:
    # From b2 out of b, on to c's thesis: past b3, or past b1 and a.
    assert way(debate(*BRANCHES), "b2", "other") == (1, [2])
    # Between the branches of both theses nothing lies.
    assert way(debate(*BRANCHES, "d>other", "e>d", "f>e"), "f", "top") == (0, [2, 4])


def test_neighbours_are_swapped_where_that_spares_several_crossings() -> None:
    one = [f"x{number}>one" for number in range(4)]
    two = [f"y{number}>two" for number in range(4)]
    three = ["z>three", *(f"z{number}>z" for number in range(4))]
    lines = [f"x{number}>three" for number in range(4)]
    scene = debate(*one, *two, *three, *lines)
    drawn = place(scene)
    assert [placed.box.id for placed in drawn.boxes][::5] == ["one", "two", "three", "z3"]
    swapped = place(scene, order="crossings")
    roots = [placed.box.id for placed in swapped.boxes if len(placed.box.id) > 2]
    assert roots in (["two", "one", "three"], ["one", "three", "two"])
    assert crossings(swapped) <= crossings(drawn) - 3
    assert place(debate(*one, *two, *three), order="crossings") == place(debate(*one, *two, *three))


@settings(deadline=None)
@given(maps(), DIRECTIONS)
def test_no_line_runs_through_a_box_in_that_order_either(
    given_map: ArgumentMap, direction: Direction
) -> None:
    drawing = place(build_scene(given_map), direction, "draw", order="crossings", frames=True)
    assert_boxes_are_apart(drawing)
    assert_lines_keep_clear(drawing)


def test_what_stands_together_is_not_torn_apart() -> None:
    linked = ArgumentMap(
        nodes=[Claim(name) for name in ("top", "a", "b", "no", "c", "other", *"stuvw")],
        relations=[
            Relation("supports", ["a", "b"], "top", id="step"),
            Relation("undercuts", ["no"], "step"),
            Relation("supports", ["c"], "top"),
            *(Relation("supports", [name], "c") for name in "stuvw"),
            Relation("supports", ["other"], "top"),
            *(Relation("contrasts", [name], "a") for name in "stuvw"),
        ],
    )
    scene = build_scene(linked)
    tree = grow_tree(scene)
    untangled = untangle(tree, plan_courses(scene, tree, "draw").courses)
    names = [scene.boxes[box].id for box in untangled.order]
    assert names[names.index("a") :][:2] == ["a", "b"]
    assert abs(names.index("no") - names.index("a")) <= 2


def total(maps: list[ArgumentMap]) -> tuple[int, int]:
    """Count the crossings of the tree and those of Graphviz."""
    scenes = [build_scene(one) for one in maps]
    own = sum(crossings(place(scene, cross_edges="draw")) for scene in scenes)
    return own, sum(crossings(place_by_dot(scene)) for scene in scenes if len(scene.boxes) < 300)


@needs_dot
def test_our_maps_cross_at_most_four_times_as_often_as_in_graphviz() -> None:
    sco, sundays = (load(ROOT / "claims" / name)[0] for name in ("sco", "sundays"))
    assert total([sundays]) <= (0, 2)
    own, graphviz = total([sco])
    assert own <= 75
    assert own <= 4 * graphviz
    untangled = crossings(place(build_scene(sco), order="crossings"))
    assert untangled <= 45
    own, _ = total([MAPS["driving"]])
    assert own <= 8


@needs_corpora
@needs_dot
@pytest.mark.parametrize("name", ["microtexts", "kialo"])
def test_debates_that_are_trees_never_cross(name: str) -> None:
    own, graphviz = total([*debates(name)])
    assert own == 0
    assert graphviz > 0


@needs_corpora
@needs_dot
def test_debates_in_argdown_cross_at_most_six_times_as_often_as_in_graphviz() -> None:
    own, graphviz = total([*debates("argdown")])
    assert own <= 70
    assert own <= 6 * graphviz
