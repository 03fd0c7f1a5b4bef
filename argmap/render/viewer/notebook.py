"""The viewer as a value: its page, and what a notebook shows of it."""

from html import escape
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap.model import ArgumentMap
from argmap.render.options import CrossEdges, EmbedSources, Theme
from argmap.render.rendering import render

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from argmap.assess import Assessment
    from argmap.passages import SourceText
    from argmap.render.theme import Pair


@frozen
class Viewer:
    """A map to walk about in.

    A notebook shows it in a frame that runs nothing but the viewer's own script and cannot reach
    the notebook.

    Attributes:
        page: the HTML page, to be written to a file.
        height: of the frame in a notebook, in px.
    """

    page: str = field(repr=False)
    height: int = 640

    def _repr_html_(self) -> str:
        """Return the frame that a notebook shows."""
        look = f'width="100%" height="{self.height}" style="border:0"'
        rights = 'sandbox="allow-scripts allow-popups" title="Argument map"'
        return f'<iframe {look} {rights} srcdoc="{escape(self.page)}"></iframe>'


def view(  # noqa: PLR0913 - the options of a picture, all with a good default
    argument_map: ArgumentMap,
    *,
    height: int = 640,
    theme: Theme = "auto",
    focus: str | None = None,
    depth: int = 1,
    section: str | None = None,
    statuses: "Collection[str]" = (),
    cross_edges: CrossEdges = "auto",
    frames: bool | None = None,
    colours: "Mapping[str, str | Pair] | None" = None,
    fonts: "Sequence[str]" = (),
    assessment: "Assessment | None" = None,
    marks: "Mapping[str, Iterable[str]] | None" = None,
    texts: "Mapping[str, SourceText | str] | None" = None,
    embed_sources: EmbedSources = "none",
) -> Viewer:
    """Return the viewer of a map, which a notebook shows.

    A cell that ends in `argmap.view(the_map)` shows it, where one that ends in `the_map` shows
    the picture. Its `page` can be written to a file; it is what `argmap.render` returns for the
    output "html".

    Args:
        argument_map: any map.
        height: of the frame in a notebook, in px.
        theme: see `argmap.render.render`, also for the other options.
        focus: the id of a node; only what lies around it is shown.
        depth: how many steps around.
        section: a heading; only what stands under it is shown, and what that touches.
        statuses: only what has one of them is shown, and what that touches.
        cross_edges: lines outside of the tree.
        frames: whether neighbours of one section are framed.
        colours: in place of the usual ones, by their names.
        fonts: names of fonts, tried before the usual ones.
        assessment: what stands in the map; computed where it is not given.
        marks: more to say at the corners of nodes, by their ids.
        texts: the texts of sources that are at hand, by the ids of the sources.
        embed_sources: how much of them goes into the page.

    Raises:
        UnknownIdError: when nothing has the id of `focus` or the heading of `section`.
        InvalidValueError: when an option has a value that it does not know, or nothing has the
            status that is asked for.
    """
    page = render(
        argument_map,
        output="html",
        theme=theme,
        focus=focus,
        depth=depth,
        section=section,
        statuses=statuses,
        cross_edges=cross_edges,
        frames=frames,
        colours=colours,
        fonts=fonts,
        assessment=assessment,
        marks=marks,
        texts=texts,
        embed_sources=embed_sources,
    )
    return Viewer(page, height)
