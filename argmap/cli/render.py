"""`argmap render`: maps as pictures."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, get_args

import click
from attrs import frozen

from argmap.cli.gather import STANDARD_STREAM, checked, loaded, project_of, the_map_of
from argmap.cli.options import examples, one_of, paths_argument
from argmap.cli.watching import changes_on_disk, watch, watch_option
from argmap.findings import UsageError
from argmap.project import (
    Direction,
    LoadedMap,
    Picture,
    Project,
    Theme,
    holds,
    left_over,
    pictures_of,
    sections_of,
    shown,
    write_text,
)
from argmap.render import CrossEdges, Engine, Output
from argmap.render import render as drawn
from argmap.reports import counted, summarize

_SUFFIXES: Final = {
    "svg": ".svg",
    "dot": ".dot",
    "mermaid": ".mmd",
    "markdown": ".md",
    "html": ".html",
}


@frozen
class _Style:
    """How pictures are drawn: the options that go to the renderer as they are."""

    output: Output
    engine: Engine
    theme: Theme
    direction: Direction
    cross_edges: CrossEdges
    focus: str | None
    depth: int

    def draw(self, picture: Picture) -> str:
        """Return a picture as text."""
        return drawn(
            picture.map,
            output=self.output,
            engine=self.engine,
            theme=self.theme,
            direction=self.direction,
            cross_edges=self.cross_edges,
            focus=self.focus,
            depth=self.depth,
            section=picture.section,
        )


@click.command(
    epilog=examples(
        "argmap render",
        "argmap render --check",
        "argmap render claims/city --focus cuts-traffic --depth 2 -o focus.svg",
    )
)
@paths_argument
@click.option(
    "-f",
    "--format",
    "output_format",
    type=one_of(*_SUFFIXES),
    default="svg",
    show_default=True,
    help="What is written.",
)
@click.option(
    "--engine",
    type=one_of(*get_args(Engine)),
    help="What places the boxes; dot needs Graphviz.  [default: tree]",
)
@click.option(
    "--theme",
    type=one_of(*get_args(Theme)),
    help="Colours; auto follows the reader's screen.  [default: auto]",
)
@click.option(
    "--direction",
    type=one_of(*get_args(Direction)),
    help="Where the argument grows to from its main claims.  [default: lr]",
)
@click.option("--focus", metavar="ID", help="Draw only what is near this node.")
@click.option(
    "--depth", type=click.IntRange(0), default=1, show_default=True, help="How near, in steps."
)
@click.option("--section", metavar="NAME", help="Draw only this section.")
@click.option(
    "--cross-edges",
    type=one_of(*get_args(CrossEdges)),
    default="auto",
    show_default=True,
    help="Draw the edges that leave the tree, or name their ends in the boxes.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|DIR|-",
    help="Where pictures go; `-` is standard output.  [default: renders]",
)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 on differences.")
@watch_option
@click.pass_context
def render(  # noqa: PLR0913 - an argument for each option
    context: click.Context,
    *,
    paths: tuple[Path, ...],
    output_format: Output,
    engine: Engine | None,
    theme: Theme | None,
    direction: Direction | None,
    focus: str | None,
    depth: int,
    section: str | None,
    cross_edges: CrossEdges,
    output: Path | None,
    only_check: bool,
    is_watching: bool,
) -> None:
    """Draw maps into pictures: each map, and each of its sections.

    PATHS are claim files or directories of them. Without any, all maps of the project are drawn.
    Pictures go to `renders/NAME.svg` and `renders/NAME/SECTION.svg`; a file that is equal already
    is left alone. Maps with errors are drawn too: what is missing stands there as a ghost.

    With --check nothing is written: pictures that are missing, differ, or belong to a section
    that is gone are named, and the exit code is 1.
    """

    def run() -> int:
        project = project_of(paths)
        configured = project.configuration.render
        style = _Style(
            output=output_format,
            engine=engine or configured.engine,
            theme=theme or configured.theme,
            direction=direction or configured.direction,
            cross_edges=cross_edges,
            focus=focus,
            depth=depth,
        )
        maps = loaded(project, paths)
        _tell_findings(maps, project)
        pictures, old = _pictures(project, maps, style, output, section)
        return _draw(pictures, old, style, output, only_check=only_check)

    if is_watching:
        watch(run, changes_on_disk(paths))
    else:
        context.exit(run())


def _pictures(
    project: Project,
    maps: Sequence[LoadedMap],
    style: _Style,
    output: Path | None,
    section: str | None,
) -> tuple[Sequence[Picture], Sequence[Path]]:
    """Return what is to be drawn, and the files of pictures that are no more."""
    if style.focus is not None or section is not None or not _is_directory(output):
        return (_one_picture(maps, output, style.focus, section),), ()
    directory = output or project.renders
    suffix = _SUFFIXES[style.output]
    # A viewer shows its sections itself.
    with_sections = project.configuration.render.sections and style.output != "html"
    pictures = pictures_of(maps, directory, suffix, with_sections=with_sections)
    return pictures, left_over(maps, pictures, directory, suffix) if with_sections else ()


def _draw(
    pictures: Sequence[Picture],
    old: Sequence[Path],
    style: _Style,
    output: Path | None,
    *,
    only_check: bool,
) -> int:
    """Print, compare or write pictures, and return the exit code."""
    if output == STANDARD_STREAM:
        # As bytes, so that the ends of lines are the same on every system.
        click.echo(style.draw(pictures[0]).encode(), nl=False)
    elif only_check:
        return int(_compare(pictures, old, style.draw))
    else:
        _write(pictures, old, style.draw)
    return 0


def _is_directory(output: Path | None) -> bool:
    if output is None:
        return True
    return output != STANDARD_STREAM and (output.is_dir() or not output.suffix)


def _one_picture(
    maps: Sequence[LoadedMap], output: Path | None, focus: str | None, section: str | None
) -> Picture:
    """Return the one picture that was asked for."""
    if output is None or (output != STANDARD_STREAM and output.is_dir()):
        message = "say where the picture goes: `-o FILE`, or `-o -` for standard output"
        raise UsageError(message)
    if focus is not None:
        chosen = the_map_of(focus, maps)
    elif len(maps) == 1:
        chosen = maps[0]
    else:
        names = ", ".join(one.name for one in maps)
        message = f"there are {len(maps)} maps: {names}; give the path of the one to draw"
        raise UsageError(message)
    if section is not None and section not in sections_of(chosen.map):
        headings = ", ".join(f"'{heading}'" for heading in sections_of(chosen.map)) or "none"
        message = f"the map {chosen.name} has no section '{section}'; its sections are {headings}"
        raise UsageError(message)
    return Picture(output, chosen.map, section)


def _write(
    pictures: Sequence[Picture], old: Sequence[Path], draw: Callable[[Picture], str]
) -> None:
    """Write what changed, and say so."""
    with _progress(pictures) as steps:
        written = [one.path for one in steps if write_text(one.path, draw(one))]
    for path in written:
        click.echo(f"wrote {shown(path)}")
    for path in old:
        click.echo(f"left over: {shown(path)} shows no section of its map; remove it", err=True)
    same = len(pictures) - len(written)
    click.echo(f"drew {counted(len(pictures), 'picture')}: {len(written)} new, {same} unchanged")


def _compare(
    pictures: Sequence[Picture], old: Sequence[Path], draw: Callable[[Picture], str]
) -> bool:
    """Say which files are not what they should be, and whether there are any."""
    with _progress(pictures) as steps:
        wrong = [one.path for one in steps if not holds(one.path, draw(one).encode())]
    for path in wrong:
        click.echo(f"{'differs' if path.exists() else 'missing'}: {shown(path)}")
    for path in old:
        click.echo(f"left over: {shown(path)}")
    if wrong or old:
        click.echo("draw them without --check; remove what is left over", err=True)
    right = len(pictures) - len(wrong)
    click.echo(f"compared {counted(len(pictures), 'picture')}: {right} up to date")
    return bool(wrong or old)


@contextmanager
def _progress(pictures: Sequence[Picture]) -> Iterator[Iterator[Picture]]:
    """Go through pictures, with a bar where a person looks on."""
    if len(pictures) > 1 and sys.stderr.isatty():
        with click.progressbar(pictures, label="drawing", file=sys.stderr) as bar:
            yield iter(bar)
    else:
        yield iter(pictures)


def _tell_findings(maps: Sequence[LoadedMap], project: Project) -> None:
    summary = summarize(checked(maps, project))
    if summary.errors or summary.warnings or summary.notes:
        click.echo(f"`argmap check` finds {summary.found} in what is drawn", err=True)
