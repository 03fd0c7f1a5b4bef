"""SADFace in and out: both dialects, and nothing of a map is lost."""

import json
import uuid

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import format_named
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source
from tests.formats.whole_maps import corpus, read, whole_maps

SADFACE = format_named("sadface")
A, B, C, D, S, T = (str(uuid.UUID(int=number, version=4)) for number in range(6))
KEYS = [
    "id",
    "type",
    "text",
    "name",
    "nodes",
    "edges",
    "source_id",
    "target_id",
    "metadata",
    "argmap",
    "core",
    "sources",
    "resource_id",
    "resources",
    "missing",
]
CORE = {"analyst_name": "Ann", "created": "2020-01-01T00:00:00", "version": "0.2"}


def atom(name: str, text: str, **more: object) -> dict[str, object]:
    return {"id": name, "type": "atom", "text": text, "sources": [], "metadata": {}, **more}


def edge(source: str, target: str) -> dict[str, object]:
    return {"id": f"{source} {target}", "source_id": source, "target_id": target}


def document(nodes: list[object], edges: list[object], **more: object) -> str:
    return json.dumps(
        {"metadata": {"core": CORE}, "resources": [], "nodes": nodes, "edges": edges, **more}
    )


def steps(argument_map: ArgumentMap) -> list[tuple[str, tuple[str, ...], str, str | None]]:
    return [
        (one.stance.value, one.premises, one.target, one.scheme) for one in argument_map.relations
    ]


def test_premises_of_one_scheme_are_linked_and_its_name_is_the_scheme() -> None:
    text = document(
        [
            atom(A, "a"),
            atom(B, "b"),
            atom(C, "c"),
            {"id": S, "type": "inference", "name": "Expert Opinion", "metadata": {}},
        ],
        [edge(A, S), edge(B, S), edge(S, C)],
    )
    the_map, findings = read("sadface", text)
    assert findings == []
    assert [node.text for node in the_map.nodes] == ["a", "b", "c"]
    assert steps(the_map) == [("supports", (A, B), C, "Expert Opinion")]


@pytest.mark.parametrize(
    ("kind", "name", "stance", "scheme"),
    [
        ("scheme", "support", "supports", None),
        ("scheme", "conflict", "contrasts", None),
        ("scheme", "Analogy", "supports", "Analogy"),
        ("inference", "support", "supports", None),
        ("inference", "conflict", "supports", "conflict"),
        ("inference", "rephrase", "restates", None),
        ("conflict", "attack", "contrasts", None),
        ("conflict", "disagree", "contrasts", None),
    ],
)
def test_both_dialects_say_what_a_scheme_is(
    kind: str, name: str, stance: str, scheme: str | None
) -> None:
    nodes: list[object] = [atom(A, "a"), atom(B, "b"), {"id": S, "type": kind, "name": name}]
    the_map, findings = read("sadface", document(nodes, [edge(A, S), edge(S, B)]))
    assert (steps(the_map), findings) == ([(stance, (A,), B, scheme)], [])
    again, _ = read("sadface", SADFACE.write(the_map).text)
    assert again == the_map


def test_a_conflict_with_a_scheme_is_an_undercut() -> None:
    nodes: list[object] = [atom(name, "x") for name in (A, B, C)]
    nodes += [{"id": S, "type": "inference", "name": "support"}]
    nodes += [{"id": T, "type": "conflict", "name": "attack"}]
    edges: list[object] = [edge(A, S), edge(S, B), edge(C, T), edge(T, S)]
    the_map, _ = read("sadface", document(nodes, edges))
    assert steps(the_map) == [("supports", (A,), B, None), ("undercuts", (C,), S, None)]


def test_a_scheme_with_two_targets_is_one_again_when_written() -> None:
    nodes: list[object] = [atom(A, "a"), atom(B, "b"), atom(C, "c")]
    nodes += [{"id": S, "type": "inference", "name": "support", "metadata": {}}]
    edges: list[object] = [edge(A, S), edge(S, B), edge(S, C)]
    the_map, _ = read("sadface", document(nodes, edges))
    assert [one.id for one in the_map.relations] == [S, f"{S}-2"]
    written = json.loads(SADFACE.write(the_map).text)
    assert (len(written["nodes"]), len(written["edges"])) == (4, 3)
    left = the_map.without(C)
    assert len(json.loads(SADFACE.write(left).text)["edges"]) == 2


def test_sources_of_atoms_are_passages_with_places() -> None:
    resource = {
        "id": D,
        "type": "text",
        "content": "We heard: a bear.",
        "metadata": {"core": {"title": "T", "url": "http://x.org", "shelf": 5}},
    }
    source = {"resource_id": D, "text": "a bear", "offset": 10, "length": 6}
    text = document([atom(A, "A bear.", sources=[source])], [], resources=[resource])
    the_map, findings = read("sadface", text)
    assert findings == []
    assert the_map.nodes[0].passages == (Passage(D, quote="a bear"),)
    assert (the_map.sources[0].title, the_map.sources[0].url) == ("T", "http://x.org")
    written = json.loads(SADFACE.write(the_map).text)
    assert written["nodes"][0]["sources"] == [source]
    assert written["resources"] == [resource]
    changed = evolve(the_map.nodes[0], passages=[Passage(D, quote="bear")])
    written = json.loads(SADFACE.write(the_map.with_replaced(changed)).text)
    assert written["nodes"][0]["sources"] == [{**source, "text": "bear", "offset": 12, "length": 4}]


