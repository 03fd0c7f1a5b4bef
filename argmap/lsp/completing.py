"""What an editor offers while something is typed: ids, fields, types, rules and tags."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from lsprotocol.types import (
    CompletionItem,
    CompletionItemKind,
    CompletionList,
    Position,
    Range,
    TextEdit,
)

from argmap.checks import RULES
from argmap.claimfile.key import Key, Kind
from argmap.claimfile.renaming import Named
from argmap.formats.argdown.native import squeezed
from argmap.lsp.desk import Page
from argmap.lsp.field_at import Writing, writing_at
from argmap.lsp.looking import ARGDOWN
from argmap.model import Claim, Node, Relation, Source, Stance
from argmap.reports.printable import folded

TRIGGERS: Final = ("[", "<", "#", " ", ",", "{")
"""What a list is asked for after, besides letters."""

_MOST: Final = 400
_IN_ARGDOWN: Final = re.compile(r"\[([^\[\]\n]{0,200})$|<([^<>\n]{0,200})$|#\(?([^\s#()]{0,200})$")
_KEY_KIND: Final = CompletionItemKind.Property
_WORD_KIND: Final = CompletionItemKind.EnumMember


def completion(page: Page, position: Position) -> CompletionList:
    """Return what can be written at a place."""
    offset = page.positions.offset(page.file, position)
    if page.file.path.lower().endswith(ARGDOWN):
        return _in_argdown(page, offset)
    writing = writing_at(page.file, offset) if page.is_claim_file else None
    if writing is None:
        return CompletionList(is_incomplete=False, items=[])
    return _list(page, writing.start, offset, writing.typed, _items(page, writing))


def _list(
    page: Page, start: int, end: int, typed: str, items: Iterable[CompletionItem]
) -> CompletionList:
    """Return what fits to what was typed so far; each takes the place of that."""
    place = Range(
        page.positions.position(page.file, start), page.positions.position(page.file, end)
    )
    wanted = typed.casefold()
    # A word that is being typed may be known from there alone; it is no help.
    fitting = (
        one
        for one in items
        if wanted in (one.filter_text or one.label).casefold()
        and not (one.kind is _WORD_KIND and one.label == typed)
    )
    found = list(islice(fitting, _MOST + 1))
    for one in found:
        one.text_edit = TextEdit(place, one.insert_text or one.label)
        one.insert_text = None
    return CompletionList(is_incomplete=len(found) > _MOST, items=found[:_MOST])


def _items(page: Page, writing: Writing) -> Iterator[CompletionItem]:
    if writing.is_id:
        yield from _missing(page, writing.key)
        return
    if writing.is_value and writing.key is not None:
        yield from _values(page, writing, writing.key)
    for key in writing.table.keys if writing.table else ():
        if key.name not in writing.taken:
            yield CompletionItem(
                key.name,
                kind=_KEY_KIND,
                detail=key.about,
                insert_text=f"{key.name}: ",
                sort_text=f"~{writing.table.rank[key.name]:02}" if writing.table else None,
            )


def _values(page: Page, writing: Writing, key: Key) -> Iterator[CompletionItem]:
    if key.name == "source" or key.kind is Kind.PASSAGES:
        yield from _sources(page)
    elif key.kind in {Kind.PREMISES, Kind.NAMES}:
        yield from _nodes(page, writing)
    elif key.kind is Kind.TARGETS or key.name == "target":
        yield from _targets(page, writing, key if key.kind is Kind.TARGETS else writing.outer)
    elif key.name == "aliases":
        yield from _missing(page, None)
    elif key.name == "rule":
        for rule in RULES:
            yield _word(rule.name, rule.summary)
    else:
        for word in _words(page, writing, key):
            yield _word(word)


def _words(page: Page, writing: Writing, key: Key) -> Iterable[str]:
    """Return the words that can stand behind a key, or that stand behind it elsewhere."""
    configuration, nodes = page.looked.project.configuration, page.looked.map.nodes
    if key.kind is Kind.TYPE:
        is_claim = writing.owner == "claim"
        return configuration.claim_types if is_claim else configuration.evidence_types
    if key.name == "section" and writing.owner != "passage":
        return dict.fromkeys(node.section for node in nodes if node.section)
    used = {
        "tags": (tag for node in nodes for tag in node.tags),
        "scheme": (one.scheme for one in page.looked.map.relations if one.scheme),
        "stance": iter(Stance),
        "main": iter(("true",)),
    }
    return sorted(set(used.get(key.name, ())))


def _nodes(page: Page, writing: Writing) -> Iterator[CompletionItem]:
    """Give all nodes but the one that is being written."""
    return (_node(one) for one in page.looked.map.nodes if one.id != writing.node)


def _targets(page: Page, writing: Writing, key: Key | None) -> Iterator[CompletionItem]:
    if key is None or key.stance is not Stance.UNDERCUTS:
        yield from _nodes(page, writing)
    if key is None or key.stance is Stance.UNDERCUTS:
        for relation in page.looked.map.relations:
            if writing.node not in relation.premises:
                yield _relation(relation)


def _missing(page: Page, key: Key | None) -> Iterator[CompletionItem]:
    """Give the ids that are named and that nothing has yet."""
    the_map = page.looked.map
    if key is not None and key.table == "source":
        for name in sorted(the_map.cited_ids - set(the_map.sources_by_id)):
            yield CompletionItem(
                name, kind=CompletionItemKind.Reference, detail="cited, and no source yet"
            )
        return
    ends = (end for one in the_map.relations for end in (*one.premises, one.target))
    for end in dict.fromkeys(ends):
        if end not in the_map.nodes_by_id and end not in the_map.relations_by_id:
            yield CompletionItem(
                end, kind=CompletionItemKind.Reference, detail="named, and not there yet"
            )


def _sources(page: Page) -> Iterator[CompletionItem]:
    the_map = page.looked.map
    yield from map(_source, the_map.sources)
    for name in sorted(the_map.keys_of_bibliographies - set(the_map.sources_by_id)):
        yield CompletionItem(name, kind=CompletionItemKind.File, detail="in a bibliography")


def _node(node: Node) -> CompletionItem:
    kind = "claim" if isinstance(node, Claim) else "evidence"
    return CompletionItem(
        node.id,
        kind=CompletionItemKind.Class if kind == "claim" else CompletionItemKind.Constant,
        detail=f"{kind}, {node.type}" if node.type else kind,
        documentation=folded(node.text),
        filter_text=f"{node.id} {folded(node.text)}",
    )


def _relation(relation: Relation) -> CompletionItem:
    return CompletionItem(
        relation.id, kind=CompletionItemKind.Interface, detail="relation", sort_text=None
    )


def _source(source: Source) -> CompletionItem:
    title = folded(source.title)
    return CompletionItem(
        source.id,
        kind=CompletionItemKind.File,
        detail=source.short_title,
        documentation=title,
        filter_text=f"{source.id} {title}",
    )


def _word(word: str, about: str = "") -> CompletionItem:
    return CompletionItem(word, kind=_WORD_KIND, documentation=about or None)


def _in_argdown(page: Page, offset: int) -> CompletionList:
    """Offer titles of statements behind `[`, of arguments behind `<`, and tags behind `#`."""
    line, column = page.file.line_and_column(offset)
    found = _IN_ARGDOWN.search(page.file.line(line)[: column - 1])
    if found is None:
        return CompletionList(is_incomplete=False, items=[])
    typed = next(one for one in found.groups() if one is not None)
    start = offset - len(typed)
    if found[3] is not None:
        tags = sorted({tag for node in page.looked.map.nodes for tag in node.tags})
        return _list(page, start, offset, typed, map(_word, tags))
    sign = found[0][0]
    return _list(
        page, start, offset, typed, _titles(page, sign, page.file.text[offset : offset + 1])
    )


def _titles(page: Page, sign: str, behind: str) -> Iterator[CompletionItem]:
    """Give the titles that stand somewhere in the file, each once."""
    closing = "]" if sign == "[" else ">"
    the_map = page.looked.map
    written = {
        squeezed(one.span.text[1:-1]): one
        for one in page.looked.occurrences
        if one.span.text[0] == sign
    }
    for title, one in written.items():
        what, name = page.looked.target(one)
        node = the_map.nodes_by_id.get(name) if what is Named.NODE else None
        yield CompletionItem(
            title,
            kind=CompletionItemKind.Class,
            detail="statement" if sign == "[" else "argument",
            documentation=folded(node.text) if node else None,
            insert_text=title if behind == closing else f"{title}{closing}",
        )
