"""The strengths of all units: one pass where nothing is circular, repetition in each circle.

In a circle all strengths are computed anew from the last ones, all at once, and moved by a share
of the way (damping), until no strength would move any more: small steps follow the continuous
semantics of Potyka (2018). Nobody has shown that these converge on all graphs, and undamped
repetition does not (Mossakowski & Neuhaus 2018), so it is told whether it did.
"""

from collections.abc import Collection, Sequence
from math import inf
from typing import Final

from attrs import define, frozen

from argmap.assess.gradual.components import components
from argmap.assess.gradual.formulas import Semantics, remaining
from argmap.assess.gradual.weighted_graph import Linked, WeightedGraph

TOLERANCE: Final = 1e-9
DAMPING: Final = 0.5
MOST_ROUNDS: Final = 5000
WINDOW: Final = 50  # after so many rounds without progress steps are made half as long
PROGRESS: Final = 0.9


@frozen
class Loop:
    """Units that depend on each other, and how repetition went.

    Attributes:
        units: their numbers.
        rounds: how often their strengths were computed.
        residual: by how much one strength at most would still move.
        has_converged: whether that is within the tolerance.
        is_certain: whether there is one limit only, from wherever one starts (a contraction).
    """

    units: tuple[int, ...]
    rounds: int
    residual: float
    has_converged: bool
    is_certain: bool


@frozen
class Strengths:
    """What was computed.

    Attributes:
        values: the strength of each unit, from 0 to 1.
        loops: the circles; where one has not converged, values in it and above it are not those
            of the semantics.
    """

    values: tuple[float, ...]
    loops: tuple[Loop, ...] = ()

    @property
    def has_converged(self) -> bool:
        """Whether all circles have."""
        return all(loop.has_converged for loop in self.loops)


def evaluate(
    graph: WeightedGraph,
    semantics: Semantics,
    *,
    tolerance: float = TOLERANCE,
    damping: float | None = None,
    most_rounds: int = MOST_ROUNDS,
    lost: Collection[int] = (),
) -> Strengths:
    """Return the strengths of all units; their order makes no difference but that of rounding.

    Linear without circles, and there exact; with circles linear for each round.

    Args:
        graph: any graph.
        semantics: one of `SEMANTICS`.
        tolerance: a circle is left when no strength would move by more.
        damping: the share of the way that strengths in a circle move, up to 1 for all of it;
            where none is given a half, and less as long as that leads nowhere.
        most_rounds: a circle is left after so many rounds.
        lost: units that have no strength.
    """
    values = list(graph.base)
    for unit in lost:
        values[unit] = 0.0
    loops = []
    for members in components(graph):
        live = [unit for unit in members if unit not in lost]
        if len(members) == 1 and all(
            source != members[0] for source, _ in graph.incoming[members[0]]
        ):
            for unit in live:
                values[unit] = strength(graph, semantics, unit, values)
        else:
            rounds, residual = _repeat(
                graph, semantics, live, values, (tolerance, damping, most_rounds)
            )
            is_certain = _contraction(graph, semantics, members) < 1
            loops.append(Loop(members, rounds, residual, residual <= tolerance, is_certain))
    return Strengths(tuple(values), tuple(loops))


def strength(
    graph: WeightedGraph, semantics: Semantics, unit: int, values: Sequence[float]
) -> float:
    """Return the strength of one unit from those of its sources."""
    incoming = graph.incoming[unit]
    supporters = [weight * values[source] for source, weight in incoming if weight > 0]
    attackers = [-weight * values[source] for source, weight in incoming if weight < 0]
    base = graph.base[unit]
    if unit in graph.steps:
        return base * together(graph.linked, supporters) * remaining(attackers)
    return semantics.influence(base, semantics.aggregate(attackers, supporters))


def together(linked: Linked, strengths: Sequence[float]) -> float:
    """Return how strong linked premises are together; 1 where there is none."""
    if linked is Linked.MINIMUM:
        return min(strengths, default=1.0)
    product = 1.0
    for one in strengths:
        product *= one
    return product


def _repeat(
    graph: WeightedGraph,
    semantics: Semantics,
    units: Sequence[int],
    values: list[float],
    limits: tuple[float, float | None, int],
) -> tuple[int, float]:
    """Change the values of a circle until they stay; return the rounds and what is left."""
    tolerance, damping, most_rounds = limits
    pace = Pace(damping)
    for number in range(1, most_rounds + 1):
        wanted = [strength(graph, semantics, unit, values) for unit in units]
        moves = [new - values[unit] for unit, new in zip(units, wanted, strict=True)]
        residual = max(map(abs, moves), default=0.0)
        is_done = residual <= tolerance
        share = 1.0 if is_done else pace.share(number, residual)
        for unit, move in zip(units, moves, strict=True):
            values[unit] += share * move
        if is_done:
            break
    return number, residual


@define
class Pace:
    """How far strengths in a circle move in each round.

    Attributes:
        fixed: the share of the way that was asked for, if any.
    """

    fixed: float | None
    _share: float = DAMPING
    _before: float = inf
    _least: float = inf

    def share(self, number: int, residual: float) -> float:
        """Return the share for a round: half as much where residuals have stopped to shrink."""
        if self.fixed is not None:
            return self.fixed
        self._least = min(self._least, residual)
        if number % WINDOW == 0:
            if self._least > PROGRESS * self._before:
                self._share /= 2
            self._before, self._least = self._least, inf
        return self._share


def _contraction(graph: WeightedGraph, semantics: Semantics, members: Sequence[int]) -> float:
    """Return by how much the largest difference of two states shrinks in a round, at worst.

    The steepest slope of a unit times the weights of its edges from inside the circle (after
    Potyka 2019); below 1 the map is a contraction, with one fixed point (Banach).
    """
    inside = frozenset(members)
    worst = 0.0
    for unit in members:
        weight = sum(abs(weight) for source, weight in graph.incoming[unit] if source in inside)
        is_step = unit in graph.steps
        slope = graph.base[unit] if is_step else semantics.steepness(graph.base[unit])
        worst = max(worst, slope * weight)
    return worst
