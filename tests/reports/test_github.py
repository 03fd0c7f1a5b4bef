"""The report as workflow commands: GitHub takes text for commands where it can."""

import re

from hypothesis import given

from argmap.findings import Finding, Severity
from argmap.model import ArgumentMap
from argmap.reports import CheckedMap, ReportOptions, github_report
from argmap.text import TextFile
from tests.reports.city import CITY
from tests.reports.hostile import CHECKED, HOSTILE

COMMAND = re.compile(
    r"::(?:error|warning|notice) (?:file=[^:,]*,line=\d+,endLine=\d+,(?:col=\d+,endColumn=\d+,)?)?"
    r"title=[^:,]*::.*"
)


def many(*severities: Severity) -> CheckedMap:
    file = TextFile("a.yaml", "\n" * len(severities))
    findings = [
        Finding(1, "r", severity, f"problem {number}", file.span(number))
        for number, severity in enumerate(severities)
    ]
    return CheckedMap("m", ArgumentMap(), findings)


def assert_only_own_commands(report: str) -> None:
    inside = False
    for line in report.splitlines():
        if line == "::endgroup::" or re.fullmatch(r"::group::\d+ findings? more", line):
            inside = not inside
        elif inside or not line.startswith("::"):
            assert not line.startswith("::")
            assert "##[" not in line
        else:
            assert COMMAND.fullmatch(line)
    assert not inside


def test_a_whole_report() -> None:
    assert github_report([CITY]) == (
        "::error file=claims/city.yaml,line=3,endLine=3,col=3,endColumn=15,"
        "title=unsupported-claim (201)::nothing supports 'cuts-traffic'; add evidence\n"
        "::warning file=claims/city.yaml,line=4,endLine=4,col=3,endColumn=4,"
        "title=near-duplicate (606)::'ö' says nearly the same\n"
        "::notice title=our-rule (700)::the map has no date\n"
        "checked 1 map, 2 claims, 0 evidence, 0 relations, 0 passages: 1 error, 1 warning, "
        "1 note, 1 waived (next to expire: orphan-evidence for 'ö' on 2026-12-01)\n"
    )


def test_without_findings_only_what_was_examined_is_told() -> None:
    assert github_report([]) == (
        "checked 0 maps, 0 claims, 0 evidence, 0 relations, 0 passages: "
        "0 errors, 0 warnings, 0 notes\n"
    )


def test_paths_are_told_from_the_root_of_the_repository() -> None:
    report = github_report([many(Severity.INFO)], ReportOptions(root="/r", here="/r/sub"))
    assert report.startswith("::notice file=sub/a.yaml,line=1,")


def test_columns_are_told_on_one_line_only() -> None:
    finding = Finding(1, "r", Severity.INFO, "m", TextFile("a.yaml", "ab\ncd").span(1, 4))
    report = github_report([CheckedMap("m", ArgumentMap(), [finding])])
    assert report.startswith("::notice file=a.yaml,line=1,endLine=2,title=r (1)::m\n")


def test_of_many_findings_the_worst_are_annotated_and_the_rest_is_told() -> None:
    severities = [Severity.INFO] * 12 + [Severity.WARNING] * 3 + [Severity.ERROR] * 11
    lines = github_report([many(*severities)]).splitlines()
    assert [line.split(" ")[0] for line in lines[:22]] == (
        ["::error"] * 10 + ["::warning"] * 3 + ["::notice"] * 9
    )
    assert lines[22:] == [
        (
            "::notice title=argmap::11 errors, 3 warnings, 12 notes; "
            "22 of them are annotated, 4 are in the log only"
        ),
        "::group::4 findings more",
        "a.yaml:26:1: error r (1): problem 25",
        "a.yaml:10:1: info r (1): problem 9",
        "a.yaml:11:1: info r (1): problem 10",
        "a.yaml:12:1: info r (1): problem 11",
        "::endgroup::",
        (
            "checked 1 map, 0 claims, 0 evidence, 0 relations, 0 passages: "
            "11 errors, 3 warnings, 12 notes"
        ),
    ]


def test_ten_findings_of_a_level_are_all_annotated() -> None:
    report = github_report([many(*[Severity.INFO] * 10)])
    assert report.count("::notice ") == 10
    assert "::group::" not in report


def test_signs_of_commands_are_escaped() -> None:
    file = TextFile("a:b,c%.yaml", "x")
    finding = Finding(1, "r", Severity.ERROR, "50%\r\n::error::x, y", file.span(0, 1))
    report = github_report([CheckedMap("m", ArgumentMap(), [finding])])
    assert report.startswith(
        "::error file=a%3Ab%2Cc%25.yaml,line=1,endLine=1,col=1,endColumn=2,"
        "title=r (1)::50%25 ::error::x, y\n"
    )


def test_what_is_in_the_log_only_is_no_command() -> None:
    for text in HOSTILE:
        file = TextFile(f"::error::{text}", "x")
        finding = Finding(1, "r", Severity.ERROR, text, file.span(0, 1))
        assert_only_own_commands(github_report([CheckedMap(text, ArgumentMap(), [finding] * 12)]))


@given(CHECKED)
def test_no_text_becomes_a_command(maps: list[CheckedMap]) -> None:
    assert_only_own_commands(github_report([*maps, *maps * 4]))
