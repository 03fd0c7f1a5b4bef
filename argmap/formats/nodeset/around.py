"""What stands around a nodeset in xAIF: a text, and where OVA3 draws nodes and edges."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from argmap.formats.nodeset.names import AIF, XAIF, fields, items, name_of, objects
from argmap.formats.nodeset.pruning import pruned
from argmap.formats.nodeset.write import write_nodeset
from argmap.model import ArgumentMap, Json

OVA: Final = "OVA"
_COLUMNS: Final = 6
_WIDTH, _HEIGHT = 260, 140


def kept_around(top: Mapping[str, Json], key: str) -> dict[str, Json]:
    """Return what is kept of xAIF beside its nodeset.

    Args:
        top: the whole file.
        key: the name that the nodeset has in it.
    """
    nodeset = fields(top.get(key))
    kept: dict[str, Json] = {"rest": {name: value for name, value in top.items() if name != key}}
    if key not in top:
        kept["key"] = ""
    elif key != "AIF":
        kept["key"] = key
    if key in top and not isinstance(top[key], dict):
        kept["instead"] = top[key]
    ova = fields(top.get(OVA))
    for part, name in (("nodes", "unplaced"), ("edges", "undrawn")):
        if isinstance(ova.get(part), list):
            drawn = {_place(one) for one in objects(ova[part])}
            undrawn = (_place(one) for one in objects(nodeset.get(part)))
            if missing := sorted({one for one in undrawn if one not in drawn}):
                kept[name] = [*missing]
    return kept


def write_around(argument_map: ArgumentMap) -> dict[str, Json]:
    """Return a map as xAIF."""
    nodeset = write_nodeset(argument_map, with_layout=True)
    kept = fields(argument_map.data.get(XAIF))
    if XAIF not in argument_map.data:
        return {"AIF": _completed(nodeset), **_new(nodeset)}
    found = dict(fields(kept.get("rest")))
    if isinstance(found.get(OVA), dict):
        found[OVA] = _drawn(fields(found[OVA]), nodeset, kept, argument_map)
    key = kept.get("key", "AIF")
    empty = not nodeset.get("nodes") and not nodeset.get("edges")
    if "instead" in kept and empty:
        found[str(key)] = kept["instead"]
    elif key or not empty:
        found[str(key or "AIF")] = nodeset
    return found


def _completed(nodeset: dict[str, Json]) -> dict[str, Json]:
    """Return a nodeset with the lists that xAIF has and AIF has not."""
    fulfilled: list[Json] = [
        {"nodeID": node["nodeID"], "schemeID": node["schemeID"]}
        for node in objects(nodeset.get("nodes"))
        if node.get("schemeID") and "nodeID" in node
    ]
    return {
        "schemefulfillments": fulfilled,
        "descriptorfulfillments": [],
        "participants": [],
        "locutions": [],
        **nodeset,
    }


def _new(nodeset: dict[str, Json]) -> dict[str, Json]:
    is_dialogue = any(node.get("type") == "L" for node in objects(nodeset.get("nodes")))
    ova: dict[str, Json] = {
        "firstname": "",
        "surname": "",
        "url": "",
        "nodes": [*_placed(objects(nodeset.get("nodes")), 0)],
        "edges": [*_lines(objects(nodeset.get("edges")))],
    }
    return {"text": {"txt": "", "url": ""}, "dialog": is_dialogue, OVA: ova}


def _drawn(
    ova: dict[str, Json], nodeset: dict[str, Json], kept: dict[str, Json], argument_map: ArgumentMap
) -> dict[str, Json]:
    """Return the drawing without what is gone, and with what is new below the rest."""
    there = {name_of(one.get("nodeID")) for one in objects(nodeset.get("nodes"))}
    missing = fields(argument_map.data.get(AIF)).get("missing")
    there.update(one for one in items(missing) if isinstance(one, str))
    found = dict(ova)
    lowest = max((_number(one.get("y")) for one in objects(ova.get("nodes"))), default=0)
    for part, name in (("nodes", "unplaced"), ("edges", "undrawn")):
        if not isinstance(ova.get(part), list):
            continue
        left = items(pruned(ova[part], there))
        known = {_place(one) for one in objects(left)}
        known.update(one for one in items(kept.get(name)) if isinstance(one, str))
        new = [one for one in objects(nodeset.get(part)) if _place(one) not in known]
        more = _placed(new, lowest + _HEIGHT) if part == "nodes" else _lines(new)
        found[part] = [*left, *more]
    return found


def _placed(nodes: Iterable[dict[str, Json]], top: float) -> Iterator[Json]:
    for number, node in enumerate(nodes):
        row, column = divmod(number, _COLUMNS)
        yield {
            "nodeID": node.get("nodeID"),
            "visible": True,
            "x": column * _WIDTH,
            "y": top + row * _HEIGHT,
            "timestamp": "",
        }


def _lines(edges: Iterable[dict[str, Json]]) -> Iterator[Json]:
    for edge in edges:
        yield {"fromID": edge.get("fromID"), "toID": edge.get("toID"), "visible": True}


def _place(one: Mapping[str, Json]) -> str:
    if "nodeID" in one:
        return name_of(one["nodeID"])
    return f"{name_of(one.get('fromID'))}\n{name_of(one.get('toID'))}"


def _number(value: Json) -> float:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else 0
