"""What is known while claim files are being read: findings, and who a finding is about."""

from typing import TYPE_CHECKING, NamedTuple

from attrs import define, field

from argmap.claimfile.problems import invalid_field, shortened
from argmap.claimfile.tree import Pair, Scalar, Value
from argmap.model import NO_DATA, Data, Relation
from argmap.text import Span, TextFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.findings import Finding, Fix, Note


class Owner(NamedTuple):
    """What a field belongs to, in the words of a message.

    Attributes:
        what: its sort, such as `claim` or `passage`.
        id: its id, where that sort of thing has one.
        within: what it belongs to itself.
        span: where it is written.
    """

    what: str
    id: str
    within: "Owner | None"
    span: Span

    @property
    def words(self) -> str:
        """How a message names it."""
        if self.id:
            return f"{self.what} '{shortened(self.id)}'"
        if self.within is None:
            return self.what
        return f"a {self.what} of {self.within.words}"

    @property
    def subject(self) -> str:
        """The id of the node or source that it belongs to; may be empty."""
        return self.id or (self.within.subject if self.within else "")


@define
class Record:
    """The fields of one mapping.

    Attributes:
        values: what was read, by key; a key is missing here where there is nothing.
        spans: where each value is written.
        empty: keys that are written with nothing behind them.
        trees: values that are read elsewhere, such as lists of relations.
    """

    values: dict[str, object] = field(factory=dict)
    spans: dict[str, Span] = field(factory=dict)
    empty: set[str] = field(factory=set)
    trees: list[Pair] = field(factory=list)

    def text(self, name: str) -> str | None:
        """Return the text of a key."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def words(self, name: str) -> tuple[str, ...]:
        """Return the texts of a key."""
        value = self.values.get(name)
        return value if isinstance(value, tuple) else ()

    def degree(self, name: str) -> float | None:
        """Return the number of a key."""
        value = self.values.get(name)
        return value if isinstance(value, float) else None

    def data(self) -> Data:
        """Return what other tools keep."""
        value = self.values.get("data")
        return value if isinstance(value, dict) else NO_DATA

    def below(self, name: str) -> list[Value]:
        """Return the trees of a key, more than one if it is written more than once."""
        return [value for key, value in self.trees if key.text == name]


@define
class Reading:
    """The state of reading the files of one map.

    Attributes:
        file: the file that is being read.
        section: its heading.
        types: the types that nodes may have, by the name of the table.
        findings: what was found so far.
        relations: those read so far.
    """

    types: dict[str, tuple[str, ...]]
    file: TextFile = field(init=False)
    section: str | None = None
    findings: "list[Finding]" = field(factory=list)
    relations: "list[Written]" = field(factory=list)

    def span(self, value: Value) -> Span:
        """Return where a value is written, without the blank lines after a block of text."""
        if isinstance(value, Scalar) and value.style in {"|", ">"}:
            text = self.file.text[value.start : value.end]
            return Span(self.file, value.start, value.start + len(text.rstrip()))
        return Span(self.file, value.start, value.end)

    def refuse(
        self,
        span: Span,
        owner: Owner,
        message: str,
        advice: str,
        related: "Iterable[Note]" = (),
        fixes: "Iterable[Fix]" = (),
    ) -> None:
        """Report that a field is not as it should be."""
        finding = invalid_field(
            span, message, advice, subject=owner.subject, related=related, fixes=fixes
        )
        self.findings.append(finding)


class Written(NamedTuple):
    """A relation as it is written, before aliases and double entries are looked at.

    Attributes:
        relation: its ids are those written.
        is_at_source: whether it stands at its premise.
        is_at_target: whether it stands at its target.
    """

    relation: Relation
    is_at_source: bool
    is_at_target: bool
