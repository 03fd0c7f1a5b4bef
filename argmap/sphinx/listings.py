"""Which claim files the maps of each page are made of, so that new ones are noticed.

Sphinx itself looks only whether the files that it knows have changed.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from argmap.findings import ArgmapError
from argmap.project import find_project, maps_at

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

Listings: TypeAlias = dict[str, dict[str, tuple[str, ...]]]
"""By page and by the path of a map: its claim files."""


def listings_of(env: "BuildEnvironment") -> Listings:
    """Return what is known of all pages, to be added to."""
    if not hasattr(env, "argmap_listings"):
        env.argmap_listings = {}  # type: ignore[attr-defined]  # Sphinx pickles what is added to it
    found: Listings = env.argmap_listings  # type: ignore[attr-defined]  # the same
    return found


def note(env: "BuildEnvironment", path: Path, files: Iterable[Path]) -> None:
    """Remember that the page that is read shows the map at a path."""
    listing = tuple(map(str, files))
    listings_of(env).setdefault(env.docname, {})[str(path)] = listing


def forget(_app: "Sphinx", env: "BuildEnvironment", page: str) -> None:
    """Forget a page that is gone or read anew."""
    listings_of(env).pop(page, None)


def merge(
    _app: "Sphinx", env: "BuildEnvironment", pages: Iterable[str], other: "BuildEnvironment"
) -> None:
    """Take over what another process has read."""
    read = listings_of(other)
    listings_of(env).update({page: read[page] for page in pages if page in read})


def outdated(
    _app: "Sphinx",
    env: "BuildEnvironment",
    _added: set[str],
    _changed: set[str],
    _removed: set[str],
) -> list[str]:
    """Return the pages with a map that has lost files or got new ones."""
    return [
        page
        for page, maps in listings_of(env).items()
        if any(_files_now(Path(path)) != files for path, files in maps.items())
    ]


def _files_now(path: Path) -> tuple[str, ...]:
    try:
        found = maps_at(find_project(path), [path])
    except (ArgmapError, OSError):
        return ()
    return tuple(str(file) for one in found for file in one.files)
