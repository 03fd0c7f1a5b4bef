"""The argument map as a networkx graph, a view to compute with and throw away; and back."""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypeVar

from attrs import asdict, fields

from argmap.findings import InvalidValueError
from argmap.model import (
    ArgumentMap,
    Claim,
    Evidence,
    Json,
    Node,
    Passage,
    Relation,
    Source,
    Stance,
    Waiver,
)

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

_Made = TypeVar("_Made", ArgumentMap, Claim, Evidence, Relation)
_Edge: TypeAlias = tuple[Any, Any, Any, Mapping[str, Any]]

_OF_THE_WHOLE: Final = (
    "title",
    "language",
    "description",
    "note",
    "sources",
    "set_aside",
    "data",
)
_TEXTS: Final = ("text", "label", "name", "title")
_STANCES: Final = ("stance", "relation", "type", "label", "sign")
_TEXT_FIELDS: Final = (
    "type",
    "assumed",
    "withdrawn",
    "section",
    "note",
    "scheme",
    "because",
    "title",
    "language",
    "description",
)
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
        the fields of their values, without places; nodes stand in the order of the map. The graph
        has title, language, description, note, sources and the like as attributes.
    """
    # Takes 0.1 s to import, and only those who ask for a graph need it.
    import networkx as nx  # noqa: PLC0415

    graph: Graph = nx.MultiDiGraph(**{name: getattr(argument_map, name) for name in _OF_THE_WHOLE})
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


def from_networkx(graph: "nx.DiGraph[Any]") -> ArgumentMap:
    """Return a networkx graph as a map: one of `to_networkx`, or any with directed edges.

    What `to_networkx(…, relations="nodes")` makes of a map comes back as it was, if no id stands
    twice; edges and nodes that were added, changed or removed count for more than what relations
    remember of their ends.

    Nodes become claims, or evidence where their attribute `kind` is `evidence`; their text is
    `text`, `label`, `name` or `title`, else their name. Edges become relations of one premise, by
    their `stance`, `relation`, `type`, `label` or `sign`, which may be a word such as `attack` or
    `con`; they support where nothing tells. Attributes that are fields of a claim or a relation are
    taken over; other texts and numbers are kept as data.

    Args:
        graph: a DiGraph or MultiDiGraph; its nodes may be named by anything.

    Raises:
        InvalidValueError: for a graph without directions, or an attribute that cannot be the field
            of its name; the message says of which node or edge.
    """
    if not graph.is_directed():
        message = "the edges of this graph have no direction; give a DiGraph or a MultiDiGraph"
        raise InvalidValueError(message)
    return _Reading(graph).whole()


class _Reading:
    """One graph that is read."""

    def __init__(self, graph: "nx.DiGraph[Any]") -> None:
        self._graph = graph
        self._kinds = {node: more.get("kind") for node, more in graph.nodes(data=True)}
        self._edges: list[_Edge] = [
            (source, target, more.get("_key"), more) for source, target, more in _edges_of(graph)
        ]

    def whole(self) -> ArgumentMap:
        nodes = [
            self._node(name, more)
            for name, more in self._graph.nodes(data=True)
            if self._kinds[name] not in {"relation", "missing"}
        ]
        fields_given = {name: self._graph.graph.get(name) for name in _OF_THE_WHOLE}
        whole = {name: one for name, one in fields_given.items() if one is not None}
        return _made(ArgumentMap, "the graph", {**whole, "nodes": nodes, "relations": self._all()})

    def _node(self, name: object, more: Mapping[str, Any]) -> Node:
        kind: type[Claim | Evidence] = Evidence if self._kinds[name] == "evidence" else Claim
        text = next((more[one] for one in _TEXTS if isinstance(more.get(one), str)), str(name))
        given, data = _split(more, kind, {"kind", *_TEXTS})
        if data:
            given["data"] = {**given.get("data", {}), "networkx": data}
        given |= {"id": str(name), "text": text}
        if kind is Evidence:
            return _made(Evidence, f"node '{name}'", given)
        return _made(Claim, f"node '{name}'", given)

    def _all(self) -> list[Relation]:
        """Return the relations: those that are nodes, then edges by their keys."""
        by_key: dict[object, list[_Edge]] = {}
        loose: list[_Edge] = []
        for edge in self._edges:
            source, target, key, _ = edge
            ends = {one for one in (source, target) if self._kinds[one] == "relation"}
            if isinstance(key, str):
                by_key.setdefault(key, []).append(edge)
            elif target in ends and source not in ends:
                by_key.setdefault(target, []).append(edge)
            elif source in ends:
                by_key.setdefault(source, []).append(edge)
            else:
                loose.append(edge)
        named = [name for name, kind in self._kinds.items() if kind == "relation"]
        found = [one for name in named for one in self._of_node(name, by_key.pop(name, []))]
        found += [one for key, edges in by_key.items() for one in self._of_key(str(key), edges)]
        return [*found, *(one for edge in loose for one in self._of_key("", [edge]))]

    def _of_node(self, name: object, edges: "list[_Edge]") -> Iterator[Relation]:
        """Give what a node of kind `relation` stands for; nothing where it lacks an end."""
        more = self._graph.nodes[name]
        premises = [str(source) for source, _, _, _ in edges if source != name]
        targets = [str(target) for _, target, _, _ in edges if target != name]
        if not targets and any(source == target for source, target, _, _ in edges):
            targets = [str(name)]  # it aims at itself
        known = more.get("premises")
        if isinstance(known, tuple) and {*known} == {*premises}:
            premises = [*known]
        yield from self._relations(str(name), premises, targets, more)

    def _of_key(self, key: str, edges: "list[_Edge]") -> Iterator[Relation]:
        """Give the relation of edges with one key; those that go together are linked premises."""
        premises = [str(source) for source, _, _, _ in edges]
        targets = [str(target) for _, target, _, _ in edges]
        yield from self._relations(key, premises, targets, edges[0][3])

    def _relations(
        self, name: str, premises: list[str], targets: list[str], more: Mapping[str, Any]
    ) -> Iterator[Relation]:
        words = (str(more[one]).strip().casefold() for one in _STANCES if one in more)
        stance = next((STANCES[word] for word in words if word in STANCES), Stance.SUPPORTS)
        left = {"kind", "key", "_key", "premises", "target", *_STANCES}
        given, data = _split(more, Relation, left)
        if data:
            given["data"] = {**given.get("data", {}), "networkx": data}
        together = [tuple(premises)] if premises else []
        if stance is Stance.RESTATES:
            together = [(premise,) for premise in premises]
        for number, target in enumerate(dict.fromkeys(targets)):
            for some in together:
                fields_given = {**given, "stance": stance, "premises": some, "target": target}
                if name and not number and some == together[0]:
                    fields_given["id"] = name
                yield _made(Relation, f"relation '{name or target}'", fields_given)


def _edges_of(graph: "nx.DiGraph[Any]") -> Iterator[tuple[Any, Any, dict[str, Any]]]:
    if isinstance(keys := getattr(graph, "adj", None), Mapping) and graph.is_multigraph():
        for source, targets in keys.items():
            for target, edges in targets.items():
                for key, more in edges.items():
                    yield source, target, {**more, "_key": key}
    else:
        yield from graph.edges(data=True)


def _split(
    more: Mapping[str, Any], kind: type[Any], left: Collection[str]
) -> tuple[dict[str, Any], dict[str, Json]]:
    """Part attributes in fields of a value and what is kept as data."""
    names = {one.name for one in fields(kind) if one.init} - {"span", "spans", "id"} - {*left}
    given = {name: one for name, one in more.items() if name in names and one is not None}
    data: dict[str, Json] = {
        str(name): one
        for name, one in more.items()
        if name not in names and name not in left and isinstance(one, str | int | float)
    }
    return given, data


def _made(kind: "type[_Made]", about: str, given: Mapping[str, Any]) -> "_Made":
    """Make a value of attributes.

    Raises:
        InvalidValueError: where one of them cannot be what it should.
    """
    for name, of in (("passages", Passage), ("waivers", Waiver), ("sources", Source)):
        if not all(isinstance(one, of) for one in given.get(name, ())):
            message = f"{about}: '{name}' has to be a tuple of {of.__name__}"
            raise InvalidValueError(message)
    for name in _TEXT_FIELDS:
        if not isinstance(given.get(name, ""), str):
            message = f"{about}: '{name}' has to be a text, not {given[name]!r}"
            raise InvalidValueError(message)
    for name in ("confidence", "strength"):
        degree = given.get(name, 0)
        if isinstance(degree, bool) or not isinstance(degree, int | float):
            message = f"{about}: '{name}' has to be a number from 0 to 1, not {degree!r}"
            raise InvalidValueError(message)
    try:
        return kind(**given)
    except (TypeError, ValueError) as error:
        message = f"{about}: {error}"
        raise InvalidValueError(message) from None


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
