"""`argmap assess`: what stands, and what it rests on; and frameworks in files, solved."""

from pathlib import Path
from typing import Final

import click

from argmap.assess.dung.reading import FrameworkFormat
from argmap.assess.dung.reductions import Reduction
from argmap.assess.dung.semantics import Semantics
from argmap.cli import completing
from argmap.cli.door import tell
from argmap.cli.options import examples, one_of, paths_argument
from argmap.findings import UsageError

_SECONDS: Final = 60.0

STRUCTURAL: Final = "structural"
NUMBERS: Final = ("df-quad", "quadratic-energy", "euler", "mlp")
BOUNDS: Final = "bounds"
PROOF: Final = "proof-standard"
SEMANTICS_NAMES: Final = (STRUCTURAL, *(one.value for one in Semantics), *NUMBERS, BOUNDS, PROOF)


def _print_list(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's signature
    if wanted and not context.resilient_parsing:
        from argmap.assess.dung.iccma import PROBLEMS  # noqa: PLC0415 - most runs solve none

        names = PROBLEMS if parameter.name == "problems" else tuple(FrameworkFormat)
        click.echo(f"[{','.join(names)}]")
        context.exit()


@click.command(
    epilog=examples(
        "argmap assess",
        "argmap assess --why charge-cuts-traffic",
        "argmap assess --flips charge-cuts-traffic",
        "argmap assess --what-if counts-fell=out",
        "argmap assess claims/city --semantics preferred --format json",
        "argmap assess --semantics quadratic-energy",
        "argmap assess --semantics proof-standard --standard CCE",
        "argmap assess -p DS-PR -f framework.af -a 12",
    )
)
@paths_argument
@click.option(
    "--why",
    "reason_of",
    metavar="ID",
    help="Tell why one node stands as it does; of a strength, what moves it.",
    shell_complete=completing.nodes,
)
@click.option(
    "--flips",
    "flips_of",
    metavar="ID",
    help="Tell which single losses would change how one node stands.",
    shell_complete=completing.nodes,
)
@click.option(
    "--what-if",
    "suppositions",
    metavar="ID=out|in",
    multiple=True,
    help="Tell what would change if a node or relation were gone, or a node beyond doubt.",
    shell_complete=completing.suppositions,
)
@click.option(
    "--semantics",
    type=one_of(*SEMANTICS_NAMES),
    metavar="NAME",
    default=STRUCTURAL,
    show_default=True,
    help=f"By what it is told what stands: {', '.join(SEMANTICS_NAMES)}.",
)
@click.option(
    "--reduction",
    type=one_of(*(one.value for one in Reduction)),
    default=Reduction.EVIDENTIAL.value,
    show_default=True,
    help="How Dung's semantics read support.",
)
@click.option(
    "--standard",
    type=one_of("SE", "PE", "CCE", "BRD", "DV"),
    default="PE",
    show_default=True,
    help="The proof standard, for the semantics of that name.",
)
@click.option(
    "--thresholds",
    metavar="NAME",
    default="carneades4",
    show_default=True,
    help="What clear and reasonable mean: carneades4 or gordon-walton.",
    shell_complete=completing.thresholds,
)
@click.option(
    "--linked",
    type=one_of("product", "minimum"),
    default="product",
    show_default=True,
    help="How strong linked premises are, for semantics with numbers.",
)
@click.option(
    "--format",
    "report",
    type=one_of("table", "json"),
    default="table",
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
    reason_of: str | None,
    flips_of: str | None,
    suppositions: tuple[str, ...],
    semantics: str,
    reduction: str,
    standard: str,
    thresholds: str,
    linked: str,
    report: str,
    problem: str | None,
    file: Path | None,
    form: str | None,
    argument: str | None,
    limit: float,
) -> None:
    """Tell what stands in a map, and what it rests on.

    Structural status is about evidence and its steps: does grounded evidence reach a claim, for it
    or against it? Other semantics are taken by name: those of Dung (grounded, preferred and so
    on: which nodes can be accepted together), those with numbers (df-quad, quadratic-energy,
    euler, mlp), bounds (between what the probability of each lies, after Fréchet), and the proof
    standards of Carneades.

    With -p a problem of the competition ICCMA is solved on a framework in a file, and answered
    as that wants it: as in 2023 for .af, as in earlier years for .apx and .tgf.

    PATHS are claim files, directories of them, or files in another format that `argmap formats`
    lists. Without any, all maps of the project count.

    Exit codes: 0 answered, 1 unknown at the limit, 2 wrong use or nothing examined.
    """
    if problem is not None or file is not None:
        _refuse_maps(paths)
        _answer(context, problem, file, argument, form, limit)
        return
    if argument is not None or form is not None:
        message = "-a and -fo go with a problem; name it with -p, and its file with -f"
        raise UsageError(message)
    # A solver of frameworks does without all that reads maps.
    from argmap.cli.asked import Asked  # noqa: PLC0415
    from argmap.cli.weighing import weighed  # noqa: PLC0415

    asked = Asked(
        semantics, reduction, standard, thresholds, linked, limit, reason_of, flips_of, suppositions
    )
    text, is_known = weighed(asked, paths, as_json=report == "json")
    click.echo(text, nl=False)
    if not is_known:
        tell(f"not all was decided within {limit:g} seconds; allow more with --limit")
        context.exit(1)


def _answer(
    context: click.Context,
    problem: str | None,
    file: Path | None,
    argument: str | None,
    form: str | None,
    limit: float,
) -> None:
    from argmap.assess.dung.sat import UndecidedError  # noqa: PLC0415 - only this needs it
    from argmap.cli.solving import solve_file  # noqa: PLC0415 - the same

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


def _refuse_maps(paths: tuple[Path, ...]) -> None:
    if paths:
        message = "-p is about the framework in -f; leave the paths of maps away"
        raise UsageError(message)
