"""The way from a map to a picture: scene, part, layout, ink."""

# ruff: noqa: PLC0415 - what draws takes long to import, and most runs of argmap draw nothing

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.collector import collector_at_rest
from argmap.findings import InvalidValueError
from argmap.render.options import (
    CrossEdges,
    Direction,
    EmbedSources,
    Engine,
    Order,
    Output,
    Theme,
    refuse_unknown,
)

if TYPE_CHECKING:
    from argmap.assess import Assessment
    from argmap.assess.gradual import MapStrengths
    from argmap.model import ArgumentMap
    from argmap.passages import SourceText
    from argmap.render.drawing import Drawing
    from argmap.render.look import Look
    from argmap.render.scene import Chip, Scene
    from argmap.render.theme import Pair
    from argmap.review import Review


@collector_at_rest()
def render(  # noqa: PLR0913 - the options of a picture, all with a good default
    argument_map: "ArgumentMap",
    *,
    output: Output = "svg",
    engine: Engine = "tree",
    theme: Theme = "auto",
    direction: Direction = "lr",
    focus: str | None = None,
    depth: int = 1,
    section: str | None = None,
    statuses: Collection[str] = (),
    max_nodes: int | None = None,
    cross_edges: CrossEdges = "auto",
    frames: bool | None = None,
    order: Order = "author",
    colours: "Mapping[str, str | Pair] | None" = None,
    fonts: Sequence[str] = (),
    before: "ArgumentMap | None" = None,
    since: str = "",
    assessment: "Assessment | None" = None,
    marks: Mapping[str, Iterable[str]] | None = None,
    reviews: "Iterable[Review]" = (),
    strengths: "MapStrengths | str | None" = None,
    load_bearing: bool = False,
    texts: "Mapping[str, SourceText | str] | None" = None,
    embed_sources: EmbedSources = "none",
) -> str:
    """Return a picture of a map.

    The same map and options give the same bytes on every machine, with the engine "tree".

    Args:
        argument_map: any map, also a half-right one: missing nodes are drawn as such.
        output: SVG, the DOT language of Graphviz, a Mermaid flowchart, an outline in Markdown, or
            the HTML page of a viewer, which always grows from left to right.
        engine: what lays out the SVG.
        theme: colours of the SVG: "light", "dark", "auto" for what the reader's system has, the
            greys of "print", or "contrast" for colours that stand out.
        direction: where it grows from the theses: "lr" is from left to right.
        focus: the id of a node; only what lies around it is drawn.
        depth: how many steps around.
        section: a heading; only what stands under it is drawn, and what that touches.
        statuses: only what has one of them, or of the marks "flagged" and "stale", is drawn, and
            what that touches.
        max_nodes: how many nodes are drawn at most; the deepest branches are folded away, and
            what they hang on says how many nodes they have. Readers of a viewer fold themselves.
        cross_edges: lines outside of the tree: to "draw" or to "stub", that is to tell in words;
            "auto" draws up to 300 of them, unless they pass very many levels.
        frames: whether neighbours of one section are framed; None for where sections lie together
            well enough. The engine "dot" draws no frames.
        order: what stands above what in an SVG: as the author has it, or ("crossings") with some
            neighbours in each other's place where lines cross several times less then.
        colours: for the first three of the themes, in place of the usual ones, by their names in
            `colours.NAMES`: one, or a pair for light and dark pages, each as `#00724f`.
        fonts: names of fonts, tried before the usual ones. Boxes are made for the usual ones; in
            a font that is wider texts may leave them.
        before: an earlier state of the map; what changed since then is drawn, and what that
            touches: what was added, removed, reworded, and relations that turned.
        since: what to call that state.
        assessment: what stands in the map; computed where it is not given.
        marks: more to say at the corners of nodes, by their ids: "flagged", "stale".
        reviews: what reviewers say of the map; its nodes get those marks from it.
        strengths: what is told of the strength of each node: the name of a semantics with numbers,
            as "quadratic-energy", or strengths that were computed already.
        load_bearing: whether those nodes are marked without one of which no evidence would reach
            a main claim.
        texts: for a viewer, the texts of sources that are at hand, by the ids of the sources.
        embed_sources: how much of them goes into its page: "none", the paragraphs around what is
            cited ("excerpt"), or all ("full"). Mind their licences.

    Raises:
        UnknownIdError: when nothing has the id of `focus` or the heading of `section`.
        InvalidValueError: when an option has a value that it does not know, nothing has the
            status that is asked for, or a viewer gets `before` or `max_nodes`.
        UsageError: when there is no semantics of the name given as `strengths`.
        RenderError: when the engine "dot" is missing or fails.
    """
    refuse_unknown(output=output, engine=engine, theme=theme)
    refuse_unknown(direction=direction, cross_edges=cross_edges, order=order)
    refuse_unknown(embed_sources=embed_sources)
    if output == "html":
        _refuse_for_viewers(before, max_nodes)
    from argmap.assess import assess

    judged = assess(argument_map) if assessment is None else assessment
    marks = {**_marks(argument_map, judged, tuple(reviews)), **(marks or {})}
    scene = _scene(argument_map, judged, marks, before, since)
    scene = _weighed(scene, argument_map, judged, strengths, load_bearing=load_bearing)
    known = argument_map.nodes_by_id.get(focus) if focus is not None else None
    scene = _part(scene, section, statuses, known.id if known else focus, depth, max_nodes)
    match output:
        case "svg":
            from argmap.render.svg import to_svg

            look = _look(theme, colours or {}, fonts)
            drawing = _placed(scene, engine, direction, cross_edges, frames=frames, order=order)
            return to_svg(drawing, look)
        case "dot":
            from argmap.render.dot import to_dot

            return to_dot(scene, direction)
        case "mermaid":
            from argmap.render.mermaid import to_mermaid

            return to_mermaid(scene, direction)
        case "markdown":
            from argmap.render.outline import to_markdown

            return to_markdown(scene)
        case "html":
            from argmap.render.viewer import to_html

            return to_html(
                argument_map,
                scene,
                judged,
                theme=theme,
                look=_look(theme, colours or {}, fonts),
                cross_edges=cross_edges,
                frames=frames,
                texts=texts,
                embed_sources=embed_sources,
            )


