"""The structural status of a claim: does evidence reach it, for it or against it.

Evidence is grounded when it is live and cites a source. A claim is grounded when some live step
that supports it has premises that hold, at least one of them grounded, and is not undercut by a
step that holds itself. An assumed claim holds as a premise until something grounded speaks
against it, but grounds nothing alone. What restates a claim is the same claim: support for and
contrast to the one is support for and contrast to the other.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from attrs import frozen

from argmap.assess.clauses import Clause, well_founded_model
from argmap.model import ArgumentMap, Claim, Evidence, Node, Relation, Stance


class Status(StrEnum):
    """Whether what was put forward for and against a node carries."""

    SUPPORTED = "supported"
    CONTESTED = "contested"
    REFUTED = "refuted"
    UNSUPPORTED = "unsupported"
    ASSUMED = "assumed"
    WITHDRAWN = "withdrawn"


_Atom: TypeAlias = tuple[str, str]
_GROUNDED, _PREMISE, _STEP, _REACHED, _AGAINST = "grounded", "premise", "step", "reached", "against"


@frozen
class Assessment:
    """What stands in a map, by the ids of its nodes and relations.

    Ask it with the ids that the nodes have, not with aliases. An id that the map does not have
    is not grounded, not live, and unsupported.
    """

    statuses: Mapping[str, Status]
    _reasons: Mapping[_Atom, Relation | None]
    _undercuts: Mapping[str, tuple[Relation, ...]]

    def status(self, node_id: str) -> Status:
        """Return the status of a node."""
        return self.statuses.get(node_id, Status.UNSUPPORTED)

    def is_live(self, node_id: str) -> bool:
        """Say whether a node is there, is not withdrawn, and is not refuted."""
        return self.statuses.get(node_id, Status.WITHDRAWN) not in {
            Status.WITHDRAWN,
            Status.REFUTED,
        }

    def is_grounded(self, node_id: str) -> bool:
        """Say whether evidence that cites a source reaches a node by support."""
        return (_GROUNDED, node_id) in self._reasons

    def holds(self, relation_id: str) -> bool:
        """Say whether a step counts: its premises hold, some are grounded, nothing undercuts it."""
        return (_STEP, relation_id) in self._reasons

    def undercut_by(self, relation_id: str) -> tuple[Relation, ...]:
        """Return the undercuts of a relation that hold themselves."""
        return self._undercuts.get(relation_id, ())

    def grounds(self, node_id: str) -> tuple[Relation, ...]:
        """Return the steps of one proof that a node is grounded, premises before conclusions.

        A piece of evidence that cites a source needs none; a node that is not grounded has none.
        """
        needed, worklist = {node_id}, [node_id]
        while worklist:
            step = self._reasons.get((_GROUNDED, worklist.pop()))
            ends = () if step is None else (*step.premises, step.target)
            worklist.extend(end for end in ends if end not in needed)
            needed.update(ends)
        steps: dict[str, Relation] = {}
        for end in sorted(needed, key=lambda end: self._ranks.get((_GROUNDED, end), 0)):
            step = self._reasons.get((_GROUNDED, end))
            if step is not None:
                steps[step.id] = step
        return tuple(steps.values())

    @cached_property
    def _ranks(self) -> Mapping[_Atom, int]:
        """The atoms by when they were derived: nothing was derived before what it rests on."""
        return {atom: rank for rank, atom in enumerate(self._reasons)}


def assess(argument_map: ArgumentMap) -> Assessment:
    """Return what stands in a map; linear in its size, on every graph."""
    clauses, steps = [], []
    for clause, step in _clauses(argument_map):
        clauses.append(clause)
        steps.append(step)
    model = well_founded_model(clauses)
    reasons = {atom: steps[number] for atom, number in model.reasons.items()}
    undercuts: dict[str, list[Relation]] = {}
    for relation in argument_map.relations:
        if relation.stance is Stance.UNDERCUTS and (_STEP, relation.id) in reasons:
            undercuts.setdefault(relation.target, []).append(relation)
    return Assessment(
        {node.id: _status(node, reasons) for node in reversed(argument_map.nodes)},
        reasons,
        {target: tuple(relations) for target, relations in undercuts.items()},
    )


def _status(node: Node, reasons: Mapping[_Atom, Relation | None]) -> Status:
    if node.withdrawn is not None:
        return Status.WITHDRAWN
    is_grounded = (_GROUNDED, node.id) in reasons
    if (_AGAINST, node.id) in reasons:
        return Status.CONTESTED if is_grounded else Status.REFUTED
    if is_grounded:
        return Status.SUPPORTED
    is_assumed = isinstance(node, Claim) and node.assumed is not None
    return Status.ASSUMED if is_assumed else Status.UNSUPPORTED


def _clauses(argument_map: ArgumentMap) -> Iterator[tuple[Clause[_Atom], Relation | None]]:
    """Say in clauses what the first lines of this file say in words."""
    nodes: dict[str, Node] = {}
    for node in argument_map.nodes:
        nodes.setdefault(node.id, node)
    assumed = {
        node.id for node in nodes.values() if isinstance(node, Claim) and node.assumed is not None
    }
    for node in nodes.values():
        if node.withdrawn is None and isinstance(node, Evidence) and node.passages:
            yield Clause((_GROUNDED, node.id)), None
        if node.withdrawn is None and node.id in assumed:
            yield Clause((_PREMISE, node.id), (), ((_AGAINST, node.id),)), None
            yield Clause((_PREMISE, node.id), ((_GROUNDED, node.id),)), None
    for relation in argument_map.relations:
        if all(premise in nodes for premise in relation.premises):
            for clause in _step_clauses(argument_map, nodes, relation, assumed):
                yield clause, relation


def _step_clauses(
    argument_map: ArgumentMap, nodes: Mapping[str, Node], relation: Relation, assumed: set[str]
) -> Iterator[Clause[_Atom]]:
    step = (_STEP, relation.id)
    undercuts = argument_map.incoming(relation.id, Stance.UNDERCUTS)
    not_undercut = tuple((_STEP, undercut.id) for undercut in undercuts)
    premises = tuple(
        (_PREMISE if premise in assumed else _GROUNDED, premise) for premise in relation.premises
    )
    if assumed.intersection(relation.premises):
        reached = (_REACHED, relation.id)
        for premise in relation.premises:
            yield Clause(reached, ((_GROUNDED, premise),))
        premises = (*premises, reached)
    yield Clause(step, premises, not_undercut)
    target = nodes.get(relation.target)
    if target is None or target.withdrawn is not None:
        return
    if relation.stance is Stance.SUPPORTS:
        yield Clause((_GROUNDED, target.id), (step,))
    elif relation.stance is Stance.CONTRASTS:
        yield Clause((_AGAINST, target.id), (step,))
    elif relation.stance is Stance.RESTATES:
        (other,) = relation.premises
        if nodes[other].withdrawn is None:
            for kind in (_GROUNDED, _AGAINST):
                for one, twin in ((other, target.id), (target.id, other)):
                    yield Clause((kind, twin), ((kind, one),), not_undercut)
