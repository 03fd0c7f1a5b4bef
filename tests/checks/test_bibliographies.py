"""What rules make of sources that are from bibliographies."""

import pytest

from argmap.checks import check
from argmap.model import ArgumentMap, Bibliography, Evidence, Passage, Source
from argmap.text import TextFile
from tests.checks.reading import findings_in, told

CITING = TextFile("a.yaml", "evidence: {e: {text: Said., cites: Lind2012}}\n")


def the_map(cited: str, *keys: str, sources: tuple[Source, ...] = ()) -> ArgumentMap:
    passage = Passage(cited, span=CITING.span(35, 43), spans={"source": CITING.span(35, 43)})
    return ArgumentMap(
        nodes=[Evidence("e", "Said.", passages=[passage])],
        sources=sources,
        bibliographies=[Bibliography("refs.bib", keys=frozenset(keys))],
    )


def told_by(code: int, argument_map: ArgumentMap) -> list[str]:
    return [told(finding) for finding in check(argument_map) if finding.code == code]


@pytest.mark.parametrize(
    ("cited", "advice"),
    [
        ("Lind2021x", "did you mean 'Lind2021'?"),
        ("quite-different", "add it to 'refs.bib'"),
    ],
)
def test_a_source_that_is_not_there_is_looked_for_among_all_keys(cited: str, advice: str) -> None:
    assert told_by(401, the_map(cited, "Lind2021", "ek:1999")) == [
        f"1:36 there is no source '{cited}' | {advice}"
    ]


def test_a_key_that_is_surely_meant_is_put_in_its_place() -> None:
    (finding,) = (one for one in check(the_map("Lind2012", "lind2012")) if one.code == 401)
    assert [(fix.replacement, str(fix.span)) for fix in finding.fixes] == [
        ("lind2012", "a.yaml:1:36")
    ]


def test_while_a_bibliography_is_unread_no_source_is_missed() -> None:
    text = "sources: refs.bib\nevidence: {e: {text: Said., cites: [lind, ek]}}\n"
    assert [one.code for one in findings_in(text) if one.code == 401] == []


def test_the_keys_of_a_bibliography_are_as_they_are() -> None:
    sources = (Source("DBLP:a/b c", "T"), Source("my key", "U"))
    assert told_by(105, the_map("x", "DBLP:a/b c", sources=sources)) == [
        "the id 'my key' holds a blank | use letters, digits, '-', '_' and '.', as in 'my-key'"
    ]
