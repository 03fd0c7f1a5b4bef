"""Entries as canonical text: one layout for what people write and for what argmap writes."""

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from argmap.claimfile.entries import Block, Entry
from argmap.claimfile.keys import FILE, TABLES, Key, Kind, Table
from argmap.claimfile.scalars import INDENT, block, one_line
from argmap.claimfile.tree import Scalar

WIDTH: Final = 100
"""A list or mapping stands on one line where that has at most this many characters."""

LONGEST_KEY: Final = 1000  # libyaml looks 1024 characters ahead for the colon of a key
_UNKNOWN: Final = Key("", Kind.TEXT, "")
_LINKED: Final = Key("", Kind.NAMES, "")
_RELATIONS: Final = frozenset({Kind.PREMISES, Kind.TARGETS})
_SMALL: Final = frozenset(
    {"passage", "waiver", "sentence set aside", "step seen", "flag", "resolution"}
)


def emit(top: Block, table: Table = FILE) -> str:
    """Return the text of a claim file, with LF at the end of each line.

    Args:
        top: what stands in it.
        table: its keys, if it is another file than one of claims; then no lines are between them.
    """
    lines: list[str] = []
    for entry in top.entries:
        if lines and table is FILE:
            lines.append("")
        lines.extend(_lines(entry, table.by_name.get(entry.name, _UNKNOWN), ""))
    if top.foot:
        lines.extend(("", *top.foot) if lines else top.foot)
    return "".join(f"{line}\n" for line in lines)


def _lines(entry: Entry, key: Key, indent: str) -> Iterator[str]:
    """Yield the lines of an entry, with its comments."""
    entry = _hoisted(_listed(entry, key))
    yield from _own_lines(entry.before, indent)
    head = "-"
    if entry.key is not None:
        name = one_line(entry.key.text, entry.key.style)
        head = f"{name}:"
        if len(name) > LONGEST_KEY:
            # On the line of the colon alone a comment would be read as one of the next line.
            yield _commented(f"{indent}? {name}", entry.after)
            entry, head = evolve(entry, after=""), ":"
    if isinstance(entry.value, Scalar):
        yield from _scalar(entry, entry.value, f"{indent}{head}", indent)
        return
    if not entry.value.entries:
        empty = "{}" if entry.value.is_mapping else "[]"
        yield _commented(f"{indent}{head} {empty}", entry.after)
        return
    flow = _flow(entry.value, key)
    if flow is not None and len(indent) + len(head) + 1 + len(flow) <= WIDTH:
        yield _commented(f"{indent}{head} {flow}", entry.after)
    elif head == "-":
        yield from _item(entry, entry.value, key, indent)
    else:
        yield _commented(f"{indent}{head}", entry.after)
        yield from _below(entry.value, key, f"{indent}{INDENT}")


def _listed(entry: Entry, key: Key) -> Entry:
    """Make a list of one thing alone, where a second one would be a line of its own."""
    value = entry.value
    is_list = isinstance(value, Block) and not value.is_mapping
    is_absent = isinstance(value, Scalar) and value.is_absent
    if entry.key is None or is_list or is_absent:
        return entry
    if key.kind is Kind.WORDS:
        item = Entry(value, lines=entry.lines)
        return evolve(entry, value=Block((item,), is_mapping=False), lines=())
    if key.kind not in _RELATIONS:
        return entry
    after, left = (entry.after, "") if isinstance(value, Scalar) else ("", entry.after)
    item = Entry(value, lines=entry.lines, after=after)
    return evolve(entry, value=Block((item,), is_mapping=False), lines=(), after=left)


def _hoisted(entry: Entry) -> Entry:
    """Put comments above the first key of an item above the item, where the dash stands."""
    value = entry.value
    if entry.key is not None or not isinstance(value, Block) or not value.entries:
        return entry
    first, *others = value.entries
    first = _hoisted(first)
    bare = evolve(value, entries=(evolve(first, before=()), *others))
    return evolve(entry, value=bare, before=entry.before + first.before)


