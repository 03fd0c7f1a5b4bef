"""Pictures: from an argument map to SVG and other drawings."""

from argmap.render.options import (
    CrossEdges,
    Direction,
    EmbedSources,
    Engine,
    Order,
    Output,
    Theme,
)
from argmap.render.rendering import render

__all__ = [
    "CrossEdges",
    "Direction",
    "EmbedSources",
    "Engine",
    "Order",
    "Output",
    "Theme",
    "render",
]
