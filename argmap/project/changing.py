"""Claim files written anew: as a whole, and only where they are still what was read."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from argmap.findings import UsageError
from argmap.project.disk import shown, write_text
from argmap.project.loaded import LoadedMap
from argmap.text import TextFile

_BYTE_ORDER_MARK: Final = "\ufeff"


@frozen
class ChangedFile:
    """A claim file, and what it is to become.

    Attributes:
        file: as it was read.
        path: where it lies; None where it was not read from the disk.
        text: what it is to become.
        places: how many places of it change.
    """

    file: TextFile
    path: Path | None
    text: str
    places: int


def path_of(loaded: LoadedMap, file: TextFile) -> Path | None:
    """Return where a file of a map lies; None where it was not read from the disk."""
    files = loaded.origin.files if loaded.origin else ()
    return next((path for path in files if shown(path) == file.path), None)


def write_changed(files: Sequence[ChangedFile]) -> None:
    """Write files, each as a whole; a byte order mark is kept.

    Raises:
        UsageError: before anything is written, when a file is no longer what was read; and when
            the disk refuses.
    """
    marks = [_mark_of(file) for file in files]
    for file, mark in zip(files, marks, strict=True):
        if file.path is not None:
            write_text(file.path.resolve(), mark + file.text)


def _mark_of(file: ChangedFile) -> str:
    """Return the byte order mark that a file on the disk has, once it is as it was read."""
    if file.path is None:
        return ""
    text = file.path.read_bytes().decode("utf-8", "replace")
    if text.removeprefix(_BYTE_ORDER_MARK) != file.file.text:
        message = f"'{file.file.path}' was changed meanwhile; nothing was written, try again"
        raise UsageError(message)
    return text[: text.startswith(_BYTE_ORDER_MARK)]
