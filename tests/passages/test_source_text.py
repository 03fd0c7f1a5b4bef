"""The paragraphs, sentences, sections, pages and lines of a source text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.passages import Block, SourceText, paragraphs, plain_source, sentences

ARTICLE = Path(__file__).parents[3] / "shared" / "article" / "sco-future.txt"

PAPER = SourceText(
    "Paper\n1 Start\nOne. Two.\n1.1 More\nThree.\n2 End\nFour.",
    (
        Block(0, 5, 1),
        Block(6, 13, 2),
        Block(14, 23),
        Block(24, 32, 3),
        Block(33, 39),
        Block(40, 45, 2),
        Block(46, 51),
    ),
    pages=(0, 33),
)


def test_a_plain_text_has_paragraphs_and_headings_at_their_places() -> None:
    assert plain_source(" \nTitle\r\n\r\n One.\r\n Two. \r\n\r\nEnd", "de") == SourceText(
        " \nTitle\n\n One.\n Two. \n\nEnd",
        (Block(2, 7, 1), Block(10, 20), Block(23, 26)),
        "de",
    )


def test_sentences_stand_in_their_paragraphs_without_the_blanks_between_them() -> None:
    source = plain_source("Title\n\nOne is.  Two\nis. \n\n  The third is.")
    assert source.paragraphs == ((7, 23), (28, 41))
    assert source.sentences == (((7, 14), (16, 23)), ((28, 41),))
    assert source.all_sentences == ((7, 14), (16, 23), (28, 41))


@pytest.mark.parametrize(
    ("position", "paragraph", "section", "line"),
    [
        (0, None, ("Paper",), 1),
        (7, None, ("Paper", "1 Start"), 2),
        (14, 1, ("Paper", "1 Start"), 3),
        (22, 1, ("Paper", "1 Start"), 3),
        (23, None, ("Paper", "1 Start"), 3),
        (33, 2, ("Paper", "1 Start", "1.1 More"), 5),
        (50, 3, ("Paper", "2 End"), 7),
        (51, None, ("Paper", "2 End"), 7),
    ],
)
def test_a_position_is_in_a_paragraph_a_section_and_a_line(
    position: int, paragraph: int | None, section: tuple[str, ...], line: int
) -> None:
    assert (
        PAPER.paragraph_at(position),
        PAPER.section_at(position),
        PAPER.line_at(position),
    ) == (paragraph, section, line)


def test_a_text_without_headings_has_none() -> None:
    source = plain_source("Only this.")
    assert source.section_at(3) == ()


@settings(deadline=None)  # libraries are loaded within
@given(st.text())
def test_paragraphs_of_a_plain_text_are_in_order_and_without_blanks_around_them(text: str) -> None:
    source = plain_source(text)
    ends = [0, *(block.end for block in source.blocks)]
    for before, block in zip(ends, source.blocks, strict=False):
        words = source.text[block.start : block.end]
        assert before <= block.start
        assert words.strip() == words != ""
    assert paragraphs(text) == tuple(source.text[start:end] for start, end in source.paragraphs)


@settings(deadline=None)  # libraries are loaded within
@given(
    st.text() | st.text("aB. 3!?…。」「“”\"'()\n\u00a0\u2028\u3000\ud800éDr"),
    st.sampled_from(["en", "de", "ja", "th", "hy", "xx", "zh-Hant", ""]),
)
def test_sentences_are_the_text_but_for_blanks_between_them(text: str, language: str) -> None:
    found = sentences(text, language)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(sentence.strip() == sentence != "" for sentence in found)


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not here")
def test_the_article_has_its_paragraphs_and_sentences() -> None:
    source = plain_source(ARTICLE.read_text(encoding="utf-8"))
    assert (len(source.paragraphs), len(source.all_sentences)) == (19, 50)


def test_a_paragraph_of_any_length_is_cut_at_its_sentences() -> None:
    words = "It was so. " * 3_000 + "Dr. Ames left.\nShe stayed."
    assert sentences(words) == (("It was so.",) * 3_000 + ("Dr. Ames left.", "She stayed."))
    assert sentences("a" * 25_000) == ("a" * 10_000, "a" * 10_000, "a" * 5_000)
