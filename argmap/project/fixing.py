"""Fixes applied to claim files: each stretch is replaced, and all the rest stays as it is."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from argmap.findings import Finding, Fix, UsageError
from argmap.project.disk import shown, write_text
from argmap.project.loading import LoadedMap
from argmap.text import TextFile

_INVALID_FILE: Final = 101
_BYTE_ORDER_MARK: Final = "\ufeff"


@frozen
class FixedFile:
    """A claim file, and what it is with fixes.

    Attributes:
        file: as it was read.
        path: where it lies; None where it was not read from the disk.
        text: as it is with the fixes.
        fixes: those that were applied.
    """

    file: TextFile
    path: Path | None
    text: str
    fixes: tuple[Fix, ...]


def with_fixes(text: str, fixes: Iterable[Fix]) -> tuple[str, tuple[Fix, ...]]:
    """Return a text with fixes, and which of them were applied.

    Of fixes that overlap, the one that begins first is applied.

    Args:
        text: the whole text of the file that the fixes are for.
        fixes: in any order.
    """
    parts, applied, place = [], list[Fix](), 0
    for fix in sorted(fixes, key=lambda fix: (fix.span.start, fix.span.end)):
        if fix.span.start < place or fix in applied[-1:]:
            continue
        parts += [text[place : fix.span.start], fix.replacement]
        place = fix.span.end
        applied.append(fix)
    return "".join((*parts, text[place:])), tuple(applied)


def fixed_files(loaded: LoadedMap, findings: Iterable[Finding]) -> tuple[FixedFile, ...]:
    """Return the files of a map that fixes change, with the fixes of some findings.

    A file that could not be read in full is left alone.
    """
    broken = {
        finding.span.path
        for finding in loaded.findings
        if finding.code == _INVALID_FILE and finding.span is not None
    }
    by_path: dict[str, list[Fix]] = {}
    for finding in findings:
        for fix in finding.fixes:
            by_path.setdefault(fix.span.path, []).append(fix)
    paths = {shown(path): path for path in loaded.origin.files} if loaded.origin else {}
    return tuple(
        FixedFile(file, paths.get(file.path), *with_fixes(file.text, by_path[file.path]))
        for file in loaded.files
        if file.path in by_path and file.path not in broken
    )


def write_fixed(files: Sequence[FixedFile]) -> None:
    """Write files with their fixes, each as a whole; a byte order mark is kept.

    Raises:
        UsageError: before anything is written, when a file is no longer what was read; and when
            the disk refuses.
    """
    marks = [_mark_of(file) for file in files]
    for file, mark in zip(files, marks, strict=True):
        if file.path is not None:
            write_text(file.path.resolve(), mark + file.text)


def _mark_of(file: FixedFile) -> str:
    """Return the byte order mark that a file on the disk has, once it is as it was read."""
    if file.path is None:
        return ""
    text = file.path.read_bytes().decode("utf-8", "replace")
    if text.removeprefix(_BYTE_ORDER_MARK) != file.file.text:
        message = (
            f"'{file.file.path}' was changed while it was checked; nothing was fixed, try again"
        )
        raise UsageError(message)
    return text[: text.startswith(_BYTE_ORDER_MARK)]
