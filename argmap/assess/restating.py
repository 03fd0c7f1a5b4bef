"""The arguments of a map: nodes that restate each other are one."""

from collections.abc import Iterator, Mapping, Sequence

from argmap.model import ArgumentMap, Node, Relation, Stance


def live_relations(argument_map: ArgumentMap) -> Mapping[str, Relation]:
    """Return the relations whose ends are all there and not withdrawn, by their ids."""
    live: dict[str, bool] = {}
    for node in argument_map.nodes:
        live.setdefault(node.id, node.withdrawn is None)
    found: dict[str, Relation] = {}
    for one in argument_map.relations:
        ends = one.premises if one.stance is Stance.UNDERCUTS else (*one.premises, one.target)
        if all(live.get(end, False) for end in ends):
            found.setdefault(one.id, one)
    return found


def arguments(
    argument_map: ArgumentMap, relations: Mapping[str, Relation]
) -> Iterator[Sequence[Node]]:
    """Give the nodes, those together that restate each other, in the order of the map.

    A restatement that is undercut joins nothing.

    Args:
        argument_map: any map.
        relations: its live relations.
    """
    undercut = {one.target for one in relations.values() if one.stance is Stance.UNDERCUTS}
    same = _same(relations, undercut)
    nodes: dict[str, Node] = {}
    for node in argument_map.nodes:
        nodes.setdefault(node.id, node)
    rank = {name: number for number, name in enumerate(nodes)}
    seen: set[str] = set()
    for name, node in nodes.items():
        if name in seen or node.withdrawn is not None:
            continue
        members = {name: None}
        queue = [name]
        for one in queue:
            more = [other for other in same.get(one, ()) if other in rank and other not in members]
            members.update(dict.fromkeys(more))
            queue += dict.fromkeys(more)
        seen.update(members)  # not `|=`, which would make a new set each time
        yield [nodes[one] for one in sorted(members, key=rank.__getitem__)]


def _same(relations: Mapping[str, Relation], undercut: set[str]) -> Mapping[str, Sequence[str]]:
    """Return what each id restates or is restated by directly."""
    found: dict[str, list[str]] = {}
    for one in relations.values():
        if one.stance is Stance.RESTATES and one.id not in undercut:
            found.setdefault(one.premises[0], []).append(one.target)
            found.setdefault(one.target, []).append(one.premises[0])
    return found
