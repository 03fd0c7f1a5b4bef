"""Maps in other formats: told from claim files, and read with what lies beside them."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from argmap.claimfile.keys import FILE
from argmap.project.bibliographies import place_of
from argmap.project.discovery import SUFFIXES
from argmap.project.disk import read_text_file
from argmap.project.unsaved import NOTHING_UNSAVED, Unsaved
from argmap.text import TextFile

if TYPE_CHECKING:
    from argmap.formats import Beside, Format

_OURS: Final = re.compile(rf"^(?:{'|'.join(key.name for key in FILE.keys)})[ \t]*:", re.MULTILINE)


def foreign_format(files: Sequence[TextFile]) -> "Format | None":
    """Return the format of a map that is no claim file; None for claim files.

    Raises:
        UnknownFormatError: when it is in no format that argmap reads.
    """
    if len(files) != 1:
        return None
    (file,) = files
    suffix = PurePath(file.path).suffix.lower()
    may_be_ours = suffix in SUFFIXES or not suffix
    if may_be_ours and _OURS.search(file.text):
        return None
    # Most runs read claim files only.
    from argmap.formats import FORMATS, UnknownFormatError, format_of  # noqa: PLC0415

    try:
        found = format_of(file)
    except UnknownFormatError:
        if may_be_ours:
            return None
        raise
    return None if found is FORMATS[0] else found


def beside(path: Path, root: Path, unsaved: Unsaved = NOTHING_UNSAVED) -> "Beside":
    """Return what gives the texts of files by their paths from a file.

    Args:
        path: the file.
        root: the root of its project, outside of which nothing is read.
        unsaved: texts that count in place of those on the disk.
    """

    def find(written: str) -> TextFile | None:
        where = place_of(path.parent, written, root)
        if isinstance(where, str) or not where.is_file():
            return None
        return read_text_file(where, unsaved=unsaved)[0]

    return find
