"""The texts of the tutorial, written into a small project of their own."""

from importlib.resources import files
from pathlib import Path
from typing import Final

from argmap.findings import UsageError
from argmap.project import shown, write_text

_PAGE: Final = "argmap help tutorial"
_SETTINGS: Final = f"""\
# `{_PAGE}` tells what to do here.
# This file may stay empty: it says that a project begins in this directory.
"""


def write_tutorial(directory: Path) -> tuple[Path, ...]:
    """Write an article, two of its sources, and an empty configuration.

    Args:
        directory: where to; it is made, and may be there where it is empty.

    Returns:
        What was written, the texts first.

    Raises:
        UsageError: when the directory holds something, or the disk refuses.
    """
    if directory.exists() and not (directory.is_dir() and not any(directory.iterdir())):
        message = f"'{shown(directory)}' is there already; name another directory"
        raise UsageError(message)
    texts = directory / "claims" / "last-bus" / "texts"
    kept = sorted((files("argmap") / "topics" / "tutorial").iterdir(), key=lambda one: one.name)
    written = {texts / one.name: one.read_text(encoding="utf-8") for one in kept}
    written[directory / "argmap.toml"] = _SETTINGS
    for path, text in written.items():
        write_text(path, text)
    return tuple(written)
