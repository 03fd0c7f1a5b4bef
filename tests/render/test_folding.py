"""Large maps made small: which branches go first, and what is said about them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Claim, Relation
from argmap.render import render
from argmap.render.building import build_scene
from argmap.render.folding import fold
from argmap.render.layout import place
from argmap.render.scene import Scene
from argmap.render.tree import grow_tree
from tests.render.maps import MAPS
from tests.render.strategies import maps


def branches(*edges: str) -> Scene:
    """Return the scene of a map in which `b+c>a` means that b and c together support a.

    `d>>b+c>a` means that d undercuts that.
    """
    relations = []
    for edge in edges:
        stance = "undercuts" if ">>" in edge else "supports"
        start, end = edge.split(">>" if ">>" in edge else ">", 1)
        relations.append(Relation(stance, start.split("+"), end, id=edge))
    ends = (end for one in relations for end in (one.target, *one.premises))
    names = dict.fromkeys(end for end in ends if ">" not in end)
    return build_scene(ArgumentMap(nodes=map(Claim, names), relations=relations))


def shown(scene: Scene, most: int) -> dict[str, int]:
    """Return what is shown of a scene, and how much is folded below each box."""
    return {box.id: box.folded for box in fold(scene, most).boxes}


TREE = branches("a>top", "b>top", "a1>a", "a2>a", "b1>b", "a11>a1", "a12>a1", "b11>b1")


def test_a_map_that_is_small_enough_stays_as_it_is() -> None:
    assert fold(TREE, 9) is TREE


def test_the_deepest_levels_go_first_and_are_counted_where_they_hung() -> None:
    assert shown(TREE, 6) == {"top": 0, "a": 0, "b": 0, "a1": 2, "a2": 0, "b1": 1}
    assert shown(TREE, 3) == {"top": 0, "a": 4, "b": 2}


def test_of_a_level_that_does_not_fit_what_bears_more_stays() -> None:
    assert shown(TREE, 5) == {"top": 0, "a": 1, "b": 0, "a1": 2, "b1": 1}
    bearing = branches("a>top", "b>top", "a1>a", "a2>a", "a11>a1", "a2>b")
    assert shown(bearing, 4) == {"top": 0, "a": 2, "b": 0, "a2": 0}


def test_where_all_bear_the_same_what_comes_first_stays() -> None:
    assert shown(branches("a>top", "b>top", "c>top"), 3) == {"top": 1, "a": 0, "b": 0}


def test_linked_premises_and_attacks_are_folded_with_what_they_belong_to() -> None:
    scene = branches("a>top", "b>a", "c>a", "x+y>a", "z>>x+y>a")
    assert shown(scene, 5) == {"top": 0, "a": 2, "x": 0, "y": 0, "z": 0}
    assert shown(scene, 4) == {"top": 0, "a": 3, "b": 0, "c": 0}


def test_a_picture_of_a_part_says_how_much_there_is() -> None:
    folded = fold(build_scene(MAPS["driving"]), 8)
    assert folded.caption == (
        "8 of 21 nodes: 7 claims, 0 evidence, 7 relations, 1 missing · 3 sources"
    )


def test_what_is_folded_is_told_in_every_output() -> None:
    tree = ArgumentMap(
        nodes=[Claim("top"), Claim("a"), Claim("b")],
        relations=[Relation("supports", ["a"], "top"), Relation("supports", ["b"], "a")],
    )
    svg = render(tree, max_nodes=1)
    assert ">+2</text>" in svg
    assert ">nodes not shown</text>" in svg
    assert "Main claim top (unsupported). 2 nodes of its branch not shown." in svg
    assert ">node not shown</text>" in render(tree, max_nodes=2)
    for output, word in (
        ("markdown", "**top** (claim, unsupported): . (+2 not shown)"),
        ("mermaid", "#43;2 not shown"),
        ("dot", "+2 not shown"),
    ):
        assert word in render(tree, output=output, max_nodes=1)  # type: ignore[arg-type] # all are outputs


@settings(deadline=None)
@given(maps(), st.integers(1, 20))
def test_every_box_is_shown_or_counted(given_map: ArgumentMap, most: int) -> None:
    whole = build_scene(given_map)
    folded = fold(whole, most)
    assert {box.id for box in folded.boxes} <= {box.id for box in whole.boxes}
    counted = sum(1 + box.folded for box in folded.boxes)
    hidden = [root for root in grow_tree(whole).roots if whole.boxes[root].id not in ids(folded)]
    assert counted <= len(whole.boxes)
    assert hidden or counted == len(whole.boxes)
    assert {placed.box.id for placed in place(folded).boxes} == ids(folded)


def ids(scene: Scene) -> set[str]:
    return {box.id for box in scene.boxes}
