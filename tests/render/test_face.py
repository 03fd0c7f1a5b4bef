"""What is written in a box: where lines end, and where chips stand."""

import pytest

from argmap.render.face import PADDING, TEXT_WIDTH, make_face, measure_chips
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
