"""The support that holds in a map, as alternatives of things that count only together.

An item can be taken away: a node or a relation of the map. An atom is something that can be
derived; it belongs to an item or to none, and each way to derive it needs some other atoms, all
of them. That is an AND/OR graph, or a set of Horn clauses (Dowling & Gallier 1984).
"""

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Self

from attrs import field, frozen

from argmap.assess.argument import AGAINST, GROUNDED, PREMISE, STEP, Argument
from argmap.assess.clauses import Clause
from argmap.assess.status import Assessment
from argmap.model import ArgumentMap


@frozen
class SupportGraph:
    """Ways to derive atoms.

    Attributes:
        items: from an atom to the item that it falls with.
        clauses: the ways, none with something negative.
        goals: from the id of a node to the atom that it is grounded.
    """

    items: Mapping[int, str]
    clauses: Sequence[Clause]
    goals: Mapping[str, int]
    users: Mapping[int, Sequence[int]] = field(init=False, repr=False, eq=False)

    @users.default
    def _users(self) -> Mapping[int, Sequence[int]]:
        """From an atom to the numbers of the clauses that need it."""
        found: dict[int, list[int]] = {}
        for number, clause in enumerate(self.clauses):
            for atom in dict.fromkeys(clause.positive):
                found.setdefault(atom, []).append(number)
        return found

    @classmethod
    def of(
        cls, argument_map: ArgumentMap, assessment: Assessment, free_types: Collection[str] = ()
    ) -> Self:
        """Take the support out of a map that holds now, and leave out what is defeated."""
        argument = Argument.of(argument_map, free_types)
        clauses = [
            Clause(clause.head, clause.positive)
            for clause, _ in argument.clauses()
            if all(assessment.is_false(atom) for atom in clause.negative)
        ]
        items: dict[int, str] = {}
        goals: dict[str, int] = {}
        for node_id in argument.nodes:
            goals[node_id] = argument.atom(GROUNDED, node_id)
            for kind in (GROUNDED, PREMISE):
                items[argument.atom(kind, node_id)] = node_id
        for relation in argument.relations:
            items[argument.atom(STEP, relation.id)] = relation.id
        against = frozenset(argument.atom(AGAINST, node_id) for node_id in argument.nodes)
        return cls(items, [one for one in clauses if one.head not in against], goals)

    def derived(self, without: Collection[str] = ()) -> dict[int, int]:
        """Return what can be derived, each atom with its clause, nothing before its reasons.

        Args:
            without: items that are taken away.
        """
        unmet = [len(frozenset(clause.positive)) for clause in self.clauses]
        reasons: dict[int, int] = {}
        queue: deque[int] = deque()

        def derive(numbers: Iterable[int]) -> None:
            for number in numbers:
                head = self.clauses[number].head
                if unmet[number] or head in reasons or self.items.get(head) in without:
                    continue
                reasons[head] = number
                queue.append(head)

        derive(range(len(unmet)))
        while queue:
            users = self.users.get(queue.popleft(), ())
            for number in users:
                unmet[number] -= 1
            derive(users)
        return reasons

    def leading_to(self, goal: int) -> "SupportGraph":
        """Return the part that leads to a goal, of what can be derived; empty where it cannot."""
        reasons = self.derived()
        heads: dict[int, list[Clause]] = {}
        for clause in self.clauses:
            if all(atom in reasons for atom in clause.positive):
                heads.setdefault(clause.head, []).append(clause)
        found = {goal: None} if goal in reasons else {}
        queue = list(found)
        for atom in queue:
            needed = (one for clause in heads[atom] for one in clause.positive)
            more = [one for one in dict.fromkeys(needed) if one not in found]
            found.update(dict.fromkeys(more))
            queue += more
        return SupportGraph(self.items, [one for atom in queue for one in heads[atom]], self.goals)

    def holds(self, goal: int, without: Collection[str]) -> bool:
        """Say whether an atom can still be derived when some items are taken away."""
        return goal in self.derived(without)

    def proof(self, goal: int, reasons: Mapping[int, int]) -> list[int]:
        """Return the atoms of one derivation of a goal, each after what needs it first."""
        found = {goal: None}
        for atom in (queue := [goal]):
            for needed in self.clauses[reasons[atom]].positive:
                if needed not in found:
                    found[needed] = None
                    queue.append(needed)
        return list(found)
