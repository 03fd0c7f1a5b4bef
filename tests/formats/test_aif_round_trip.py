"""Nodesets come back as they were, with all of their dirt; and so do maps."""

import json
from collections.abc import Mapping

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import format_named
from argmap.model import ArgumentMap, Json
from argmap.text import TextFile
from tests.claimfile.maps import maps
from tests.formats.nodesets import clean, nodesets, sorted_json, xaifs
from tests.render.strategies import maps as tangles


def _back(name: str, value: Json) -> Json:
    one = format_named(name)
    the_map, _ = one.read(TextFile("a.json", json.dumps(value)))
    again: Json = json.loads(one.write(the_map).text)
    return again


def _same(value: Json) -> str:
    return json.dumps(sorted_json(value), indent=1)


@given(nodesets | clean)
def test_a_nodeset_comes_back_as_it_was(nodeset: dict[str, Json]) -> None:
    assert _same(_back("aif", nodeset)) == _same(nodeset)


@given(xaifs)
def test_xaif_comes_back_as_it_was(whole: dict[str, Json]) -> None:
    assert _same(_back("xaif", whole)) == _same(whole)


def _without(data: Mapping[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in data.items() if name not in {"aif", "xaif"}}


def _plain(the_map: ArgumentMap) -> ArgumentMap:
    return evolve(
        the_map,
        nodes=[evolve(one, data=_without(one.data)) for one in the_map.nodes],
        relations=[evolve(one, data=_without(one.data)) for one in the_map.relations],
        data=_without(the_map.data),
    )


@given(maps() | tangles(), st.sampled_from(["aif", "xaif"]))
def test_a_map_comes_back_as_it_was(the_map: ArgumentMap, name: str) -> None:
    one = format_named(name)
    written = one.write(the_map)
    read, findings = one.read(TextFile("a.json", written.text))
    assert _plain(read) == _plain(the_map)
    assert [one.message for one in findings] == []
    assert written.losses == ()
