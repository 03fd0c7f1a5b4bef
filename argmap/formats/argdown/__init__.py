"""Argdown."""

from argmap.findings import Finding
from argmap.formats.argdown.building import read_document
from argmap.formats.argdown.mapping import as_map
from argmap.formats.argdown.writing import as_argdown
from argmap.formats.format import Beside, Written, nothing_beside
from argmap.model import ArgumentMap
from argmap.text import TextFile


def read(
    file: TextFile, beside: Beside = nothing_beside
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read an Argdown file, with what it includes."""
    return as_map(read_document(file, beside), file)


def write(argument_map: ArgumentMap) -> Written:
    """Write a map as Argdown. What Argdown has no place for stands in data under `argmap`."""
    return Written(as_argdown(argument_map))
