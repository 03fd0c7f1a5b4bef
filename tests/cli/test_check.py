"""`argmap check`: every way in, every exit code, and what is printed."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Call

UNSUPPORTED = "claims:\n  a: {text: Nothing supports me.}\n"
ORPHAN = (
    "sources: {s: {title: S}}\n"
    "claims: {a: {text: A., supporting: [e]}}\n"
    "evidence: {e: {text: E., cites: s}, f: {text: F., cites: s}}\n"
)
CLEAN_LINE = (
    "checked 1 map, 2 claims, 1 evidence, 2 relations, 1 passage: 0 errors, 0 warnings, 0 notes\n"
)


def lay(path: str, text: str | bytes = UNSUPPORTED) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode() if isinstance(text, str) else text)


@pytest.mark.usefixtures("city")
def test_a_clean_project(call: Call) -> None:
    result = call("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, CLEAN_LINE, "")


def test_a_finding_is_shown_with_its_line_and_help(call: Call) -> None:
    lay("claims/a.yaml")
    result = call("check")
    assert result.exit_code == 1
    assert result.output == (
        "claims/a.yaml:2:3: error unsupported-claim (201): nothing supports 'a'\n"
        "    2 |   a: {text: Nothing supports me.}\n"
        "      |   ^\n"
        "  help: add evidence under `supporting:`, or say why it needs none with `assumed:`\n"
        "checked 1 map, 1 claim, 0 evidence, 0 relations, 0 passages: "
        "1 error, 0 warnings, 0 notes\n"
    )


def test_several_maps_are_checked_together(call: Call) -> None:
    lay("claims/one/a.yaml")
    lay("claims/two/a.yaml")
    result = call("check", "-f", "concise")
    assert result.output.splitlines()[0].startswith("claims/one/a.yaml:2:3: error ")
    assert result.output.splitlines()[1].startswith("claims/two/a.yaml:2:3: error ")
    assert result.output.splitlines()[2].startswith("checked 2 maps, 2 claims, ")
    assert call("check", "claims/two", "-f", "concise").output.count("error ") == 1


def test_a_part_of_a_map_stands_for_the_map(call: Call) -> None:
    lay("claims/m/a.yaml", "claims: {a: {text: A., supporting: [e]}}\n")
    lay("claims/m/b.yaml", "evidence: {e: {text: E., cites: s}}\nsources: {s: {title: S}}\n")
    assert call("check", "claims/m/a.yaml").exit_code == 0


@pytest.mark.parametrize(
    ("level", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_the_level_that_fails_can_be_chosen(call: Call, level: str, code: int) -> None:
    lay("claims/a.yaml", ORPHAN)
    result = call("check", "--fail-on", level)
    assert result.exit_code == code
    assert "warning orphan-evidence (203)" in result.output


def test_rules_can_be_chosen(call: Call) -> None:
    lay("claims/a.yaml")
    assert call("check", "--select", "1xx,203").exit_code == 0
    assert call("check", "--select", "unsupported-claim").exit_code == 1
    assert call("check", "--ignore", "201").exit_code == 0
    assert call("check", "--select", "2xx", "--ignore", "201", "--ignore", "202").exit_code == 0


def test_a_rule_that_is_not_there_stops(call: Call) -> None:
    lay("claims/a.yaml")
    result = call("check", "--ignore", "unsuported-claim")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "argmap: there is no rule 'unsuported-claim'; did you mean 'unsupported-claim'?\n"
    )


def test_the_configuration_counts_until_an_option_says_else(call: Call) -> None:
    lay("claims/a.yaml", ORPHAN.replace("A.,", "A., type: promise,"))
    Path("argmap.toml").write_text(
        'claim-types = ["promise"]\nfail-on = "warning"\n[levels]\n203 = "info"\n'
    )
    result = call("check")
    assert result.exit_code == 0
    assert result.output.startswith("claims/a.yaml:3:37: info orphan-evidence (203): ")
    assert call("check", "--fail-on", "info").exit_code == 1
    Path("argmap.toml").write_text('claim-types = ["promise"]\nignore = ["203"]\n')
    assert call("check", "--fail-on", "info").exit_code == 0
    assert call("check", "--fail-on", "info", "--ignore", "101").exit_code == 1


def test_types_can_be_freed_from_support(call: Call) -> None:
    lay("claims/a.yaml", "claims: {a: {text: Good is good., type: value}}\n")
    Path("argmap.toml").write_text('free-types = ["value"]\n')
    assert call("check").exit_code == 0


def test_a_mistake_in_the_configuration_stops(call: Call) -> None:
    lay("claims/a.yaml")
    Path("argmap.toml").write_text('fail_on = "error"\nclaims = 1\n')
    result = call("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "argmap: argmap.toml:1: unknown key 'fail_on'; did you mean 'fail-on'?\n"
        "argmap: argmap.toml:2: 'claims' should be a text in quotation marks, not 1\n"
    )


def test_json_goes_to_standard_output_or_to_a_file(call: Call) -> None:
    lay("claims/a.yaml")
    result = call("check", "-f", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["summary"]["errors"] == 1
    assert call("check", "-f", "json", "-o", "-").stdout == result.stdout
    to_file = call("check", "-f", "json", "-o", "out/report.json")
    assert to_file.exit_code == 1
    assert to_file.stdout.startswith("checked 1 map, ")
    assert Path("out/report.json").read_text() == result.stdout


def test_a_report_that_cannot_be_written_stops(call: Call) -> None:
    lay("claims/a.yaml")
    result = call("check", "-o", "claims")
    assert result.exit_code == 2
    assert result.stderr == "argmap: cannot write 'claims': is a directory; choose another place\n"


def test_standard_input_is_checked(call: Call) -> None:
    result = call("check", "-", stdin=UNSUPPORTED)
    assert result.exit_code == 1
    assert result.output.startswith("<stdin>:2:3: error unsupported-claim (201)")
    named = call("check", "-", "--stdin-filename", "claims/x.yaml", stdin=b"\xef\xbb\xbf# \xff")
    assert named.output.startswith("claims/x.yaml:1:3: error invalid-file (101): byte 0xff is not")


def test_standard_input_that_is_too_large_is_refused(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.cli.gather.MAX_BYTES", 1024 * 1024)
    result = call("check", "-", stdin="#" * (1024 * 1024 + 1))
    assert (result.exit_code, result.stderr) == (
        2,
        "argmap: standard input is larger than 1 MB; give files\n",
    )


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        ((), "there is no claim file in 'claims'; make one with `argmap init`, or give a path"),
        (("empty",), "there is no claim file in 'empty'; their names end in .yaml or .yml"),
        (("emty",), "there is no 'emty'; did you mean 'empty'?"),
    ],
)
def test_nothing_to_examine_is_no_success(call: Call, paths: tuple[str, ...], message: str) -> None:
    Path("empty").mkdir()
    result = call("check", *paths)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"argmap: {message}\n")


def test_broken_files_are_findings_and_the_others_are_checked(call: Call) -> None:
    lay("claims/m/a-latin.yaml", b"claims:\n  caf\xe9: {text: X., assumed: yes it is}\n")
    lay("claims/m/b-broken.yaml", "claims: {x: {text: X.\n")
    lay("claims/m/c-crlf.yaml", "\ufeffclaims:\r\n  c:\r\n    text: X.\r\n    colour: red\r\n")
    lay("claims/m/d.yaml/in.yaml")
    lay("claims/m/z.yaml", "evidence: {e: {text: E., cites: s}}\n")
    os.mkfifo("claims/m/e-pipe.yaml")
    Path("claims/m/f-link.yaml").symlink_to("/etc/hostname")
    Path("claims/m/g-gone.yaml").symlink_to("nowhere.yaml")
    result = call("check", "-f", "concise", "--select", "1xx,201")
    assert result.exit_code == 1
    places = [line.split(": ")[:3] for line in result.output.splitlines()]
    assert ["claims/m/a-latin.yaml:2:6", "error invalid-file (101)", "byte 0xe9 is not UTF-8"] in (
        places
    )
    for expected in (
        "claims/m/c-crlf.yaml:4:5: error unknown-field (102): ",
        "claims/m/c-crlf.yaml:2:3: error unsupported-claim (201): ",
        "claims/m/d.yaml/in.yaml:2:3: error unsupported-claim (201): ",
        "claims/m/e-pipe.yaml:1:1: error invalid-file (101): the file cannot be read: it is not a ",
        "claims/m/f-link.yaml:1:1: error invalid-file (101): the link leaves the project ",
        "claims/m/g-gone.yaml:1:1: error invalid-file (101): the file cannot be read: no such ",
    ):
        assert f"\n{expected}" in f"\n{result.output}"
    assert "claims/m/b-broken.yaml:" in result.output


def test_a_very_deep_and_a_very_wide_map_are_checked(call: Call) -> None:
    chain = "".join(f"  c{n}: {{text: Claim {n}., supports: [c{n + 1}]}}\n" for n in range(3000))
    lay("claims/a.yaml", f"claims:\n{chain}  c3000: {{text: The end.}}\n")
    result = call("check", "--select", "1xx,2xx")
    assert result.exit_code == 1
    assert "checked 1 map, 3001 claims" in result.output


def test_findings_are_coloured_for_a_terminal_only(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay("claims/a.yaml")
    assert "\x1b[" not in call("check").output
    from click.testing import CliRunner  # noqa: PLC0415 - only here colours are wanted

    from argmap.cli import main  # noqa: PLC0415 - the same

    coloured = CliRunner().invoke(main, ["check"], color=True)
    assert "\x1b[31m\x1b[1merror\x1b[0m" in coloured.output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in CliRunner().invoke(main, ["check"], color=True).output


def _state(root: Path) -> dict[str, tuple[int, int, bytes]]:
    """Return mode, time of change and bytes of all that lies in a directory."""
    return {
        path.as_posix(): (
            path.lstat().st_mode,
            path.lstat().st_mtime_ns,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in sorted((root, *root.rglob("*")))
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--diff"],
        ["check", "--select", "strict,style", "-f", "sarif"],
        ["check", "claims/city.yaml", "--fail-on", "info"],
        ["show", "a"],
        ["stats"],
        ["render", "--check"],
        ["fmt", "--check"],
    ],
    ids=" ".join,
)
def test_looking_leaves_a_read_only_tree_as_it_was(call: Call, arguments: list[str]) -> None:
    lay("claims/city.yaml", f"{UNSUPPORTED}  c: {{txt: Mistyped.}}\n")
    lay("claims/other.yaml", "map: {title: other}\nclaims: {d: {text: D., supporting: [e]}}\n")
    root = Path.cwd()
    directories = [path for path in (root, *root.rglob("*")) if path.is_dir()]
    for path in directories:
        path.chmod(0o555)
    before = _state(root)
    try:
        assert call(*arguments).exit_code in {0, 1}
        assert _state(root) == before
    finally:
        for path in directories:
            path.chmod(0o755)


def test_what_is_waived_is_counted_until_its_last_day(call: Call) -> None:
    day = datetime.now(UTC).astimezone().date()
    waiver = "    waive: {{rule: unsupported-claim, reason: known to all in town, until: {}}}\n"
    text = "claims:\n  a:\n    text: A claim.\n"
    lay("claims/city.yaml", text + waiver.format(day + timedelta(days=9)))
    result = call("check")
    assert result.exit_code == 0
    assert result.output.endswith(
        ": 0 errors, 0 warnings, 0 notes, 1 waived "
        f"(next to expire: unsupported-claim for 'a' on {day + timedelta(days=9)})\n"
    )
    lay("claims/city.yaml", text + waiver.format(day - timedelta(days=9)))
    result = call("check", "-f", "concise")
    assert result.exit_code == 1
    assert [line.split(": ")[1] for line in result.output.splitlines()[:-1]] == [
        "error unsupported-claim (201)",
        "error expired-waiver (902)",
    ]


def test_rules_of_the_project_run_and_broken_ones_are_findings(call: Call) -> None:
    lay("claims/city.yaml", "claims: {a: {text: A., assumed: so it is}}\n")
    lay(
        "argmap.toml",
        "[[rules]]\nname = 'has-note'\nrequire = {note = true}\nmessage = '{id} has no note'\n"
        "[[rules]]\nname = 'broken'\nmessage = 'm'\n",
    )
    result = call("check", "-f", "concise")
    assert result.exit_code == 1
    assert result.output.splitlines()[:-1] == [
        "argmap.toml:5:3: error invalid-field (103): rules[1]: has no 'require'",
        "claims/city.yaml:1:10: warning has-note (700): 'a' has no note",
    ]


def test_a_bibliography_is_read_with_the_map(call: Call) -> None:
    text = "sources: ../refs.bib\nclaims: {a: {text: One., main: true, supporting: [e]}}\n"
    text += "evidence: {e: {text: Said., type: study, cites: {source: lind, section: Table 4}}}\n"
    Path("claims").mkdir()
    Path("claims/a.yaml").write_text(text)
    bibtex = "@book{lind, title={Roads}, author={Lind, Karin}, date={2021}, isbn={12}}\n"
    Path("refs.bib").write_text(bibtex)
    found = "refs.bib:1:69: warning incomplete-source (403): 'isbn' of source 'lind' is '12'"
    result = call("check", "-f", "concise")
    assert result.exit_code == 0
    assert result.output.splitlines()[0] == f"{found}, not an ISBN"
    assert call("check").output.splitlines()[1:3] == [
        "    1 | @book{lind, title={Roads}, author={Lind, Karin}, date={2021}, isbn={12}}",
        "      |                                                                     ^^",
    ]
    again = call("check", "-", "--stdin-filename", "claims/a.yaml", "-f", "concise", stdin=text)
    assert again.output == result.output
    assert call("check", "-", "-f", "concise", stdin=text).output.splitlines()[0] == (
        "<stdin>:1:10: error invalid-file (101): '../refs.bib' lies outside of the project"
    )


def test_a_map_without_nodes_is_nothing_examined(call: Call) -> None:
    lay("claims/empty.yaml", "map: {title: Nothing yet}\n")
    result = call("check")
    assert result.exit_code == 2
    assert result.stderr == (
        "argmap: there is no claim and no evidence in what was read; nothing was examined\n"
    )
