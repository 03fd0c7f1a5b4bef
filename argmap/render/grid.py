"""Where the boxes of a tree lie across its levels."""

from collections.abc import Sequence

from attrs import frozen

from argmap.render.contour import Pads


@frozen
class Grid:
    """Where boxes lie across the levels.

    Attributes:
        begins: for each box its first coordinate.
        sizes: for each box its room.
        middles: for each box its middle.
    """

    begins: Sequence[int]
    sizes: Sequence[int]
    middles: Sequence[int]


def padded(grid: Grid, pads: Pads) -> Grid:
    """Return a grid whose boxes take the room around them too; their middles stay."""
    begins = [begin - lead for begin, lead in zip(grid.begins, pads.leads, strict=True)]
    sizes = [
        lead + size + tail
        for lead, size, tail in zip(pads.leads, grid.sizes, pads.tails, strict=True)
    ]
    return Grid(begins, sizes, grid.middles)
