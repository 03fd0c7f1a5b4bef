"""`argmap init`: a first claim file for a new project, or the texts of the tutorial."""

from pathlib import Path
from typing import Final

import click

from argmap.cli.commands.schema import schema_text
from argmap.cli.options import examples
from argmap.findings import UsageError
from argmap.project import find_project, maps_of, shown, write_text

_SCHEMA: Final = ".schema.json"  # no claim file, as its name begins with a dot
_EXAMPLE: Final = f"""\
# yaml-language-server: $schema={_SCHEMA}
# Claims are sentences that need support; evidence is what sources say.
# `argmap check` finds the unsupported ones, `argmap render` draws the argument.
map:
  title: Should the city introduce a congestion charge?
  language: en

sources:
  counts-report:
    title: Traffic counts before and after the charge
    author: City Council
    date: "2024"

claims:
  city-should-charge:
    text: The city should introduce a congestion charge.
    type: policy
    main: true
    supporting:
      - charge-cuts-traffic
    contrasting:
      - shops-lose-trade

  charge-cuts-traffic:
    text: A charge cuts car traffic in the zone.
    type: cause
    supporting:
      - counts-fell

  shops-lose-trade:
    text: Shops in the zone lose trade.
    type: prediction

evidence:
  counts-fell:
    text: In the first year 18 percent fewer cars entered the zone.
    type: statistic
    cites: {{source: counts-report, page: "12"}}
"""


@click.command(
    epilog=examples("argmap init && argmap check && argmap render", "argmap init --tutorial")
)
@click.option(
    "--tutorial",
    is_flag=False,
    flag_value="last-bus",
    type=click.Path(path_type=Path),
    metavar="[DIR]",
    help="Write the texts of `argmap help tutorial` instead, into DIR or else `last-bus`.",
)
def init(*, tutorial: Path | None) -> None:
    """Make a first claim file, `claims/example.yaml`, to be changed into your own.

    Beside it comes `claims/.schema.json`, by which editors complete its keys. Nothing is
    overwritten: a project that has claim files is left alone. One claim of the example has no
    support, so that `argmap check` has something to say.
    """
    if tutorial is not None:
        _begin_tutorial(tutorial)
        return
    project = find_project()
    if any(one.files for one in maps_of(project)):
        message = f"there are claim files in '{shown(project.claims)}' already; add yours to them"
        raise UsageError(message)
    path = project.claims / "example.yaml"
    if path.exists():
        message = f"'{shown(path)}' is there already; move it away first"
        raise UsageError(message)
    beside = path.with_name(_SCHEMA)
    if not beside.exists():
        write_text(beside, f"{schema_text(project)}\n")
    write_text(path, _EXAMPLE)
    click.echo(f"wrote {shown(path)}; now try `argmap check` and `argmap render`")


def _begin_tutorial(directory: Path) -> None:
    from argmap.cli.tutorial import write_tutorial  # noqa: PLC0415 - wanted once in a lifetime

    for path in write_tutorial(directory):
        click.echo(f"wrote {shown(path)}")
    click.echo(f"now `cd {shown(directory)}`, and go on with `argmap help tutorial`")
