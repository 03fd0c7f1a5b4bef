"""Which sentences of a text a map accounts for."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.coverage import Citation, Counts, Role, SourceCoverage, cover
from argmap.model import ArgumentMap, Claim, Extent, Passage, Source
from argmap.passages import plain_source
from tests.coverage.library import article, library


def covered() -> SourceCoverage:
    the_map = library()
    return cover(the_map, the_map.sources[0], article())


def places_cited(*passages: Passage) -> list[tuple[int, int]]:
    """Return paragraph and number of the sentences of the article that passages account for."""
    the_map = ArgumentMap(nodes=[Claim("a", "A.", passages=passages)])
    found = cover(the_map, Source("article"), article())
    return [(one.paragraph, one.number) for one in found.sentences if one.is_cited]


def test_each_sentence_is_told_with_what_accounts_for_it() -> None:
    found = [
        (one.paragraph, one.number, one.section, one.citations, one.set_aside)
        for one in covered().sentences
    ]
    assert found == [
        (1, 1, "Why it should open", (Citation("open", (Role.CLAIM,)),), None),
        (1, 2, "Why it should open", (Citation("visits", (Role.SUPPORT,)),), None),
        (1, 3, "Why it should open", (), None),
        (2, 1, "What is against it", (Citation("rest", (Role.CONTRAST,)),), None),
        (2, 2, "What is against it", (), "it asks"),
        (2, 3, "What is against it", (), None),
    ]


def test_sentences_are_counted() -> None:
    counts = covered().counts
    assert counts == Counts(sentences=6, cited=3, set_aside=1, missing=2)
    assert counts.share == pytest.approx(3 / 5)


def test_a_text_without_sentences_leaves_nothing_out() -> None:
    assert Counts().share == 1


def test_what_points_nowhere_is_kept() -> None:
    (unplaced,) = covered().unplaced
    assert unplaced.node_id == "lost"
    assert isinstance(unplaced.passage, Passage)
    assert unplaced.passage.locator == "paragraph 9"


def test_sections_have_their_sentences() -> None:
    assert [(heading, len(sentences)) for heading, sentences in covered().sections()] == [
        ("Why it should open", 3),
        ("What is against it", 3),
    ]


@pytest.mark.parametrize(
    ("passage", "places"),
    [
        (Passage("article", paragraph=Extent(2)), [(2, 1), (2, 2), (2, 3)]),
        (Passage("article", sentence=Extent(3, 4)), [(1, 3), (2, 1)]),
        (Passage("article", paragraph=Extent(1), sentence=Extent(2, 3)), [(1, 2), (1, 3)]),
        (Passage("article", quote="rose by a third. So they"), [(1, 2), (1, 3)]),
        (Passage("article", line=Extent(7)), [(2, 1), (2, 2), (2, 3)]),
        (Passage("article", section="what is  against it"), [(2, 1), (2, 2), (2, 3)]),
        (Passage("article"), []),
        (Passage("other", paragraph=Extent(1)), []),
        (Passage("article", paragraph=Extent(3)), []),
        (Passage("article", quote="fell by a third"), []),
    ],
    ids=str,
)
def test_a_passage_accounts_for_the_sentences_that_it_touches(
    passage: Passage, places: list[tuple[int, int]]
) -> None:
    assert places_cited(passage) == places


def test_what_is_withdrawn_accounts_for_nothing() -> None:
    the_map = library()
    nodes = [evolve(node, withdrawn="no longer held") for node in the_map.nodes]
    found = cover(evolve(the_map, nodes=nodes), the_map.sources[0], article())
    assert [one.is_cited for one in found.sentences] == [False] * 6


def test_evidence_that_nothing_uses_is_told_apart() -> None:
    the_map = library()
    found = cover(evolve(the_map, relations=()), the_map.sources[0], article())
    assert found.sentences[1].roles == (Role.EVIDENCE,)


@given(st.text(max_size=200))
def test_any_text_can_be_covered(text: str) -> None:
    the_map = library()
    found = cover(the_map, the_map.sources[0], plain_source(text))
    counts = found.counts
    assert counts.sentences == counts.cited + counts.set_aside + counts.missing
    assert 0 <= counts.share <= 1
