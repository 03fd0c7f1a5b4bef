"""Weighing never raises, whatever a map holds: double ids, missing ends, aliases, nasty texts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.assess import assess
from argmap.assess.arrays import STATUSES, array_map, array_statuses
from argmap.assess.bearing import load_bearing
from argmap.assess.bounds import bounds
from argmap.assess.carneades import Standard, proved
from argmap.assess.cuts import smallest_cut
from argmap.assess.flips import flips
from argmap.assess.gradual import SEMANTICS, influences, strengths
from argmap.assess.what_if import what_if
from argmap.assess.why import why
from argmap.model import ArgumentMap
from argmap.reports.reasons import describe_bearing, describe_flips, describe_what_if, describe_why
from tests.claimfile.maps import maps


@settings(deadline=None, max_examples=60)
@given(maps(), st.integers(0, 20))
def test_the_reasons_of_every_node_can_be_told(the_map: ArgumentMap, number: int) -> None:
    assessment = assess(the_map)
    for node in the_map.nodes:
        assert describe_why(why(the_map, node.id, assessment))
    for name in ("nothing", *assessment.statuses)[: number + 1]:
        bearing, cut = load_bearing(the_map, name), smallest_cut(the_map, name)
        assert describe_bearing(the_map, bearing, cut) or not bearing.nodes
        assert describe_flips(flips(the_map, name))
    for name in (*assessment.statuses, *the_map.relations_by_id):
        assert describe_what_if(what_if(the_map, {name: "out"}))


@settings(deadline=None, max_examples=60)
@given(maps(), st.sampled_from(list(SEMANTICS)), st.sampled_from(list(Standard)))
def test_every_map_has_numbers(the_map: ArgumentMap, semantics: str, standard: Standard) -> None:
    found = strengths(the_map, semantics, most_rounds=100)
    assert all(0 <= value <= 1 for value in found.values.values())
    for node in the_map.nodes:
        if node.withdrawn is None and node.id in found.values:
            assert influences(the_map, node.id, semantics, most=2).looked_at <= 2
    assert all(one.low <= one.high for one in bounds(the_map).values())
    assert set(proved(the_map, standard).labels) <= set(assess(the_map).statuses)


@settings(deadline=None, max_examples=60)
@given(maps())
def test_every_map_has_statuses_on_arrays(the_map: ArgumentMap) -> None:
    codes = array_statuses(array_map(the_map)).tolist()
    assert len(codes) == len({node.id for node in the_map.nodes})
    assert all(0 <= code < len(STATUSES) for code in codes)
