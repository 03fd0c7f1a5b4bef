"""Nothing that weighs a map recurses, or takes more than a pass or a few."""

from argmap.assess.bearing import load_bearing
from argmap.assess.bounds import bounds
from argmap.assess.carneades import proved
from argmap.assess.cuts import smallest_cut
from argmap.assess.gradual import influences, strengths
from argmap.assess.what_if import what_if
from argmap.assess.why import why
from argmap.model import ArgumentMap
from tests.assess.maps import a_map

LENGTH = 5000


def chain(end: str) -> ArgumentMap:
    text = ";".join(f"n{number + 1} + n{number}" for number in range(LENGTH))
    return a_map(f"{text};{end}")


def test_a_very_long_chain_is_weighed_without_recursion() -> None:
    the_map = chain(f"E + n{LENGTH}")
    assert len(why(the_map, "n0").support) == LENGTH + 1
    assert len(load_bearing(the_map, "n0").nodes) == LENGTH + 1
    assert smallest_cut(the_map, "n0", only_evidence=True).nodes == ("E",)
    assert len(what_if(the_map, {"E": "out"}).changes) == LENGTH + 1
    assert bounds(the_map)["n0"].low == 0.5
    assert proved(the_map).labels["n0"] == "in"
    assert strengths(the_map).has_converged
    assert influences(the_map, "n0", most=1).all_nodes == LENGTH + 1


def test_a_very_long_circle_is_told() -> None:
    the_map = chain(f"n0 + n{LENGTH}")
    assert len(why(the_map, "n0").way) == LENGTH + 2
    assert proved(the_map).labels["n0"] == "undecided"
    found = strengths(the_map, "mlp")
    assert (len(found.circles[0]), found.has_converged) == (LENGTH + 1, True)
