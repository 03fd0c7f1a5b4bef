"""xAIF, the JSON that the AMF pipeline and OVA3 pass on: a nodeset with a text and a layout.

Source: the files of OVA3 and of the Argument Mining Framework (arg-tech, University of Dundee).
The nodeset, under `AIF` or `aif`, is read as in the format `aif`, whose page tells of it. Around:

    xAIF                                argmap
    `text` (a text, or `txt` and `url`) kept as it is; a source `text` where claims come from it
    a span in it with the id of a       a passage of the claim, with the words of the span as its
    claim, or of its locution           quotation: `node17` and `17` are the same
    `participants`                      names of the speakers, which are sources
    `schemefulfillments`                schemes of relations
    `OVA`: places of nodes and edges    kept; what is gone goes, what is new stands below the rest
    `dialog`, and all other fields      kept as they are, under `xaif`

Ids may be numbers or texts, and stay so. In writing a map that came from no xAIF, nodes are placed
in rows, and `text` is empty. Nothing is lost: see `aif`.
"""

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
