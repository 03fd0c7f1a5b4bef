"""`argmap check`: say what is wrong with maps."""

from collections.abc import Mapping
from pathlib import Path

import click
from attrs import frozen

from argmap.cli import completing
from argmap.cli.door import tell
from argmap.cli.gather import STANDARD_STREAM, changed_since, checked, loaded, project_of
from argmap.cli.knowing import without_known
from argmap.cli.options import examples, one_of, paths_argument
from argmap.cli.reporting import AT_LEAST, WantedReport, report_options, root_of, write_reports
from argmap.cli.texts import text_option
from argmap.cli.watching import changes_on_disk, watch, watch_option
from argmap.findings import UsageError
from argmap.project import FailOn, LoadedMap, Project
from argmap.reports import CheckedMap, ReportOptions, summarize


@frozen
class _Asked:
    """What was asked for, to be done once or, with --watch, again and again."""

    paths: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    given: Mapping[str, Path]
    fail_on: FailOn | None
    wanted: tuple[WantedReport, ...]
    output: Path | None
    show_waived: bool
    stdin_filename: str
    revision: str | None
    baseline: Path | None
    all_known: bool
    fix: bool
    show_diff: bool

    def run(self) -> int:
        """Check, print, and return the exit code."""
        project = project_of(self.paths)
        maps, found = self._look(project)
        if self.fix:
            from argmap.cli.mending import apply_fixes  # noqa: PLC0415 - most runs mend nothing

            if apply_fixes(maps, found):
                maps, found = self._look(project)
        fails_at = AT_LEAST[self.fail_on or project.configuration.fail_on]
        if self.show_diff:
            from argmap.cli.mending import show_fixes  # noqa: PLC0415 - the same

            show_fixes(maps, found)
            click.echo(f"{summarize(found)}", err=True)
        else:
            options = ReportOptions(
                root=root_of(project).as_posix(),
                here=Path.cwd().as_posix(),
                fails_at=fails_at,
                show_waived=self.show_waived,
                rules=project.configuration.rules,
            )
            write_reports(found, self.wanted, self.output, options)
        findings = [finding for one in found for finding in one.findings]
        if not findings and not any(one.map.nodes for one in found):
            message = "there is no claim and no evidence in what was read; nothing was examined"
            raise UsageError(message)
        return int(
            fails_at is not None and any(finding.severity >= fails_at for finding in findings)
        )

    def _look(self, project: Project) -> tuple[tuple[LoadedMap, ...], tuple[CheckedMap, ...]]:
        maps = loaded(project, self.paths, self.stdin_filename)
        found = checked(maps, project, self.select, self.ignore, self.given)
        if self.revision is not None:
            found = changed_since(self.revision, project, maps, found)
        if not self.all_known:
            found, gone = without_known(found, project, self.baseline)
            if gone and not (self.paths or self.select or self.ignore or self.revision):
                finding = "1 finding is" if gone == 1 else f"{gone} findings are"
                tell(f"{finding} gone from what is known; run `argmap baseline` to forget them")
        return maps, found


@click.command(
    epilog=examples(
        "argmap check",
        "argmap check claims/city --fail-on warning",
        "argmap check --select 2xx --ignore near-duplicate -f json",
        "argmap check --changed main -f github -f sarif=argmap.sarif",
        "argmap check --text report=../report.pdf",
        "argmap check --diff",
    )
)
@paths_argument
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    shell_complete=completing.selections,
    help="Rules to run: names, codes (201, 2xx) or presets, with commas between."
    "  [default: core, or as configured]",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="RULES",
    help="Rules not to run.",
    shell_complete=completing.selections,
)
@text_option
@click.option(
    "--fail-on",
    type=one_of(*AT_LEAST),
    help="The least severity that makes the exit code 1.  [default: error]",
)
@click.option(
    "--changed",
    "revision",
    metavar="REV",
    help="Report only what changed since a commit, branch or tag of git, and what is next to it.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Do not tell what this file knows, which `argmap baseline` wrote."
    "  [default: argmap-baseline.json, where it is there]",
)
@click.option("--no-baseline", "all_known", is_flag=True, help="Tell all, known or not.")
@click.option("--fix", is_flag=True, help="Correct what is surely mistyped, then check again.")
@click.option(
    "--diff",
    "show_diff",
    is_flag=True,
    help="Show what --fix would change in place of a report; write nothing.",
)
@report_options
@click.option(
    "--stdin-filename",
    default="<stdin>",
    metavar="NAME",
    help="What to call the text that the path `-` stands for.",
)
@watch_option
@click.pass_context
def check(  # noqa: PLR0913 - click gives each option as an argument
    context: click.Context,
    *,
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    given: Mapping[str, Path],
    fail_on: FailOn | None,
    revision: str | None,
    baseline: Path | None,
    all_known: bool,
    fix: bool,
    show_diff: bool,
    wanted: tuple[WantedReport, ...],
    output: Path | None,
    show_waived: bool,
    stdin_filename: str,
    is_watching: bool,
) -> None:
    """Say what is wrong with maps, with file, line, column and what to do.

    PATHS are claim files, directories of them, or files in another format that `argmap formats`
    lists; a part of a map in `claims` stands for the whole
    map, and `-` for standard input. Without any, all maps of the project are checked.

    Options take the place of what the configuration says. The last line tells what was examined.

    Nothing is written to claim files but with --fix: nearly right names of fields, types and
    nodes are put right where only one can be meant.
    """
    if fix and (show_diff or is_watching or STANDARD_STREAM in paths):
        other = "--diff" if show_diff else "--watch" if is_watching else "standard input"
        message = f"--fix writes to claim files and does not go with {other}; leave one out"
        raise UsageError(message)
    asked = _Asked(
        paths,
        select,
        ignore,
        given,
        fail_on,
        wanted,
        output,
        show_waived,
        stdin_filename,
        revision,
        baseline,
        all_known,
        fix,
        show_diff,
    )
    if is_watching:
        watch(asked.run, changes_on_disk(paths))
    else:
        context.exit(asked.run())
