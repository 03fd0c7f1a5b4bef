"""Write frameworks in the formats of the ICCMA competitions: .af, .apx and .tgf."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from argmap.assess.dung.framework import Framework
from argmap.assess.dung.reading import FrameworkFormat
from argmap.findings import InvalidValueError

_PLAIN: Final = re.compile(r'"[^"\n]*+"|[^\s(),.%"]++')
_BARE: Final = re.compile(r"\S++")


def write_framework(framework: Framework, form: FrameworkFormat) -> str:
    """Return a framework as text.

    In .af arguments are numbers, so that their names are not kept where these differ: they
    become comments. In .apx a name with blanks or signs is put in quotation marks.

    Args:
        framework: the arguments and their attacks.
        form: how to write it.

    Raises:
        InvalidValueError: when a name cannot be written in that format.
    """
    return _WRITERS[form](framework)


def _af(framework: Framework) -> str:
    numbered = [str(number) for number in range(1, len(framework) + 1)]
    comments = (
        f"# {number} {' '.join(name.split())}"
        for number, name in zip(numbered, framework.names, strict=True)
        if number != name
    )
    attacks = (
        f"{source + 1} {target + 1}"
        for source, target in zip(framework.sources, framework.targets, strict=True)
    )
    return _text(f"p af {len(framework)}", *comments, *attacks)


def _apx(framework: Framework) -> str:
    names = [_quoted(name) for name in framework.names]
    attacks = zip(framework.sources, framework.targets, strict=True)
    return _text(
        *(f"arg({name})." for name in names),
        *(f"att({names[source]},{names[target]})." for source, target in attacks),
    )


def _tgf(framework: Framework) -> str:
    for name in framework.names:
        if not _BARE.fullmatch(name) or name == "#":
            _refuse(name, FrameworkFormat.TGF)
    return _text(
        *framework.names, "#", *(f"{source} {target}" for source, target in framework.pairs())
    )


def _quoted(name: str) -> str:
    if _PLAIN.fullmatch(name):
        return name
    if '"' in name or "\n" in name or "%" in name:
        _refuse(name, FrameworkFormat.APX)
    return f'"{name}"'


def _refuse(name: str, form: FrameworkFormat) -> None:
    message = f"'{name}' cannot be the name of an argument in .{form}; rename it, or write .af"
    raise InvalidValueError(message)


def _text(*lines: str) -> str:
    return "\n".join((*lines, ""))


_WRITERS: Final[Mapping[FrameworkFormat, Callable[[Framework], str]]] = {
    FrameworkFormat.AF: _af,
    FrameworkFormat.APX: _apx,
    FrameworkFormat.TGF: _tgf,
}
