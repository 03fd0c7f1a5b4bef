"""`argmap todo`: what to review next."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.project.repositories import alone, commit, git

pytestmark = pytest.mark.usefixtures("city")
FILE = "claims/city/all.yaml"


def test_what_is_left_is_told_with_its_place_and_what_hangs_on_it(call: Call) -> None:
    call("review", "should-charge", "--accept", "--by", "Ann")
    call("flag", "counts", "weak-source", "-m", "One year.", "--by", "Ann")
    assert call("todo").stdout == (
        f"{FILE}:8:3: counts: nobody has reviewed it; Ann flags it as weak-source; "
        "1 main claim falls with it\n"
        "    Counts fell.\n"
        f"{FILE}:6:3: cuts-traffic: nobody has reviewed it; 1 main claim falls with it\n"
        "    A charge cuts traffic.\n"
        "left to review: 2 of 3 nodes\n"
    )


def test_the_list_is_cut_and_says_so(call: Call) -> None:
    assert call("todo", "-n", "1").stdout.splitlines()[-1] == (
        "left to review: 3 of 3 nodes; above is the first, -n tells more"
    )


def test_one_reviewer_has_their_own_list(call: Call) -> None:
    for node in ("should-charge", "cuts-traffic", "counts"):
        call("review", node, "--accept", "--by", "Ann")
    assert call("todo").stdout == "nothing is left to review: 3 nodes\n"
    assert call("todo", "--by", "Ann").stdout == "nothing is left to review for Ann: 3 nodes\n"
    assert call("todo", "--by", "Bob").stdout.splitlines()[-1] == (
        "left to review for Bob: 3 of 3 nodes"
    )


def test_mine_is_that_of_whom_git_knows(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    alone(monkeypatch, Path())
    commit()
    git("config", "user.name", "Cem")
    assert call("todo", "--mine").stdout.splitlines()[-1] == "left to review for Cem: 3 of 3 nodes"


def test_only_what_a_branch_concerns_is_listed(
    call: Call, city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone(monkeypatch, Path())
    commit()
    assert call("todo", "--changed", "HEAD").stdout == (
        "nothing is left to review: 0 nodes that changed since HEAD, or touch that\n"
    )
    text = city.read_text(encoding="utf-8")
    city.write_text(text.replace("Counts fell.", "Counts fell by half."), encoding="utf-8")
    told = call("todo", "--changed", "HEAD").stdout.splitlines()
    assert [line.split(": ")[1] for line in told[:-1:2]] == ["cuts-traffic", "counts"]
    assert told[-1] == "left to review: 2 of 2 nodes that changed since HEAD, or touch that"


def test_standard_input_has_no_earlier_state(call: Call) -> None:
    result = call("todo", "-", "--changed", "HEAD", stdin="claims: {a: {text: A.}}\n")
    assert (result.exit_code, result.stderr) == (
        2,
        "argmap: standard input has no earlier state; give paths with --changed\n",
    )


def test_programs_get_all_of_it(call: Call) -> None:
    call("flag", "counts", "unclear", "--by", "Ann")
    report = json.loads(call("todo", "-f", "json").stdout)
    assert {key: report[key] for key in ("version", "left", "nodes")} == {
        "version": 1,
        "left": 3,
        "nodes": 3,
    }
    assert report["tasks"][0] == {
        "map": "city",
        "id": "counts",
        "kind": "evidence",
        "type": None,
        "text": "Counts fell.",
        "status": "supported",
        "review": "new",
        "flags": ["unclear"],
        "why": ["nobody has reviewed it", "Ann flags it as unclear"],
        "main": False,
        "mainClaimsResting": 1,
        "mainClaimsFalling": 1,
        "path": FILE,
        "line": 8,
        "column": 3,
    }
