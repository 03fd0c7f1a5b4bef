"""The parts of a report for people: headings, paragraphs, lists, cards, tables, a picture.

What a report says is made once, of these; a page and Markdown write it down each in its way.
"""

from enum import StrEnum
from typing import TypeAlias

from attrs import frozen


class Role(StrEnum):
    """What a piece of a line is."""

    PLAIN = "plain"
    WORDS = "words"
    """The words of a map, in its language."""
    QUOTE = "quote"
    """The words of a source."""
    ID = "id"
    """The id of something, which may lead there."""
    PLACE = "place"
    """A place in a file."""
    BADGE = "badge"
    """A status, a severity or the state of a review."""
    STRONG = "strong"
    NOTE = "note"


@frozen
class Piece:
    """A piece of a line.

    Attributes:
        text: what it says, as it came from its author.
        role: what it is.
        target: the anchor that it leads to; may be empty.
    """

    text: str
    role: Role = Role.PLAIN
    target: str = ""


Line: TypeAlias = tuple[Piece, ...]
"""Pieces, with a blank between each two."""


@frozen
class Heading:
    """A heading of a level from 1; it may be led to."""

    level: int
    text: str
    anchor: str = ""


@frozen
class Paragraph:
    """A paragraph of one line."""

    line: Line


@frozen
class Card:
    """Something of its own: a line that names it, one that it says, and what is told of it."""

    head: Line
    says: Line = ()
    told: tuple[Line, ...] = ()
    anchor: str = ""


@frozen
class Items:
    """A list of lines."""

    lines: tuple[Line, ...]


@frozen
class Table:
    """Rows of cells under headings, the first cell of each naming its row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str


@frozen
class Meter:
    """A part of 1, shown as a bar, with the words for it."""

    share: float
    label: str


@frozen
class Picture:
    """A picture: an SVG on a page, a Mermaid flowchart in Markdown."""

    text: str
    label: str


Block: TypeAlias = Heading | Paragraph | Card | Items | Table | Meter | Picture


def plain(text: str) -> Piece:
    """Return a piece of the report's own words."""
    return Piece(text)


def badge(word: str) -> Piece:
    """Return a status, a severity or a state."""
    return Piece(word, Role.BADGE)


def note(text: str) -> Piece:
    """Return a piece in quiet letters."""
    return Piece(text, Role.NOTE)
