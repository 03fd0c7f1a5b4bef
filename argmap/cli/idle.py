"""Options of `argmap render` that would do nothing to what is asked for."""

from collections.abc import Collection, Mapping
from typing import Final

import click
from click.core import ParameterSource

from argmap.cli.picturing import SUFFIXES, Format
from argmap.findings import UsageError
from argmap.render import Engine

_INK: Final[frozenset[Format]] = frozenset({"svg", "png", "pdf"})

MATTERS_FOR: Final[Mapping[str, Collection[Format]]] = {
    "engine": _INK,
    "theme": _INK | {"html"},
    "direction": _INK | {"dot", "mermaid"},
    "cross_edges": _INK | {"html"},
    "order": _INK,
    "frames": _INK | {"html"},
    "embed_sources": {"html"},
    "strength": _INK | {"html", "markdown"},
    "load_bearing": _INK | {"html", "markdown"},
}
"""The formats that an option matters for; one that is not here matters for all.

Viewers refuse --max-nodes themselves, and the engine "dot" --frames: they have more to say.
"""

TREE_ONLY: Final = ("cross_edges", "order")
"""Options that the engine "dot" knows nothing of."""

NEEDED: Final[Mapping[str, str]] = {"depth": "focus"}
"""What an option does nothing without."""


def refuse_idle(context: click.Context, output: Format, engine: Engine) -> None:
    """Refuse the first option on the command line that would do nothing.

    Raises:
        UsageError: naming it, why, and what to do.
    """
    given = {
        one.name or "": one.opts[0]
        for one in context.command.params
        if context.get_parameter_source(one.name or "") is ParameterSource.COMMANDLINE
    }
    for name, spelled in given.items():
        formats = MATTERS_FOR.get(name, SUFFIXES)
        if output not in formats:
            others = ", ".join(form for form in SUFFIXES if form in formats)
            choice = f"{'one of ' if ',' in others else ''}{others}"
            message = (
                f"{spelled} does nothing for the format {output}; leave it out, or choose {choice}"
            )
            raise UsageError(message)
        if engine == "dot" and output in _INK and name in TREE_ONLY:
            message = f"{spelled} does nothing for the engine dot; leave it out, or use tree"
            raise UsageError(message)
        if name in NEEDED and NEEDED[name] not in given:
            message = f"{spelled} does nothing without --{NEEDED[name]}; add that, or leave it out"
            raise UsageError(message)
