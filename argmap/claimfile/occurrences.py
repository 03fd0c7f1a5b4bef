"""Every place of a claim file where an id stands: where it is given, and where it is meant."""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from argmap.claimfile.document import Document
from argmap.claimfile.key import Key, Kind, Table
from argmap.claimfile.keys import FILE, TABLES
from argmap.claimfile.renaming import Named
from argmap.claimfile.tree import Pair, Pairs, Scalar, Value
from argmap.text import Span, TextFile

_REFERENCES: Final = frozenset({Kind.PASSAGES, Kind.PREMISES, Kind.TARGETS})


@frozen
class Occurrence:
    """A place where an id stands.

    Attributes:
        id: as it reads there; it may be an alias, or a relation named by its ends.
        what: what has the id; None for the end of a relation, which may be a node or a relation.
        span: where it stands, with its quotes.
        whole: where all stands that it is given to; None where it only refers to that.
    """

    id: str
    what: Named | None
    span: Span
    whole: Span | None = None

    @property
    def is_definition(self) -> bool:
        """Whether the id is given here."""
        return self.whole is not None


def occurrences_in(file: TextFile) -> tuple[Occurrence, ...]:
    """Return every place where an id stands in a claim file, in the order of the text.

    Of a file with errors, the parts count that can be read.
    """
    found = _Finding(file).mapping(Document(file).pairs, FILE)
    return tuple(sorted(found, key=lambda one: one.span.start))


@frozen
class _Finding:
    """Looks through one file."""

    file: TextFile

    def mapping(self, pairs: Sequence[Pair], table: Table) -> Iterator[Occurrence]:
        for name, value in pairs:
            key = table.by_name.get(name.text)
            if key is None:
                continue
            if key.kind is Kind.NODES:
                yield from self._nodes(value, key)
            elif key.name == "id":
                whole = pairs[0][0].start, pairs[-1][1].end
                yield from self._scalar(value, Named.RELATION, self._span(*whole))
            elif _is_reference(key):
                yield from self._values(value, key, _named(key))
            elif key.table:
                yield from self._values(value, key, None, only_below=True)

    def _nodes(self, value: Value, key: Key) -> Iterator[Occurrence]:
        what = Named.SOURCE if key.table == "source" else Named.NODE
        for name, below in value.pairs if isinstance(value, Pairs) else ():
            yield from self._scalar(name, what, self._span(name.start, below.end))
            if isinstance(below, Pairs):
                yield from self.mapping(below.pairs, TABLES[key.table])

    def _values(
        self, value: Value, key: Key, what: Named | None, *, only_below: bool = False
    ) -> Iterator[Occurrence]:
        if isinstance(value, Scalar):
            if not only_below:
                yield from self._scalar(value, what)
        elif isinstance(value, Pairs):
            if key.table:
                yield from self.mapping(value.pairs, TABLES[key.table])
        else:
            for item in value.items:
                yield from self._values(item, key, what, only_below=only_below)

    def _scalar(
        self, value: Value, what: Named | None, whole: Span | None = None
    ) -> Iterator[Occurrence]:
        if isinstance(value, Scalar) and value.text and not value.is_absent:
            yield Occurrence(value.text, what, self._span(value.start, value.end), whole)

    def _span(self, start: int, end: int) -> Span:
        # A value may reach over empty lines to what stands next.
        written = self.file.text[start:end].rstrip()
        return Span(self.file, start, start + len(written))


def _is_reference(key: Key) -> bool:
    return key.kind in _REFERENCES or key.name in {"source", "by", "target", "aliases"}


def _named(key: Key) -> Named | None:
    """Return what the ids behind a key are of."""
    if key.name == "source" or key.kind is Kind.PASSAGES:
        return Named.SOURCE
    return Named.NODE if key.name == "aliases" else None
