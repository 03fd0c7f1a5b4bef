"""Maps written back, as claim files or in other formats."""

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.claimfile import write
from argmap.findings import UsageError
from argmap.model import ArgumentMap
from argmap.project.discovery import SUFFIXES
from argmap.project.disk import shown, write_text
from argmap.project.loaded import NATIVE

if TYPE_CHECKING:
    from argmap.formats import Format, Written


def dumps(argument_map: ArgumentMap, format: str = NATIVE) -> str:  # noqa: A002 - as in open()
    """Return a map as the canonical text of one claim file, or in another format.

    What another format has no place for is left out; `argmap.format_named(format).write` says
    what that is, and gives the further files that a format may consist of.

    Args:
        argument_map: the map.
        format: its name, one of those of `argmap.FORMATS`.

    Raises:
        UsageError: for a name that no format has.
    """
    if format == NATIVE:
        return write(argument_map)
    return _format(format).write(argument_map).text


def save(argument_map: ArgumentMap, path: str | Path) -> bool:
    """Write a map to one file, and say whether that changed the disk.

    The file is written as a whole or not at all; one that is equal is left alone. It is a claim
    file, or in the format that its suffix is that of, and then with its further files.

    Args:
        argument_map: the map.
        path: the file, whose directory is made where it is not there.

    Raises:
        UsageError: when it cannot be written, or its suffix is that of no format, or of several.
    """
    path = Path(path)
    if path.suffix.lower() in SUFFIXES:
        return write_text(path, write(argument_map))
    return write_all(path, _format_of(path).write(argument_map))


def write_all(path: Path, written: "Written") -> bool:
    """Write a text and the files that belong to it, and say whether that changed the disk.

    Raises:
        UsageError: when the disk refuses.
    """
    texts = {path: written.text}
    texts |= {path.with_name(path.stem + end): text for end, text in written.beside.items()}
    changed = [write_text(place, text) for place, text in texts.items()]
    return any(changed)


def _format(name: str) -> "Format":
    from argmap.formats import format_named  # noqa: PLC0415 - as in _format_of

    return format_named(name)


def _format_of(path: Path) -> "Format":
    # Most runs write claim files only.
    from argmap.formats import format_of_path  # noqa: PLC0415

    found = format_of_path(path.name)
    if found is None:
        message = (
            f"the suffix of '{shown(path)}' does not tell one format; see `argmap formats`, "
            "and use `dumps` with a format's name"
        )
        raise UsageError(message)
    return found
