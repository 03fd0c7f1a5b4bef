"""AIF nodesets: what maps to what, and what is told of those that are damaged."""

import json
from pathlib import Path

import pytest
from attrs import evolve

from argmap.formats import format_named, format_of
from argmap.model import ArgumentMap, Claim, Evidence, Json, Passage, Relation, Source, Stance
from argmap.text import TextFile

AIF = format_named("aif")
ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpora" / "xaif"


def _nodes(**types: str) -> list[Json]:
    return [
        {"nodeID": name[1:], "text": f"text {name[1:]}" if kind == "I" else kind, "type": kind}
        for name, kind in types.items()
    ]


def _edges(*ends: str) -> list[Json]:
    return [
        {"edgeID": str(number), "fromID": end.split(">")[0], "toID": end.split(">")[1]}
        for number, end in enumerate(ends, start=1)
    ]


def _read(nodes: list[Json], edges: list[Json], **more: Json) -> tuple[ArgumentMap, list[str]]:
    text = json.dumps({"nodes": nodes, "edges": edges, **more})
    the_map, findings = AIF.read(TextFile("a.json", text))
    return the_map, [finding.message for finding in findings]


def _ends(the_map: ArgumentMap) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(one.id, str(one.stance), one.premises, one.target) for one in the_map.relations]


def _written(the_map: ArgumentMap) -> dict[str, Json]:
    written: dict[str, Json] = json.loads(AIF.write(the_map).text)
    return written


def test_a_claim_is_a_node_with_text_and_type() -> None:
    the_map, messages = _read(_nodes(n1="I"), [])
    assert the_map.nodes == (Claim("1", "text 1"),)
    assert messages == []
    assert the_map.nodes[0].span is not None
    assert str(the_map.nodes[0].span) == "a.json:1:12"


@pytest.mark.parametrize(
    ("kind", "stance"), [("RA", "supports"), ("CA", "contrasts"), ("MA", "restates")]
)
def test_a_step_is_a_relation(kind: str, stance: str) -> None:
    the_map, messages = _read(_nodes(n1="I", n2="I", n3=kind), _edges("1>3", "3>2"))
    assert _ends(the_map) == [("3", stance, ("1",), "2")]
    assert messages == []


def test_several_claims_into_one_inference_are_linked() -> None:
    the_map, _ = _read(_nodes(n1="I", n2="I", n3="RA", n4="I"), _edges("1>3", "2>3", "3>4"))
    assert _ends(the_map) == [("3", "supports", ("1", "2"), "4")]


def test_several_claims_into_one_rephrase_are_a_relation_each() -> None:
    the_map, _ = _read(_nodes(n1="I", n2="I", n3="MA", n4="I"), _edges("1>3", "2>3", "3>4"))
    assert _ends(the_map) == [("3", "restates", ("1",), "4"), ("3-2", "restates", ("2",), "4")]


def test_a_step_with_two_targets_is_two_relations() -> None:
    the_map, _ = _read(_nodes(n1="I", n2="RA", n3="I", n4="I"), _edges("1>2", "2>3", "2>4"))
    assert _ends(the_map) == [("2", "supports", ("1",), "3"), ("2-2", "supports", ("1",), "4")]


def test_a_conflict_with_a_step_undercuts_it() -> None:
    nodes = _nodes(n1="I", n2="I", n3="RA", n4="I", n5="CA", n6="I", n7="CA")
    edges = _edges("1>3", "3>2", "4>5", "5>3", "6>7", "7>5")
    the_map, _ = _read(nodes, edges)
    assert _ends(the_map) == [
        ("3", "supports", ("1",), "2"),
        ("5", "undercuts", ("4",), "3"),
        ("7", "undercuts", ("6",), "5"),
    ]


def test_an_illocution_is_no_premise() -> None:
    nodes = _nodes(n1="I", n2="I", n3="RA", n4="YA", n5="TA")
    the_map, messages = _read(nodes, _edges("1>3", "3>2", "5>4", "4>3"))
    assert _ends(the_map) == [("3", "supports", ("1",), "2")]
    assert messages == []


@pytest.mark.parametrize(
    ("fields", "scheme"),
    [
        ({"text": "RA"}, None),
        ({"text": "Default Inference", "scheme": "Default Inference", "schemeID": "72"}, None),
        ({"text": "RA_8c2811aa90", "scheme": "ExpertOpinion"}, "expert opinion"),
        ({"text": "Expert Opinion"}, "expert opinion"),
        ({"text": "RA", "schemeID": "15"}, "expert opinion"),
        ({"text": "Some  Other Scheme"}, "Some Other Scheme"),
    ],
)
def test_a_scheme_has_one_name(fields: dict[str, Json], scheme: str | None) -> None:
    step: Json = {"nodeID": "3", "type": "RA", **fields}
    the_map, _ = _read([*_nodes(n1="I", n2="I"), step], _edges("1>3", "3>2"))
    assert the_map.relations[0].scheme == scheme


