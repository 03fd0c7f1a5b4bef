"""dot: a graph in the DOT language of Graphviz, for other programs to draw.

It is written and not read (<https://graphviz.org/doc/info/lang.html>). It has the ids, texts and
types of claims and evidence, what is main, assumed or withdrawn (but not the reason), all
relations with their warrants, and the title: linked premises meet in a point, and an undercut ends
on one within the step. It is the picture of `argmap render -f dot`.
"""

from typing import Final

from argmap.formats.drawn import DRAWN
from argmap.formats.format import Written
from argmap.formats.losses import losses
from argmap.model import ArgumentMap
from argmap.render import render

_KEEPS: Final = (*DRAWN, "claim.main", "relation.because", "argumentmap.title")


def write(argument_map: ArgumentMap) -> Written:
    """Write a graph, and say what it could not carry."""
    text = render(argument_map, output="dot")
    return Written(text, losses(argument_map, _KEEPS, "dot"))
