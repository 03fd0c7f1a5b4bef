"""Pictures: from an argument map to SVG and other drawings."""

from argmap.render.options import CrossEdges, Direction, Engine, Output, Theme
from argmap.render.rendering import render

__all__ = ["CrossEdges", "Direction", "Engine", "Output", "Theme", "render"]
