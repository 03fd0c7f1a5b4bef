"""What is written in a box: where lines end, and where chips stand."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.render.clean import clean
from argmap.render.face import (
    BOX_WIDTH,
    CHIP_HEIGHT,
    PADDING,
    SMALL_SIZE,
    TEXT_SIZE,
    TEXT_WIDTH,
    is_in_bold,
    make_face,
    measure_chips,
)
from argmap.render.measure import clusters, width
from argmap.render.scene import Box, Chip, Kind

WIDTHS = measure_chips()


@pytest.mark.parametrize(
    ("citation", "lines"),
    [
        (
            "Libraries Committee 2025, paragraph 5, sentence 1",
            ("Libraries Committee 2025, paragraph 5,", "sentence 1"),
        ),
        (
            "Transport for London, fifth annual report 2007, p. 12",
            ("Transport for London, fifth annual report 2007,", "p. 12"),
        ),
        ("A very long name of an author and so on 2007", None),
    ],
)
def test_a_number_stays_with_its_word(citation: str, lines: tuple[str, ...] | None) -> None:
    face = make_face(Box("e", Kind.EVIDENCE, "Text.", citation=citation), chip_widths=WIDTHS)
    shown = tuple(line.replace("\u00a0", " ") for line in face.citation)
    assert " ".join(shown) == citation
    assert shown == (lines or shown)
    assert all(not line[0].isdigit() for line in face.citation)


def test_a_chip_stands_beside_the_header_where_it_has_room() -> None:
    box = Box("short", Kind.CLAIM, "Text.", "fact", chips=(Chip.UNSUPPORTED,))
    face = make_face(box, chip_widths=WIDTHS)
    (chip,) = face.chips
    assert (face.chips_y, chip.x + chip.width) == (7, 287)
    assert face.lines_y == 39


def test_chips_without_room_begin_the_next_line_close_to_the_header_and_the_text() -> None:
    chips = (Chip.UNSUPPORTED, Chip.FLAGGED)
    box = Box("a-name-that-is-rather-long", Kind.CLAIM, "Text.", "prediction", chips=chips)
    face = make_face(box, chip_widths=WIDTHS)
    assert [chip.chip for chip in face.chips] == list(chips)
    assert face.chips[0].x == PADDING
    assert face.chips[-1].x + face.chips[-1].width <= PADDING + TEXT_WIDTH
    assert (face.chips_y, face.lines_y) == (24, 55)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200).map(clean)
BOXES = st.builds(
    Box,
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60),
    st.sampled_from(Kind),
    TEXTS,
    TEXTS,
    is_main=st.booleans(),
    is_quoting=st.booleans(),
    is_elsewhere=st.booleans(),
    chips=st.lists(st.sampled_from(Chip), max_size=3, unique=True).map(tuple),
    section=TEXTS,
    citation=TEXTS,
    folded=st.integers(0, 10**6),
    was=TEXTS,
    remarks=st.lists(TEXTS, max_size=3).map(tuple),
)


@settings(deadline=None, max_examples=300)
@given(BOXES)
def test_any_text_stays_inside_its_box(box: Box) -> None:
    face = make_face(box, chip_widths=WIDTHS)
    small = [*face.citation, *face.was, *face.remarks]
    assert all(fits(line, TEXT_SIZE, TEXT_WIDTH, bold=is_in_bold(box)) for line in face.lines)
    assert all(fits(line, SMALL_SIZE, TEXT_WIDTH) for line in small)
    assert fits(face.header, SMALL_SIZE, BOX_WIDTH - PADDING - face.header_x)
    assert all(chip.x >= 0 and chip.x + chip.width < BOX_WIDTH for chip in face.chips)
    bases = [
        *(face.was_y + 14 * number for number in range(len(face.was))),
        *(face.lines_y + 17 * number for number in range(len(face.lines))),
        *(face.citation_y + 14 * number for number in range(len(face.citation))),
        *(face.remarks_y + 14 * number for number in range(len(face.remarks))),
        *([face.more_y + CHIP_HEIGHT] if box.folded else []),
    ]
    assert bases == sorted(bases)
    assert all(one < other for one, other in pairwise(bases))
    assert not bases or (bases[0] > 30 and bases[-1] + 4 < face.height)


def fits(line: str, size: int, room: float, *, bold: bool = False) -> bool:
    """Say whether a line has room; a single character may be wider than any."""
    return width(line, size, bold=bold) <= room or len([*clusters(line)]) == 1
