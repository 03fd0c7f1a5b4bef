"""What kind of file a source is in: by the end of its name, and by how it begins."""

from enum import Enum
from pathlib import PurePath
from typing import Final

from argmap.extract.problems import SourceTextError


class FileKind(Enum):
    """The kinds of files that source texts are read from."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"


_SUFFIXES: Final = {
    ".htm": FileKind.HTML,
    ".html": FileKind.HTML,
    ".markdown": FileKind.MARKDOWN,
    ".md": FileKind.MARKDOWN,
    ".mdown": FileKind.MARKDOWN,
    ".mkd": FileKind.MARKDOWN,
    ".pdf": FileKind.PDF,
    ".shtml": FileKind.HTML,
    ".text": FileKind.PLAIN,
    ".txt": FileKind.PLAIN,
    ".xht": FileKind.HTML,
    ".xhtml": FileKind.HTML,
}
_FOREIGN: Final = (
    (b"PK\x03\x04", "a zip archive, as Word, OpenDocument and EPUB files are"),
    (b"\xd0\xcf\x11\xe0", "a file of an old Office"),
    (b"{\\rtf", "a rich text file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_PDF: Final = b"%PDF-"
_BEFORE_PDF: Final = 1024  # bytes of other things that readers of PDF pass over
_PAGES: Final = (b"<!doctype html", b"<html")
_LOOKED_AT: Final = 512


def kind_of(name: str, content: bytes) -> FileKind:
    """Return the kind of a file.

    A PDF is known by its beginning, whatever its name; all else by the end of its name. Without a
    known end it is HTML where it begins as that, and plain text otherwise.

    Args:
        name: its name or path.
        content: its bytes.

    Raises:
        SourceTextError: when it is of a kind that argmap does not read.
    """
    if content.startswith(_PDF):
        return FileKind.PDF
    for beginning, what in _FOREIGN:
        if content.startswith(beginning):
            message = f"it is {what}; save it as text, Markdown, HTML or PDF"
            raise SourceTextError(message)
    kind = _SUFFIXES.get(PurePath(name).suffix.lower())
    is_page = content[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGES)
    if kind is FileKind.PDF and _PDF not in content[:_BEFORE_PDF]:
        what = "an HTML page, as for a failed download" if is_page else "no PDF"
        message = f"it is {what}; get another copy, or name it for what it is"
        raise SourceTextError(message)
    return kind or (FileKind.HTML if is_page else FileKind.PLAIN)
