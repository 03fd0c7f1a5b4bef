"""Another id for what a place names, in all files of the map, saved or not."""

from collections.abc import Iterable
from typing import Final

from lsprotocol.types import (
    OptionalVersionedTextDocumentIdentifier,
    Position,
    PrepareRenamePlaceholder,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from argmap.findings import UsageError
from argmap.formats.argdown.native import is_usable_id, squeezed
from argmap.lsp.desk import Page
from argmap.lsp.edits import edits
from argmap.lsp.looking import Target
from argmap.project import LoadedMap
from argmap.project.renaming import ids_of, renamed_files

_NOT_IN_TITLE: Final = frozenset("[]<>\n\r\\{}")


def prepare(page: Page, position: Position) -> PrepareRenamePlaceholder:
    """Return the id at a place that can be renamed.

    Raises:
        UsageError: when there is none, or it cannot be renamed.
    """
    one = page.looked.at(page.file, page.positions.offset(page.file, position))
    if one is None:
        message = "no id stands here that could be renamed"
        raise UsageError(message)
    loaded, (_, name) = _renamable(page, page.looked.target(one))
    shown = name if loaded.format == "argmap" else one.span.text[1:-1]
    return PrepareRenamePlaceholder(page.positions.range(one.span), shown)


def rename(page: Page, position: Position, new: str) -> WorkspaceEdit:
    """Return the edits that give what a place names another id.

    Raises:
        UsageError: when it cannot have it.
    """
    one = page.looked.at(page.file, page.positions.offset(page.file, position))
    if one is None:
        message = "no id stands here that could be renamed"
        raise UsageError(message)
    loaded, (what, name) = _renamable(page, page.looked.target(one))
    if not page.looked.is_native:
        return _in_argdown(page, (what, name), one.span.text, new)
    changed = renamed_files(loaded, what, name, new)
    return workspace_edit(
        page,
        ((page.uri_of(each.file), edits(each.file, each.text, page.positions)) for each in changed),
    )


def workspace_edit(page: Page, changes: Iterable[tuple[str, list[TextEdit]]]) -> WorkspaceEdit:
    """Return edits of several files, which hold for what is open as it is now."""
    if not page.takes_versions:
        return WorkspaceEdit(changes={uri: list(made) for uri, made in changes})
    return WorkspaceEdit(
        document_changes=[
            TextDocumentEdit(
                OptionalVersionedTextDocumentIdentifier(uri, page.versions.get(uri)), list(made)
            )
            for uri, made in changes
        ]
    )


def _renamable(page: Page, target: Target) -> tuple[LoadedMap, Target]:
    """Return the map of what can be renamed.

    Raises:
        UsageError: when it cannot.
    """
    loaded, (what, name) = page.looked.loaded, target
    if loaded is None:
        message = "this file belongs to no map that can be read"
        raise UsageError(message)
    if name not in ids_of(loaded, what):
        is_known = name in loaded.map.nodes_by_id or name in loaded.map.relations_by_id
        reason = "is named by its ends; rename these" if is_known else "is not in the map yet"
        message = f"'{name}' {reason}"
        raise UsageError(message)
    if page.looked.is_native and not any(one.is_definition for one in page.looked.places[target]):
        message = f"'{name}' is given in a bibliography; rename it there"
        raise UsageError(message)
    return loaded, target


def _in_argdown(page: Page, target: Target, written: str, new: str) -> WorkspaceEdit:
    """Return the edits that put another title in place of one.

    Raises:
        UsageError: when it is no title, or is taken, or the file is put together of several.
    """
    if "@include(" in page.file.text:
        message = "the file includes others, in which the title may stand; rename it by hand"
        raise UsageError(message)
    title = " ".join(new.split())
    if not title or _NOT_IN_TITLE & set(new) or title.startswith("-"):
        message = f"'{new}' is no title of Argdown: leave out [ ] < > {{ }} and \\"
        raise UsageError(message)
    the_map = page.looked.map
    is_id = is_usable_id(title)
    if is_id and (title in the_map.nodes_by_id or title in the_map.relations_by_id):
        message = f"'{title}' is taken in the map; choose another title"
        raise UsageError(message)
    opening, closing = written[0], written[-1]
    if any(
        _title(one.span.text) == f"{opening}{title}{closing}" for one in page.looked.occurrences
    ):
        message = f"'{title}' is taken in the map; choose another title"
        raise UsageError(message)
    places = page.looked.places[target]
    made = [
        TextEdit(page.positions.range(one.span), f"{one.span.text[0]}{title}{one.span.text[-1]}")
        for one in places
    ]
    return workspace_edit(page, [(page.uri_of(page.file), made)])


def _title(written: str) -> str:
    return f"{written[0]}{squeezed(written[1:-1])}{written[-1]}"
