"""Maps written back as claim files."""

from pathlib import Path

from argmap.claimfile import write
from argmap.model import ArgumentMap
from argmap.project.disk import write_text


def dumps(argument_map: ArgumentMap) -> str:
    """Return a map as the canonical text of one claim file."""
    return write(argument_map)


def save(argument_map: ArgumentMap, path: str | Path) -> bool:
    """Write a map to one claim file, and say whether that changed the disk.

    The file is written as a whole or not at all; one that is equal is left alone.

    Raises:
        UsageError: when it cannot be written.
    """
    return write_text(Path(path), write(argument_map))
