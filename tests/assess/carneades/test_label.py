"""Proof standards, weighing, and labels of small graphs."""

from datetime import date
from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.assess.carneades import (
    PRESETS,
    Argument,
    CarneadesGraph,
    Constant,
    Convergent,
    Criteria,
    Criterion,
    Cumulative,
    Factorized,
    Issue,
    Linked,
    Preference,
    Standard,
    Weighing,
    is_satisfied,
    label,
    thresholds_named,
)
from argmap.findings import UsageError

OLD, NEW = PRESETS["gordon-walton"], PRESETS["carneades4"]


@pytest.mark.parametrize(
    ("pro", "con", "old", "new"),
    [
        (0.3, 0.0, "SE DV PE", "SE DV PE"),
        (0.8, 0.0, "SE DV PE CCE BRD", "SE DV PE CCE BRD"),
        (0.8, 0.3, "SE PE CCE", "SE PE"),
        (0.8, 0.15, "SE PE CCE BRD", "SE PE CCE BRD"),
        (0.3, 0.8, "SE", "SE"),
        (0.0, 0.0, "", ""),
        (0.7, 0.2, "SE PE CCE", "SE PE"),  # 0.7 - 0.2 is less than 0.5 in floating point
    ],
)
def test_each_standard_is_met_or_not(pro: float, con: float, old: str, new: str) -> None:
    for thresholds, met in ((OLD, old), (NEW, new)):
        assert {one for one in Standard if is_satisfied(one, pro, con, thresholds)} == set(
            met.split()
        )


def test_thresholds_are_printed() -> None:
    assert str(OLD) == (
        "gordon-walton: CCE more than 0.5 and by more than 0.3;"
        " BRD more than 0.5 and by more than 0.5, less than 0.2 against"
    )


def test_unknown_thresholds_are_said() -> None:
    assert thresholds_named("carneades4") is NEW
    with pytest.raises(UsageError, match="did you mean 'carneades4'"):
        thresholds_named("carneades5")
    with pytest.raises(UsageError, match="there are gordon-walton, carneades4"):
        thresholds_named("x")


def labels(graph: CarneadesGraph) -> dict[str, str]:
    return {one: str(given) for one, given in label(graph).labels.items()}


def an_issue(pro: float, con: float, standard: str) -> str:
    graph = CarneadesGraph(
        arguments=[
            Argument("for", "p", ["e"], weighing=Linked(pro)),
            Argument("against", "not p", ["e"], weighing=Linked(con)),
        ],
        issues=[Issue("i", ["p", "not p"], Standard(standard))],
        assumptions=["e"],
    )
    found = labels(graph)
    return f"{found['p']} {found['not p']}"


@pytest.mark.parametrize(
    ("pro", "con", "standard", "verdict"),
    [
        (0.8, 0.3, "PE", "in out"),
        (0.3, 0.8, "PE", "out in"),
        (0.5, 0.5, "PE", "out out"),
        (0.5, 0.5, "SE", "in in"),
        (0.8, 0.3, "CCE", "out out"),
        (0.8, 0.0, "DV", "in out"),
    ],
)
def test_an_issue_is_resolved_by_its_standard(
    pro: float, con: float, standard: str, verdict: str
) -> None:
    assert an_issue(pro, con, standard) == verdict


def test_a_premise_that_is_out_takes_a_linked_argument_away() -> None:
    graph = CarneadesGraph(arguments=[Argument("a", "p", ["e", "f"])], assumptions=["e"])
    assert labels(graph) == {"e": "in", "f": "out", "p": "out"}


def test_an_argument_whose_undercutter_is_in_counts_for_nothing() -> None:
    graph = CarneadesGraph(
        arguments=[Argument("a", "p", ["e"], undercutter="u"), Argument("b", "u", ["f"])],
        assumptions=["e", "f"],
    )
    assert labels(graph)["p"] == "out"
    assert label(graph).weights == {"a": 0.0, "b": 1.0}
    assert labels(evolve(graph, assumptions=["e"]))["p"] == "in"


def test_an_undercut_decides_where_premises_cannot_be() -> None:
    graph = CarneadesGraph(
        arguments=[
            Argument("a", "q", ["p"], undercutter="u"),
            Argument("b", "p", ["p"]),
        ],
        assumptions=["u"],
    )
    assert labels(graph) == {"p": "undecided", "q": "out", "u": "in"}


def test_an_assumed_position_leaves_its_rivals_out() -> None:
    graph = CarneadesGraph(
        arguments=[Argument("a", "q", ["e"])],
        issues=[Issue("i", ["p", "q", "r"])],
        assumptions=["e", "p", "r"],
    )
    assert labels(graph) == {"e": "in", "q": "out", "p": "in", "r": "in"}


