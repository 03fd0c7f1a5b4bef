"""Which pictures a project has: the maps, their sections, and the files that they go to."""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import chain, count
from pathlib import Path
from typing import Final

from attrs import frozen

from argmap.findings import UsageError
from argmap.model import ArgumentMap
from argmap.project.disk import shown
from argmap.project.loaded import LoadedMap

_LONGEST_SLUG: Final = 60
_FEWEST_SECTIONS: Final = 2


@frozen
class Picture:
    """A map or one of its sections, and where its picture goes.

    Attributes:
        path: the file.
        map: the map.
        section: the heading of the section that is drawn; None for the whole map.
        before: an earlier state of the map, where what changed since then is drawn.
    """

    path: Path
    map: ArgumentMap
    section: str | None = None
    before: ArgumentMap | None = None


def pictures_of(
    maps: Sequence[LoadedMap], directory: Path, suffix: str, *, with_sections: bool
) -> tuple[Picture, ...]:
    """Return the pictures of some maps: `<name>.svg`, and `<name>/<section>.svg` for sections.

    A map has pictures of its sections where it has two or more.

    Args:
        maps: the maps; those without a file have no picture.
        directory: where pictures go.
        suffix: how the names of their files end.
        with_sections: whether sections get pictures.

    Raises:
        UsageError: when two maps would have the same picture.
    """
    found: dict[str, Picture] = {}
    for one in maps:
        if not one.files:
            continue
        whole = Picture(directory / f"{one.name}{suffix}", one.map)
        # Some disks take upper and lower case for the same.
        key = one.name.casefold()
        if key in found:
            message = (
                f"two maps would be drawn into '{shown(whole.path)}'; rename one of "
                f"'{found[key].path.stem}' and '{one.name}', or draw them apart with -o"
            )
            raise UsageError(message)
        found[key] = whole
        if with_sections:
            for picture in _sections(one, directory / one.name, suffix):
                found[f"{key}/{picture.path.name}"] = picture
    return tuple(found.values())


def left_over(
    maps: Iterable[LoadedMap], pictures: Iterable[Picture], directory: Path, suffix: str
) -> tuple[Path, ...]:
    """Return the pictures of sections that are gone.

    The directory of a map's sections is argmap's own: any picture in it that no section has is
    left over.
    """
    wanted = {picture.path for picture in pictures}
    return tuple(
        path
        for one in maps
        for path in sorted((directory / one.name).glob(f"*{suffix}"))
        if path not in wanted
    )


def sections_of(argument_map: ArgumentMap) -> tuple[str, ...]:
    """Return the headings of the sections that have nodes, in the order of those."""
    return tuple(dict.fromkeys(node.section for node in argument_map.nodes if node.section))


def slug(heading: str) -> str:
    """Return a heading as the name of a file: letters and digits of any script, and hyphens."""
    text = unicodedata.normalize("NFC", heading).casefold().replace("'", "").replace("\u2019", "")
    kept = "".join(
        character if unicodedata.category(character)[0] in "LMN" else " " for character in text
    )
    return "-".join(kept.split())[:_LONGEST_SLUG].strip("-") or "section"


def _sections(loaded: LoadedMap, directory: Path, suffix: str) -> Iterable[Picture]:
    headings = sections_of(loaded.map)
    if len(headings) < _FEWEST_SECTIONS:
        return
    taken: set[str] = set()
    for heading in headings:
        names = (f"{slug(heading)}-{number}" for number in count(2))
        name = next(name for name in chain((slug(heading),), names) if name not in taken)
        taken.add(name)
        yield Picture(directory / f"{name}{suffix}", loaded.map, heading)
