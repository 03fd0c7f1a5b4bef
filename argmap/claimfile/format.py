"""A claim file as its author wrote it, in canonical form: nothing but its layout changes."""

import re
from collections.abc import Callable
from typing import Final

from attrs import evolve

from argmap.claimfile.comments import with_comments
from argmap.claimfile.document import Document
from argmap.claimfile.emit import emit
from argmap.claimfile.entries import Block, Entry
from argmap.claimfile.keys import FILE, TABLES, Key, Kind, Table
from argmap.claimfile.tree import Pairs
from argmap.findings import Finding
from argmap.text import TextFile

_LINE_END: Final = re.compile(r"\r\n|\n")
_SCHEMA_LINE: Final = "# yaml-language-server:"


def format_text(file: TextFile) -> tuple[str, tuple[Finding, ...]]:
    """Return the canonical text of a claim file, and why it could not be formatted.

    Keys stand in the order of the schema, unknown ones after them; indentation is two blanks;
    relations are one a line; small lists and passages stand on one line where that has at most
    100 characters; one empty line separates blocks and nodes. Comments, the lines of long texts
    and the file's own line ends are kept. The map that the file describes stays the same.

    A file that cannot be read in full is returned as it is, with the findings.
    """
    return changed_text(file, lambda block: block)


def changed_text(
    file: TextFile, change: Callable[[Block], Block]
) -> tuple[str, tuple[Finding, ...]]:
    """Return the canonical text of a claim file after a change, with its comments.

    Args:
        file: the file; one that cannot be read in full is returned as it is, with findings.
        change: makes another file of one, given as its keys, values and comments.
    """
    document = Document(file)
    if document.findings:
        return file.text, tuple(document.findings)
    top = Pairs(document.pairs, end=len(file.text))
    text = emit(_with_header(change(with_comments(file.text, top))))
    end = _LINE_END.search(file.text)
    return (text.replace("\n", "\r\n") if end and end[0] == "\r\n" else text), ()


def _with_header(top: Block) -> Block:
    """Sort the keys; the comments at the head of the file stay there."""
    if not top.entries:
        return top
    first = top.entries[0]
    size = _size_of_header(first.before)
    header, rest = first.before[:size], first.before[size:]
    bare = evolve(top, entries=(evolve(first, before=rest), *top.entries[1:]))
    first, *others = _sorted(bare, FILE).entries
    return evolve(top, entries=(evolve(first, before=header + first.before), *others))


def _size_of_header(comments: tuple[str, ...]) -> int:
    """Return how many comments are about the file: those above an empty line or for editors."""
    return max(
        (
            place
            for place, comment in enumerate(comments, 1)
            if not comment or comment.startswith(_SCHEMA_LINE)
        ),
        default=0,
    )


def _sorted(block: Block, table: Table | None) -> Block:
    """Put the keys of a mapping, and of all below it, in the order of its table."""
    known = table.by_name if table else {}
    entries = [_entry(entry, known.get(entry.name)) for entry in block.entries]
    if table and block.is_mapping:
        entries.sort(key=lambda entry: table.rank.get(entry.name, len(table.rank)))
    return evolve(block, entries=tuple(entries))


def _entry(entry: Entry, key: Key | None) -> Entry:
    if key is None or not isinstance(entry.value, Block):
        return entry
    table = TABLES.get(key.table)
    value = entry.value
    if key.kind is Kind.NODES:
        value = _each(value, table)
    elif value.is_mapping:
        value = _sorted(value, table)
    else:
        value = _each(value, table)
    return evolve(entry, value=value)


def _each(block: Block, table: Table | None) -> Block:
    """Sort the mappings in a list or in a block of nodes."""
    entries = (
        evolve(entry, value=_sorted(entry.value, table))
        if isinstance(entry.value, Block) and entry.value.is_mapping
        else entry
        for entry in block.entries
    )
    return evolve(block, entries=tuple(entries))
