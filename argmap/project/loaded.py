"""A map with what it was read from."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from argmap.findings import Finding
from argmap.model import ArgumentMap
from argmap.project.discovery import MapOnDisk
from argmap.text import TextFile

if TYPE_CHECKING:
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
    format: str = NATIVE
    bibliographies: tuple[Path, ...] = field(default=(), repr=False)
