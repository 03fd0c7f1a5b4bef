"""Whatever a request asks for, it is done or refused in words."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from argmap.cli.commands.serve import gathered
from argmap.findings import ArgmapError
from argmap.web import Desk
from tests.web.conftest import CLAIMS

pytest.importorskip("starlette", reason="needs starlette")

VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=20),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=2),
    max_leaves=5,
)
IDS = some.sampled_from(["cuts-traffic", "should-charge", "counts", "nothing"])
STEPS = some.lists(
    some.fixed_dictionaries(
        {
            "stance": some.sampled_from(["supports", "contrasts", "undercuts"]),
            "from": some.lists(IDS | some.text(max_size=5), max_size=2),
        }
    ),
    max_size=2,
)
FIELDS: dict[str, some.SearchStrategy[Any]] = {
    "verb": some.sampled_from(["accept", "flag", "resolve", "waive"]) | VALUES,
    "comment": VALUES,
    "kind": some.sampled_from(["unclear"]) | VALUES,
    "of": some.sampled_from(["Ann"]) | VALUES,
    "relation": some.sampled_from(["counts supports cuts-traffic"]) | VALUES,
    "rule": some.sampled_from(["unsupported-claim", "201"]) | VALUES,
    "reason": VALUES,
    "until": some.sampled_from(["2027-01-31", "0000-00-00"]) | VALUES,
    "text": some.text(max_size=40) | VALUES,
    "type": some.sampled_from(["fact", ""]) | VALUES,
    "add": STEPS | VALUES,
    "remove": STEPS | VALUES,
}


@pytest.mark.usefixtures("_city")
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(IDS, some.fixed_dictionaries({}, optional=FIELDS))
def test_nothing_breaks_and_the_map_can_be_read_after(node_id: str, more: dict[str, Any]) -> None:
    from argmap.web.acting import act  # noqa: PLC0415 - an extra
    from argmap.web.described import digest_of  # noqa: PLC0415 - the same
    from argmap.web.editing import edit  # noqa: PLC0415 - the same

    desk = Desk(lambda: gathered(()), "Ann")
    laid = desk.seen().map("city")
    node = laid.loaded.map.nodes_by_id.get(node_id)
    read = laid.standing(node).now.rests_on if node else "x"
    digest = digest_of(laid.loaded.files[0])
    asked = {"map": "city", "node": node_id, "read": read, "digest": digest, **more}
    for do in (act, edit):
        with suppress(ArgmapError):
            do(desk, asked)
    after = desk.seen().map("city").loaded
    assert {one.id for one in after.map.nodes} == {one.id for one in laid.loaded.map.nodes}
    assert "invalid-file" not in {one.rule for one in after.findings}
    assert CLAIMS.read_text(encoding="utf-8").startswith("# yaml-language-server:")
