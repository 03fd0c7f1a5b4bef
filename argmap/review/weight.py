"""How much hangs on a node: the main claims that rest on it, and those that fall with it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import field, frozen

from argmap.assess import Assessment
from argmap.assess.bearing import necessary
from argmap.assess.support_graph import SupportGraph
from argmap.model import ArgumentMap, Claim, Stance

_MOST_COUNTED: Final = 1024  # so many main claims are told apart, as the bits of a number
_MOST_TAKEN_AWAY: Final = 10  # for so many it is tried what they fall with; each takes a pass


@frozen
class Weights:
    """What main claims do with nodes, by the ids of those; none where an id is not there.

    Attributes:
        mains: the ids of the main claims: those marked as such, or else all that speak for nothing.
        resting: how many main claims a node is, or leads to by support.
        falling: how many of the first main claims no evidence would reach without the node.
    """

    mains: frozenset[str]
    resting: Mapping[str, int] = field(factory=dict)
    falling: Mapping[str, int] = field(factory=dict)


def weigh(argument_map: ArgumentMap, assessment: Assessment) -> Weights:
    """Return how much hangs on each node.

    Takes time linear in the size of the map: the first 1024 main claims count, and it is for the
    first ten of them that nodes are taken away.
    """
    mains = tuple(claim.id for claim in main_claims(argument_map))
    graph = SupportGraph.of(argument_map, assessment)
    falling: Counter[str] = Counter()
    for main in mains[:_MOST_TAKEN_AWAY]:
        needed = necessary(graph, graph.goals.get(main, -1))
        falling.update(one for one in needed if one in graph.goals and one != main)
    return Weights(frozenset(mains), _resting(argument_map, mains[:_MOST_COUNTED]), falling)


def main_claims(argument_map: ArgumentMap) -> tuple[Claim, ...]:
    """Return the live claims that are marked as main, or else those that speak for nothing."""
    claims: dict[str, Claim] = {}
    for claim in argument_map.claims:
        if claim.withdrawn is None:
            claims.setdefault(claim.id, claim)
    marked = tuple(claim for claim in claims.values() if claim.main)
    return marked or tuple(claim for claim in claims.values() if argument_map.is_main(claim))


def _resting(argument_map: ArgumentMap, mains: Sequence[str]) -> Mapping[str, int]:
    own = {main: 1 << number for number, main in enumerate(mains)}
    targets: dict[str, list[str]] = {main: [] for main in mains}
    for premise, target in _supports(argument_map):
        targets.setdefault(premise, []).append(target)
        targets.setdefault(target, [])
    found: dict[str, int] = {}
    for component in _components(targets):
        reached = 0
        for node in component:
            reached |= own.get(node, 0)
            for target in targets[node]:
                reached |= found.get(target, 0)
        found.update(dict.fromkeys(component, reached))
    return {node: reached.bit_count() for node, reached in found.items()}


def _components(targets: Mapping[str, Sequence[str]]) -> Iterator[Collection[str]]:
    """Give nodes after all that they lead to, those of a circle together."""
    sources: dict[str, list[str]] = {node: [] for node in targets}
    for node, ends in targets.items():
        for end in ends:
            sources[end].append(node)
    waits = {node: len(ends) for node, ends in targets.items()}
    free = [node for node, count in waits.items() if not count]
    for node in free:  # grows while it is read
        yield (node,)
        for source in sources[node]:
            waits[source] -= 1
            if not waits[source]:
                free.append(source)
    if len(free) < len(waits):
        yield from _circles({node: targets[node] for node, count in waits.items() if count})


def _circles(targets: Mapping[str, Sequence[str]]) -> Iterator[Collection[str]]:
    # Takes 0.1 s to import, and most maps have no circle.
    import networkx as nx  # noqa: PLC0415

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(targets)
    graph.add_edges_from(
        (node, end) for node, ends in targets.items() for end in ends if end in targets
    )
    # Components come after all that they lead to (Tarjan 1972).
    return nx.strongly_connected_components(graph)


def _supports(argument_map: ArgumentMap) -> Iterable[tuple[str, str]]:
    nodes = argument_map.nodes_by_id
    for relation in argument_map.relations:
        target = nodes.get(relation.target)
        if target is None or relation.stance not in {Stance.SUPPORTS, Stance.RESTATES}:
            continue
        for premise in (nodes[one] for one in relation.premises if one in nodes):
            yield premise.id, target.id
            if relation.stance is Stance.RESTATES:
                yield target.id, premise.id