def test_a_scheme_that_was_changed_is_written_anew() -> None:
    step: Json = {"nodeID": "3", "type": "RA", "text": "RA", "schemeID": "15"}
    the_map, _ = _read([*_nodes(n1="I", n2="I"), step], _edges("1>3", "3>2"))
    changed = the_map.with_replaced(evolve(the_map.relations[0], scheme="analogy"))
    nodes = _written(changed)["nodes"]
    assert isinstance(nodes, list)
    assert nodes[2] == {"nodeID": "3", "text": "Analogy", "type": "RA", "schemeID": "1"}


WORDS: Json = {"nodeID": "2", "text": "Ann Lee : it works: well", "type": "L"}
DIALOGUE = [*_nodes(n1="I", n3="YA"), WORDS]
SPOKEN: Json = [{"nodeID": "2", "personID": "7", "start": "2020-10-15 22:17:44"}]


def test_the_words_behind_a_claim_are_a_passage_of_the_speaker() -> None:
    the_map, _ = _read(DIALOGUE, _edges("2>3", "3>1"), locutions=SPOKEN)
    quoted = Passage("ann-lee", quote="it works: well", time="2020-10-15 22:17:44")
    assert the_map.nodes[0].passages == (quoted,)
    assert the_map.sources == (Source("ann-lee", "Ann Lee"),)


@pytest.mark.parametrize(
    ("text", "person", "source", "words"),
    [
        ("Ann: yes", "7", "Ann", "yes"),
        ("Well: yes", None, "The dialogue", "Well: yes"),
        ("Ann : yes", None, "Ann", "yes"),
        ("yes", "7", "Speaker 7", "yes"),
    ],
)
def test_a_speaker_is_known_by_person_or_by_the_text(
    text: str, person: str | None, source: str, words: str
) -> None:
    nodes: list[Json] = [*_nodes(n1="I", n3="YA"), {"nodeID": "2", "text": text, "type": "L"}]
    spoken: Json = [{"nodeID": "2", "personID": person}] if person else []
    the_map, _ = _read(nodes, _edges("2>3", "3>1"), locutions=spoken)
    assert [one.title for one in the_map.sources] == [source]
    assert [one.quote for one in the_map.nodes[0].passages] == [words]


def test_what_is_about_a_claim_that_is_gone_goes_with_it() -> None:
    the_map, _ = _read(DIALOGUE, _edges("2>3", "3>1"), locutions=SPOKEN)
    left = _written(the_map.without("1"))
    assert left["nodes"] == [{"nodeID": "2", "text": "Ann Lee : it works: well", "type": "L"}]
    assert left["edges"] == []
    assert left["locutions"] == SPOKEN


def test_a_changed_text_counts_before_what_was_kept() -> None:
    nodes: list[Json] = [{"nodeID": 1, "text": "R&amp;D", "type": "I"}]
    the_map, _ = _read(nodes, [])
    assert the_map.nodes[0].text == "R&D"
    assert _written(the_map)["nodes"] == nodes
    changed = the_map.with_replaced(evolve(the_map.nodes[0], text="&amp; so"))
    assert _written(changed)["nodes"] == [{"nodeID": 1, "text": "&amp;amp; so", "type": "I"}]


def test_a_map_of_words_gets_numbers_for_ids() -> None:
    the_map = ArgumentMap(
        "Charge",
        nodes=[Claim("works", "It works."), Evidence("counts", "Fewer cars.", type="statistic")],
        relations=[Relation(Stance.SUPPORTS, ["counts"], "works", because="why", scheme="sign")],
    )
    assert _written(the_map) == {
        "nodes": [
            {"nodeID": "1", "text": "It works.", "type": "I", "argmap": {"id": "works"}},
            {
                "nodeID": "2",
                "text": "Fewer cars.",
                "type": "I",
                "argmap": {"type": "statistic", "kind": "evidence", "id": "counts"},
            },
            {
                "nodeID": "3",
                "text": "Sign",
                "type": "RA",
                "scheme": "Sign",
                "schemeID": "30",
                "argmap": {"because": "why", "id": "counts supports works"},
            },
        ],
        "edges": [
            {"edgeID": "1", "fromID": "2", "toID": "3", "formEdgeID": None},
            {"edgeID": "2", "fromID": "3", "toID": "1", "formEdgeID": None},
        ],
        "locutions": [],
        "argmap": {"title": "Charge"},
    }


