"""The map of a file that is open in an editor: read with what is unsaved, and checked."""

import contextlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final, TypeAlias

from attrs import field, frozen

from argmap.claimfile.occurrences import Occurrence, occurrences_in
from argmap.claimfile.renaming import Named
from argmap.extract.at_hand import TextAtHand, Texts
from argmap.findings import Finding, Severity, UsageError
from argmap.formats import format_named
from argmap.formats.argdown.occurrences import occurrences_in as occurrences_in_argdown
from argmap.model import ArgumentMap, Passage
from argmap.passages.places import text_at
from argmap.project import LoadedMap, OnDisk, Project, find_project, joined, load_maps, maps_of
from argmap.project.discovery import REVIEWS, SUFFIXES, reviews_directory
from argmap.project.disk import read_text_file, shown
from argmap.project.loaded import NATIVE
from argmap.project.loading import load_map, load_texts
from argmap.project.toml_text import ConfigurationError
from argmap.project.unsaved import Unsaved
from argmap.text import Span, TextFile

ARGDOWN: Final = format_named("argdown").suffixes
"""How the names of Argdown files end."""

Target: TypeAlias = tuple[Named, str]
"""What an id stands for: what it is of, and the id that it has in the map."""

_INVALID_FILE: Final = 101
_LIKELY: Final = re.compile(r"^(?:claims|evidence)[ \t]*:", re.MULTILINE)


@frozen
class Means:
    """What is done with a map besides reading it.

    Attributes:
        check: says what is wrong with it.
        texts: gives the texts of its sources, and why some are not at hand.
    """

    check: Callable[[LoadedMap, Project], tuple[Finding, ...]]
    texts: Callable[[LoadedMap, Project], Texts]


@frozen
class Looked:
    """What there is to know of the map of a file.

    Attributes:
        project: the project that it lies in.
        loaded: the map; None where the file is none, or its project has mistakes.
    """

    project: Project
    loaded: LoadedMap | None
    _findings: tuple[Finding, ...] = field(default=(), repr=False)
    _means: Means | None = field(default=None, repr=False)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the map, or with the configuration of its project.

        It is found out when it is first asked for: to hover, or to complete, takes less.
        """
        if self.loaded is None or self._means is None:
            return self._findings
        try:
            return self._means.check(self.loaded, self.project)
        except UsageError as error:  # such as a broken baseline
            place = self.loaded.files[0].span(0) if self.loaded.files else None
            return (Finding(_INVALID_FILE, "invalid-file", Severity.ERROR, str(error), place),)

    def words_of(self, passage: Passage) -> str | None:
        """Return the words at the place of a passage, where the text of its source is at hand."""
        if self.loaded is None or self._means is None:
            return None
        found = self._means.texts(self.loaded, self.project).get(passage.source)
        return text_at(found.source, passage) if isinstance(found, TextAtHand) else None

    @property
    def map(self) -> ArgumentMap:
        """The map; an empty one where there is none."""
        return self.loaded.map if self.loaded else ArgumentMap()

    @property
    def is_native(self) -> bool:
        """Whether the map is in claim files."""
        return self.loaded is not None and self.loaded.format == NATIVE

    @cached_property
    def files(self) -> Mapping[Path, TextFile]:
        """The texts of the map by their absolute paths."""
        files = self.loaded.files if self.loaded else ()
        return {self.path_of(file): file for file in files}

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Every place where an id stands in the claim files of the map, or in its Argdown."""
        return tuple(self._occurrences())

    @cached_property
    def places(self) -> Mapping[Target, tuple[Occurrence, ...]]:
        """The places of ids by what they stand for."""
        found: dict[Target, list[Occurrence]] = {}
        for one in self.occurrences:
            found.setdefault(self.target(one), []).append(one)
        return {target: tuple(ones) for target, ones in found.items()}

    def target(self, one: Occurrence) -> Target:
        """Return what an id stands for; of one that nothing has, a node is taken to be meant."""
        if one.what is Named.SOURCE:
            return Named.SOURCE, one.id
        node = self.map.nodes_by_id.get(one.id)
        if node is not None and one.what is not Named.RELATION:
            return Named.NODE, node.id
        if one.what is Named.RELATION or one.id in self.map.relations_by_id:
            return Named.RELATION, one.id
        return Named.NODE, one.id

    def at(self, file: TextFile, offset: int) -> Occurrence | None:
        """Return the id at a place, or right before it."""
        return next((one for one in self.in_file(file) if _touches(one.span, offset)), None)

    def in_file(self, file: TextFile) -> Iterator[Occurrence]:
        """Give the places of ids in one file."""
        return (one for one in self.occurrences if one.span.path == file.path)

    def path_of(self, file: TextFile) -> Path:
        """Return the absolute path of a text of the map."""
        known = self.loaded.paths.get(file.path) if self.loaded else None
        # Not Path.resolve: editors know a file by the links that led to it.
        return Path(os.path.abspath(known or file.path))  # noqa: PTH100 - see above

    def _occurrences(self) -> Iterator[Occurrence]:
        if self.loaded is None:
            return
        # A text that is no file comes first; what it takes sources from comes behind it.
        claim_files = self.loaded.paths or {file.path for file in self.loaded.files[:1]}
        for file in self.loaded.files:
            if self.is_native and file.path in claim_files:
                yield from occurrences_in(file)
            elif self.loaded.format == "argdown":
                yield from occurrences_in_argdown(file, self.map)


