"""`argmap coverage`: how much of its sources a map accounts for."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import click

from argmap.cli import completing
from argmap.cli.covering import covered as covered_by
from argmap.cli.gather import loaded, project_of, refuse_unknown_source
from argmap.cli.options import examples, one_of, paths_argument
from argmap.cli.texts import text_option
from argmap.coverage import Counts, MapCoverage
from argmap.findings import UsageError
from argmap.project import shown, write_text
from argmap.project.beside_texts import texts_of
from argmap.reports.coverage_json import coverage_json
from argmap.reports.coverage_page import coverage_page
from argmap.reports.coverage_text import coverage_text

_REPORTS: Final[Mapping[str, Callable[[Sequence[MapCoverage]], str]]] = {
    "text": coverage_text,
    "json": coverage_json,
    "html": coverage_page,
}


@click.command(
    epilog=examples(
        "argmap coverage",
        "argmap coverage --source report --fail-under 100",
        "argmap coverage -f html -o coverage.html",
        "argmap coverage claims/city --text article=../article.txt --missing",
    )
)
@paths_argument
@text_option
@click.option(
    "--source", "wanted", metavar="ID", help="Only this source.", shell_complete=completing.sources
)
@click.option("--missing", is_flag=True, help="Write out the sentences that are missing.")
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Exit 1 where less of the sentences is accounted for.",
)
@click.option(
    "-f",
    "--format",
    "report",
    type=one_of(*_REPORTS),
    default="text",
    show_default=True,
    help="How it is reported; html is a page of the texts with their sentences marked.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write to this file.  [default: -]"
)
@click.pass_context
def coverage(
    context: click.Context,
    *,
    paths: tuple[Path, ...],
    given: Mapping[str, Path],
    wanted: str | None,
    missing: bool,
    fail_under: float | None,
    report: str,
    output: Path | None,
) -> None:
    """Tell how much of each source a map accounts for, by sentence and by section.

    A sentence is accounted for where a node cites it. Those under `set_aside:` make no claim, and
    count apart. Looked at are sources with a `file:` in the project, and those given with --text.

    PATHS are claim files or directories of them. Without any, all maps of the project count.
    """
    project = project_of(paths)
    maps = loaded(project, paths)
    refuse_unknown_source(wanted, maps)
    covered = [covered_by(one, texts, wanted) for one, texts in texts_of(maps, project, given)]
    if not any(one.sources for one in covered):
        raise UsageError(_nothing(covered))
    if wanted is not None:
        covered = [one for one in covered if one.sources]
    text = (
        coverage_text(covered, with_words=missing)
        if report == "text"
        else _REPORTS[report](covered)
    )
    if output is None or output == Path("-"):
        click.echo(text, nl=False)
    else:
        write_text(output, text)
        click.echo(f"wrote {shown(output)}")
    share = Counts.sum(one.counts for one in covered).share
    if fail_under is not None and 100 * share < fail_under:
        click.echo(f"argmap: {100 * share:.2f} percent is less than {fail_under:g}", err=True)
        context.exit(1)


def _nothing(covered: Sequence[MapCoverage]) -> str:
    absent = [pair for one in covered for pair in one.absent]
    why = f" ('{absent[0][0]}': {absent[0][1]})" if absent else ""
    return (
        f"no source has a text at hand{why}; "
        "name a copy with `file:`, or give it with `--text ID=PATH`"
    )
