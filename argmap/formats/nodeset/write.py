"""Nodesets out: claims, steps, and what was kept as it is of what is still there."""

from collections.abc import Collection, Mapping
from typing import Final

from argmap.formats.nodeset.dialogue import Said, what_was_said
from argmap.formats.nodeset.ends import STEPS
from argmap.formats.nodeset.kept import written_node
from argmap.formats.nodeset.names import AIF, XAIF, data_of_others, fields, items, name_of, objects
from argmap.formats.nodeset.numbering import Numbering, kept_id, kinds_of_twins, numbering_of
from argmap.formats.nodeset.pruning import pruned, pruned_dialogue
from argmap.formats.nodeset.slot import SLOT
from argmap.formats.nodeset.steps_out import Steps
from argmap.formats.nodeset.texts import raw_text, text_of
from argmap.formats.packed import packed
from argmap.model import ArgumentMap, Evidence, Json, Node

_SAID_OTHERWISE: Final = ("id", "text", "passages", "data")


def write_nodeset(argument_map: ArgumentMap, *, with_layout: bool = False) -> dict[str, Json]:
    """Return a map as a nodeset.

    Args:
        argument_map: the map.
        with_layout: whether the caller writes what stands around it in xAIF.
    """
    kept = fields(argument_map.data.get(AIF))
    strays, others = items(kept.get("nodes")), items(kept.get("edges"))
    numbering = numbering_of(argument_map, strays)
    ends = {end for one in argument_map.relations for end in (*one.premises, one.target)}
    raws = [_raw(numbering, node, ends) for node in argument_map.nodes]
    steps = Steps(argument_map, numbering, strays, others)
    names = {name_of(raw) for raw in raws} | steps.names
    names.update(one for one in items(kept.get("missing")) if isinstance(one, str))
    strays, others = pruned_dialogue(strays, others, names | _names(strays))
    there = names | _names(strays)
    rest = {name: pruned(value, there) for name, value in fields(kept.get("rest")).items()}
    step_nodes, step_edges = steps.written(others, rest)
    around = fields(fields(argument_map.data.get(XAIF)).get("rest")) if with_layout else {}
    twice = kinds_of_twins(kept)
    twin_steps = {name for name, kind in twice.items() if kind == "step"}
    claims = dict.fromkeys(
        name for raw in raws if (name := name_of(raw)) and twice.get(name, "claim") == "claim"
    )
    said = what_was_said(strays, others, rest, around.get("text"), claims, twin_steps)
    nodes = [_node(node, raw, said) for node, raw in zip(argument_map.nodes, raws, strict=True)]
    found = _lists(
        argument_map,
        _in_order([*nodes, *step_nodes, *strays], twice),
        [*step_edges, *others],
        rest,
    )
    if slot := _slot(argument_map, said, with_layout=with_layout):
        found[SLOT] = slot
    return found


def _lists(
    argument_map: ArgumentMap, nodes: list[Json], edges: list[Json], rest: Mapping[str, Json]
) -> dict[str, Json]:
    """Return nodes and edges, where they are asked for, and what else the nodeset had."""
    lacks = items(fields(argument_map.data.get(AIF)).get("lacks"))
    found: dict[str, Json] = {
        name: values
        for name, values in (("nodes", nodes), ("edges", edges))
        if values or (name not in lacks and name not in rest)
    }
    if AIF not in argument_map.data:
        found["locutions"] = []
    found.update((name, value) for name, value in rest.items() if name not in found)
    return found


def _in_order(nodes: list[Json], twice: Mapping[str, Json]) -> list[Json]:
    """Put first, of nodes with one id, the one that had been: it is what edges are about."""
    if not twice:
        return nodes
    first: list[Json] = []
    others: list[Json] = []
    for node in nodes:
        kind = fields(node).get("type")
        kind = "claim" if kind == "I" else "step" if kind in tuple(STEPS) else "other"
        is_first = twice.get(name_of(fields(node).get("nodeID"))) == kind
        (first if is_first else others).append(node)
    return [*first, *others]


def _raw(numbering: Numbering, node: Node, ends: Collection[str]) -> Json:
    """Return the id of a node in JSON; one that had none gets one where a relation needs it."""
    kept = fields(node.data.get(AIF))
    lacks = items(kept.get("lacks"))
    had_none = "nodeID" in lacks or ("nodeID" in kept and not name_of(kept["nodeID"]))
    if had_none and node.id not in ends:
        return kept.get("nodeID")
    return numbering.take(node.id, kept_id(node), again=True)


def _node(node: Node, raw: Json, said: Said) -> dict[str, Json]:
    kept = dict(fields(node.data.get(AIF)))
    kept.pop("nodeID", None)
    text = raw_text(node.text)
    if "text" in kept and text_of(kept["text"]) != node.text:
        del kept["text"]
    lacks = [
        name
        for name in items(kept.pop("lacks", None))
        if not (name == "nodeID" and name_of(raw)) and not (name == "text" and node.text)
    ]
    says = {"nodeID": raw, "text": text, "type": "I"}
    found = written_node({**kept, "lacks": lacks} if lacks else kept, says)
    slot = packed(node, _SAID_OTHERWISE)
    if isinstance(node, Evidence):
        slot["kind"] = "evidence"
    name = name_of(raw)
    if name and name != node.id:
        slot["id"] = node.id
    if node.passages != said.passages.get(name, ()):
        slot["passages"] = packed(node)["passages"] if node.passages else []
    if others := data_of_others(node.data):
        slot["data"] = others
    if slot:
        found[SLOT] = slot
    return found


def _slot(argument_map: ArgumentMap, said: Said, *, with_layout: bool) -> dict[str, Json]:
    slot = packed(argument_map, ("data", "sources"))
    if argument_map.sources != said.sources:
        slot["sources"] = [packed(source) for source in argument_map.sources]
    others = data_of_others(argument_map.data)
    if not with_layout and XAIF in argument_map.data:
        others[XAIF] = argument_map.data[XAIF]
    if others:
        slot["data"] = others
    return slot


def _names(nodes: list[Json]) -> set[str]:
    return {name_of(one.get("nodeID")) for one in objects(nodes)}
