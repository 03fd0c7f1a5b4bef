"""The labels that the authors of Carneades 4 expect of their examples, where these are at hand."""

from pathlib import Path

import pytest

from argmap.assess.carneades import PRESETS, label
from tests.assess.carneades.corpus import read

ROOT = Path(__file__).parents[3]
CORPUS = ROOT.parent / "shared" / "corpora" / "carneades4" / "AGs" / "YAML"
FILES = [path for path in sorted(CORPUS.glob("*.yml")) if "\ntests:" in path.read_text("utf-8")]

with_the_corpus = pytest.mark.skipif(not FILES, reason="the corpus of Carneades is not here")


@with_the_corpus
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_statement_has_the_label_that_its_authors_expect(path: Path) -> None:
    graph, expected = read(path)
    found = label(graph, PRESETS["carneades4"]).labels
    assert {one: str(found[one]) for one in expected} == expected


@with_the_corpus
def test_the_corpus_is_whole() -> None:
    # One file names a statement twice: 119 are written as in.
    labels = [one for path in FILES for one in read(path)[1].values()]
    assert [labels.count(one) for one in ("in", "out", "undecided")] == [118, 52, 15]