def _scalar(entry: Entry, value: Scalar, head: str, indent: str) -> Iterator[str]:
    if value.is_absent:
        yield _commented(f"{head} {value.text}".rstrip(), entry.after)
        return
    if entry.lines:
        first, *further = entry.lines
        comment_first = value.style == ">"
        lines = [
            f"{head} {first}",
            *(f"{indent}{INDENT}{line}" if line else "" for line in further),
        ]
        at = 0 if comment_first else -1
        lines[at] = _commented(lines[at], entry.after)
        yield from lines
        return
    literal = block(value.text, value.style)
    if literal is None:
        yield _commented(f"{head} {one_line(value.text, value.style)}", entry.after)
        return
    header, content = literal
    yield _commented(f"{head} {header}", entry.after)
    yield from (f"{indent}{INDENT}{line}" if line else "" for line in content)


def _item(entry: Entry, value: Block, key: Key, indent: str) -> Iterator[str]:
    """Yield an item that is a list or mapping over several lines; it begins behind the dash."""
    if entry.after:
        yield f"{indent}{entry.after}"
    lines = _below(value, key, f"{indent}{INDENT}")
    yield f"{indent}- {next(lines).lstrip()}"
    yield from lines


def _below(value: Block, key: Key, indent: str) -> Iterator[str]:
    """Yield the lines of a list or mapping."""
    for number, entry in enumerate(value.entries):
        if number and key.kind is Kind.NODES and value.is_mapping:
            yield ""
        yield from _lines(entry, _inner(entry, key), indent)
    yield from _own_lines(value.foot, indent)


def _flow(value: Block, key: Key) -> str | None:
    """Return a list or mapping on one line; None where it is to stand on several."""
    is_small = (
        key.kind in {Kind.NAMES, Kind.WORDS, Kind.DATA}
        or (value.is_mapping and key.table in _SMALL)
        or (key.kind is Kind.NODES and not value.is_mapping)  # paths of bibliographies
    )
    is_unknown = key.kind not in _RELATIONS and not key.table and value.is_flow
    if value.entries and not (is_small or is_unknown):
        return None
    parts: list[str] = []
    for entry in value.entries:
        part = _part(entry, _inner(entry, key))
        if part is None:
            return None
        parts.append(part)
    if value.foot:
        return None
    return f"{{{', '.join(parts)}}}" if value.is_mapping else f"[{', '.join(parts)}]"


def _part(entry: Entry, key: Key) -> str | None:
    """Return an entry for a list or mapping on one line."""
    if entry.before or entry.after:
        return None
    if isinstance(entry.value, Block):
        text = _flow(entry.value, key)
    elif entry.value.is_absent:
        text = entry.value.text or (None if entry.key is None else "")
    elif "\n" in entry.value.text:
        text = None
    else:
        text = one_line(entry.value.text, entry.value.style, in_flow=True)
    if text is None or entry.key is None:
        return text
    name = one_line(entry.key.text, entry.key.style, in_flow=True)
    if len(name) > WIDTH:
        return None
    return f"{name}: {text}" if text else name


def _inner(entry: Entry, outer: Key) -> Key:
    """Return what is known of an entry of a list or mapping."""
    if entry.key is None:
        if outer.kind in _RELATIONS:
            is_linked = isinstance(entry.value, Block) and not entry.value.is_mapping
            return _LINKED if is_linked else Key("", Kind.FIELDS, "", table=outer.table)
        return outer
    if outer.kind is Kind.DATA:
        return outer
    if outer.kind is Kind.NODES:
        return Key(entry.name, Kind.FIELDS, "", table=outer.table)
    table = TABLES.get(outer.table)
    return table.by_name.get(entry.name, _UNKNOWN) if table else _UNKNOWN


def _own_lines(comments: tuple[str, ...], indent: str) -> Iterator[str]:
    yield from (f"{indent}{comment}" if comment else "" for comment in comments)


def _commented(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line
