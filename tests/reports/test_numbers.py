"""Numbers in words."""

from attrs import evolve

from argmap.assess.bounds import bounds
from argmap.assess.carneades import proved
from argmap.assess.gradual import influences, strengths
from argmap.model import ArgumentMap
from argmap.reports.numbers import (
    describe_bounds,
    describe_influences,
    describe_labels,
    describe_strengths,
)
from tests.assess.maps import a_map


def certain(argument_map: ArgumentMap) -> ArgumentMap:
    nodes = [evolve(node, confidence=1.0) for node in argument_map.nodes]
    return evolve(argument_map, nodes=nodes)


def test_strengths_are_told_with_what_they_assume() -> None:
    assert describe_strengths(strengths(a_map("E F + m as step"))) == (
        "strength by quadratic-energy (Potyka, KR 2018), which is no probability\n"
        "  linked premises by their product\n"
        "  base score 0.5 where no confidence is declared\n"
        "\n"
        "  0.529  m\n"
        "  0.500  E\n"
        "  0.500  F\n"
        "  0.250  step\n"
    )


def test_circles_and_what_cannot_be_moved_are_warned_of() -> None:
    circle = a_map("a + b; b + a; E + m")
    assert describe_strengths(strengths(circle)).splitlines()[-1] == (
        "in a circle strengths feed on themselves: 'a', 'b'"
    )
    assert describe_strengths(strengths(certain(a_map("E + m")), "mlp")).splitlines()[-1] == (
        "mlp moves no confidence of 0 or 1: 'm'"
    )
    duel = certain(a_map("a - b; b - a"))
    told = describe_strengths(strengths(duel, "df-quad", damping=1.0, most_rounds=9))
    assert told.splitlines()[-1] == (
        "no strengths were found in the circle of 'a', 'b': after 9 rounds one would still move"
        " by 1; do not rely on them and what they bear on"
    )


def test_a_large_circle_is_told_by_some_of_its_nodes() -> None:
    names = [f"n{number}" for number in range(25)]
    circle = a_map("; ".join(f"{one} + {names[number - 1]}" for number, one in enumerate(names)))
    assert describe_strengths(strengths(circle)).endswith("and 5 more\n")


def test_what_moves_a_claim_is_told() -> None:
    assert describe_influences(influences(a_map("E + m; F - m"), "m", "df-quad"), most=1) == (
        "'m' has strength 0.500\n"
        "  if it is lost   gradient    of\n"
        "  -0.250          +0.500      E\n"
        "  and 1 more\n"
    )
    assert describe_influences(influences(a_map("E + m"), "E")) == (
        "'E' has strength 0.500\n  nothing bears on it\n"
    )


def test_influences_that_have_not_converged_are_warned_of() -> None:
    found = evolve(influences(a_map("E + m"), "m"), has_converged=False)
    assert describe_influences(found).endswith("do not rely on these numbers\n")


def test_bounds_are_told() -> None:
    head = "between what bounds support holds, however premises depend on each other (Fréchet)\n"
    assert describe_bounds(bounds(a_map("E + m; F + m"))) == (
        f"{head}  0.500 to 0.500  E\n  0.500 to 1.000  m\n  0.500 to 0.500  F\n"
    )
    assert describe_bounds(bounds(a_map("a + m"))) == (
        f"{head}  no evidence that cites a source reaches anything\n"
    )


def test_verdicts_are_told_with_their_thresholds() -> None:
    assert describe_labels(proved(a_map("F - m; a + b; b + a"), "CCE", "gordon-walton")) == (
        "proof standard CCE; thresholds gordon-walton: CCE more than 0.5 and by more than 0.3;"
        " BRD more than 0.5 and by more than 0.5, less than 0.2 against\n"
        "  in         F\n"
        "  out        m; its opposite is in\n"
        "  undecided  a\n"
        "  undecided  b\n"
    )
