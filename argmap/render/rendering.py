"""The way from a map to a picture: scene, part, layout, ink."""

# ruff: noqa: PLC0415 - what draws takes long to import, and most runs of argmap draw nothing

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from argmap.findings import InvalidValueError
from argmap.render.options import (
    CrossEdges,
    Direction,
    EmbedSources,
    Engine,
    Output,
    Theme,
    refuse_unknown,
)

if TYPE_CHECKING:
    from argmap.assess import Assessment
    from argmap.model import ArgumentMap
    from argmap.passages import SourceText
    from argmap.render.drawing import Drawing
    from argmap.render.scene import Chip, Scene


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
    cross_edges: CrossEdges = "auto",
    assessment: "Assessment | None" = None,
    marks: Mapping[str, Iterable[str]] | None = None,
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
        theme: colours of the SVG: "light", "dark", or "auto" for what the reader's system has.
        direction: where it grows from the theses: "lr" is from left to right.
        focus: the id of a node; only what lies around it is drawn.
        depth: how many steps around.
        section: a heading; only what stands under it is drawn, and what that touches.
        cross_edges: lines outside of the tree: to "draw" or to "stub", that is to tell in words;
            "auto" draws up to 300 of them, unless they pass very many levels.
        assessment: what stands in the map; computed where it is not given.
        marks: more to say at the corners of nodes, by their ids: "flagged", "stale".
        texts: for a viewer, the texts of sources that are at hand, by the ids of the sources.
        embed_sources: how much of them goes into its page: "none", the paragraphs around what is
            cited ("excerpt"), or all ("full"). Mind their licences.

    Raises:
        UnknownIdError: when nothing has the id of `focus` or the heading of `section`.
        InvalidValueError: when an option has a value that it does not know.
        RenderError: when the engine "dot" is missing or fails.
    """
    refuse_unknown(output=output, engine=engine, theme=theme)
    refuse_unknown(direction=direction, cross_edges=cross_edges, embed_sources=embed_sources)
    from argmap.assess import assess

    judged = assess(argument_map) if assessment is None else assessment
    scene = _scene(argument_map, judged, marks or {}, section, focus, depth)
    match output:
        case "svg":
            from argmap.render.svg import to_svg

            return to_svg(_placed(scene, engine, direction, cross_edges), theme)
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
                cross_edges=cross_edges,
                texts=texts,
                embed_sources=embed_sources,
            )


def _scene(
    argument_map: "ArgumentMap",
    assessment: "Assessment",
    marks: Mapping[str, Iterable[str]],
    section: str | None,
    focus: str | None,
    depth: int,
) -> "Scene":
    from argmap.render import parts
    from argmap.render.scene import build_scene

    chips = {node: tuple(map(_chip, words)) for node, words in marks.items()}
    scene = build_scene(argument_map, assessment, chips)
    if section is not None:
        scene = parts.section(scene, section)
    if focus is not None:
        known = argument_map.nodes_by_id.get(focus)
        scene = parts.focus(scene, known.id if known else focus, depth)
    return scene


def _placed(
    scene: "Scene", engine: Engine, direction: Direction, cross_edges: CrossEdges
) -> "Drawing":
    if engine == "dot":
        from argmap.render.dot_engine import place_by_dot

        return place_by_dot(scene, direction)
    from argmap.render.layout import place

    return place(scene, direction, cross_edges)


def _chip(word: str) -> "Chip":
    from argmap.render.scene import Chip

    try:
        return Chip(word)
    except ValueError:
        message = f"'{word}' is no mark; choose one of {', '.join(Chip)}"
        raise InvalidValueError(message) from None
