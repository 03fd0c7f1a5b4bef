"""The report in JUnit XML, read back by readers of XML and of JUnit."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from argmap.findings import Finding, Severity
from argmap.model import ArgumentMap
from argmap.reports import CheckedMap, ReportOptions, junit_report
from tests.reports.city import CITY, FILE
from tests.reports.hostile import CHECKED, HOSTILE


def read(report: str) -> ET.Element:
    return ET.fromstring(report.encode())  # noqa: S314 - our own text


def test_a_whole_report() -> None:
    assert junit_report([CITY]) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="argmap" tests="3" failures="1" errors="0">\n'
        '  <testsuite name="city" tests="3" failures="1" errors="0">\n'
        '    <testcase classname="city" name="our-rule (700): the map has no date">\n'
        "      <system-out>city: info our-rule (700): the map has no date</system-out>\n"
        "    </testcase>\n"
        '    <testcase classname="claims/city.yaml" '
        "name=\"unsupported-claim (201): nothing supports 'cuts-traffic'\">\n"
        '      <failure type="error" message="nothing supports \'cuts-traffic\'">'
        "claims/city.yaml:3:3: error unsupported-claim (201): nothing supports 'cuts-traffic'\n"
        "    3 |   cuts-traffic: {text: A.}\n"
        "      |   ^^^^^^^^^^^^\n"
        "  help: add evidence\n"
        "  see: claims/city.yaml:2:1: in these claims</failure>\n"
        "    </testcase>\n"
        '    <testcase classname="claims/city.yaml" '
        "name=\"near-duplicate (606): 'ö' says nearly the same\">\n"
        "      <system-out>claims/city.yaml:4:3: warning near-duplicate (606): "
        "'ö' says nearly the same\n"
        "    4 |   ö: {text: B., waive: [x]}\n"
        "      |   ^</system-out>\n"
        "    </testcase>\n"
        "    <system-out>checked 1 map, 2 claims, 0 evidence, 0 relations, 0 passages: "
        "1 error, 1 warning, 1 note, 1 waived "
        "(next to expire: orphan-evidence for 'ö' on 2026-12-01)</system-out>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_a_map_without_findings_is_one_test_that_passes() -> None:
    report = junit_report([CheckedMap("city", ArgumentMap())])
    assert '<testsuites name="argmap" tests="1" failures="0" errors="0">\n' in report
    assert '    <testcase classname="city" name="no findings"/>\n' in report


def test_a_check_of_nothing_has_a_test_too() -> None:
    root = read(junit_report([]))
    assert [case.get("classname") for case in root.iter("testcase")] == ["argmap"]


@pytest.mark.parametrize(
    ("fails_at", "failures"),
    [(None, 0), (Severity.ERROR, 1), (Severity.WARNING, 2), (Severity.INFO, 3)],
)
def test_a_test_fails_where_the_check_does(fails_at: Severity | None, failures: int) -> None:
    root = read(junit_report([CITY], ReportOptions(fails_at=fails_at)))
    assert len(list(root.iter("failure"))) == failures
    assert root.get("failures") == str(failures)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_reader_of_xml_gets_the_text_as_it_stands(text: str) -> None:
    finding = Finding(1, "r", Severity.ERROR, text, FILE.span(0))
    root = read(junit_report([CheckedMap(text, ArgumentMap(), [finding])]))
    (failure,) = root.iter("failure")
    message = failure.get("message") or ""
    assert message in (failure.text or "")
    assert [word for word in message.split() if "\ufffd" not in word] == [
        word for word in text.split() if word.isprintable() and "\ufffe" not in word
    ]


def test_a_reader_of_junit_reads_it() -> None:
    junitparser = pytest.importorskip("junitparser", reason="junitparser reads JUnit XML")
    (suite,) = junitparser.JUnitXml.fromstring(junit_report([CITY]).encode())
    assert (suite.name, suite.tests, suite.failures) == ("city", 3, 1)
    assert [(case.classname, case.is_passed) for case in suite] == [
        ("city", True),
        ("claims/city.yaml", False),
        ("claims/city.yaml", True),
    ]


@given(CHECKED)
def test_any_report_is_xml_with_a_test(maps: list[CheckedMap]) -> None:
    root = read(junit_report(maps))
    cases = list(root.iter("testcase"))
    assert len(cases) == int(root.get("tests", "0")) >= 1
