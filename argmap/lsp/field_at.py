"""What is being written at a place of a claim file, told from its lines, also of half a file.

A file that is being typed cannot be read as YAML most of the time. Here only the lines above a
place count: each key that is indented less than what is below it.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, evolve, field, frozen

from argmap.claimfile.key import Key, Kind, Table
from argmap.claimfile.keys import FILE, TABLES
from argmap.text import Span, TextFile

_LINE: Final = re.compile(r"([ \t]*)((?:-(?:[ \t]+|$))*)(.*)")
_PLAIN: Final = r"[^\s#'\"\[\]{},&*!|>%@`-][^:#]{0,200}?|-[^\s:#][^:#]{0,200}?"
_KEY: Final = re.compile(rf"""("[^"]{{0,200}}"|'[^']{{0,200}}'|{_PLAIN})[ \t]*:(?:[ \t]+|$)""")
_SIGN: Final = re.compile(r""""[^"]*"|'[^']*'|[\[\]{},]|:(?=\s|$)|[^\s\[\]{},:"']+""")
_DASH: Final = "-"
_COMMENT: Final = re.compile(r"^[ \t]*#| #")
_LISTS: Final = frozenset({Kind.PREMISES, Kind.TARGETS})
_WINDOW: Final = 16_384  # characters that are looked through first


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


@frozen
class _Part:
    """A key, or the dash of an item, and the column that it stands in."""

    column: int
    name: str
    value: str = ""


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
    parts, rest = _parts(before)
    innermost = next((part.column for part in reversed(parts) if part.name != _DASH), None)
    own = len(before) - len(rest) if innermost is None else innermost
    above = list(_above(text, line, parts, own))
    path = [*reversed(above), *parts]
    flow = _flow(rest) if innermost is None else _flow(parts[-1].value)
    words = flow if flow is not None else _Flow((), rest if innermost is None else None)
    writing = _resolved(path, words, offset)
    if writing is None:
        return None
    node = path[1].name if len(path) > 1 else ""
    taken = (words.taken or _taken(text, line, own)) if writing.table else ()
    return evolve(writing, taken=frozenset(taken), node=node)


@frozen
class _Flow:
    """What stands in brackets and braces up to the place.

    Attributes:
        keys: for each bracket that is open, `[`, or the key behind which it stands in braces.
        word: what is written as an item or a key; None where it is the value of the last key.
        value: the value that is written so far.
        taken: the keys of the innermost braces.
    """

    keys: tuple[str, ...]
    word: str | None
    value: str = ""
    taken: tuple[str, ...] = ()


@define
class _Open:
    sign: str
    keys: list[str] = field(factory=list)
    has_colon: bool = False


def _flow(text: str) -> _Flow | None:
    """Read brackets and braces that are open at the end of a line; None where none is."""
    stack: list[_Open] = []
    start = 0
    for found in _SIGN.finditer(text):
        sign = found[0]
        if not stack and sign not in "[{":
            return None
        if sign in "[{":
            stack.append(_Open(sign))
        elif sign in "]}":
            stack.pop()
        elif sign == ",":
            stack[-1].has_colon = False
        elif sign == ":" and stack[-1].sign == "{":
            stack[-1].keys.append(text[start : found.start()].strip().strip("\"'"))
            stack[-1].has_colon = True
        else:
            continue  # a text in quotes
        start = found.end()
    if not stack:
        return None
    top, word = stack[-1], text[start:].lstrip()
    keys = tuple(name for one in stack for name in _names(one))
    if top.sign == "{" and top.has_colon:
        return _Flow(keys, None, word, tuple(top.keys))
    return _Flow(keys, word, "", tuple(top.keys))


def _names(one: _Open) -> Iterator[str]:
    if one.sign == "[":
        yield _DASH
    elif one.has_colon:
        yield one.keys[-1]


