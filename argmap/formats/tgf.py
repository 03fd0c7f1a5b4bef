"""Frameworks of abstract arguments (Dung 1995), in the trivial graph format.

    .tgf                     argmap
    an argument             a claim, whose id and text are its name
    an attack               a relation that contrasts

That is a line for each argument, `#`, and a line `a b` for each attack. An id with a blank cannot
be written.

In writing, claims and evidence are arguments, and contrasts with one premise are attacks; all
else is told as lost. What supports and undercuts mean for what can be accepted,
`argmap assess --semantics preferred` tells of any map.
"""

from argmap.assess.dung.reading import FrameworkFormat
from argmap.findings import Finding
from argmap.formats.format import Beside, Written, nothing_beside
from argmap.formats.frameworks import read_as, write_as
from argmap.model import ArgumentMap
from argmap.text import TextFile


def read(
    file: TextFile,
    beside: Beside = nothing_beside,  # noqa: ARG001 - as all readers have it
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read a framework."""
    return read_as(file, FrameworkFormat.TGF)


def write(argument_map: ArgumentMap) -> Written:
    """Write the attacks of a map."""
    return write_as(argument_map, FrameworkFormat.TGF)
