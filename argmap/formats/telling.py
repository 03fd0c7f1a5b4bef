"""Which format a text is in."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from argmap.findings import UsageError
from argmap.formats.format import Format
from argmap.formats.glance import Glance
from argmap.formats.problems import shortened
from argmap.formats.table import FORMATS
from argmap.nearest import hint
from argmap.text import TextFile

_ANYBODYS: Final = frozenset({".json", ".txt", ".xml"})
"""Suffixes that tell nothing alone."""


class UnknownFormatError(UsageError):
    """A text is in no format that argmap reads."""


def format_named(name: str, *, formats: Sequence[Format] = FORMATS) -> Format:
    """Return a format by its name.

    Args:
        name: as `argmap formats` lists it.
        formats: those that are known.

    Raises:
        UsageError: naming the nearest, or all of them.
    """
    for one in formats:
        if one.name == name:
            return one
    told = hint(name, (one.name for one in formats))
    message = f"there is no format '{shortened(name)}'; {told}"
    raise UsageError(message)


def format_of_path(path: str) -> Format | None:
    """Return the format to write to a path; None where its suffix is that of none, or of several.

    A claim file is `.yaml`, although other formats are written in YAML.
    """
    suffix = PurePath(path).suffix.lower()
    first = [one for one in FORMATS if one.writes and one.suffixes[0] == suffix]
    if len(first) > 1 and suffix != FORMATS[0].suffixes[0]:
        return None
    found = first or [one for one in FORMATS if one.writes and suffix in one.suffixes]
    return found[0] if found else None


def format_of(file: TextFile) -> Format:
    """Return the format that a text is in, by the suffix of its path and its content.

    Raises:
        UnknownFormatError: saying which formats were tried.
    """
    suffix = PurePath(file.path).suffix.lower()
    glance = Glance(suffix, file.text)
    readable = [one for one in FORMATS if one.reads]
    by_suffix = [one for one in readable if suffix in one.suffixes]
    tells = suffix not in _ANYBODYS and len(by_suffix) == 1
    if tells and not (glance.is_json or glance.is_xml):
        return by_suffix[0]
    for candidates in (by_suffix, readable):
        for one in candidates:
            if one.recognise is not None and one.recognise(glance):
                return one
    if FORMATS[0] in by_suffix:
        return FORMATS[0]  # a claim file without a key that is known; its reader says so
    if tells:
        return by_suffix[0]
    tried = ", ".join(one.name for one in readable)
    message = f"'{file.path}' is in no format that argmap reads; tried were {tried}"
    raise UnknownFormatError(message)
