"""The texts of sources, as several commands are given them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def text_option(command: _Command) -> _Command:
    """Add the option that gives texts of sources which are not part of the project."""
    return click.option(
        "--text",
        "given",
        multiple=True,
        callback=_given,
        metavar="ID=PATH",
        help="The text of a source, in place of its `file:`. May be given several times.",
    )(command)


def any_text_option(command: _Command) -> _Command:
    """Add the option that gives texts, of sources or of anything."""
    return click.option(
        "--text",
        "given",
        multiple=True,
        callback=_given_or_named,
        metavar="[ID=]PATH",
        help="Look in this text only. May be given several times.",
    )(command)


def _given(
    context: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> Mapping[str, Path]:
    found = {}
    for value in values:
        source_id, equals, path = value.partition("=")
        if not (source_id and equals and path):
            message = f"'{value}' names no source; write `--text ID=PATH`"
            raise click.BadParameter(message, context, param)
        found[source_id] = Path(path)
    return found


def _given_or_named(
    _context: click.Context, _param: click.Parameter, values: tuple[str, ...]
) -> Mapping[str, Path]:
    """Read each `ID=PATH`, or `PATH` whose name without its end is the id."""
    found = {}
    for value in values:
        source_id, equals, path = value.partition("=")
        is_path = not (source_id and equals and path) or Path(value).exists()
        found[Path(value).stem if is_path else source_id] = Path(value if is_path else path)
    return found
