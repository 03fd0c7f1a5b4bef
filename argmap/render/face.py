"""The face of a box: its texts broken into lines, and how much room they take."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import define, evolve, frozen

from argmap.model import Stance
from argmap.render.clean import clean
from argmap.render.linebreak import wrapped
from argmap.render.measure import direction, width
from argmap.render.scene import Box, Chip, Kind

BOX_WIDTH: Final = 295
PADDING: Final = 11
TEXT_WIDTH: Final = BOX_WIDTH - 2 * PADDING
TEXT_SIZE: Final = 13
TEXT_STEP: Final = 17
SMALL_SIZE: Final = 11
SMALL_STEP: Final = 14
NOTE_STEP: Final = 17
CHIP_SIZE: Final = 10
CHIP_HEIGHT: Final = 15
CHIP_GAP: Final = 4
FOLD: Final = 11
"""The side of the folded corner of evidence."""

_MOST_LINES: Final = 12
_MOST_LINES_ELSEWHERE: Final = 3
_MOST_LINES_BEFORE: Final = 8
_MOST_CITATION_LINES: Final = 3
_HEADER: Final = 27  # from the upper edge to where the text begins
_BELOW_HEADER: Final = 24
_FOOT: Final = 10  # from the last line to the lower edge
_CHIP_PADDING: Final = 22  # the icon and the ends of a chip
_QUOTE_MARK: Final = 13
_BETWEEN: Final = 8
_NBSP: Final = "\u00a0"
_WORD_AND_NUMBER: Final = re.compile(r"([^\W\d_]\.?) (?=\d)")


@frozen
class Note:
    """A line in a box in the place of an arrow that would run too far.

    Attributes:
        stance: what the relation does.
        text: where to look for the other end.
        begins: whether it stands for the whole relation, not for one more of its premises.
        arrow: the number of the arrow.
    """

    stance: Stance
    text: str
    begins: bool
    arrow: int


@frozen
class PlacedChip:
    """A chip with its place in a box: the left edge and the width."""

    chip: Chip
    x: int
    width: int


@frozen
class Face:
    """What is written in a box, and where; y grows downwards, the corner of the box is 0, 0.

    Texts have the sizes of `TEXT_SIZE`, that of a main claim in bold, and else of `SMALL_SIZE`.

    Attributes:
        header: id and type on one line, or the heading of a section for a box elsewhere.
        header_x: where the header begins.
        chips: from left to right.
        chips_y: the upper edge of the chips.
        was: the text that it had before, in small letters.
        was_y: the base line of the first line of that.
        lines: the text.
        lines_y: the base line of the first line.
        citation: the lines that name places in sources.
        citation_y: the base line of the first of them.
        remarks: what happened to it.
        remarks_y: the base line of the first of them.
        notes: arrows that are told and not drawn, each with its line.
        notes_y: the base line of the first of them.
        more_y: the upper edge of the mark for boxes that are folded away.
        height: of the whole box.
        is_leftward: whether the text runs from right to left.
    """

    header: str
    header_x: int
    chips: tuple[PlacedChip, ...]
    chips_y: int
    was: tuple[str, ...]
    was_y: int
    lines: tuple[str, ...]
    lines_y: int
    citation: tuple[str, ...]
    citation_y: int
    remarks: tuple[str, ...]
    remarks_y: int
    notes: tuple[tuple[Note, str], ...]
    notes_y: int
    more_y: int
    height: int
    is_leftward: bool


def make_face(box: Box, notes: Sequence[Note] = (), *, chip_widths: Mapping[Chip, int]) -> Face:
    """Return the face of a box.

    Args:
        box: what to write.
        notes: arrows to tell in words.
        chip_widths: see `measure_chips`.
    """
    header_x = PADDING + (_QUOTE_MARK if box.is_quoting and not box.is_elsewhere else 0)
    header = _one_line(_header(box), BOX_WIDTH - PADDING - header_x)
    chips, chips_y = _placed_chips(box, chip_widths), 7
    column = _Column(_HEADER)
    if chips and header_x + width(header, SMALL_SIZE) + _BETWEEN > chips[0].x:
        # On a line of their own they begin where the other lines do.
        chips, chips_y = _moved(chips, PADDING - chips[0].x), _BELOW_HEADER
        column.y = chips_y + CHIP_HEIGHT + 4
    was = _small_lines(box.was, TEXT_WIDTH, _MOST_LINES_BEFORE) if box.was else ()
    was_y = column.add(was, SMALL_STEP, SMALL_SIZE - 1, after=3)
    lines = _text(box)
    lines_y = column.add(lines, TEXT_STEP, TEXT_SIZE - 1)
    citation = _citation(box)
    citation_y = column.add(citation, SMALL_STEP, SMALL_SIZE - 1, before=4 if lines else 0)
    remarks = tuple([_one_line(remark, TEXT_WIDTH) for remark in box.remarks])
    remarks_y = column.add(remarks, SMALL_STEP, SMALL_SIZE - 1, before=4)
    notes_y = column.add(notes, NOTE_STEP, SMALL_SIZE, before=5)
    more_y = column.add((box.folded,) if box.folded else (), CHIP_HEIGHT, 0, before=5)
    end = column.y + (4 if column.y == _HEADER else _FOOT)
    return Face(
        header,
        header_x,
        chips,
        chips_y,
        was,
        was_y,
        lines,
        lines_y,
        citation,
        citation_y,
        remarks,
        remarks_y,
        tuple([(note, _one_line(note.text, TEXT_WIDTH - NOTE_STEP - 3)) for note in notes]),
        notes_y,
        more_y,
        end + end % 2,  # so that the middle is a whole number, and lines to it are straight
        not box.text.isascii() and direction(box.text) == "rtl",
    )


@define(slots=True)
class _Column:
    """The lines of a box, from above; `y` is where the next one begins."""

    y: int

    def add(
        self, lines: Sequence[object], step: int, base: int, *, before: int = 0, after: int = 0
    ) -> int:
        """Make room for lines, and return the base line of the first."""
        if not lines:
            return self.y + base
        start = self.y + before + base
        self.y += before + len(lines) * step + after
        return start


def is_in_bold(box: Box) -> bool:
    """Tell whether the text of a box is written in bold."""
    return box.is_main and not box.is_elsewhere


def measure_chips() -> Mapping[Chip, int]:
    """Return how wide each chip is."""
    return {chip: int(width(chip.value, CHIP_SIZE)) + _CHIP_PADDING for chip in Chip}


def _header(box: Box) -> str:
    if box.is_elsewhere and box.section:
        return f"\u2197 {box.section}"
    if box.kind is Kind.MISSING:
        return "missing"
    return f"{clean(box.id)} · {box.type or box.kind.value}"


def _one_line(text: str, room: float) -> str:
    return text if _fits(text, room) else "".join(wrapped(text, room, SMALL_SIZE, max_lines=1))


def _fits(text: str, room: float) -> bool:
    """Say of most texts that fit on one line that they do."""
    is_plain = text.isascii() or text.replace("·", "").isascii()
    is_trim = text.strip() == text and "  " not in text
    return is_plain and is_trim and text != "" and width(text, SMALL_SIZE) <= room


def _small_lines(text: str, room: float, most: int, *, binds: bool = False) -> tuple[str, ...]:
    """Break a text into lines, sooner for the many that fit on one.

    Args:
        text: what to break.
        room: how wide a line may be.
        most: how many lines there may be.
        binds: whether a number stays with the word before it.
    """
    if _fits(text, room):
        return (text,)
    if binds:
        text = _WORD_AND_NUMBER.sub(rf"\1{_NBSP}", text)
    return wrapped(text, room, SMALL_SIZE, max_lines=most)


def _citation(box: Box) -> tuple[str, ...]:
    if not box.citation or box.is_elsewhere:
        return ()
    return _small_lines(box.citation, TEXT_WIDTH, _MOST_CITATION_LINES, binds=True)


def _text(box: Box) -> tuple[str, ...]:
    text = f"? {clean(box.id)}" if box.kind is Kind.MISSING else box.text
    most = _MOST_LINES_ELSEWHERE if box.is_elsewhere else _MOST_LINES
    return wrapped(text, TEXT_WIDTH, TEXT_SIZE, bold=is_in_bold(box), max_lines=most)


def _placed_chips(box: Box, widths: Mapping[Chip, int]) -> tuple[PlacedChip, ...]:
    if not box.chips or box.is_elsewhere:
        return ()
    end = BOX_WIDTH - PADDING + 3
    if box.kind is Kind.EVIDENCE:
        end -= FOLD - 4
    placed = []
    for chip in reversed(box.chips):
        end -= widths[chip]
        placed.append(PlacedChip(chip, end, widths[chip]))
        end -= CHIP_GAP
    placed.reverse()
    return tuple(placed)


def _moved(chips: tuple[PlacedChip, ...], distance: int) -> tuple[PlacedChip, ...]:
    return tuple([evolve(chip, x=chip.x + distance) for chip in chips])
