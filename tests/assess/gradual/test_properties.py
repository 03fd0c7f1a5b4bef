"""What all gradual semantics promise, on any graph."""

from random import Random

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.assess.gradual import SEMANTICS, Edge, Semantics, WeightedGraph, evaluate, gradient
from argmap.findings import InvalidValueError
from tests.assess.gradual.graphs import graphs

semantics = st.sampled_from(list(SEMANTICS.values()))
degrees = st.floats(0, 1)


@settings(deadline=None)
@given(graphs(), semantics)
def test_strengths_stay_between_0_and_1(graph: WeightedGraph, one: Semantics) -> None:
    found = evaluate(graph, one, most_rounds=50)
    assert all(0 <= value <= 1 for value in found.values)
    for loop in found.loops:
        assert loop.has_converged == (loop.residual <= 1e-9)


@settings(deadline=None)
@given(graphs(), semantics, st.randoms())
def test_the_order_of_units_and_edges_makes_no_difference(
    graph: WeightedGraph, one: Semantics, dice: Random
) -> None:
    order = list(range(len(graph.base)))
    dice.shuffle(order)
    edges = [Edge(order[source], order[target], weight) for source, target, weight in graph.edges]
    dice.shuffle(edges)
    base = dict(zip(order, graph.base, strict=True))
    shuffled = WeightedGraph(
        [base[unit] for unit in range(len(order))],
        edges,
        {order[unit] for unit in graph.steps},
        graph.linked,
    )
    before, after = evaluate(graph, one), evaluate(shuffled, one)
    assume(before.has_converged and after.has_converged)
    assert [after.values[unit] for unit in order] == pytest.approx(before.values, abs=1e-6)


@given(degrees, semantics)
def test_what_nothing_bears_on_keeps_its_base_score(base: float, one: Semantics) -> None:
    assert one.influence(base, 0.0) == pytest.approx(base)


@given(degrees, semantics, st.lists(degrees, max_size=4))
def test_equal_attack_and_support_leave_the_base_score(
    base: float, one: Semantics, strengths: list[float]
) -> None:
    assert one.influence(base, one.aggregate(strengths, strengths)) == pytest.approx(base)


@given(degrees, semantics, st.lists(degrees, min_size=1, max_size=4), degrees)
def test_a_stronger_supporter_never_harms_and_a_stronger_attacker_never_helps(
    base: float, one: Semantics, strengths: list[float], more: float
) -> None:
    stronger = [max(strengths[0], more), *strengths[1:]]
    for fixed in ([], [0.5]):
        supported = [
            one.influence(base, one.aggregate(fixed, some)) for some in (strengths, stronger)
        ]
        attacked = [
            one.influence(base, one.aggregate(some, fixed)) for some in (strengths, stronger)
        ]
        assert supported[0] <= supported[1] + 1e-12
        assert attacked[0] >= attacked[1] - 1e-12


@given(
    degrees,
    st.sampled_from(["df-quad", "quadratic-energy"]),
    st.lists(degrees, max_size=3),
    st.lists(degrees, max_size=3),
)
def test_attack_mirrors_support(
    base: float, name: str, attackers: list[float], supporters: list[float]
) -> None:
    one = SEMANTICS[name]
    forth = one.influence(base, one.aggregate(attackers, supporters))
    back = one.influence(1 - base, one.aggregate(supporters, attackers))
    assert back == pytest.approx(1 - forth)


@given(degrees, semantics, st.floats(-1e6, 1e6))
def test_no_sum_is_too_large(base: float, one: Semantics, total: float) -> None:
    if one.name != "df-quad":
        assert 0 <= one.influence(base, total) <= 1
        assert all(slope >= 0 for slope in one.influence_slopes(base, total))


@settings(deadline=None)
@given(graphs(), semantics)
def test_a_circle_that_is_certain_converges(graph: WeightedGraph, one: Semantics) -> None:
    assert all(loop.has_converged for loop in evaluate(graph, one).loops if loop.is_certain)


@settings(deadline=None)
@given(graphs(circular=False), semantics, st.integers(0, 5))
def test_gradients_are_what_small_changes_do(
    graph: WeightedGraph, one: Semantics, goal: int
) -> None:
    smooth = evolve(
        graph,
        base=[0.2 + 0.6 * base + unit / 97 for unit, base in enumerate(graph.base)],
        linked="product",
    )
    found = evaluate(smooth, one)
    slopes = gradient(smooth, one, goal, found)
    small = 1e-6
    for unit, base in enumerate(smooth.base):
        up, down = (
            evaluate(
                evolve(smooth, base=[*smooth.base[:unit], base + way, *smooth.base[unit + 1 :]]),
                one,
            ).values[goal]
            for way in (small, -small)
        )
        assert slopes[unit] == pytest.approx((up - down) / (2 * small), abs=2e-5)


def test_gradients_in_a_circle_are_those_of_its_fixed_point() -> None:
    edges = [Edge(0, 1, -1.0), Edge(1, 0, -1.0)]
    one = SEMANTICS["quadratic-energy"]

    def goal(base: float) -> float:
        return evaluate(WeightedGraph([0.6, base], edges), one, tolerance=1e-13).values[0]

    graph = WeightedGraph([0.6, 0.5], edges)
    slopes = gradient(graph, one, 0, evaluate(graph, one), tolerance=1e-12)
    assert slopes[1] == pytest.approx((goal(0.5 + 1e-5) - goal(0.5 - 1e-5)) / 2e-5, abs=1e-6)


def test_a_graph_says_what_it_cannot_hold() -> None:
    with pytest.raises(InvalidValueError) as raised:
        WeightedGraph([0.5, 1.5], [])
    assert str(raised.value) == "the base score of unit 1 is 1.5; give one from 0 to 1"
    with pytest.raises(InvalidValueError) as raised:
        WeightedGraph([0.5], [Edge(0, 3, 1.0)])
    assert str(raised.value) == (
        "no edge can run from unit 0 to unit 3 with weight 1;"
        " there are 1 units from 0, and weights from -1 to 1"
    )
