"""Maps read from the disk: the values, and what was wrong with their files."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from argmap.claimfile import read
from argmap.findings import Finding, UsageError
from argmap.model import ArgumentMap
from argmap.project.bibliographies import OnDisk, joined, nowhere, unopened
from argmap.project.configuration import Configuration
from argmap.project.discovery import (
    MapOnDisk,
    Project,
    find_project,
    maps_at,
    maps_of,
    reviews_directory,
)
from argmap.project.disk import read_text_file, shown
from argmap.project.foreign import beside, foreign_format
from argmap.project.loaded import LoadedMap
from argmap.project.unsaved import NOTHING_UNSAVED, Unsaved
from argmap.text import TextFile

if TYPE_CHECKING:
    from argmap.formats import Beside
    from argmap.review import Review


def load(path: str | Path) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read the map in a file or a directory.

    Bad text never raises: what was understood comes back with findings about the rest.

    Args:
        path: a claim file, a directory of them, a part of a map in a project's `claims`
            directory, which stands for the whole map, or a file in another format.

    Raises:
        UsageError: when the path does not exist, holds no claim file, is in no format that
            argmap reads, or holds several maps.
    """
    loaded = _the_map_at(Path(path))
    return loaded.map, loaded.findings


def reviews_of(path: str | Path) -> "tuple[Review, ...]":
    """Return what reviewers say of the map in a file or a directory.

    What is wrong with their files is among the findings of `load`.

    Args:
        path: as for `load`.

    Raises:
        UsageError: as `load` does.
    """
    return _the_map_at(Path(path)).reviews


def loads(text: str, path: str = "<text>") -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read a map from the text of one claim file, or of a file in another format.

    No other file is opened: of bibliographies that the text names, a finding says so.

    Args:
        text: YAML, as in a claim file, or in another format.
        path: what findings call it; its suffix helps to tell the format.

    Raises:
        UsageError: when the path ends like that of no claim file, and the text is in no format
            that argmap reads.
    """
    read = load_texts("", [TextFile(path, text.removeprefix("\ufeff"))], Configuration())
    (loaded,) = joined([read], nowhere)
    return loaded.map, loaded.findings


def load_maps(
    project: Project, paths: Iterable[Path] = (), unsaved: Unsaved = NOTHING_UNSAVED
) -> tuple[LoadedMap, ...]:
    """Read the maps that some paths stand for, or all maps of the project where none is given.

    Args:
        project: its maps count where no path is given.
        paths: what stands for maps.
        unsaved: texts that count in place of those on the disk.

    Raises:
        UsageError: when a path does not exist.
    """
    chosen = tuple(paths)
    found = maps_at(project, chosen, unsaved) if chosen else maps_of(project, unsaved)
    maps = [_read(one, project, unsaved) for one in found]
    return joined(maps, OnDisk(project.root, unsaved))


def bibliographies_of(project: Project, paths: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Return where the bibliographies of maps lie or should lie, without reading them.

    Args:
        project: its maps count where no path is given.
        paths: what stands for maps.

    Raises:
        UsageError: when a path does not exist.
    """
    chosen = tuple(paths)
    maps = maps_at(project, chosen) if chosen else maps_of(project)
    read = joined([_read(one, project) for one in maps], unopened(project.root))
    return tuple(dict.fromkeys(path for one in read for path in one.bibliographies))


def load_map(found: MapOnDisk, project: Project, unsaved: Unsaved = NOTHING_UNSAVED) -> LoadedMap:
    """Read the files of one map."""
    return joined([_read(found, project, unsaved)], OnDisk(project.root, unsaved))[0]


def load_texts(
    name: str,
    files: Sequence[TextFile],
    configuration: Configuration,
    findings: Iterable[Finding] = (),
    beside: "Beside | None" = None,
) -> LoadedMap:
    """Read a map from texts; bibliographies that they name are not read.

    Several texts are claim files; one alone may be in another format.

    Args:
        name: what the map is called.
        files: its texts, in order.
        configuration: the types that claims and evidence may have.
        findings: what was wrong before.
        beside: gives other files that a format consists of; none where it is not given.

    Raises:
        UsageError: for one text that is no claim file, nor in another format that argmap reads.
    """
    foreign = foreign_format(files)
    if foreign is not None:
        argument_map, more = foreign.read(files[0], beside) if beside else foreign.read(files[0])
        loaded = LoadedMap(name, argument_map, (*findings, *more), tuple(files))
        return evolve(loaded, free_types=configuration.free_types, format=foreign.name)
    argument_map, more = read(
        files,
        claim_types=configuration.claim_types,
        evidence_types=configuration.evidence_types,
    )
    loaded = LoadedMap(name, argument_map, (*findings, *more), tuple(files))
    return evolve(loaded, free_types=configuration.free_types)


def _the_map_at(path: Path) -> LoadedMap:
    """Return the one map that a path stands for.

    Raises:
        UsageError: when there is none, or there are several.
    """
    project = find_project(path)
    found = maps_at(project, [path])
    if not any(one.files or one.findings for one in found):
        message = f"there is no claim file in '{shown(path)}'; their names end in .yaml"
        raise UsageError(message)
    if len(found) > 1:
        names = ", ".join(one.name for one in found)
        message = f"'{shown(path)}' holds {len(found)} maps: {names}; load one of them"
        raise UsageError(message)
    return load_map(found[0], project)


def _read(found: MapOnDisk, project: Project, unsaved: Unsaved = NOTHING_UNSAVED) -> LoadedMap:
    texts, findings = [], list(found.findings)
    paths = {}
    for path in found.files:
        file, finding = read_text_file(path, unsaved=unsaved)
        if finding is not None:
            findings.append(finding)
        if finding is None or file.text:
            texts.append(file)
            paths[file.path] = path
    other_files = beside(found.path, project.root, unsaved)
    loaded = load_texts(found.name, texts, project.configuration, findings, other_files)
    loaded = evolve(loaded, origin=found, paths=paths)
    if not reviews_directory(found).is_dir():
        return loaded
    # Most maps have no reviews; they are spared what reads them.
    from argmap.project.reviews import load_reviews  # noqa: PLC0415

    reviews, more, files = load_reviews(found, project.root, unsaved)
    return evolve(
        loaded,
        reviews=reviews,
        findings=(*loaded.findings, *more),
        files=(*loaded.files, *files),
    )
