"""Texts on the disk: read with care, written as a whole or not at all."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path
from typing import Final

from argmap.findings import Finding, Severity, UsageError
from argmap.project.unsaved import NOTHING_UNSAVED, Unsaved
from argmap.text import TextFile, printable

MAX_BYTES: Final = 64 * 1024 * 1024
"""A claim file of this size holds some 300,000 nodes; a larger one is a mistake."""

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def shown(path: Path) -> str:
    """Return a path as people are shown it: from the working directory, with forward slashes."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - keeps links, unlike Path.resolve
    here = Path.cwd()
    shared = 0
    for one, other in zip(absolute.parts, here.parts, strict=False):
        if one != other:
            break
        shared += 1
    # With only the root of the disk in common, `../../..` is no help to anybody.
    if shared > 1 or absolute.is_relative_to(here):
        up = ("..",) * (len(here.parts) - shared)
        absolute = Path(*up, *absolute.parts[shared:])
    return printable(absolute.as_posix())


def read_text_file(
    path: Path, max_bytes: int = MAX_BYTES, unsaved: Unsaved = NOTHING_UNSAVED
) -> tuple[TextFile, Finding | None]:
    """Read a text in UTF-8, with or without a byte order mark.

    What cannot be read or decoded comes back as a finding, beside the part that could.

    Args:
        path: the file.
        max_bytes: the size beyond which it is not read.
        unsaved: texts that count in place of those on the disk.
    """
    name = shown(path)
    if unsaved and path.absolute() in unsaved:
        return TextFile(name, unsaved[path.absolute()].removeprefix("\ufeff")), None
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return _unread(name, "it is not a regular file", "put a text file in its place")
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except PermissionError:
        return _unread(name, "permission denied", "make the file readable for you")
    except OSError as error:
        return _unread(name, reason_of(error), "put a text file in its place, or remove it")
    if len(content) > max_bytes:
        size = f"{max_bytes / 1024 / 1024:g} MB"
        return _unread(name, f"it is larger than {size}", "split it into several files")
    return decoded(name, content)


def decoded(name: str, content: bytes) -> tuple[TextFile, Finding | None]:
    """Decode a text from UTF-8, with or without a byte order mark.

    Args:
        name: the path of the text, as it is to be shown.
        content: its bytes.
    """
    if content.startswith(_UTF_16):
        return _unread(name, "it is in UTF-16", "save it in UTF-8")
    content = content.removeprefix(_BYTE_ORDER_MARK)
    try:
        return TextFile(name, content.decode("utf-8")), None
    except UnicodeDecodeError as error:
        file = TextFile(name, content.decode("utf-8", "replace"))
        start = len(content[: error.start].decode("utf-8"))
        finding = invalid_file(
            f"byte 0x{content[error.start]:02x} is not UTF-8",
            file,
            start,
            help="save the file in UTF-8; the rest of it was read",
        )
        return file, finding


def invalid_file(message: str, file: TextFile, start: int = 0, *, help: str) -> Finding:  # noqa: A002 - the name that the field of a finding has
    """Return the finding that a file could not be read as it should be."""
    span = file.span(start, min(start + 1, len(file.text)))
    return Finding(101, "invalid-file", Severity.ERROR, message, span, help=help)


def write_text(path: Path, text: str) -> bool:
    """Write a text in UTF-8 as a whole, and say whether that changed the disk.

    An equal file is left alone, with its time. Otherwise the text goes to a new file beside the
    old one, which then takes its place and its permissions.

    Args:
        path: the file; directories that are missing are made.
        text: what it is to hold, with the line ends that it is to have.

    Raises:
        UsageError: when the disk refuses.
    """
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> bool:
    """Write a file as `write_text` does, and say whether that changed the disk.

    Raises:
        UsageError: when the disk refuses.
    """
    if holds(path, content):
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
    except OSError as error:
        message = f"cannot write '{shown(path)}': {reason_of(error)}; choose another place"
        raise UsageError(message) from error
    return True


def holds(path: Path, content: bytes) -> bool:
    """Say whether a file is there and holds exactly these bytes."""
    try:
        if path.is_symlink() or path.stat().st_size != len(content):
            return False
        return path.read_bytes() == content
    except OSError:
        return False


def reason_of(error: OSError) -> str:
    """Return why the disk refused, as part of a message."""
    reason = error.strerror or str(error)
    return reason[:1].lower() + reason[1:]


def _replace(path: Path, content: bytes) -> None:
    descriptor, temporary = tempfile.mkstemp(prefix=".argmap-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _mode(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _unread(name: str, reason: str, what_to_do: str) -> tuple[TextFile, Finding]:
    file = TextFile(name, "")
    return file, invalid_file(f"the file cannot be read: {reason}", file, help=what_to_do)
