"""`argmap assess` on maps: statuses and reasons, suppositions, numbers, proof standards."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("city")


def test_statuses_are_told_with_their_reasons(call: Call, city: Path) -> None:
    with city.open("a", encoding="utf-8") as file:
        file.write("  rose: {text: Taxis rose., contrasts: [should-charge]}\n")
    assert call("assess").output == (
        "city\n"
        "  supported   claim    should-charge: steps lead to it from evidence\n"
        "  supported   claim    cuts-traffic: steps lead to it from evidence\n"
        "  supported   evidence counts: cites a source\n"
        "  unsupported evidence rose: cites no source\n"
        "  3 supported, 1 unsupported\n"
    )
    (told,) = json.loads(call("assess", "--format", "json").stdout)["maps"]
    assert told["nodes"][0] == {
        "id": "should-charge",
        "kind": "claim",
        "status": "supported",
        "cause": "steps",
        "support": ["counts supports cuts-traffic", "cuts-traffic supports should-charge"],
        "objections": [],
        "lacks": [],
        "way": [],
        "end": None,
    }


def test_one_node_is_told_with_what_leads_to_it(call: Call) -> None:
    assert call("assess", "--why", "cuts-traffic").output.startswith("'cuts-traffic' is supported")
    told = json.loads(call("assess", "--why", "cuts-traffic", "--format", "json").stdout)
    assert (told["node"], told["status"], told["cause"]) == ("cuts-traffic", "supported", "steps")


def test_what_would_change_is_told(call: Call) -> None:
    assert call("assess", "--what-if", "counts=out").output == (
        "if 'counts' were out:\n"
        "  'should-charge': supported → unsupported\n"
        "  'cuts-traffic': supported → unsupported\n"
    )
    told = json.loads(call("assess", "--what-if", "counts=out", "--format", "json").stdout)
    assert told["supposed"] == {"counts": "out"}
    assert [one["node"] for one in told["changes"]] == ["should-charge", "cuts-traffic"]


def test_what_would_change_one_status_is_told(call: Call) -> None:
    assert call("assess", "--flips", "should-charge").output == (
        "without 'cuts-traffic' 'should-charge' is unsupported\n"
        "without 'counts' 'should-charge' is unsupported\n"
    )
    told = json.loads(call("assess", "--flips", "cuts-traffic", "--format", "json").stdout)
    assert told == {
        "version": 1,
        "node": "cuts-traffic",
        "status": "supported",
        "changes": [{"without": "counts", "after": "unsupported"}],
        "looked_at": 1,
        "of": 1,
    }


def test_what_moves_a_strength_is_told(call: Call) -> None:
    arguments = ("assess", "--why", "cuts-traffic", "--semantics", "df-quad")
    assert call(*arguments).output == (
        "'cuts-traffic' has strength 0.750\n"
        "  if it is lost   gradient    of\n"
        "  -0.250          +0.500      counts\n"
    )
    told = json.loads(call(*arguments, "--format", "json").stdout)
    assert told["influences"] == [{"node": "counts", "loss": 0.25, "gradient": 0.5}]
    assert (told["strength"], told["converged"], told["looked_at"]) == (0.75, True, 1)


def test_what_is_withdrawn_has_no_strength(call: Call, city: Path) -> None:
    with city.open("a", encoding="utf-8") as file:
        file.write("  rose: {text: Taxis rose., withdrawn: miscounted}\n")
    result = call("assess", "--why", "rose", "--semantics", "euler")
    assert (result.exit_code, result.output) == (
        2,
        "argmap: 'rose' is withdrawn, so it has no strength\n",
    )


def test_bounds_are_told(call: Call) -> None:
    assert call("assess", "--semantics", "bounds").output.splitlines()[1:] == [
        "  0.500 to 0.500  should-charge",
        "  0.500 to 0.500  cuts-traffic",
        "  0.500 to 0.500  counts",
    ]
    told = json.loads(call("assess", "--semantics", "bounds", "--format", "json").stdout)
    assert told["maps"][0]["nodes"][2] == {"id": "counts", "low": 0.5, "high": 0.5}


def test_numbers_are_told_with_what_they_assume(call: Call) -> None:
    output = call("assess", "--semantics", "df-quad").output
    assert output.startswith("strength by df-quad (")
    (told,) = json.loads(call("assess", "--semantics", "df-quad", "--format", "json").stdout)[
        "maps"
    ]
    assert {one["id"]: one["strength"] for one in told["nodes"]} == {
        "should-charge": 0.875,
        "cuts-traffic": 0.75,
        "counts": 0.5,
    }


def test_proof_standards_are_told_with_their_thresholds(call: Call) -> None:
    arguments = ("--semantics", "proof-standard", "--standard", "BRD")
    output = call("assess", *arguments, "--thresholds", "gordon-walton").output
    assert output.startswith("proof standard BRD; thresholds gordon-walton: ")
    (told,) = json.loads(call("assess", *arguments, "--format", "json").stdout)["maps"]
    assert told["standard"] == "BRD"
    assert [one["id"] for one in told["nodes"]] == ["should-charge", "cuts-traffic", "counts"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--why", "cuts-trafic"), "did you mean 'cuts-traffic'?"),
        (("--why", "counts supports cuts-traffic"), "is a relation; `argmap show` tells"),
        (("--what-if", "counts"), "'counts' supposes nothing; write an id with out or in"),
        (("--what-if", "counts=gone"), "gone"),
        (("--why", "counts", "--what-if", "counts=out"), "one at a time"),
        (("--why", "counts", "--flips", "counts"), "one at a time"),
        (("--why", "counts", "--semantics", "bounds"), "are about structural status"),
        (("--flips", "counts", "--semantics", "euler"), "are about structural status"),
        (("--flips", "counts supports cuts-traffic"), "is a relation; `argmap show` tells"),
        (("--semantics", "proof-standard", "--thresholds", "x"), "there are no thresholds 'x'"),
    ],
)
def test_what_cannot_be_asked_is_said(call: Call, arguments: list[str], message: str) -> None:
    result = call("assess", *arguments)
    assert result.exit_code == 2
    assert message in result.output
