"""`argmap assess`: maps, and frameworks in files."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call

pysat = pytest.importorskip("pysat", reason="python-sat is not installed")

TOGETHER = (
    "go together: a problem, and the file that it is about; "
    "a report on maps is chosen with --format"
)


@pytest.fixture
def choice() -> Path:
    path = Path("choice.af")
    path.write_text("p af 3\n1 2\n2 1\n2 3\n")
    return path


@pytest.mark.usefixtures("city")
def test_what_stands_is_told_of_each_node(call: Call) -> None:
    result = call("assess", "--semantics", "grounded")
    assert result.exit_code == 0
    assert result.output == (
        "city: grounded semantics, evidential reduction\n"
        "  in some  in all  verdict       id\n"
        "  yes      yes     accepted      should-charge\n"
        "  yes      yes     accepted      cuts-traffic\n"
        "  yes      yes     accepted      counts\n"
        "  3 accepted\n"
    )


def test_semantics_and_reduction_are_named_in_json(call: Call, city: Path) -> None:
    city.write_text("claims: {a: {text: A., contrasts: [b]}, b: {text: B., contrasts: [a]}}\n")
    options = ("--semantics", "preferred", "--reduction", "deductive", "--format", "json")
    assert json.loads(call("assess", *options).stdout) == {
        "version": 1,
        "maps": [
            {
                "name": "city",
                "title": "",
                "semantics": "preferred",
                "reduction": "deductive",
                "nodes": [
                    {
                        "id": name,
                        "kind": "claim",
                        "credulous": True,
                        "skeptical": False,
                        "verdict": "defensible",
                    }
                    for name in "ab"
                ],
            }
        ],
    }


def test_that_there_is_no_stable_extension_is_said(call: Call, city: Path) -> None:
    city.write_text(
        "claims: {a: {text: A., assumed: x, contrasts: [a2]}, a2: {text: B., restates: [a]}}\n"
    )
    assert call("assess", "--semantics", "stable").output == (
        "city: stable semantics, evidential reduction\n"
        "  in some  in all  verdict       id\n"
        "  -        -       no extension  a\n"
        "  -        -       no extension  a2\n"
        "  2 no extension\n"
        "  there is no stable extension, so that nothing can be said; "
        "take semi-stable or preferred semantics\n"
    )


def test_an_empty_map_has_nothing_to_tell(call: Call, city: Path) -> None:
    city.write_text("map: {title: T}\n")
    assert call("assess").output == "city\n  the map has no nodes\n"
    output = call("assess", "--semantics", "grounded").output
    assert output.endswith("id\n  the map has no nodes\n")


def test_at_the_limit_what_is_unknown_is_said(call: Call, city: Path) -> None:
    city.write_text("claims: {a: {text: A., contrasts: [b]}, b: {text: B., contrasts: [a]}}\n")
    options = ("--semantics", "preferred", "--reduction", "deductive", "--limit", "0")
    result = call("assess", *options)
    assert result.exit_code == 1
    assert "  2 unknown\n" in result.stdout
    assert result.stderr == (
        "argmap: not all was decided within 0 seconds; allow more with --limit\n"
    )


def test_a_problem_of_iccma_is_answered_as_that_wants_it(call: Call, choice: Path) -> None:
    result = call("assess", "-p", "DC-PR", "-f", str(choice), "-a", "3")
    assert (result.exit_code, result.output) == (0, "YES\nw 1 3\n")
    text = "arg(a).arg(b).att(a,b).att(b,a)."
    result = call("assess", "-p", "ee-st", "-f", "-", "-fo", "apx", stdin=text)
    assert result.output == "[\n[a]\n[b]\n]\n"


def test_what_can_be_solved_and_read_is_listed(call: Call) -> None:
    listed = call("assess", "--problems").output
    assert listed.startswith("[SE-CO,EE-CO,CE-CO,DC-CO,DS-CO,SE-GR,")
    assert call("assess", "--formats").output == "[af,apx,tgf]\n"


def test_a_yes_that_says_nothing_is_remarked_beside_it(call: Call) -> None:
    Path("odd.af").write_text("p af 3\n1 2\n2 3\n3 1\n")
    result = call("assess", "-p", "DS-ST", "-f", "odd.af", "-a", "1")
    assert (result.exit_code, result.stdout) == (0, "YES\n")
    assert result.stderr == (
        "argmap: there is no stable extension, so that this YES says nothing\n"
    )


def test_a_file_that_is_too_large_is_refused(
    call: Call, choice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.cli.solving.MOST_BYTES", 4)
    result = call("assess", "-p", "SE-GR", "-f", str(choice))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "argmap: 'choice.af' is larger than 0 MB; that is too much\n"


def test_an_unknown_answer_is_none(call: Call, choice: Path) -> None:
    result = call("assess", "-p", "SE-PR", "-f", str(choice), "--limit", "0")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "argmap: SE-PR of 'choice.af': not decided within the limit; "
        "the answer is unknown, allow more time\n"
    )


def test_without_a_solver_the_way_to_one_is_told(
    call: Call, choice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    assert call("assess", "-p", "SE-GR", "-f", str(choice)).output == "w\n"
    result = call("assess", "-p", "SE-PR", "-f", str(choice))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("install it with `pip install 'argmap[sat]'`\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("-p SE-PR", f"-p and -f {TOGETHER}"),
        ("-f choice.af", f"-p and -f {TOGETHER}"),
        ("-a 1", "-a and -fo go with a problem; name it with -p, and its file with -f"),
        (
            "claims -p SE-PR -f choice.af",
            "-p is about the framework in -f; leave the paths of maps away",
        ),
        ("-p SE-PR -f nothing.af", "cannot read 'nothing.af': no such file or directory"),
        ("-p SE-PR -f latin.af", "'latin.af' is not in UTF-8 (byte 2); save it in UTF-8"),
        ("-p DC-PR -f choice.af -a 4", "there is no argument '4' in this framework"),
        (
            "-p DC-PR -f bad.af -a 4",
            "bad.af:2:3: '2' is no argument; arguments are numbers from 1 to 1",
        ),
    ],
)
@pytest.mark.usefixtures("choice")
def test_wrong_use_is_told(call: Call, arguments: str, message: str) -> None:
    Path("latin.af").write_bytes(b"# \xe9\np af 0\n")
    Path("bad.af").write_text("p af 1\n1 2\n")
    result = call("assess", *arguments.split())
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"argmap: {message}\n")
