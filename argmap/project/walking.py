"""Maps below directories, one after the other, however many there are."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from argmap.findings import UsageError
from argmap.project.discovery import CONFIGURATIONS, Project, find_project, maps_at, maps_of
from argmap.project.disk import read_text_file, reason_of, shown

_TABLES_BESIDE: Final = (".relations.csv", ".sources.csv")


@frozen
class Place:
    """Where a map may lie; it is small, and can be sent to another process.

    Attributes:
        path: the file or directory of the map.
        files: the files that it is made of.
        problem: why it was not read; empty where nothing stands against that.
        is_named: whether somebody said that it is a map; else it was come upon, and `is_known`
            tells.
    """

    path: Path
    files: tuple[Path, ...] = ()
    problem: str = ""
    is_named: bool = True


def places_below(paths: Sequence[Path]) -> Iterator[Place]:
    """Give what may be a map at or below some paths: in the order of these, then by name.

    A file is a map. The `claims` directory of a project stands for the maps of the project, and
    what lies in it for the map that it is part of. Names that begin with a dot are left out, and
    links are not followed. A path that is given twice is given twice. Nothing is opened but
    configurations, and claim files where they decide which maps a project has.

    Args:
        paths: files and directories.

    Raises:
        UsageError: when a path does not exist, before anything else is done.
    """
    for path in paths:
        if not path.exists():
            maps_at(Project(Path.cwd()), (path,))  # says which name is meant
    return (place for path in paths for place in _below(path))


def count_below(paths: Sequence[Path]) -> int:
    """Count the places at or below some paths."""
    return sum(1 for _ in places_below(paths))


def is_known(path: Path) -> bool:
    """Say whether a file that was come upon is a map in some format, by its name and content.

    Stricter than for a file that a user names: any list is nearly Argdown, any YAML a claim file.
    """
    from argmap.formats import FORMATS  # noqa: PLC0415 - most commands walk nowhere
    from argmap.formats.glance import Glance  # noqa: PLC0415 - the same

    suffix = path.suffix.lower()
    candidates = [one for one in FORMATS if one.reads and suffix in one.suffixes]
    if not candidates or _is_beside(path):
        return False
    if len(candidates) == 1 and suffix not in {".json", ".txt", ".xml"}:
        return True
    text, finding = read_text_file(path)
    if finding is not None and not text.text:
        return True  # its reader says why it cannot be read
    glance = Glance(suffix, text.text)
    return any(one.recognise is not None and one.recognise(glance) for one in candidates)


def _is_beside(path: Path) -> bool:
    """Say whether a file belongs to another, whose reader reads it too."""
    if path.suffix == ".txt":
        return path.with_suffix(".ann").exists()
    for end in _TABLES_BESIDE:
        if path.name.endswith(end):
            return path.with_name(path.name.removesuffix(end) + ".csv").exists()
    return False


def _below(start: Path) -> Iterator[Place]:
    try:
        project = find_project(start)
    except UsageError as error:
        yield Place(start, problem=str(error))
        return
    if Path(os.path.abspath(start)).is_relative_to(project.claims):  # noqa: PTH100 - keeps links
        for one in maps_at(project, (start,)):
            yield from _of_map(one.path, one.files, [finding.message for finding in one.findings])
    elif start.is_dir():
        yield from _walked(start, project)
    else:
        yield Place(start, (start,))


def _walked(start: Path, around: Project) -> Iterator[Place]:
    """Walk a directory; what waits is a way down, not all that is below."""
    waiting: list[tuple[Path, Project]] = [(start, around)]
    while waiting:
        path, project = waiting.pop()
        if path.is_symlink() and path != start:
            yield Place(path, problem="it is a link, and links are not followed; give what it is")
        elif not path.is_dir():
            yield Place(path, (path,), is_named=False)
        else:
            try:
                names = sorted(one for one in os.listdir(path) if not one.startswith("."))  # noqa: PTH208 - names take less room than paths
                if path != start and any(name in names for name in CONFIGURATIONS):
                    project = find_project(path)
            except OSError as error:
                yield Place(path, problem=f"it cannot be read: {reason_of(error)}")
                continue
            except UsageError as error:
                yield Place(path, problem=str(error))
                continue
            if path.absolute() == project.claims:
                for one in maps_of(project):
                    told = [finding.message for finding in one.findings]
                    yield from _of_map(one.path, one.files, told)
            else:
                waiting += [(path / name, project) for name in reversed(names)]


def _of_map(path: Path, files: tuple[Path, ...], problems: Sequence[str]) -> Iterator[Place]:
    for problem in problems:
        yield Place(path, problem=problem)
    if files:
        yield Place(path, files)


def name_of(place: Place) -> str:
    """Return what a map is called among many: its path, from the working directory."""
    return shown(place.path)
