"""An argument map as a weighted bipolar graph, and the strengths of its nodes.

What the literature leaves open is decided here once:

- A node is an argument. Its base score is its confidence, and where it declares none `unstated`.
- What is withdrawn is left out, with every relation that it is an end of.
- Support and contrast are edges, with the strength of the relation as their weight, or 1.
- Linked premises are as strong as their product, or as the weakest of them (`Linked`).
- An undercut attenuates the relation that it aims at: its weight is multiplied by 1 - s, for each
  undercut of strength s. An undercut of an undercut attenuates that one.
- What restates a node is the same argument, so that support does not count twice and none runs
  in a circle; the first confidence declared counts. A restatement that is undercut joins nothing.
- What is to support or contrast itself does neither.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import field, frozen

from argmap.assess.gradual.evaluate import MOST_ROUNDS, TOLERANCE, Strengths, evaluate
from argmap.assess.gradual.formulas import SEMANTICS, Semantics
from argmap.assess.gradual.weighted_graph import Edge, Linked, WeightedGraph
from argmap.assess.restating import arguments, live_relations
from argmap.findings import UsageError
from argmap.model import ArgumentMap, Relation, Stance
from argmap.nearest import hint

UNSTATED: Final = 0.5
_SIGNS: Final = {Stance.SUPPORTS: 1.0, Stance.CONTRASTS: -1.0, Stance.UNDERCUTS: -1.0}


@frozen
class GraphOfMap:
    """A graph, and which unit stands for what.

    Attributes:
        graph: the graph.
        units: from ids of nodes, and of relations that are steps, to the numbers of their units.
    """

    graph: WeightedGraph
    units: Mapping[str, int]


@frozen
class MapStrengths:
    """How strong the nodes of a map are.

    Attributes:
        semantics: the name of the semantics.
        linked: how linked premises counted.
        unstated: the base score of what declares no confidence.
        values: strengths by the ids of nodes, and of relations that have linked premises or are
            undercut; without what is withdrawn.
        circles: the ids of nodes and relations that depend on each other, for each circle.
        unmoved: nodes whose base score of 0 or 1 this semantics cannot move.
        found: how the computation went, by the numbers of units.
        units: from ids, as in `values`, to those numbers.
    """

    semantics: str
    linked: Linked
    unstated: float
    values: Mapping[str, float]
    circles: tuple[tuple[str, ...], ...]
    unmoved: tuple[str, ...]
    found: Strengths
    units: Mapping[str, int] = field(factory=dict, repr=False)

    @property
    def has_converged(self) -> bool:
        """Whether all values are those of the semantics."""
        return self.found.has_converged


def semantics_named(name: str) -> Semantics:
    """Return a gradual semantics by its name.

    Raises:
        UsageError: when there is none.
    """
    if name in SEMANTICS:
        return SEMANTICS[name]
    message = f"there is no gradual semantics '{name}'; {hint(name, SEMANTICS)}"
    raise UsageError(message)


def strengths(
    argument_map: ArgumentMap,
    semantics: str = "quadratic-energy",
    *,
    linked: Linked | str = Linked.PRODUCT,
    unstated: float = UNSTATED,
    tolerance: float = TOLERANCE,
    damping: float | None = None,
    most_rounds: int = MOST_ROUNDS,
) -> MapStrengths:
    """Return how strong the nodes of a map are by a gradual semantics.

    Args:
        argument_map: any map.
        semantics: `df-quad`, `quadratic-energy`, `euler` or `mlp`.
        linked: how linked premises count together.
        unstated: the base score of what declares no confidence.
        tolerance: a circle is left when no strength would move by more.
        damping: the share of the way that strengths in a circle move.
        most_rounds: a circle is left after so many rounds.

    Raises:
        UsageError: when there is no such semantics, or premises cannot be linked so.
        InvalidValueError: when `unstated` is not from 0 to 1.
    """
    chosen = semantics_named(semantics)
    read = graph_of_map(argument_map, linked=linked, unstated=unstated)
    found = evaluate(
        read.graph, chosen, tolerance=tolerance, damping=damping, most_rounds=most_rounds
    )
    names: dict[int, str] = {}
    for name, unit in read.units.items():
        names.setdefault(unit, name)
    unmoved = () if chosen.moves_certain else _certain(read.graph)
    return MapStrengths(
        semantics,
        Linked(linked),
        unstated,
        {name: found.values[unit] for name, unit in read.units.items()},
        tuple(tuple(names[unit] for unit in loop.units) for loop in found.loops),
        tuple(names[unit] for unit in unmoved),
        found,
        read.units,
    )


def _certain(graph: WeightedGraph) -> Iterator[int]:
    """Give the arguments with a base score of 0 or 1 that something bears on."""
    for unit, base in enumerate(graph.base):
        if base in {0.0, 1.0} and graph.incoming[unit] and unit not in graph.steps:
            yield unit


def graph_of_map(
    argument_map: ArgumentMap, *, linked: Linked | str = Linked.PRODUCT, unstated: float = UNSTATED
) -> GraphOfMap:
    """Read a map as a weighted bipolar graph, as this module says; linear.

    Args:
        argument_map: any map.
        linked: how linked premises count together.
        unstated: the base score of what declares no confidence.

    Raises:
        UsageError: when premises cannot be linked so.
        InvalidValueError: when `unstated` is not from 0 to 1.
    """
    if linked not in tuple(Linked):
        message = f"premises cannot be linked by '{linked}'; there are {', '.join(Linked)}"
        raise UsageError(message)
    relations = live_relations(argument_map)
    undercut = {one.target for one in relations.values() if one.stance is Stance.UNDERCUTS}
    units: dict[str, int] = {}
    base: list[float] = []
    for members in arguments(argument_map, relations):
        stated = (node.confidence for node in members if node.confidence is not None)
        units |= dict.fromkeys((node.id for node in members), len(base))
        base.append(next(stated, unstated))
    steps = [
        one
        for one in relations.values()
        if one.stance is not Stance.RESTATES and (one.is_linked or one.id in undercut)
    ]
    units |= {one.id: number for number, one in enumerate(steps, len(base))}
    first_step = len(base)
    base += [1.0 if one.strength is None else one.strength for one in steps]
    edges = [edge for one in relations.values() for edge in _edges(one, units)]
    graph = WeightedGraph(base, edges, range(first_step, len(base)), linked)
    return GraphOfMap(graph, units)


def _edges(relation: Relation, units: Mapping[str, int]) -> Iterator[Edge]:
    """Give the edges of a relation: to its target, or over a step."""
    target = units.get(relation.target)
    sign = _SIGNS.get(relation.stance)
    if target is None or sign is None:
        return
    premises = dict.fromkeys(units[one] for one in relation.premises if one in units)
    if target in premises:  # also by a restatement
        return
    step = units.get(relation.id)
    if step is None:
        weight = 1.0 if relation.strength is None else relation.strength
        for premise in premises:
            yield Edge(premise, target, sign * weight)
        return
    for premise in premises:
        yield Edge(premise, step, 1.0)
    yield Edge(step, target, sign)
