"""The example map against its texts, which are all here: places, words, coverage, findings."""

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli import main
from argmap.coverage import Counts, cover
from argmap.model import ArgumentMap, Passage
from argmap.passages import normalise, plain_source, text_at
from argmap.project import load

ROOT = Path(__file__).parents[1]
HERE = ROOT / "claims" / "sundays"
ARTICLE = "article"


@pytest.fixture(scope="module", name="the_map")
def _the_map() -> ArgumentMap:
    the_map, findings = load(HERE)
    assert findings == ()
    return the_map


@pytest.fixture(scope="module", name="texts")
def _texts(the_map: ArgumentMap) -> dict[str, str]:
    return {
        source.id: (HERE / source.file).read_text(encoding="utf-8")
        for source in the_map.sources
        if source.file is not None
    }


def test_the_texts_are_where_the_map_says_and_no_others(the_map: ArgumentMap) -> None:
    named = sorted(source.file or source.id for source in the_map.sources)
    assert named == sorted(f"texts/{path.name}" for path in (HERE / "texts").iterdir())


def test_each_text_is_the_one_that_was_read(the_map: ArgumentMap) -> None:
    for source in the_map.sources:
        assert source.file is not None, source.id
        read = (HERE / source.file).read_bytes()
        assert source.sha256 == hashlib.sha256(read).hexdigest(), source.id


def test_every_source_says_who_made_it_and_when(the_map: ArgumentMap) -> None:
    for source in the_map.sources:
        assert source.author, source.id
        assert source.publisher, source.id
        assert len(source.date or "") == len("2025-06-05"), source.id
        assert source.language == "en", source.id


def test_the_map_is_as_large_and_as_mixed_as_an_example_should_be(the_map: ArgumentMap) -> None:
    assert (len(the_map.claims), len(the_map.evidence)) == (18, 23)
    types = {source.id: source.type for source in the_map.sources}
    cited = {types[one.source] for node in the_map.evidence for one in node.passages}
    assert cited == {"article", "report", "minutes", "dataset", "letter"}
    claim_types = {claim.type for claim in the_map.claims}
    assert claim_types == {"fact", "definition", "value", "cause", "policy", "prediction"}


def test_every_passage_names_a_sentence_and_quotes_it(the_map: ArgumentMap) -> None:
    for node in the_map.nodes:
        assert node.passages, node.id
        for passage in node.passages:
            assert passage.paragraph is not None, node.id
            assert passage.sentence is not None, node.id
            assert passage.quote is not None, node.id


def test_every_claim_is_said_in_the_article_and_one_in_a_letter_too(
    the_map: ArgumentMap,
) -> None:
    elsewhere = [
        (claim.id, passage.source)
        for claim in the_map.claims
        for passage in claim.passages
        if passage.source != ARTICLE
    ]
    assert elsewhere == [("van-first", "letter")]
    assert all(ARTICLE in {one.source for one in claim.passages} for claim in the_map.claims)


def test_every_quotation_but_one_stands_in_the_sentence_that_it_names(
    the_map: ArgumentMap, texts: dict[str, str]
) -> None:
    wrong = [
        (node.id, passage.source)
        for node in the_map.nodes
        for passage in node.passages
        if not _stands(passage, texts)
    ]
    assert wrong == [("one-in-five", "report")]


def test_the_article_misquotes_the_report(the_map: ArgumentMap, texts: dict[str, str]) -> None:
    by_article, by_report = the_map.nodes_by_id["one-in-five"].passages
    assert by_report.quote is not None
    assert _stands(by_article, texts)
    assert by_report.quote in (by_article.quote or "")
    assert by_report.quote not in texts["report"]
    assert by_report.quote.replace("21 percent", "12 percent") in texts["report"]


def test_every_sentence_of_the_article_is_accounted_for_once(
    the_map: ArgumentMap, texts: dict[str, str]
) -> None:
    found = cover(the_map, the_map.sources_by_id[ARTICLE], plain_source(texts[ARTICLE]))
    assert found.counts == Counts(sentences=44, cited=36, set_aside=8, missing=0)
    assert found.unplaced == ()
    assert not [one for one in found.sentences if one.is_cited and one.set_aside is not None]
    assert all(one.reason for one in the_map.set_aside)


def test_what_is_found_is_true_of_the_article() -> None:
    report = CliRunner().invoke(main, ["check", "--format", "json", str(HERE)])
    found = [(one["rule"], one["subject"]) for one in json.loads(report.stdout)["findings"]]
    assert found == [
        ("unsupported-claim", "habit-will-go"),
        ("defeated-support", "sets-town-reading"),
        ("quote-drifted", "one-in-five"),
        ("unanswered-contrast", "keep-sundays"),
    ]


def _stands(passage: Passage, texts: dict[str, str]) -> bool:
    words = text_at(texts[passage.source], passage)
    assert words is not None, passage
    return normalise(passage.quote or "") in normalise(words)
