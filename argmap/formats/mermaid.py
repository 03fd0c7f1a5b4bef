"""mermaid: a Mermaid flowchart, which GitHub and others draw within Markdown.

It is written and not read (<https://mermaid.js.org/syntax/flowchart.html>). It has the ids, texts
and types of claims and evidence, what is main, assumed or withdrawn (but not the reason), and all
relations: linked premises meet in a circle, and an undercut ends on one within the step.
It is the picture of `argmap render -f mermaid`.
"""

from typing import Final

from argmap.formats.drawn import DRAWN
from argmap.formats.format import Written
from argmap.formats.losses import losses
from argmap.model import ArgumentMap
from argmap.render import render

_KEEPS: Final = (*DRAWN, "claim.main")


def write(argument_map: ArgumentMap) -> Written:
    """Write a flowchart, and say what it could not carry."""
    text = render(argument_map, output="mermaid")
    return Written(text, losses(argument_map, _KEEPS, "mermaid"))
