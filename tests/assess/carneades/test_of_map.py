"""What proof standards say of the claims of a map."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.assess import assess
from argmap.assess.carneades import Standard, proved
from argmap.findings import UsageError
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation
from tests.assess.maps import a_map, maps


def strong(argument_map: ArgumentMap, **strengths: float) -> ArgumentMap:
    relations = [evolve(one, strength=strengths.get(one.id)) for one in argument_map.relations]
    return evolve(argument_map, relations=relations)


def verdict(argument_map: ArgumentMap, standard: str = "PE") -> str:
    return str(proved(argument_map, standard).labels["m"])


def test_a_claim_is_in_when_what_supports_it_outweighs_what_contrasts_it() -> None:
    the_map = a_map("E + m as pro; F - m as con")
    assert verdict(strong(the_map, pro=0.8, con=0.3)) == "in"
    assert verdict(strong(the_map, pro=0.3, con=0.8)) == "out"
    assert proved(strong(the_map, pro=0.3, con=0.8)).opposed == {"m"}
    assert verdict(the_map) == "out"


def test_higher_standards_ask_for_more() -> None:
    the_map = strong(a_map("E + m as pro; F - m as con"), pro=0.8, con=0.3)
    found = {one: verdict(the_map, one) for one in Standard}
    assert found == {"SE": "in", "PE": "in", "CCE": "out", "BRD": "out", "DV": "out"}
    assert proved(the_map, "CCE", "gordon-walton").labels["m"] == "in"
    assert proved(the_map, "CCE", "gordon-walton").found.thresholds.name == "gordon-walton"


def test_an_undercut_takes_an_argument_away_unless_it_is_undercut() -> None:
    assert verdict(a_map("E + m as step; F x step")) == "out"
    assert verdict(a_map("E + m as step; F x step as doubt; G x doubt")) == "in"


def test_what_restates_a_claim_has_its_label() -> None:
    found = proved(a_map("E + twin; twin = m")).labels
    assert (found["twin"], found["m"]) == ("in", "in")


def test_nothing_supports_itself() -> None:
    assert verdict(a_map("twin = m; twin + m; E + m")) == "in"
    assert verdict(a_map("twin = m; twin + m")) == "out"


def test_ids_that_nodes_had_before_are_no_ends() -> None:
    the_map = ArgumentMap(
        nodes=[Claim("m", aliases=["old"]), Evidence("E", passages=[Passage("s")])],
        relations=[Relation("supports", ["E"], "old"), Relation("contrasts", ["old"], "E")],
    )
    assert proved(the_map).labels == {"m": "out", "E": "in"}


def test_what_is_assumed_is_given_until_something_outweighs_it() -> None:
    assert verdict(a_map("so E + m", assumed="so")) == "in"
    assert verdict(a_map("so E + m; F - so", assumed="so")) == "out"


def test_a_circle_is_undecided_and_evidence_that_enters_decides_it() -> None:
    assert verdict(a_map("m + a; a + m")) == "undecided"
    assert verdict(a_map("m + a; a + m; E + a")) == "in"


def test_an_unknown_standard_is_said() -> None:
    with pytest.raises(UsageError) as raised:
        proved(a_map("E + m"), "XX")
    assert str(raised.value) == ("there is no proof standard 'XX'; there are SE, PE, CCE, BRD, DV")


@given(maps(stances="++++x="), st.sampled_from(["SE", "PE", "DV"]))
def test_without_contrast_what_is_grounded_is_in(the_map: ArgumentMap, standard: str) -> None:
    labels = proved(the_map, standard).labels
    standing = assess(the_map)
    undercut = {one.target for one in the_map.relations if one.stance == "undercuts"}
    if not undercut:
        assert all(labels[one] == "in" for one in labels if standing.is_grounded(one))
    assert set(labels) == {node.id for node in the_map.nodes if node.withdrawn is None}
