"""Places in code points, and as the protocol counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pygls", reason="needs pygls")

from lsprotocol.types import Position, Range

from argmap.lsp.positions import Positions
from argmap.text import TextFile

ENCODINGS = ("utf-8", "utf-16", "utf-32")
TEXT = "a\r\né🌍b\rc\n🌍"


@pytest.mark.parametrize(
    ("encoding", "units"), [("utf-8", (0, 2, 6, 7)), ("utf-16", (0, 1, 3, 4)), ("utf-32", range(4))]
)
def test_units_before_each_character_of_a_line(encoding: str, units: tuple[int, ...]) -> None:
    file, positions = TextFile("a", TEXT), Positions(encoding)
    found = [positions.position(file, offset) for offset in range(3, 7)]
    assert found == [Position(1, unit) for unit in units]


def test_lines_end_as_the_protocol_says_and_nowhere_else() -> None:
    file = TextFile("a", "a\u2028b\x0cc\r\nd")
    assert Positions().range(file.span(4, 8)) == Range(Position(0, 4), Position(1, 1))


def test_a_place_inside_of_a_character_is_before_it() -> None:
    assert Positions("utf-16").offset(TextFile("a", TEXT), Position(1, 2)) == 4
    assert Positions("utf-8").offset(TextFile("a", TEXT), Position(1, 4)) == 4


def test_a_place_behind_a_line_is_its_end_and_one_behind_all_lines_that_of_the_text() -> None:
    file = TextFile("a", TEXT)
    assert Positions().offset(file, Position(0, 99)) == 1
    assert Positions().offset(file, Position(1, 99)) == 6
    assert Positions().offset(file, Position(99, 0)) == len(TEXT)


@given(st.text("ab\r\n\u2028é🌍", max_size=30), st.sampled_from(ENCODINGS), st.integers(0, 30))
def test_a_place_comes_back_as_it_was(text: str, encoding: str, offset: int) -> None:
    file, positions = TextFile("a", text), Positions(encoding)
    offset = min(offset, len(text))
    back = positions.offset(file, positions.position(file, offset))
    # Between `\r` and `\n` there is no place: it is the end of the line.
    inside = text[offset - 1 : offset + 1] == "\r\n" and offset > 0
    assert back == offset - inside
