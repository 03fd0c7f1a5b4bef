"""The map as a networkx graph."""

import networkx as nx

from argmap.graph import to_networkx
from argmap.model import ArgumentMap, Claim, Evidence, Relation, Stance

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
