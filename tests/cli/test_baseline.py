"""`argmap baseline`: what was wrong before is counted, and what is new fails."""

import json
from pathlib import Path

from tests.cli.conftest import Call

BEFORE = """\
map: {title: Should we?}
claims:
  should-charge: {text: We should charge., main: true, supporting: [cuts-traffic]}
  cuts-traffic: {text: A charge cuts traffic.}
  is-fair: {text: A charge is fair., supports: [should-charge]}
evidence:
  counts: {text: Counts fell., supports: [should-charge]}
"""


def lay(text: str = BEFORE) -> Path:
    path = Path("claims/city.yaml")
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path


def last_line(output: str) -> str:
    return output.splitlines()[-1]


def test_what_is_known_is_counted_and_does_not_fail(call: Call) -> None:
    lay()
    assert call("check").exit_code == 1
    made = call("baseline")
    assert (made.exit_code, made.output) == (0, "wrote argmap-baseline.json: 4 findings known\n")
    result = call("check")
    assert result.exit_code == 0
    assert result.output == (
        "checked 1 map, 3 claims, 1 evidence, 3 relations, 0 passages: "
        "0 errors, 0 warnings, 0 notes, 4 known\n"
    )


def test_what_is_new_is_told_alone(call: Call) -> None:
    path = lay()
    call("baseline")
    path.write_text(f"# moved by a line\n{BEFORE}".replace("A charge is fair.", "TODO"))
    result = call("check", "-f", "concise")
    assert result.exit_code == 0
    assert [line.split(": ")[1] for line in result.output.splitlines()[:-1]] == [
        "warning placeholder (601)"
    ]
    assert last_line(result.output).endswith("0 errors, 1 warning, 0 notes, 4 known")


def test_what_is_mended_is_said_once_all_is_looked_at(call: Call) -> None:
    path = lay()
    call("baseline")
    path.write_text(BEFORE.replace("supports: [should-charge]}\nev", "withdrawn: it is not}\nev"))
    message = "argmap: 1 finding is gone from what is known; run `argmap baseline` to forget them\n"
    assert call("check").stderr == message
    assert call("check", "--select", "201").stderr == ""
    assert call("baseline").output == "wrote argmap-baseline.json: 3 findings known\n"
    assert call("baseline").output == "left alone argmap-baseline.json: 3 findings known\n"
    assert call("check").stderr == ""


def test_all_is_told_on_demand(call: Call) -> None:
    lay()
    call("baseline")
    assert last_line(call("check", "--no-baseline").output).endswith("3 errors, 1 warning, 0 notes")


def test_a_baseline_may_have_another_place(call: Call) -> None:
    lay()
    assert json.loads(call("baseline", "-o", "-").output)["version"] == "argmap/v1"
    Path("argmap.toml").write_text('baseline = "known/all.json"\n')
    assert call("baseline").output == "wrote known/all.json: 4 findings known\n"
    assert call("check").exit_code == 0
    call("baseline", "-o", "here.json")
    Path("known/all.json").unlink()
    assert call("check").exit_code == 1
    assert call("check", "--baseline", "here.json").exit_code == 0


def test_a_file_that_is_no_baseline_is_said(call: Call) -> None:
    lay()
    Path("other.json").write_text("{}")
    result = call("check", "--baseline", "other.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "argmap: 'other.json': this is no baseline of version argmap/v1; "
        "make one with `argmap baseline`\n"
    )
    missing = call("check", "--baseline", "nowhere.json")
    assert missing.exit_code == 2
    assert missing.stderr.startswith(
        "argmap: 'nowhere.json' is no baseline: the file cannot be read: "
    )
