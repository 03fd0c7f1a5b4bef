"""A claim file in which some passages are replaced; all else, and every comment, stays."""

from collections.abc import Mapping

from attrs import evolve

from argmap.claimfile.entries import Block, Entry
from argmap.claimfile.format import changed_text
from argmap.claimfile.tree import Scalar
from argmap.claimfile.write import passage_block
from argmap.findings import Finding
from argmap.model import Passage
from argmap.text import TextFile


def with_passages(
    file: TextFile, passages: Mapping[int, Passage]
) -> tuple[str, tuple[Finding, ...]]:
    """Return the canonical text of a claim file with other passages in the place of some.

    Args:
        file: the file; one that cannot be read in full is returned as it is, with findings.
        passages: what comes, by where the id of the source stands in the passage that goes
            (`passage.spans["source"].start`).
    """
    return changed_text(file, lambda top: _replaced(top, passages))


def _replaced(block: Block, passages: Mapping[int, Passage]) -> Block:
    for entry in block.entries:
        if entry.name == "source" and isinstance(entry.value, Scalar):
            passage = passages.get(entry.value.start)
            if passage is not None:
                return _in_place_of(block, passage)
    return evolve(block, entries=tuple(_entry(entry, passages) for entry in block.entries))


def _entry(entry: Entry, passages: Mapping[int, Passage]) -> Entry:
    if isinstance(entry.value, Block):
        return evolve(entry, value=_replaced(entry.value, passages))
    return entry


def _in_place_of(block: Block, passage: Passage) -> Block:
    """Return the fields of a passage with the comments of those that go."""
    before = {entry.name: entry for entry in block.entries}
    made = {entry.name: entry for entry in passage_block(passage).entries}
    kept = [
        evolve(entry, before=old.before, after=old.after) if (old := before.get(name)) else entry
        for name, entry in made.items()
    ]
    gone = [entry for name, entry in before.items() if name not in made]
    lost = [one for entry in gone for one in (*entry.before, entry.after) if one]
    return evolve(block, entries=tuple(kept), foot=(*lost, *block.foot))
