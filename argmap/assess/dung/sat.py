"""Questions to a SAT solver, each within a bound.

The solver is Glucose 4 of python-sat, which comes with the extra `argmap[sat]`.
"""

from collections.abc import Callable, Iterable, Sequence
from types import TracebackType
from typing import Any, Final, Self, TypeAlias

from argmap.findings import ArgmapError, MissingPackageError

Limit: TypeAlias = Callable[[], bool]
"""Says whether it is time to give up; it is asked again and again while a problem is solved."""

_CONFLICTS: Final = 1_000
"""How long the solver goes on between two looks at the limit."""


def never() -> bool:
    """Never give up: the limit of those who have none."""
    return False


class UndecidedError(ArgmapError):
    """The limit was reached before there was an answer; nothing wrong was said."""

    def __init__(self) -> None:
        super().__init__("not decided within the limit; the answer is unknown, allow more time")


class Oracle:
    """A SAT solver with clauses that are only ever added."""

    def __init__(self, clauses: Iterable[Sequence[int]], first_free: int, limit: Limit) -> None:
        """Start with some clauses over the variables below `first_free`."""
        self._solver = _new_solver(clauses)
        self._next = first_free
        self._limit = limit

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._solver.delete()

    def new_variable(self) -> int:
        """Return a variable that no clause has yet."""
        self._next += 1
        return self._next - 1

    def prefer(self, literals: Sequence[int]) -> None:
        """Ask for models that have these literals, where that costs nothing."""
        self._solver.set_phases(literals)

    def add(self, clause: Sequence[int]) -> None:
        """Add a clause; the empty one makes all further questions unsatisfiable."""
        if clause:
            self._solver.add_clause(clause)
        else:
            contradiction = self.new_variable()
            self._solver.append_formula([[contradiction], [-contradiction]])

    def model(self, assumptions: Sequence[int] = ()) -> Sequence[int] | None:
        """Return a model under assumptions, literals by variable from 1; None if there is none.

        Raises:
            UndecidedError: when the limit was reached first.
        """
        answer = None
        while answer is None:
            if self._limit():
                raise UndecidedError
            self._solver.conf_budget(_CONFLICTS)
            answer = self._solver.solve_limited(assumptions=assumptions)
        found: Sequence[int] | None = self._solver.get_model() if answer else None
        return found


def _new_solver(clauses: Iterable[Sequence[int]]) -> Any:  # noqa: ANN401 - python-sat has no types
    try:
        from pysat.solvers import Glucose4  # noqa: PLC0415 - an extra
    except ImportError:
        what = "what the grounded labelling does not decide"
        raise MissingPackageError(what, "python-sat", "sat") from None
    return Glucose4(bootstrap_with=clauses)
