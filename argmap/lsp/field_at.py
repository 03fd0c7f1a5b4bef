"""What is being written at a place of a claim file, told from its lines, also of half a file.

A file that is being typed cannot be read as YAML most of the time. Here only the lines above a
place count: each key that is indented less than what is below it.
"""

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, evolve, frozen

from argmap.claimfile.key import Key, Kind, Table
from argmap.claimfile.keys import FILE, TABLES
from argmap.lsp.brackets import IN_LIST, Flow, flow_at_end
from argmap.lsp.lines_above import Part, keys_beside, parts_above, parts_of
from argmap.text import Span, TextFile

_COMMENT: Final = re.compile(r"^[ \t]*#| #")
_LISTS: Final = frozenset({Kind.PREMISES, Kind.TARGETS})


@frozen
class Writing:
    """What is being written at a place.

    Attributes:
        typed: the part of the word that stands before the place.
        start: where that word begins (code points from 0).
        key: the key whose value is written; None for a key of the file.
        table: what the keys can be that may stand here; None where no key can.
        is_id: whether the name of something new is written.
        is_value: whether a value of the key can stand here.
        owner: the name of the table that the key is in.
        outer: the key that the mapping with the key stands behind.
        taken: the keys that the mapping has already.
        node: the id of the node, or source, that it belongs to; may be empty.
    """

    typed: str
    start: int
    key: Key | None
    table: Table | None
    is_id: bool = False
    is_value: bool = False
    owner: str = ""
    outer: Key | None = None
    taken: frozenset[str] = frozenset()
    node: str = ""


@frozen
class Field:
    """A word that means something of its own.

    Attributes:
        name: the word: a key, or the name of a rule.
        about: what the key is for.
        span: where it stands.
    """

    name: str
    about: str
    span: Span


def field_at(file: TextFile, offset: int) -> Field | None:
    """Return the key, or the rule of a waiver, that stands at a place of a claim file."""
    text = file.text
    start = end = offset
    while start and (text[start - 1].isalnum() or text[start - 1] in "_-"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in "_-"):
        end += 1
    word = text[start:end]
    if not word:
        return None
    writing = writing_at(file, start)
    span = file.span(start, end)
    if writing is None:
        return None
    if writing.is_value and writing.key is not None and writing.key.name == "rule":
        return Field(word, "", span)
    known = writing.table.by_name.get(word) if writing.table else None
    if known is None or text[end : end + 1] != ":":
        return None
    return Field(word, known.about, span)


def writing_at(file: TextFile, offset: int) -> Writing | None:
    """Return what is being written at a place; None where nothing of a claim file can stand."""
    text, column = file.text, file.line_and_column(offset)[1]
    line = offset - column + 1
    before = text[line:offset]
    if _COMMENT.search(before):
        return None
    parts, rest = parts_of(before)
    innermost = next((part.column for part in reversed(parts) if part.name != IN_LIST), None)
    own = len(before) - len(rest) if innermost is None else innermost
    above = list(parts_above(text, line, parts, own))
    path = [*reversed(above), *parts]
    flow = flow_at_end(rest) if innermost is None else flow_at_end(parts[-1].value)
    words = flow if flow is not None else Flow((), rest if innermost is None else None)
    writing = _resolved(path, words, offset)
    if writing is None:
        return None
    node = path[1].name if len(path) > 1 else ""
    taken = (words.taken or keys_beside(text, line, own)) if writing.table else ()
    return evolve(writing, taken=frozenset(taken), node=node)


@define
class _Way:
    """The way down the tables, key by key."""

    table: Table | None = FILE
    key: Key | None = None
    outer: Key | None = None
    owner: str = ""
    is_id: bool = False
    is_item: bool = False

    def go(self, name: str) -> None:
        """Take one step."""
        if name == IN_LIST:
            self.is_item = True
            return
        self.is_item = False
        if self.is_id:
            self.is_id, self.table = False, TABLES[self.key.table] if self.key else None
            return
        found = self.table.by_name.get(name) if self.table else None
        self.owner = self.table.name if self.table else ""
        self.outer, self.key = self.key, found
        self.is_id = found is not None and found.kind is Kind.NODES
        self.table = TABLES.get(found.table) if found else None


def _resolved(path: Sequence[Part], flow: Flow, offset: int) -> Writing | None:
    way = _Way()
    for part in path:
        way.go(part.name)
    for name in flow.keys:
        way.go(name)
    has_key_here = flow.word is None
    written = flow.value if has_key_here else flow.word or ""
    if has_key_here and not flow.keys:
        written = path[-1].value if path else ""
    word = _last_word(written)
    start = offset - len(word)
    key, table = way.key, way.table
    if has_key_here:  # behind `key:` on this line
        is_value = key is not None and not way.is_id
        return Writing(word, start, key, None, is_value=is_value, owner=way.owner, outer=way.outer)
    if key is None and table is not FILE and way.owner:
        return None
    if way.is_id:
        return Writing(word, start, key, None, is_id=True, owner=way.owner)
    in_list = way.is_item or _opens_list(path)
    is_value = in_list and key is not None
    is_relation = key is not None and key.kind in _LISTS
    keys = None if flow.keys[-1:] == (IN_LIST,) or (is_relation and not way.is_item) else table
    if " " in written.strip() and not is_value:
        return None
    return Writing(word, start, key, keys, is_value=is_value, owner=way.owner, outer=way.outer)


def _opens_list(path: Sequence[Part]) -> bool:
    return bool(path) and path[-1].value.startswith("[")


def _last_word(written: str) -> str:
    """Return the part of a value that is one word, without the quote before it."""
    text = written.lstrip()
    if text[:1] in {'"', "'"}:
        return text[1:]
    return text.rpartition(",")[2].lstrip() if "," in text else text
