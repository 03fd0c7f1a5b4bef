"""Argdown."""

from argmap.findings import Finding
from argmap.formats.argdown.building import read_document
from argmap.formats.argdown.mapping import as_map
from argmap.formats.format import Beside, nothing_beside
from argmap.model import ArgumentMap
from argmap.text import TextFile


def read(
    file: TextFile, beside: Beside = nothing_beside
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read an Argdown file, with what it includes."""
    return as_map(read_document(file, beside), file)
