"""The report in JSON: its shape is a promise."""

import json

from argmap.findings import Finding, Fix, Note, Severity
from argmap.model import ArgumentMap, Claim
from argmap.reports import CheckedMap, json_report
from argmap.text import TextFile


def test_the_shape_of_the_report() -> None:
    file = TextFile("claims/a.yaml", "claims:\n  ä:\n    text: x\n")
    finding = Finding(
        201,
        "unsupported-claim",
        Severity.ERROR,
        "nothing supports 'ä'",
        file.span(10, 11),
        help="add evidence",
        subject="ä",
        related=[Note(file.span(0, 6), "here")],
        fixes=[Fix("write 'a' for 'ä'", file.span(10, 11), "a")],
    )
    unplaced = Finding(111, "undeclared-main", Severity.INFO, "no claim is marked as main")
    the_map = ArgumentMap(nodes=[Claim("ä", "x")])
    report = json_report([CheckedMap("a", the_map, [finding, unplaced])])
    assert report.isascii()
    assert report.endswith("}\n")
    assert json.loads(report) == {
        "version": 1,
        "findings": [
            {
                "code": 111,
                "rule": "undeclared-main",
                "severity": "info",
                "message": "no claim is marked as main",
                "help": "",
                "map": "a",
                "subject": "",
                "fingerprint": unplaced.fingerprint,
                "path": None,
                "line": None,
                "column": None,
                "endLine": None,
                "endColumn": None,
                "related": [],
                "fixes": [],
            },
            {
                "code": 201,
                "rule": "unsupported-claim",
                "severity": "error",
                "message": "nothing supports 'ä'",
                "help": "add evidence",
                "map": "a",
                "subject": "ä",
                "fingerprint": finding.fingerprint,
                "path": "claims/a.yaml",
                "line": 2,
                "column": 3,
                "endLine": 2,
                "endColumn": 4,
                "related": [
                    {
                        "message": "here",
                        "path": "claims/a.yaml",
                        "line": 1,
                        "column": 1,
                        "endLine": 1,
                        "endColumn": 7,
                    }
                ],
                "fixes": [
                    {
                        "title": "write 'a' for 'ä'",
                        "replacement": "a",
                        "path": "claims/a.yaml",
                        "line": 2,
                        "column": 3,
                        "endLine": 2,
                        "endColumn": 4,
                    }
                ],
            },
        ],
        "summary": {
            "maps": 1,
            "claims": 1,
            "evidence": 0,
            "relations": 0,
            "passages": 0,
            "errors": 1,
            "warnings": 0,
            "notes": 1,
            "waived": 0,
            "known": 0,
        },
    }


def test_control_characters_and_lone_surrogates_are_escaped() -> None:
    finding = Finding(1, "r", Severity.INFO, "\x1b\ud800")
    report = json_report([CheckedMap("a", ArgumentMap(), [finding])])
    assert '"message": "\\u001b\\ud800"' in report
