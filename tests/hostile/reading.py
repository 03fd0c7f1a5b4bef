"""Reads all files of the working directory in one format, and says how many there were."""

import sys
from pathlib import Path

from argmap.assess import assess
from argmap.claimfile import write
from argmap.findings import ArgmapError
from argmap.formats import format_named
from argmap.text import TextFile


def main(name: str) -> None:
    """Read what ends as the format has it; what was understood can be judged and kept.

    Args:
        name: of the format.
    """
    form = format_named(name)
    paths = sorted(Path().glob(f"*{form.suffixes[0]}"))
    for path in paths:
        the_map, findings = form.read(TextFile(path.name, path.read_text(encoding="utf-8")))
        assert all(one.message for one in findings)
        assess(the_map)
        try:
            write(the_map)
        except ArgmapError as error:  # data of others may be too deep to keep
            assert str(error)  # noqa: PT017 - it has a message
    sys.stdout.write(f"read {len(paths)}\n")
