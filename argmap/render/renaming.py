"""A map in the ids of another state of it."""

from collections.abc import Mapping

from attrs import evolve

from argmap.model import ArgumentMap, Relation
from argmap.model.relations import id_from_ends


def names_since(before: ArgumentMap, after: ArgumentMap) -> dict[str, str]:
    """Return the ids of nodes that are others now: from the old ones to those of the later state.

    A node that was renamed has its old id as an alias.
    """
    own = {node.id for node in after.nodes}
    names: dict[str, str] = {}
    for old, node in before.nodes_by_id.items():
        later = after.nodes_by_id.get(node.id) or after.nodes_by_id.get(old)
        new = node.id if later is None else later.id
        if old != new and old not in own:
            names[old] = new
    return names


def renamed(argument_map: ArgumentMap, names: Mapping[str, str]) -> ArgumentMap:
    """Return a map whose nodes have other ids, also where relations name them."""
    if not names:
        return argument_map
    ids: dict[str, str] = {}
    relations = []
    for relation in argument_map.relations:
        premises = tuple(names.get(premise, premise) for premise in relation.premises)
        target = ids.get(relation.target, names.get(relation.target, relation.target))
        ids[relation.id] = name = _name(relation, premises, target)
        relations.append(evolve(relation, premises=premises, target=target, id=name))
    nodes = tuple(evolve(node, id=names.get(node.id, node.id)) for node in argument_map.nodes)
    return evolve(argument_map, nodes=nodes, relations=tuple(relations))


def _name(relation: Relation, premises: tuple[str, ...], target: str) -> str:
    return relation.id if relation.is_named else id_from_ends(relation.stance, premises, target)
