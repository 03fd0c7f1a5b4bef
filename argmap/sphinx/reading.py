"""The map that a directive names, read from the disk."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from argmap.extract.at_hand import TextAtHand
from argmap.findings import UsageError
from argmap.nearest import hint
from argmap.project import (
    LoadedMap,
    MapOnDisk,
    Project,
    find_project,
    load_map,
    maps_at,
    maps_of,
    shown,
)
from argmap.project.discovery import CONFIGURATIONS
from argmap.project.source_texts import SourceTexts

if TYPE_CHECKING:
    from argmap.passages import SourceText


@frozen
class ReadMap:
    """A map, where it lies, and in which project."""

    project: Project
    on_disk: MapOnDisk
    loaded: LoadedMap

    def dependencies(self) -> list[Path]:
        """Return the files that its pictures follow from, those of its sources aside."""
        configurations = (self.project.root / name for name in CONFIGURATIONS)
        there = [path for path in configurations if path.is_file()]
        return [*self.on_disk.files, *self.loaded.bibliographies, *there]

    def files_of_sources(self) -> list[Path]:
        """Return the files that its sources name."""
        path = self.on_disk.path
        directory = path if path.is_dir() else path.parent
        return [directory / one.file for one in self.loaded.map.sources if one.file]

    def texts(self) -> Mapping[str, "SourceText"]:
        """Return the texts of its sources that are at hand, by the ids of the sources."""
        found = SourceTexts(self.project).of([self.loaded])[0]
        return {name: text.source for name, text in found.items() if isinstance(text, TextAtHand)}

    def looks(self) -> dict[str, Any]:
        """Return what the configuration of the project says of all pictures."""
        render = self.project.configuration.render
        return {"theme": render.theme, "colours": render.colours, "fonts": render.fonts}

    def ways(self) -> dict[str, Any]:
        """Return what it says of those that are not viewers."""
        render = self.project.configuration.render
        return {
            "engine": render.engine,
            "direction": render.direction,
            "order": render.order,
            "max_nodes": render.max_nodes,
            "frames": None if render.engine == "dot" else render.frames,
        }


def read_map(wanted: str, path: Path, home: Path) -> ReadMap:
    """Read a map.

    Args:
        wanted: what stands in the page.
        path: that as a path.
        home: a directory of the project that it is the name of a map in otherwise.

    Raises:
        UsageError: when there is no such map, or the path stands for several.
    """
    if path.exists():
        project = find_project(path)
        found = [one for one in maps_at(project, [path]) if one.files or one.findings]
        if len(found) > 1:
            names = ", ".join(one.name for one in found)
            message = f"'{wanted}' holds {len(found)} maps: {names}; name one of them"
            raise UsageError(message)
        if found:
            return ReadMap(project, found[0], load_map(found[0], project))
    project = find_project(home)
    maps = maps_of(project)
    for one in maps:
        if one.name == wanted:
            return ReadMap(project, one, load_map(one, project))
    raise UsageError(_no_such_map(wanted, path, [one.name for one in maps]))


def _no_such_map(wanted: str, path: Path, names: list[str]) -> str:
    if path.exists():
        return f"there is no claim file in '{shown(path)}'; their names end in .yaml or .yml"
    where = f"there is neither a file '{shown(path)}' nor a map '{wanted}' in the project"
    return f"{where}; {hint(wanted, names)}"
