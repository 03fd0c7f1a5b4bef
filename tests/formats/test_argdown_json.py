"""The JSON that Argdown exports becomes the map that its text would."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Claim
from tests.formats.whole_maps import read

# What the text below becomes in Argdown, without what argmap does not look at.
TEXT = """\
# Costs

<Fair>

(1) [A]: It is dear. #money
(2) It is late.
-- Modus ponens {weight: 3} --
(3) [B]: Drop it.
  <_ <Not so>

[A]
  - <Why>: Prices fell.
"""


def member(line: int, role: str, text: str, **more: object) -> dict[str, object]:
    return {
        "type": "statement",
        "role": role,
        "text": text,
        "startLine": line,
        "startColumn": 1,
        "section": "s1",
        **more,
    }


PREMISES: list[dict[str, Any]] = [
    member(5, "premise", "It is dear. #money", title="A", tags=["money"]),
    member(6, "premise", "It is late.", title="Untitled 1"),
    member(
        8,
        "main-conclusion",
        "Drop it.",
        title="B",
        inference={"inferenceRules": ["Modus ponens"], "data": {"weight": 3}},
    ),
]
EXPORT: dict[str, Any] = {
    "arguments": {
        "Fair": {
            "members": [member(3, "argument-description", "", isReference=True)],
            "pcs": PREMISES,
            "section": "s1",
        },
        "Not so": {"members": [member(9, "argument-description", "", isReference=True)]},
        "Why": {"members": [member(12, "argument-description", "Prices fell.")]},
    },
    "statements": {
        "A": {
            "members": [PREMISES[0], member(11, "top-level-statement", " ", isReference=True)],
        },
        "Untitled 1": {"members": [PREMISES[1]]},
        "B": {"members": [PREMISES[2]]},
    },
    "relations": [
        {
            "relationType": "undercut",
            "from": "Not so",
            "fromType": "argument",
            "to": "Fair",
            "toType": "inference",
            "conclusionIndex": 2,
        },
        {
            "relationType": "attack",
            "from": "Why",
            "fromType": "argument",
            "to": "A",
            "toType": "equivalence-class",
        },
    ],
    "sections": [{"id": "s1", "level": 1, "title": "Costs", "children": []}],
    "tags": {"money": {}},
}


def told(argument_map: ArgumentMap) -> tuple[object, ...]:
    """Return what two maps should have alike."""
    nodes = [(one.id, one.text, one.tags, one.section, one.data) for one in argument_map.nodes]
    relations = {
        (one.id, one.stance, one.premises, one.target, one.scheme) for one in argument_map.relations
    }
    return nodes, relations


def test_an_export_becomes_the_map_of_its_text() -> None:
    the_map, findings = read("argdown-json", json.dumps(EXPORT))
    assert findings == []
    assert [node.text for node in the_map.nodes] == [
        "It is dear.",
        "It is late.",
        "Drop it.",
        "Not so",
        "Prices fell.",
    ]
    assert told(the_map) == told(read("argdown", TEXT)[0])


def test_a_file_with_a_map_is_read_as_one_without() -> None:
    export = {**EXPORT, "map": {"nodes": [{"id": "n0"}], "edges": []}}
    assert read("argdown-json", json.dumps(export)) == read("argdown-json", json.dumps(EXPORT))


def test_nodes_know_their_places_in_the_json() -> None:
    the_map, _ = read("argdown-json", json.dumps(EXPORT))
    first = the_map.nodes[0].span
    assert first is not None
    assert json.loads(first.text) == EXPORT["statements"]["A"]


def test_premises_that_an_inference_uses_are_its_own() -> None:
    conclusion = {**PREMISES[2], "inference": {"data": {"uses": [2]}}}
    pcs = [*PREMISES[:2], conclusion]
    export = {**EXPORT, "arguments": {"Fair": {"pcs": pcs}}, "relations": []}
    the_map, _ = read("argdown-json", json.dumps(export))
    assert [len(one.premises) for one in the_map.relations] == [1]
    conclusion["inference"] = {"data": {"uses": [1, 7]}}
    the_map, _ = read("argdown-json", json.dumps(export))
    assert [len(one.premises) for one in the_map.relations] == [2]


def test_what_is_only_named_is_a_node_with_its_title() -> None:
    the_map, findings = read("argdown-json", '{"statements": {"A": {}}, "arguments": {"B": {}}}')
    assert findings == []
    assert [(node.id, node.text) for node in the_map.nodes] == [("A", "A"), ("B", "B")]


def test_a_tag_inside_of_a_text_stays() -> None:
    one = member(1, "top-level-statement", "The #tax is high. #now", tags=["tax", "now"])
    export = {"statements": {"T": {"members": [one]}}, "arguments": {}, "relations": []}
    the_map, _ = read("argdown-json", json.dumps(export))
    assert isinstance(the_map.nodes[0], Claim)
    assert (the_map.nodes[0].text, the_map.nodes[0].tags) == ("The #tax is high.", ("tax", "now"))


@pytest.mark.parametrize(
    ("export", "message"),
    [
        ([], "1:1 error 101 this is no export of Argdown: it has no `statements` and `arguments`"),
        ({"statements": []}, "1:16 error 103 'statements' is no object"),
        ({"statements": {"A": 5}}, "1:22 error 103 'A' in 'statements' is no object"),
        ({"relations": [{}]}, "1:16 error 103 '' is no relation of Argdown"),
        (
            {"relations": [{"relationType": "attack", "from": "x"}]},
            "1:16 error 103 a relation leads to or from what is not there",
        ),
        (
            {"arguments": {"A": {"pcs": [{"role": "premise", "title": "x"}]}}},
            "1:21 error 103 a premise or conclusion of 'A' is missing",
        ),
        (
            {
                "arguments": {"A": {"pcs": [{"role": "main-conclusion", "title": "B"}]}},
                "statements": {"B": {"members": [{"text": "b"}]}},
            },
            "1:21 error 103 a conclusion of 'A' has no premise",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(export: object, message: str) -> None:
    assert read("argdown-json", json.dumps(export))[1] == [message]


KEYS = ["statements", "arguments", "relations", "sections", "A", "members", "pcs", "title", "text"]
KEYS += ["role", "from", "to", "fromType", "toType", "relationType", "data", "tags", "inference"]
WORDS = ["A", "premise", "main-conclusion", "attack", "undercut", "argument", "inference", ""]


@given(
    st.recursive(
        st.none() | st.integers() | st.sampled_from(WORDS),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
        ),
    )
)
def test_no_export_makes_it_fail(value: object) -> None:
    read("argdown-json", json.dumps(value))
