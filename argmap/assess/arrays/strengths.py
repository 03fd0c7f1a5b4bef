"""Gradual semantics on arrays: strengths of a million arguments in about a second.

Units are put in levels, so that nothing depends on a later level; each level is computed at once.
Circles are repeated, those of a level together, each until it has converged.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from argmap.assess.arrays.influences import INFLUENCES, OF_PRODUCTS
from argmap.assess.arrays.levels import Levels, levels
from argmap.assess.arrays.needs import require_arrays
from argmap.assess.arrays.pace import Paces
from argmap.assess.gradual.evaluate import MOST_ROUNDS, TOLERANCE, evaluate
from argmap.assess.gradual.formulas import SEMANTICS, Semantics
from argmap.assess.gradual.weighted_graph import Edge, Linked, WeightedGraph

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]
    Truths = NDArray[np.bool_]

_MOST_LEVELS: Final = 2000  # above, one level at a time costs more than one unit at a time


@frozen(eq=False)
class ArrayGraph:
    """A weighted bipolar graph as arrays; what they hold is said of `WeightedGraph`.

    Attributes:
        base: a base score for each unit.
        source: for each edge the number of a unit.
        target: for each edge the number of a unit.
        weight: for each edge, from -1 to 1.
        steps: for each unit whether it is a step; None where there is none.
        linked: how the premises of a step count together.
    """

    base: "Floats"
    source: "Numbers"
    target: "Numbers"
    weight: "Floats"
    steps: "Truths | None" = None
    linked: Linked = field(default=Linked.PRODUCT, converter=Linked)


@frozen(eq=False)
class ArrayStrengths:
    """What was computed.

    Attributes:
        values: the strength of each unit.
        circles: how many groups of units depend on each other.
        open_circles: how many of these have not converged.
        residual: by how much one strength at most would still move.
    """

    values: "Floats"
    circles: int
    open_circles: int
    residual: float

    @property
    def has_converged(self) -> bool:
        """Whether all circles have."""
        return not self.open_circles


def array_graph(graph: WeightedGraph) -> ArrayGraph:
    """Return a graph as arrays.

    Raises:
        MissingPackageError: without numpy or scipy.
    """
    require_arrays()
    import numpy as np  # noqa: PLC0415 - an extra

    edges = np.array(graph.edges, dtype=np.float64).reshape(-1, 3)
    steps = np.zeros(len(graph.base), dtype=np.bool_)
    steps[list(graph.steps)] = True
    return ArrayGraph(
        np.array(graph.base, dtype=np.float64),
        edges[:, 0].astype(np.int64),
        edges[:, 1].astype(np.int64),
        edges[:, 2].copy(),
        steps if graph.steps else None,
        graph.linked,
    )


def evaluate_arrays(
    graph: ArrayGraph,
    semantics: Semantics = SEMANTICS["quadratic-energy"],
    *,
    tolerance: float = TOLERANCE,
    damping: float | None = None,
    most_rounds: int = MOST_ROUNDS,
) -> ArrayStrengths:
    """Return the strengths of all units, as `argmap.assess.gradual.evaluate` does.

    Args:
        graph: any graph.
        semantics: one of `SEMANTICS`.
        tolerance: as for `evaluate`; so are the next two.
        damping: the share of the way that strengths in a circle move.
        most_rounds: a circle is left after so many rounds.

    Raises:
        MissingPackageError: without numpy or scipy.
    """
    require_arrays()
    found = levels(len(graph.base), graph.source, graph.target, _MOST_LEVELS)
    if found is None:
        return _one_by_one(graph, semantics, tolerance, damping, most_rounds)
    sweep = _Sweep.of(graph, semantics, found)
    circles = open_circles = 0
    residual = 0.0
    for first, circular, last in found.bounds:
        if first < circular:
            sweep.values[first:circular] = sweep.strengths(first, circular)
        if circular < last:
            paces = Paces(found.component[circular:last], tolerance, damping)
            for _ in range(most_rounds):
                moves = sweep.strengths(circular, last) - sweep.values[circular:last]
                sweep.values[circular:last] += paces.shares(moves) * moves
                if paces.are_done:
                    break
            circles += paces.count
            open_circles += paces.count_open
            residual = max(residual, paces.residual)
    return ArrayStrengths(sweep.values[found.place], circles, open_circles, residual)


def _one_by_one(
    graph: ArrayGraph,
    semantics: Semantics,
    tolerance: float,
    damping: float | None,
    most_rounds: int,
) -> ArrayStrengths:
    """Evaluate a graph of long chains unit by unit."""
    import numpy as np  # noqa: PLC0415 - an extra

    steps = () if graph.steps is None else np.flatnonzero(graph.steps).tolist()
    listed = WeightedGraph(graph.base.tolist(), _edges(graph), steps, graph.linked)
    found = evaluate(
        listed, semantics, tolerance=tolerance, damping=damping, most_rounds=most_rounds
    )
    return ArrayStrengths(
        np.array(found.values),
        len(found.loops),
        sum(not loop.has_converged for loop in found.loops),
        max((loop.residual for loop in found.loops), default=0.0),
    )


def _edges(graph: ArrayGraph) -> Iterator[Edge]:
    listed = (graph.source.tolist(), graph.target.tolist(), graph.weight.tolist())
    return map(Edge, *listed)


@frozen(eq=False)
class _Sweep:
    """A graph in the order of its levels, and the values so far.

    Attributes:
        begin: for each unit where its edges begin, and the end of all.
    """

    base: "Floats"
    values: "Floats"
    steps: "Truths | None"
    linked: Linked
    semantics: Semantics
    begin: "Numbers"
    source: "Numbers"
    weight: "Floats"

    @classmethod
    def of(cls, graph: ArrayGraph, semantics: Semantics, found: Levels) -> "_Sweep":
        """Put a graph in the order of its levels."""
        import numpy as np  # noqa: PLC0415 - an extra

        target = found.place[graph.target]
        order = np.argsort(target, kind="stable")
        counts = np.bincount(target, minlength=len(graph.base))
        base = graph.base[found.order]
        return cls(
            base,
            base.copy(),
            None if graph.steps is None else graph.steps[found.order],
            graph.linked,
            semantics,
            np.concatenate(([0], np.cumsum(counts))),
            found.place[graph.source[order]],
            graph.weight[order],
        )

    def strengths(self, first: int, last: int) -> "Floats":
        """Return the strengths of units next to each other, from the values so far."""
        import numpy as np  # noqa: PLC0415 - an extra

        edges = slice(self.begin[first], self.begin[last])
        weight = self.weight[edges]
        counted = weight * self.values[self.source[edges]]
        base = self.base[first:last]
        counts = np.diff(self.begin[first : last + 1])
        if self.semantics.name in OF_PRODUCTS:
            left = _products(np.where(weight < 0, 1.0 + counted, 1.0), counts)
            moved = left - _products(np.where(weight > 0, 1.0 - counted, 1.0), counts)
        else:
            units = np.repeat(np.arange(last - first), counts)
            sums = np.bincount(units, weights=counted, minlength=last - first)
            moved = sums.astype(np.float64, copy=False)  # whole numbers where there is no edge
        strengths = INFLUENCES[self.semantics.name](base, moved)
        if self.steps is None or not self.steps[first:last].any():
            return strengths
        premises = np.where(weight > 0, counted, 1.0)
        together = _products(premises, counts, self.linked)
        left = _products(np.where(weight < 0, 1.0 + counted, 1.0), counts)
        return np.where(self.steps[first:last], base * together * left, strengths)


def _products(factors: "Floats", counts: "Numbers", linked: Linked = Linked.PRODUCT) -> "Floats":
    """Return the product, or the least, of each run of factors; 1 for an empty run."""
    import numpy as np  # noqa: PLC0415 - an extra

    found = np.ones(len(counts))
    filled = counts > 0
    if filled.any():
        starts = (np.cumsum(counts) - counts)[filled]
        combine = np.multiply if linked is Linked.PRODUCT else np.minimum
        found[filled] = combine.reduceat(factors, starts)
    return found
