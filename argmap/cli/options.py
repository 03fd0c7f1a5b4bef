"""Arguments and options that several commands have."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from argmap.cli import completing

_Command = TypeVar("_Command", bound=Callable[..., Any])


def paths_argument(command: _Command) -> _Command:
    """Add the paths that a command works on."""
    return click.argument("paths", nargs=-1, type=click.Path(path_type=Path))(command)


def map_option(command: _Command) -> _Command:
    """Add `--map`: the one map that is meant, where several have an id."""
    return click.option(
        "--map",
        "name",
        metavar="NAME|PATH",
        help="The map to look in, or its file.",
        shell_complete=completing.map_names,
    )(command)


def only_check_option(command: _Command) -> _Command:
    """Add `--check`: compare with what is on the disk, and write nothing."""
    told = "Write nothing; exit 1 on differences."
    return click.option("--check", "only_check", is_flag=True, help=told)(command)


def report_option(told: str) -> Callable[[_Command], _Command]:
    """Return what adds `--format`: text or JSON.

    Args:
        told: the help of the option.
    """
    return click.option(
        "-f",
        "--format",
        "report",
        type=one_of("text", "json"),
        default="text",
        show_default=True,
        help=told,
    )


def one_of(*choices: str) -> "click.Choice[str]":
    """Return the type of an option that is one of some words, in any case."""
    return click.Choice(choices, case_sensitive=False)


def names_of(values: Sequence[str]) -> tuple[str, ...]:
    """Return the words of an option that may be given several times, or with commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def examples(*lines: str) -> str:
    """Return the end of a help page: commands as they are typed."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))