def _refuse_for_viewers(before: "ArgumentMap | None", max_nodes: int | None) -> None:
    if before is not None:
        message = "a viewer shows a map as it is, not what changed; choose another format, as svg"
        raise InvalidValueError(message)
    if max_nodes is not None:
        message = (
            "a viewer shows all nodes, and its readers fold branches themselves; "
            "leave out the number of nodes, or choose another format, as svg"
        )
        raise InvalidValueError(message)


def _marks(
    argument_map: "ArgumentMap", assessment: "Assessment", reviews: "Sequence[Review]"
) -> Mapping[str, Iterable[str]]:
    """Return what reviews say of nodes: that a flag is open, or that no verdict holds any more."""
    if not reviews:
        return {}
    from argmap.review import standings_of

    found = {}
    for one in standings_of(argument_map, reviews, assessment):
        marks = ("flagged",) * one.is_flagged + ("stale",) * one.is_outdated
        if marks and one.node.withdrawn is None:
            found[one.node.id] = marks
    return found


def _scene(
    argument_map: "ArgumentMap",
    assessment: "Assessment",
    marks: Mapping[str, Iterable[str]],
    before: "ArgumentMap | None",
    since: str,
) -> "Scene":
    if before is not None:
        from argmap.render.changes import build_changes

        return build_changes(before, argument_map, assessment, since)
    from argmap.render.building import build_scene

    chips = {node: tuple(map(_chip, words)) for node, words in marks.items()}
    return build_scene(argument_map, assessment, chips)


def _weighed(
    scene: "Scene",
    argument_map: "ArgumentMap",
    assessment: "Assessment",
    strengths: "MapStrengths | str | None",
    *,
    load_bearing: bool,
) -> "Scene":
    """Return the scene with what is asked for of the weight of its nodes."""
    if strengths is None and not load_bearing:
        return scene
    from argmap.render.weights import with_load_bearing, with_strengths

    if load_bearing:
        scene = with_load_bearing(scene, argument_map, assessment)
    if strengths is None:
        return scene
    if isinstance(strengths, str):
        from argmap.assess.gradual import strengths as strengths_of

        strengths = strengths_of(argument_map, strengths)
    return with_strengths(scene, strengths)


def _part(
    scene: "Scene",
    section: str | None,
    statuses: Collection[str],
    focus: str | None,
    depth: int,
    max_nodes: int | None,
) -> "Scene":
    from argmap.render import folding, parts

    if section is not None:
        scene = parts.section(scene, section)
    if statuses:
        scene = parts.of_status(scene, statuses)
    if focus is not None:
        scene = parts.focus(scene, focus, depth)
    return scene if max_nodes is None else folding.fold(scene, max_nodes)


def _placed(
    scene: "Scene",
    engine: Engine,
    direction: Direction,
    cross_edges: CrossEdges,
    *,
    frames: bool | None,
    order: Order,
) -> "Drawing":
    if engine == "dot":
        if frames:
            message = "the engine 'dot' draws no frames; use the engine 'tree'"
            raise InvalidValueError(message)
        from argmap.render.dot_engine import place_by_dot

        return place_by_dot(scene, direction)
    from argmap.render.layout import place

    return place(scene, direction, cross_edges, frames=frames, order=order)


def _look(theme: Theme, colours: "Mapping[str, str | Pair]", fonts: Sequence[str]) -> "Look":
    from argmap.render.colours import read_colours, read_font
    from argmap.render.look import look_of

    pairs, mistakes = read_colours(colours)
    problems = [message for _, message in mistakes]
    problems += [f"'{font}' is no name of a font" for font in fonts if read_font(font) is None]
    if problems:
        raise InvalidValueError("\n".join(problems))
    return look_of(theme, pairs, fonts)


def _chip(word: str) -> "Chip":
    from argmap.render.scene import Chip

    try:
        return Chip(word)
    except ValueError:
        message = f"'{word}' is no mark; choose one of {', '.join(Chip)}"
        raise InvalidValueError(message) from None
