"""The viewer: a map as one HTML file to walk about in."""

from argmap.render.viewer.notebook import Viewer, view
from argmap.render.viewer.page import to_html

__all__ = ["Viewer", "to_html", "view"]
