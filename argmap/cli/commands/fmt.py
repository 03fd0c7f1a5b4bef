"""`argmap fmt`: claim files in their canonical form."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from argmap.claimfile import format_text
from argmap.cli.diffs import print_diff
from argmap.cli.gather import painted
from argmap.cli.options import examples, only_check_option, paths_argument
from argmap.findings import Finding, Severity, UsageError
from argmap.project import (
    Project,
    claim_files,
    find_project,
    maps_of,
    read_text_file,
    shown,
    write_text,
)
from argmap.project.discovery import SUFFIXES, reviews_directory
from argmap.reports import counted, finding_text
from argmap.text import TextFile


@click.command(epilog=examples("argmap fmt", "argmap fmt claims/city --check --diff"))
@paths_argument
@only_check_option
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show the differences.")
@click.pass_context
def fmt(
    context: click.Context, *, paths: tuple[Path, ...], only_check: bool, show_diff: bool
) -> None:
    """Write claim files in their canonical form: keys in order, one item a line, comments kept.

    PATHS are claim files or directories of them. Without any, all claim files of the project are
    formatted. A file with errors is left as it is, and they are reported.
    """
    changed = alone = 0
    findings = list[Finding]()
    for path in _files(find_project(paths[0] if paths else None), paths):
        file, text, errors = _formatted(path)
        findings += errors
        if errors or text == file.text:
            alone += 1
            continue
        changed += 1
        if show_diff:
            print_diff(file.path, file.text, text, "canonical")
        if not (only_check or show_diff):
            write_text(path.resolve(), text)
        if only_check or not show_diff:
            click.echo(f"{'would change' if only_check else 'changed'} {file.path}")
    for finding in findings:
        click.echo(finding_text(finding, painted), nl=False, err=True)
    verb = "would change" if only_check or show_diff else "changed"
    click.echo(f"{verb} {counted(changed, 'file')}, left {alone} alone", err=True)
    context.exit(int(bool(findings or (only_check and changed))))


def _formatted(path: Path) -> tuple[TextFile, str, list[Finding]]:
    """Return a file, its canonical text, and the errors for which it has none."""
    file, unread = read_text_file(path)
    if unread is not None:
        return file, file.text, [unread]
    text, findings = format_text(file)
    return file, text, [one for one in findings if one.severity is Severity.ERROR]


def _claim_file(path: Path) -> Path:
    if path.suffix.lower() in SUFFIXES:
        return path
    message = f"'{shown(path)}' is no claim file: their names end in .yaml or .yml"
    raise UsageError(message)


def _files(project: Project, paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the claim files that paths stand for, each once."""
    found: dict[Path, None] = {}
    reviews = {_absolute(reviews_directory(one)) for one in maps_of(project)}
    for path in paths or [project.claims]:
        if path.is_dir():
            files, _ = claim_files(path, project.root)
            found |= {one: None for one in files if reviews.isdisjoint(_absolute(one).parents)}
        elif path.exists():
            found[_claim_file(path)] = None
        elif paths:
            message = f"there is no '{shown(path)}'"
            raise UsageError(message)
    if not found:
        places = ", ".join(f"'{shown(path)}'" for path in paths or [project.claims])
        message = f"there is no claim file in {places}; their names end in .yaml or .yml"
        raise UsageError(message)
    return tuple(found)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - keeps links, unlike Path.resolve
