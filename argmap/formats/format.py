"""What a format is, what its reader is given, and what its writer gives back."""

from collections.abc import Callable, Mapping
from importlib import import_module
from inspect import cleandoc
from types import MappingProxyType, ModuleType
from typing import Final, TypeAlias

from attrs import field, frozen

from argmap.collector import collector_at_rest
from argmap.findings import Finding
from argmap.formats.glance import Glance
from argmap.model import ArgumentMap
from argmap.text import TextFile

Beside: TypeAlias = Callable[[str], TextFile | None]
"""Gives the text of a file by its path from the file that is read; None where there is none.

A file outside of the project is none.
"""

Read: TypeAlias = tuple[ArgumentMap, tuple[Finding, ...]]
"""What a reader gives: what it understood, and what was wrong."""

_NO_MORE: Final[Mapping[str, str]] = MappingProxyType({})


def nothing_beside(_path: str) -> TextFile | None:
    """Give no other file: for a text that has no place on a disk."""
    return None


@frozen
class Loss:
    """What a format has no place for.

    Attributes:
        what: as people say it, in the plural: `tags of claims`.
        count: how many of these the map has.
    """

    what: str
    count: int


@frozen
class Written:
    """A map as a text of some format.

    Attributes:
        text: the text.
        losses: what it could not carry, one for each kind.
        beside: further files that belong to it, by what stands in place of the suffix of the
            first: `.txt` beside `.ann`.
    """

    text: str = field(repr=False)
    losses: tuple[Loss, ...] = ()
    beside: Mapping[str, str] = field(default=_NO_MORE, repr=False)


@frozen
class Format:
    """A format of the field.

    Its module has the functions `read(file, beside)` and `write(argument_map)`, or one of them,
    and its docstring is the page for users.

    Attributes:
        name: what users call it on the command line.
        title: what it is.
        suffixes: how the names of its files end; the first is that of new files.
        module: where it is read and written.
        reads: whether argmap reads it.
        writes: whether argmap writes it.
        recognise: says from a glance whether a text is in this format; None where only the
            suffix tells.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str
    reads: bool = field(default=True, kw_only=True)
    writes: bool = field(default=True, kw_only=True)
    recognise: Callable[[Glance], bool] | None = field(default=None, kw_only=True)

    def read(self, file: TextFile, beside: Beside = nothing_beside) -> Read:
        """Read a map. Bad text never raises: it becomes findings.

        Args:
            file: the text, and the path that findings name.
            beside: gives the files beside it, which some formats have.
        """
        read: Callable[[TextFile, Beside], Read] = self._module.read
        with collector_at_rest():
            return read(file, beside)

    def write(self, argument_map: ArgumentMap) -> Written:
        """Write a map, and say what the format could not carry.

        Raises:
            ArgmapError: where the map has something that no text of this format can hold.
        """
        write: Callable[[ArgumentMap], Written] = self._module.write
        return write(argument_map)

    @property
    def page(self) -> str:
        """What maps to what, for users."""
        return cleandoc(self._module.__doc__ or "")

    @property
    def _module(self) -> ModuleType:
        # A run needs one format or two, and some bring heavy libraries.
        return import_module(self.module)
