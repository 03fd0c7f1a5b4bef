"""Maps in pages, once it is known who reads them: in HTML, as an image, or as an outline."""

import hashlib
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from docutils import nodes
from sphinx.util.osutil import relative_uri

from argmap.findings import MissingPackageError
from argmap.project import write_bytes
from argmap.render.drawing import RenderError
from argmap.render.ink import number
from argmap.sphinx.directive import picture
from argmap.sphinx.outline import outline_nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

_IMAGES: Final = "_images"  # where all HTML builders put them
_VIEWER_HEIGHT: Final = "640px"
_LEAST_SCALE: Final = 0.75
"""How small a picture becomes on a narrow page before it is scrolled; its texts stay readable."""

_RIGHTS: Final = "allow-scripts allow-popups allow-popups-to-escape-sandbox"


def place_pictures(app: "Sphinx", page: nodes.document, name: str) -> None:
    """Put what the readers of a builder's pages can take into the places of maps.

    Args:
        app: whose builder counts.
        page: its nodes.
        name: what Sphinx calls it.
    """
    for node in list(page.findall(picture)):
        if app.builder.format == "html" and app.builder.name != "epub":
            html = _framed(node, app.builder, name) if "page" in node else _inline(node)
            node.replace_self(nodes.raw("", html, format="html"))
        elif (image := _image(node, app, name)) is not None:
            node.replace_self(image)
        else:
            _tell_in_words(node)


def _framed(node: picture, builder: "Builder", name: str) -> str:
    """Write the page of a viewer among the images, and return a frame around it."""
    content = node["page"].encode()
    file = f"argmap-{hashlib.sha256(content).hexdigest()[:16]}.html"
    write_bytes(Path(builder.outdir, _IMAGES, file), content)
    address = escape(relative_uri(builder.get_target_uri(name), f"{_IMAGES}/{file}"))
    if node["chosen"]:
        address += f"#{escape(quote(node['chosen']))}"
    look = f"width:100%;height:{_length(node['height'] or _VIEWER_HEIGHT)};border:0"
    return (
        f'<iframe src="{address}" sandbox="{_RIGHTS}" title="{escape(node["alt"])}" '
        f'loading="lazy" style="{look}"></iframe>\n'
        f'<p class="argmap-alone"><a href="{address}">Open the map by itself</a></p>\n'
    )


def _image(node: picture, app: "Sphinx", name: str) -> nodes.image | None:
    """Return an image where the builder takes one that can be made here."""
    if "image/svg+xml" in app.builder.supported_image_types:
        content, kind, suffix = node["printed"].encode(), "image/svg+xml", "svg"
    elif "image/png" in app.builder.supported_image_types:
        from argmap.render.png import to_png  # noqa: PLC0415 - an extra

        try:
            content, kind, suffix = to_png(node["printed"]), "image/png", "png"
        except (MissingPackageError, RenderError):
            return None
    else:
        return None
    file = f"argmap-{hashlib.sha256(content).hexdigest()[:16]}.{suffix}"
    path = Path(app.doctreedir, "argmap", file)
    write_bytes(path, content)
    app.env.images.add_file(name, str(path))
    return nodes.image(uri=str(path), candidates={kind: str(path)}, alt=node["alt"])


def _inline(node: picture) -> str:
    """Return a picture with ids of its own, in a region that can be scrolled."""
    svg: str = node["svg"]
    scope = svg.partition(' class="')[2].partition('"')[0]
    own = hashlib.sha256(node["scope"].encode()).hexdigest()[:8]
    svg = svg.replace(scope, f"{scope}-{own}")
    width = float(svg.partition(' width="')[2].partition('"')[0])
    least = "" if node["fit"] else f"min-width:{number(width * _LEAST_SCALE)}px;"
    svg = svg.replace("<svg ", f'<svg style="max-width:100%;{least}height:auto" ', 1)
    most = f";max-height:{_length(node['height'])}" if node["height"] else ""
    spoken = f'role="region" aria-label="{escape(node["alt"])}" tabindex="0"'
    return f'<div {spoken} style="overflow:auto{most}">\n{svg}</div>\n'


def _length(given: str) -> str:
    return f"{given}px" if given.isdecimal() else given


def _tell_in_words(node: picture) -> None:
    """Put an outline in the place of a map; a figure, which cannot be broken, becomes a part."""
    around = node.parent
    told = outline_nodes(node["outline"])
    if isinstance(around, nodes.figure):
        words = [
            nodes.paragraph("", "", *child.children) for child in around.findall(nodes.caption)
        ]
        part = nodes.container("", *words, *told, ids=around["ids"], classes=around["classes"])
        around.replace_self(part)
    else:
        node.replace_self(told)
