"""CSL-JSON in."""

import json

import pytest

from argmap.bibliography import read_bibliography
from argmap.model import Source
from argmap.text import TextFile


def sources(*items: object) -> dict[str, Source]:
    """Read items that have nothing wrong."""
    read = read_bibliography(TextFile("refs.json", json.dumps(items, indent=1)))
    assert read.findings == ()
    return {source.id: source for source in read.sources}


def source(**fields: object) -> Source:
    return sources({"id": "key", "title": "T", **fields})["key"]


def test_an_item_becomes_a_source() -> None:
    item = {
        "id": "simeonova2019",
        "type": "article-journal",
        "title": "On H<sub>2</sub>O &amp; <i>Health</i>.",
        "author": [
            {"family": "Simeonova", "given": "Emilia"},
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
            {"literal": "Transport for London"},
        ],
        "issued": {"date-parts": [["2019", 3, 2]]},
        "container-title": "Journal of Examples",
        "publisher": "Example Press",
        "DOI": "10.1000/182",
        "URL": "https://example.org/a_b?c=1&copy=2",
        "language": "en-US",
        "abstract": "Not kept.",
    }
    assert sources(item) == {
        "simeonova2019": Source(
            "simeonova2019",
            "On H₂O & Health",
            author="Simeonova, Emilia; van der Berg, Jan; Transport for London",
            publisher="Journal of Examples",
            date="2019-03-02",
            doi="10.1000/182",
            url="https://example.org/a_b?c=1&copy=2",
            type="article",
            language="en-US",
        )
    }


def test_a_book_names_its_house() -> None:
    read = source(
        type="book", publisher="House", ISBN="0-306-40615-2 978-0-306-40615-7", language="German"
    )
    assert read == Source(
        "key", "T", publisher="House", isbn="0-306-40615-2", type="book", language="de"
    )


def test_every_part_knows_where_it_is_written() -> None:
    text = '[\n {"id": "a", "title": "T", "DOI": "10.1/2",\n  "author": [{"family": "Lind"}]}\n]\n'
    (one,) = read_bibliography(TextFile("refs.json", text)).sources
    assert str(one.span) == "refs.json:2:10"
    assert {name: (str(span), span.text) for name, span in one.spans.items()} == {
        "title": ("refs.json:2:24", "T"),
        "doi": ("refs.json:2:36", "10.1/2"),
        "author": ("refs.json:3:13", '[{"family": "Lind"}]'),
    }


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("article-journal", "article"),
        ("article", "preprint"),
        ("article-newspaper", "newspaper"),
        ("paper-conference", "paper"),
        ("webpage", "website"),
        ("legal_case", "ruling"),
        ("personal_communication", "letter"),
        ("document", None),
        ("collage", "collage"),
    ],
)
def test_types_are_those_of_argmap(kind: str, expected: str | None) -> None:
    assert source(type=kind).type == expected


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2019]]}, "2019"),
        ({"date-parts": [[2019, 5], [2020]]}, "2019-05"),
        ({"date-parts": [["2019", "2", "30"]]}, "2019-02"),
        ({"raw": "2019-04-01"}, "2019-04-01"),
        ({"literal": "in press"}, "in press"),
        ({"date-parts": [[]], "raw": "1999"}, "1999"),
        ({"date-parts": [[None]]}, None),
        ({"season": 2}, None),
        ("2019-05", "2019-05"),
        (7.5, "7.5"),
        ([], None),
    ],
)
def test_dates_are_as_exact_as_they_can_be_read(issued: object, date: str | None) -> None:
    assert source(issued=issued).date == date


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ({"family": "Lind", "given": "Karin"}, "Lind, Karin"),
        ({"family": "Plato"}, "Plato"),
        ({"given": "Plato"}, "Plato"),
        ({"family": "Carbon Brief"}, "Carbon\u00a0Brief"),
        ({"family": "King", "given": "Martin Luther", "suffix": "Jr."}, "King, Martin Luther, Jr."),
        ({"family": "Gaulle", "given": "Charles", "dropping-particle": "de"}, "Gaulle, Charles de"),
        ({"literal": "Lind and Sons"}, "Lind\u00a0and\u00a0Sons"),
        ("World Bank", "World Bank"),
        ({}, None),
        (5, "5"),
        (None, None),
    ],
)
def test_names_are_read_in_all_their_forms(name: object, author: str | None) -> None:
    assert source(author=[name]).author == author


def test_editors_stand_for_authors() -> None:
    assert source(author=[], editor=[{"literal": "Lind"}]).author == "Lind"


def test_ids_may_be_numbers_or_addresses() -> None:
    assert list(
        sources({"id": 12, "title": "T"}, {"id": "http://zotero.org/1/A", "title": "U"})
    ) == [
        "12",
        "http://zotero.org/1/A",
    ]


def test_one_item_needs_no_list() -> None:
    text = '\n{"id": "a", "title": "T"}\n'
    assert read_bibliography(TextFile("a.JSON", text)).sources == (Source("a", "T"),)


def test_halves_of_characters_are_replaced() -> None:
    text = r'[{"id": "a\ud83d", "title": "T\u0000\ud83d", "DOI": "\udead"}]'
    (one,) = read_bibliography(TextFile("refs.json", text)).sources
    assert one == Source("a\ufffd", "T\ufffd\ufffd", doi="\ufffd")


def test_only_what_is_wanted_is_read() -> None:
    text = '[{"id": "a", "title": "A"}, {"id": "b"}, {"id": "b", "title": 1}]'
    read = read_bibliography(TextFile("refs.json", text), {"a", "c"})
    assert [one.id for one in read.sources] == ["a"]
    assert read.keys == {"a", "b"}
    assert read.findings == ()
