"""The structural status of a claim: does evidence reach it, for it or against it.

Evidence is grounded when it is live and cites a source. A claim is grounded when some live step
that supports it has premises that hold, at least one of them grounded, and is not undercut by a
step that holds itself. An assumed claim holds as a premise until something grounded speaks
against it, but grounds nothing alone. What restates a claim is the same claim: support for and
contrast to the one is support for and contrast to the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Final

from attrs import field, frozen

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


_KINDS: Final = 5
_GROUNDED, _PREMISE, _AGAINST, _STEP, _REACHED = range(_KINDS)


@frozen
class Assessment:
    """What stands in a map, by the ids of its nodes and relations.

    Ask it with the ids that the nodes have, not with aliases. An id that the map does not have
    is not grounded, not live, and unsupported.

    Attributes:
        statuses: of every node, by its id, in the order of the map.
    """

    statuses: Mapping[str, Status]
    _numbers: Mapping[str, int] = field(repr=False)
    _reasons: Mapping[int, Relation | None] = field(repr=False)
    _undercuts: Mapping[str, list[Relation]] = field(repr=False)

    def status(self, node_id: str) -> Status:
        """Return the status of a node."""
        return self.statuses.get(node_id, Status.UNSUPPORTED)

    def is_live(self, node_id: str) -> bool:
        """Say whether a node is there, is not withdrawn, and is not refuted."""
        status = self.statuses.get(node_id, Status.WITHDRAWN)
        return status is not Status.WITHDRAWN and status is not Status.REFUTED

    def is_grounded(self, node_id: str) -> bool:
        """Say whether evidence that cites a source reaches a node by support."""
        return self._is_true(_GROUNDED, node_id)

    def holds(self, relation_id: str) -> bool:
        """Say whether a step counts: its premises hold, some are grounded, nothing undercuts it."""
        return self._is_true(_STEP, relation_id)

    def undercut_by(self, relation_id: str) -> tuple[Relation, ...]:
        """Return the undercuts of a relation that hold themselves."""
        return tuple(self._undercuts.get(relation_id, ()))

    def grounds(self, node_id: str) -> tuple[Relation, ...]:
        """Return the steps of one proof that a node is grounded, premises before conclusions.

        A piece of evidence that cites a source needs none; a node that is not grounded has none.
        """
        needed, worklist = {node_id}, [node_id]
        while worklist:
            step = self._reason(worklist.pop())
            ends = () if step is None else (*step.premises, step.target)
            worklist.extend(end for end in ends if end not in needed)
            needed.update(ends)
        steps = [
            (self._ranks[self._atom(_GROUNDED, end)], step)
            for end in needed
            if (step := self._reason(end)) is not None
        ]
        steps.sort(key=lambda ranked: ranked[0])
        return tuple({step.id: step for _, step in steps}.values())

    @cached_property
    def _ranks(self) -> Mapping[int, int]:
        """The atoms by when they were derived: nothing was derived before what it rests on."""
        return {atom: rank for rank, atom in enumerate(self._reasons)}

    def _atom(self, kind: int, name: str) -> int:
        return self._numbers.get(name, -1) * _KINDS + kind

    def _is_true(self, kind: int, name: str) -> bool:
        return self._atom(kind, name) in self._reasons

    def _reason(self, node_id: str) -> Relation | None:
        return self._reasons.get(self._atom(_GROUNDED, node_id))


def assess(argument_map: ArgumentMap) -> Assessment:
    """Return what stands in a map; linear in its size, on every graph."""
    numbers: dict[str, int] = {}
    for value in (*argument_map.nodes, *argument_map.relations):
        numbers.setdefault(value.id, len(numbers))
    clauses: list[Clause] = []
    steps: list[Relation | None] = []
    for clause, step in _clauses(argument_map, numbers):
        clauses.append(clause)
        steps.append(step)
    model = well_founded_model(clauses)
    reasons = {atom: steps[number] for atom, number in model.reasons.items()}
    undercuts: dict[str, list[Relation]] = {}
    for relation in argument_map.relations:
        if relation.stance is Stance.UNDERCUTS and _step(relation, numbers) in reasons:
            undercuts.setdefault(relation.target, []).append(relation)
    nodes = _first_by_id(argument_map)
    statuses = {
        name: _status(node, numbers[name] * _KINDS, reasons) for name, node in nodes.items()
    }
    return Assessment(statuses, numbers, reasons, undercuts)


def _status(node: Node, first_atom: int, reasons: Mapping[int, Relation | None]) -> Status:
    if node.withdrawn is not None:
        return Status.WITHDRAWN
    is_grounded = first_atom + _GROUNDED in reasons
    if first_atom + _AGAINST in reasons:
        return Status.CONTESTED if is_grounded else Status.REFUTED
    if is_grounded:
        return Status.SUPPORTED
    return Status.ASSUMED if _is_assumed(node) else Status.UNSUPPORTED


def _clauses(
    argument_map: ArgumentMap, numbers: Mapping[str, int]
) -> Iterator[tuple[Clause, Relation | None]]:
    """Say in clauses what the first lines of this file say in words."""
    nodes = _first_by_id(argument_map)
    for node in nodes.values():
        if node.withdrawn is None:
            for clause in _node_clauses(node, numbers[node.id] * _KINDS):
                yield clause, None
    undercuts: dict[str, list[int]] = {}
    for relation in argument_map.relations:
        if relation.stance is Stance.UNDERCUTS:
            undercuts.setdefault(relation.target, []).append(_step(relation, numbers))
    for relation in argument_map.relations:
        premises = [nodes[premise] for premise in relation.premises if premise in nodes]
        if len(premises) == len(relation.premises):
            not_undercut = tuple(undercuts.get(relation.id, ()))
            for clause in _step_clauses(relation, premises, numbers, not_undercut):
                yield clause, relation
            for clause in _effects(relation, nodes, numbers, not_undercut):
                yield clause, relation


def _node_clauses(node: Node, first_atom: int) -> Iterator[Clause]:
    """Say what a node is by itself."""
    if isinstance(node, Evidence):
        if node.passages:
            yield Clause(first_atom + _GROUNDED)
    elif node.assumed is not None:
        yield Clause(first_atom + _PREMISE, (), (first_atom + _AGAINST,))
        yield Clause(first_atom + _PREMISE, (first_atom + _GROUNDED,))


def _step_clauses(
    relation: Relation,
    premises: Sequence[Node],
    numbers: Mapping[str, int],
    not_undercut: tuple[int, ...],
) -> Iterator[Clause]:
    """Say when a step holds."""
    needed = []
    for node in premises:
        kind = _PREMISE if _is_assumed(node) else _GROUNDED
        needed.append(numbers[node.id] * _KINDS + kind)
    if any(map(_is_assumed, premises)):
        reached = numbers[relation.id] * _KINDS + _REACHED
        for node in premises:
            yield Clause(reached, (numbers[node.id] * _KINDS + _GROUNDED,))
        needed.append(reached)
    yield Clause(_step(relation, numbers), tuple(needed), not_undercut)


def _effects(
    relation: Relation,
    nodes: Mapping[str, Node],
    numbers: Mapping[str, int],
    not_undercut: tuple[int, ...],
) -> Iterator[Clause]:
    """Say what a step that holds does to its target."""
    target = nodes.get(relation.target)
    if target is None or target.withdrawn is not None:
        return
    atom = numbers[target.id] * _KINDS
    if relation.stance is Stance.SUPPORTS:
        yield Clause(atom + _GROUNDED, (_step(relation, numbers),))
    elif relation.stance is Stance.CONTRASTS:
        yield Clause(atom + _AGAINST, (_step(relation, numbers),))
    elif relation.stance is Stance.RESTATES and nodes[relation.premises[0]].withdrawn is None:
        twin = numbers[relation.premises[0]] * _KINDS
        for kind in (_GROUNDED, _AGAINST):
            yield Clause(atom + kind, (twin + kind,), not_undercut)
            yield Clause(twin + kind, (atom + kind,), not_undercut)


def _step(relation: Relation, numbers: Mapping[str, int]) -> int:
    return numbers[relation.id] * _KINDS + _STEP


def _is_assumed(node: Node) -> bool:
    return isinstance(node, Claim) and node.assumed is not None


def _first_by_id(argument_map: ArgumentMap) -> dict[str, Node]:
    nodes: dict[str, Node] = {}
    for node in argument_map.nodes:
        nodes.setdefault(node.id, node)
    return nodes
