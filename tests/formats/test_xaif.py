"""xAIF and OVA2: what stands around a nodeset."""

import json
from pathlib import Path

import pytest

from argmap.formats import format_named, format_of
from argmap.model import ArgumentMap, Claim, Json, Passage, Relation, Source, Stance
from argmap.text import TextFile
from tests.formats.nodesets import sorted_json

XAIF, OVA2 = format_named("xaif"), format_named("ova2")
ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpora" / "xaif"


def _read(value: Json) -> ArgumentMap:
    the_map, findings = XAIF.read(TextFile("a.json", json.dumps(value)))
    assert findings == ()
    return the_map


def _written(the_map: ArgumentMap) -> dict[str, Json]:
    written: dict[str, Json] = json.loads(XAIF.write(the_map).text)
    return written


NODES: Json = [
    {"nodeID": 1, "text": "it works", "type": "I"},
    {"nodeID": 2, "text": "Ann: it works", "type": "L"},
    {"nodeID": 3, "text": "Asserting", "type": "YA"},
    {"nodeID": 4, "text": "it fails", "type": "I"},
]
EDGES: Json = [
    {"edgeID": 1, "fromID": 2, "toID": 3},
    {"edgeID": 2, "fromID": 3, "toID": 1},
]
WHOLE: dict[str, Json] = {
    "AIF": {
        "nodes": NODES,
        "edges": EDGES,
        "locutions": [{"nodeID": 2, "personID": 0}],
        "participants": [{"participantID": 0, "firstname": "Ann", "surname": "None"}],
        "schemefulfillments": None,
    },
    "dialog": True,
    "text": {
        "txt": 'Ann <span class="highlighted" id="2">it <b>works</b> &amp; well</span>.<br><br>',
        "url": "https://example.org/",
    },
}


def test_a_span_of_the_text_is_a_passage_beside_that_of_the_speaker() -> None:
    the_map = _read(WHOLE)
    assert the_map.nodes[0].passages == (
        Passage("text", quote="it works & well"),
        Passage("ann", quote="it works"),
    )
    assert the_map.sources == (
        Source("text", "The text that was analysed", url="https://example.org/"),
        Source("ann", "Ann"),
    )


def test_a_span_may_name_the_claim_itself() -> None:
    nodes: Json = [{"nodeID": "7_16", "text": "a", "type": "I"}]
    the_map = _read({"AIF": {"nodes": nodes}, "text": '<span id="node7_16">one\ntwo</span>'})
    assert the_map.nodes[0].passages == (Passage("text", quote="one\ntwo"),)


def test_what_was_quoted_is_not_written_twice() -> None:
    assert sorted_json(_written(_read(WHOLE))) == sorted_json(WHOLE)


def test_a_passage_that_was_taken_away_stays_away() -> None:
    the_map = _read(WHOLE)
    bare = the_map.with_replaced(Claim("1", "it works"))
    again = _read(_written(bare))
    assert again.nodes[0].passages == ()


def test_a_drawing_loses_what_is_gone_and_gets_what_is_new() -> None:
    drawn: Json = {
        "nodes": [{"nodeID": 1, "visible": True, "x": 5, "y": 70}, {"nodeID": 4, "x": 0, "y": 9}],
        "edges": [{"fromID": 2, "toID": 3, "visible": False}],
    }
    the_map = _read({**WHOLE, "OVA": drawn}).without("4").with_claim(Claim("new", "New."))
    assert _written(the_map)["OVA"] == {
        "nodes": [
            {"nodeID": 1, "visible": True, "x": 5, "y": 70},
            {"nodeID": 5, "visible": True, "x": 0, "y": 210, "timestamp": ""},
        ],
        "edges": [{"fromID": 2, "toID": 3, "visible": False}],
    }


def test_a_map_of_its_own_is_written_with_all_that_ova_asks_for() -> None:
    the_map = ArgumentMap(
        nodes=[Claim("1", "a"), Claim("2", "b")],
        relations=[Relation(Stance.CONTRASTS, ["1"], "2", id="3", scheme="analogy")],
    )
    line: Json = [
        {"edgeID": "1", "fromID": "1", "toID": "3", "formEdgeID": None},
        {"edgeID": "2", "fromID": "3", "toID": "2", "formEdgeID": None},
    ]
    step: Json = {"nodeID": "3", "text": "Analogy", "type": "CA", "scheme": "Analogy"}
    assert isinstance(step, dict)
    assert _written(the_map) == {
        "AIF": {
            "nodes": [
                {"nodeID": "1", "text": "a", "type": "I"},
                {"nodeID": "2", "text": "b", "type": "I"},
                {**step, "schemeID": "1"},
            ],
            "edges": line,
            "locutions": [],
            "participants": [],
            "schemefulfillments": [{"nodeID": "3", "schemeID": "1"}],
            "descriptorfulfillments": [],
        },
        "text": {"txt": "", "url": ""},
        "dialog": False,
        "OVA": {
            "firstname": "",
            "surname": "",
            "url": "",
            "nodes": [
                {"nodeID": name, "visible": True, "x": x, "y": 0, "timestamp": ""}
                for name, x in (("1", 0), ("2", 260), ("3", 520))
            ],
            "edges": [
                {"fromID": "1", "toID": "3", "visible": True},
                {"fromID": "3", "toID": "2", "visible": True},
            ],
        },
    }


