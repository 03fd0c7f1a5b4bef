"""Fixes of findings, as `argmap check` shows them with --diff and applies them with --fix."""

from collections.abc import Sequence

import click

from argmap.cli.diffs import print_diff
from argmap.project import ChangedFile, LoadedMap, fixed_files, write_changed
from argmap.reports import CheckedMap, counted


def show_fixes(maps: Sequence[LoadedMap], found: Sequence[CheckedMap]) -> None:
    """Print what fixes would change, and say how much that is."""
    files = _fixed(maps, found)
    for file in files:
        print_diff(file.file.path, file.file.text, file.text, "fixed")
    click.echo(f"would fix {_told(files)}" if files else "nothing can be fixed", err=True)


def apply_fixes(maps: Sequence[LoadedMap], found: Sequence[CheckedMap]) -> bool:
    """Write files with the fixes of what was found, say how much that is, and whether it is any.

    Raises:
        UsageError: when a file was changed meanwhile; then nothing is written.
    """
    files = _fixed(maps, found)
    write_changed(files)
    click.echo(f"fixed {_told(files)}" if files else "nothing can be fixed", err=True)
    return bool(files)


def _fixed(maps: Sequence[LoadedMap], found: Sequence[CheckedMap]) -> tuple[ChangedFile, ...]:
    """Return the files that fixes change, each once: a file may be part of two maps."""
    files = (
        file
        for loaded, checked in zip(maps, found, strict=True)
        for file in fixed_files(loaded, checked.findings)
    )
    return tuple({file.file.path: file for file in files}.values())


def _told(files: Sequence[ChangedFile]) -> str:
    places = sum(file.places for file in files)
    return f"{counted(places, 'place')} in {counted(len(files), 'file')}"
