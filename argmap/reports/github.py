"""The report as workflow commands, of which GitHub makes annotations on the lines of files.

GitHub shows ten annotations of each level from one step and drops the rest, so the worst come
first and one annotation tells what is left out; that stands in a folded part of the log.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from argmap.findings import Finding, Severity
from argmap.reports.checked import CheckedMap, Summary, counted, summarize, worst_first
from argmap.reports.escaping import as_data, as_property, for_log
from argmap.reports.for_people import finding_line
from argmap.reports.options import AS_IT_IS, ReportOptions
from argmap.reports.places import homes, region_of
from argmap.reports.printable import with_help
from argmap.text import Span

_MOST: Final = 10
_COMMANDS: Final[Mapping[Severity, str]] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
)

_Found = tuple[str, Finding]


def github_report(maps: Sequence[CheckedMap], options: ReportOptions = AS_IT_IS) -> str:
    """Report findings as workflow commands, and say what was examined."""
    places = homes(maps)
    annotated, left = _parted(worst_first(maps))
    lines = [_command(finding, places.get(name), options) for name, finding in annotated]
    summary = summarize(maps)
    if left:
        lines.extend(_rest(left, summary, len(annotated)))
    lines.append(for_log(str(summary)))
    return "".join(f"{line}\n" for line in lines)


def _parted(found: Sequence[_Found]) -> tuple[list[_Found], list[_Found]]:
    """Part findings into those that are annotated, and the rest."""
    most = dict.fromkeys(Severity, _MOST)
    numbers = [sum(pair[1].severity == severity for pair in found) for severity in Severity]
    if any(number > _MOST for number in numbers):
        most[Severity.INFO] -= 1  # the notice that tells of the rest
    annotated, left = list[_Found](), list[_Found]()
    for pair in found:
        most[pair[1].severity] -= 1
        (annotated if most[pair[1].severity] >= 0 else left).append(pair)
    return annotated, left


def _command(finding: Finding, home: Span | None, options: ReportOptions) -> str:
    properties = [*_place(finding.span or home, options), ("title", _title(finding))]
    written = ",".join(f"{key}={as_property(value)}" for key, value in properties)
    return f"::{_COMMANDS[finding.severity]} {written}::{as_data(with_help(finding))}"


def _place(span: Span | None, options: ReportOptions) -> Iterator[tuple[str, str]]:
    if span is None:
        return
    region = region_of(span, options)
    yield "file", region.path
    yield "line", str(region.line)
    yield "endLine", str(region.end_line)
    if region.line == region.end_line:  # GitHub refuses columns over several lines
        yield "col", str(region.column)
        yield "endColumn", str(region.end_column)


def _title(finding: Finding) -> str:
    return f"{finding.rule} ({finding.code})"


def _rest(left: Sequence[_Found], summary: Summary, annotated: int) -> Iterator[str]:
    more = f"{counted(len(left), 'finding')} more"
    told = f"{summary.found}; {annotated} of them are annotated, {len(left)} are in the log only"
    yield f"::notice title=argmap::{as_data(told)}"
    yield f"::group::{as_data(more)}"
    for name, finding in left:
        yield for_log(finding_line(finding, name=name))
    yield "::endgroup::"
