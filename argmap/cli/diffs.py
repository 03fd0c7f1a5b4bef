"""Differences between two texts, as a terminal shows them."""

import io
from difflib import unified_diff
from typing import Final

import click

from argmap.text import printable

_COLOURS: Final = {"+": "green", "-": "red", "@": "cyan"}


def print_diff(path: str, old: str, new: str, what: str) -> None:
    """Print the differences between a file and what it would be.

    Args:
        path: the file.
        old: its text.
        new: what its text would be.
        what: what it would be then, in a word.
    """
    # With line ends kept, so that a change of those shows as well; not by str.splitlines, for
    # which a form feed ends a line.
    before, after = (io.StringIO(text, newline="").readlines() for text in (old, new))
    for line in unified_diff(before, after, path, f"{path} ({what})"):
        click.secho(printable(line.rstrip("\r\n")), fg=_COLOURS.get(line[:1]))
