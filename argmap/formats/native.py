"""Claim files of argmap, in YAML.

All that a map has is read and written; what each key means, `argmap schema` and the README tell.
A directory of claim files is one map, and is written as one file.

=====================  =======================================================
in a map               in a claim file
=====================  =======================================================
claims, evidence       `claims:`, `evidence:`, by their ids
relations              at their target: `supporting:`, `contrasting:`, `undercut:`;
                       or at their premise: `supports:`, `contrasts:`, `undercuts:`, `restates:`
sources, passages      `sources:`; `cites:` of a node
data of other formats  `data:`, by the name of the format
=====================  =======================================================
"""

from argmap.claimfile import read as read_files
from argmap.claimfile import write as write_file
from argmap.findings import Finding
from argmap.formats.format import Beside, Written, nothing_beside
from argmap.model import ArgumentMap
from argmap.text import TextFile


def read(
    file: TextFile,
    beside: Beside = nothing_beside,  # noqa: ARG001 - as all readers have it
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read one claim file; bibliographies that it names are not read."""
    return read_files([file])


def write(argument_map: ArgumentMap) -> Written:
    """Write one claim file."""
    return Written(write_file(argument_map))
