"""arguebuf's JSON in and out: nothing of a map is lost, and what it keeps comes back."""

import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import format_named
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source
from tests.formats.whole_maps import read, whole_maps

ARGUEBUF = format_named("arguebuf")
TIMES = {"created": "2026-11-24T00:15:29.5Z", "updated": "2026-11-24T00:15:29.5Z"}
GRAPH: dict[str, Any] = {
    "schemaVersion": 1,
    "libraryVersion": "2.0.1",
    "metadata": TIMES,
    "majorClaim": "c",
    "userdata": {"course": "A"},
    "nodes": {
        "c": {"atom": {"text": "Charge."}, "metadata": TIMES},
        "p": {
            "atom": {
                "text": "It works.",
                "reference": {"resource": "r", "offset": 3, "text": "it works"},
                "participant": "ann",
            }
        },
        "q": {"atom": {"text": "It is fair."}, "userdata": {"colour": "red"}},
        "s": {
            "scheme": {"support": "SUPPORT_EXPERT_OPINION", "premiseDescriptors": ["x"]},
            "metadata": TIMES,
        },
        "t": {"scheme": {"attack": "ATTACK_DEFAULT"}},
        "u": {"scheme": {}},
    },
    "edges": {
        "1": {"source": "p", "target": "s", "metadata": TIMES},
        "2": {"source": "q", "target": "s"},
        "3": {"source": "s", "target": "c"},
        "4": {"source": "q", "target": "t"},
        "5": {"source": "t", "target": "s"},
        "6": {"source": "q", "target": "u"},
        "7": {"source": "u", "target": "p"},
    },
    "resources": {"r": {"text": "So it works.", "title": "Report", "source": "http://x.org"}},
    "participants": {"ann": {"name": "Ann"}},
    "analysts": {"me": {"name": "Me"}},
}


def test_a_graph_is_read_whole() -> None:
    the_map, findings = read("arguebuf", json.dumps(GRAPH))
    assert findings == []
    assert [(node.id, node.text) for node in the_map.nodes] == [
        ("c", "Charge."),
        ("p", "It works."),
        ("q", "It is fair."),
    ]
    assert [claim.id for claim in the_map.claims if claim.main] == ["c"]
    assert [(one.id, one.stance.value, one.premises, one.target) for one in the_map.relations] == [
        ("s", "supports", ("p", "q"), "c"),
        ("t", "undercuts", ("q",), "s"),
        ("u", "supports", ("q",), "p"),
    ]
    assert the_map.relations[0].scheme == "expert opinion"
    assert the_map.nodes[1].passages == (Passage("r", quote="it works"),)
    assert the_map.sources[0].title == "Report"
    assert the_map.sources[0].url == "http://x.org"


def test_a_graph_comes_back_with_all_that_it_keeps() -> None:
    the_map, _ = read("arguebuf", json.dumps(GRAPH))
    written = ARGUEBUF.write(the_map)
    assert written.losses == ()
    assert json.loads(written.text) == GRAPH


def test_names_in_snake_case_are_read() -> None:
    text = '{"major_claim": "c", "nodes": {"c": {"atom": {"text": "C"}}}, "edges": {}}'
    assert read("arguebuf", text)[0].nodes == (Claim("c", "C", main=True),)


def test_what_the_map_says_now_counts_for_more_than_what_was_read() -> None:
    the_map, _ = read("arguebuf", json.dumps(GRAPH))
    turned = evolve(the_map.relations[2], stance="contrasts")
    quoted = evolve(the_map.nodes[1], passages=[Passage("r", quote="works")])
    written = json.loads(ARGUEBUF.write(the_map.with_replaced(turned).with_replaced(quoted)).text)
    assert written["nodes"]["u"]["scheme"] == {"attack": "ATTACK_DEFAULT"}
    assert written["nodes"]["p"]["atom"]["reference"] == {
        "resource": "r",
        "text": "works",
        "offset": 6,
    }


