"""Maps in the pages of Sphinx: live where a page is HTML, else as an image or an outline.

Install it with `pip install 'argmap[sphinx]'`, and name it in conf.py:

    extensions = ["argmap.sphinx"]

Then a page has the picture of a map, or a viewer to walk about in it:

    .. argmap:: ../claims/city

    .. argmap:: city
       :format: viewer
       :focus: cuts-traffic
       :height: 480px
       :caption: Why the city should charge for driving.
       :name: the-case

A map is given by the path of its claim file or directory, from the page or with `/` from the
directory of conf.py, or by its name in the project that conf.py lies in. The configuration of its
project counts (theme, direction, colours, fonts, frames), and these options:

    :format:         svg (as usual) or viewer
    :focus:          the id of a node; the part around it is drawn. A viewer without :depth: shows
                     the whole map, with that node chosen
    :depth:          how many steps around it; 1 as usual
    :section:        a heading; only what stands under it is drawn
    :theme:          auto, light, dark, print or contrast
    :direction:      lr, rl, tb or bt; of pictures
    :max-nodes:      fold away the deepest branches; of pictures
    :embed-sources:  none (as usual), excerpt or full: what a viewer carries of texts at hand
    :height:         how high a viewer is (640px as usual), or a picture at most
    :fit:            make a picture as small as the page is narrow; as usual it is scrolled when
                     its texts would become too small to be read
    :alt:            what those are told who do not see it; the title of the map as usual
    :caption:        words below; with them it is a figure, which `:numref:` can count
    :class:, :name:  as everywhere

In HTML a picture stands in the page itself: it follows dark screens, and its links work; for pages
that are always light say `:theme: light`, or `theme = "light"` in the configuration. A viewer is
a file of its own in a frame that runs nothing but its script and cannot reach the page; a link
below opens it by itself. LaTeX and EPUB get an image (LaTeX with `argmap[png]`), and text, manual
pages and all others an outline.

A page is made anew when files of its map change, come or go. What is wrong with claim files is
a warning of Sphinx at its place, of the type `argmap` and the name of the rule, so that
`suppress_warnings = ["argmap.bad-id"]` silences one rule.
"""

from typing import TYPE_CHECKING, Any

from argmap.sphinx.directive import MapDirective
from argmap.sphinx.listings import forget, merge, outdated
from argmap.sphinx.writing import place_pictures
from argmap.version import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["setup"]


def setup(app: "Sphinx") -> dict[str, Any]:
    """Tell Sphinx of the directive; Sphinx calls this."""
    app.add_directive("argmap", MapDirective)
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)
    app.connect("env-get-outdated", outdated)
    app.connect("doctree-resolved", place_pictures)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
