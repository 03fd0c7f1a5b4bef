"""How a map enters a weighted graph, and what moves its claims."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.assess.gradual import SEMANTICS, influences, strengths
from argmap.findings import InvalidValueError, UnknownIdError, UsageError
from argmap.model import ArgumentMap, Claim, Evidence, Relation
from tests.assess.maps import a_map, maps


def weighed(argument_map: ArgumentMap, confidence: dict[str, float]) -> ArgumentMap:
    """Declare confidence for nodes."""
    nodes = [evolve(node, confidence=confidence.get(node.id)) for node in argument_map.nodes]
    return evolve(argument_map, nodes=nodes)


def value(argument_map: ArgumentMap, linked: str = "product") -> float:
    return strengths(argument_map, "df-quad", linked=linked).values["m"]


def test_confidence_is_the_base_score_and_a_half_where_there_is_none() -> None:
    assert value(weighed(a_map("E + m"), {"E": 0.8})) == pytest.approx(0.5 + 0.5 * 0.8)
    assert value(a_map("E + m")) == pytest.approx(0.75)
    assert strengths(a_map("E + m"), unstated=0.2).values["E"] == 0.2


def test_the_strength_of_a_relation_is_the_weight_of_its_edge() -> None:
    the_map = ArgumentMap(
        nodes=[Claim("m"), Evidence("E")],
        relations=[Relation("contrasts", ["E"], "m", strength=0.4)],
    )
    assert value(the_map) == pytest.approx(0.5 - 0.5 * 0.2)


@pytest.mark.parametrize(("linked", "joint"), [("product", 0.48), ("minimum", 0.6)])
def test_linked_premises_count_as_their_product_or_as_the_weakest(
    linked: str, joint: float
) -> None:
    the_map = weighed(a_map("E F + m as step"), {"E": 0.8, "F": 0.6})
    assert value(the_map, linked) == pytest.approx(0.5 + 0.5 * joint)
    assert strengths(the_map, linked=linked).values["step"] == pytest.approx(joint)


def test_an_undercut_attenuates_the_step_and_is_attenuated_itself() -> None:
    the_map = weighed(
        a_map("E + m as step; F x step as doubt; G x doubt"), {"E": 0.8, "F": 0.5, "G": 0.4}
    )
    found = strengths(the_map, "df-quad").values
    assert found["doubt"] == pytest.approx(0.5 * (1 - 0.4))
    assert found["step"] == pytest.approx(0.8 * (1 - 0.3))
    assert found["m"] == pytest.approx(0.5 + 0.5 * 0.56)


def test_what_restates_a_claim_is_the_same_claim() -> None:
    the_map = weighed(a_map("twin = m; E + twin; F + m"), {"twin": 0.2, "E": 0.5, "F": 0.5})
    found = strengths(the_map, "df-quad")
    assert found.values["m"] == found.values["twin"] == pytest.approx(0.2 + 0.8 * 0.75)
    assert found.circles == ()


def test_nothing_supports_itself_by_a_restatement() -> None:
    assert strengths(a_map("twin = m; twin + m; m + m")).values["m"] == 0.5


def test_a_restatement_that_is_undercut_joins_nothing() -> None:
    the_map = a_map("twin = m as same; E + twin; F x same")
    assert strengths(the_map).values["m"] == 0.5


def test_what_is_withdrawn_or_missing_takes_its_relations_along() -> None:
    the_map = a_map("E + m; F G + m")
    nodes = [evolve(node, withdrawn="wrong") if node.id == "E" else node for node in the_map.nodes]
    left = evolve(the_map, nodes=[node for node in nodes if node.id != "G"])
    assert strengths(left).values == {"m": 0.5, "F": 0.5}


def test_circles_and_what_cannot_be_moved_are_told() -> None:
    the_map = weighed(a_map("a + b; b + a; E - m"), {"m": 1.0})
    found = strengths(the_map, "euler")
    assert (found.circles, found.unmoved, found.has_converged) == ((("a", "b"),), ("m",), True)
    assert strengths(the_map, "quadratic-energy").unmoved == ()


def test_an_unknown_semantics_is_said() -> None:
    with pytest.raises(
        UsageError, match=r"^there is no gradual semantics 'eular'; did you mean 'euler'"
    ):
        strengths(a_map("E + m"), "eular")
    with pytest.raises(UsageError, match=r"there are df-quad, quadratic-energy, euler, mlp$"):
        strengths(a_map("E + m"), "zzz")


def test_an_unknown_way_to_link_and_a_score_out_of_bounds_are_said() -> None:
    with pytest.raises(UsageError) as raised:
        strengths(a_map("E + m"), linked="mean")
    assert str(raised.value) == ("premises cannot be linked by 'mean'; there are product, minimum")
    with pytest.raises(InvalidValueError, match="the base score of unit 0 is 2"):
        strengths(a_map("E + m"), unstated=2)


def test_what_moves_a_claim_most_comes_first() -> None:
    the_map = weighed(a_map("E + m; F - m; G + a; a + m"), {"E": 0.9, "F": 0.3, "G": 0.1})
    found = influences(the_map, "m", "df-quad")
    assert [one.node for one in found.influences] == ["E", "F", "a", "G"]
    assert (found.looked_at, found.all_nodes, found.has_converged) == (4, 4, True)
    assert found.influences[0].gradient > 0 > found.influences[1].gradient
    assert (influences(the_map, "m", most=1).looked_at) == 1


def test_where_the_gradient_is_0_the_loss_may_not_be() -> None:
    found = influences(a_map("E + m; F - m"), "m")
    assert [(one.node, one.gradient) for one in found.influences] == [("E", 0.0), ("F", 0.0)]
    assert [one.loss for one in found.influences] == pytest.approx([0.1, -0.1])


def test_influences_of_nothing_are_refused() -> None:
    with pytest.raises(UnknownIdError, match="did you mean 'main'"):
        influences(a_map("E + main"), "mian")


@settings(deadline=None)
@given(maps(stances="+++--x="), st.sampled_from(list(SEMANTICS)), st.integers(0, 6))
def test_a_loss_is_what_a_map_without_the_node_has_less(
    the_map: ArgumentMap, name: str, number: int
) -> None:
    live = [node for node in the_map.nodes if node.withdrawn is None]
    alone = [one for one in the_map.relations if one.stance != "restates"]
    plain = ArgumentMap(nodes=live, relations=alone)
    whole = strengths(plain, name)
    lost = live[number % len(live)].id
    if lost == live[0].id or not whole.has_converged:
        return
    less = strengths(plain.with_replaced(evolve(plain.node(lost), withdrawn="gone")), name)
    if not less.has_converged:
        return
    told = {one.node: one.loss for one in influences(plain, live[0].id, name).influences}
    difference = whole.values[live[0].id] - less.values[live[0].id]
    assert told.get(lost, 0.0) == pytest.approx(difference, abs=1e-6)
