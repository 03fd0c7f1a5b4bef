"""The fewest nodes whose loss together leaves a claim without support.

Where no premises are linked, that is a minimal cut of a graph, as large as the number of lines
of support that share nothing (Menger 1927), and found by maximal flow. With linked premises it is
the smallest minimal cut set of a fault tree, which is hard in general; a search is exact up to a
size and a number of trials, and says when it stopped there.
"""

from collections.abc import Collection
from typing import Final

from attrs import frozen

from argmap.assess.status import Assessment, assess
from argmap.assess.support_graph import SupportGraph
from argmap.model import ArgumentMap, Evidence

_TRIALS: Final = 20_000
_GROUND: Final = -1


@frozen
class Cut:
    """A smallest set of nodes whose loss leaves a claim without support.

    Attributes:
        claim: the id of the claim.
        nodes: the ids, in the order of the map; empty where nothing grounds the claim, and where
            no set was found within the bound, or there is none of the nodes asked for.
        at_least: no smaller set does it; the size of the set where one was found.
        is_exact: whether the question was answered; False where the bound was reached.
    """

    claim: str
    nodes: tuple[str, ...]
    at_least: int
    is_exact: bool


def smallest_cut(
    argument_map: ArgumentMap,
    claim_id: str,
    assessment: Assessment | None = None,
    free_types: Collection[str] = (),
    *,
    only_evidence: bool = False,
    most: int = 4,
    trials: int = _TRIALS,
) -> Cut:
    """Return a smallest set of nodes without which no evidence would reach a claim.

    Looked at is the support that holds now. Without linked premises one maximal flow; with them
    a search that takes up to `trials` times the time of an assessment.

    Args:
        argument_map: any map.
        claim_id: the id of a node, which is not taken away itself.
        assessment: what stands in the map, where that is known already.
        free_types: as for `assess`.
        only_evidence: take away evidence only, and no claims.
        most: the size up to which sets are searched for where premises are linked.
        trials: how many sets are tried there.
    """
    standing = assessment or assess(argument_map, free_types)
    whole = SupportGraph.of(argument_map, standing, free_types)
    goal = whole.goals.get(claim_id, -1)
    graph = whole.leading_to(goal)
    if not graph.clauses:
        return Cut(claim_id, (), 0, is_exact=True)
    order = {
        node.id: number
        for number, node in enumerate(argument_map.nodes)
        if node.id != claim_id and (isinstance(node, Evidence) or not only_evidence)
    }
    if any(len(frozenset(clause.positive)) > 1 for clause in graph.clauses):
        nodes, at_least, is_exact = _searched(graph, goal, order, most, trials)
    else:
        nodes, is_exact = _flow(graph, goal, order), True
        at_least = len(nodes)
    return Cut(claim_id, tuple(sorted(nodes, key=order.__getitem__)), at_least, is_exact)


def _flow(graph: SupportGraph, goal: int, removable: Collection[str]) -> Collection[str]:
    """Return a minimal cut between what needs nothing and the goal; empty if there is none."""
    # Takes 0.1 s to import.
    import networkx as nx  # noqa: PLC0415
    from networkx.algorithms.flow import edmonds_karp  # noqa: PLC0415

    network: nx.DiGraph[tuple[int, str]] = nx.DiGraph()
    atoms = dict.fromkeys(clause.head for clause in graph.clauses)
    for atom in atoms:
        is_removable = graph.items.get(atom) in removable
        width = {"capacity": 1} if is_removable else {}
        network.add_edge((atom, "in"), (atom, "out"), **width)
    for clause in graph.clauses:
        start = clause.positive[0] if clause.positive else _GROUND
        network.add_edge((start, "out"), (clause.head, "in"))
    try:
        # Cuts are small, and so are the rounds of this algorithm: as many as the cut has nodes.
        _, (near, _) = nx.minimum_cut(
            network, (_GROUND, "out"), (goal, "out"), flow_func=edmonds_karp
        )
    except nx.NetworkXUnbounded:
        return ()
    cut = (atom for atom in atoms if (atom, "in") in near and (atom, "out") not in near)
    return [graph.items[atom] for atom in cut]


def _searched(
    graph: SupportGraph, goal: int, removable: Collection[str], most: int, trials: int
) -> tuple[Collection[str], int, bool]:
    """Search for a smallest cut: it holds something of every proof that is left.

    Returns:
        the set, a size that no smaller set has, and whether that is the answer.
    """
    whole: list[frozenset[str]] = [frozenset()]
    for size in range(1, most + 1):
        tried: set[frozenset[str]] = set()
        left: list[frozenset[str]] = []
        for lost in whole:
            for item in _proof_items(graph, goal, lost):
                more = lost | {item}
                if item not in removable or more in tried:
                    continue
                if not trials:
                    return (), size, False
                trials -= 1
                tried.add(more)
                if not graph.holds(goal, more):
                    return more, size, True
                left.append(more)
        if not left:
            return (), 0, True
        whole = left
    return (), most + 1, False


def _proof_items(graph: SupportGraph, goal: int, lost: Collection[str]) -> list[str]:
    proof = graph.proof(goal, graph.derived(lost))
    return list(dict.fromkeys(graph.items[atom] for atom in proof if atom in graph.items))
