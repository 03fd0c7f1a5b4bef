"""`argmap stats`: the numbers of maps."""

import json

from argmap.assess import assess
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source
from argmap.reports import Counts, count, counts_json, counts_text

CITY = ArgumentMap(
    "Should we?",
    nodes=[
        Claim("a", "A.", type="cause"),
        Claim("b", "B.", type="cause"),
        Claim("c", "C."),
        Evidence("e", "E.", type="study", passages=[Passage("s"), Passage("s")]),
    ],
    relations=[Relation("supports", ["e"], "a"), Relation("contrasts", ["b"], "a")],
    sources=[Source("s", "S")],
)


def counted(name: str) -> Counts:
    return count(name, CITY, assess(CITY))


def test_the_numbers_of_one_map() -> None:
    assert counts_text([counted("city")]) == (
        "city: Should we?\n"
        "  claims         3   2 cause, 1 no type\n"
        "                     2 unsupported, 1 supported\n"
        "  evidence       1   1 study\n"
        "                     1 supported\n"
        "  relations      2   1 supports, 1 contrasts\n"
        "  sources        1\n"
        "  passages       2\n"
    )


def test_several_maps_are_added() -> None:
    text = counts_text([counted("one"), counted("two")])
    assert text.split("\n\n")[2].splitlines()[:3] == [
        "total: 2 maps",
        "  claims         6   4 cause, 2 no type",
        "                     4 unsupported, 2 supported",
    ]


def test_an_empty_map_has_zeroes() -> None:
    empty = count("empty", ArgumentMap(), assess(ArgumentMap()))
    assert counts_text([empty]).splitlines() == [
        "empty",
        "  claims         0",
        "  evidence       0",
        "  relations      0",
        "  sources        0",
        "  passages       0",
    ]


def test_the_numbers_as_json() -> None:
    report = json.loads(counts_json([counted("city")]))
    city = {
        "name": "city",
        "title": "Should we?",
        "claims": {"cause": 2, "no type": 1},
        "claims_by_status": {"unsupported": 2, "supported": 1},
        "evidence": {"study": 1},
        "evidence_by_status": {"supported": 1},
        "relations": {"supports": 1, "contrasts": 1},
        "sources": 1,
        "passages": 2,
        "reviews": {},
    }
    assert report == {
        "version": 1,
        "maps": [city],
        "total": {**city, "name": "total", "title": "1 map"},
    }
