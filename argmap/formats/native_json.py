"""Claim files of argmap, in JSON.

The same keys as in YAML, by the same JSON Schema (`argmap schema`), for programs. JSON is a part
of YAML, and is read with the same messages. All that a map has is read and written, but that no
id can stand twice.

==========================  ==================================================
in a map                    in JSON
==========================  ==================================================
claims, evidence, sources   objects by their ids, under the keys of claim files
relations                   lists at their target or premise, as in claim files
`main`, degrees, counts     `true` and numbers; all else is text
data of other formats       as it is, under `data`
==========================  ==================================================
"""

import re
from typing import Final

from argmap.claimfile import read as read_files
from argmap.claimfile import write_json
from argmap.findings import Finding
from argmap.formats.format import Beside, Written, nothing_beside
from argmap.model import ArgumentMap
from argmap.text import TextFile

_ESCAPE: Final = re.compile(r"\\(?:u([dD][89abAB]..)\\u([dD][c-fC-F]..)|.)", re.DOTALL)


def read(
    file: TextFile,
    beside: Beside = nothing_beside,  # noqa: ARG001 - as all readers have it
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read one claim file; bibliographies that it names are not read."""
    return read_files([TextFile(file.path, _ESCAPE.sub(_whole, file.text))])


def write(argument_map: ArgumentMap) -> Written:
    """Write one claim file."""
    return Written(write_json(argument_map))


def _whole(escape: re.Match[str]) -> str:
    """Return an escaped character as YAML has it: JSON escapes one in two halves."""
    if not escape[1]:
        return escape[0]
    try:
        halves = int(escape[1], 16) - 0xD800, int(escape[2], 16) - 0xDC00
    except ValueError:
        return escape[0]
    return f"\\U{0x10000 + (halves[0] << 10) + halves[1]:08X}"
