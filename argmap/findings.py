"""What argmap has to say about a map: findings, and the errors that stop a run."""

from enum import IntEnum

from attrs import field, frozen

from argmap.text import Span


class Severity(IntEnum):
    """How much a finding weighs; a larger value is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The severity as people write it: `info`, `warning`, `error`."""
        return self.name.lower()


@frozen
class Note:
    """A second place that belongs to a finding.

    Attributes:
        span: the place.
        message: what is to be seen there.
    """

    span: Span
    message: str


@frozen
class Finding:
    """One thing that is wrong, where, and what to do about it.

    Attributes:
        code: the number of the rule; never used for another rule.
        rule: the name of the rule, such as `unsupported-claim`.
        severity: error, warning or info.
        message: what is wrong, without a full stop at the end.
        span: the place; None where a map was built in Python.
        help: what to do; may be empty.
        subject: the id of the node, relation or source that it is about; may be empty.
        related: further places.
    """

    code: int
    rule: str
    severity: Severity
    message: str
    span: Span | None = None
    help: str = field(default="", kw_only=True)
    subject: str = field(default="", kw_only=True)
    related: tuple[Note, ...] = field(default=(), kw_only=True, converter=tuple)

    @property
    def place(self) -> tuple[str, int, int, str]:
        """The key that findings are sorted by: path, offset, code, message."""
        if self.span is None:
            return ("", 0, self.code, self.message)
        return (self.span.path, self.span.start, self.code, self.message)


class ArgmapError(Exception):
    """What callers of argmap may catch: the message says what is wrong and what to do."""


class UnknownIdError(ArgmapError, KeyError):
    """Something was asked for by an id that the map does not have."""

    def __init__(self, wanted: str, nearest: str = "") -> None:
        self.wanted = wanted
        self.nearest = nearest
        hint = f"; did you mean '{nearest}'?" if nearest else ""
        super().__init__(f"there is no '{wanted}' in this map{hint}")

    def __str__(self) -> str:
        return str(self.args[0])


class DuplicateIdError(ArgmapError, ValueError):
    """Something was added under an id that the map has already."""

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        super().__init__(f"the map has a '{wanted}' already; choose another id")


class InvalidValueError(ArgmapError, ValueError):
    """A value cannot be part of a map."""


class UsageError(ArgmapError):
    """What was asked for cannot be done as asked: an option, a path, a configuration."""
