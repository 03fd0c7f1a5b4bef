"""What a claim cannot do without: the nodes and steps that all ways of its support share.

What an atom cannot do without is itself and, for one of its ways to be left, what all of these
have in common; a way cannot do without what any of its premises needs. The greatest sets for
which that is so are exact, in graphs with linked premises and circles as well (landmarks: Keyder,
Richter & Helmert 2010). Where no premises are linked they are the dominators of a graph (Lengauer
& Tarjan 1979).
"""

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from functools import reduce
from graphlib import CycleError, TopologicalSorter
from operator import or_
from typing import Final

from attrs import frozen

from argmap.assess.status import Assessment, assess
from argmap.assess.support_graph import SupportGraph
from argmap.model import ArgumentMap

_BLOCK: Final = 1024  # so many items are looked at in one pass, as the bits of one number


@frozen
class Bearing:
    """What a claim falls with, whichever of them is taken away.

    Attributes:
        claim: the id of the claim.
        nodes: ids of nodes, those nearest to the claim first; none where nothing grounds it.
        relations: ids of steps, in the same order.
    """

    claim: str
    nodes: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()


def load_bearing(
    argument_map: ArgumentMap,
    claim_id: str,
    assessment: Assessment | None = None,
    free_types: Collection[str] = (),
) -> Bearing:
    """Return the nodes and steps without each of which no evidence would reach a claim.

    Looked at is the support that holds now: what an undercut or a contrast would do without a
    node is told by `flips`. Linear in the map for claims whose proofs have up to a thousand
    nodes, and one more pass for each further thousand.

    Args:
        argument_map: any map.
        claim_id: the id of a node.
        assessment: what stands in the map, where that is known already.
        free_types: as for `assess`.
    """
    standing = assessment or assess(argument_map, free_types)
    graph = SupportGraph.of(argument_map, standing, free_types)
    falling = necessary(graph, graph.goals.get(claim_id, -1))
    nodes = tuple(one for one in falling if one in graph.goals and one != claim_id)
    return Bearing(claim_id, nodes, tuple(one for one in falling if one not in graph.goals))


def necessary(graph: SupportGraph, goal: int) -> tuple[str, ...]:
    """Return the items without each of which a goal cannot be derived, nearest first.

    Its own item is one of them. There are none for what cannot be derived at all.
    """
    part = graph.leading_to(goal)
    if not part.clauses:
        return ()
    # Whatever cannot be done without is in every proof, so in this one.
    reasons = part.derived()
    proof = part.proof(goal, reasons)
    items = tuple(dict.fromkeys(part.items[atom] for atom in proof if atom in part.items))
    order = _in_order(part, reasons)
    found: list[str] = []
    for start in range(0, len(items), _BLOCK):
        block = items[start : start + _BLOCK]
        must = _musts(part, order, {item: 1 << bit for bit, item in enumerate(block)})[goal]
        found.extend(item for bit, item in enumerate(block) if must >> bit & 1)
    return tuple(found)


def _in_order(graph: SupportGraph, reasons: Collection[int]) -> Sequence[int]:
    """Return the atoms after what they need; where that runs in circles, as they are derived."""
    sorter: TopologicalSorter[int] = TopologicalSorter()
    for clause in graph.clauses:
        sorter.add(clause.head, *clause.positive)
    try:
        return tuple(sorter.static_order())
    except CycleError:
        return tuple(reasons)


def _musts(graph: SupportGraph, order: Sequence[int], bits: Mapping[str, int]) -> Mapping[int, int]:
    """Return the greatest sets of items that atoms cannot do without, as bits."""
    everything = (1 << len(bits)) - 1
    found = dict.fromkeys(order, everything)
    ways: dict[int, list[tuple[int, ...]]] = {}
    for clause in graph.clauses:
        ways.setdefault(clause.head, []).append(clause.positive)
    queue = deque(order)
    waiting = set(queue)
    while queue:
        atom = queue.popleft()
        waiting.discard(atom)
        common = everything
        for way in ways[atom]:
            common &= reduce(or_, (found[needed] for needed in way), 0)
        common |= bits.get(graph.items.get(atom, ""), 0)
        if common == found[atom]:
            continue
        found[atom] = common
        for number in graph.users.get(atom, ()):
            user = graph.clauses[number].head
            if user not in waiting:
                waiting.add(user)
                queue.append(user)
    return found
