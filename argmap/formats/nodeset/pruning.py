"""What is kept of a nodeset goes where the nodes that it is about are gone."""

from collections.abc import Collection
from typing import Final

from argmap.formats.nodeset.names import name_of, objects
from argmap.model import Json

_ENDS: Final = ("nodeID", "fromID", "toID")


def pruned(value: Json, there: Collection[str]) -> Json:
    """Return a list without the objects about nodes that are gone; other values as they are.

    Args:
        value: a value of the nodeset, such as its locutions.
        there: the ids of nodes that are there, or never were.
    """
    if not isinstance(value, list):
        return value
    return [one for one in value if not isinstance(one, dict) or _is_there(one, there)]


def pruned_dialogue(
    nodes: list[Json], edges: list[Json], there: Collection[str]
) -> tuple[list[Json], list[Json]]:
    """Return nodes and edges without those about nodes that are gone.

    An illocution goes with the last of what it was about; what was said stays.
    """
    left: list[Json] = []
    lost: set[str] = set()
    for edge in edges:
        if not isinstance(edge, dict) or _is_there(edge, there):
            left.append(edge)
        else:
            lost.add(name_of(edge.get("fromID")))
    if not lost:
        return nodes, left
    illocutions = {name_of(one.get("nodeID")) for one in objects(nodes) if one.get("type") == "YA"}
    gone = (lost & illocutions) - {name_of(one.get("fromID")) for one in objects(left)}
    nodes = [
        one for one in nodes if not isinstance(one, dict) or name_of(one.get("nodeID")) not in gone
    ]
    left = [
        one for one in left if not isinstance(one, dict) or name_of(one.get("toID")) not in gone
    ]
    return nodes, left


def _is_there(one: dict[str, Json], there: Collection[str]) -> bool:
    return all(not (name := name_of(one.get(key))) or name in there for key in _ENDS)
