"""Paragraphs and headings from lines of pages."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.extract.lines import Line
from argmap.extract.printed import printed_source
from argmap.passages import Block, SourceText

FULL = 60


def page(*texts: str, size: float = 10, page: int = 0, top: float = 700) -> list[Line]:
    """Return lines of a page, one below the other, each letter half as wide as high."""
    return [
        Line(text, page, 72, 72 + len(text) * size / 2, top - 1.2 * size * number, size)
        for number, text in enumerate(texts)
    ]


def full(text: str) -> str:
    """Return a line that reaches the right margin."""
    return f"{text} {'x' * (FULL - len(text) - 1)}"


def blocks(*lines: Line) -> list[str]:
    source = printed_source(lines, 1 + max(line.page for line in lines))
    return [
        "#" * block.level + " " * bool(block.level) + source.text[block.start : block.end]
        for block in source.blocks
    ]


def moved(line: Line, right: float = 0, down: float = 0) -> Line:
    return evolve(line, left=line.left + right, right=line.right + right, height=line.height - down)


def test_lines_below_one_another_are_a_paragraph() -> None:
    assert blocks(*page(full("a"), full("b"), "c.")) == [f"{full('a')}\n{full('b')}\nc."]


def test_a_wider_gap_begins_a_paragraph() -> None:
    first, second, third = page(full("a"), full("b"), full("c"))
    assert blocks(first, second, moved(third, down=6)) == [f"{full('a')}\n{full('b')}", full("c")]


def test_pages_with_wide_leading_have_their_own_measure() -> None:
    lines = [moved(line, down=12 * number) for number, line in enumerate(page(*map(full, "abcd")))]
    assert len(blocks(*lines)) == 1


def test_a_line_that_had_room_for_the_next_word_ends_a_paragraph() -> None:
    assert blocks(*page(full("a"), "b.", full("c"), "d.")) == [
        f"{full('a')}\nb.",
        f"{full('c')}\nd.",
    ]


def test_an_indented_line_begins_a_paragraph_and_its_second_line_does_not() -> None:
    one, two, three, four = page(*map(full, "abcd"))
    assert blocks(moved(one, 10), two, moved(three, 10), four) == [
        f"{full('a')}\n{full('b')}",
        f"{full('c')}\n{full('d')}",
    ]


def test_a_hanging_item_is_one_block() -> None:
    one, two, three, four = page(*map(full, "abcd"))
    assert blocks(one, moved(two, 10), moved(three, 10), four) == [
        f"{full('a')}\n{full('b')}\n{full('c')}",
        full("d"),
    ]


def test_a_bullet_begins_a_block() -> None:
    assert blocks(*page(full("•"), full("•"))) == [full("•"), full("•")]


def test_pieces_of_one_printed_line_stay_together() -> None:
    one, two = page(full("a"), full("b"))
    assert blocks(one, moved(two, 400, -12)) == [f"{full('a')}\n{full('b')}"]


def test_larger_letters_are_headings_by_their_rank() -> None:
    lines = [
        *page("Title", size=20, top=760),
        *page("Part", size=15, top=730),
        *page(full("a"), "b."),
        *page("Note.", size=8, top=600),
    ]
    assert blocks(*lines) == ["# Title", "## Part", f"{full('a')}\nb.", "Note."]


def test_a_short_bold_block_without_a_sentence_is_a_heading() -> None:
    bold = [evolve(line, is_bold=True) for line in page("Part", top=730)]
    warning = [evolve(line, is_bold=True) for line in page("Take care!", top=600)]
    assert blocks(*bold, *page(full("a")), *warning, *page("End.", top=500)) == [
        "# Part",
        full("a"),
        "Take care!",
        "End.",
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("it went", "on here.", ["it went\non here."]),
        ("It ended.", "on here.", ["It ended.", "on here."]),
        ("It went", "On here.", ["It went", "On here."]),
        ("It went organi-", "zation.", ["It went organi\u00adzation."]),
    ],
)
@pytest.mark.parametrize("page_of_second", [0, 1])
def test_a_sentence_goes_on_in_the_next_column_and_page(
    before: str, after: str, expected: list[str], page_of_second: int
) -> None:
    first, second = *page(before, top=100), *page(after)
    assert blocks(first, evolve(second, page=page_of_second)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("by eigh-", "teen percent"), "by eigh\u00adteen percent"),
        (("by eigh\u2010", "teen percent"), "by eigh\u00adteen percent"),
        (("the Anglo-", "Saxon law"), "the Anglo-Saxon law"),
        (("the COVID-", "19 rules"), "the COVID-19 rules"),
        (("a self-", "reliant (self-reliant) town"), "a self-reliant (self-reliant) town"),
        (("long and term, a long-", "term aim"), "long and term, a long-term aim"),
        (("longterm, long, term: a long-", "term"), "longterm, long, term: a long\u00adterm"),
        (("in 2001\u2014", "it was"), "in 2001\u2014it was"),
        (("in 2001 \u2014", "it was"), "in 2001 \u2014\nit was"),
        (("a list: -", "two"), "a list: -\ntwo"),
        (("pre-", "(and post-)"), "pre-\n(and post-)"),
        (("交通量は十", "八パーセント"), "交通量は十八パーセント"),
        (("자동차 교통", "량을"), "자동차 교통\n량을"),
    ],
)
def test_words_are_joined_over_the_end_of_a_line(lines: tuple[str, str], expected: str) -> None:
    one, two = page(*lines)
    source = printed_source((one, evolve(two, right=one.right)), 1)
    assert source.text == expected


def test_a_hyphen_that_pdfium_took_away_is_put_back_or_made_soft() -> None:
    one, two = page("by eigh", "teen percent")
    assert blocks(evolve(one, is_broken=True), two) == ["by eigh\u00adteen percent"]
    assert blocks(evolve(one, is_broken=True), evolve(two, text="(so)")) == ["by eigh-\n(so)"]
    assert blocks(evolve(one, is_broken=True)) == ["by eigh-"]


def test_pages_begin_where_their_first_line_does_and_empty_ones_at_the_next() -> None:
    lines = (*page("It went"), *page("on here.", page=2), *page("End.", page=3))
    assert printed_source(lines, 5) == SourceText(
        "It went\non here.\n\nEnd.", (Block(0, 16), Block(18, 22)), pages=(0, 8, 8, 18, 22)
    )


def test_no_lines_are_an_empty_text() -> None:
    assert printed_source((), 2) == SourceText("", (), pages=(0, 0))


LINES = st.lists(
    st.builds(
        Line,
        text=st.text(min_size=1, max_size=8).map(str.strip).filter(bool),
        page=st.integers(0, 3),
        left=st.floats(-1e9, 1e9),
        right=st.floats(-1e9, 1e9),
        height=st.floats(-1e9, 1e9),
        size=st.sampled_from([0.1, 8.0, 10.0, 10.1, 300.0]),
        is_bold=st.booleans(),
        is_broken=st.booleans(),
    ),
    max_size=8,
).map(lambda lines: sorted(lines, key=lambda line: line.page))


@given(LINES)
def test_every_line_is_in_one_block_wherever_it_stands(lines: list[Line]) -> None:
    source = printed_source(lines, 4)
    kept = "".join(source.text[block.start : block.end] for block in source.blocks)
    assert [letter for letter in kept if letter.isalnum()] == [
        letter for line in lines for letter in line.text if letter.isalnum()
    ]
    assert [block.start for block in source.blocks] == sorted(b.start for b in source.blocks)
    assert len(source.pages) == 4
    assert list(source.pages) == sorted(source.pages)
