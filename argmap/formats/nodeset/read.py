"""Nodesets in: claims, the steps between them, and the dialogue kept as it is."""

from collections.abc import Mapping
from itertools import zip_longest
from typing import Final

from argmap.findings import Finding, Severity
from argmap.formats.nodeset.dialogue import DIALOGUE, Said, what_was_said
from argmap.formats.nodeset.ends import STEPS, ends_of
from argmap.formats.nodeset.kept import kept_node, shared_by
from argmap.formats.nodeset.names import AIF, as_number, fields, is_numbered, name_of, objects
from argmap.formats.nodeset.places import Places
from argmap.formats.nodeset.reading import Reading
from argmap.formats.nodeset.slot import SLOT
from argmap.formats.nodeset.steps import relations_of
from argmap.formats.nodeset.texts import text_of
from argmap.formats.problems import shortened
from argmap.model import ArgumentMap, Claim, Evidence, Json, Node, Relation, Source

_LISTS: Final = ("nodes", "edges")


def read_nodeset(
    nodeset: Mapping[str, Json], places: Places, around: Mapping[str, Json] | None = None
) -> tuple[ArgumentMap, tuple[Finding, ...]]:
    """Read a nodeset.

    Args:
        nodeset: an object with `nodes` and `edges`.
        places: where its parts stand.
        around: what stands around it in xAIF: a text, a layout.
    """
    nodes, edges = nodeset.get("nodes"), nodeset.get("edges")
    nodes, edges = (
        nodes if isinstance(nodes, list) else [],
        edges if isinstance(edges, list) else [],
    )
    raws, twice = _raws(nodes)
    as_numbers = bool(raws) and all(type(raw) is int for raw in raws.values())
    as_texts = all(type(raw) is str for raw in raws.values())
    reading = Reading(
        places, ends_of(nodes, edges), shared_by(edges), as_numbers, as_texts, raws, twice
    )
    _tell_of_lists(reading, nodeset)
    _note_ids(reading, nodes, nodeset)
    text = (around or {}).get("text")
    claims = [name for name, kind in reading.ends.kinds.items() if kind == "claim"]
    steps = {name for name in twice if reading.ends.is_step(name)}
    said = what_was_said(nodes, reading.ends.others, nodeset, text, claims, steps)
    found_nodes: list[Node] = []
    relations: list[Relation] = []
    for number, node in enumerate(nodes):
        _read_node(reading, number, node, said, found_nodes, relations)
    missing = _tell_of_edges(reading) | _missing(reading, nodeset, around)
    kept = _kept(reading, nodeset, missing)
    the_map = _whole(reading, nodeset, kept, said, found_nodes, relations)
    return the_map, tuple(reading.findings)


def _raws(nodes: list[Json]) -> tuple[dict[str, Json], set[str]]:
    """Return the ids of nodes as they stand in JSON, and those that stand twice."""
    raws: dict[str, Json] = {}
    twice: set[str] = set()
    for node in nodes:
        if isinstance(node, dict) and (name := name_of(node.get("nodeID"))):
            if name in raws:
                twice.add(name)
            else:
                raws[name] = node["nodeID"]
    return raws, twice


def _read_node(
    reading: Reading,
    number: int,
    node: Json,
    said: Said,
    nodes: list[Node],
    relations: list[Relation],
) -> None:
    if not isinstance(node, dict):
        message = f"item {number + 1} of the nodes is no object"
        span = reading.places.node(number)
        reading.tell(span, message, "it is kept as it is; remove it", severity=Severity.ERROR)
        reading.strays.append(node)
        return
    name, kind = name_of(node.get("nodeID")), node.get("type")
    if not isinstance(kind, str):
        kind = None
    if kind == "I" or (reading.ends.is_claim(name) and kind not in STEPS):
        nodes.append(_claim(reading, number, node, name, said))
    elif kind in STEPS and name and reading.ends.is_step(name):
        found = relations_of(reading, number, node, name)
        relations.extend(found)
        if not found:
            reading.strays.append(node)
    else:
        reading.strays.append(node)
        _tell_of_stray(reading, number, name, kind)


def _claim(reading: Reading, number: int, node: dict[str, Json], name: str, said: Said) -> Node:
    span = reading.places.node(number)
    node_id = reading.id_of(name) if name else f"node-{number + 1}"
    if not name:
        message = f"item {number + 1} of the nodes has no id"
        reading.tell(span, message, f"it is called '{node_id}' here; give it a `nodeID`", node_id)
    text = text_of(node.get("text"))
    usual = as_number(node_id) if reading.as_numbers else node_id
    kept = kept_node(node, {"nodeID": usual, "text": text, "type": "I"})
    data: dict[str, Json] = {AIF: kept} if kept else {}
    passages = said.passages.get(name, ())
    if SLOT not in node:
        return Claim(node_id, text, passages=passages, data=data, span=span)
    slot = node[SLOT]
    is_evidence = fields(slot).get("kind") == "evidence"
    given, other = reading.given(span, slot, Evidence if is_evidence else Claim, node_id)
    given.setdefault("passages", passages)
    data = {**fields(other.get("data")), **data}
    made: type[Claim | Evidence] = Evidence if is_evidence else Claim
    return made(node_id, text, data=data, span=span, **given)  # type: ignore[arg-type] # by their names


def _note_ids(reading: Reading, nodes: list[Json], nodeset: Mapping[str, Json]) -> None:
    for node in nodes:
        if isinstance(node, dict) and SLOT in node:
            own = fields(node[SLOT]).get("id")
            name = name_of(node.get("nodeID"))
            if isinstance(own, str) and own and name:
                reading.ids.setdefault(name, own)
    fulfilled = nodeset.get("schemefulfillments")
    for one in fulfilled if isinstance(fulfilled, list) else ():
        if isinstance(one, dict):
            name = name_of(one.get("nodeID"))
            reading.fulfilled.setdefault(name, name_of(one.get("schemeID")))


