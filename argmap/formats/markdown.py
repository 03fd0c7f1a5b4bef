"""markdown: an outline in Markdown, for people to read.

It is written and not read (<https://spec.commonmark.org/>). Each thesis stands with what speaks
for and against it below. It has the ids, texts, types and statuses of claims and evidence, the
titles of their sources with the place and the quotation, all relations, and the title. A claim
that bears on several is told once, and named elsewhere. It is the outline of
`argmap render -f markdown`.
"""

from typing import Final

from argmap.formats.drawn import DRAWN
from argmap.formats.format import Written
from argmap.formats.losses import losses
from argmap.model import ArgumentMap
from argmap.render import render

_PLACES: Final = ("source", "section", "page", "paragraph", "sentence", "line", "time", "quote")
_KEEPS: Final = (
    *DRAWN,
    *(f"passage.{name}" for name in _PLACES),
    "source.title",
    "argumentmap.title",
)


def write(argument_map: ArgumentMap) -> Written:
    """Write an outline, and say what it could not carry."""
    text = render(argument_map, output="markdown")
    return Written(text, losses(argument_map, _KEEPS, "markdown"))
