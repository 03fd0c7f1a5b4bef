"""The report as JUnit XML, for servers that show test results.

A map is a test suite and a finding a test case. What makes the check fail makes its test case
fail; what is below that is told in the output of a test case that passes. A map without findings
is one test case that passes, for there are servers that take a report without any for a mistake.
"""

from collections.abc import Iterator, Sequence

from argmap.findings import Finding
from argmap.reports.checked import CheckedMap, in_order, summarize
from argmap.reports.escaping import for_xml
from argmap.reports.for_people import finding_text
from argmap.reports.options import AS_IT_IS, ReportOptions
from argmap.reports.places import path_from_root
from argmap.reports.printable import folded


def junit_report(maps: Sequence[CheckedMap], options: ReportOptions = AS_IT_IS) -> str:
    """Report findings as test cases in JUnit XML."""
    suites = [(one.name, [one]) for one in maps] or [("argmap", [])]
    tests = sum(_tests(suite) for _, suite in suites)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="argmap" tests="{tests}" {_numbers(maps, options)}>',
        *(line for name, suite in suites for line in _suite(name, suite, options)),
        "</testsuites>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _suite(name: str, maps: Sequence[CheckedMap], options: ReportOptions) -> Iterator[str]:
    shown, found = for_xml(folded(name)), in_order(maps)
    yield f'  <testsuite name="{shown}" tests="{_tests(maps)}" {_numbers(maps, options)}>'
    for _, finding in found:
        yield from _case(name, finding, options)
    if not found:
        yield f'    <testcase classname="{shown}" name="no findings"/>'
    yield f"    <system-out>{for_xml(str(summarize(maps)))}</system-out>"
    yield "  </testsuite>"


def _case(name: str, finding: Finding, options: ReportOptions) -> Iterator[str]:
    place = name
    if finding.span is not None:
        place = path_from_root(finding.span.path, options)
    message = for_xml(folded(finding.message))
    rule = f"{for_xml(folded(finding.rule))} ({finding.code})"
    body = for_xml(finding_text(finding, name=name).rstrip("\n"))
    yield f'    <testcase classname="{for_xml(folded(place))}" name="{rule}: {message}">'
    if _fails(finding, options):
        word = finding.severity.word
        yield f'      <failure type="{word}" message="{message}">{body}</failure>'
    else:
        yield f"      <system-out>{body}</system-out>"
    yield "    </testcase>"


def _tests(maps: Sequence[CheckedMap]) -> int:
    return sum(len(one.findings) for one in maps) or 1


def _numbers(maps: Sequence[CheckedMap], options: ReportOptions) -> str:
    fails = [_fails(finding, options) for one in maps for finding in one.findings]
    return f'failures="{fails.count(True)}" errors="0"'


def _fails(finding: Finding, options: ReportOptions) -> bool:
    return options.fails_at is not None and finding.severity >= options.fails_at
