"""A claim file in which an id is another; references follow, and every comment stays."""

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attrs import define, evolve

from argmap.claimfile.entries import Block, Entry
from argmap.claimfile.format import changed_text
from argmap.claimfile.key import Key, Kind, Table
from argmap.claimfile.keys import FILE, TABLES
from argmap.claimfile.relations import with_ids
from argmap.claimfile.tree import Scalar
from argmap.findings import Finding
from argmap.text import TextFile

if TYPE_CHECKING:
    from collections.abc import Callable

_ALIASES: Final = "aliases"


class Named(StrEnum):
    """What has an id that can be another."""

    NODE = "node"
    RELATION = "relation"
    SOURCE = "source"


def with_id(
    file: TextFile, what: Named, old: str, new: str
) -> tuple[str, int, tuple[Finding, ...]]:
    """Return the canonical text of a claim file with another id, and in how many places that is.

    A node keeps its old id as an alias. Where nothing changes the file is returned as it is, and
    so is one that cannot be read in full, with findings.

    Args:
        file: the file.
        what: what has the id.
        old: the id that goes.
        new: the id that comes.
    """
    renaming = _Renaming(what, old, new)
    text, findings = changed_text(file, renaming.file)
    return (text if renaming.places else file.text), renaming.places, findings


@define
class _Renaming:
    """Puts one id in the place of another, and counts how often."""

    what: Named
    old: str
    new: str
    places: int = 0

    def file(self, top: Block) -> Block:
        """Rename in a whole file."""
        return self._mapping(top, FILE)

    def _mapping(self, block: Block, table: Table) -> Block:
        keys = table.by_name
        entries = (
            self._field(entry, keys[entry.name]) if entry.name in keys else entry
            for entry in block.entries
        )
        return evolve(block, entries=tuple(entries))

    def _field(self, entry: Entry, key: Key) -> Entry:
        if key.kind is Kind.NODES:
            if not isinstance(entry.value, Block) or not entry.value.is_mapping:
                return entry
            return evolve(entry, value=self._nodes(entry.value, key))
        rename = self._rename_for(key)
        return evolve(entry, value=self._value(entry.value, key, rename))

    def _nodes(self, block: Block, key: Key) -> Block:
        table = TABLES[key.table]
        renames = self.what is (Named.SOURCE if key.table == "source" else Named.NODE)
        entries = []
        for entry in block.entries:
            is_it = renames and entry.key is not None and entry.key.text == self.old
            value = entry.value
            if isinstance(value, Block) and value.is_mapping:
                value = self._mapping(value, table)
                if is_it and self.what is Named.NODE:
                    value = self._with_alias(value)
            name = self._renamed(entry.key) if is_it and entry.key else entry.key
            entries.append(evolve(entry, key=name, value=value))
        return evolve(block, entries=tuple(entries))

    def _with_alias(self, block: Block) -> Block:
        """Return the fields of a node with its old id among its aliases, and without the new."""
        kept, aliases = [], list[Entry]()
        for entry in block.entries:
            if entry.name != _ALIASES:
                kept.append(entry)
            elif isinstance(entry.value, Block):
                aliases = [one for one in entry.value.entries if not self._is_new(one)]
            elif not self._is_new(entry):
                aliases = [Entry(entry.value)]
        listed = Block((*aliases, Entry(Scalar(self.old))), is_mapping=False)
        return evolve(block, entries=(*kept, Entry(listed, Scalar(_ALIASES))))

    def _is_new(self, entry: Entry) -> bool:
        return isinstance(entry.value, Scalar) and entry.value.text == self.new

    def _value(
        self, value: Scalar | Block, key: Key, rename: "Callable[[Scalar], Scalar]"
    ) -> Scalar | Block:
        if isinstance(value, Scalar):
            return rename(value)
        if value.is_mapping:
            table = TABLES.get(key.table)
            return self._mapping(value, table) if table else value
        entries = (
            evolve(entry, value=self._value(entry.value, key, rename)) for entry in value.entries
        )
        return evolve(value, entries=tuple(entries))

    def _rename_for(self, key: Key) -> "Callable[[Scalar], Scalar]":
        """Return what becomes of the texts behind a key."""
        is_source = key.name == "source" or key.kind is Kind.PASSAGES
        if self.what is Named.SOURCE:
            return self._renamed if is_source else _left
        is_end = key.kind in {Kind.PREMISES, Kind.TARGETS} or key.name in {"by", "target"}
        if is_end and not is_source:
            return self._renamed
        is_own = self.what is Named.RELATION and key.name == "id"
        return self._renamed if is_own else _left

    def _renamed(self, scalar: Scalar) -> Scalar:
        text = self.new if scalar.text == self.old else scalar.text
        if text == scalar.text and self.what is Named.NODE:
            text = with_ids(text, {self.old: self.new})
        if text == scalar.text:
            return scalar
        self.places += 1
        return scalar._replace(text=text)


def _left(scalar: Scalar) -> Scalar:
    return scalar
