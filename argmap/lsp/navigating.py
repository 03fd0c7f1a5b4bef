"""From an id to where it is given, and to every place where it is meant; outlines of files."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from lsprotocol.types import (
    DocumentHighlight,
    DocumentHighlightKind,
    DocumentSymbol,
    Location,
    Position,
    Range,
    SymbolInformation,
    SymbolKind,
)

from argmap.claimfile.occurrences import Occurrence
from argmap.claimfile.renaming import Named
from argmap.lsp.desk import Page
from argmap.model import Claim, Node
from argmap.reports.printable import cut, folded
from argmap.text import Span

_MOST: Final = 500
_LONGEST: Final = 120


def definition(page: Page, position: Position) -> list[Location]:
    """Return where the id at a place is given."""
    places = _places(page, position)
    given = [one.span for one in places if one.is_definition]
    return _locations(page, given or _elsewhere(page, position))


def references(page: Page, position: Position, *, with_definition: bool) -> list[Location]:
    """Return where the id at a place is meant, in all files of the map."""
    places = _places(page, position)
    return _locations(
        page, [one.span for one in places if with_definition or not one.is_definition]
    )


def highlights(page: Page, position: Position) -> list[DocumentHighlight]:
    """Return where the id at a place stands in the same file."""
    return [
        DocumentHighlight(
            page.positions.range(one.span),
            DocumentHighlightKind.Write if one.is_definition else DocumentHighlightKind.Read,
        )
        for one in _places(page, position)
        if one.span.path == page.file.path
    ]


def outline(page: Page) -> list[DocumentSymbol]:
    """Return what stands in a file: sections, and in them claims and evidence; then sources."""
    given = [one for one in page.looked.in_file(page.file) if one.is_definition]
    nodes = [(node, one) for one in given if (node := _node_of(page, one)) is not None]
    found = []
    for section, members in groupby(nodes, lambda pair: pair[0].section):
        symbols = [_symbol(page, node, one) for node, one in members]
        found += [_group(section, SymbolKind.Namespace, symbols)] if section else symbols
    sources = [_source(page, one) for one in given if one.what is Named.SOURCE]
    if sources:
        found.append(_group("sources", SymbolKind.Package, sources))
    return sorted(found, key=lambda one: (one.range.start.line, one.range.start.character))


def symbols_like(pages: Iterable[Page], query: str) -> list[SymbolInformation]:
    """Return the nodes of maps that have some letters in their id or text."""
    wanted = query.casefold()
    found: dict[tuple[str, int, str], SymbolInformation] = {}
    for page in pages:
        for node in page.looked.map.nodes:
            if node.span and wanted in f"{node.id}\n{node.text}".casefold():
                made = SymbolInformation(
                    _place(page, node.span), f"{node.id}: {_short(node.text)}", _kind(node)
                )
                found.setdefault((made.location.uri, node.span.start, node.id), made)
                if len(found) >= _MOST:
                    return list(found.values())
    return list(found.values())


def _places(page: Page, position: Position) -> Sequence[Occurrence]:
    one = page.looked.at(page.file, page.positions.offset(page.file, position))
    return page.looked.places[page.looked.target(one)] if one else ()


def _elsewhere(page: Page, position: Position) -> list[Span]:
    """Return where something is that is not in the claim files, or is not named by itself."""
    one = page.looked.at(page.file, page.positions.offset(page.file, position))
    if one is None:
        return []
    the_map = page.looked.map
    what, name = page.looked.target(one)
    if what is Named.SOURCE:
        span = the_map.sources_by_id[name].span if name in the_map.sources_by_id else None
    else:
        relation = the_map.relations_by_id.get(name)
        span = relation.span if relation else None
    return [span] if span else []


def _locations(page: Page, spans: Iterable[Span]) -> list[Location]:
    return [_place(page, span) for span in spans]


def _place(page: Page, span: Span) -> Location:
    return Location(page.uri_of(span.file), page.positions.range(span))


def _node_of(page: Page, one: Occurrence) -> Node | None:
    if one.what is not Named.NODE:
        return None
    return page.looked.map.nodes_by_id.get(one.id)


def _symbol(page: Page, node: Node, one: Occurrence) -> DocumentSymbol:
    place = page.positions.range(one.span)
    return DocumentSymbol(node.id, _kind(node), _whole(page, one), place, _short(node.text))


def _source(page: Page, one: Occurrence) -> DocumentSymbol:
    source = page.looked.map.sources_by_id.get(one.id)
    place = page.positions.range(one.span)
    title = _short(source.title) if source else ""
    return DocumentSymbol(one.id, SymbolKind.File, _whole(page, one), place, title)


def _whole(page: Page, one: Occurrence) -> Range:
    return page.positions.range(one.whole or one.span)


def _group(name: str, kind: SymbolKind, symbols: list[DocumentSymbol]) -> DocumentSymbol:
    whole = Range(symbols[0].range.start, symbols[-1].range.end)
    return DocumentSymbol(folded(name), kind, whole, symbols[0].selection_range, children=symbols)


def _kind(node: Node) -> SymbolKind:
    return SymbolKind.Class if isinstance(node, Claim) else SymbolKind.Constant


def _short(text: str) -> str:
    return cut(folded(text), _LONGEST)
