"""Analyses of OVA2, the earlier tool for argument analysis on the web (Janier et al. 2014).

Source: the files that OVA2 and the ReCAP corpora hold. argmap reads them, and writes them as
`xaif`, which OVA3 opens; what is said there of nodes and steps holds here, too.

    OVA2                                    argmap
    nodes of type I                         claims; `majorClaim` makes them main
    nodes of type RA, CA, MA                relations, as in `xaif`
    `scheme` of a node                      the number of a scheme; `0` is none
    nodes of type L, TA, YA; participants   kept, with the persons as sources
    `from` and `to` of an edge              whole nodes, of which only the id counts
    `analysis.txt` with its spans           a source, and passages with quotations
    `analysis.documentTitle`                title of the map and of that source
    `documentSource`, `documentDate`        URL and date of that source
    `x`, `y`, `visible`                     kept, for OVA3
    `date` of a node                        kept as `timestamp`
    all other fields that are not empty     kept with the node
"""

import re
from collections.abc import Mapping
from typing import Final

from attrs import evolve

from argmap.findings import Finding
from argmap.formats.format import Beside
from argmap.formats.json_text import JsonText, read_json
from argmap.formats.nodeset import read_nodeset
from argmap.formats.nodeset.around import kept_around
from argmap.formats.nodeset.names import XAIF, fields, items, name_of, objects
from argmap.formats.nodeset.places import Places
from argmap.model import ArgumentMap, Claim, Json, Node, Source
from argmap.text import TextFile

_TIME: Final = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})(?: - ([0-9:]{8}))?")
_DRAWN: Final = frozenset({"x", "y", "w", "h", "color", "visible"})
_SAID: Final = frozenset({"id", "text", "type", "scheme", "date", "participantID"})
_OF_THE_TEXT: Final = frozenset({"text_begin", "text_end", "text_length"})


def read(file: TextFile, _beside: Beside) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read an analysis."""
    json = read_json(file)
    if json.value is None and json.findings:
        return ArgumentMap(), json.findings
    whole = _as_xaif(json)
    around = kept_around(whole, "AIF")
    the_map, findings = read_nodeset(fields(whole["AIF"]), Places(json), fields(around.get("rest")))
    data = {**the_map.data, XAIF: around}
    return _with_document(evolve(the_map, data=data), json), (*json.findings, *findings)


def _as_xaif(json: JsonText) -> dict[str, Json]:
    top, analysis = json.top, fields(json.top.get("analysis"))
    nodes: Json = top.get("nodes")
    edges: Json = top.get("edges")
    nodeset: dict[str, Json] = {
        "nodes": [_node(one) for one in nodes] if isinstance(nodes, list) else nodes,
        "edges": [_edge(number, one) for number, one in enumerate(items(edges), start=1)],
        "participants": [*map(_participant, objects(top.get("participants")))],
        "schemefulfillments": [
            {"nodeID": one.get("id"), "schemeID": one["scheme"]}
            for one in objects(nodes)
            if name_of(one.get("scheme")) not in ("", "0")
        ],
        "descriptorfulfillments": [],
        "locutions": [
            {"nodeID": one.get("id"), "personID": one["participantID"]}
            for one in objects(nodes)
            if one.get("type") == "L" and name_of(one.get("participantID")) not in ("", "0")
        ],
    }
    first, _, last = str(analysis.get("annotatorName") or "").partition(" ")
    url = analysis.get("documentSource")
    return {
        "AIF": nodeset,
        "text": {"txt": analysis.get("txt") or "", "url": url if isinstance(url, str) else ""},
        "OVA": {
            "firstname": first,
            "surname": last,
            "url": url if isinstance(url, str) else "",
            "nodes": [_drawn(one) for one in objects(nodes)],
            "edges": [
                {"fromID": _end(one.get("from")), "toID": _end(one.get("to")), "visible": True}
                for one in objects(edges)
            ],
        },
    }


def _node(node: Json) -> Json:
    if not isinstance(node, dict):
        return node
    found = {name: node[old] for name, old in _NAMES if old in node}
    date = _iso(node.get("date"))
    more = {
        name: value
        for name, value in node.items()
        if name not in _DRAWN | _SAID | _OF_THE_TEXT and value not in ("", [], {}, False, None)
    }
    return {**more, **found, **({"timestamp": date} if date else {})}


_NAMES: Final = (("nodeID", "id"), ("text", "text"), ("type", "type"))


def _edge(number: int, edge: Json) -> Json:
    if not isinstance(edge, dict):
        return edge
    return {"edgeID": number, "fromID": _end(edge.get("from")), "toID": _end(edge.get("to"))}


def _end(end: Json) -> Json:
    return end.get("id") if isinstance(end, dict) else end


def _participant(one: Mapping[str, Json]) -> Json:
    return {
        "participantID": one.get("id", one.get("participantID")),
        "firstname": one.get("firstname", ""),
        "surname": one.get("surname", ""),
    }


def _drawn(node: Mapping[str, Json]) -> Json:
    return {
        "nodeID": node.get("id"),
        "visible": node.get("visible", True),
        "x": node.get("x", 0),
        "y": node.get("y", 0),
        "timestamp": "",
    }


def _with_document(the_map: ArgumentMap, json: JsonText) -> ArgumentMap:
    """Return the map with what the analysis says of its document."""
    analysis = fields(json.top.get("analysis"))
    title, date = analysis.get("documentTitle"), _iso(analysis.get("documentDate"))
    main = {name_of(one.get("id")) for one in objects(json.top.get("nodes")) if _is_main(one)}
    title = title if isinstance(title, str) else ""
    return evolve(
        the_map,
        title=title,
        nodes=[_marked(one, main) for one in the_map.nodes],
        sources=[_dated(one, title, date) for one in the_map.sources],
    )


def _is_main(node: Mapping[str, Json]) -> bool:
    return node.get("majorClaim") is True


def _marked(node: Node, main: set[str]) -> Node:
    return evolve(node, main=True) if isinstance(node, Claim) and node.id in main else node


def _dated(source: Source, title: str, date: str) -> Source:
    if source.id != "text":
        return source
    return evolve(source, title=title or source.title, date=date or None)


def _iso(value: Json) -> str:
    """Return `06/03/2019 - 14:31:23`, a day before its month, as `2019-03-06 14:31:23`."""
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return ""
    day, month, year, time = found.groups()
    return f"{year}-{month}-{day}" + (f" {time}" if time else "")
