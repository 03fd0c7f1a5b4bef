"""Which rules run, and what their findings weigh."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import field, frozen

from argmap.checks.rule import PROJECT_CODE, Rule
from argmap.checks.table import PRESETS, RULES
from argmap.checks.waiving import LONGEST_WAIVER
from argmap.findings import Severity, UsageError
from argmap.model.fields import texts
from argmap.nearest import nearest

if TYPE_CHECKING:
    from argmap.checks.project_rules import ProjectRule

_DIGITS: Final = 3
_OFF: Final = "off"

AnyRule: TypeAlias = "Rule | ProjectRule"
"""A rule of argmap or of a project."""


class UnknownRuleError(UsageError):
    """A rule was asked for that is not there."""

    def __init__(self, wanted: str, more: "Iterable[ProjectRule]" = ()) -> None:
        self.wanted = wanted
        known = (*(one.name for one in RULES), *(one.name for one in more), *PRESETS)
        self.nearest: str = nearest(wanted, known)
        hint = f"did you mean '{self.nearest}'?" if self.nearest else "`argmap explain` lists all"
        super().__init__(f"there is no rule '{wanted}'; {hint}")


class UnknownLevelError(UsageError):
    """A rule was given a level that is none."""

    def __init__(self, wanted: str, rule: str) -> None:
        self.wanted = wanted
        levels = ", ".join(level.word for level in reversed(Severity))
        super().__init__(f"'{wanted}' is no level for '{rule}'; it can be {levels} or {_OFF}")


def _levels(
    levels: Mapping[str, Severity | str | None],
) -> Mapping[str, Severity | None]:
    return MappingProxyType({name: _level(level, name) for name, level in levels.items()})


def _ages(ages: Mapping[str, float]) -> Mapping[str, float]:
    return MappingProxyType(dict(ages))


def _rules(rules: "Iterable[ProjectRule]") -> "tuple[ProjectRule, ...]":
    return tuple(rules)


@frozen
class Selection:
    """Which rules run, at which levels, and what needs no support.

    A rule can be named by its name, its code, the beginning of its code (`2` or `2xx`), or by the
    name of a preset in `PRESETS`.

    Attributes:
        select: the rules that run; where none is named, those of `core`.
        ignore: rules that do not run, whatever is selected.
        levels: what findings weigh: a severity, its word, or None or `off` for a rule that does
            not run. An exact name counts before a code's beginning, and a longer beginning
            before a shorter one.
        free_types: types of claims that need no support.
        rules: the rules of a project, beside those of argmap.
        ages: for how many years sources count, by their type.
        longest_waiver: for how many days ahead a waiver may hold; None for any number.

    Raises:
        UnknownRuleError: where nothing has a name or code.
        UnknownLevelError: for a level that is none.
    """

    select: tuple[str, ...] = field(default=(), converter=texts)
    ignore: tuple[str, ...] = field(default=(), converter=texts)
    levels: Mapping[str, Severity | None] = field(factory=dict, converter=_levels)
    free_types: tuple[str, ...] = field(default=(), converter=texts)
    rules: "tuple[ProjectRule, ...]" = field(default=(), converter=_rules)
    ages: Mapping[str, float] = field(factory=dict, converter=_ages)
    longest_waiver: int | None = LONGEST_WAIVER

    def __attrs_post_init__(self) -> None:
        for name in (*self.select, *self.ignore, *self.levels):
            matching(name, self.rules)

    @property
    def all_rules(self) -> tuple[AnyRule, ...]:
        """All rules, whether they run or not."""
        return (*RULES, *self.rules)

    def level(self, rule: AnyRule) -> Severity | None:
        """Return what the findings of a rule weigh at most; None where it does not run."""
        return self._by_name.get(rule.name)

    @cached_property
    def _by_name(self) -> Mapping[str, Severity | None]:
        found: dict[str, Severity | None] = {}
        for name in self.select or ("core",):
            found |= {one.name: one.level for one in matching(name, self.rules)}
        levels = [(matching(name, self.rules), level) for name, level in self.levels.items()]
        for rules, level in sorted(levels, key=lambda pair: -len(pair[0])):
            found |= {one.name: level for one in rules if one.name in found}
        for name in self.ignore:
            found |= dict.fromkeys((one.name for one in matching(name, self.rules)), None)
        return found


DEFAULT: Final = Selection()
"""What runs where nothing is said."""


def rule(name_or_code: str | int, more: "Iterable[ProjectRule]" = ()) -> AnyRule:
    """Return a rule by its name or its whole code.

    Args:
        name_or_code: of project rules only the name, for they share a code.
        more: the rules of a project.

    Raises:
        UnknownRuleError: when there is none.
    """
    wanted, several = str(name_or_code), tuple(more)
    for one in RULES:
        if wanted in {one.name, str(one.code)}:
            return one
    for own in several:
        if wanted == own.name:
            return own
    raise UnknownRuleError(wanted, several)


def matching(name: str, more: "Iterable[ProjectRule]" = ()) -> tuple[AnyRule, ...]:
    """Return the rules that a name, a code, the beginning of a code, or a preset stands for.

    Args:
        name: a part of a preset that no rule has stands for nothing.
        more: the rules of a project.

    Raises:
        UnknownRuleError: when there is none.
    """
    several = tuple(more)
    if name in PRESETS:
        found = [one for part in PRESETS[name] for one in _matching(part, several)]
        return tuple(found)
    rules = tuple(_matching(name.strip(), several))
    if not rules and not _is_for_project_rules(name):
        raise UnknownRuleError(name, several)
    return rules


def _matching(name: str, more: "Iterable[ProjectRule]") -> Iterator[AnyRule]:
    digits = name.lower().rstrip("x") if len(name) <= _DIGITS else ""
    rules: tuple[AnyRule, ...] = (*RULES, *more)
    for one in rules:
        if one.name == name or (digits and str(one.code).startswith(digits)):
            yield one


def _is_for_project_rules(name: str) -> bool:
    """Say whether a name stands for project rules, also where a project has none."""
    digits = name.strip().lower().rstrip("x")
    return bool(digits) and str(PROJECT_CODE).startswith(digits)


def _level(level: Severity | str | None, name: str) -> Severity | None:
    if not isinstance(level, str):
        return level
    if level == _OFF:
        return None
    for severity in Severity:
        if severity.word == level:
            return severity
    raise UnknownLevelError(level, name)
