"""The texts of the sources of maps, from the files that these name, or that a user gives."""

import hashlib
import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from attrs import define, evolve, field, frozen

from argmap.extract.at_hand import NoText, TextAtHand, Texts, Why
from argmap.extract.extracted import Extracted
from argmap.extract.kinds import FileKind, kind_of
from argmap.extract.problems import NoPdfiumError, SourceTextError, UndecodableError
from argmap.extract.source import extract
from argmap.findings import UsageError
from argmap.model import Source
from argmap.nearest import nearest
from argmap.project.apart import read_apart
from argmap.project.discovery import Project, find_project
from argmap.project.disk import MAX_BYTES, reason_of, shown
from argmap.project.loaded import LoadedMap
from argmap.project.loading import load_maps

_DEFAULT_LANGUAGE: Final = "en"
_NOTHING_GIVEN: Final[Mapping[str, Path]] = {}
_OUTSIDE: Final = NoText(
    Why.OUTSIDE, "it lies outside of the project; put a copy inside, or give it with --text"
)
_MISSING: Final = NoText(Why.MISSING, "there is no such file; put it there, or give it with --text")


def texts_of(path: str | Path, given: Mapping[str, Path] = _NOTHING_GIVEN) -> Texts:
    """Return the texts of the sources of a map, and why some are not at hand.

    Args:
        path: a claim file or a directory of them, as for `load`.
        given: files that the user gives, by the id of the source; the `file` of others counts.

    Raises:
        UsageError: when the path holds no map or several, when a file is given for a source
            that the map does not have, or when it cannot be read.
    """
    project = find_project(Path(path))
    maps = load_maps(project, [Path(path)])
    if len(maps) != 1:
        message = f"'{shown(Path(path))}' holds {len(maps)} maps; give the path of one"
        raise UsageError(message)
    return SourceTexts(project).of(maps, given)[0]


@frozen
class _Content:
    """What a file held when it was read: its fingerprint, and its text or the error instead."""

    stamp: tuple[int, int, int]
    sha256: str
    text: Extracted | SourceTextError


@define
class SourceTexts:
    """The texts of sources in a project; a file is read again only after it has changed.

    Attributes:
        project: where the files lie that sources name.
    """

    project: Project
    _read: dict[tuple[str, str], _Content] = field(factory=dict, init=False, repr=False)

    def of(
        self, maps: Sequence[LoadedMap], given: Mapping[str, Path] = _NOTHING_GIVEN
    ) -> tuple[dict[str, TextAtHand | NoText], ...]:
        """Return the text of each source of some maps, or why there is none, by its id.

        The `file` of a source is relative to the directory of its map, and lies in the project
        when all links are followed; or, for a map outside of the project, in that directory.
        A file that the user gives may lie anywhere. Only regular files are opened.

        Args:
            maps: the maps.
            given: files that the user gives, by the id of the source, as with `--text ID=PATH`.

        Raises:
            UsageError: when the user gives a file for a source that no map has, or one that
                cannot be read.
        """
        ids = dict.fromkeys(source.id for one in maps for source in one.map.sources)
        for wanted in given:
            if wanted not in ids:
                raise UsageError(_no_such_source(wanted, ids))
        return tuple(
            {source.id: self._text_of(source, one, given) for source in one.map.sources}
            for one in maps
        )

    def _text_of(
        self, source: Source, loaded: LoadedMap, given: Mapping[str, Path]
    ) -> TextAtHand | NoText:
        if source.id in given:
            path = given[source.id]
            found = self._content(path)
            if isinstance(found, NoText):
                reason = found.message.partition(";")[0]
                message = f"'{shown(path)}', given for '{source.id}', cannot be read: {reason}"
                raise UsageError(message)
        elif source.file is not None:
            directory = _directory_of(loaded, self.project)
            path = directory / source.file
            found = self._content(path) if self._is_inside(path, directory) else _OUTSIDE
        else:
            return NoText(Why.NO_FILE)
        if isinstance(found, NoText):
            return evolve(found, path=shown(path))
        if isinstance(found.text, SourceTextError):
            return NoText(_why(found.text), str(found.text), shown(path), found.sha256)
        language = source.language or found.text.language or loaded.map.language
        text = evolve(found.text.source, language=language or _DEFAULT_LANGUAGE)
        return TextAtHand(shown(path), found.sha256, text, found.text.remark)

    def _is_inside(self, path: Path, directory: Path) -> bool:
        if "\0" in str(path):
            return True  # there is no such file anywhere
        real, inside, root = map(os.path.realpath, (path, directory, self.project.root))
        return Path(real).is_relative_to(root if Path(inside).is_relative_to(root) else inside)

    def _content(self, path: Path) -> _Content | NoText:
        """Return what a file holds, if it is at hand and may be read."""
        try:
            status = path.stat()
            stamp = (status.st_ino, status.st_mtime_ns, status.st_size)
            key = (os.path.realpath(path), path.suffix)
            read = self._read.get(key)
            if read is None or read.stamp != stamp:
                content = _bytes_of(path, status)
                if isinstance(content, NoText):
                    return content
                read = _Content(stamp, hashlib.sha256(content).hexdigest(), _text(path, content))
                self._read[key] = read
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return _MISSING  # a zero in a path is a ValueError
        except OSError as error:
            return NoText(Why.UNREADABLE, f"{reason_of(error)}; put a readable copy in its place")
        return read


def _bytes_of(path: Path, status: os.stat_result) -> bytes | NoText:
    """Return the bytes of a regular file that is not too large."""
    if not stat.S_ISREG(status.st_mode):
        what = "a directory" if stat.S_ISDIR(status.st_mode) else "no regular file"
        return NoText(Why.UNREADABLE, f"it is {what}; put a text file in its place")
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        size = MAX_BYTES // 1024**2
        return NoText(
            Why.UNREADABLE, f"it is larger than {size} MB; put only the part there that is cited"
        )
    return content


def _text(path: Path, content: bytes) -> Extracted | SourceTextError:
    try:
        if kind_of(path.name, content) is FileKind.PDF:
            return read_apart(content)
        return extract(path.name, content)
    except SourceTextError as error:
        return error


def _why(error: SourceTextError) -> Why:
    if isinstance(error, UndecodableError):
        return Why.UNDECODABLE
    return Why.MISSING_EXTRA if isinstance(error, NoPdfiumError) else Why.UNREADABLE


def _directory_of(loaded: LoadedMap, project: Project) -> Path:
    if loaded.origin is None:
        return project.root
    path = loaded.origin.path
    return path if path.is_dir() else path.parent


def _no_such_source(wanted: str, ids: Iterable[str]) -> str:
    meant = nearest(wanted, ids)
    hint = f"; did you mean '{meant}'?" if meant else ""
    return f"there is no source '{wanted}' to give a text for{hint}"
