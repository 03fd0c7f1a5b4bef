"""Abstract argumentation frameworks: arguments, and which attacks which (Dung 1995)."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Self

from attrs import field, frozen

from argmap.findings import ArgmapError
from argmap.nearest import nearest


class UnknownArgumentError(ArgmapError, KeyError):
    """An argument was asked for that the framework does not have."""

    def __init__(self, wanted: str, nearest_name: str = "") -> None:
        self.wanted = wanted
        self.nearest = nearest_name
        hint = f"; did you mean '{nearest_name}'?" if nearest_name else ""
        super().__init__(f"there is no argument '{wanted}' in this framework{hint}")

    def __str__(self) -> str:
        return str(self.args[0])


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


def _numbers(values: Iterable[int]) -> tuple[int, ...]:
    return tuple(values)


@frozen
class Framework:
    """An argumentation framework (Dung, AIJ 77, 1995).

    Arguments have numbers, from 0, in the order of their names. An attack may be said twice;
    that changes nothing.

    Attributes:
        names: what the arguments are called, each once.
        sources: for each attack, the number of the argument that attacks.
        targets: for each attack, the number of the argument that is attacked.
    """

    names: tuple[str, ...] = field(converter=_names)
    sources: tuple[int, ...] = field(default=(), converter=_numbers, repr=False)
    targets: tuple[int, ...] = field(default=(), converter=_numbers, repr=False)

    @classmethod
    def from_pairs(cls, names: Iterable[str], attacks: Iterable[tuple[str, str]]) -> Self:
        """Make a framework from names.

        Args:
            names: the arguments; one that stands twice counts once.
            attacks: pairs of names, the attacker first.

        Raises:
            UnknownArgumentError: when an attack names an argument that is not among the names.
        """
        numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
        sources: list[int] = []
        targets: list[int] = []
        for source, target in dict.fromkeys(attacks):
            for end in (source, target):
                if end not in numbers:
                    raise UnknownArgumentError(end, nearest(end, list(numbers)) or "")
            sources.append(numbers[source])
            targets.append(numbers[target])
        return cls(tuple(numbers), sources, targets)

    def __len__(self) -> int:
        return len(self.names)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Give the attacks as pairs of names, the attacker first."""
        names = self.names
        return (
            (names[source], names[target])
            for source, target in zip(self.sources, self.targets, strict=True)
        )

    def number(self, name: str) -> int:
        """Return the number of an argument.

        Raises:
            UnknownArgumentError: when there is none of that name.
        """
        try:
            return self._by_name[name]
        except KeyError:
            raise UnknownArgumentError(name, nearest(name, self.names) or "") from None

    def named(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """Return the names of arguments, in the order of the framework."""
        return tuple(map(self.names.__getitem__, sorted(numbers)))

    @cached_property
    def attackers(self) -> Sequence[Sequence[int]]:
        """For each argument the numbers of those that attack it."""
        return _grouped(len(self.names), self.targets, self.sources)

    @cached_property
    def attacked(self) -> Sequence[Sequence[int]]:
        """For each argument the numbers of those that it attacks."""
        return _grouped(len(self.names), self.sources, self.targets)

    @cached_property
    def _by_name(self) -> dict[str, int]:
        return dict(zip(self.names, range(len(self.names)), strict=True))


def _grouped(size: int, keys: Sequence[int], values: Sequence[int]) -> Sequence[Sequence[int]]:
    groups: list[list[int]] = [[] for _ in range(size)]
    for key, value in zip(keys, values, strict=True):
        groups[key].append(value)
    return groups
