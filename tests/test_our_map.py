"""Our own map against the article that it is about, where the article is at hand."""

from pathlib import Path

import pytest

from argmap.coverage import Counts, cover
from argmap.model import ArgumentMap
from argmap.passages import digest, plain_source, text_at
from argmap.project import load

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT.parent / "shared" / "article" / "sco-future.txt"

with_the_article = pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not here")


@pytest.fixture(scope="module", name="the_map")
def _the_map() -> ArgumentMap:
    the_map, findings = load(ROOT / "claims" / "sco")
    assert findings == ()
    return the_map


def test_every_node_points_to_sentences_of_the_article_by_digest(the_map: ArgumentMap) -> None:
    for node in the_map.nodes:
        assert node.passages, node.id
        for passage in node.passages:
            assert passage.source == "article", node.id
            assert passage.paragraph is not None, node.id
            assert passage.sentence is not None, node.id
            assert passage.digest is not None, node.id


def test_every_node_has_a_type_and_a_section(the_map: ArgumentMap) -> None:
    assert [node.id for node in the_map.nodes if node.type is None or node.section is None] == []


@with_the_article
def test_every_digest_is_that_of_the_sentence_it_names(the_map: ArgumentMap) -> None:
    article = ARTICLE.read_text(encoding="utf-8")
    for node in the_map.nodes:
        for passage in node.passages:
            words = text_at(article, passage)
            assert words is not None, (node.id, passage)
            assert digest(words) == passage.digest, (node.id, passage)


@with_the_article
def test_every_sentence_of_the_article_is_accounted_for(the_map: ArgumentMap) -> None:
    article = plain_source(ARTICLE.read_text(encoding="utf-8"))
    found = cover(the_map, the_map.sources_by_id["article"], article)
    assert found.counts == Counts(sentences=50, cited=49, set_aside=1, missing=0)
    assert found.unplaced == ()
    assert all(one.reason for one in the_map.set_aside)


@with_the_article
def test_no_sentence_of_the_article_is_copied(the_map: ArgumentMap) -> None:
    article = " ".join(ARTICLE.read_text(encoding="utf-8").split()).lower()
    for node in the_map.nodes:
        words = node.text.lower().split()
        for start in range(len(words) - 6):
            assert " ".join(words[start : start + 7]) not in article, (node.id, start)
