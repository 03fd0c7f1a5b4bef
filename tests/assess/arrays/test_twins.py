"""What arrays compute is what plain Python computes."""

import sys

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.assess import assess
from argmap.assess.arrays import (
    STATUSES,
    array_graph,
    array_map,
    array_statuses,
    evaluate_arrays,
    strengths,
)
from argmap.assess.gradual import SEMANTICS, Edge, Semantics, WeightedGraph, evaluate
from argmap.findings import MissingPackageError
from argmap.model import ArgumentMap
from tests.assess.gradual.graphs import graphs
from tests.assess.maps import a_map, maps

semantics = st.sampled_from(list(SEMANTICS.values()))


@settings(deadline=None)
@given(graphs(), semantics)
def test_strengths_are_equal(graph: WeightedGraph, one: Semantics) -> None:
    plain = evaluate(graph, one)
    assume(plain.has_converged)
    found = evaluate_arrays(array_graph(graph), one)
    assert found.values.tolist() == pytest.approx(plain.values, abs=1e-8)
    assert (found.circles, found.has_converged) == (len(plain.loops), True)


@settings(deadline=None)
@given(graphs(circular=False), semantics)
def test_strengths_without_circles_are_equal_but_for_rounding(
    graph: WeightedGraph, one: Semantics
) -> None:
    found = evaluate_arrays(array_graph(graph), one).values.tolist()
    assert found == pytest.approx(evaluate(graph, one).values, abs=1e-14)


@settings(deadline=None)
@given(maps(stances="+++--xx="))
def test_statuses_are_equal(the_map: ArgumentMap) -> None:
    codes = array_statuses(array_map(the_map)).tolist()
    statuses = [STATUSES[code] for code in codes]
    assert statuses == list(assess(the_map).statuses.values())


def test_missing_ends_and_free_types_count_as_in_plain_python() -> None:
    the_map = a_map("E so + a; F lost - a; G x nothing; E - lost", assumed="so")
    left = ArgumentMap(
        nodes=[node for node in the_map.nodes if node.id not in {"lost", "nothing"}],
        relations=the_map.relations,
    )
    assert [STATUSES[code] for code in array_statuses(array_map(left))] == list(
        assess(left).statuses.values()
    )


def test_a_circle_that_does_not_converge_is_told() -> None:
    graph = array_graph(WeightedGraph([1.0, 1.0], [Edge(0, 1, -1.0), Edge(1, 0, -1.0)]))
    found = evaluate_arrays(graph, SEMANTICS["df-quad"], damping=1.0, most_rounds=10)
    assert (found.circles, found.open_circles, found.residual) == (1, 1, 1.0)


def test_long_chains_are_computed_unit_by_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strengths, "_MOST_LEVELS", 10)
    edges = [Edge(unit, unit + 1, 1.0) for unit in range(50)]
    graph = WeightedGraph([0.5] * 51, [*edges, Edge(49, 48, -0.5)])
    found = evaluate_arrays(array_graph(graph))
    assert found.values.tolist() == pytest.approx(
        evaluate(graph, SEMANTICS["quadratic-energy"]).values
    )
    assert (found.circles, found.has_converged) == (1, True)


def test_nothing_is_computed_of_nothing() -> None:
    assert evaluate_arrays(array_graph(WeightedGraph([], []))).values.tolist() == []
    assert array_statuses(array_map(ArgumentMap())).tolist() == []


def test_what_is_missing_is_said_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy", None)
    with pytest.raises(MissingPackageError) as raised:
        array_map(ArgumentMap())
    assert str(raised.value) == (
        "computing on arrays needs the package scipy; install it with"
        " `pip install 'argmap[arrays]'`, or use `argmap.assess`, which needs none"
    )
