"""The viewer: a map as one HTML file that works from the disk, with nothing from outside."""

import hashlib
from base64 import b64encode
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from argmap.assess import Assessment
from argmap.model import ArgumentMap
from argmap.render.clean import language_tag
from argmap.render.ink import number
from argmap.render.legend import legend
from argmap.render.look import Look, look_of
from argmap.render.options import CrossEdges, EmbedSources, Theme
from argmap.render.scene import Scene
from argmap.render.svg_arrows import ArrowPen
from argmap.render.svg_boxes import BoxPen
from argmap.render.viewer.data import to_json
from argmap.render.viewer.look import style_sheet
from argmap.render.viewer.quotations import Texts, Words
from argmap.render.viewer.reading import to_outline
from argmap.render.viewer.standing import stand

SCRIPTS: Final = (
    "model.js",
    "tree.js",
    "frames.js",
    "courses.js",
    "lanes.js",
    "routes.js",
    "folding.js",
    "ink.js",
    "boxes.js",
    "camera.js",
    "stage.js",
    "sentences.js",
    "pane.js",
    "search.js",
    "filter.js",
    "paper.js",
    "keys.js",
    "start.js",
)
"""The files of the script, each after those that it leans on."""

STYLES: Final = (
    "page.css",
    "picture.css",
    "pane.css",
    "filter.css",
    "screens.css",
    "paper.css",
)
"""The files of the style sheet; later ones count more."""

_LEGEND_WIDTH: Final = 250


def to_html(  # noqa: PLR0913 - the options of a picture, all with a good default
    argument_map: ArgumentMap,
    scene: Scene,
    assessment: Assessment,
    *,
    theme: Theme = "auto",
    look: Look | None = None,
    cross_edges: CrossEdges = "auto",
    frames: bool | None = None,
    texts: Texts | None = None,
    embed_sources: EmbedSources = "none",
) -> str:
    """Return the page of a map: everything in one text, the same for the same map.

    It asks for nothing from outside and runs nothing but its own script, whose fingerprint
    stands in its policy. All words of the map are data to it, never HTML.

    Args:
        argument_map: the map.
        scene: the map, or the part of it, that is shown.
        assessment: what stands in the map.
        theme: its colours; "auto" for what the reader's system has.
        look: what the picture looks like, where it has own colours or fonts.
        cross_edges: see `argmap.render.render`.
        frames: whether neighbours of one section are framed; None for where sections lie together.
        texts: the texts of sources that are at hand, by the ids of the sources.
        embed_sources: how much of them the page carries: "none", the paragraphs around what is
            cited ("excerpt"), or all ("full").
    """
    style = f"\n{style_sheet(theme, look or look_of(theme))}{_style()}"
    script = _script()
    words = Words.of(texts or {}, embed_sources)
    title = escape(scene.title or "Argument map")
    language = language_tag(scene.language)
    samples = _legend(scene)
    standing = stand(scene, frames=frames)
    return Template(_resource("page.html")).substitute(
        policy=_policy(style, script),
        title=title,
        caption=escape(scene.caption),
        language=f' lang="{language}"' if language else "",
        style=style,
        outline=to_outline(scene, standing.tree),
        legend=samples,
        legend_hidden="" if samples else " hidden",
        data=to_json(argument_map, scene, assessment, words, standing, cross_edges),
        script=script,
    )


def _policy(style: str, script: str) -> str:
    """Return the content security policy: this style and this script, and nothing else."""
    parts = {
        "default-src": "'none'",
        "style-src": f"'sha256-{_sha256(style)}'",
        "script-src": f"'sha256-{_sha256(script)}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def _sha256(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _resource(*path: str) -> str:
    return files(__package__).joinpath(*path).read_text(encoding="utf-8")


@cache
def _style() -> str:
    return "".join(_resource("style", name) for name in STYLES)


@cache
def _script() -> str:
    parts = (f"\n// {name}\n{_resource('script', name)}" for name in SCRIPTS)
    return f'\n"use strict";\n(() => {{\n{"".join(parts)}\n}})();\n'


def _legend(scene: Scene) -> str:
    """Return samples of what occurs, as an image with a name."""
    look = look_of("auto")  # its classes count, in the colours of the page
    lines, height = legend(scene, BoxPen(look), ArrowPen(look), 0, 0, _LEGEND_WIDTH)
    if not lines:
        return ""
    size = f'width="{_LEGEND_WIDTH}" height="{number(height)}"'
    view = f'viewBox="0 0 {_LEGEND_WIDTH} {number(height)}"'
    begin = f'<svg {size} {view} role="img" aria-label="What lines and boxes mean">'
    return "\n".join([begin, *lines, "</svg>", ""])
