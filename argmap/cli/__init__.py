"""The command line: each command gathers, calls, prints, and exits."""

import gc
import os
import sys
from io import TextIOWrapper
from typing import Final

import click

from argmap.cli.door import Door
from argmap.cli.options import examples
from argmap.version import __version__

__all__ = ["main"]

_SELDOM: Final = (100_000, 50, 50)


@click.group(
    cls=Door,
    epilog=examples("argmap help tutorial", "argmap init", "argmap check", "argmap render"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="argmap", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Keep the claims of a text as plain files, find the unsupported ones, draw the argument.

    Maps are YAML files in the directory `claims`; pictures go to `renders`. Without paths a
    command works on all maps of the project.

    Exit codes: 0 clean, 1 findings or differences, 2 wrong use or nothing examined.
    """
    # A run makes many values and few cycles; by default a large map spends half its time on those.
    gc.set_threshold(*_SELDOM)
    if os.environ.get("NO_COLOR"):
        context.color = False
    for stream in (sys.stdout, sys.stderr):
        # A terminal without UTF-8 shows `\\u2026` for what it lacks, not a traceback.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