def _tell_of_lists(reading: Reading, nodeset: Mapping[str, Json]) -> None:
    for name in _LISTS:
        value = nodeset.get(name)
        if not isinstance(value, list) and (name == "nodes" or name in nodeset):
            message = f"the nodeset has no list of {name}"
            advice = f"write them as `{name}`: [...], which may be empty"
            reading.tell(reading.places.part(name), message, advice, severity=Severity.ERROR)


def _tell_of_stray(reading: Reading, number: int, name: str, kind: Json) -> None:
    if kind in DIALOGUE:
        return
    called = f"'{shortened(name)}'" if name else f"item {number + 1} of the nodes"
    span = reading.places.node(number)
    if kind == "PA":
        message = f"{called} is a preference, for which argmap has no word"
        reading.tell(span, message, "it is kept as it is, and not shown", name)
    elif kind in STEPS:
        message = f"{called} has the id of another node" if name else f"{called} has no id"
        reading.tell(span, message, "it is kept as it is, and not shown; give it its own", name)
    else:
        message = f"{called} is of a type that AIF does not know: {_shown(kind)}"
        reading.tell(span, message, "it is kept as it is, and not shown; make it an `I`", name)


def _tell_of_edges(reading: Reading) -> set[str]:
    """Tell of edges that lead nowhere, or from claim to claim; return the ids that are missing."""
    kinds = reading.ends.kinds
    missing: set[str] = set()
    for number, edge in zip_longest(reading.ends.numbers, reading.ends.others):
        problem = "is no object"
        if isinstance(edge, dict):
            start, end = name_of(edge.get("fromID")), name_of(edge.get("toID"))
            of_start, of_end = kinds.get(start), kinds.get(end)
            if of_start and of_end and not of_start == of_end == "claim":
                continue
            problem = _wrong_with(start, end, kinds)
            missing.update(one for one in (start, end) if one and one not in kinds)
        if number is not None:
            message = f"edge {number + 1} {problem}"
            advice = "it is kept as it is, and not shown; mend it or remove it"
            reading.tell(reading.places.edge(number), message, advice)
    return missing


def _wrong_with(start: str, end: str, kinds: Mapping[str, str]) -> str:
    if not start or not end:
        return "lacks an end"
    for name in (start, end):
        if name not in kinds:
            return f"leads from or to '{shortened(name)}', which is not there"
    ends = f"'{shortened(start)}' to '{shortened(end)}'"
    return f"leads from claim to claim, without a step between: {ends}"


def _whole(
    reading: Reading,
    nodeset: Mapping[str, Json],
    kept: dict[str, Json],
    said: Said,
    nodes: list[Node],
    relations: list[Relation],
) -> ArgumentMap:
    data: dict[str, Json] = {AIF: kept}
    slot = nodeset.get(SLOT)
    given: dict[str, object] = {}
    if SLOT in nodeset:
        given, other = reading.given(reading.places.part(SLOT), slot, ArgumentMap, "the map")
        data = {**fields(other.get("data")), **data}
    sources = said.sources
    if "sources" in given:
        sources = _sources(given.pop("sources"), said, nodes)  # type: ignore[arg-type] # by its name
    return ArgumentMap(
        nodes=nodes,
        relations=relations,
        sources=sources,
        data=data,
        span=reading.places.part(),
        **given,  # type: ignore[arg-type] # by their names
    )


def _sources(own: tuple[Source, ...], said: Said, nodes: list[Node]) -> tuple[Source, ...]:
    """Return the sources that argmap wrote, and those that have come to be cited since."""
    known = {source.id for source in own}
    cited = {passage.source for node in nodes for passage in node.passages}
    new = (one for one in said.sources if one.id in cited and one.id not in known)
    return (*own, *new)


def _kept(reading: Reading, nodeset: Mapping[str, Json], missing: set[str]) -> dict[str, Json]:
    rest: dict[str, Json] = {
        name: value
        for name, value in nodeset.items()
        if (name not in _LISTS and name != SLOT) or (name in _LISTS and not isinstance(value, list))
    }
    numbered = all(map(is_numbered, reading.raws))
    kept: dict[str, Json] = {
        "nodes": reading.strays,
        "edges": reading.ends.others,
        "rest": rest,
        "lacks": [name for name in _LISTS if name not in nodeset],
        "missing": [*sorted(missing)],
        "twice": {
            name: {"kind": reading.ends.kinds[name], "nodeID": reading.raws[name]}
            for name in sorted(reading.twice)
        },
        "edge": reading.shared,
        "ids": "numbers" if reading.as_numbers else "numbered" if numbered else "any",
    }
    return {name: value for name, value in kept.items() if value}


def _missing(
    reading: Reading, nodeset: Mapping[str, Json], around: Mapping[str, Json] | None
) -> set[str]:
    """Return the ids of no nodes that locutions, schemes and the like are about."""
    ova = fields((around or {}).get("OVA"))
    values = (value for name, value in nodeset.items() if name not in _LISTS)
    return {
        name
        for value in (*values, *ova.values())
        for one in objects(value)
        for key in ("nodeID", "fromID", "toID")
        if key in one and (name := name_of(one[key])) and name not in reading.ends.kinds
    }


def _shown(kind: Json) -> str:
    return f"'{shortened(kind)}'" if isinstance(kind, str) else "none"
