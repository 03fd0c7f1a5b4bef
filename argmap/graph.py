"""The argument map as a networkx graph: a view to compute with and throw away."""

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import asdict

from argmap.model import ArgumentMap, Claim, Node, Relation, Stance

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

_WORDS: Final = {
    Stance.SUPPORTS: "support supports supporting for pro + entails inference agree agrees backs",
    Stance.CONTRASTS: (
        "contrast contrasts contrasting against con contra - attack attacks rebut rebuts rebuttal "
        "refutes conflict contradicts contrary contradictory disagree disagrees opposes objection"
    ),
    Stance.UNDERCUTS: "undercut undercuts undercutter",
    Stance.RESTATES: "restate restates restatement rephrase rephrases paraphrase same equivalent",
}
STANCES: Final = MappingProxyType(
    {word: stance for stance, words in _WORDS.items() for word in words.split()}
)
"""What people and other programs call the stances, in small letters."""


def to_networkx(
    argument_map: ArgumentMap, *, relations: Literal["nodes", "edges"] = "nodes"
) -> "Graph":
    """Return the map as a networkx graph whose edges run from premises to targets.

    With `relations="nodes"` nothing is lost: each relation is a node of kind `relation` between
    its premises and its target, as in the Argument Interchange Format (Chesnevar et al. 2006),
    so linked premises meet in one node, and an undercut points at the node of a relation.

    With `relations="edges"` each premise has an edge of its own, whose key is the relation's id.
    An undercut then points at a node that is added for the relation that it attacks.

    Args:
        argument_map: any map, also one with missing or repeated ids.
        relations: what becomes of the relations.

    Returns:
        A MultiDiGraph. Its nodes have the attribute `kind` (claim, evidence, relation, missing) and
        the fields of their values, without places; nodes stand in the order of the map.
    """
    # Takes 0.1 s to import, and only those who ask for a graph need it.
    import networkx as nx  # noqa: PLC0415

    graph: Graph = nx.MultiDiGraph(title=argument_map.title, language=argument_map.language)
    for node in argument_map.nodes:
        if node.id not in graph:
            graph.add_node(node.id, **_node_fields(node))
    undercut = {relation.target for relation in argument_map.relations}
    for relation in argument_map.relations:
        if relations == "nodes" or relation.id in undercut:
            graph.add_node(relation.id, **_relation_fields(relation))
    for relation in argument_map.relations:
        for end in (*relation.premises, relation.target):
            if end not in graph:
                graph.add_node(end, kind="missing")
        _add_edges(graph, relation, as_node=relations == "nodes")
    return graph


def _add_edges(graph: "Graph", relation: Relation, *, as_node: bool) -> None:
    stance = str(relation.stance)
    for premise in relation.premises:
        target = relation.id if as_node else relation.target
        graph.add_edge(premise, target, key=relation.id, stance=stance)
    if as_node:
        graph.add_edge(relation.id, relation.target, key=relation.id, stance=stance)


def _node_fields(node: Node) -> dict[str, Any]:
    kind = "claim" if isinstance(node, Claim) else "evidence"
    return {"kind": kind, **_fields(node)}


def _relation_fields(relation: Relation) -> dict[str, Any]:
    return {"kind": "relation", **_fields(relation)}


def _fields(value: Node | Relation) -> dict[str, Any]:
    return asdict(
        value,
        recurse=False,
        filter=lambda attribute, _: attribute.name not in {"id", "span", "spans"},
    )
