"""How much each base score moves the strength of one argument.

The gradient is computed backwards for all base scores at once (reverse mode; the measure is the
gradient-based attribution of Yin, Potyka & Toni 2023). It says what a small change does. Where it
is 0 a large change may still do something, so beside it stands what the loss of each argument
does (Kampik et al. 2024).
"""

from collections.abc import Iterator, Sequence

from attrs import frozen

from argmap.assess.gradual.components import components
from argmap.assess.gradual.evaluate import DAMPING, MOST_ROUNDS, TOLERANCE, Strengths, evaluate
from argmap.assess.gradual.formulas import Semantics, remaining, without_each
from argmap.assess.gradual.of_map import UNSTATED, graph_of_map, semantics_named
from argmap.assess.gradual.weighted_graph import Edge, Linked, WeightedGraph
from argmap.findings import UnknownIdError
from argmap.model import ArgumentMap
from argmap.nearest import nearest


@frozen
class Influence:
    """What one node does to the strength of a claim.

    Attributes:
        node: its id; that of a relation for a step.
        gradient: by how much the strength grows for each unit that its base score does.
        loss: by how much the strength falls when it is taken away; below 0 it would rise.
    """

    node: str
    gradient: float
    loss: float


@frozen
class Influences:
    """What moves the strength of a claim.

    Attributes:
        claim: its id.
        strength: how strong it is.
        influences: of what leads to it, the largest loss first, either way.
        has_converged: whether all numbers are those of the semantics.
        looked_at: of how many nodes the loss was computed.
        all_nodes: how many lead to the claim.
    """

    claim: str
    strength: float
    influences: tuple[Influence, ...]
    has_converged: bool
    looked_at: int
    all_nodes: int


def influences(
    argument_map: ArgumentMap,
    claim_id: str,
    semantics: str = "quadratic-energy",
    *,
    linked: Linked | str = Linked.PRODUCT,
    unstated: float = UNSTATED,
    most: int = 500,
) -> Influences:
    """Return what moves the strength of a claim, and by how much.

    The gradients take one pass; each loss takes one pass over what leads to the claim.

    Args:
        argument_map: any map.
        claim_id: the id of a node that is not withdrawn.
        semantics: as for `strengths`.
        linked: how linked premises count together.
        unstated: the base score of what declares no confidence.
        most: so many nodes are taken away, those nearest to the claim first.

    Raises:
        UnknownIdError: when the map has no such node, or it is withdrawn.
        UsageError: when there is no such semantics.
    """
    chosen = semantics_named(semantics)
    read = graph_of_map(argument_map, linked=linked, unstated=unstated)
    if claim_id not in read.units:
        raise UnknownIdError(claim_id, nearest(claim_id, read.units))
    near = _leading_to(read.graph, read.units[claim_id])
    cone = _only(read.graph, near)
    whole = evaluate(cone, chosen)
    slopes = gradient(cone, chosen, 0, whole)
    names: dict[int, str] = {}
    for name, unit in read.units.items():
        names.setdefault(unit, name)
    found = [
        Influence(
            names[unit],
            slopes[number],
            whole.values[0] - evaluate(cone, chosen, lost={number}).values[0],
        )
        for number, unit in enumerate(near[: most + 1])
        if number
    ]
    found.sort(key=lambda one: -abs(one.loss))
    strength, all_nodes = whole.values[0], len(near) - 1
    return Influences(claim_id, strength, tuple(found), whole.has_converged, len(found), all_nodes)


def gradient(
    graph: WeightedGraph,
    semantics: Semantics,
    goal: int,
    strengths: Strengths,
    *,
    tolerance: float = TOLERANCE,
) -> tuple[float, ...]:
    """Return the derivatives of the strength of one unit by all base scores.

    Without circles one pass, linear. In circles, at their fixed point, the same equations are
    repeated until they hold.

    Args:
        graph: any graph.
        semantics: one of `SEMANTICS`.
        goal: the number of the unit.
        strengths: what `evaluate` says of the graph.
        tolerance: when repetition stops.
    """
    pull = [0.0] * len(graph.base)
    pull[goal] = 1.0
    slopes = [_slopes(graph, semantics, unit, strengths.values) for unit in range(len(graph.base))]
    circles = {loop.units[0]: loop.units for loop in strengths.loops}
    for members in reversed(tuple(components(graph))):
        if members[0] in circles:
            _settle(graph, slopes, members, pull, tolerance)
        inside = frozenset(members)
        for unit in members:
            for (source, _), slope in zip(graph.incoming[unit], slopes[unit][1], strict=True):
                if source not in inside:
                    pull[source] += pull[unit] * slope
    return tuple(pull[unit] * by_base for unit, (by_base, _) in enumerate(slopes))