def test_new_nodes_get_ids_behind_those_that_are_there() -> None:
    the_map, _ = _read(_nodes(n1="I", n2="I", n3="RA"), _edges("1>3", "3>2"))
    more = the_map.with_claim(Claim("new", "New.")).with_relation(
        Relation(Stance.CONTRASTS, ["new"], "3-b")
    )
    written = _written(more)
    assert isinstance(written["nodes"], list)
    assert isinstance(written["edges"], list)
    assert written["nodes"][2] == {
        "nodeID": "4",
        "text": "New.",
        "type": "I",
        "argmap": {"id": "new"},
    }
    assert written["edges"][2:] == [
        {"edgeID": "3", "fromID": "4", "toID": "5"},
        {"edgeID": "4", "fromID": "5", "toID": "3-b"},
    ]


ONE: Json = {"nodeID": "1", "text": "a", "type": "I"}


@pytest.mark.parametrize(
    ("nodeset", "message"),
    [
        ({"edges": []}, "the nodeset has no list of nodes"),
        ({"nodes": [ONE], "edges": 5}, "the nodeset has no list of edges"),
        ({"nodes": [5]}, "item 1 of the nodes is no object"),
        ({"nodes": [{"text": "a", "type": "I"}]}, "item 1 of the nodes has no id"),
        ({"nodes": [{"nodeID": "2", "type": "RA"}]}, "RA '2' has no premise and no target"),
        (
            {"nodes": [ONE, {"nodeID": "2", "type": "RA"}], "edges": _edges("1>2")},
            "RA '2' has no target",
        ),
        (
            {"nodes": [ONE, {"nodeID": "2", "type": "CA"}], "edges": _edges("2>1")},
            "CA '2' has no premise",
        ),
        ({"nodes": [ONE, {"nodeID": "1", "type": "RA"}]}, "'1' has the id of another node"),
        ({"nodes": [{"type": "RA"}]}, "item 1 of the nodes has no id"),
        (
            {"nodes": [{"nodeID": "2", "type": "PA"}]},
            "'2' is a preference, for which argmap has no word",
        ),
        (
            {"nodes": [{"nodeID": "2", "type": "EN"}]},
            "'2' is of a type that AIF does not know: 'EN'",
        ),
        ({"nodes": [{"nodeID": "2"}]}, "'2' is of a type that AIF does not know: none"),
        ({"nodes": [ONE], "edges": [5]}, "edge 1 is no object"),
        ({"nodes": [ONE], "edges": [{"fromID": "1"}]}, "edge 1 lacks an end"),
        (
            {"nodes": [ONE], "edges": _edges("1>9")},
            "edge 1 leads from or to '9', which is not there",
        ),
        (
            {"nodes": [ONE], "edges": _edges("1>1")},
            "edge 1 leads from claim to claim, without a step between: '1' to '1'",
        ),
        (
            {"nodes": [{"nodeID": "1", "text": "a", "type": "I", "argmap": {"main": 5}}]},
            "what argmap wrote for '1' was changed: 'main'",
        ),
        ({"nodes": [ONE], "argmap": 5}, "what argmap wrote for 'the map' was changed: its value"),
    ],
)
def test_what_is_wrong_is_told(nodeset: dict[str, Json], message: str) -> None:
    _, findings = AIF.read(TextFile("a.json", json.dumps(nodeset)))
    assert [one.message for one in findings] == [message]
    assert [one.code for one in findings] == [103]


def test_a_step_with_too_many_ends_is_cut() -> None:
    nodes = _nodes(**{f"n{number}": "I" for number in range(1, 801)}, n900="RA")
    edges = _edges(
        *(f"{number}>900" for number in range(1, 401)),
        *(f"900>{number}" for number in range(401, 801)),
    )
    the_map, messages = _read(nodes, edges)
    assert messages == ["RA '900' has 400 premises for each of 400 targets"]
    assert len(the_map.relations) == 1


def test_a_file_that_is_no_json_is_told() -> None:
    the_map, findings = AIF.read(TextFile("a.json", '{"nodes": ['))
    assert the_map == ArgumentMap()
    assert [one.code for one in findings] == [101]


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpora are not here")
def test_the_debate_of_the_corpus_is_read_whole() -> None:
    text = (CORPUS / "xAifTestFile.json").read_text(encoding="utf-8")
    found = format_of(TextFile("a.json", json.dumps(json.loads(text)["AIF"])))
    the_map, findings = found.read(TextFile("a.json", json.dumps(json.loads(text)["AIF"])))
    stances = [str(one.stance) for one in the_map.relations]
    assert (found.name, findings) == ("aif", ())
    assert len(the_map.nodes) == 123
    assert (stances.count("supports"), stances.count("contrasts")) == (70, 15)
    assert stances.count("restates") == 3
    assert sum(len(one.premises) for one in the_map.relations) == 99


def test_a_type_that_is_no_text_is_none() -> None:
    _, found = _read([{"nodeID": "1", "text": "A.", "type": {"x": 1}}], [])
    assert [one for one in found if "of a type that AIF does not know: none" in one] == found
    assert len(found) == 1