def _parts(line: str) -> tuple[list[_Part], str]:
    """Return the dashes and the key of a line, and what stands behind the dashes."""
    found = _LINE.match(line)
    indent, dashes, rest = found.groups() if found else ("", "", line)
    parts = [
        _Part(len(indent) + place, _DASH) for place, sign in enumerate(dashes) if sign == _DASH
    ]
    key = _KEY.match(rest)
    if key:
        column = len(indent) + len(dashes)
        parts.append(_Part(column, key[1].strip("\"'"), rest[key.end() :]))
    return parts, rest


def _above(text: str, end: int, parts: Sequence[_Part], column: int) -> Iterator[_Part]:
    """Give the keys and items that a line stands below, the innermost first.

    Args:
        text: the text of the file.
        end: where the line begins.
        parts: the dashes and the key of the line.
        column: how far it is indented where it has none.
    """
    column = parts[0].column if parts else column
    is_item = bool(parts) and parts[0].name == _DASH
    while (start := _line_above(text, end, column, is_item=is_item)) is not None:
        for part in reversed(_parts(_line_at(text, start))[0]):
            # The items of a list may stand in the column of its key.
            is_list = is_item and part.column == column and part.name != _DASH
            if part.column < column or is_list:
                yield part
                column, is_item = part.column, part.name == _DASH
        end = start


def _line_above(text: str, end: int, column: int, *, is_item: bool = False) -> int | None:
    """Return where the nearest line above a place begins that is indented less than a column.

    For an item, a key in the same column counts as well. Ever larger stretches are looked
    through: most lines are near to what they stand below.
    """
    wanted = _less(column, is_item=is_item)
    size = _WINDOW
    while wanted is not None:
        start = text.rfind("\n", 0, max(0, end - size)) + 1
        for last in deque(wanted.finditer(text, start, end), maxlen=1):
            return last.start()
        if start == 0:
            return None
        size *= 4
    return None


def _less(column: int, *, is_item: bool = False) -> re.Pattern[str] | None:
    """Return what finds lines that are indented less than a column, but for comments."""
    ways = [rf" {{0,{column - 1}}}(?=[^\s#])"] if column else []
    ways += [rf" {{{column}}}(?=[^\s#-])"] if is_item else []
    return re.compile(f"^(?:{'|'.join(ways)})", re.MULTILINE) if ways else None


def _taken(text: str, start: int, column: int) -> Iterator[str]:
    """Give the keys of the mapping that a line belongs to, but for those of the line itself.

    Args:
        text: the text of the file.
        start: where the line begins.
        column: that of the keys.
    """
    above = _line_above(text, start, column)
    first = 0 if above is None else above
    if above is not None:  # `- by: a` begins the mapping of an item
        yield from (
            part.name
            for part in _parts(_line_at(text, above))[0]
            if part.column == column and part.name != _DASH
        )
    less = _less(column)
    line_end = start + len(_line_at(text, start))
    end = less.search(text, line_end) if less else None
    keys = re.compile(rf"^ {{{column}}}(?:{_KEY.pattern})", re.MULTILINE)
    for found in keys.finditer(text, first, end.start() if end else len(text)):
        if found.start() != start:
            yield found[1].strip("\"'")


def _line_at(text: str, start: int) -> str:
    """Return the line that begins at a place, without its end."""
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)].rstrip("\r")


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
        if name == _DASH:
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


def _resolved(path: Sequence[_Part], flow: _Flow, offset: int) -> Writing | None:
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
    keys = None if flow.keys[-1:] == (_DASH,) or (is_relation and not way.is_item) else table
    if " " in written.strip() and not is_value:
        return None
    return Writing(word, start, key, keys, is_value=is_value, owner=way.owner, outer=way.outer)


def _opens_list(path: Sequence[_Part]) -> bool:
    return bool(path) and path[-1].value.startswith("[")


def _last_word(written: str) -> str:
    """Return the part of a value that is one word, without the quote before it."""
    text = written.lstrip()
    if text[:1] in {'"', "'"}:
        return text[1:]
    return text.rpartition(",")[2].lstrip() if "," in text else text
