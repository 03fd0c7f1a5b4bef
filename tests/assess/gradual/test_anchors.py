"""Strengths against numbers of papers and of their reference implementations."""

import pytest

from argmap.assess.gradual import SEMANTICS, WeightedGraph, evaluate, gradient
from argmap.assess.gradual.weighted_graph import Edge
from tests.assess.gradual.graphs import a_graph, values

NAMES = ("df-quad", "quadratic-energy", "euler", "mlp")


def numbers(
    base: dict[str, float], text: str, wanted: dict[str, tuple[float, float, float, float]]
) -> None:
    """Hold some strengths, by semantics in the order of `NAMES`, to eight digits."""
    for number, name in enumerate(NAMES):
        found = values(base, text, name)
        assert {one: found[one] for one in wanted} == pytest.approx(
            {one: row[number] for one, row in wanted.items()}, abs=1.5e-9
        ), name


@pytest.mark.parametrize(
    ("base", "text", "row"),
    [
        ({"a": 0.5, "b": 0.5}, "b-a", (0.25, 0.4, 0.4245224032, 0.3775406688)),
        ({"a": 0.5, "b": 0.5}, "b+a", (0.75, 0.6, 0.5888970714, 0.6224593312)),
        ({"a": 0.5, "b": 0.5, "c": 0.5}, "b+a c+a", (0.875, 0.75, 0.6820876636, 0.7310585786)),
        (
            {"a": 0.5, "b": 0.8, "c": 0.6},
            "b-a c+a",
            (0.4, 0.4807692308, 0.4678455903, 0.4501660027),
        ),
        ({"a": 0.5, "b": 0.5}, "b-a a-b", (1 / 3, 0.4238537991, 0.4335749021, 0.4010581376)),
    ],
)
def test_one_argument_moves_another(
    base: dict[str, float], text: str, row: tuple[float, float, float, float]
) -> None:
    numbers(base, text, {"a": row})


def test_two_certain_attackers_meet_in_the_root_of_a_cubic() -> None:
    found = values({"a": 1, "b": 1}, "a-b b-a", "quadratic-energy")
    assert found["a"] == pytest.approx(0.6823278038, abs=1e-9)
    assert found["a"] ** 3 + found["a"] == pytest.approx(1)


def test_the_debate_on_electronic_democracy_of_rago_and_others() -> None:
    numbers(
        dict(
            zip(
                ["A1", "A2", "P1", "P2", "P3", "C1", "C2", "C3", "C4"],
                (0.5, 0.5, 0.7, 0.5, 0.9, 0.2, 0.2, 0.6, 0.5),
                strict=True,
            )
        ),
        "C1-A2 C2-P2 C3-P2 C4-P2 P1+A1 P2+A1 P3+A2",
        {
            "A1": (0.862, 0.719852179, 0.689380310, 0.713851697),
            "A2": (0.85, 0.664429530, 0.626284899, 0.668187772),
            "P2": (0.08, 0.185873606, 0.339943228, 0.214165017),
        },
    )


def test_the_stock_example_which_is_circular() -> None:
    base = {"buy": 0.5, "sell": 0.5, "1": 0.8, "2": 0.7, "3": 0.3, "4": 0.9, "5": 0.9}
    text = "buy-sell sell-buy 2-1 5-1 3-2 4-3 1+sell 2+buy 4+2 5+buy"
    wanted = {
        "df-quad": (0.99636, 0.00338, 0.00312, 0.961, 0.03),
        "quadratic-energy": (0.821646443, 0.362169694, 0.204744261, 0.805084583, 0.165745856),
        "euler": (0.717140903, 0.494889420, 0.686317471, 0.789718648, 0.188927269),
        "mlp": (0.789954761, 0.407213171, 0.414456717, 0.831865920, 0.148388341),
    }
    for name, row in wanted.items():
        found = values(base, text, name)
        digits = 5e-6 if name == "df-quad" else 1.5e-9
        assert [found[one] for one in ("buy", "sell", "1", "2", "3")] == pytest.approx(
            row, abs=digits
        )


def test_the_graph_of_amgoud_and_ben_naim() -> None:
    numbers(
        dict(zip("abcdefghij", (0.6, 0.6, 0.6, 0.22, 0.4, 0.4, 0, 0.99, 0.1, 0.99), strict=True)),
        "d-a,b e-b,c f-c g-e h-f i+a,b,c j+i",
        {
            "a": (0.9084, 0.638315288, 0.599990106, 0.602443688),
            "b": (0.7836, 0.596686242, 0.543563153, 0.503914322),
            "c": (0.83544, 0.598088555, 0.537255096, 0.509279157),
            "f": (0.004, 0.202009999, 0.268694440, 0.198536717),
            "i": (0.991, 0.545477501, 0.219934040, 0.230192498),
            "g": (0, 0, 0, 0),
        },
    )


