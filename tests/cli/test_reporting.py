"""`argmap check`: reports in several formats, each in its place."""

import json
import subprocess
from pathlib import Path

import pytest

from argmap.reports import REPORTS, report_schema
from tests.cli.conftest import Call

UNSUPPORTED = "claims:\n  a: {text: Nothing supports me.}\n"
CLEAN = "claims: {a: {text: A., assumed: everybody knows}}\n"
SUMMARY = (
    "checked 1 map, 1 claim, 0 evidence, 0 relations, 0 passages: 1 error, 0 warnings, 0 notes\n"
)


@pytest.fixture(autouse=True)
def _claims() -> None:
    Path("claims").mkdir()
    Path("claims/a.yaml").write_text(UNSUPPORTED)


def test_several_reports_are_written_in_one_run(call: Call) -> None:
    files = [f"out/{name}" for name in REPORTS if name != "concise"]
    formats = [f"--format={Path(file).name}={file}" for file in files]
    result = call("check", "-f", "concise", *formats)
    assert result.exit_code == 1
    assert result.stdout == (
        f"claims/a.yaml:2:3: error unsupported-claim (201): nothing supports 'a'\n{SUMMARY}"
    )
    for file in files:
        alone = call("check", "-f", Path(file).name)
        assert Path(file).read_text() == alone.stdout


def test_where_all_reports_go_to_files_the_summary_is_printed(call: Call) -> None:
    result = call("check", "-f", "JSON=report.json", "-f", "sarif", "-o", "report.sarif")
    assert (result.exit_code, result.stdout) == (1, SUMMARY)
    assert json.loads(Path("report.json").read_text())["summary"]["errors"] == 1
    assert json.loads(Path("report.sarif").read_text())["version"] == "2.1.0"


def test_a_dash_stands_for_standard_output(call: Call) -> None:
    assert call("check", "-f", "gitlab=-").stdout == call("check", "-f", "gitlab").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("-f", "text", "-f", "json"),
            (
                "two reports cannot go to standard output; "
                "name a file for each, as in `--format json=FILE`"
            ),
        ),
        (
            ("-f", "sarif=a", "-f", "junit=a"),
            "two reports cannot go to 'a'; name a file for each, as in `--format junit=FILE`",
        ),
        (
            ("-f", "sarif=a", "-o", "b"),
            "no report is left for `--output`: each `--format` names a file of its own",
        ),
    ],
)
def test_reports_do_not_share_a_place(call: Call, arguments: tuple[str, ...], message: str) -> None:
    result = call("check", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"argmap: {message}\n")
    assert not Path("a").exists()


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("sarf", "there is no format 'sarf'; did you mean 'sarif'?"),
        ("xml=a", f"there is no format 'xml'; there are {', '.join(REPORTS)}"),
        ("json=", "the file for 'json' has no name; write `--format json=FILE`"),
    ],
)
def test_a_format_that_is_not_there_stops(call: Call, wanted: str, message: str) -> None:
    result = call("check", "-f", wanted)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"Error: Invalid value for '-f' / '--format': {message}\n")


def test_a_report_that_cannot_be_written_stops(call: Call) -> None:
    result = call("check", "-f", "text", "-f", "sarif=claims")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "argmap: cannot write 'claims': is a directory; choose another place\n"


def test_paths_are_told_from_the_root_of_the_repository(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run(["git", "init", "--quiet"], check=True)
    Path("texts/claims").mkdir(parents=True)
    Path("texts/claims/b.yaml").write_text(UNSUPPORTED)
    Path("texts/argmap.toml").touch()
    monkeypatch.chdir("texts")
    assert "file=texts/claims/b.yaml,line=2," in call("check", "-f", "github").stdout
    assert "file=claims/a.yaml,line=2," in call("check", "../claims", "-f", "github").stdout
    assert call("check", "-f", "concise").stdout.startswith("claims/b.yaml:2:3: ")


def test_a_test_of_the_junit_report_fails_where_the_check_does(call: Call) -> None:
    assert 'failures="1"' in call("check", "-f", "junit").stdout
    never = call("check", "-f", "junit", "--fail-on", "never")
    assert never.exit_code == 0
    assert 'failures="1"' not in never.stdout


@pytest.mark.parametrize("name", REPORTS)
def test_a_clean_check_has_a_report_in_each_format(call: Call, name: str) -> None:
    Path("claims/a.yaml").write_text(CLEAN)
    result = call("check", "-f", name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout


def test_the_schema_of_the_reports_is_printed(call: Call) -> None:
    assert json.loads(call("schema", "--report").stdout) == report_schema()
