"""What argmap has to say about a map: findings, and the errors that stop a run."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Final

from attrs import field, frozen

from argmap.text import Span

FINGERPRINT_VERSION: Final = "argmap/v1"
"""The way in which fingerprints of findings are made; another way will have another name."""

_FINGERPRINT_DIGITS: Final = 32


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
class Fix:
    """A change of the text that mends what a finding is about, and nothing else.

    Attributes:
        title: what it does, as in `write 'counts' for 'cuonts'`.
        span: the characters that go.
        replacement: those that come in their place.
    """

    title: str
    span: Span
    replacement: str


def _notes(values: Iterable[Note]) -> tuple[Note, ...]:
    return tuple(values)


def _fixes(values: Iterable[Fix]) -> tuple[Fix, ...]:
    return tuple(values)


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
        fixes: changes of the text that mend it together; none where that is for a person.
    """

    code: int
    rule: str
    severity: Severity
    message: str
    span: Span | None = None
    help: str = field(default="", kw_only=True)
    subject: str = field(default="", kw_only=True)
    related: tuple[Note, ...] = field(default=(), kw_only=True, converter=_notes)
    fixes: tuple[Fix, ...] = field(default=(), kw_only=True, converter=_fixes)

    @property
    def place(self) -> tuple[str, int, int, str]:
        """The key that findings are sorted by: path, offset, code, message."""
        if self.span is None:
            return ("", 0, self.code, self.message)
        return (self.span.path, self.span.start, self.code, self.message)

    @property
    def fingerprint(self) -> str:
        """What the finding is recognised by in another run, as 32 hexadecimal digits.

        The first 128 bits of the SHA-256 of a JSON list: the version, the name of the rule, the
        subject, and the words at the place with white space folded. So it stays where lines move,
        a file is renamed, other nodes change, or a message is put in other words. A finding
        without a subject is recognised by its file and message instead of subject and words.
        """
        # Few runs ask for it, and OpenSSL takes a while to load.
        import hashlib  # noqa: PLC0415
        import json  # noqa: PLC0415

        if self.subject:
            about = (self.subject, " ".join(self.span.text.split()) if self.span else "")
        else:
            about = (self.span.path if self.span else "", self.message)
        text = json.dumps([FINGERPRINT_VERSION, self.rule, *about])
        return hashlib.sha256(text.encode()).hexdigest()[:_FINGERPRINT_DIGITS]


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


class MissingPackageError(ArgmapError):
    """Something needs a package that argmap brings with an extra.

    Attributes:
        package: its name.
        extra: the extra, as in `argmap[pdf]`.
    """

    def __init__(self, what: str, package: str, extra: str, instead: str = "") -> None:
        self.package = package
        self.extra = extra
        way = f"install it with `pip install 'argmap[{extra}]'`"
        other = f", or {instead}" if instead else ""
        super().__init__(f"{what} needs the package {package}; {way}{other}")


class UsageError(ArgmapError):
    """What was asked for cannot be done as asked: an option, a path, a configuration."""
