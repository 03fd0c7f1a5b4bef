"""A map with what it was read from."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from argmap.findings import Finding
from argmap.model import ArgumentMap
from argmap.project.discovery import MapOnDisk
from argmap.text import TextFile

if TYPE_CHECKING:
    from argmap.assess import Assessment
    from argmap.review import Review

NATIVE: Final = "argmap"
"""The name of the format of claim files."""


@frozen
class LoadedMap:
    """A map that was read.

    Attributes:
        name: what it is called in its project.
        map: what was understood of it.
        findings: what was wrong with its files.
        files: the texts that it was read from: claim files, and bibliographies behind them.
        origin: where it lies; None where it was not read from the disk.
        paths: where its claim files lie, by the paths of their texts.
        reviews: what reviewers say of its nodes.
        free_types: types of claims that need no support in its project.
        format: the name of the format that it is in.
        bibliographies: where the bibliographies that it names should lie, each once.
    """

    name: str
    map: ArgumentMap
    findings: tuple[Finding, ...] = ()
    files: tuple[TextFile, ...] = field(default=(), repr=False)
    origin: MapOnDisk | None = field(default=None, repr=False)
    paths: Mapping[str, Path] = field(default=MappingProxyType({}), eq=False, repr=False)
    reviews: "tuple[Review, ...]" = field(default=(), repr=False)
    free_types: tuple[str, ...] = ()
    format: str = NATIVE
    bibliographies: tuple[Path, ...] = field(default=(), repr=False)

    @cached_property
    def assessment(self) -> "Assessment":
        """What stands in the map, with what its project holds to need no support."""
        from argmap.assess import assess  # noqa: PLC0415 - reading alone needs none

        return assess(self.map, self.free_types)