def test_what_another_tool_changed_counts_for_more_than_what_argmap_kept() -> None:
    the_map = ArgumentMap(
        nodes=[Claim("a", "A"), Claim("b", "B")],
        relations=[Relation("supports", ["a"], "b", scheme="Expert Opinion")],
    )
    written = json.loads(ARGUEBUF.write(the_map).text)
    assert written["nodes"]["a supports b"]["scheme"] == {"support": "SUPPORT_EXPERT_OPINION"}
    assert read("arguebuf", json.dumps(written))[0] == the_map
    written["nodes"]["a supports b"]["scheme"] = {"support": "SUPPORT_SIGN"}
    assert read("arguebuf", json.dumps(written))[0].relations[0].scheme == "sign"


def test_evidence_and_fields_are_kept_in_userdata() -> None:
    the_map = ArgumentMap(
        "Title",
        nodes=[Evidence("e", "E", confidence=0.5, passages=[Passage("s", page="5", quote="q")])],
        sources=[Source("s", "S", isbn="1")],
    )
    written = json.loads(ARGUEBUF.write(the_map).text)
    assert written["userdata"] == {"argmap": {"title": "Title"}}
    assert written["nodes"]["e"] == {
        "atom": {"text": "E", "reference": {"resource": "s", "text": "q"}},
        "userdata": {
            "argmap": {
                "passages": [{"source": "s", "page": "5", "quote": "q"}],
                "confidence": 0.5,
                "kind": "evidence",
            }
        },
    }
    assert read("arguebuf", json.dumps(written)) == (the_map, [])


@given(whole_maps)
def test_a_map_comes_back(the_map: ArgumentMap) -> None:
    assert read("arguebuf", ARGUEBUF.write(the_map).text) == (the_map, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("5", "1:1 error 101 this is no arguebuf: it is no object with `nodes` and `edges`"),
        ('{"nodes": []}', "1:11 error 103 'nodes' is no object"),
        ('{"nodes": {"a": 5}}', "1:17 error 103 'a' in 'nodes' is no object"),
        ('{"nodes": {"": {}}}', "1:16 error 103 an id in 'nodes' is empty"),
        ('{"nodes": {"a": {}}}', "1:17 error 103 'a' is neither an atom nor a scheme"),
        (
            '{"nodes": {"a": {"scheme": {"preference": "PREFERENCE_DEFAULT"}}}}',
            "1:17 warning 103 'a' is a preference, which a map has not",
        ),
        ('{"edges": {"1": {"source": "a"}}}', "1:17 error 103 the edge '1' lacks an end"),
        ('{"nodes": {"a": {"scheme": {}}}}', "1:17 warning 103 the scheme 'a' has no premise"),
        (
            '{"nodes": {"a": {"atom": {}, "userdata": {"argmap": {"tags": 5}}}}}',
            "1:17 error 103 'tags', which argmap keeps with 'a', is not what it should be",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, message: str) -> None:
    assert read("arguebuf", text)[1] == [message]


def test_a_reference_without_words_is_kept() -> None:
    text = '{"nodes": {"a": {"atom": {"text": "A", "reference": {"offset": 5}}}}}'
    the_map, findings = read("arguebuf", text)
    assert (the_map.nodes[0].passages, findings) == ((), [])
    assert json.loads(ARGUEBUF.write(the_map).text)["nodes"]["a"]["atom"]["reference"] == {
        "offset": 5
    }


def test_a_preference_is_kept_aside_and_written_again() -> None:
    graph = {
        "schemaVersion": 1,
        "nodes": {
            "a": {"atom": {"text": "A"}},
            "p": {"scheme": {"preference": "PREFERENCE_DEFAULT"}},
        },
        "edges": {"1": {"source": "a", "target": "p"}},
        "resources": {},
    }
    the_map, _ = read("arguebuf", json.dumps(graph))
    assert json.loads(ARGUEBUF.write(the_map).text) == graph


KEYS = ["nodes", "edges", "a", "atom", "scheme", "support", "text", "reference", "resource"]
KEYS += ["source", "target", "userdata", "argmap", "resources", "majorClaim", "passages"]


@given(
    st.recursive(
        st.none() | st.integers() | st.sampled_from(["a", "b", "SUPPORT_SIGN", ""]),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
        ),
    )
)
def test_no_graph_makes_it_fail(value: object) -> None:
    the_map, _ = read("arguebuf", json.dumps(value))
    ARGUEBUF.write(the_map)
