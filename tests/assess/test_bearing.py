"""What a claim falls with, held against taking things away."""

from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import given, settings

from argmap.assess import assess
from argmap.assess.bearing import load_bearing
from argmap.assess.cuts import smallest_cut
from argmap.assess.flips import flips
from argmap.assess.status import Status
from argmap.assess.what_if import Change, what_if
from argmap.model import ArgumentMap, Evidence
from tests.assess.maps import a_map, maps


def test_ways_that_meet_again_fall_with_what_they_share() -> None:
    found = load_bearing(a_map("E + a; E + b; a + m; b + m"), "m")
    assert (found.nodes, found.relations) == (("E",), ())


def test_a_chain_falls_with_each_of_its_nodes_and_steps() -> None:
    found = load_bearing(a_map("E + a; a + m"), "m")
    assert (found.nodes, found.relations) == (("a", "E"), ("a supports m", "E supports a"))


def test_in_a_circle_only_the_way_in_is_needed() -> None:
    assert load_bearing(a_map("E + a; a + b; b + a; a + m; b + m"), "m").nodes == ("a", "E")


def test_what_is_not_grounded_falls_with_nothing() -> None:
    assert load_bearing(a_map("a + m"), "m").nodes == ()
    assert load_bearing(a_map("a + m"), "unknown").nodes == ()


def test_a_proof_of_thousands_of_nodes_is_needed_whole() -> None:
    text = ";".join(f"n{number + 1} + n{number}" for number in range(3000))
    assert len(load_bearing(a_map(f"{text}; E + n3000"), "n0").nodes) == 3001


@given(maps(stances="+++="))
def test_what_is_needed_is_what_nothing_stands_without(the_map: ArgumentMap) -> None:
    bearing = load_bearing(the_map, "n0")
    is_grounded = assess(the_map).is_grounded("n0")
    names = [node.id for node in the_map.nodes[1:]]
    steps = [one.id for one in the_map.relations]
    falling = [
        name
        for name in (*names, *steps)
        if is_grounded and not what_if(the_map, {name: "out"}).assessment.is_grounded("n0")
    ]
    restating = {one.id for one in the_map.relations if one.stance == "restates"}
    assert sorted((*bearing.nodes, *bearing.relations)) == sorted(set(falling) - restating)


def test_a_defender_flips_a_claim_that_does_not_rest_on_it() -> None:
    the_map = a_map("E + m as step; F x step as doubt; G x doubt; H + z")
    assert load_bearing(the_map, "m").nodes == ("E",)
    found = flips(the_map, "m")
    assert {one.node for one in found.changes} == {"E", "G"}
    assert found.changes[0] == Change("E", Status.SUPPORTED, Status.UNSUPPORTED)
    assert (found.looked_at, found.all_nodes, found.is_complete) == (3, 3, True)


def test_the_bound_of_flips_is_told() -> None:
    found = flips(a_map("E + m; F + m"), "m", most=1)
    assert (found.looked_at, found.all_nodes, found.is_complete) == (1, 2, False)


@settings(deadline=None)
@given(maps(stances="++++-x="))
def test_flips_are_what_taking_each_node_away_changes(the_map: ArgumentMap) -> None:
    before = assess(the_map).status("n0")
    expected = {
        node.id
        for node in the_map.nodes[1:]
        if what_if(the_map, {node.id: "out"}).assessment.status("n0") is not before
    }
    assert {one.node for one in flips(the_map, "n0").changes} == expected


def test_a_claim_falls_with_one_node_of_each_line_of_support() -> None:
    cut = smallest_cut(a_map("E + a; F + b; G + b; a + m; b + m"), "m")
    assert (len(cut.nodes), cut.at_least, cut.is_exact) == (2, 2, True)
    pieces = smallest_cut(a_map("E + a; F + b; G + b; a + m; b + m"), "m", only_evidence=True)
    assert pieces.nodes == ("E", "F", "G")


def test_of_linked_premises_one_is_enough() -> None:
    cut = smallest_cut(a_map("E F + m; F G + m"), "m")
    assert (cut.nodes, cut.at_least, cut.is_exact) == (("F",), 1, True)


def test_the_bound_of_the_search_is_told() -> None:
    the_map = a_map("A B + m; C D + m; E F + m")
    assert smallest_cut(the_map, "m", most=2) == evolve(
        smallest_cut(the_map, "m"), nodes=(), at_least=3, is_exact=False
    )
    assert smallest_cut(the_map, "m", trials=1).at_least == 1
    assert not smallest_cut(the_map, "m", trials=1).is_exact


def test_where_no_evidence_can_be_lost_there_is_no_cut() -> None:
    the_map = a_map("E + a; a + m")
    assert smallest_cut(the_map, "E").nodes == ()
    assert smallest_cut(the_map, "E").is_exact
    assert smallest_cut(the_map, "z").nodes == ()


@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize("only_evidence", [False, True])
def test_no_smaller_set_does_it(*, linked: bool, only_evidence: bool) -> None:
    @settings(deadline=None, max_examples=60)
    @given(maps(stances="++++=" if linked else "+", linked=linked))
    def hold(the_map: ArgumentMap) -> None:
        cut = smallest_cut(the_map, "n0", only_evidence=only_evidence, most=7)
        names = [
            node.id for node in the_map.nodes[1:] if isinstance(node, Evidence) or not only_evidence
        ]
        smallest = next(
            (
                size
                for size in range(len(names) + 1)
                for lost in combinations(names, size)
                if not what_if(the_map, dict.fromkeys(lost, "out")).assessment.is_grounded("n0")
            ),
            0,
        )
        assert (len(cut.nodes), cut.is_exact) == (smallest, True)
        lost = dict.fromkeys(cut.nodes, "out")
        assert not cut.nodes or not what_if(the_map, lost).assessment.is_grounded("n0")

    hold()
