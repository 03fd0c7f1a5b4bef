"""Bounds of probabilities, held against all ways in which premises may depend on each other."""

from itertools import product

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.assess import assess
from argmap.assess.bounds import Bounds, all_of, bounds
from argmap.model import ArgumentMap, Evidence, Relation
from tests.assess.maps import a_map, maps

SIDES = st.sampled_from([0.0, 0.2, 0.5, 0.7, 1.0])


def weighed(argument_map: ArgumentMap, **confidence: float) -> ArgumentMap:
    nodes = [evolve(node, confidence=confidence.get(node.id)) for node in argument_map.nodes]
    return evolve(argument_map, nodes=nodes)


def exactly(*chances: float) -> list[Bounds]:
    return [Bounds(chance, chance) for chance in chances]


def test_linked_premises_have_the_bounds_of_frechet() -> None:
    every = all_of(exactly(0.9, 0.95, 0.8))
    assert (every.low, every.high) == pytest.approx((0.65, 0.8))
    assert all_of([]) == Bounds(1.0, 1.0)


def test_alternative_reasons_have_the_bounds_of_frechet() -> None:
    some = bounds(weighed(a_map("E + m; F + m"), E=0.6, F=0.7))["m"]
    assert (some.low, some.high) == pytest.approx((0.7, 1.0))


def test_one_false_leaf_makes_a_chain_of_linked_premises_impossible() -> None:
    the_map = weighed(a_map("E F + a; a G + m"), E=0.0, F=1.0, G=1.0)
    assert bounds(the_map)["m"] == Bounds(0.0, 0.0)


def test_several_reasons_are_at_least_as_good_as_the_best() -> None:
    found = bounds(weighed(a_map("E + m; F + m"), E=0.6, F=0.3))["m"]
    assert (found.low, found.high) == pytest.approx((0.6, 0.9))


def test_a_circle_adds_nothing_to_what_enters_it() -> None:
    found = bounds(weighed(a_map("E + a; a + b; b + a; b + m"), E=0.6))
    assert [found[name] for name in "abm"] == [Bounds(0.6, 0.6)] * 3


def test_a_step_holds_with_its_strength_and_a_restatement_surely() -> None:
    the_map = weighed(a_map("twin = m"), E=0.8)
    the_map = the_map.with_evidence(Evidence("E", passages=a_map("E + x").evidence[0].passages))
    the_map = the_map.with_relation(Relation("supports", ["E"], "twin", strength=0.7))
    found = bounds(the_map, unstated=0.8)["m"]
    assert (found.low, found.high) == pytest.approx((0.5, 0.7))


def test_what_is_not_grounded_has_no_bounds() -> None:
    assert list(bounds(a_map("E + m; a + b; F x step; E + c as step"))) == ["E", "m", "F"]


@given(maps(stances="+++="))
def test_every_grounded_node_has_bounds_that_are_bounds(the_map: ArgumentMap) -> None:
    found = bounds(the_map)
    standing = assess(the_map)
    assert {name for name in standing.statuses if standing.is_grounded(name)} <= found.keys()
    assert all(0 <= one.low <= one.high <= 1 for one in found.values())


@given(st.lists(st.integers(0, 10), min_size=8, max_size=8).filter(any))
def test_no_dependence_of_three_events_leaves_the_bounds(weights: list[int]) -> None:
    worlds = dict(zip(product((0, 1), repeat=3), weights, strict=True))
    total = sum(weights)
    chances = [sum(w for one, w in worlds.items() if one[event]) / total for event in range(3)]
    parts = exactly(*chances)
    every = sum(w for one, w in worlds.items() if all(one)) / total
    assert all_of(parts).low - 1e-12 <= every <= all_of(parts).high + 1e-12
    some = sum(w for one, w in worlds.items() if any(one)) / total
    given_each = dict(zip("EFG", chances, strict=True))
    found = bounds(weighed(a_map("E + m; F + m; G + m"), **given_each))["m"]
    assert found.low - 1e-12 <= some <= found.high + 1e-12
