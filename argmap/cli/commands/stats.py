"""`argmap stats`: how many of everything maps have."""

from pathlib import Path

import click

from argmap.cli.gather import loaded, project_of
from argmap.cli.options import examples, paths_argument, report_option
from argmap.reports import count, counts_json, counts_text


@click.command(epilog=examples("argmap stats", "argmap stats claims/city -f json"))
@paths_argument
@report_option("How the numbers are written.")
def stats(*, paths: tuple[Path, ...], report: str) -> None:
    """Count what maps are made of: claims, evidence and relations by type and status.

    PATHS are claim files, directories of them, or files in another format that `argmap formats`
    lists. Without any, all maps of the project are
    counted, each and together. Where there are reviews, it tells how they stand.
    """
    maps = loaded(project_of(paths), paths)
    counts = [count(one.name, one.map, one.assessment, one.reviews) for one in maps]
    click.echo((counts_json if report == "json" else counts_text)(counts), nl=False)
