"""`argmap render`: maps as pictures."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

import click
from attrs import evolve

from argmap.cli import completing
from argmap.cli.gather import checked, loaded, project_of
from argmap.cli.idle import refuse_idle
from argmap.cli.options import examples, names_of, one_of, only_check_option, paths_argument
from argmap.cli.picturing import SUFFIXES, Format, Style, draw_all, format_of, wanted, with_texts
from argmap.cli.texts import text_option
from argmap.cli.watching import changes_on_disk, watch, watch_option
from argmap.project import Direction, LoadedMap, Project, Theme
from argmap.render import CrossEdges, EmbedSources, Engine, Order
from argmap.reports import summarize


@click.command(
    epilog=examples(
        "argmap render",
        "argmap render --check",
        "argmap render claims/city --focus charge-cuts-traffic --depth 2 -o focus.svg",
        "argmap render claims/city --status contested,refuted -o doubts.svg",
        "argmap render --diff main -o changes",
    )
)
@paths_argument
@click.option(
    "-f",
    "--format",
    "output_format",
    type=one_of(*SUFFIXES),
    help="What is written; png needs `argmap[png]`, pdf a browser.  [default: as -o ends, or svg]",
)
@click.option(
    "--engine",
    type=one_of(*get_args(Engine)),
    help="What places the boxes; dot needs Graphviz or `argmap[dot]`.  [default: tree]",
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
@click.option(
    "--focus",
    metavar="ID",
    help="Draw only what is near this node.",
    shell_complete=completing.nodes,
)
@click.option(
    "--depth",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    metavar="N",
    help="How near, in steps.",
)
@click.option(
    "--section", metavar="NAME", help="Draw only this section.", shell_complete=completing.sections
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    metavar="STATUS[,...]",
    shell_complete=completing.statuses,
    help="Draw only what is supported, contested, ..., flagged or stale, and what that touches.",
)
@click.option(
    "--diff",
    "since",
    metavar="REV",
    help="Draw what changed since a revision of git, and what that touches.",
)
@click.option(
    "--max-nodes",
    type=click.IntRange(1),
    metavar="N",
    help="Fold away the deepest branches, so that at most so many nodes are drawn.",
)
@click.option(
    "--cross-edges",
    type=one_of(*get_args(CrossEdges)),
    default="auto",
    show_default=True,
    help="Draw the edges that leave the tree, or name their ends in the boxes.",
)
@click.option(
    "--order",
    type=one_of(*get_args(Order)),
    help="Crossings swaps neighbours where lines cross much less then.  [default: author]",
)
@click.option(
    "--frames/--no-frames",
    default=None,
    help="Frame what stands together in a section.  [default: where sections lie together]",
)
@click.option(
    "--strength",
    type=one_of("quadratic-energy", "df-quad", "euler", "mlp"),
    is_flag=False,
    flag_value="quadratic-energy",
    help="Tell the strength of each node by a semantics; alone, by quadratic-energy.",
)
@click.option(
    "--load-bearing", is_flag=True, help="Mark what a main claim cannot do without to be supported."
)
@click.option(
    "--embed-sources",
    type=one_of(*get_args(EmbedSources)),
    default="none",
    show_default=True,
    help="What an html page carries of texts at hand; excerpt is what is around the words cited.",
)
@text_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|DIR|-",
    help="Where pictures go; `-` is standard output.  [default: renders]",
)
@only_check_option
@watch_option
@click.pass_context
def render(  # noqa: PLR0913 - an argument for each option
    context: click.Context,
    *,
    paths: tuple[Path, ...],
    output_format: Format | None,
    engine: Engine | None,
    theme: Theme | None,
    direction: Direction | None,
    focus: str | None,
    depth: int,
    section: str | None,
    statuses: tuple[str, ...],
    since: str | None,
    max_nodes: int | None,
    cross_edges: CrossEdges,
    order: Order | None,
    frames: bool | None,
    strength: str | None,
    load_bearing: bool,
    embed_sources: EmbedSources,
    given: Mapping[str, Path],
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

    With --diff each map has one picture, `NAME.svg` in the directory that -o names, or FILE: what
    was added, removed, reworded, and relations that turned.

    With -f html each map is one page to walk about in, which needs nothing from outside. Texts of
    sources go into it with --embed-sources only; mind their licences.

    An option that would do nothing, as --depth without --focus, is refused.
    """

    def run() -> int:
        project = project_of(paths)
        configured = project.configuration.render
        chosen_engine = engine or configured.engine
        chosen_format = output_format or format_of(output)
        refuse_idle(context, chosen_format, chosen_engine)
        # What the configuration wishes for all pictures, a viewer leaves to its readers.
        most_nodes = None if chosen_format == "html" else configured.max_nodes
        style = Style(
            output=chosen_format,
            engine=chosen_engine,
            theme=theme or configured.theme,
            direction=direction or configured.direction,
            cross_edges=cross_edges,
            order=order or configured.order,
            focus=focus,
            depth=depth,
            section=section,
            statuses=names_of(statuses),
            since=since,
            max_nodes=most_nodes if max_nodes is None else max_nodes,
            # Likewise one by Graphviz does without.
            frames=configured.frames if frames is None and chosen_engine != "dot" else frames,
            colours=configured.colours,
            fonts=configured.fonts,
            embed_sources=embed_sources,
            strength=strength,
            load_bearing=load_bearing,
        )
        maps = loaded(project, paths)
        style = evolve(
            style,
            assessments={id(one.map): one.assessment for one in maps},
            reviews={id(one.map): one.reviews for one in maps},
        )
        _tell_findings(maps, project, given)
        pictures, old = wanted(project, maps, style, output)
        style = with_texts(style, project, maps, given)
        return draw_all(pictures, old, style, output, only_check=only_check)

    if is_watching:
        watch(run, changes_on_disk(paths))
    else:
        context.exit(run())


def _tell_findings(maps: Sequence[LoadedMap], project: Project, given: Mapping[str, Path]) -> None:
    summary = summarize(checked(maps, project, given=given))
    if summary.errors or summary.warnings or summary.notes:
        click.echo(f"`argmap check` finds {summary.found} in what is drawn", err=True)
