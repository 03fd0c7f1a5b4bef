"""`argmap formats`: the formats, and what maps to what in each."""

import click

from argmap.cli import completing
from argmap.cli.options import examples
from argmap.formats import FORMATS, format_named


@click.command(epilog=examples("argmap formats", "argmap formats argdown"))
@click.argument("name", required=False, shell_complete=completing.formats)
def formats(*, name: str | None) -> None:
    """List the formats that maps are read from and written to.

    With the NAME of a format, tell what becomes of its parts, and of those of a map.
    """
    if name is not None:
        click.echo(format_named(name).page)
        return
    widest = max(len(one.name) for one in FORMATS)
    for one in FORMATS:
        does = f"{'read' if one.reads else '':<5}{'write' if one.writes else ''}"
        click.echo(f"{one.name:<{widest}}  {does:<10}  {one.suffixes[0]:<9}  {one.title}")
