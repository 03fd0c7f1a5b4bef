"""Which pictures `argmap render` draws, how, and where they go."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import click
from attrs import evolve, field, frozen

from argmap.cli.gather import STANDARD_STREAM, the_map_of
from argmap.extract.at_hand import TextAtHand
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
    write_bytes,
)
from argmap.project.beside_texts import texts_of
from argmap.render import CrossEdges, EmbedSources, Engine, Order, Output
from argmap.render import render as drawn
from argmap.reports import counted

if TYPE_CHECKING:
    from argmap.assess import Assessment
    from argmap.passages import SourceText
    from argmap.review import Review

Format: TypeAlias = Output | Literal["png", "pdf"]

SUFFIXES: Final[Mapping[Format, str]] = {
    "svg": ".svg",
    "png": ".png",
    "pdf": ".pdf",
    "dot": ".dot",
    "mermaid": ".mmd",
    "markdown": ".md",
    "html": ".html",
}
"""The formats of pictures, and how the names of their files end."""


@frozen
class Style:
    """How pictures are drawn: the options that go to the renderer as they are.

    The texts that pages of viewers may carry are by the `id()` of a map, and then by source; so
    are reviews, and what stands in maps.
    """

    output: Format
    engine: Engine
    theme: Theme
    direction: Direction
    cross_edges: CrossEdges
    order: Order
    focus: str | None
    depth: int
    section: str | None
    statuses: tuple[str, ...]
    since: str | None
    max_nodes: int | None
    frames: bool | None
    colours: Mapping[str, tuple[str, str]]
    fonts: tuple[str, ...]
    embed_sources: EmbedSources
    strength: str | None = None
    load_bearing: bool = False
    texts: "Mapping[int, Mapping[str, SourceText]]" = field(factory=dict)
    reviews: "Mapping[int, tuple[Review, ...]]" = field(factory=dict)
    assessments: "Mapping[int, Assessment]" = field(factory=dict)

    @property
    def is_of_a_part(self) -> bool:
        """Whether it is not the whole map that is drawn."""
        return self.focus is not None or self.section is not None or bool(self.statuses)

    def draw(self, picture: Picture) -> bytes:
        """Return a picture."""
        if self.output == "png" or self.output == "pdf":  # noqa: PLR1714 - mypy follows this
            return self._printed(picture, self.output)
        return self._text(picture, self.output, self.theme).encode()

    def _printed(self, picture: Picture, form: Literal["png", "pdf"]) -> bytes:
        # Once it is pixels or paper, it follows nobody's screen.
        svg = self._text(picture, "svg", "light" if self.theme == "auto" else self.theme)
        if form == "png":
            from argmap.render.png import to_png  # noqa: PLC0415 - an extra

            return to_png(svg)
        from argmap.project.browser import to_pdf  # noqa: PLC0415 - seldom

        return to_pdf(svg)

    def _text(self, picture: Picture, output: Output, theme: Theme) -> str:
        return drawn(
            picture.map,
            output=output,
            engine=self.engine,
            theme=theme,
            direction=self.direction,
            cross_edges=self.cross_edges,
            order=self.order,
            focus=self.focus,
            depth=self.depth,
            section=picture.section,
            statuses=self.statuses,
            max_nodes=self.max_nodes,
            frames=self.frames,
            colours=self.colours,
            fonts=self.fonts,
            before=picture.before,
            since=self.since or "",
            reviews=self.reviews.get(id(picture.map), ()),
            assessment=self.assessments.get(id(picture.map)),
            strengths=self.strength,
            load_bearing=self.load_bearing,
            texts=self.texts.get(id(picture.map)),
            embed_sources=self.embed_sources,
        )


def with_texts(
    style: Style, project: Project, maps: Sequence[LoadedMap], given: Mapping[str, Path]
) -> Style:
    """Return a style with the texts of sources, where its pictures are to carry some.

    Args:
        style: how pictures are drawn.
        project: where the files lie that sources name.
        maps: the maps that are drawn.
        given: texts of sources, in place of the files that these name.
    """
    if style.output != "html" or style.embed_sources == "none":
        return style
    texts = {
        id(one.map): {
            source: text.source for source, text in found.items() if isinstance(text, TextAtHand)
        }
        for one, found in texts_of(maps, project, given)
    }
    return evolve(style, texts=texts)


def format_of(output: Path | None) -> Format:
    """Return the format that the name of a file ends in, or SVG."""
    suffix = output.suffix.lower() if output else ""
    return next((form for form, known in SUFFIXES.items() if known == suffix), "svg")


def wanted(
    project: Project, maps: Sequence[LoadedMap], style: Style, output: Path | None
) -> tuple[Sequence[Picture], Sequence[Path]]:
    """Return what is to be drawn, and the files of pictures that are no more."""
    if style.since is not None:
        return _of_changes(project, maps, style, output, style.since), ()
    if style.is_of_a_part or not _is_directory(output):
        return (_one_picture(maps, output, style),), ()
    directory = output or project.renders
    suffix = SUFFIXES[style.output]
    # A viewer shows its sections itself.
    with_sections = project.configuration.render.sections and style.output != "html"
    pictures = pictures_of(maps, directory, suffix, with_sections=with_sections)
    return pictures, left_over(maps, pictures, directory, suffix) if with_sections else ()


def _of_changes(
    project: Project, maps: Sequence[LoadedMap], style: Style, output: Path | None, since: str
) -> Sequence[Picture]:
    """Return the pictures of what changed since a revision of git."""
    if style.is_of_a_part:
        message = "--diff draws all that changed; leave out --focus, --section and --status"
        raise UsageError(message)
    if any(one.origin is None for one in maps):
        message = "standard input has no earlier state; give paths with --diff"
        raise UsageError(message)
    if output is None:
        message = "say where pictures of changes go: `-o DIR`, `-o FILE`, or `-o -`"
        raise UsageError(message)
    from argmap.project import load_earlier  # noqa: PLC0415 - most pictures are of the present

    maps = [one for one in maps if one.files]
    if _is_directory(output):
        found = pictures_of(maps, output, SUFFIXES[style.output], with_sections=False)
    else:
        found = (_one_picture(maps, output, style),)
    # Every map has one picture, in the same order.
    states = load_earlier(project, maps, since)
    return [evolve(one, before=state.map) for one, state in zip(found, states, strict=True)]


def draw_all(
    pictures: Sequence[Picture],
    old: Sequence[Path],
    style: Style,
    output: Path | None,
    *,
    only_check: bool,
) -> int:
    """Print, compare or write pictures, and return the exit code."""
    if output == STANDARD_STREAM and only_check:
        message = "--check compares files; leave it out, or give a file or directory with -o"
        raise UsageError(message)
    if output == STANDARD_STREAM:
        # As bytes, so that the ends of lines are the same on every system.
        click.echo(style.draw(pictures[0]), nl=False)
    elif only_check:
        return int(_compare(pictures, old, style.draw))
    else:
        _write(pictures, old, style.draw)
    return 0


def _is_directory(output: Path | None) -> bool:
    if output is None:
        return True
    return output != STANDARD_STREAM and (output.is_dir() or not output.suffix)


def _one_picture(maps: Sequence[LoadedMap], output: Path | None, style: Style) -> Picture:
    """Return the one picture that was asked for."""
    section = style.section
    if output is None or (output != STANDARD_STREAM and output.is_dir()):
        message = "say where the picture goes: `-o FILE`, or `-o -` for standard output"
        raise UsageError(message)
    if style.focus is not None:
        chosen = the_map_of(style.focus, maps)
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
    pictures: Sequence[Picture], old: Sequence[Path], draw: Callable[[Picture], bytes]
) -> None:
    """Write what changed, and say so."""
    with _progress(pictures) as steps:
        written = [one.path for one in steps if write_bytes(one.path, draw(one))]
    for path in written:
        click.echo(f"wrote {shown(path)}")
    for path in old:
        click.echo(f"left over: {shown(path)} shows no section of its map; remove it", err=True)
    same = len(pictures) - len(written)
    click.echo(f"drew {counted(len(pictures), 'picture')}: {len(written)} new, {same} unchanged")


def _compare(
    pictures: Sequence[Picture], old: Sequence[Path], draw: Callable[[Picture], bytes]
) -> bool:
    """Say which files are not what they should be, and whether there are any."""
    with _progress(pictures) as steps:
        wrong = [one.path for one in steps if not holds(one.path, draw(one))]
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
