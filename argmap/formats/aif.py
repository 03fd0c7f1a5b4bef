"""AIF nodesets in JSON, as AIFdb has them."""

from argmap.findings import Finding
from argmap.formats.format import Beside, Written
from argmap.formats.json_text import read_json, write_json
from argmap.formats.nodeset import read_nodeset, write_nodeset
from argmap.formats.nodeset.places import Places
from argmap.model import ArgumentMap
from argmap.text import TextFile


def read(file: TextFile, _beside: Beside) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read a nodeset."""
    json = read_json(file)
    if json.value is None and json.findings:
        return ArgumentMap(), json.findings
    argument_map, findings = read_nodeset(json.top, Places(json))
    return argument_map, (*json.findings, *findings)


def write(argument_map: ArgumentMap) -> Written:
    """Write a map as a nodeset."""
    return Written(write_json(write_nodeset(argument_map)))