def _settle(
    graph: WeightedGraph,
    slopes: Sequence[tuple[float, Sequence[float]]],
    members: Sequence[int],
    pull: list[float],
    tolerance: float,
) -> None:
    """Solve for what the units of a circle pull on each other; damped, as strengths are."""
    inside = frozenset(members)
    given = {unit: pull[unit] for unit in members}
    for _ in range(MOST_ROUNDS):
        wanted = dict(given)
        for unit in members:
            for (source, _weight), slope in zip(graph.incoming[unit], slopes[unit][1], strict=True):
                if source in inside:
                    wanted[source] += pull[unit] * slope
        moved = max(abs(wanted[unit] - pull[unit]) for unit in members)
        for unit in members:
            pull[unit] += DAMPING * (wanted[unit] - pull[unit])
        if moved <= tolerance:
            return


def _slopes(
    graph: WeightedGraph, semantics: Semantics, unit: int, values: Sequence[float]
) -> tuple[float, Sequence[float]]:
    """Return the derivatives of one strength by its base score and by each of its sources."""
    incoming = graph.incoming[unit]
    supporters = [weight * values[source] for source, weight in incoming if weight > 0]
    attackers = [-weight * values[source] for source, weight in incoming if weight < 0]
    if unit in graph.steps:
        by_base, by_attackers, by_supporters = _step_slopes(graph, unit, attackers, supporters)
    else:
        moved = semantics.aggregate(attackers, supporters)
        by_base, steep = semantics.influence_slopes(graph.base[unit], moved)
        of_attackers, of_supporters = semantics.aggregate_slopes(attackers, supporters)
        by_attackers = [steep * one for one in of_attackers]
        by_supporters = [steep * one for one in of_supporters]
    left, right = iter(by_attackers), iter(by_supporters)
    return by_base, [_by_source(weight, left, right) for _, weight in incoming]


def _by_source(weight: float, attackers: Iterator[float], supporters: Iterator[float]) -> float:
    if weight > 0:
        return weight * next(supporters)
    return -weight * next(attackers) if weight < 0 else 0.0


def _step_slopes(
    graph: WeightedGraph, unit: int, attackers: Sequence[float], supporters: Sequence[float]
) -> tuple[float, Sequence[float], Sequence[float]]:
    left = remaining(attackers)
    base = graph.base[unit]
    if graph.linked is Linked.MINIMUM:
        joint = min(supporters, default=1.0)
        weakest = supporters.index(joint) if supporters else -1
        parts = [float(number == weakest) for number in range(len(supporters))]
    else:
        parts = without_each(supporters)
        joint = parts[0] * supporters[0] if supporters else 1.0
    others = without_each([1.0 - one for one in attackers])
    return (
        left * joint,
        [-base * joint * one for one in others],
        [base * left * one for one in parts],
    )


def _leading_to(graph: WeightedGraph, goal: int) -> list[int]:
    """Return the units that a unit depends on, itself first, then the nearest."""
    found = {goal: None}
    queue = [goal]
    for unit in queue:
        more = [source for source, _ in graph.incoming[unit] if source not in found]
        found.update(dict.fromkeys(more))
        queue += dict.fromkeys(more)
    return queue


def _only(graph: WeightedGraph, units: Sequence[int]) -> WeightedGraph:
    """Return the part of a graph with some units, numbered in their order."""
    numbers = {unit: number for number, unit in enumerate(units)}
    return WeightedGraph(
        [graph.base[unit] for unit in units],
        [
            Edge(numbers[source], number, weight)
            for number, unit in enumerate(units)
            for source, weight in graph.incoming[unit]
        ],
        [numbers[unit] for unit in units if unit in graph.steps],
        graph.linked,
    )
