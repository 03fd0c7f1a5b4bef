"""What is open in an editor, and the maps that it belongs to; nothing is read twice."""

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Final

from attrs import define, evolve, field, frozen
from pygls.uris import from_fs_path, to_fs_path

from argmap.lsp.looking import (
    ARGDOWN,
    Looked,
    Means,
    look,
    look_at_text,
    projects_at,
)
from argmap.lsp.positions import Positions
from argmap.project import Project, load_maps
from argmap.project.discovery import CONFIGURATIONS, SUFFIXES
from argmap.project.disk import shown
from argmap.text import TextFile

_NO_BUFFERS: Final[Mapping[str, "Buffer"]] = MappingProxyType({})


@frozen
class Buffer:
    """A text that is open in an editor.

    Attributes:
        uri: what the editor calls it.
        path: the file that it is of; None where it was never saved.
        name: what findings call it.
        text: as it stands there now.
        version: as the editor counts it.
    """

    uri: str
    path: Path | None
    name: str
    text: str = field(repr=False)
    version: int


@frozen
class Page:
    """A text that the editor asks about.

    Attributes:
        looked: the map that it belongs to.
        file: the text.
        positions: how places are counted.
        buffers: what is open.
        takes_versions: whether the editor checks that edits are for what it has.
    """

    looked: Looked
    file: TextFile
    positions: Positions
    buffers: Mapping[str, Buffer] = field(repr=False)
    takes_versions: bool = False

    def uri_of(self, file: TextFile) -> str:
        """Return what the editor calls a file."""
        return self._uris.get(file.path) or uri_of(self.looked.path_of(file))

    @property
    def is_claim_file(self) -> bool:
        """Whether the text is a claim file, and no review or bibliography of the map."""
        loaded = self.looked.loaded
        if loaded is None or not self.looked.is_native:
            return False
        return self.file.path in loaded.paths or loaded.origin is None

    @cached_property
    def versions(self) -> Mapping[str, int]:
        """The versions of what is open."""
        return {uri: buffer.version for uri, buffer in self.buffers.items()}

    @cached_property
    def _uris(self) -> Mapping[str, str]:
        """What the editor calls what is open, by the names in findings."""
        return {buffer.name: uri for uri, buffer in self.buffers.items()}


