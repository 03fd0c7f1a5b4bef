"""A weighted bipolar graph: units with base scores, which support and attack each other."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from attrs import field, frozen

from argmap.findings import InvalidValueError


class Linked(StrEnum):
    """How strong premises are that count only together."""

    PRODUCT = "product"
    """As independent events: the product of their strengths."""
    MINIMUM = "minimum"
    """As the weakest of them."""


class Edge(NamedTuple):
    """What one unit does for or against another; many are made, so this is a tuple.

    Attributes:
        source: the number of a unit.
        target: the number of a unit.
        weight: from -1 to 1: above 0 it supports, below 0 it attacks.
    """

    source: int
    target: int
    weight: float


def _edges(values: Iterable[Edge]) -> tuple[Edge, ...]:
    return tuple(values)


def _numbers(values: Iterable[int]) -> frozenset[int]:
    return frozenset(values)


def _floats(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(map(float, values))


@frozen
class WeightedGraph:
    """Units, their base scores, and the edges between them.

    A unit is an argument, whose strength follows from a semantics; or a step, which stands
    between linked premises and their target, or takes what undercuts it. A step's strength is its
    base score, times that of its supporters as `linked` says, times 1 - s for each attacker.

    Attributes:
        base: the base scores, from 0 to 1.
        edges: between units, by their numbers.
        steps: the numbers of the units that are steps.
        linked: how the premises of a step count together.
        incoming: for each unit its sources, each with its weight.

    Raises:
        InvalidValueError: for a base score or weight out of bounds, or an edge to no unit.
    """

    base: tuple[float, ...] = field(converter=_floats)
    edges: tuple[Edge, ...] = field(converter=_edges)
    steps: frozenset[int] = field(default=frozenset(), converter=_numbers)
    linked: Linked = field(default=Linked.PRODUCT, converter=Linked)
    incoming: Sequence[Sequence[tuple[int, float]]] = field(init=False, repr=False, eq=False)

    @incoming.default
    def _incoming(self) -> Sequence[Sequence[tuple[int, float]]]:
        found: list[list[tuple[int, float]]] = [[] for _ in self.base]
        for source, target, weight in self.edges:
            if 0 <= target < len(found):
                found[target].append((source, weight))
        return found

    def __attrs_post_init__(self) -> None:
        for number, score in enumerate(self.base):
            if not 0 <= score <= 1:
                message = f"the base score of unit {number} is {score:g}; give one from 0 to 1"
                raise InvalidValueError(message)
        size = len(self.base)
        for source, target, weight in self.edges:
            if not (-1 <= weight <= 1 and 0 <= source < size and 0 <= target < size):
                message = (
                    f"no edge can run from unit {source} to unit {target} with weight {weight:g};"
                    f" there are {size} units from 0, and weights from -1 to 1"
                )
                raise InvalidValueError(message)
