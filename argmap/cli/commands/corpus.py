"""`argmap corpus`: thousands of maps at once."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from attrs import frozen

from argmap.cli import completing
from argmap.cli.door import tell
from argmap.cli.options import examples, names_of, one_of, report_option
from argmap.findings import UsageError
from argmap.project.clock import today

_Command = TypeVar("_Command", bound=Callable[..., Any])

NUMBERS: Final = ("df-quad", "quadratic-energy", "euler", "mlp")


@frozen
class Wanted:
    """How a corpus is worked on, and where the results go."""

    paths: tuple[Path, ...]
    jobs: int
    engine: str
    output: Path | None
    report: str
    limit: int | None


@click.group(
    epilog=examples(
        "argmap corpus stats texts",
        "argmap corpus check texts --jobs 4 -o findings.parquet",
        "argmap corpus assess texts --semantics quadratic-energy -o claims.jsonl",
    )
)
def corpus() -> None:
    """Check, count or assess thousands of maps, in any format that argmap reads.

    Each file below the paths is a map; the `claims` directory of a project stands for its maps.
    Files in no known format are counted and passed over. So are bad ones, and each is told.

    Records go to the file that -o names as they come, in the order of the input: as lines of
    JSON (.jsonl), or as Parquet (.parquet), for DuckDB, pandas or Polars. The last thing printed
    is a summary.

    Exit codes: 0 all were read, whatever was found in them; 1 some are bad; 2 wrong use, or
    nothing was read.
    """


def _options(command: _Command) -> _Command:
    """Add what the commands of the group have in common."""
    for add in reversed(
        (
            click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path)),
            click.option(
                "--jobs",
                type=click.IntRange(min=1),
                metavar="N",
                default=lambda: os.cpu_count() or 1,
                show_default="one for each processor",
                help="How many processes work.",
            ),
            click.option(
                "--engine",
                type=one_of("processes", "dask"),
                default="processes",
                show_default=True,
                help="What runs the work. Dask goes beyond one machine, where "
                "DASK_SCHEDULER_ADDRESS names a scheduler.",
            ),
            click.option(
                "-o",
                "--output",
                type=click.Path(path_type=Path),
                metavar="FILE",
                help="Write a record of each result to FILE.jsonl or FILE.parquet; to `-`, lines "
                "of JSON, and the summary to standard error.",
            ),
            report_option("How the summary is written."),
            click.option(
                "--limit",
                type=click.IntRange(min=1),
                metavar="N",
                help="Stop after so many maps.",
            ),
        )
    ):
        command = add(command)
    return command


@corpus.command(
    epilog=examples(
        "argmap corpus check texts",
        "argmap corpus check texts --select core -o findings.jsonl",
    )
)
@_options
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    help="Rules to run, as in check.",
    shell_complete=completing.selections,
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="RULES",
    help="Rules not to run.",
    shell_complete=completing.selections,
)
@click.pass_context
def check(
    context: click.Context,
    /,
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    **options: Any,  # noqa: ANN401 - click's values of the common options
) -> None:
    """Say what is wrong with many maps: a record for each finding.

    Its fields: map, path, line, column, code, rule, severity, subject, message. The summary
    counts them by rule. Findings do not change the exit code.
    """
    how = {"select": names_of(select), "ignore": names_of(ignore), "today": today()}
    context.exit(_done("check", how, Wanted(**options)))


@corpus.command(epilog=examples("argmap corpus stats texts", "argmap corpus stats texts -f json"))
@_options
@click.pass_context
def stats(context: click.Context, /, **options: Any) -> None:  # noqa: ANN401 - as in check
    """Count what many maps are made of: a record for each map.

    Its fields: map, format, title, claims, evidence, relations; relations by stance (supports,
    contrasts, undercuts, restates); claims by status (supported, contested, refuted, unsupported,
    assumed, withdrawn); sources, passages.
    """
    context.exit(_done("stats", {}, Wanted(**options)))


@corpus.command(
    epilog=examples(
        "argmap corpus assess texts -o claims.parquet",
        "argmap corpus assess texts --semantics df-quad -o -",
    )
)
@_options
@click.option("--semantics", type=one_of(*NUMBERS), help="Give strengths too, by this semantics.")
@click.pass_context
def assess(context: click.Context, /, *, semantics: str | None, **options: Any) -> None:  # noqa: ANN401 - as in check
    """Tell what stands in many maps: a record for each claim.

    Its fields: map, id, status, strength; the last is null without --semantics.
    """
    context.exit(_done("assess", {"semantics": semantics or ""}, Wanted(**options)))


def _done(kind: Any, how: dict[str, Any], wanted: Wanted) -> int:  # noqa: ANN401 - a word that mypy would want literal
    """Do the work, print, and return the exit code."""
    # Help does without all that reads maps.
    from argmap.cli.corpus_output import records_to  # noqa: PLC0415
    from argmap.corpus import State, Summary, Task, run  # noqa: PLC0415
    from argmap.project.walking import places_below  # noqa: PLC0415

    summary = Summary(kind)
    places = places_below(wanted.paths)
    engine: Any = wanted.engine
    with records_to(wanted.output, kind) as add, _progress(wanted) as forward:
        outcomes = run(Task(kind, **how), places, jobs=wanted.jobs, engine=engine)
        for outcome in outcomes:
            summary.add(outcome)
            for record in outcome.records:
                add(record)
            forward()
            if outcome.state is State.BAD:
                _tell_above(f"{outcome.name}: {outcome.reason}")
            if summary.maps == wanted.limit:
                break
        # Where the limit stops it, those who work ahead are stopped here and not later.
        outcomes.close()
    text = summary.json() if wanted.report == "json" else summary.text()
    click.echo(text, nl=False, err=wanted.output == Path("-"))
    if not summary.maps:
        message = (
            "no map was read; give files or directories with maps in a format that "
            "`argmap formats` lists"
        )
        raise UsageError(message)
    return int(summary.bad > 0)


def _tell_above(message: str) -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)  # where the progress bar is
    tell(message)


@contextmanager
def _progress(wanted: Wanted) -> Iterator[Callable[[], None]]:
    """Show on a terminal how far the work is; give what counts one step."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from argmap.project.walking import count_below  # noqa: PLC0415 - as above

    length = count_below(wanted.paths)
    with click.progressbar(length=length, label="maps", show_pos=True, file=sys.stderr) as bar:
        yield lambda: bar.update(1)
