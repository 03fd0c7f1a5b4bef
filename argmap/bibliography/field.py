"""A field of an entry, as each format of a bibliography gives it."""

from typing import NamedTuple

from argmap.text import Span


class Field(NamedTuple):
    """A field of a source; an empty text where there is none."""

    text: str = ""
    span: Span | None = None
