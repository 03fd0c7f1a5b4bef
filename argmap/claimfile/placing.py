"""Where each relation of a map is written: at its target, else at its premise, else apart."""

from typing import Final

from attrs import evolve, frozen

from argmap.claimfile.keys import TABLES, Kind
from argmap.claimfile.reading import Written
from argmap.claimfile.relations import resolved
from argmap.model import ArgumentMap, Node, Relation, Stance

_KEYS: Final = TABLES["claim"].keys
INCOMING: Final = {key.stance: key.name for key in _KEYS if key.kind is Kind.PREMISES}
OUTGOING: Final = {key.stance: key.name for key in _KEYS if key.kind is Kind.TARGETS}


@frozen
class Placed:
    """A relation with the undercuts that are written inside of it."""

    relation: Relation
    undercuts: tuple[Relation, ...]


def in_written_order(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map with its parts in the order in which `write` puts them.

    Claims come before evidence, and relations with the node that they are written at. Where a
    relation names a node by an alias, it gets the node's id.
    """
    placing = Placing(argument_map)
    nodes: tuple[Node, ...] = (*argument_map.claims, *argument_map.evidence)
    placed = [one for node in nodes for _, ones in placing.take(node.id) for one in ones]
    relations = [
        relation for one in (*placed, *placing.apart) for relation in (one.relation, *one.undercuts)
    ]
    return evolve(argument_map, nodes=nodes, relations=relations)


class Placing:
    """The places of the relations of one map.

    An undercut stands inside of the step that it denies. An undercut of an undercut stands at
    its premise, so that no text goes deeper than that.

    Attributes:
        apart: the relations that neither end can hold, because ends are missing.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        """Find a place for each relation of a map."""
        self.apart: list[Placed] = []
        self._ids = {node.id for node in argument_map.nodes}
        self._at: dict[str, dict[str, list[Placed]]] = {}
        written = [
            Written(one, is_at_source=False, is_at_target=False) for one in argument_map.relations
        ]
        relations, _ = resolved(written, argument_map.nodes)
        steps: dict[str, int] = {}
        for number, one in enumerate(relations):
            if one.stance is not Stance.UNDERCUTS:
                steps.setdefault(one.id, number)
        inside: dict[int, list[Relation]] = {}
        for one in relations:
            if one.stance is Stance.UNDERCUTS and one.target in steps:
                inside.setdefault(steps[one.target], []).append(one)
        for number, one in enumerate(relations):
            if one.stance is not Stance.UNDERCUTS or one.target not in steps:
                self._place(Placed(one, tuple(inside.get(number, ()))))

    def take(self, node_id: str) -> tuple[tuple[str, list[Placed]], ...]:
        """Return what is written at a node, by key in the order of the table, the first time."""
        found = self._at.pop(node_id, {})
        return tuple((key.name, found[key.name]) for key in _KEYS if key.name in found)

    def _place(self, placed: Placed) -> None:
        relation = placed.relation
        if relation.stance in INCOMING and relation.target in self._ids:
            node_id, name = relation.target, INCOMING[relation.stance]
        elif not relation.is_linked and relation.premises[0] in self._ids:
            node_id, name = relation.premises[0], OUTGOING[relation.stance]
        else:
            self.apart.append(placed)
            return
        self._at.setdefault(node_id, {}).setdefault(name, []).append(placed)
