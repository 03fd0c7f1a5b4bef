"""What of an edge or node is kept beside what the model says."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from argmap.formats.nodeset.names import as_number, name_of
from argmap.formats.nodeset.slot import SLOT
from argmap.model import Json

_LACKS: Final = re.compile("lacks'*+")
_NODES: Final = frozenset({"fromID", "toID"})
_ENDS: Final = frozenset({"edgeID", "fromID", "toID"})


def shared_by(edges: Iterable[Json]) -> dict[str, Json]:
    """Return the fields that all edges have with the same value, such as `formEdgeID: null`."""
    shared: dict[str, Json] | None = None
    for edge in edges:
        if not isinstance(edge, dict):
            continue
        if shared is None:
            shared = {
                name: value
                for name, value in edge.items()
                if name not in _ENDS and (value is None or isinstance(value, str))
            }
        else:
            for name in [
                name for name, value in shared.items() if name not in edge or edge[name] != value
            ]:
                del shared[name]
        if not shared:
            return {}
    return shared or {}


def kept_edge(
    edge: Mapping[str, Json],
    shared: Mapping[str, Json],
    raws: Mapping[str, Json],
    *,
    as_numbers: bool,
) -> Json:
    """Return what is kept of an edge: its id, or an object where it has more than that."""
    kept: dict[str, Json] = {}
    for name, value in edge.items():
        if name in _NODES:
            usual = usual_raw(name_of(value), raws, as_numbers=as_numbers)
            if type(usual) is not type(value):
                kept[name] = value
        elif name not in shared:
            kept[name] = value
    return kept["edgeID"] if len(kept) == 1 and type(kept.get("edgeID")) in (str, int) else kept


def written_edge(kept: Json, shared: Mapping[str, Json], start: Json, end: Json) -> dict[str, Json]:
    """Return an edge as it was, between what its ends are now."""
    edge: dict[str, Json] = {"edgeID": kept} if not isinstance(kept, dict) else dict(kept)
    for name, now in (("fromID", start), ("toID", end)):
        if name not in edge or name_of(edge[name]) != name_of(now):
            edge[name] = now
    for name, value in shared.items():
        edge.setdefault(name, value)
    return edge


def kept_node(node: Mapping[str, Json], says: Mapping[str, Json]) -> dict[str, Json]:
    """Return what is kept of a node beside what the model says of it.

    Args:
        node: the node.
        says: its id, text and type as they will be written from the model.
    """
    kept: dict[str, Json] = {}
    for name, value in node.items():
        if name in says:
            # Said are texts and whole numbers: `1` and `true` are not the same.
            if says[name] != value or type(says[name]) is not type(value):
                kept[name] = value
        elif name != SLOT:
            kept[f"{name}'" if _LACKS.fullmatch(name) else name] = value
    if not says.keys() <= node.keys():
        kept["lacks"] = [name for name in says if name not in node]
    return kept


def written_node(kept: Mapping[str, Json], says: Mapping[str, Json]) -> dict[str, Json]:
    """Return a node as it was, with what the model says of it.

    Args:
        kept: what was kept of it; `nodeID`, `text` and `type` in it are those still true.
        says: its id, text and type from the model.
    """
    lacks = kept.get("lacks")
    found = {
        name: value
        for name, value in says.items()
        if not isinstance(lacks, list) or name not in lacks
    }
    for name, value in kept.items():
        if name != "lacks":
            found[name[:-1] if _LACKS.fullmatch(name) else name] = value
    return found


def usual_raw(name: str, raws: Mapping[str, Json], *, as_numbers: bool) -> Json:
    """Return how an id stands in JSON: as that of its node, or as most ids of the nodeset."""
    if name in raws:
        return raws[name]
    return as_number(name) if as_numbers else name
