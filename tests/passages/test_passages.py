"""Paragraphs, sentences and digests of source texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Extent, Passage
from argmap.passages import digest, normalise, paragraphs, sentences, text_at

TEXT = """A Talk About Bridges

It was a cold day. The bridge, built in 1932, was closed.
Nobody crossed it.

What Came After

Dr. Ames said: "It holds." Then it opened."""


def test_quotation_marks_dashes_white_space_and_soft_hyphens_do_not_count() -> None:
    printed = "\u201cIt\u2019s a\u00a0test\u201d \u2014 of  hyphen\u00adation,\nand \ufb01ne"
    assert normalise(printed) == '"It\'s a test" - of hyphenation, and fine'


def test_words_case_and_numbers_count() -> None:
    assert (
        len({digest(text) for text in ("It rose 18", "It rose 19", "it rose 18", "It 18 rose")})
        == 4
    )


def test_a_digest_names_its_version_and_has_32_digits() -> None:
    assert digest("Nobody crossed it.") == digest(" Nobody\ncrossed it. ")
    version, digits = digest("Nobody crossed it.").split(":")
    assert (version, len(digits)) == ("h1", 32)


def test_the_digest_of_a_text_never_changes() -> None:
    assert digest("Nobody crossed it.") == "h1:192d624598eaa5f0683801ee5c1a6b67"


def test_headings_are_no_paragraphs() -> None:
    assert paragraphs(TEXT) == (
        "It was a cold day. The bridge, built in 1932, was closed.\nNobody crossed it.",
        'Dr. Ames said: "It holds." Then it opened.',
    )


def test_in_a_text_without_blank_lines_each_line_is_a_paragraph() -> None:
    assert paragraphs("Start\r\nOne sentence.\rTwo sentences. Yes.\n") == (
        "One sentence.",
        "Two sentences. Yes.",
    )


def test_the_last_short_line_is_a_paragraph_since_it_heads_nothing() -> None:
    assert paragraphs("Only words") == ("Only words",)


def test_abbreviations_do_not_end_a_sentence() -> None:
    assert sentences("Dr. Ames came at 5 p.m. on Monday. He left.") == (
        "Dr. Ames came at 5 p.m. on Monday.",
        "He left.",
    )


def test_a_sentence_is_found_by_paragraph_and_number() -> None:
    passage = Passage("text", paragraph=Extent(1), sentence=Extent(3))
    assert text_at(TEXT, passage) == "Nobody crossed it."


def test_sentences_count_through_the_whole_text_without_a_paragraph() -> None:
    assert text_at(TEXT, Passage("text", sentence=Extent(3, 4))) == (
        'Nobody crossed it. Dr. Ames said: "It holds."'
    )


def test_a_whole_paragraph_can_be_meant() -> None:
    passage = Passage("text", paragraph=Extent(2))
    assert text_at(TEXT, passage) == 'Dr. Ames said: "It holds." Then it opened.'


@pytest.mark.parametrize(
    "passage",
    [
        Passage("text", paragraph=Extent(3)),
        Passage("text", paragraph=Extent(1), sentence=Extent(3, 4)),
        Passage("text", page="12"),
    ],
)
def test_a_place_that_the_text_does_not_have_gives_nothing(passage: Passage) -> None:
    assert text_at(TEXT, passage) is None


@given(st.text())
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_no_character_but_white_space_and_headings_is_lost(text: str) -> None:
    kept = "".join("".join(paragraphs(text)).split())
    assert set(kept) <= set(text)
    assert all(paragraph.strip() == paragraph != "" for paragraph in paragraphs(text))
