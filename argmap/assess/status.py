"""The structural status of a claim: does evidence reach it, for it or against it.

Evidence is grounded when it is live and cites a source. A claim is grounded when some live step
that supports it has premises that hold, at least one of them grounded, and is not undercut by a
step that holds itself. An assumed claim holds as a premise until something grounded speaks
against it, but grounds nothing alone. What restates a claim is the same claim: support for and
contrast to the one is support for and contrast to the other.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from argmap.assess.argument import AGAINST, GROUNDED, STEP, Argument
from argmap.assess.clauses import Clause, well_founded_model
from argmap.model import ArgumentMap, Node, Relation, Stance


class Status(StrEnum):
    """Whether what was put forward for and against a node carries."""

    SUPPORTED = "supported"
    CONTESTED = "contested"
    REFUTED = "refuted"
    UNSUPPORTED = "unsupported"
    ASSUMED = "assumed"
    WITHDRAWN = "withdrawn"


@frozen
class Assessment:
    """What stands in a map, by the ids of its nodes and relations.

    Ask it with the ids that the nodes have, not with aliases. An id that the map does not have
    is not grounded, not live, and unsupported.

    Attributes:
        statuses: of every node, by its id, in the order of the map.
    """

    statuses: Mapping[str, Status]
    _argument: Argument = field(repr=False)
    _reasons: Mapping[int, Relation | None] = field(repr=False)
    _undercuts: Mapping[str, list[Relation]] = field(repr=False)
    _undecided: frozenset[int] = field(repr=False)

    def status(self, node_id: str) -> Status:
        """Return the status of a node."""
        return self.statuses.get(node_id, Status.UNSUPPORTED)

    def is_live(self, node_id: str) -> bool:
        """Say whether a node is there, is not withdrawn, and is not refuted."""
        status = self.statuses.get(node_id, Status.WITHDRAWN)
        return status is not Status.WITHDRAWN and status is not Status.REFUTED

    def is_grounded(self, node_id: str) -> bool:
        """Say whether evidence that cites a source reaches a node by support."""
        return self._argument.atom(GROUNDED, node_id) in self._reasons

    def holds(self, relation_id: str) -> bool:
        """Say whether a step counts: its premises hold, some are grounded, nothing undercuts it."""
        return self._argument.atom(STEP, relation_id) in self._reasons

    def is_false(self, atom: int) -> bool:
        """Say whether what an atom of the argument says is neither derived nor undecided."""
        return atom not in self._reasons and atom not in self._undecided

    def undercut_by(self, relation_id: str) -> tuple[Relation, ...]:
        """Return the undercuts of a relation that hold themselves."""
        return tuple(self._undercuts.get(relation_id, ()))

    def last_step(self, node_id: str) -> Relation | None:
        """Return the step that grounds a node: the last of `grounds`, without what leads to it.

        None for what needs no step, and for what is not grounded.
        """
        return self._reasons.get(self._argument.atom(GROUNDED, node_id))

    def grounds(self, node_id: str) -> tuple[Relation, ...]:
        """Return the steps of one proof that a node is grounded, premises before conclusions.

        A piece of evidence that cites a source needs none; a node that is not grounded has none.
        """
        needed, worklist = {node_id}, [node_id]
        while worklist:
            step = self._reasons.get(self._argument.atom(GROUNDED, worklist.pop()))
            ends = () if step is None else (*step.premises, step.target)
            worklist.extend(end for end in ends if end not in needed)
            needed.update(ends)
        atoms = {self._argument.atom(GROUNDED, end) for end in needed}
        steps = [
            (self._ranks[atom], step)
            for atom in atoms
            if (step := self._reasons.get(atom)) is not None
        ]
        steps.sort(key=lambda ranked: ranked[0])
        return tuple({step.id: step for _, step in steps}.values())

    def is_assumed(self, node_id: str) -> bool:
        """Say whether a claim needs no support: its author says so, or its type is free."""
        return node_id in self._argument.assumed

    def is_undecided(self, name: str) -> bool:
        """Say whether a node or relation hangs on undercuts that hang on each other."""
        kinds = (GROUNDED, STEP)
        return any(self._argument.atom(kind, name) in self._undecided for kind in kinds)

    def objections(self, node_id: str) -> tuple[Relation, ...]:
        """Return the steps of one proof against a node, premises before conclusions.

        The last are the contrast and, where it speaks against what restates the node, the
        restatements that lead from there. A node that nothing grounded speaks against has none.
        """
        chain: list[Relation] = []
        name = node_id
        while (step := self._reasons.get(self._argument.atom(AGAINST, name))) is not None:
            chain.append(step)
            if step.stance is not Stance.RESTATES:
                break
            name = step.target if step.premises[0] == name else step.premises[0]
        if not chain:
            return ()
        proofs = (one for premise in chain[-1].premises for one in self.grounds(premise))
        return tuple({step.id: step for step in (*proofs, *reversed(chain))}.values())

    @cached_property
    def _ranks(self) -> Mapping[int, int]:
        """The atoms by when they were derived: nothing was derived before what it rests on."""
        return {atom: rank for rank, atom in enumerate(self._reasons)}


def assess(argument_map: ArgumentMap, free_types: Collection[str] = ()) -> Assessment:
    """Return what stands in a map; linear in its size, on every graph.

    Args:
        argument_map: any map.
        free_types: types of claims that need no support: such claims count as assumed.
    """
    argument = Argument.of(argument_map, free_types)
    clauses: list[Clause] = []
    steps: list[Relation | None] = []
    for clause, step in argument.clauses():
        clauses.append(clause)
        steps.append(step)
    model = well_founded_model(clauses)
    reasons = {atom: steps[number] for atom, number in model.reasons.items()}
    undercuts: dict[str, list[Relation]] = {}
    for relation in argument_map.relations:
        if relation.stance is Stance.UNDERCUTS and argument.atom(STEP, relation.id) in reasons:
            undercuts.setdefault(relation.target, []).append(relation)
    statuses = {name: _status(node, argument, reasons) for name, node in argument.nodes.items()}
    return Assessment(statuses, argument, reasons, undercuts, model.undecided)


def _status(node: Node, argument: Argument, reasons: Mapping[int, Relation | None]) -> Status:
    if node.withdrawn is not None:
        return Status.WITHDRAWN
    is_grounded = argument.atom(GROUNDED, node.id) in reasons
    if argument.atom(AGAINST, node.id) in reasons:
        return Status.CONTESTED if is_grounded else Status.REFUTED
    if is_grounded:
        return Status.SUPPORTED
    return Status.ASSUMED if node.id in argument.assumed else Status.UNSUPPORTED
