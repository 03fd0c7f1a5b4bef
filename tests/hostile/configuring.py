"""Reads the configurations in directories that are called by numbers from 0."""

from pathlib import Path

from argmap.findings import ArgmapError
from argmap.project import find_project
from argmap.project.discovery import maps_of


def main(count: str) -> None:
    """Find each project and its maps, or a message why there is none.

    Args:
        count: of directories.
    """
    for number in range(int(count)):
        try:
            maps_of(find_project(Path(str(number))))
        except (ArgmapError, OSError) as error:  # the command line tells both
            assert str(error)  # noqa: PT017 - it has a message
