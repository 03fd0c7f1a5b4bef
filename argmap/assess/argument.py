"""A map said in clauses: when a node is grounded, when a step holds, what speaks against a node.

The words are in `status.py`. Each node and relation has a number, and an atom for each of the
kinds of things that can be said of it.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Final, Self

from attrs import frozen

from argmap.assess.clauses import Clause
from argmap.model import ArgumentMap, Claim, Evidence, Node, Relation, Stance

_KINDS: Final = 5
GROUNDED: Final = 0
"""Evidence reaches the node by support."""
AGAINST: Final = 1
"""Something grounded speaks against the node."""
STEP: Final = 2
"""The relation holds."""
PREMISE: Final = 3
"""The assumed claim is as good as grounded, beside something grounded."""
_REACHED: Final = 4  # some premise of a relation with assumed ones is grounded


@frozen
class Argument:
    """The parts of a map that decide what stands.

    Attributes:
        nodes: by their ids, the first of those with one id.
        relations: in the order written.
        assumed: the ids of claims that need no support.
        numbers: of nodes and relations, by their ids.
        undercuts: the atoms of the undercuts of a relation, by its id.
    """

    nodes: Mapping[str, Node]
    relations: tuple[Relation, ...]
    assumed: frozenset[str]
    numbers: Mapping[str, int]
    undercuts: Mapping[str, list[int]]

    @classmethod
    def of(cls, argument_map: ArgumentMap, free_types: Collection[str]) -> Self:
        """Take those parts out of a map."""
        nodes: dict[str, Node] = {}
        for node in argument_map.nodes:
            nodes.setdefault(node.id, node)
        numbers: dict[str, int] = {}
        for value in (*nodes.values(), *argument_map.relations):
            numbers.setdefault(value.id, len(numbers))
        assumed = frozenset(
            node.id
            for node in nodes.values()
            if isinstance(node, Claim) and (node.assumed is not None or node.type in free_types)
        )
        undercuts: dict[str, list[int]] = {}
        for relation in argument_map.relations:
            if relation.stance is Stance.UNDERCUTS:
                atom = numbers[relation.id] * _KINDS + STEP
                undercuts.setdefault(relation.target, []).append(atom)
        return cls(nodes, argument_map.relations, assumed, numbers, undercuts)

    def atom(self, kind: int, name: str) -> int:
        """Return what is said of a node or relation; a negative number if there is none."""
        number = self.numbers.get(name)
        return -1 if number is None else number * _KINDS + kind

    def clauses(self) -> Iterator[tuple[Clause, Relation | None]]:
        """Say all, each clause with the relation that it comes from."""
        for node in self.nodes.values():
            if node.withdrawn is None:
                for clause in self._of_node(node):
                    yield clause, None
        for relation in self.relations:
            if all(premise in self.nodes for premise in relation.premises):
                for clause in self._of_step(relation):
                    yield clause, relation
                for clause in self._of_effect(relation):
                    yield clause, relation

    def _of_node(self, node: Node) -> Iterator[Clause]:
        """Say what a node is by itself."""
        grounded = self.atom(GROUNDED, node.id)
        if isinstance(node, Evidence):
            if node.passages:
                yield Clause(grounded)
        elif node.id in self.assumed:
            premise = self.atom(PREMISE, node.id)
            yield Clause(premise, (), (self.atom(AGAINST, node.id),))
            yield Clause(premise, (grounded,))

    def _of_step(self, relation: Relation) -> Iterator[Clause]:
        """Say when a step holds."""
        grounded = tuple(self.atom(GROUNDED, premise) for premise in relation.premises)
        step = self.atom(STEP, relation.id)
        if self.assumed.isdisjoint(relation.premises):
            yield Clause(step, grounded, self._against(relation))
            return
        needed = tuple(
            self.atom(PREMISE if premise in self.assumed else GROUNDED, premise)
            for premise in relation.premises
        )
        reached = self.atom(_REACHED, relation.id)
        for premise in grounded:
            yield Clause(reached, (premise,))
        yield Clause(step, (*needed, reached), self._against(relation))

    def _of_effect(self, relation: Relation) -> Iterator[Clause]:
        """Say what a step that holds does to its target."""
        target = self.nodes.get(relation.target)
        if target is None or target.withdrawn is not None:
            return
        step = self.atom(STEP, relation.id)
        if relation.stance is Stance.SUPPORTS:
            yield Clause(self.atom(GROUNDED, target.id), (step,))
        elif relation.stance is Stance.CONTRASTS:
            yield Clause(self.atom(AGAINST, target.id), (step,))
        elif relation.stance is Stance.RESTATES:
            twin = self.nodes[relation.premises[0]]
            for kind in (GROUNDED, AGAINST) if twin.withdrawn is None else ():
                one, other = self.atom(kind, target.id), self.atom(kind, twin.id)
                yield Clause(one, (other,), self._against(relation))
                yield Clause(other, (one,), self._against(relation))

    def _against(self, relation: Relation) -> tuple[int, ...]:
        return tuple(self.undercuts.get(relation.id, ()))