def test_a_changed_scheme_is_changed_in_the_list_of_schemes() -> None:
    step: Json = {"nodeID": 5, "text": "RA", "type": "RA"}
    edges: Json = [
        {"edgeID": 1, "fromID": 4, "toID": 5},
        {"edgeID": 2, "fromID": 5, "toID": 1},
    ]
    assert isinstance(NODES, list)
    nodeset: Json = {
        "nodes": [*NODES, step],
        "edges": edges,
        "schemefulfillments": [{"nodeID": 5, "schemeID": "15"}],
    }
    the_map = _read({"AIF": nodeset})
    assert the_map.relations[0].scheme == "expert opinion"
    relation = Relation(
        Stance.SUPPORTS, ["4"], "1", id="5", scheme="sign", data=the_map.relations[0].data
    )
    written = _written(the_map.with_replaced(relation))["AIF"]
    assert isinstance(written, dict)
    assert written["schemefulfillments"] == [{"nodeID": 5, "schemeID": "30"}]
    assert isinstance(written["nodes"], list)
    assert {"nodeID": 5, "text": "Sign", "type": "RA"} in written["nodes"]


def test_a_file_without_nodeset_is_told() -> None:
    _, findings = XAIF.read(TextFile("a.json", '{"AIF": null}'))
    assert [one.message for one in findings] == ["the nodeset has no list of nodes"]


def test_a_file_that_is_no_json_is_told() -> None:
    for one in (XAIF, OVA2):
        the_map, findings = one.read(TextFile("a.json", "{"))
        assert (the_map, [found.code for found in findings]) == (ArgumentMap(), [101])


def test_an_aif_nodeset_becomes_xaif_and_comes_back() -> None:
    aif = format_named("aif")
    nodeset: Json = {"nodes": NODES, "edges": EDGES, "locutions": []}
    the_map, _ = aif.read(TextFile("a.json", json.dumps(nodeset)))
    again, _ = XAIF.read(TextFile("a.json", XAIF.write(the_map).text))
    left = json.loads(aif.write(again).text)
    assert sorted_json(left["nodes"]) == sorted_json(NODES)
    assert sorted_json(left["edges"]) == sorted_json(EDGES)


def test_what_stands_around_a_nodeset_is_not_lost_in_aif() -> None:
    aif = format_named("aif")
    written = aif.write(_read(WHOLE))
    assert written.losses == ()
    again, _ = aif.read(TextFile("a.json", written.text))
    assert sorted_json(_written(again)) == sorted_json(WHOLE)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpora are not here")
@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("xAifTestFile.json", (123, 88, 210)),
        ("xaif.json", (2, 1, 4)),
        ("xaif-empty.json", (0, 0, 0)),
    ],
)
def test_the_corpus_comes_back_as_it_was(name: str, counts: tuple[int, int, int]) -> None:
    file = TextFile(name, (CORPUS / name).read_text(encoding="utf-8"))
    found = format_of(file)
    the_map, findings = found.read(file)
    passages = sum(len(one.passages) for one in the_map.nodes)
    assert (found.name, findings) == ("xaif", ())
    assert (len(the_map.nodes), len(the_map.relations), passages) == counts
    assert sorted_json(_written(the_map)) == sorted_json(json.loads(file.text))


OLD: Json = {
    "nodes": [
        {
            "id": 11,
            "x": 656,
            "y": 317,
            "color": "b",
            "text": "One can hardly move.",
            "text_begin": [],
            "type": "I",
            "scheme": "0",
            "visible": True,
            "date": "06/03/2019 - 14:31:23",
            "participantID": "0",
            "majorClaim": True,
        },
        {"id": 2, "text": "An expert says so.", "type": "I", "comment": "sic", "date": ""},
        {"id": 3, "text": "Expert Opinion", "type": "RA", "scheme": "15"},
        {"id": 5, "text": "Ann : so", "type": "L", "participantID": "1"},
        {"id": 6, "text": "Asserting", "type": "YA", "scheme": "0"},
    ],
    "edges": [
        {"from": {"id": 2, "x": 1}, "to": {"id": 3}},
        {"from": {"id": 3}, "to": {"id": 11}},
        {"from": {"id": 5}, "to": {"id": 6}},
        {"from": {"id": 6}, "to": {"id": 2}},
        7,
    ],
    "participants": [{"id": "1", "firstname": "Ann", "surname": "Lee"}],
    "analysis": {
        "txt": '<span id="node11" class="highlighted">One can hardly move</span>',
        "annotatorName": "Eva Ott",
        "documentSource": "https://example.org/",
        "documentTitle": "Moving",
        "documentDate": "05/03/2019",
    },
}


def test_an_analysis_of_ova2_is_read() -> None:
    file = TextFile("a.json", json.dumps(OLD))
    assert format_of(file).name == "ova2"
    the_map, findings = OVA2.read(file)
    assert [one.message for one in findings] == ["edge 5 is no object"]
    assert the_map.title == "Moving"
    assert the_map.sources == (
        Source("text", "Moving", url="https://example.org/", date="2019-03-05"),
        Source("ann-lee", "Ann Lee"),
    )
    first, second = the_map.claims
    assert (first.id, first.main, first.passages) == (
        "11",
        True,
        (Passage("text", quote="One can hardly move"),),
    )
    assert first.data == {"aif": {"majorClaim": True, "timestamp": "2019-03-06 14:31:23"}}
    assert second.data == {"aif": {"comment": "sic"}}
    (relation,) = the_map.relations
    assert (relation.id, relation.premises, relation.target) == ("3", ("2",), "11")
    assert relation.scheme == "expert opinion"


def test_an_analysis_of_ova2_is_written_as_xaif() -> None:
    the_map, _ = OVA2.read(TextFile("a.json", json.dumps(OLD)))
    again, findings = XAIF.read(TextFile("b.json", XAIF.write(the_map).text))
    assert again == the_map
    assert [one.message for one in findings] == ["edge 5 is no object"]
    written = _written(the_map)
    assert isinstance(written["OVA"], dict)
    assert (written["OVA"]["firstname"], written["OVA"]["surname"]) == ("Eva", "Ott")
