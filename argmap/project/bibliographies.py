"""Bibliographies that maps name: found beside claim files, read, and joined with the maps."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, frozen

from argmap.findings import Finding, Severity
from argmap.model import ArgumentMap, Bibliography, Source
from argmap.nearest import nearest
from argmap.project.disk import read_text_file, shown
from argmap.project.loaded import LoadedMap
from argmap.project.unsaved import NOTHING_UNSAVED, Unsaved
from argmap.text import TextFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.bibliography import ReadBibliography


@frozen
class Found:
    """What was found of a bibliography that a map names.

    Attributes:
        file: its text; None where there is none to be read.
        finding: what is wrong with it.
        path: where it lies, or should lie; None where that cannot be told.
    """

    file: TextFile | None = None
    finding: Finding | None = None
    path: Path | None = None


Find: TypeAlias = Callable[[Path, Bibliography], Found]
"""Finds a bibliography that is named by a claim file in a directory."""


def joined(maps: Sequence[LoadedMap], find: Find) -> tuple[LoadedMap, ...]:
    """Return maps with the sources that they cite from the bibliographies that they name.

    Each bibliography is read once. What is wrong with it is told with the first map that has it.

    Args:
        maps: as they were read from claim files.
        find: how bibliographies are found.
    """
    if not any(one.map.bibliographies for one in maps):
        return tuple(maps)
    # Most projects have no bibliography; they are spared what reads one.
    from argmap.bibliography import read_bibliography  # noqa: PLC0415

    found = [
        [(named, find(directory, named)) for named, directory in named_bibliographies(one)]
        for one in maps
    ]
    files = {one.file.path: one.file for pairs in found for _, one in pairs if one.file}
    cited = frozenset[str]().union(*(one.map.cited_ids for one in maps))
    read = {path: read_bibliography(file, cited) for path, file in files.items()}
    told, done = set[str](), []
    for one, pairs in zip(maps, found, strict=True):
        done.append(_joined(one, pairs, read, told))
        told.update(file.path for file in done[-1].files)
    return tuple(done)


def nowhere(_directory: Path, bibliography: Bibliography) -> Found:
    """Refuse to look for a bibliography: what names it lies in no directory."""
    return _unread(
        bibliography,
        f"the bibliography '{bibliography.path}' was not read: what names it is a text alone",
        "load the claim file rather than its text",
    )


def unopened(root: Path) -> Find:
    """Return what tells where bibliographies should lie, and opens none."""

    def find(directory: Path, bibliography: Bibliography) -> Found:
        path = place_of(directory, bibliography.path, root)
        return Found(path=path if isinstance(path, Path) else None)

    return find


class OnDisk:
    """Finds bibliographies on the disk, and reads each once.

    They lie within the root of the project, also where links lead to them.
    """

    def __init__(self, root: Path, unsaved: Unsaved = NOTHING_UNSAVED) -> None:
        """Begin to look, with nothing read so far.

        Args:
            root: the root of the project.
            unsaved: texts that count in place of those on the disk.
        """
        self._root = root
        self._unsaved = unsaved
        self._read: dict[str, tuple[TextFile, Finding | None]] = {}

    def __call__(self, directory: Path, bibliography: Bibliography) -> Found:
        """Find a bibliography that a claim file in a directory names."""
        path = place_of(directory, bibliography.path, self._root)
        if isinstance(path, str):
            advice = "write its path as seen from this file, within the project"
            return _unread(bibliography, f"'{bibliography.path}' {path}", advice)
        if not os.path.lexists(path):
            message = f"there is no bibliography '{bibliography.path}'"
            return _unread(bibliography, message, _where(path), path)
        real = os.path.realpath(path)
        if real not in self._read:
            self._read[real] = read_text_file(path, unsaved=self._unsaved)
        file, finding = self._read[real]
        if finding is not None and not file.text:
            message = f"the bibliography '{bibliography.path}': {finding.message}"
            return _unread(bibliography, message, finding.help, path)
        return Found(file, finding, path)


def named_bibliographies(one: LoadedMap) -> Iterator[tuple[Bibliography, Path]]:
    """Give the bibliographies that a map names, with the directories that they are named in."""
    for bibliography in one.map.bibliographies:
        named_in = bibliography.span.path if bibliography.span else ""
        yield bibliography, one.paths.get(named_in, Path(named_in)).parent


def place_of(directory: Path, written: str, root: Path) -> Path | str:
    """Return where a file lies that a claim file names; or why it cannot be told.

    Args:
        directory: that of the claim file.
        written: the path as it is written there.
        root: the root of the project; of a claim file outside of it, the directory counts.
    """
    if PurePosixPath(written).is_absolute() or PureWindowsPath(written).anchor:
        return "is an absolute path"
    # `..` leads back along the path as it is written, as in a browser, not from behind a link.
    path = Path(os.path.normpath(directory / written))
    try:
        is_within = _is_within(path, root if _is_within(directory, root) else directory)
    except ValueError:  # a path with U+0000
        return "is no path"
    return path if is_within else "lies outside of the project"


def _is_within(path: Path, root: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def _joined(
    one: LoadedMap,
    pairs: Sequence[tuple[Bibliography, Found]],
    read: "Mapping[str, ReadBibliography]",
    told: set[str],
) -> LoadedMap:
    """Return a map with its sources from bibliographies.

    Args:
        one: the map.
        pairs: its bibliographies, with what was found of each.
        read: what the files say, by their paths.
        told: the paths of files whose findings have been told.
    """
    files = {found.file.path: found.file for _, found in pairs if found.file}
    new = [path for path in files if path not in told]
    unread = [found.finding for _, found in pairs if found.finding and not found.file]
    partly = {found.file.path: found.finding for _, found in pairs if found.finding and found.file}
    sources = _with_cited(one.map, [read[path] for path in files])
    bibliographies = (
        evolve(bibliography, keys=read[found.file.path].keys) if found.file else bibliography
        for bibliography, found in pairs
    )
    return evolve(
        one,
        map=evolve(one.map, sources=sources, bibliographies=bibliographies),
        findings=(
            *one.findings,
            *unread,
            *(partly[path] for path in new if path in partly),
            *(finding for path in new for finding in read[path].findings),
        ),
        files=(*one.files, *files.values()),
        bibliographies=tuple(dict.fromkeys(found.path for _, found in pairs if found.path)),
    )


def _with_cited(
    argument_map: ArgumentMap, read: "Sequence[ReadBibliography]"
) -> tuple[Source, ...]:
    """Return the sources of a map and what it cites of others; what is equal counts once."""
    sources = list(argument_map.sources)
    known: dict[str, list[Source]] = {}
    for source in sources:
        known.setdefault(source.id, []).append(source)
    for bibliography in read:
        for source in bibliography.sources:
            same = known.setdefault(source.id, [])
            if source.id in argument_map.cited_ids and source not in same:
                same.append(source)
                sources.append(source)
    return tuple(sources)


def _unread(
    bibliography: Bibliography, message: str, advice: str, path: Path | None = None
) -> Found:
    finding = Finding(101, "invalid-file", Severity.ERROR, message, bibliography.span, help=advice)
    return Found(None, finding, path)


def _where(path: Path) -> str:
    """Say where a bibliography was looked for, or what may be meant."""
    try:
        names = sorted(one.name for one in path.parent.iterdir() if one.suffix == path.suffix)
    except OSError:
        names = []
    meant = nearest(path.name, names)
    if meant:
        return f"did you mean '{meant}'?"
    return f"it was looked for as '{shown(path)}'; put it there, or correct the path"
