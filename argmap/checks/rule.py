"""A rule: its code, its level, and the function that looks for one kind of problem."""

from collections.abc import Callable, Iterator
from typing import Final

from attrs import field, frozen

from argmap.checks.context import Context
from argmap.checks.page import parts_of_page
from argmap.findings import Finding, Fix, Note, Severity
from argmap.model import Relation
from argmap.text import Span

PROJECT_CODE: Final = 700
"""The code of all rules of projects; they are told apart by their names."""

_LONGEST_NAME: Final = 120


@frozen(eq=False)
class Problem:
    """What a rule yields: one thing that is wrong. The engine makes a finding of it.

    Attributes:
        message: what is wrong.
        span: the most exact place; None where a map was built in Python.
        help: what to do.
        subject: the id of the node, relation or source that it is about.
        related: further places.
        severity: what it weighs at most, where that is less than the level of the rule.
        fixes: changes of the text that mend it together.
    """

    message: str
    span: Span | None
    help: str = field(default="", kw_only=True)
    subject: str = field(default="", kw_only=True)
    related: tuple[Note, ...] = field(default=(), kw_only=True)
    severity: Severity | None = field(default=None, kw_only=True)
    fixes: tuple[Fix, ...] = field(default=(), kw_only=True)


@frozen
class Rule:
    """One thing to check, as listed in `RULES`.

    Attributes:
        code: its number; the first digit is that of its group; never used for another rule.
        level: what its findings weigh where nothing else is configured.
        find: the function that yields the problems; its docstring is the page for users.
    """

    code: int
    level: Severity
    find: Callable[[Context], Iterator[Problem]]

    @property
    def name(self) -> str:
        """Its name, such as `unsupported-claim`."""
        return self.find.__name__.replace("_", "-")

    @property
    def summary(self) -> str:
        """What it looks for, in one sentence."""
        return " ".join(self._under(""))

    @property
    def why(self) -> str:
        """Why that matters, and what to do."""
        return "\n\n".join(self._under("Why"))

    @property
    def fires(self) -> tuple[str, ...]:
        """Claim files in which it finds something."""
        return self._under("Fires")

    @property
    def silent(self) -> tuple[str, ...]:
        """Claim files in which it finds nothing."""
        return self._under("Silent")

    def finding(self, problem: Problem, level: Severity) -> Finding:
        """Return a problem as a finding of this rule.

        Args:
            problem: what was found.
            level: the severity of the finding, unless the problem itself weighs less.
        """
        return as_finding(self.code, self.name, problem, level)

    def _under(self, heading: str) -> tuple[str, ...]:
        return parts_of_page(self.find.__doc__ or "", heading)


def as_finding(code: int, name: str, problem: Problem, level: Severity) -> Finding:
    """Return a problem as a finding of a rule, at a level or below."""
    return Finding(
        code,
        name,
        level if problem.severity is None else min(level, problem.severity),
        problem.message,
        problem.span,
        help=problem.help,
        subject=problem.subject,
        related=problem.related,
        fixes=problem.fixes,
    )


def quoted(name: str) -> str:
    """Return an id in quotation marks, on one line and not too long for a message."""
    line = " ".join(name.split())
    return f"'{line}'" if len(line) <= _LONGEST_NAME else f"'{line[: _LONGEST_NAME - 1]}…'"


def listed(words: list[str], conjunction: str = "and") -> str:
    """Return `a, b and c`."""
    *most, last = words
    return f"{', '.join(most)} {conjunction} {last}" if most else last


def does(relation: Relation) -> str:
    """Return `'a' supports`, or `'a' and 'b' support` where premises are linked."""
    verb = str(relation.stance)
    premises = listed([quoted(premise) for premise in relation.premises])
    return f"{premises} {verb.removesuffix('s') if relation.is_linked else verb}"


def place(span: Span | None, message: str) -> tuple[Note, ...]:
    """Return a related place; nothing where a map was built in Python."""
    return () if span is None else (Note(span, message),)
