from hypothesis import given, settings

from argmap.model import ArgumentMap, Claim, Relation
from argmap.render.building import build_scene
from argmap.render.tree import grow_tree
from tests.render.strategies import maps


def grown(names: str, *relations: Relation, main: str = "") -> str:
    """Return the tree of a map as an outline: `a(b c(d))`."""
    nodes = [Claim(name, main=name in main) for name in names]
    scene = build_scene(ArgumentMap(nodes=nodes, relations=relations))
    tree = grow_tree(scene)

    def told(box: int) -> str:
        below = " ".join(map(told, tree.children[box]))
        return f"{scene.boxes[box].id}({below})" if below else scene.boxes[box].id

    return " ".join(map(told, tree.roots))


def supports(premises: str, target: str) -> Relation:
    return Relation("supports", list(premises), target, id=f"{premises}{target}")


def test_a_box_hangs_on_its_first_target() -> None:
    assert grown("abc", supports("c", "b"), supports("c", "a"), supports("b", "a")) == "a(b(c))"


def test_a_target_on_the_way_to_a_thesis_comes_before_one_that_is_not() -> None:
    assert grown("abc", supports("c", "b"), supports("c", "a"), main="a") == "a(c) b"


def test_theses_come_first_and_hang_only_on_theses() -> None:
    assert grown("abc", supports("c", "a"), supports("a", "b"), main="c") == "c b(a)"
    assert grown("ab", supports("b", "a"), main="ab") == "a(b)"


def test_a_circle_is_cut_where_it_closes_or_at_its_thesis() -> None:
    circle = [supports("a", "b"), supports("b", "c"), supports("c", "a")]
    assert grown("abc", *circle) == "c(b(a))"
    assert grown("abc", *circle, main="b") == "b(a(c))"


def test_a_box_that_closes_a_circle_tries_its_next_target() -> None:
    circle = [supports("a", "b"), supports("b", "a"), supports("b", "c")]
    assert grown("abc", *circle) == "c(b(a))"


def test_linked_boxes_stand_together() -> None:
    relations = [supports("bd", "a"), supports("c", "a")]
    assert grown("abcd", *relations) == "a(b d c)"


def test_what_attacks_a_step_stands_right_after_the_box_that_the_step_starts_from() -> None:
    relations = [
        supports("bc", "a"),
        supports("d", "a"),
        Relation("undercuts", ["e"], "bca", id="first"),
        Relation("undercuts", ["f"], "first"),
        supports("g", "e"),
    ]
    assert grown("abcdefg", *relations) == "a(b c e(g) f d)"


@settings(deadline=None)
@given(maps())
def test_every_box_hangs_once_and_children_come_after_their_parents(given_map: ArgumentMap) -> None:
    scene = build_scene(given_map)
    tree = grow_tree(scene)
    assert sorted(tree.order) == list(range(len(scene.boxes)))
    ranks = {box: rank for rank, box in enumerate(tree.order)}
    for box, children in enumerate(tree.children):
        for child in children:
            assert ranks[box] < ranks[child]
            assert tree.depths[child] == tree.depths[box] + 1
