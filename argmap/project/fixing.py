"""Fixes applied to claim files: each stretch is replaced, and all the rest stays as it is."""

from collections.abc import Iterable
from typing import Final

from argmap.findings import Finding, Fix
from argmap.project.changing import ChangedFile, path_of
from argmap.project.loaded import NATIVE, LoadedMap

_INVALID_FILE: Final = 101


def with_fixes(text: str, fixes: Iterable[Fix]) -> tuple[str, tuple[Fix, ...]]:
    """Return a text with fixes, and which of them were applied.

    Of fixes that overlap, the one that begins first is applied.

    Args:
        text: the whole text of the file that the fixes are for.
        fixes: in any order.
    """
    parts, applied, place = [], list[Fix](), 0
    once = {(fix.span.start, fix.span.end, fix.replacement): fix for fix in fixes}
    for fix in sorted(once.values(), key=lambda fix: (fix.span.start, fix.span.end)):
        if fix.span.start < place:
            continue
        parts += [text[place : fix.span.start], fix.replacement]
        place = fix.span.end
        applied.append(fix)
    return "".join((*parts, text[place:])), tuple(applied)


def fixed_files(loaded: LoadedMap, findings: Iterable[Finding]) -> tuple[ChangedFile, ...]:
    """Return the files of a map that fixes change, with the fixes of some findings.

    A file that could not be read in full is left alone, and so is one of another format.
    """
    if loaded.format != NATIVE:
        return ()
    broken = {
        finding.span.path
        for finding in loaded.findings
        if finding.code == _INVALID_FILE and finding.span is not None
    }
    by_path: dict[str, list[Fix]] = {}
    for finding in findings:
        for fix in finding.fixes:
            by_path.setdefault(fix.span.path, []).append(fix)
    found = []
    for file in loaded.files:
        if file.path in by_path and file.path not in broken:
            text, fixes = with_fixes(file.text, by_path[file.path])
            found.append(ChangedFile(file, path_of(loaded, file), text, len(fixes)))
    return tuple(found)
