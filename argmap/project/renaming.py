"""Another id for something in a map: refused where it cannot be, else written in all files."""

import re
from typing import Final

from argmap.claimfile.renaming import Named, with_id
from argmap.findings import UsageError
from argmap.project.changing import ChangedFile, path_of
from argmap.project.loaded import NATIVE, LoadedMap

_ID: Final = re.compile(r"[^\W_][\w.-]*")


def ids_of(one: LoadedMap, what: Named) -> set[str]:
    """Return the ids of a map that can be others."""
    if what is Named.NODE:
        return {node.id for node in one.map.nodes}
    if what is Named.SOURCE:
        return {source.id for source in one.map.sources}
    return {relation.id for relation in one.map.relations if relation.is_named}


def renamed_files(one: LoadedMap, what: Named, old: str, new: str) -> tuple[ChangedFile, ...]:
    """Return the claim files of a map that another id changes, in canonical form.

    Args:
        one: the map; it is in claim files.
        what: what has the id.
        old: the id that goes.
        new: the id that comes.

    Raises:
        UsageError: when the new id is none or is taken, or a file has errors.
    """
    _refuse(one, old, new)
    changed = []
    # A text that is no file comes first; what it takes sources from comes behind it.
    for file in one.files if one.origin else one.files[:1]:
        path = path_of(one, file)
        if path is None and one.origin:
            continue
        text, places, findings = with_id(file, what, old, new)
        if findings:
            message = f"'{file.path}' has errors; see `argmap check`, and rename it then"
            raise UsageError(message)
        if places:
            changed.append(ChangedFile(file, path, text, places))
    return tuple(changed)


def _refuse(one: LoadedMap, old: str, new: str) -> None:
    """Refuse an id that is none, or is taken.

    Raises:
        UsageError: saying why.
    """
    if one.format != NATIVE:
        message = f"the map {one.name} is in no claim file; `argmap convert` makes one of it"
        raise UsageError(message)
    if not _ID.fullmatch(new):
        message = f"'{new}' is no id: begin with a letter or digit, then letters, digits, - _ ."
        raise UsageError(message)
    taken = {known.casefold() for what in Named for known in ids_of(one, what)}
    taken |= {
        alias.casefold() for node in one.map.nodes if node.id != old for alias in node.aliases
    }
    if new.casefold() in taken - {old.casefold()} or new == old:
        message = f"'{new}' is taken in the map {one.name}; choose another id"
        raise UsageError(message)
