"""Passages, their digests, and the passages that somebody means by some words."""

import pytest

from argmap.model import Extent, Passage
from argmap.passages import (
    digest,
    digest_at,
    is_as_read,
    locate,
    passage_at,
    plain_source,
    text_at,
)

TEXT = """On Bridges

It was cold. The bridge,
built in 1932, was closed. Nobody crossed it.

What Came After

Dr. Ames said: "It holds." Then the bridge opened."""
SOURCE = plain_source(TEXT)


def test_a_digest_is_that_of_the_words_at_a_place() -> None:
    passage = Passage("text", paragraph=Extent(1), sentence=Extent(2))
    assert digest_at(SOURCE, passage) == digest("The bridge, built in 1932, was closed.")
    assert digest_at(SOURCE, Passage("text", page="3")) is None


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        (Passage("t", sentence=Extent(3), digest=digest("Nobody crossed it.")), True),
        (Passage("t", sentence=Extent(3), digest=digest("Nobody crossed him.")), False),
        (Passage("t", sentence=Extent(30), digest=digest("Nobody crossed it.")), False),
        (Passage("t", paragraph=Extent(9), digest=digest("Nobody crossed it.")), False),
        (Passage("t", sentence=Extent(3), digest="h9:00"), None),
        (Passage("t", sentence=Extent(3)), None),
        (Passage("t", page="3", digest=digest("Nobody crossed it.")), None),
    ],
)
def test_a_text_is_as_read_where_the_digest_is_the_same(
    passage: Passage, *, expected: bool | None
) -> None:
    assert is_as_read(SOURCE, passage) is expected


def passage(paragraph: Extent, sentence: Extent, quote: str) -> Passage:
    words = text_at(TEXT, Passage("t", paragraph=paragraph, sentence=sentence))
    assert words is not None
    return Passage("t", paragraph=paragraph, sentence=sentence, quote=quote, digest=digest(words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "bridge, built in 1932",
            passage(Extent(1), Extent(2), "bridge, built in 1932"),
        ),
        (
            "closed. Nobody",
            passage(Extent(1), Extent(2, 3), "closed. Nobody"),
        ),
        (
            "crossed it. What Came After Dr. Ames",
            passage(Extent(1, 2), Extent(3, 4), "crossed it. What Came After Dr. Ames"),
        ),
        ("After", Passage("t", section="What Came After", quote="After")),
    ],
)
def test_words_are_located_with_paragraph_sentence_quotation_and_digest(
    words: str, expected: Passage
) -> None:
    (located,) = locate(SOURCE, words, "t")
    assert (located.passage, located.score) == (expected, 1.0)
    assert passage_at(SOURCE, located.place, "t") == expected
    assert is_as_read(SOURCE, expected) is not False


def test_all_places_of_some_words_are_located_whatever_the_case_of_the_first_letter() -> None:
    assert [located.place for located in locate(SOURCE, "the bridge", "t")] == [
        (25, 35),
        (TEXT.index("the bridge"), TEXT.index("the bridge") + 10),
    ]


def test_the_place_most_like_some_words_is_located_with_its_score() -> None:
    (located,) = locate(SOURCE, "the bridge built in 1931 was closed", "t")
    assert located.passage == passage(Extent(1), Extent(2), "The bridge, built in 1932, was closed")
    assert 0.9 < located.score < 0.95
    assert locate(SOURCE, "elephants", "t") == ()
    assert locate(SOURCE, "", "t") == ()
