"""What a main claim cannot do without, held against taking each node away."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.assess import assess
from argmap.checks.context import Context
from argmap.checks.rules.necessity import Joint, joints
from argmap.model import ArgumentMap, Claim, Evidence, Node, Passage, Relation

SIZE = 8


def found(the_map: ArgumentMap) -> list[Joint]:
    return list(joints(Context(the_map, assess(the_map))))


def a_map(*relations: tuple[str, str], mains: str = "m", claims: str = "abc") -> ArgumentMap:
    """Make a map from `("ab", "m")`: a and b, linked, support m; x, y and z are evidence."""
    return ArgumentMap(
        nodes=[
            *(Claim(name, main=name in mains) for name in dict.fromkeys(mains + claims)),
            *(Evidence(name, passages=[Passage("s")]) for name in "xyz"),
        ],
        relations=[Relation("supports", list(premises), target) for premises, target in relations],
    )


def test_ways_that_part_and_meet_again_have_a_joint() -> None:
    the_map = a_map(("a", "m"), ("b", "m"), ("x", "a"), ("x", "b"))
    assert found(the_map) == [Joint("x", ("m",), has_more=False)]


def test_the_only_reason_of_a_claim_is_no_joint() -> None:
    assert found(a_map(("a", "m"), ("x", "a"))) == []


def test_a_second_way_that_does_without_is_enough() -> None:
    the_map = a_map(("a", "m"), ("b", "m"), ("x", "a"), ("x", "b"), ("y", "b"))
    assert found(the_map) == []


def test_linked_premises_do_not_do_without_each_other() -> None:
    the_map = a_map(("a", "m"), ("b", "m"), ("x", "a"), ("xy", "b"))
    assert found(the_map) == [Joint("x", ("m",), has_more=False)]


def test_what_two_main_claims_rest_on_is_a_joint() -> None:
    the_map = a_map(("x", "m"), ("x", "n"), ("x", "o"), mains="mno", claims="")
    assert found(the_map) == [Joint("x", ("m", "n"), has_more=True)]


def test_each_joint_of_a_ladder_is_found() -> None:
    the_map = a_map(
        *(("a", "m"), ("b", "m"), ("c", "a"), ("c", "b")),
        *(("d", "c"), ("e", "c"), ("x", "d"), ("x", "e")),
        claims="abcde",
    )
    assert [joint.node for joint in found(the_map)] == ["c", "x"]


def test_an_assumption_that_all_steps_need_is_a_joint() -> None:
    the_map = ArgumentMap(
        nodes=[
            Claim("m", main=True),
            Claim("model", assumed="as usual"),
            *(Evidence(name, passages=[Passage("s")]) for name in "xy"),
        ],
        relations=[
            Relation("supports", ["x", "model"], "m"),
            Relation("supports", ["y", "model"], "m"),
        ],
    )
    assert found(the_map) == [Joint("model", ("m",), has_more=False)]


def test_in_a_circle_nothing_is_said_that_is_not_so() -> None:
    the_map = a_map(("a", "m"), ("b", "m"), ("b", "a"), ("a", "b"), ("x", "a"), ("y", "b"))
    assert found(the_map) == []


nodes = st.sampled_from(["claim", "claim", "assumed", "evidence"])
steps = st.tuples(st.sets(st.integers(1, SIZE - 1), min_size=1, max_size=3), st.integers(0, SIZE))


@st.composite
def maps(draw: st.DrawFn, *, assumed: bool) -> ArgumentMap:
    """Make a map in which n0 is the main claim and steps run down from larger numbers."""
    made: list[Node] = [Claim("n0", main=True)]
    for number in range(1, SIZE):
        kind = draw(nodes)
        if kind == "evidence":
            made.append(Evidence(f"n{number}", passages=[Passage("s")]))
        else:
            reason = "so" if assumed and kind == "assumed" else None
            made.append(Claim(f"n{number}", assumed=reason))
    relations = []
    for premises, end in draw(st.lists(steps, max_size=14)):
        target = end % min(premises)
        relation = Relation("supports", [f"n{one}" for one in sorted(premises)], f"n{target}")
        if isinstance(made[target], Claim) and relation not in relations:
            relations.append(relation)
    return ArgumentMap(nodes=made, relations=relations)


def falls_without(the_map: ArgumentMap, removed: str) -> bool:
    return not assess(the_map.without(removed)).is_grounded("n0")


def ways(the_map: ArgumentMap, start: str, end: str) -> int:
    if start == end:
        return 1
    holds = assess(the_map).holds
    return sum(
        ways(the_map, premise, end)
        for relation in the_map.incoming(start)
        if holds(relation.id)
        for premise in relation.premises
    )


@given(maps(assumed=True))
def test_a_main_claim_falls_without_its_joint(the_map: ArgumentMap) -> None:
    for joint in found(the_map):
        assert joint.claims == ("n0",)
        assert falls_without(the_map, joint.node)


@given(maps(assumed=False))
def test_every_joint_is_found(the_map: ArgumentMap) -> None:
    if not assess(the_map).is_grounded("n0"):
        assert found(the_map) == []
        return
    holds = assess(the_map).holds
    expected = {
        node.id
        for node in the_map.nodes[1:]
        if falls_without(the_map, node.id)
        and ways(the_map, "n0", node.id) > 1
        and sum(holds(one.id) for one in the_map.outgoing(node.id)) > 1
    }
    assert {joint.node for joint in found(the_map)} == expected
