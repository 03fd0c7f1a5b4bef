"""Maps as they were at a revision of git, found by the rules for maps on the disk."""

import os
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from argmap.model import ArgumentMap, Bibliography
from argmap.project.bibliographies import (
    Find,
    Found,
    joined,
    named_bibliographies,
    place_of,
)
from argmap.project.discovery import REVIEWS, SUFFIXES, MapOnDisk, Project, has_map_block
from argmap.project.disk import decoded, shown
from argmap.project.git import Revision, contents, files_in, find_revision
from argmap.project.loaded import LoadedMap
from argmap.project.loading import load_texts
from argmap.text import TextFile

if TYPE_CHECKING:
    from argmap.formats import Beside

_LINE_END: Final = re.compile(r"\r\n?")


@frozen
class Earlier:
    """A map as it was.

    Attributes:
        map: the map at the revision; an empty one where it is new since then.
        unchanged: the paths of those of its files now that have the text they had.
    """

    map: ArgumentMap
    unchanged: frozenset[str] = frozenset()


def load_earlier(
    project: Project, maps: Sequence[LoadedMap], revision_name: str
) -> tuple[Earlier, ...]:
    """Return for each map what it was at a revision of git.

    Nothing is written, and the work tree stays as it is. Claim files are looked for where the
    map has its files now; files that have been removed since are found, and so is a map of
    several files that is one file now. Bibliographies are those that the claim files named.

    Args:
        project: its repository counts, and its configuration as it is now.
        maps: maps that were read from the disk.
        revision_name: a commit, branch or tag.

    Raises:
        UsageError: without git, without a repository, without that revision, or for a map that
            lies outside of the repository.
    """
    revision = find_revision(project.root, revision_name)
    places = [_Place.of(revision, project, one.origin) for one in maps if one.origin is not None]
    blobs = files_in(revision, [path for place in places for path in place.searched])
    named = {path for place in places for path in place.files}
    found = contents(revision, [blob for blob in blobs if _may_be_read(blob.path, named)])
    on_disk = [one for one in maps if one.origin is not None]
    before = [
        _before(project, one, place, found, revision)
        for one, place in zip(on_disk, places, strict=True)
    ]
    done = iter(joined(before, _find_in(revision, project, before)))
    return tuple(
        Earlier(ArgumentMap()) if one.origin is None else _compared(one, next(done)) for one in maps
    )


@frozen
class _Place:
    """Where a map lies, in the words of its repository.

    Attributes:
        path: its directory or file.
        parent: the directory that this lies in.
        is_directory: whether it is all that lies in a directory.
        claims: the directory of maps.
        files: where its files are now: from their paths in the repository to what people see.
    """

    path: str
    parent: str
    is_directory: bool
    claims: str
    files: Mapping[str, str]

    @classmethod
    def of(cls, revision: Revision, project: Project, origin: MapOnDisk) -> "_Place":
        path = revision.path_of(origin.path)
        return cls(
            path,
            PurePosixPath(path).parent.as_posix(),
            origin.files != (origin.path,),
            os.path.relpath(os.path.realpath(project.claims), revision.top).replace(os.sep, "/"),
            {revision.path_of(file): shown(file) for file in origin.files},
        )

    @property
    def is_in_claims(self) -> bool:
        """Whether its files lie directly in the directory of maps."""
        return self.path == self.claims or (self.parent == self.claims and not self.is_directory)

    @property
    def searched(self) -> tuple[str, ...]:
        """What is to be listed so that no file of the map is missed."""
        return (self.claims if self.is_in_claims else self.path, *self.files)


def _may_be_read(path: str, named: Container[str]) -> bool:
    name = PurePosixPath(path)
    is_claim_file = name.suffix.lower() in SUFFIXES and not name.name.startswith(".")
    return is_claim_file or path in named


def _before(
    project: Project,
    now: LoadedMap,
    place: _Place,
    found: Mapping[str, bytes],
    revision: Revision,
) -> LoadedMap:
    """Read the claim files that a map had."""
    here = {revision.path_of(path): path for path in now.paths.values()}
    files, paths = [], {}
    for path in _paths_of(place, found):
        file, _ = decoded(place.files.get(path, shown(revision.top / path)), found[path])
        files.append(file)
        paths[file.path] = here.get(path, revision.top / path)
    beside = None if now.origin is None else _beside(revision, now.origin.path, project.root)
    read = load_texts(now.name, files, project.configuration, beside=beside)
    return evolve(read, paths=paths)


def _beside(revision: Revision, path: Path, root: Path) -> "Beside":
    """Return what gives the files beside one, as they were at a revision."""

    def find(written: str) -> TextFile | None:
        where = place_of(path.parent, written, root)
        if isinstance(where, str) or not revision.has(where):
            return None
        name = revision.path_of(where)
        content = contents(revision, files_in(revision, (name,))).get(name)
        return None if content is None else decoded(shown(where), content)[0]

    return find


def _find_in(revision: Revision, project: Project, maps: Sequence[LoadedMap]) -> Find:
    """Return what finds bibliographies at a revision."""

    def path_of(directory: Path, bibliography: Bibliography) -> Path | None:
        path = place_of(directory, bibliography.path, project.root)
        return path if isinstance(path, Path) and revision.has(path) else None

    def wanted() -> Iterator[str]:
        for one in maps:
            for bibliography, directory in named_bibliographies(one):
                path = path_of(directory, bibliography)
                if path is not None:
                    yield revision.path_of(path)

    paths = tuple(wanted())
    found = contents(revision, files_in(revision, paths)) if paths else {}

    def find(directory: Path, bibliography: Bibliography) -> Found:
        path = path_of(directory, bibliography)
        content = None if path is None else found.get(revision.path_of(path))
        if path is None or content is None:
            return Found()
        return Found(decoded(shown(path), content)[0], None, path)

    return find


def _compared(now: LoadedMap, before: LoadedMap) -> Earlier:
    texts = {file.path: _LINE_END.sub("\n", file.text) for file in before.files}
    return Earlier(
        before.map,
        frozenset(
            file.path
            for file in now.files
            if texts.get(file.path) == _LINE_END.sub("\n", file.text)
        ),
    )


def _paths_of(place: _Place, found: Mapping[str, bytes]) -> list[str]:
    """Return the files that the map had, in their order."""
    if place.is_in_claims:
        paths = [path for path in found if PurePosixPath(path).parent.as_posix() == place.claims]
        blocks = sum(has_map_block(decoded(path, found[path])[0].text) for path in paths)
        if blocks > 1 and not place.is_directory:
            paths = [path for path in paths if path == place.path]
    elif place.is_directory:
        paths = [path for path in found if _is_below(path, place.path)]
    else:
        paths = []
    # Those that it has now may lie elsewhere, behind a link.
    paths += [path for path in place.files if path in found]
    return sorted(set(paths), key=lambda path: PurePosixPath(path).parts)


def _is_below(path: str, directory: str) -> bool:
    """Say whether a claim file is part of the map in a directory."""
    prefix = "" if directory == "." else f"{directory}/"
    if not path.startswith(prefix):
        return False
    names = path.removeprefix(prefix).split("/")
    return names[0] != REVIEWS and not any(name.startswith(".") for name in names)
