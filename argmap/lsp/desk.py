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

from argmap.lsp.looking import ARGDOWN, CONFIGURATIONS, Check, Looked, all_maps, look, look_at_text
from argmap.lsp.positions import Positions
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

    Attributes:
        check: says what is wrong with a map.
        positions: how the editor counts places.
        takes_versions: whether the editor checks that edits are for what it has.
        buffers: what is open.
        changes: how often something changed.
    """

    check: Check
    positions: Positions = field(factory=Positions)
    takes_versions: bool = False
    buffers: Mapping[str, Buffer] = field(default=_NO_BUFFERS, init=False)
    changes: int = field(default=0, init=False)
    _looked: dict[str, Looked] = field(factory=dict, init=False, repr=False)
    _last: dict[str, Looked] = field(factory=dict, init=False, repr=False)
    _reading: Lock = field(factory=Lock, init=False, repr=False)

    def open(self, uri: str, language: str, text: str, version: int) -> None:
        """Take in a text that was opened."""
        path = path_of(uri)
        name = shown(path) if path else f"{uri}{_suffix(uri, language)}"
        self.buffers = {**self.buffers, uri: Buffer(uri, path, name, text, version)}
        self.forget()

    def change(self, uri: str, text: str, version: int) -> None:
        """Take in another text of what is open."""
        buffer = self.buffers.get(uri)
        if buffer is None:
            return
        self.buffers = {**self.buffers, uri: evolve(buffer, text=text, version=version)}
        self.changes += 1
        is_configuration = buffer.path is not None and buffer.path.name in CONFIGURATIONS
        for one, looked in tuple(self._looked.items()):
            if one == uri or is_configuration or buffer.path in looked.files:
                self._looked.pop(one, None)

    def close(self, uri: str) -> None:
        """Forget a text; what is on the disk counts again."""
        self.buffers = {one: buffer for one, buffer in self.buffers.items() if one != uri}
        self.forget()

    def forget(self) -> None:
        """Forget what was found out: something changed on the disk."""
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
            if changes == self.changes:
                known[uri] = self._last[uri] = looked
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
        """Give all maps of the projects that open files lie in."""
        seen: set[Path] = set()
        for uri in self.buffers:
            page = self.page(uri)
            yield page
            if page.looked.project.root in seen:
                continue
            seen.add(page.looked.project.root)
            unsaved = {one.path: one.text for one in self.buffers.values() if one.path}
            for loaded in all_maps(page.looked.project, unsaved):
                yield evolve(page, looked=Looked(page.looked.project, loaded))

    def _look(self, uri: str, path: Path | None, buffers: Mapping[str, Buffer]) -> Looked:
        if path is None:
            buffer = buffers[uri]
            return look_at_text(buffer.name, buffer.text, self.check)
        unsaved = {one.path: one.text for one in buffers.values() if one.path}
        return look(path, unsaved, self.check)


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
    if uri.lower().endswith((*ARGDOWN, ".yaml", ".yml")):
        return ""
    return ".argdown" if language == "argdown" else ".yaml"
