"""Maps in pages, once it is known who reads them: in HTML, as an image, or as an outline."""

import hashlib
from html import escape
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from argmap.project import write_bytes
from argmap.render.drawing import RenderError
from argmap.sphinx.directive import picture
from argmap.sphinx.outline import outline_nodes

_VIEWER_HEIGHT: Final = "640px"
_RIGHTS: Final = "allow-scripts allow-popups allow-popups-to-escape-sandbox"


class PlacePictures(SphinxPostTransform):
    """Puts what the readers of a builder's pages can take into the places of maps."""

    default_priority = 8  # before references are resolved, so that captions count as written

    def run(self, **_options: Any) -> None:  # noqa: ANN401 - as Sphinx has it
        """Replace all maps of a page."""
        for node in list(self.document.findall(picture)):
            if self._builder.format == "html" and self._builder.name != "epub":
                node.replace_self(self._raw(node))
                continue
            image = self._image(node)
            if image is not None:
                node.replace_self(image)
            else:
                _tell_in_words(node)

    @property
    def _builder(self) -> Any:  # noqa: ANN401 - what builders have depends on their kind
        return self.app.builder

    def _raw(self, node: picture) -> nodes.raw:
        if "page" in node:
            return nodes.raw("", self._frame(node), format="html")
        return nodes.raw("", _inline(node), format="html")

    def _frame(self, node: picture) -> str:
        """Write the page of a viewer among the images, and return a frame around it."""
        content = node["page"].encode()
        name = f"argmap-{hashlib.sha256(content).hexdigest()[:16]}.html"
        write_bytes(Path(self._builder.outdir, self._builder.imagedir, name), content)
        here = self._builder.get_target_uri(self.env.docname)
        address = escape(relative_uri(here, f"{self._builder.imagedir}/{name}"))
        if node["chosen"]:
            address += f"#{escape(quote(node['chosen']))}"
        look = f"width:100%;height:{_length(node['height'] or _VIEWER_HEIGHT)};border:0"
        return (
            f'<iframe src="{address}" sandbox="{_RIGHTS}" title="{escape(node["alt"])}" '
            f'loading="lazy" style="{look}"></iframe>\n'
            f'<p class="argmap-alone"><a href="{address}">Open the map by itself</a></p>\n'
        )

    def _image(self, node: picture) -> nodes.image | None:
        """Return an image where the builder takes one that can be made here."""
        takes = self._builder.supported_image_types
        if "image/svg+xml" in takes:
            content, kind, suffix = node["printed"].encode(), "image/svg+xml", "svg"
        elif "image/png" in takes:
            from argmap.render.png import to_png  # noqa: PLC0415 - an extra

            try:
                content, kind, suffix = to_png(node["printed"]), "image/png", "png"
            except RenderError:
                return None
        else:
            return None
        name = f"argmap-{hashlib.sha256(content).hexdigest()[:16]}.{suffix}"
        path = Path(self.env.doctreedir, "argmap", name)
        write_bytes(path, content)
        self.env.images.add_file(self.env.docname, str(path))
        return nodes.image(uri=str(path), candidates={kind: str(path)}, alt=node["alt"])


def _inline(node: picture) -> str:
    """Return a picture with ids of its own, in a region that can be scrolled."""
    svg: str = node["svg"]
    scope = svg.partition(' class="')[2].partition('"')[0]
    own = hashlib.sha256(node["scope"].encode()).hexdigest()[:8]
    svg = svg.replace(scope, f"{scope}-{own}")
    if node["fit"]:
        svg = svg.replace("<svg ", '<svg style="max-width:100%;height:auto" ', 1)
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
