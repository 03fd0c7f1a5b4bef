"""Digests in place of quotations."""

import pytest

from argmap.model import Extent, Passage
from argmap.passages import digest, plain_source, sealed

TEXT = """\
What was counted

In May traffic fell by 12 percent. It did not rise again.

Shops did not suffer. In May traffic fell, said the mayor.
"""


def test_a_quotation_becomes_a_place_and_the_digest_of_its_sentences() -> None:
    passage = Passage("report", page="3", quote="fell by 12 percent. It did")
    assert sealed(plain_source(TEXT), passage) == Passage(
        "report",
        paragraph=Extent(1),
        sentence=Extent(1, 2),
        page="3",
        digest=digest("In May traffic fell by 12 percent. It did not rise again."),
    )


@pytest.mark.parametrize(
    "passage",
    [
        Passage("report", quote="fell by 21 percent"),
        Passage("report", quote="In May traffic fell"),
        Passage("report", paragraph=Extent(2), quote="It did not rise again."),
        Passage("report", quote="What was counted"),
        Passage("report", quote="an elephant"),
    ],
    ids=lambda passage: passage.quote,
)
def test_what_is_not_there_word_for_word_at_one_place_is_not_sealed(passage: Passage) -> None:
    assert sealed(plain_source(TEXT), passage) is None


def test_a_place_that_is_named_stays() -> None:
    passage = Passage("report", paragraph=Extent(1), sentence=Extent(1, 2), quote="12 percent")
    assert sealed(plain_source(TEXT), passage) == Passage(
        "report",
        paragraph=Extent(1),
        sentence=Extent(1, 2),
        digest=digest("In May traffic fell by 12 percent. It did not rise again."),
    )


def test_a_place_singles_out_one_of_several() -> None:
    passage = Passage("report", paragraph=Extent(2), quote="In May traffic fell")
    found = sealed(plain_source(TEXT), passage)
    assert found is not None
    assert (found.paragraph, found.sentence) == (Extent(2), None)
