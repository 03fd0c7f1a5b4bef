"""How far strengths move in each round, for many circles at once; see `gradual/evaluate.py`."""

from typing import TYPE_CHECKING

from argmap.assess.gradual.evaluate import DAMPING, PROGRESS, WINDOW

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]


class Paces:
    """The state of some circles that are repeated together."""

    def __init__(self, component: "Numbers", tolerance: float, damping: float | None) -> None:
        """Begin with circles whose units stand next to each other.

        Args:
            component: the number of the circle of each unit.
            tolerance: a circle is left when no strength would move by more.
            damping: the share of the way to move; None for one that adapts.
        """
        import numpy as np  # noqa: PLC0415 - an extra

        self._begin = np.flatnonzero(np.diff(component, prepend=component[0] - 1))
        self._sizes = np.diff(self._begin, append=len(component))
        self._tolerance = tolerance
        self._fixed = damping
        self.count: int = len(self._begin)
        self._share = np.full(self.count, DAMPING if damping is None else damping)
        self._before = np.full(self.count, np.inf)
        self._least = np.full(self.count, np.inf)
        self._residual = np.full(self.count, np.inf)
        self._is_open = np.ones(self.count, dtype=np.bool_)
        self._rounds = 0

    @property
    def count_open(self) -> int:
        """How many circles have not converged."""
        return int(self._is_open.sum())

    @property
    def are_done(self) -> bool:
        """Whether all circles have converged."""
        return not self._is_open.any()

    @property
    def residual(self) -> float:
        """By how much one strength at most would still move."""
        return float(self._residual.max())

    def shares(self, moves: "Floats") -> "Floats":
        """Return for each unit the share of its move that is to be made in this round."""
        import numpy as np  # noqa: PLC0415 - an extra

        self._rounds += 1
        residual = np.maximum.reduceat(np.abs(moves), self._begin)
        self._residual = np.where(self._is_open, residual, self._residual)
        was_open = self._is_open
        self._is_open = was_open & (self._residual > self._tolerance)
        self._adapt()
        share = np.where(self._is_open, self._share, np.where(was_open, 1.0, 0.0))
        return np.repeat(share, self._sizes)

    def _adapt(self) -> None:
        """Halve the shares of circles whose residuals have stopped to shrink."""
        import numpy as np  # noqa: PLC0415 - an extra

        if self._fixed is not None:
            return
        self._least = np.minimum(self._least, self._residual)
        if self._rounds % WINDOW == 0:
            is_stuck = self._is_open & (self._least > PROGRESS * self._before)
            self._share = np.where(is_stuck, self._share / 2, self._share)
            self._before = self._least
            self._least = np.full(self.count, np.inf)
