"""xAIF."""

from attrs import evolve

from argmap.findings import Finding
from argmap.formats.format import Beside, Written
from argmap.formats.json_text import read_json, write_json
from argmap.formats.nodeset import read_nodeset
from argmap.formats.nodeset.around import kept_around, write_around
from argmap.formats.nodeset.names import XAIF, fields
from argmap.formats.nodeset.places import Places
from argmap.model import ArgumentMap
from argmap.text import TextFile


def read(file: TextFile, _beside: Beside) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read a nodeset and what stands around it."""
    json = read_json(file)
    if json.value is None and json.findings:
        return ArgumentMap(), json.findings
    key = "AIF" if "AIF" in json.top or "aif" not in json.top else "aif"
    around = kept_around(json.top, key)
    nodeset, rest = fields(json.top.get(key)), fields(around.get("rest"))
    argument_map, findings = read_nodeset(nodeset, Places(json, key), rest)
    data = {**argument_map.data, XAIF: around}
    return evolve(argument_map, data=data), (*json.findings, *findings)


def write(argument_map: ArgumentMap) -> Written:
    """Write a map as xAIF."""
    return Written(write_json(write_around(argument_map)))
