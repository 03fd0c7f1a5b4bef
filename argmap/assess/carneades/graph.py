"""A Carneades argument graph: statements, arguments, issues with standards, and assumptions."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

from argmap.assess.carneades.standards import Standard
from argmap.assess.carneades.weighing import Linked, Property, Weighing

_NONE: Final[Mapping[str, Property]] = MappingProxyType({})


def _premises(values: Iterable[str | tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(("", one) if isinstance(one, str) else one for one in values)


def _names(values: Iterable[str]) -> frozenset[str]:
    return frozenset(values)


@frozen
class Argument:
    """A step from premises to a conclusion.

    Attributes:
        id: a name for it.
        conclusion: a statement.
        premises: statements, each after its role, which may be empty; given as statements only,
            they have no roles.
        undercutter: the statement that the argument does not apply, if there is one.
        weighing: how much it counts.
        properties: what `Preference` ranks it by.
    """

    id: str
    conclusion: str
    premises: tuple[tuple[str, str], ...] = field(default=(), converter=_premises)
    undercutter: str | None = field(default=None, kw_only=True)
    weighing: Weighing = field(default=Linked(), kw_only=True)
    properties: Mapping[str, Property] = field(default=_NONE, kw_only=True)

    @property
    def statements(self) -> tuple[str, ...]:
        """The premises without their roles."""
        return tuple(statement for _, statement in self.premises)


@frozen
class Issue:
    """A question with several answers, of which one can be right.

    Attributes:
        id: a name for it.
        positions: statements.
        standard: what a position has to meet.
    """

    id: str
    positions: tuple[str, ...] = field(converter=tuple[str, ...])
    standard: Standard = Standard.PE


@frozen
class CarneadesGraph:
    """An argument graph as Carneades 4 has it; it may be circular.

    Attributes:
        statements: names; ends of arguments and issues that are not among them are added.
        arguments: the arguments.
        issues: the issues; a statement that is a position of several belongs to the first.
        assumptions: statements that are in whatever is argued.
    """

    statements: tuple[str, ...] = field(default=(), converter=tuple[str, ...])
    arguments: tuple[Argument, ...] = field(default=(), converter=tuple[Argument, ...])
    issues: tuple[Issue, ...] = field(default=(), converter=tuple[Issue, ...])
    assumptions: frozenset[str] = field(default=frozenset(), converter=_names)

    def all_statements(self) -> tuple[str, ...]:
        """Return the statements and all that is named elsewhere, in order."""
        found = dict.fromkeys(self.statements)
        for argument in self.arguments:
            named = (*argument.statements, argument.conclusion, argument.undercutter)
            found.update(dict.fromkeys(one for one in named if one is not None))
        for issue in self.issues:
            found.update(dict.fromkeys(issue.positions))
        found.update(dict.fromkeys(sorted(self.assumptions)))
        return tuple(found)
