"""Places in a text, and how they are shown."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.text import TextFile


def test_lines_and_columns_count_from_1() -> None:
    file = TextFile("claims/a.yaml", "one\ntwo\n")
    span = file.span(5, 7)
    assert (span.line, span.column, span.end_line, span.end_column) == (2, 2, 2, 4)
    assert str(span) == "claims/a.yaml:2:2"
    assert repr(span) == "<Span claims/a.yaml:2:2>"
    assert span.text == "wo"


def test_every_kind_of_line_end_ends_a_line() -> None:
    file = TextFile("a", "one\r\ntwo\rthree\nfour")
    assert [file.line(number) for number in (1, 2, 3, 4)] == ["one", "two", "three", "four"]
    assert file.line_and_column(len("one\r\ntwo\rthree\n")) == (4, 1)


def test_a_form_feed_and_a_line_separator_end_no_line() -> None:
    file = TextFile("a", "one\f two\u2028three\x85four")
    assert file.line_and_column(len(file.text)) == (1, len(file.text) + 1)


def test_the_end_of_the_text_is_a_place() -> None:
    assert TextFile("a", "").line_and_column(0) == (1, 1)
    assert TextFile("a", "x\n").line_and_column(2) == (2, 1)


def test_an_excerpt_shows_the_line_and_marks_the_span() -> None:
    span = TextFile("a", "claims:\n  charge: {}\n").span(10, 16)
    assert span.excerpt() == "    2 |   charge: {}\n      |   ^^^^^^"


def test_an_excerpt_of_several_lines_shows_the_first() -> None:
    span = TextFile("a", "text: one\n  two\n").span(6, 15)
    assert span.excerpt() == "    1 | text: one\n      |       ^^^"


def test_carets_stand_under_wide_characters_and_tabs() -> None:
    span = TextFile("a", "\t上海 x").span(4, 5)
    assert span.excerpt() == "    1 |     上海 x\n      |          ^"


def test_control_characters_do_not_reach_the_terminal() -> None:
    span = TextFile("a", "a\x1b[31m\u202eb").span(0, 1)
    assert span.excerpt() == "    1 | a\ufffd[31m\ufffdb\n      | ^"


def test_an_empty_span_has_one_caret() -> None:
    assert TextFile("a", "ab").span(2).excerpt() == "    1 | ab\n      |   ^"


@given(st.text(alphabet="ab\r\n"), st.integers(0, 30))
def test_line_and_column_lead_back_to_the_offset(text: str, offset: int) -> None:
    file = TextFile("a", text)
    offset = min(offset, len(text))
    line, column = file.line_and_column(offset)
    starts = [0, *(end for end in range(1, len(text) + 1) if _ends_a_line(text, end))]
    assert starts[line - 1] + column - 1 == offset


def _ends_a_line(text: str, end: int) -> bool:
    return text[end - 1] == "\n" or (text[end - 1] == "\r" and text[end : end + 1] != "\n")
