"""The published schema of the reports for programs."""

import json
from functools import cache

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from argmap.reports import CheckedMap, json_lines_report, json_report, report_schema
from tests.reports.city import CITY, LIKE_IT
from tests.reports.hostile import CHECKED


@cache
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(report_schema())
    return Draft202012Validator(report_schema())


def test_the_report_in_lines() -> None:
    *findings, last = json_lines_report([CITY]).splitlines()
    whole = json.loads(json_report([CITY]))
    assert [json.loads(line) for line in findings] == [
        {"type": "finding", **finding} for finding in whole["findings"]
    ]
    assert json.loads(last) == {"type": "summary", "version": 1, **whole["summary"]}
    assert whole["summary"]["waived"] == 1


def test_without_findings_one_line_tells_what_was_examined() -> None:
    assert json_lines_report([]) == (
        '{"type": "summary", "version": 1, "maps": 0, "claims": 0, "evidence": 0, '
        '"relations": 0, "passages": 0, "errors": 0, "warnings": 0, "notes": 0, "waived": 0, '
        '"known": 0}\n'
    )


@given(CHECKED)
def test_any_report_keeps_to_the_schema(maps: list[CheckedMap]) -> None:
    validator().validate(json.loads(json_report(maps)))
    for line in json_lines_report(maps).split("\n")[:-1]:
        validator().validate(json.loads(line))


@pytest.mark.parametrize("key", ["rule", "severity", "fingerprint", "path", "related"])
def test_a_finding_without_one_of_its_keys_breaks_the_schema(key: str) -> None:
    line = json.loads(json_lines_report([CITY]).splitlines()[0])
    del line[key]
    assert not validator().is_valid(line)
    assert LIKE_IT.rule  # the map has findings at all


def test_an_unknown_severity_breaks_the_schema() -> None:
    report = json.loads(json_report([CITY]))
    report["findings"][0]["severity"] = "fatal"
    assert not validator().is_valid(report)