def test_what_the_map_says_now_counts_for_more_than_what_was_read() -> None:
    nodes: list[object] = [
        atom(A, "a"),
        atom(B, "b"),
        {"id": S, "type": "conflict", "name": "defeat"},
    ]
    the_map, _ = read("sadface", document(nodes, [edge(A, S), edge(S, B)]))
    turned = evolve(the_map.relations[0], stance="supports")
    written = json.loads(SADFACE.write(the_map.with_replaced(turned)).text)
    assert (written["nodes"][2]["type"], written["nodes"][2]["name"]) == ("inference", "support")


def test_what_another_tool_changed_counts_for_more_than_what_argmap_kept() -> None:
    the_map = ArgumentMap(
        nodes=[Claim("a", "A"), Claim("b", "B")], relations=[Relation("restates", ["a"], "b")]
    )
    written = json.loads(SADFACE.write(the_map).text)
    written["nodes"][2] |= {"type": "conflict", "name": "attack"}
    written["nodes"][0]["text"] = "New"
    again, _ = read("sadface", json.dumps(written))
    assert again.nodes[0] == Claim("a", "New")
    assert [one.stance.value for one in again.relations] == ["contrasts"]


def test_ids_become_uuids_and_come_back() -> None:
    the_map = ArgumentMap(
        "Title",
        nodes=[Claim("a", "A", main=True), Evidence("e", "E", confidence=0.5)],
        relations=[Relation("supports", ["e"], "a", because="why", scheme="Sign")],
        sources=[Source("s", "S", isbn="1")],
    )
    written = SADFACE.write(the_map)
    assert written.losses == ()
    assert written == SADFACE.write(the_map)
    document = json.loads(written.text)
    for one in (*document["nodes"], *document["edges"], *document["resources"]):
        assert uuid.UUID(one["id"]).version == 4
    assert document["metadata"]["core"]["claim"] == document["nodes"][0]["id"]
    assert document["nodes"][2]["name"] == "Sign"
    assert read("sadface", written.text) == (the_map, [])


@given(whole_maps)
def test_a_map_comes_back(the_map: ArgumentMap) -> None:
    assert read("sadface", SADFACE.write(the_map).text) == (the_map, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "1:1 error 101 this is no SADFace: it is no object with `nodes` and `edges`"),
        ('{"nodes": 5, "edges": []}', "1:11 error 103 'nodes' is no list"),
        ('{"nodes": [5], "edges": []}', "1:12 error 103 what stands in 'nodes' is no object"),
        (
            '{"nodes": [{"id": "x", "type": "blob"}], "edges": []}',
            "1:12 error 103 'x' is neither an atom nor a scheme: 'blob'",
        ),
        (
            '{"nodes": [{"type": "atom", "text": "a"}], "edges": []}',
            "1:12 warning 103 a node has no id",
        ),
        (
            '{"nodes": [{"id": "x", "type": "atom"}], "edges": []}',
            "1:12 warning 103 the atom 'x' has no text",
        ),
        (
            '{"nodes": [], "edges": [{"id": "e", "source_id": "x"}]}',
            "1:25 error 103 the edge 'e' lacks an end",
        ),
        (
            '{"nodes": [], "edges": [{"id": "e", "source_id": "x", "target_id": "y"}]}',
            "1:25 warning 103 an edge leads from 'x' to 'y' without a scheme",
        ),
        (
            '{"nodes": [{"id": "x", "type": "inference", "name": "s"}], "edges": []}',
            "1:12 warning 103 the scheme 'x' has no premise",
        ),
        (
            '{"edges":[],"nodes":[{"id":"x","type":"atom","text":"","metadata":{"argmap":{"type":7}}}]}',
            "1:22 error 103 'type', which argmap keeps with 'claim', is not what it should be",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, message: str) -> None:
    assert read("sadface", text)[1] == [message]


def test_a_scheme_without_target_is_kept_aside_and_written_again() -> None:
    nodes: list[object] = [atom(A, "a"), {"id": S, "type": "inference", "name": "support"}]
    the_map, findings = read("sadface", document(nodes, [edge(A, S)]))
    assert findings[0].endswith(f"warning 103 the scheme '{S}' has no target")
    written = json.loads(SADFACE.write(the_map).text)
    assert (len(written["nodes"]), written["edges"]) == (2, [edge(A, S)])


def test_an_id_that_stands_twice_is_told() -> None:
    the_map, findings = read("sadface", document([atom(A, "a"), atom(A, "b")], []))
    assert [node.id for node in the_map.nodes] == [A, f"{A}-2"]
    assert findings[0].endswith(f"the id '{A}' stands twice")


def test_the_real_document_is_read_whole_and_comes_back() -> None:
    text = corpus("sadface-mit/sadface.json")
    the_map, findings = read("sadface", text)
    assert (len(the_map.nodes), len(the_map.relations), findings) == (4, 2, [])
    assert the_map.title == "Hangback Example"
    written = SADFACE.write(the_map)
    assert read("sadface", written.text)[0] == the_map
    before, after = json.loads(text), json.loads(written.text)
    assert after["metadata"]["core"] == before["metadata"]["core"]
    by_id = {one["id"]: one for one in after["edges"]}
    assert by_id == {one["id"]: one for one in before["edges"]}


@given(
    st.recursive(
        st.none() | st.integers() | st.sampled_from(["a", "s", "atom", "scheme", "support", ""]),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(KEYS),
                inner,
            )
        ),
    )
)
def test_no_document_makes_it_fail(value: object) -> None:
    the_map, _ = read("sadface", json.dumps(value))
    SADFACE.write(the_map)
