"""Every place of an Argdown file where a title stands: where it is given, and where it is meant."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from argmap.claimfile.occurrences import Occurrence
from argmap.claimfile.renaming import Named
from argmap.formats.argdown.cleaning import Cleaned, clean
from argmap.formats.argdown.native import squeezed
from argmap.formats.argdown.places import Piece, Places
from argmap.formats.argdown.values import mapping
from argmap.model import ArgumentMap, Node, Relation
from argmap.text import TextFile

_TITLE: Final = re.compile(
    r"\\[\s\S]"
    r"|(\[(?!-)[^\]\n]{1,500}\])(?!\()[ \t]*(:?)"
    r"|(<(?!-)[^>\n]{1,500}>)[ \t]*(:?)"
    r"|\[[^\]\n]{1,500}\]\([^)\n]{1,2000}\)"
)


def occurrences_in(file: TextFile, argument_map: ArgumentMap) -> tuple[Occurrence, ...]:
    """Return every place where a title stands, in the order of the text.

    Args:
        file: the file; what it includes is not looked at.
        argument_map: the map that it was read as, which gives the ids of titles.
    """
    cleaned = clean(file.text, Places([Piece(0, file, 0)]))
    written = tuple(_written(cleaned))
    ids = _ids_by_title(argument_map)
    wholes = _wholes(argument_map, file)
    defined = {sign for sign, _, _, is_definition in written if is_definition}
    found = []
    for sign, start, end, is_definition in written:
        span = file.span(start, end)
        what, name = ids.get(_key(sign), (Named.NODE, squeezed(sign[1:-1])))
        whole = None
        if is_definition or sign not in defined:
            defined.add(sign)
            whole = file.span(start, max(end, wholes.get(start, end)))
        found.append(Occurrence(name, what, span, whole))
    return tuple(found)


def _written(cleaned: Cleaned) -> Iterator[tuple[str, int, int, bool]]:
    """Give the titles that are written, with their places in the file."""
    for found in _TITLE.finditer(cleaned.text):
        for group in (1, 3):
            if found[group]:
                start, end = found.span(group)
                first, last = cleaned.origin(start), cleaned.origin(end - 1) + 1
                if last - first == end - start:  # no comment stands inside
                    yield found[group], first, last, bool(found[group + 1])


def _ids_by_title(argument_map: ArgumentMap) -> Mapping[str, tuple[Named, str]]:
    found: dict[str, tuple[Named, str]] = {}
    for node in argument_map.nodes:
        kept = mapping(node.data.get("argdown"))
        brackets = "<{}>" if kept.get("argument") is True else "[{}]"
        found.setdefault(brackets.format(_title(node, kept)), (Named.NODE, node.id))
    for relation in argument_map.relations:
        if relation.is_named:
            title = _title(relation, mapping(relation.data.get("argdown")))
            found.setdefault(f"<{title}>", (Named.RELATION, relation.id))
    return found


def _title(one: Node | Relation, kept: Mapping[str, object]) -> str:
    title = kept.get("title")
    return squeezed(title) if isinstance(title, str) else one.id


def _key(sign: str) -> str:
    return f"{sign[0]}{squeezed(sign[1:-1])}{sign[-1]}"


def _wholes(argument_map: ArgumentMap, file: TextFile) -> dict[int, int]:
    """Return where what is written of a node ends, by where it begins."""
    spans = (node.span for node in argument_map.nodes)
    return {span.start: span.end for span in spans if span and span.path == file.path}
