"""Arguments and options that several commands have."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def paths_argument(command: _Command) -> _Command:
    """Add the paths that a command works on."""
    return click.argument("paths", nargs=-1, type=click.Path(path_type=Path))(command)


def one_of(*choices: str) -> "click.Choice[str]":
    """Return the type of an option that is one of some words, in any case."""
    return click.Choice(choices, case_sensitive=False)


def names_of(values: Sequence[str]) -> tuple[str, ...]:
    """Return the words of an option that may be given several times, or with commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def examples(*lines: str) -> str:
    """Return the end of a help page: commands as they are typed."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))