def weight(weighing: Weighing, *assumed: str) -> float:
    """Weigh an argument with premises a, b and c for p, beside one for q with a and d."""
    graph = CarneadesGraph(
        arguments=[
            Argument("one", "p", [("r", "a"), ("s", "b"), ("t", "c")], weighing=weighing),
            Argument("two", "q", ["a", "d"], weighing=weighing),
        ],
        issues=[Issue("i", ["p", "q"])],
        assumptions=assumed,
    )
    return label(graph).weights["one"]


@pytest.mark.parametrize(
    ("weighing", "all_in", "two_in", "none_in"),
    [
        (Linked(0.7), 0.7, 0, 0),
        (Convergent(0.7), 0.7, 0.7, 0),
        (Cumulative(), 1, 2 / 3, 0),
        (Factorized(), 3 / 4, 0, 0),
        (Constant(0.3), 0.3, 0.3, 0.3),
    ],
)
def test_weighing_looks_at_the_premises_that_are_in(
    weighing: Weighing, all_in: float, two_in: float, none_in: float
) -> None:
    assert weight(weighing, "a", "b", "c") == pytest.approx(all_in)
    assert weight(weighing, "a", "b") == pytest.approx(two_in)
    assert weight(weighing) == none_in


def test_an_argument_without_premises_counts_by_itself() -> None:
    for weighing in (Linked(), Cumulative(), Factorized()):
        graph = CarneadesGraph(arguments=[Argument("a", "p", weighing=weighing)])
        assert labels(graph) == {"p": "in"}


def test_criteria_are_summed_by_their_factors() -> None:
    criteria = Criteria(
        (
            Criterion("price", 1, {"low": 1.0, "high": 0.0}),
            Criterion("speed", 3, {"fast": 1.0, "slow": 0.2}),
        ),
        hard=("price",),
    )
    premises = [("price", "price(car, low)"), ("speed", "speed(car, slow)")]
    graph = CarneadesGraph(
        arguments=[Argument("a", "buy(car)", premises, weighing=criteria)],
        issues=[Issue("speed", ["speed(car, slow)", "speed(car, fast)"])],
        assumptions=["price(car, low)", "speed(car, fast)"],
    )
    assert label(graph).weights["a"] == pytest.approx(0.25 + 0.75)
    slow = evolve(graph, assumptions=["price(car, low)", "speed(car, slow)"])
    assert label(slow).weights["a"] == pytest.approx(0.25 + 0.75 * 0.2)
    assert label(evolve(graph, assumptions=["price(car, low)"])).weights["a"] == 0
    assert label(evolve(graph, assumptions=["speed(car, slow)"])).weights["a"] == 0


def test_the_higher_law_wins_and_of_equal_ones_the_later() -> None:
    lex = Preference((("authority", ("state", "federal")), ("since", ())))

    def law(name: str, conclusion: str, authority: str, year: int) -> Argument:
        properties: dict[str, str | float | date] = {
            "authority": authority,
            "since": date(year, 1, 1),
        }
        return Argument(name, conclusion, weighing=lex, properties=properties)

    arguments = [
        law("a", "p", "federal", 1989),
        law("b", "q", "state", 2008),
        law("c", "q", "federal", 1970),
    ]
    graph = CarneadesGraph(arguments=arguments, issues=[Issue("i", ["p", "q"])])
    assert label(graph).weights == pytest.approx({"a": 1, "b": 1 / 3, "c": 2 / 3})
    assert labels(graph) == {"p": "in", "q": "out"}


NAMES = st.sampled_from("abcdef")
ARGUMENTS = st.lists(
    st.tuples(
        NAMES,
        st.lists(NAMES, max_size=3),
        st.none() | NAMES,
        st.sampled_from([Linked(), Convergent(0.5), Cumulative(), Factorized(), Constant(0.4)]),
    ),
    max_size=10,
)


@given(
    ARGUMENTS,
    st.lists(st.lists(NAMES, min_size=1, max_size=3), max_size=3),
    st.sets(NAMES, max_size=3),
    st.sampled_from(list(Standard)),
    st.randoms(),
)
def test_the_order_of_a_graph_makes_no_difference(
    some: list[tuple[str, list[str], str | None, Weighing]],
    positions: list[list[str]],
    assumptions: set[str],
    standard: Standard,
    dice: Random,
) -> None:
    arguments = [
        Argument(str(number), conclusion, premises, undercutter=undercutter, weighing=weighing)
        for number, (conclusion, premises, undercutter, weighing) in enumerate(some)
    ]
    issues = [Issue(str(number), one, standard) for number, one in enumerate(positions)]
    graph = CarneadesGraph("abcdef", arguments, issues, assumptions)
    dice.shuffle(arguments)
    shuffled = evolve(graph, arguments=arguments)
    assert label(graph) == label(shuffled)
    assert all(label(graph).labels[one] == "in" for one in assumptions)
