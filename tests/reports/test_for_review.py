"""The reports for GitLab and reviewdog."""

import json

from hypothesis import given

from argmap.findings import Finding, Fix, Severity
from argmap.model import ArgumentMap
from argmap.reports import CheckedMap, ReportOptions, gitlab_report, rdjson_report
from argmap.text import TextFile
from tests.reports.city import CITY, LIKE_IT, UNPLACED, UNSUPPORTED
from tests.reports.hostile import CHECKED


def test_a_whole_report_for_gitlab() -> None:
    assert json.loads(gitlab_report([CITY])) == [
        {
            "description": "the map has no date",
            "check_name": "our-rule",
            "fingerprint": UNPLACED.fingerprint,
            "severity": "info",
            "location": {"path": "city", "lines": {"begin": 1}},
        },
        {
            "description": "nothing supports 'cuts-traffic'; add evidence",
            "check_name": "unsupported-claim",
            "fingerprint": UNSUPPORTED.fingerprint,
            "severity": "major",
            "location": {"path": "claims/city.yaml", "lines": {"begin": 3}},
        },
        {
            "description": "'ö' says nearly the same",
            "check_name": "near-duplicate",
            "fingerprint": LIKE_IT.fingerprint,
            "severity": "minor",
            "location": {"path": "claims/city.yaml", "lines": {"begin": 4}},
        },
    ]


def test_an_empty_report_for_gitlab() -> None:
    assert gitlab_report([]) == "[]\n"


def test_paths_for_gitlab_are_told_from_the_root_of_the_repository() -> None:
    options = ReportOptions(root="/r", here="/r/sub")
    report = gitlab_report([CheckedMap("m", ArgumentMap(), [LIKE_IT])], options)
    assert json.loads(report)[0]["location"]["path"] == "sub/claims/city.yaml"


def test_no_two_findings_have_one_fingerprint_for_gitlab() -> None:
    report = gitlab_report([CheckedMap("m", ArgumentMap(), [LIKE_IT, UNPLACED, LIKE_IT])])
    assert [one["fingerprint"] for one in json.loads(report)] == [
        UNPLACED.fingerprint,
        LIKE_IT.fingerprint,
        f"{LIKE_IT.fingerprint}:2",
    ]


def test_a_whole_report_for_reviewdog() -> None:
    assert json.loads(rdjson_report([CITY])) == {
        "source": {"name": "argmap"},
        "diagnostics": [
            {
                "message": "the map has no date",
                "location": {"path": "city"},
                "severity": "INFO",
                "code": {"value": "our-rule"},
            },
            {
                "message": "nothing supports 'cuts-traffic'; add evidence\n"
                "see claims/city.yaml:2:1: in these claims",
                "location": {
                    "path": "claims/city.yaml",
                    "range": {"start": {"line": 3, "column": 3}, "end": {"line": 3, "column": 15}},
                },
                "severity": "ERROR",
                "code": {"value": "unsupported-claim"},
            },
            {
                "message": "'ö' says nearly the same",
                "location": {
                    "path": "claims/city.yaml",
                    # In UTF-8 the letter takes two bytes.
                    "range": {"start": {"line": 4, "column": 3}, "end": {"line": 4, "column": 5}},
                },
                "severity": "WARNING",
                "code": {"value": "near-duplicate"},
            },
        ],
    }


def test_an_empty_report_for_reviewdog() -> None:
    assert rdjson_report([]) == '{"source": {"name": "argmap"}, "diagnostics": []}\n'


def test_columns_for_reviewdog_count_bytes() -> None:
    file = TextFile("a.yaml", "é😀\r\nß: x\ry: ü")
    findings = [
        Finding(1, "r", Severity.INFO, str(start), file.span(start, end))
        for start, end in ((0, 2), (1, 5), (7, 8), (9, 13))
    ]
    report = rdjson_report([CheckedMap("m", ArgumentMap(), findings)])
    places = [one["location"]["range"] for one in json.loads(report)["diagnostics"]]
    assert [
        (start["line"], start["column"], end["line"], end["column"])
        for start, end in ((place["start"], place["end"]) for place in places)
    ] == [(1, 1, 1, 7), (1, 3, 2, 3), (2, 5, 2, 6), (3, 1, 3, 6)]


def test_fixes_are_suggestions_for_reviewdog() -> None:
    file = TextFile("a.yaml", "ä: {txt: x}")
    fix = Fix("write 'text'", file.span(4, 7), "text")
    finding = Finding(102, "unknown-field", Severity.ERROR, "m", file.span(4, 7), fixes=[fix])
    report = json.loads(rdjson_report([CheckedMap("m", ArgumentMap(), [finding])]))
    (diagnostic,) = report["diagnostics"]
    place = {"start": {"line": 1, "column": 6}, "end": {"line": 1, "column": 9}}
    assert diagnostic["suggestions"] == [{"range": place, "text": "text"}]


@given(CHECKED)
def test_any_report_for_gitlab_has_what_it_demands(maps: list[CheckedMap]) -> None:
    issues = json.loads(gitlab_report(maps))
    fingerprints = {issue["fingerprint"] for issue in issues}
    assert len(issues) == len(fingerprints) == sum(len(one.findings) for one in maps)
    assert all(issue["location"]["lines"]["begin"] >= 1 for issue in issues)


@given(CHECKED)
def test_any_report_for_reviewdog_has_places_in_order(maps: list[CheckedMap]) -> None:
    for diagnostic in json.loads(rdjson_report(maps))["diagnostics"]:
        place = diagnostic["location"].get("range")
        if place:
            start, end = place["start"], place["end"]
            assert (1, 1) <= (start["line"], start["column"]) <= (end["line"], end["column"])
