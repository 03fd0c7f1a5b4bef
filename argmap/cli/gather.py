"""What several commands begin with: the project, its maps, and what is wrong with them."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import click
from attrs import evolve

from argmap.checks import examine
from argmap.cli.options import names_of
from argmap.findings import Finding, UsageError
from argmap.nearest import hint, nearest
from argmap.project import (
    LoadedMap,
    OnDisk,
    Project,
    decoded,
    find_project,
    joined,
    load_earlier,
    load_maps,
    load_texts,
    shown,
)
from argmap.project.beside_texts import texts_of
from argmap.project.clock import today
from argmap.project.disk import MAX_BYTES
from argmap.project.loaded import NATIVE
from argmap.reports import CheckedMap, Role
from argmap.text import TextFile

if TYPE_CHECKING:
    from argmap.project.source_texts import SourceTexts

STANDARD_STREAM: Final = Path("-")
"""The path that stands for standard input, or for standard output."""

NO_PATHS: Final[Mapping[str, Path]] = MappingProxyType({})

_COLOURS: Final[dict[Role, str | None]] = {
    "error": "red",
    "warning": "yellow",
    "info": "blue",
    "place": None,
    "help": "cyan",
}


def project_of(paths: Sequence[Path]) -> Project:
    """Return the project of the first path, or of the working directory."""
    return find_project(next((path for path in paths if path != STANDARD_STREAM), None))


def loaded(
    project: Project, paths: Sequence[Path], stdin_filename: str = "<stdin>"
) -> tuple[LoadedMap, ...]:
    """Read the maps that paths stand for; all of the project where none is given.

    Raises:
        UsageError: when a path does not exist, or nothing was there to be read.
    """
    on_disk = [path for path in paths if path != STANDARD_STREAM]
    maps = load_maps(project, on_disk) if on_disk or not paths else ()
    if STANDARD_STREAM in paths:
        maps = (*maps, _from_standard_input(project, stdin_filename))
    maps = tuple(one for one in maps if one.files or one.findings)
    if not maps:
        raise UsageError(_nothing(project, on_disk))
    return maps


def checked(
    maps: Sequence[LoadedMap],
    project: Project,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    given: Mapping[str, Path] = NO_PATHS,
    kept: "SourceTexts | None" = None,
) -> tuple[CheckedMap, ...]:
    """Check maps, beside their sources, by the rules that configuration and command line name.

    Args:
        maps: what was read.
        project: whose configuration counts.
        select: rules in place of the configuration's.
        ignore: rules in place of the configuration's.
        given: texts of sources, in place of the files that these name.
        kept: texts that were read before, for those who check again and again.

    Raises:
        UsageError: when a text is given for no source, or cannot be read.
    """
    configuration = project.configuration
    selection = configuration.selection(names_of(select), names_of(ignore))
    day = today()
    found = []
    for number, (one, texts) in enumerate(texts_of(maps, project, given, kept)):
        # What is wrong with the configuration is told once, with the first map.
        reading = (*(configuration.findings if number == 0 else ()), *one.findings)
        examined = examine(one.map, reading, selection, today=day, texts=texts, reviews=one.reviews)
        findings = examined.findings
        if one.format != NATIVE:
            # Fixes put ids as claim files have them into the text.
            findings = tuple(evolve(finding, fixes=()) for finding in findings)
        found.append(CheckedMap(one.name, one.map, findings, examined.waived))
    return tuple(found)


def refuse_unknown_source(wanted: str | None, maps: Sequence[LoadedMap]) -> None:
    """Refuse the id of a source that no map has.

    Raises:
        UsageError: with the nearest id, or all of them.
    """
    known = list(dict.fromkeys(source.id for one in maps for source in one.map.sources))
    if wanted is not None and wanted not in known:
        message = f"there is no source '{wanted}'; {hint(wanted, known)}"
        raise UsageError(message)


def changed_since(
    revision: str, project: Project, maps: Sequence[LoadedMap], found: Sequence[CheckedMap]
) -> tuple[CheckedMap, ...]:
    """Return checked maps with those findings that changes since a revision of git concern.

    Args:
        revision: a commit, branch or tag.
        project: its repository counts.
        maps: what was read from the disk.
        found: the same maps, checked.

    Raises:
        UsageError: without git, without that revision, or for standard input.
    """
    if any(one.origin is None for one in maps):
        message = "standard input has no earlier state; give paths with --changed"
        raise UsageError(message)
    # Most checks look at the present alone.
    from argmap.diff import concern_of  # noqa: PLC0415

    kept = []
    before = load_earlier(project, maps, revision)
    texts = _texts_since(revision, project, maps)
    for now, earlier, changed, one in zip(maps, before, texts, found, strict=True):
        concerns = concern_of(
            earlier.map,
            now.map,
            reading=now.findings,
            unchanged=earlier.unchanged,
            changed_texts=changed,
        )
        findings = filter(concerns, one.findings)
        waived = (waived for waived in one.waived if concerns(waived.finding))
        kept.append(evolve(one, findings=findings, waived=waived, since=revision))
    return tuple(kept)


def _texts_since(
    revision: str, project: Project, maps: Sequence[LoadedMap]
) -> Sequence[frozenset[str]]:
    """Return for each map the sources whose texts changed since a revision."""
    if not any(source.file for one in maps for source in one.map.sources):
        return [frozenset()] * len(maps)
    # As in texts_of.
    from argmap.project.earlier_texts import changed_texts  # noqa: PLC0415

    texts = [texts for _, texts in texts_of(maps, project, NO_PATHS)]
    return changed_texts(project, texts, revision)


def maps_called(name: str | None, project: Project) -> Sequence[LoadedMap]:
    """Return the maps of a project, those with a name, or the map in a file.

    Raises:
        UsageError: when there is none.
    """
    if name is not None and ("/" in name or "." in name) and Path(name).exists():
        return loaded(project, (Path(name),))
    maps = loaded(project, ())
    if name is None:
        return maps
    found = [one for one in maps if one.name == name]
    if not found:
        message = f"there is no map '{name}'; {hint(name, (one.name for one in maps))}"
        raise UsageError(message)
    return found


def the_map_of(wanted: str, maps: Sequence[LoadedMap]) -> LoadedMap:
    """Return the one map that has a node or a relation with an id.

    Raises:
        UsageError: when none has, or several have.
    """
    having = [one for one in maps if wanted in one.map.nodes_by_id]
    having = having or [one for one in maps if wanted in one.map.relations_by_id]
    if not having:
        known = (
            known
            for one in maps
            for known in (
                *one.map.nodes_by_id,
                *(relation.id for relation in one.map.relations if relation.is_named),
            )
        )
        meant = nearest(wanted, known)
        advice = (
            f"did you mean '{meant}'?"
            if meant
            else "`argmap render MAP -f markdown -o -` lists a map"
        )
        message = f"there is no '{wanted}' in {_names_of(maps)}; {advice}"
        raise UsageError(message)
    if len(having) > 1:
        message = f"'{wanted}' is in {_names_of(having)}; say which with `--map`"
        raise UsageError(message)
    return having[0]


def _names_of(maps: Sequence[LoadedMap]) -> str:
    """Name maps: `the map sco`, `the maps city and sco`."""
    *most, last = [one.name for one in maps]
    return f"the maps {', '.join(most)} and {last}" if most else f"the map {last}"


def painted(text: str, role: Role) -> str:
    """Colour a part of a report; click takes the colours away where no terminal reads."""
    return click.style(text, fg=_COLOURS[role], bold=True if role != "help" else None)


def standard_input(name: str) -> tuple[TextFile, Finding | None]:
    """Read standard input, and say what is wrong with it.

    Args:
        name: what the text is called.

    Raises:
        UsageError: when it is too large.
    """
    content = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        message = f"standard input is larger than {MAX_BYTES // 1024 // 1024} MB; give files"
        raise UsageError(message)
    return decoded(name, content)


def _from_standard_input(project: Project, name: str) -> LoadedMap:
    file, finding = standard_input(name)
    findings = () if finding is None else (finding,)
    read = load_texts(Path(name).stem.strip("<>"), [file], project.configuration, findings)
    # A bibliography is looked for as if the text lay where its name says.
    return joined([read], OnDisk(project.root))[0]


def _nothing(project: Project, paths: Sequence[Path]) -> str:
    if paths:
        places = ", ".join(f"'{shown(path)}'" for path in paths)
        return f"there is no claim file in {places}; their names end in .yaml or .yml"
    return (
        f"there is no claim file in '{shown(project.claims)}'; "
        "make one with `argmap init`, or give a path"
    )
