"""`argmap baseline`: take what is wrong now as known, so that only what is new fails."""

from pathlib import Path

import click

from argmap.checks import baseline_of
from argmap.cli.gather import STANDARD_STREAM, checked, loaded, project_of
from argmap.cli.knowing import baseline_file
from argmap.cli.options import examples, paths_argument
from argmap.project import shown, write_text
from argmap.reports import counted


@click.command(
    epilog=examples("argmap baseline", "argmap check", "argmap check --no-baseline  # all of it")
)
@paths_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Where to write it.  [default: argmap-baseline.json, or as configured]",
)
def baseline(*, paths: tuple[Path, ...], output: Path | None) -> None:
    """Take what is wrong now as known, so that `argmap check` tells and fails on what is new.

    For a project that begins to check maps which it has had for long. The file has a line for
    each finding that counts now; keep it in git, and make it anew when some of them are mended.
    Findings are recognised where lines move, files are renamed, and other nodes change.

    PATHS are claim files or directories of them. Without any, all maps of the project count.
    """
    project = project_of(paths)
    found = checked(loaded(project, paths), project)
    findings = [finding for one in found for finding in one.findings]
    if output == STANDARD_STREAM:
        click.echo(baseline_of(findings), nl=False)
        return
    path = output or baseline_file(project)
    word = "wrote" if write_text(path, baseline_of(findings)) else "left alone"
    click.echo(f"{word} {shown(path)}: {counted(len(findings), 'finding')} known")
