"""Between what bounds each claim is probable, however its premises depend on each other.

The bounds are those of Fréchet (1935). All of several things hold together with at least
max(0, Σp - (n - 1)) and at most min p; one of them holds with at least max p and at most
min(1, Σp). No mean is taken: it would hide that one premise is wholly false.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import heappop, heappush
from math import fsum

from attrs import frozen

from argmap.assess.status import Assessment, assess
from argmap.model import ArgumentMap, Evidence, Relation, Stance


@frozen
class Bounds:
    """Between what a probability lies.

    Attributes:
        low: it is not less.
        high: it is not more.
    """

    low: float
    high: float


def all_of(parts: Iterable[Bounds]) -> Bounds:
    """Return the bounds of several things holding together; certain where there are none."""
    some = tuple(parts)
    low = fsum((*(part.low for part in some), 1.0 - len(some)))
    return Bounds(max(0.0, low), min((part.high for part in some), default=1.0))


def bounds(
    argument_map: ArgumentMap,
    assessment: Assessment | None = None,
    free_types: Collection[str] = (),
    *,
    unstated: float = 0.5,
) -> Mapping[str, Bounds]:
    """Return between what bounds it lies that the support of each node holds.

    Evidence and assumed claims hold with their confidence; other claims when one of the steps to
    them does, and a step when all its premises do, and the step itself with its strength, or 1.
    Counted are steps that hold now; contrasts do not count. In circles the lower bounds are those
    of the best proof (Knuth 1977), the upper ones the sum of all that enters the circle.

    Args:
        argument_map: any map.
        assessment: what stands in the map, where that is known already.
        free_types: as for `assess`.
        unstated: the confidence of what declares none.

    Returns:
        bounds by the ids of the nodes that are grounded or assumed, in the order of the map.
    """
    standing = assessment or assess(argument_map, free_types)
    given = {
        node.id: unstated if node.confidence is None else node.confidence
        for node in reversed(argument_map.nodes)
        if (isinstance(node, Evidence) and standing.is_grounded(node.id))
        or (standing.is_assumed(node.id) and standing.is_live(node.id))
    }
    steps = [step for one in argument_map.relations for step in _steps(one, standing, given)]
    lows, highs = _lows(given, steps), _highs(given, steps)
    names = dict.fromkeys(node.id for node in argument_map.nodes)
    return {name: Bounds(lows[name], highs[name]) for name in names if name in lows}


@frozen
class _Step:
    """One way to a node: the premises, and with what probability they are enough."""

    target: str
    premises: tuple[str, ...]
    strength: float = 1.0


def _steps(relation: Relation, assessment: Assessment, given: Collection[str]) -> Iterable[_Step]:
    """Give the ways that a relation opens: one, or two where it restates."""
    one, other = relation.premises[0], relation.target
    if relation.stance is Stance.RESTATES and one != other:
        if not assessment.undercut_by(relation.id):
            ends = ((one, other), (other, one))
            yield from (_Step(end, (start,)) for start, end in ends if assessment.is_live(end))
    elif (
        relation.stance is Stance.SUPPORTS
        and assessment.holds(relation.id)
        and assessment.is_live(other)
        and other not in given
    ):
        strength = 1.0 if relation.strength is None else relation.strength
        yield _Step(other, tuple(dict.fromkeys(relation.premises)), strength)


def _lows(given: Mapping[str, float], steps: Sequence[_Step]) -> Mapping[str, float]:
    """Return the lower bounds: those of the best proofs, surest first.

    A step is never surer than its least sure premise, so what is taken as the surest that is left
    cannot become surer (Knuth 1977, after Dijkstra).
    """
    users: dict[str, list[int]] = {}
    for number, step in enumerate(steps):
        for premise in step.premises:
            users.setdefault(premise, []).append(number)
    waits = [len(step.premises) for step in steps]
    found: dict[str, float] = {}
    heap = [(-low, name) for name, low in given.items()]
    heap.sort()
    while heap:
        low, name = heappop(heap)
        if name in found:
            continue
        found[name] = -low
        for number in users.get(name, ()):
            waits[number] -= 1
            if not waits[number]:
                step = steps[number]
                parts = [Bounds(found[one], 1.0) for one in step.premises]
                joint = all_of([*parts, Bounds(step.strength, 1.0)])
                heappush(heap, (-joint.low, step.target))
    return found


def _highs(given: Mapping[str, float], steps: Sequence[_Step]) -> Mapping[str, float]:
    # Takes 0.1 s to import.
    import networkx as nx  # noqa: PLC0415

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(given)
    ways: dict[str, list[_Step]] = {}
    for step in steps:
        graph.add_edges_from((premise, step.target) for premise in step.premises)
        ways.setdefault(step.target, []).append(step)
    whole = nx.condensation(graph)
    found: dict[str, float] = {}
    for number in nx.topological_sort(whole):
        members: frozenset[str] = frozenset(whole.nodes[number]["members"])
        total = sum(given.get(name, 0.0) for name in members)
        for name in sorted(members):
            for step in ways.get(name, ()):
                if members.isdisjoint(step.premises):
                    total += min(step.strength, *(found.get(one, 0.0) for one in step.premises))
        found |= dict.fromkeys(members, min(1.0, total))
    return found
