"""Weighing functions: how much an argument counts, from which of its premises are in.

After Gordon & Walton, "Formalizing balancing arguments" (2016), and the functions that Carneades 4
offers. A premise that is out lessens the weight of an argument and does not always take it away.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

if TYPE_CHECKING:
    from argmap.assess.carneades.graph import Argument


class Weighing(Protocol):
    """A way to weigh arguments."""

    def weigh(self, argument: "Argument", case: "Case") -> float:
        """Return the weight, from 0 to 1; all premises are in or out by now."""


class Case(Protocol):
    """What is known when an argument is weighed."""

    def is_in(self, statement: str) -> bool:
        """Say whether a statement is in."""

    def rivals(self, argument: "Argument") -> Sequence["Argument"]:
        """Return all arguments for the positions of the issue of its conclusion, itself too."""

    def positions(self, statement: str) -> Sequence[str]:
        """Return the positions of the issue of a statement; itself where there is none."""


@frozen
class Linked:
    """Premises count only together.

    Attributes:
        weight: of an argument whose premises are all in.
    """

    weight: float = 1.0

    def weigh(self, argument: "Argument", case: Case) -> float:
        """Return the weight if all premises are in, else 0."""
        return self.weight if all(map(case.is_in, argument.statements)) else 0.0


@frozen
class Convergent:
    """One premise is enough.

    Attributes:
        weight: of an argument of which some premise is in.
    """

    weight: float = 1.0

    def weigh(self, argument: "Argument", case: Case) -> float:
        """Return the weight if some premise is in, else 0."""
        return self.weight if any(map(case.is_in, argument.statements)) else 0.0


@frozen
class Cumulative:
    """Each premise adds to the weight."""

    def weigh(self, argument: "Argument", case: Case) -> float:
        """Return the share of premises that are in; 1 where there are none."""
        some = argument.statements
        return sum(map(case.is_in, some)) / len(some) if some else 1.0


@frozen
class Factorized:
    """Premises count only together, and the more the more there are (as in HYPO's cases)."""

    def weigh(self, argument: "Argument", case: Case) -> float:
        """Return the share that its premises are of those of all its rivals."""
        if not all(map(case.is_in, argument.statements)):
            return 0.0
        every = {one for rival in case.rivals(argument) for one in rival.statements}
        return len(frozenset(argument.statements)) / len(every) if every else 1.0


@frozen
class Constant:
    """The weight does not depend on premises.

    Attributes:
        weight: of every argument that is not undercut.
    """

    weight: float

    def weigh(self, argument: "Argument", case: Case) -> float:  # noqa: ARG002 - as all weigh
        """Return the weight."""
        return self.weight


@frozen
class Criterion:
    """One of several criteria (of a multi-criteria decision).

    Attributes:
        role: the role of the premise that has the value.
        factor: how much it counts beside the others, above 0.
        values: what each value is worth, from 0 to 1; what is not there is worth nothing.
    """

    role: str
    factor: float
    values: Mapping[str, float]


@frozen
class Criteria:
    """The weighted sum of what the values of several properties are worth.

    Attributes:
        soft: the criteria.
        hard: the roles of premises that must not be out.
    """

    soft: tuple[Criterion, ...]
    hard: tuple[str, ...] = ()

    def weigh(self, argument: "Argument", case: Case) -> float:
        """Return the sum; 0 where a hard criterion fails or a value is not known."""
        total = sum(one.factor for one in self.soft) or 1.0
        weight = 0.0
        roles = dict(reversed(argument.premises))
        if any(role in roles and not case.is_in(roles[role]) for role in self.hard):
            return 0.0
        for one in self.soft:
            positions = case.positions(roles[one.role]) if one.role in roles else ()
            value = next((_object(name) for name in positions if case.is_in(name)), None)
            if value is None:
                return 0.0
            weight += one.factor / total * one.values.get(value, 0.0)
        return weight


@frozen
class Preference:
    """Arguments ranked by their properties, as laws are by authority and date.

    Attributes:
        orders: names of properties, each with its values from the weakest to the strongest, or
            with none where a larger value is stronger; the first that tells two arguments apart
            decides.
    """

    orders: tuple[tuple[str, tuple[str, ...]], ...]

    def weigh(self, argument: "Argument", case: Case) -> float:
        """Return 1 for the strongest rank among its rivals, and less in equal steps below."""
        if not all(map(case.is_in, argument.statements)):
            return 0.0
        ranks = sorted({self._rank(rival) for rival in case.rivals(argument)})
        return (ranks.index(self._rank(argument)) + 1) / len(ranks)

    def _rank(self, argument: "Argument") -> tuple[tuple[float, str], ...]:
        return tuple(_place(argument.properties.get(name), order) for name, order in self.orders)


Property = str | float | date
"""What a property of an argument can be."""


def _place(value: Property | None, order: Sequence[str]) -> tuple[float, str]:
    """Return what a value is ranked by; one that is not known comes first."""
    if value is None:
        return (-1.0, "")
    if order:
        return (float(order.index(str(value))) if value in order else -1.0, "")
    return (value, "") if isinstance(value, int | float) else (0.0, str(value))


def _object(statement: str) -> str:
    """Return the last argument of a term: `medium` of `price(volvo, medium)`."""
    return statement.rstrip(") ").rpartition(",")[2].strip()
