"""The files that the page depends on, and a fingerprint that tells when one of them changed."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from argmap.project import LoadedMap, Project
from argmap.project.discovery import CONFIGURATIONS, reviews_directory

_MOST_FILES: Final = 50_000


@frozen
class Watched:
    """Where the files lie; all of it may be missing.

    Attributes:
        directories: all below them counts, but for what is hidden.
        files: these alone; one that is a directory is not looked into.
    """

    directories: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()

    def version(self) -> str:
        """Return a fingerprint of the names, sizes and times of the files."""
        digest = hashlib.sha256()
        for number, path in enumerate(self._paths()):
            if number >= _MOST_FILES:
                break
            digest.update(f"{path}\0{_stamp(path)}\n".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:16]

    def _paths(self) -> Iterator[str]:
        yield from map(str, self.files)
        for top in self.directories:
            for directory, below, names in os.walk(top):
                below[:] = sorted(name for name in below if not name.startswith("."))
                for name in sorted(names):
                    if not name.startswith("."):
                        yield os.path.join(directory, name)  # noqa: PTH118 - thousands of them


def watched_by(project: Project, maps: Sequence[LoadedMap]) -> Watched:
    """Return what to watch for some maps: their files, reviews, sources and the configuration."""
    directories = dict.fromkeys([project.claims])
    files = dict.fromkeys(project.root / name for name in CONFIGURATIONS)
    for one in maps:
        if one.origin is None:
            continue
        is_directory = one.origin.path.is_dir()
        if is_directory:
            directories[one.origin.path] = None
        directories[reviews_directory(one.origin)] = None
        files |= dict.fromkeys((*one.origin.files, *one.bibliographies))
        base = one.origin.path if is_directory else one.origin.path.parent
        for source in one.map.sources:
            if source.file is not None and "\0" not in source.file:
                files[base / source.file] = None
    outer = [
        one
        for one in directories
        if not any(one != it and one.is_relative_to(it) for it in directories)
    ]
    return Watched(tuple(outer), tuple(files))


def _stamp(path: str) -> tuple[int, ...]:
    try:
        status = os.stat(path)  # noqa: PTH116 - thousands of them
    except (OSError, ValueError):
        return ()
    return (status.st_ino, status.st_size, status.st_mtime_ns)
