"""A claim file in which one node says something else; all else, and every comment, stays."""

from collections.abc import Sequence
from typing import Final

from attrs import define, evolve, field, frozen

from argmap.claimfile.entries import Block, Entry
from argmap.claimfile.format import changed_text
from argmap.claimfile.key import Kind
from argmap.claimfile.keys import FILE
from argmap.claimfile.placing import INCOMING
from argmap.claimfile.tree import Scalar
from argmap.claimfile.write import text_of
from argmap.findings import Finding
from argmap.model import Stance
from argmap.text import TextFile

_NODES: Final = frozenset(
    key.name for key in FILE.keys if key.kind is Kind.NODES and key.table != "source"
)


@frozen
class Step:
    """A relation as it is written at its target.

    Attributes:
        stance: what its premises do: `supports` or `contrasts`.
        premises: ids of nodes; several are linked.
    """

    stance: Stance
    premises: tuple[str, ...]


@frozen
class Revision:
    """What is to be different about a node.

    Attributes:
        text: what it says; None where that stays.
        type: its type; empty for none, None where that stays.
        added: relations that come, at the end of their lists.
        removed: relations that go.
    """

    text: str | None = None
    type: str | None = None
    added: tuple[Step, ...] = ()
    removed: tuple[Step, ...] = ()


def with_revision(
    file: TextFile, node_id: str, revision: Revision
) -> tuple[str, tuple[Step, ...], tuple[Finding, ...]]:
    """Return the canonical text of a claim file in which a node was revised.

    Args:
        file: the file; one that cannot be read in full is returned as it is, with findings.
        node_id: the node; all of its fields stand in this file.
        revision: what is to be different.

    Returns:
        The text; relations to be removed that are not written at the node; and what is wrong
        with the file.
    """
    revising = _Revising(node_id, revision, list(revision.removed))
    text, findings = changed_text(file, revising.file)
    return text, tuple(revising.missed), findings


@define
class _Revising:
    """Revises one node, and keeps what was not there to be removed."""

    node_id: str
    revision: Revision
    missed: list[Step] = field(factory=list)

    def file(self, top: Block) -> Block:
        """Revise the node in a whole file."""
        entries = (
            evolve(entry, value=self._nodes(entry.value))
            if entry.name in _NODES and isinstance(entry.value, Block)
            else entry
            for entry in top.entries
        )
        return evolve(top, entries=tuple(entries))

    def _nodes(self, block: Block) -> Block:
        entries = (
            evolve(entry, value=self._node(entry.value))
            if entry.name == self.node_id and isinstance(entry.value, Block)
            else entry
            for entry in block.entries
        )
        return evolve(block, entries=tuple(entries))

    def _node(self, block: Block) -> Block:
        block = _with_field(block, "text", self.revision.text)
        block = _with_field(block, "type", self.revision.type)
        for stance, name in INCOMING.items():
            if stance is not None:
                block = self._with_relations(block, stance, name)
        return block

    def _with_relations(self, block: Block, stance: Stance, name: str) -> Block:
        added = [one for one in self.revision.added if one.stance is stance]
        removed = [one for one in self.missed if one.stance is stance]
        if not added and not removed:
            return block
        old = next((entry for entry in block.entries if entry.name == name), None)
        listed = _items(old)
        for one in removed:
            place = next((n for n, item in enumerate(listed) if _is(item, one.premises)), None)
            if place is not None:
                listed.pop(place)
                self.missed.remove(one)
        listed += [Entry(_written(one.premises)) for one in added]
        return _with_list(block, old, name, listed)


def _with_field(block: Block, name: str, text: str | None) -> Block:
    """Return a node with another text behind a key; without the key where the text is empty."""
    if text is None:
        return block
    old = next((entry for entry in block.entries if entry.name == name), None)
    if old is not None and isinstance(old.value, Scalar) and old.value.text == text:
        return block
    if not text:
        kept = tuple(entry for entry in block.entries if entry is not old)
        lost = () if old is None else tuple(one for one in (*old.before, old.after) if one)
        return evolve(block, entries=kept, foot=(*lost, *block.foot))
    value = text_of(text) or Scalar("")
    if old is None:
        return evolve(block, entries=(*block.entries, Entry(value, Scalar(name))))
    return _exchanged(block, old, evolve(old, value=value, lines=()))


def _with_list(block: Block, old: Entry | None, name: str, listed: Sequence[Entry]) -> Block:
    """Return a node with other items behind a key; without the key where there are none."""
    if not listed:
        return _with_field(block, name, "")
    foot = old.value.foot if old and isinstance(old.value, Block) else ()
    value = Block(tuple(listed), is_mapping=False, foot=foot)
    if old is None:
        return evolve(block, entries=(*block.entries, Entry(value, Scalar(name))))
    return _exchanged(block, old, evolve(old, value=value, lines=()))


def _exchanged(block: Block, old: Entry, new: Entry) -> Block:
    return evolve(block, entries=tuple(new if one is old else one for one in block.entries))


def _items(entry: Entry | None) -> list[Entry]:
    """Return the relations behind a key, be they a list or one alone."""
    if entry is None:
        return []
    value = entry.value
    if isinstance(value, Block) and not value.is_mapping:
        return list(value.entries)
    if isinstance(value, Scalar) and value.is_absent:
        return []
    return [Entry(value, lines=entry.lines)]


def _is(item: Entry, premises: tuple[str, ...]) -> bool:
    """Say whether an item of a list is the relation of some premises."""
    value: Scalar | Block = item.value
    if isinstance(value, Block) and value.is_mapping:
        found = next((entry.value for entry in value.entries if entry.name == "by"), None)
        if found is None:
            return False
        value = found
    names = [value] if isinstance(value, Scalar) else [entry.value for entry in value.entries]
    return tuple(one.text for one in names if isinstance(one, Scalar)) == premises


def _written(premises: tuple[str, ...]) -> Scalar | Block:
    names = tuple(Entry(Scalar(one)) for one in premises)
    if len(names) == 1:
        return names[0].value
    return Block(names, is_mapping=False, is_flow=True)
