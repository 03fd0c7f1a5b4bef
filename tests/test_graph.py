"""The map as a networkx graph."""

from typing import Any

import networkx as nx
import pytest
from hypothesis import given

from argmap.findings import InvalidValueError
from argmap.graph import from_networkx, to_networkx
from argmap.model import ArgumentMap, Claim, Evidence, Relation, Source, Stance
from tests.formats.whole_maps import whole_maps

LINKED = Relation(Stance.SUPPORTS, ["e", "f"], "a", scheme="analogy")
DOUBT = Relation(Stance.UNDERCUTS, "b", LINKED.id)
DEBATE = ArgumentMap(
    "Debate",
    nodes=[Claim("a", "It is so.", main=True), Claim("b"), Evidence("e")],
    relations=[LINKED, DOUBT],
)


def test_relations_become_nodes_between_premises_and_targets() -> None:
    graph = to_networkx(DEBATE)
    assert list(graph.edges()) == [
        ("b", DOUBT.id),
        ("e", LINKED.id),
        (LINKED.id, "a"),
        (DOUBT.id, LINKED.id),
        ("f", LINKED.id),
    ]
    assert graph.nodes["a"]["main"] is True
    assert graph.nodes[LINKED.id]["scheme"] == "analogy"


def test_a_missing_node_is_in_the_graph_as_missing() -> None:
    kinds = nx.get_node_attributes(to_networkx(DEBATE), "kind")
    assert kinds == {
        "a": "claim",
        "b": "claim",
        "e": "evidence",
        LINKED.id: "relation",
        DOUBT.id: "relation",
        "f": "missing",
    }


def test_relations_can_be_edges_with_their_ids_as_keys() -> None:
    graph = to_networkx(DEBATE, relations="edges")
    assert list(graph.edges(keys=True, data="stance")) == [
        ("b", LINKED.id, DOUBT.id, "undercuts"),
        ("e", "a", LINKED.id, "supports"),
        ("f", "a", LINKED.id, "supports"),
    ]


def test_two_relations_between_the_same_nodes_are_both_kept() -> None:
    both = ArgumentMap(
        nodes=[Claim("a"), Claim("b")],
        relations=[Relation(Stance.SUPPORTS, "a", "b"), Relation(Stance.CONTRASTS, "a", "b")],
    )
    assert to_networkx(both, relations="edges").number_of_edges("a", "b") == 2


def graph_of(*edges: tuple[object, object, dict[str, Any]]) -> "nx.DiGraph[Any]":
    graph: nx.DiGraph[Any] = nx.DiGraph()
    for source, target, more in edges:
        graph.add_edge(source, target, **more)
    return graph


@given(whole_maps)
def test_a_map_comes_back_from_its_graph(the_map: ArgumentMap) -> None:
    assert from_networkx(to_networkx(the_map)) == the_map


def test_a_graph_with_relations_as_edges_comes_back() -> None:
    the_map = ArgumentMap(
        "Debate",
        nodes=[Claim("a"), Claim("b"), Evidence("e"), Evidence("f")],
        relations=[LINKED, DOUBT, Relation("contrasts", "b", "a", id="named")],
        sources=[Source("s", "S")],
    )
    assert from_networkx(to_networkx(the_map, relations="edges")) == the_map


def test_edges_count_for_more_than_what_relations_remember() -> None:
    graph = to_networkx(DEBATE)
    graph.remove_edge("f", LINKED.id)
    graph.remove_node("f")
    assert from_networkx(graph).relations[0].premises == ("e",)


def test_any_directed_graph_is_a_map() -> None:
    graph = graph_of((1, 2, {"stance": "Attack"}), (3, 2, {"sign": "+"}), (2, 4, {"weight": 0.5}))
    graph.nodes[1].update(label="One", kind="evidence", colour="red", tags=("x",))
    graph.nodes[2]["confidence"] = 0.5
    the_map = from_networkx(graph)
    assert the_map == ArgumentMap(
        nodes=[
            Evidence("1", "One", tags=["x"], data={"networkx": {"colour": "red"}}),
            Claim("2", "2", confidence=0.5),
            Claim("3", "3"),
            Claim("4", "4"),
        ],
        relations=[
            Relation("contrasts", "1", "2"),
            Relation("supports", "2", "4", data={"networkx": {"weight": 0.5}}),
            Relation("supports", "3", "2"),
        ],
    )


def test_edges_of_a_multigraph_are_relations_of_their_own() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "b", stance="con")
    graph.add_edge("a", "b", stance="restates")
    assert [one.stance.value for one in from_networkx(graph).relations] == ["contrasts", "restates"]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"confidence": 7}, "node 'a': confidence of a Claim goes from 0 to 1, not 7"),
        (
            {"confidence": "high"},
            "node 'a': 'confidence' has to be a number from 0 to 1, not 'high'",
        ),
        ({"passages": "p. 5"}, "node 'a': 'passages' has to be a tuple of Passage"),
        ({"section": 5}, "node 'a': 'section' has to be a text, not 5"),
        ({"tags": 5}, "node 'a': 'int' object is not iterable"),
    ],
)
def test_an_attribute_that_cannot_be_a_field_is_refused(more: dict[str, Any], message: str) -> None:
    graph = graph_of(("a", "b", {}))
    graph.nodes["a"].update(more)
    with pytest.raises(InvalidValueError) as raised:
        from_networkx(graph)
    assert str(raised.value).startswith(message)


def test_a_graph_without_directions_is_refused() -> None:
    with pytest.raises(InvalidValueError) as raised:
        from_networkx(nx.Graph())  # type: ignore[arg-type] # that is what is refused
    assert str(raised.value).startswith("the edges of this graph have no direction")