@pytest.mark.parametrize(
    ("name", "a", "b", "c"),
    [
        ("quadratic-energy", 0.224087660, 0.047814272, 0.186078998),
        ("df-quad", 0.033416099, 0.033416099, 0.288138386),
        ("euler", 1, 0, 0),
    ],
)
def test_a_circle_of_support_and_attack_of_twenty_one(
    name: str, a: float, b: float, c: float
) -> None:
    base = {"a": 1.0} | {f"{letter}{n}": 0.0 for letter in "bc" for n in range(10)}
    bs, cs = (",".join(f"{letter}{n}" for n in range(10)) for letter in "bc")
    found = values(base, f"a+{bs} {bs}+{cs} {cs}-a", name)
    assert (found["a"], found["b3"], found["c7"]) == pytest.approx((a, b, c), abs=1e-9)


FAKE_NEWS = (dict.fromkeys("ABCDEFGH", 0.5), "B,C+A D-A E-B F-D G,H-F")


def test_the_gradients_of_yin_potyka_and_toni() -> None:
    graph, names = a_graph(*FAKE_NEWS)
    semantics = SEMANTICS["df-quad"]
    found = evaluate(graph, semantics)
    slopes = dict(zip(names, gradient(graph, semantics, 0, found), strict=True))
    assert found.values[0] == 0.59375
    assert {name: slopes[name] for name in "CBFGHED"} == {
        "C": 0.375,
        "B": 0.125,
        "F": 0.0625,
        "G": -0.0625,
        "H": -0.0625,
        "E": -0.125,
        "D": -0.4375,
    }


def test_the_film_of_yin_potyka_and_toni() -> None:
    base = {"m": 0.79, "fA": 0.16, "fD": 0.05, "fW": 0.02, "a1": 0.05, "a2": 0.07}
    text = "fA,fD+m fW-m a1,a2+fA"
    graph, names = a_graph(base, text)
    semantics = SEMANTICS["df-quad"]
    found = evaluate(graph, semantics)
    assert (found.values[0], found.values[1]) == pytest.approx((0.84774, 0.25786), abs=5e-6)
    slopes = dict(zip(names, gradient(graph, semantics, 0, found), strict=True))
    assert [slopes[one] for one in ("fA", "a2", "a1", "fD", "fW")] == pytest.approx(
        [0.17626, 0.15920, 0.15585, 0.15585, -0.21], abs=5e-6
    )
    without = {one: values({**base, one: 0.0}, text, "df-quad")["m"] for one in base}
    assert [without[one] for one in ("fA", "a2", "a1", "fD", "fW")] == pytest.approx(
        [0.81954, 0.83660, 0.83995, 0.83995, 0.85194], abs=5e-6
    )


def test_the_same_gradients_by_quadratic_energy() -> None:
    graph, names = a_graph(*FAKE_NEWS)
    semantics = SEMANTICS["quadratic-energy"]
    found = evaluate(graph, semantics)
    slopes = dict(zip(names, gradient(graph, semantics, 0, found), strict=True))
    assert (found.values[0], slopes["C"], slopes["B"], slopes["D"]) == pytest.approx(
        (0.577843, 0.306113, 0.244890, -0.288106), abs=1e-6
    )


def both_ways(count: int) -> list[Edge]:
    """Let two groups of so many attack each other."""
    left, right = range(count), range(count, 2 * count)
    return [
        Edge(one, other, -1.0)
        for sources, targets in ((left, right), (right, left))
        for one in sources
        for other in targets
    ]


@pytest.mark.parametrize(
    ("name", "count", "base", "limit"),
    [
        ("df-quad", 1, 1.0, 0.5),
        ("quadratic-energy", 2, 0.99, 0.497491),
        ("df-quad", 2, 0.9, 0.364022),
        ("mlp", 4, 0.9, 0.524643),
    ],
)
def test_undamped_repetition_may_never_end_and_that_is_told(
    name: str, count: int, base: float, limit: float
) -> None:
    graph = WeightedGraph([base] * 2 * count, both_ways(count))
    undamped = evaluate(graph, SEMANTICS[name], damping=1.0, most_rounds=500)
    (loop,) = undamped.loops
    assert (loop.has_converged, loop.is_certain, loop.rounds) == (False, False, 500)
    assert loop.residual > 0.01
    damped = evaluate(graph, SEMANTICS[name])
    assert damped.has_converged
    assert damped.values == pytest.approx([limit] * 2 * count, abs=1e-6)


@pytest.mark.parametrize(("name", "rounds"), [("euler", 19), ("mlp", 18)])
def test_groups_that_attack_themselves_converge_when_damped(name: str, rounds: int) -> None:
    groups = (range(3), range(3, 6))
    edges = [
        Edge(source, target, -1.0 if own is other else 1.0)
        for own in groups
        for other in groups
        for source in own
        for target in other
    ]
    graph = WeightedGraph([0.41] * 3 + [0.40] * 3, edges)
    assert not evaluate(graph, SEMANTICS[name], damping=1.0, most_rounds=500).has_converged
    (loop,) = evaluate(graph, SEMANTICS[name], damping=0.5).loops
    assert loop.has_converged
    assert abs(loop.rounds - rounds) < 15


@pytest.mark.parametrize(
    ("name", "limit"),
    [("df-quad", 1.0), ("quadratic-energy", 0.647799), ("euler", 0.609285), ("mlp", 0.659046)],
)
def test_circles_of_support_grow_without_evidence(name: str, limit: float) -> None:
    assert values({"a": 0.5, "b": 0.5}, "a+b b+a", name)["a"] == pytest.approx(limit, abs=1e-6)
