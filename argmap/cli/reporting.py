"""Reports of findings as `argmap check` writes them: which formats, and where each goes."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from attrs import evolve, frozen

from argmap.cli import completing
from argmap.cli.gather import STANDARD_STREAM, painted
from argmap.findings import Severity, UsageError
from argmap.nearest import hint
from argmap.project import FailOn, Project, write_text
from argmap.project.disk import shown
from argmap.reports import REPORTS, CheckedMap, ReportOptions, summarize

_Command = TypeVar("_Command", bound=Callable[..., Any])

AT_LEAST: Final[dict[FailOn, Severity | None]] = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "info": Severity.INFO,
    "never": None,
}
"""The least severity at which a check fails, by its word."""


@frozen
class WantedReport:
    """A report that was asked for.

    Attributes:
        format: the name of its format.
        file: where it goes; None where nothing is said.
    """

    format: str
    file: Path | None = None


def report_options(command: _Command) -> _Command:
    """Add the options that say which reports are written, and where."""
    formats = click.option(
        "-f",
        "--format",
        "wanted",
        multiple=True,
        callback=_wanted,
        metavar="FORMAT[=FILE]",
        shell_complete=completing.reports,
        help=f"How findings are reported: {', '.join(REPORTS)}; and the file that this report is "
        "written to. May be given several times, for several reports.  [default: text]",
    )
    output = click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        help="Write the report for which no file is named to this file.",
    )
    show_waived = click.option(
        "--show-waived",
        is_flag=True,
        help="Tell what is waived too, as suppressed results. In sarif only; others count it.",
    )
    return formats(output(show_waived(command)))


def write_reports(
    maps: Sequence[CheckedMap],
    wanted: Sequence[WantedReport],
    output: Path | None,
    options: ReportOptions,
) -> None:
    """Write reports to their files and to standard output.

    Where nothing else goes to standard output, the line that tells what was examined does.

    Raises:
        UsageError: when two reports have one place, or one cannot be written.
    """
    printed = None
    for report in _placed(wanted or (WantedReport("text"),), output):
        make = REPORTS[report.format]
        if report.file is None:
            printed = make(maps, evolve(options, paint=painted))
        else:
            write_text(report.file, make(maps, options))
    click.echo(f"{summarize(maps)}\n" if printed is None else printed, nl=False)


def root_of(project: Project) -> Path:
    """Return the directory that paths are told from elsewhere: of the repository or project."""
    upwards = (project.root, *project.root.parents)
    return next((path for path in upwards if (path / ".git").exists()), project.root)


def _wanted(
    context: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[WantedReport, ...]:
    """Read each `FORMAT` or `FORMAT=FILE` of the command line."""
    reports = []
    for value in values:
        name, equals, file = value.partition("=")
        name = name.strip().lower()
        if name not in REPORTS:
            message = f"there is no format '{name}'; {hint(name, REPORTS)}"
            raise click.BadParameter(message, context, param)
        if equals and not file:
            message = f"the file for '{name}' has no name; write `--format {name}=FILE`"
            raise click.BadParameter(message, context, param)
        reports.append(WantedReport(name, Path(file) if equals else None))
    return tuple(reports)


def _placed(wanted: Sequence[WantedReport], output: Path | None) -> Iterator[WantedReport]:
    """Give reports with their files, None for standard output, after looking at all of them."""
    if output is not None and all(report.file is not None for report in wanted):
        message = "no report is left for `--output`: each `--format` names a file of its own"
        raise UsageError(message)
    placed = [_at(report, report.file or output) for report in wanted]
    met: set[Path | None] = set()
    for report in placed:
        if report.file in met:
            place = "standard output" if report.file is None else f"'{shown(report.file)}'"
            message = (
                f"two reports cannot go to {place}; name a file for each, as in "
                f"`--format {report.format}=FILE`"
            )
            raise UsageError(message)
        met.add(report.file)
    yield from placed


def _at(report: WantedReport, file: Path | None) -> WantedReport:
    return evolve(report, file=None if file == STANDARD_STREAM else file)