def look(path: Path, unsaved: Unsaved, means: Means) -> Looked:
    """Return the map of a file, with what is wrong.

    Args:
        path: the file; it need not be on the disk.
        unsaved: texts that count in place of those on the disk.
        means: what is done with the map.
    """
    try:
        project = find_project(path, unsaved)
    except ConfigurationError as error:
        return Looked(Project(path.parent), None, error.findings)
    try:
        loaded = _loaded(path, project, unsaved)
    except UsageError:  # it is in no format that argmap reads
        loaded = None
    if loaded is None:
        return Looked(project, None, project.configuration.findings)
    return Looked(project, loaded, means=means)


def look_at_text(name: str, text: str, means: Means) -> Looked:
    """Return the map in a text that is no file, with what is wrong.

    Args:
        name: what the text is called; its end tells the format.
        text: the text.
        means: what is done with the map.
    """
    try:
        project = find_project()
    except ConfigurationError:
        project = Project(Path.cwd())
    try:
        loaded = _alone(name, text, project)
    except UsageError:  # as above
        loaded = None
    return Looked(project, loaded, means=means)


def projects_at(folders: Iterable[Path], unsaved: Unsaved) -> Iterator[Project]:
    """Give the projects that directories lie in; one whose configuration has mistakes is none."""
    for folder in folders:
        with contextlib.suppress(ConfigurationError):
            yield find_project(folder, unsaved)


def _loaded(path: Path, project: Project, unsaved: Unsaved) -> LoadedMap | None:
    suffix = path.suffix.lower()
    if suffix not in (*SUFFIXES, *ARGDOWN):
        return None
    is_within = path.is_relative_to(project.claims)
    if suffix in SUFFIXES and REVIEWS in path.parts and is_within:
        maps = maps_of(project, unsaved)
        found = (one for one in maps if reviews_directory(one) in path.parents)
        one = next(found, None)
        return load_map(one, project, unsaved) if one else None
    if not os.path.lexists(path):
        return _alone(shown(path), unsaved.get(path, ""), project, is_ours=is_within)
    # Editors hand over whatever is YAML: only what may be a claim file is looked at.
    if suffix in SUFFIXES and not is_within and not _is_likely(path, unsaved):
        return None
    maps_here = load_maps(project, [path], unsaved)
    return maps_here[0] if maps_here else None


def _alone(name: str, text: str, project: Project, *, is_ours: bool = False) -> LoadedMap | None:
    file = TextFile(name, text.removeprefix("\ufeff"))
    if not (is_ours or name.lower().endswith(ARGDOWN) or _LIKELY.search(text)):
        return None
    read = load_texts(Path(name).stem, [file], project.configuration)
    return joined([read], OnDisk(project.root))[0]


def _is_likely(path: Path, unsaved: Unsaved) -> bool:
    file, _ = read_text_file(path, unsaved=unsaved)
    return _LIKELY.search(file.text) is not None


def _touches(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end