@define
class Desk:
    """What is open, and what was found out about it.

    Messages of the editor change it while threads look: what is kept is exchanged as a whole.

    Attributes:
        means: what is done with maps besides reading them.
        positions: how the editor counts places.
        takes_versions: whether the editor checks that edits are for what it has.
        is_greeted: whether the editor has begun to speak.
        folders: the directories that are open as a workspace.
        buffers: what is open.
        changes: how often something changed.
    """

    means: Means
    positions: Positions = field(factory=Positions)
    takes_versions: bool = False
    is_greeted: bool = False
    folders: tuple[Path, ...] = ()
    buffers: Mapping[str, Buffer] = field(default=_NO_BUFFERS, init=False)
    changes: int = field(default=0, init=False)
    _looked: dict[str, Looked] = field(factory=dict, init=False, repr=False)
    _last: dict[str, Looked] = field(factory=dict, init=False, repr=False)
    _reading: Lock = field(factory=Lock, init=False, repr=False)
    _keeping: Lock = field(factory=Lock, init=False, repr=False)

    def open(self, uri: str, language: str, text: str, version: int) -> None:
        """Take in a text that was opened."""
        path = path_of(uri)
        name = shown(path) if path else f"{uri}{_suffix(uri, language)}"
        self.buffers = {**self.buffers, uri: Buffer(uri, path, name, text, version)}
        known = [
            one.files[path] for one in tuple(self._looked.values()) if path and path in one.files
        ]
        if not known or known[0].text != text.removeprefix("\ufeff"):
            self.forget()
        else:
            self.changes += 1  # what is known of its map still holds

    def change(self, uri: str, text: str, version: int) -> None:
        """Take in another text of what is open."""
        buffer = self.buffers.get(uri)
        if buffer is None:
            return
        self.buffers = {**self.buffers, uri: evolve(buffer, text=text, version=version)}
        is_configuration = buffer.path is not None and buffer.path.name in CONFIGURATIONS
        with self._keeping:
            self.changes += 1
            self._looked = {
                one: looked
                for one, looked in self._looked.items()
                if not (one == uri or is_configuration or buffer.path in looked.files)
            }

    def close(self, uri: str) -> None:
        """Forget a text; what is on the disk counts again."""
        self.buffers = {one: buffer for one, buffer in self.buffers.items() if one != uri}
        self.forget()

    def forget(self) -> None:
        """Forget what was found out: something changed on the disk."""
        with self._keeping:
            self.changes += 1
            self._looked = {}
            self._last = {uri: one for uri, one in self._last.items() if uri in self.buffers}

    def look(self, uri: str) -> Looked:
        """Return the map of what is open, as it stands there now."""
        with self._reading:
            changes, buffers, known = self.changes, self.buffers, self._looked
            if uri in known:
                return known[uri]
            path = buffers[uri].path if uri in buffers else path_of(uri)
            same = (one for one in known.values() if path in one.files)
            looked = next(same, None) or self._look(uri, path, buffers)
            with self._keeping:
                if changes == self.changes:
                    self._looked = {**self._looked, uri: looked}
                    self._last = {**self._last, uri: looked}
            return looked

    def look_back(self, uri: str) -> Looked:
        """Return the map of what is open, as it stood when it was last looked at."""
        return self._last.get(uri) or self.look(uri)

    def page(self, uri: str, *, at_once: bool = False) -> Page:
        """Return a text that the editor asks about.

        Args:
            uri: what the editor calls it.
            at_once: whether the map may be that of a moment ago.
        """
        looked = self.look_back(uri) if at_once else self.look(uri)
        buffer, file = self.buffers.get(uri), looked.files.get(path_of(uri) or Path(uri))
        if buffer is not None and (at_once or file is None):
            file = TextFile(buffer.name, buffer.text.removeprefix("\ufeff"))
        return Page(
            looked, file or TextFile(uri, ""), self.positions, self.buffers, self.takes_versions
        )

    def pages(self) -> Iterator[Page]:
        """Give the maps of what is open, and all maps of the projects of open folders."""
        for uri in self.buffers:
            yield self.page(uri)
        unsaved = _unsaved(self.buffers)
        file = TextFile("", "")
        for project in {one.root: one for one in projects_at(self.folders, unsaved)}.values():
            for loaded in load_maps(project, (), unsaved):
                looked = Looked(project, loaded)
                yield Page(looked, file, self.positions, self.buffers, self.takes_versions)

    def _look(self, uri: str, path: Path | None, buffers: Mapping[str, Buffer]) -> Looked:
        if path is None:
            buffer = buffers.get(uri)
            if buffer is None:  # it was closed meanwhile
                return Looked(Project(Path.cwd()), None)
            return look_at_text(buffer.name, buffer.text, self.means)
        return look(path, _unsaved(buffers), self.means)


def _unsaved(buffers: Mapping[str, Buffer]) -> dict[Path, str]:
    return {one.path: one.text for one in buffers.values() if one.path}


def path_of(uri: str) -> Path | None:
    """Return the path that a URI stands for; None where that is no file."""
    if not uri.startswith("file:"):
        return None
    path = to_fs_path(uri)
    # Not Path.resolve: the editor knows the file by its links.
    return Path(os.path.abspath(path)) if path and "\0" not in path else None  # noqa: PTH100


def uri_of(path: Path) -> str:
    """Return the URI of a file."""
    return from_fs_path(str(path)) or path.as_uri()


def _suffix(uri: str, language: str) -> str:
    """Return what tells the format of a text that has no name yet."""
    if uri.lower().endswith((*ARGDOWN, *SUFFIXES)):
        return ""
    return ".argdown" if language == "argdown" else ".yaml"
