"""`argmap assess`: what can be accepted together, of maps and of frameworks in files."""

from pathlib import Path
from typing import Final

import click

from argmap.assess.dung.iccma import PROBLEMS
from argmap.assess.dung.reading import FrameworkFormat
from argmap.assess.dung.reductions import Reduction
from argmap.assess.dung.sat import UndecidedError
from argmap.assess.dung.semantics import Semantics
from argmap.cli.door import tell
from argmap.cli.options import examples, one_of, paths_argument
from argmap.findings import UsageError

_SECONDS: Final = 60.0


def _print_list(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's signature
    if wanted and not context.resilient_parsing:
        names = PROBLEMS if parameter.name == "problems" else tuple(FrameworkFormat)
        click.echo(f"[{','.join(names)}]")
        context.exit()


@click.command(
    epilog=examples(
        "argmap assess claims/sco --semantics preferred",
        "argmap assess claims/sco --reduction deductive --format json",
        "argmap assess -p DS-PR -f framework.af -a 12",
    )
)
@paths_argument
@click.option(
    "--semantics",
    type=one_of(*(one.value for one in Semantics)),
    default=Semantics.GROUNDED.value,
    show_default=True,
    help="What can be accepted together.",
)
@click.option(
    "--reduction",
    type=one_of(*(one.value for one in Reduction)),
    default=Reduction.EVIDENTIAL.value,
    show_default=True,
    help="How support is read.",
)
@click.option(
    "--format",
    "report",
    type=one_of("text", "json"),
    default="text",
    show_default=True,
    help="How it is reported.",
)
@click.option("-p", "problem", metavar="PROBLEM", help="Solve a problem of ICCMA, such as SE-PR.")
@click.option("-f", "file", type=click.Path(path_type=Path), help="The framework that -p is about.")
@click.option(
    "-fo",
    "form",
    type=one_of(*(one.value for one in FrameworkFormat)),
    help="How that file is written.",
)
@click.option("-a", "argument", metavar="ARG", help="The argument that DC and DS ask about.")
@click.option(
    "--limit",
    type=click.FloatRange(min=0),
    metavar="SECONDS",
    default=_SECONDS,
    show_default=True,
    help="When to give up and say that the answer is unknown.",
)
@click.option(
    "--problems",
    is_flag=True,
    is_eager=True,
    callback=_print_list,
    expose_value=False,
    help="List the problems of ICCMA.",
)
@click.option(
    "--formats",
    is_flag=True,
    is_eager=True,
    callback=_print_list,
    expose_value=False,
    help="List the formats of frameworks.",
)
@click.pass_context
def assess(  # noqa: PLR0913 - click passes each option by its name
    context: click.Context,
    *,
    paths: tuple[Path, ...],
    semantics: str,
    reduction: str,
    report: str,
    problem: str | None,
    file: Path | None,
    form: str | None,
    argument: str | None,
    limit: float,
) -> None:
    """Tell what of a map can be accepted together, under a semantics of Dung's.

    Claims, evidence and steps become arguments that attack each other. Told is of each node
    whether it is in some of the sets that can be accepted (defensible), in all (accepted), or in
    none. With -p the same is asked about a framework in a file, and answered as the competition
    ICCMA wants it: that of 2023 for .af, the earlier ones for .apx and .tgf.

    PATHS are claim files or directories of them. Without any, all maps of the project count.

    Exit codes: 0 answered, 1 unknown at the limit, 2 wrong use or nothing examined.
    """
    if problem is not None or file is not None:
        _refuse_maps(paths)
        _answer(context, problem, file, argument, form, limit)
    elif argument is not None or form is not None:
        message = "-a and -fo go with a problem; name it with -p, and its file with -f"
        raise UsageError(message)
    else:
        _report(context, paths, Semantics(semantics), Reduction(reduction), report, limit)


def _answer(
    context: click.Context,
    problem: str | None,
    file: Path | None,
    argument: str | None,
    form: str | None,
    limit: float,
) -> None:
    from argmap.cli.solving import solve_file  # noqa: PLC0415 - only this needs it

    if problem is None or file is None:
        message = (
            "-p and -f go together: a problem, and the file that it is about; "
            "a report on maps is chosen with --format"
        )
        raise UsageError(message)
    try:
        answer, remark = solve_file(
            problem, file, argument, limit, FrameworkFormat(form) if form else None
        )
    except UndecidedError as error:
        tell(f"{problem.upper()} of '{file.as_posix()}': {error}")
        context.exit(1)
    click.echo(answer, nl=False)
    if remark:
        tell(remark)


def _report(
    context: click.Context,
    paths: tuple[Path, ...],
    semantics: Semantics,
    reduction: Reduction,
    report: str,
    limit: float,
) -> None:
    # A solver of frameworks does without all that reads maps.
    from argmap.assess.dung.standing import standings  # noqa: PLC0415
    from argmap.cli.gather import loaded, project_of  # noqa: PLC0415
    from argmap.cli.solving import within  # noqa: PLC0415
    from argmap.reports.standings import (  # noqa: PLC0415
        MapStandings,
        standings_json,
        standings_text,
    )

    project = project_of(paths)
    free_types = project.configuration.free_types
    found = [
        MapStandings(
            one.name,
            one.map,
            semantics,
            reduction,
            standings(one.map, semantics, reduction, free_types, within(limit)),
        )
        for one in loaded(project, paths)
    ]
    click.echo((standings_json if report == "json" else standings_text)(found), nl=False)
    if any(one.has_unknown for one in found):
        tell(f"not all was decided within {limit:g} seconds; allow more with --limit")
        context.exit(1)


def _refuse_maps(paths: tuple[Path, ...]) -> None:
    if paths:
        message = "-p is about the framework in -f; leave the paths of maps away"
        raise UsageError(message)
