"""Why a node stands as it does: the way of evidence to it, or what is missing on that way.

The causes are those of well-founded reasoning: what is not grounded either lacks evidence
somewhere below, or has lost the steps that led to it, or rests on a circle of support, which
derives nothing by itself (an unfounded set: Van Gelder, Ross & Schlipf 1991).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final

from attrs import frozen

from argmap.assess.status import Assessment, Status, assess
from argmap.findings import UnknownIdError
from argmap.model import ArgumentMap, Evidence, Node, Relation, Stance
from argmap.nearest import nearest


class Cause(StrEnum):
    """What makes a node stand or fall."""

    SOURCE = "source"
    """It is evidence that cites a source."""
    STEPS = "steps"
    """Steps lead from evidence to it."""
    NO_SOURCE = "no-source"
    """It is evidence that cites no source."""
    NO_SUPPORT = "no-support"
    """Nothing is to support it."""
    DEFEATED = "defeated"
    """All that was to support it is undercut, or rests on what is refuted or gone."""
    ASSUMPTIONS = "assumptions"
    """Only assumptions support it."""
    BELOW = "below"
    """Something is missing further down, at the end of the way."""
    CIRCLE = "circle"
    """All of its support runs in a circle."""
    UNDECIDED = "undecided"
    """Undercuts below it hang on each other."""
    ASSUMED = "assumed"
    """Its author says that it needs no support."""
    WITHDRAWN = "withdrawn"
    """Its author took it back."""


class Obstacle(StrEnum):
    """Why a step does not count."""

    UNDERCUT = "undercut"
    MISSING = "missing"
    WITHDRAWN = "withdrawn"
    REFUTED = "refuted"
    UNGROUNDED = "ungrounded"
    UNDECIDED = "undecided"


_GONE: Final = {
    None: Obstacle.MISSING,
    Status.WITHDRAWN: Obstacle.WITHDRAWN,
    Status.REFUTED: Obstacle.REFUTED,
}


@frozen
class Lack:
    """A step that is to support a node and does not count.

    Attributes:
        relation: the step.
        obstacle: why it does not count.
        by: the ids of the nodes that are in the way: premises, or what undercuts it.
    """

    relation: Relation
    obstacle: Obstacle
    by: tuple[str, ...]


@frozen
class Why:
    """The reasons of one status.

    Attributes:
        node: the id of the node.
        status: how it stands.
        cause: why evidence reaches it, or does not.
        support: the steps of one proof for it, premises before conclusions.
        objections: the steps of one proof against it, in the same order.
        lacks: the steps to it that do not count.
        way: ids from the node down to what is missing; a circle ends where it began.
        end: what is missing at the end of that way; None for a circle, and where nothing is.
    """

    node: str
    status: Status
    cause: Cause
    support: tuple[Relation, ...] = ()
    objections: tuple[Relation, ...] = ()
    lacks: tuple[Lack, ...] = ()
    way: tuple[str, ...] = ()
    end: Cause | None = None


def why(
    argument_map: ArgumentMap,
    node_id: str,
    assessment: Assessment | None = None,
    free_types: Collection[str] = (),
) -> Why:
    """Return why a node stands as it does; linear in the size of the map.

    Args:
        argument_map: any map.
        node_id: the id of a node, or an alias.
        assessment: what stands in the map, where that is known already.
        free_types: as for `assess`; not looked at where an assessment is given.

    Raises:
        UnknownIdError: when the map has no such node.
    """
    node = argument_map.nodes_by_id.get(node_id)
    if node is None:
        raise UnknownIdError(node_id, nearest(node_id, argument_map.nodes_by_id))
    search = _Search(argument_map, assessment or assess(argument_map, free_types))
    standing = search.assessment
    cause = search.cause(node)
    way, end = search.way(node) if cause is Cause.BELOW else ((), None)
    if cause is Cause.BELOW and end is None:
        cause = Cause.CIRCLE
    return Why(
        node.id,
        standing.status(node.id),
        cause,
        standing.grounds(node.id),
        standing.objections(node.id),
        tuple(search.lacks(node.id)),
        way,
        end,
    )


@frozen
class _Search:
    """A map, and what stands in it."""

    argument_map: ArgumentMap
    assessment: Assessment

    def cause(self, node: Node) -> Cause:
        """Say why evidence reaches a node, or does not, as far as its own steps tell."""
        if node.withdrawn is not None:
            return Cause.WITHDRAWN
        if self.assessment.is_grounded(node.id):
            step = self.assessment.last_step(node.id)
            return Cause.SOURCE if step is None else Cause.STEPS
        if self.assessment.is_assumed(node.id):
            return Cause.ASSUMED
        return self._cause_of_lack(node)

    def _cause_of_lack(self, node: Node) -> Cause:
        if self.assessment.is_undecided(node.id):
            return Cause.UNDECIDED
        lacks = tuple(self._all_lacks(node.id))
        if not lacks:
            return Cause.NO_SOURCE if isinstance(node, Evidence) else Cause.NO_SUPPORT
        if any(self._open(lack) for lack in lacks):
            return Cause.BELOW
        is_assumed = any(lack.obstacle is Obstacle.UNGROUNDED for lack in lacks)
        return Cause.ASSUMPTIONS if is_assumed else Cause.DEFEATED

    def lacks(self, node_id: str) -> Iterator[Lack]:
        """Give the steps to a node that do not count."""
        for relation in self.argument_map.incoming(node_id, Stance.SUPPORTS):
            if not self.assessment.holds(relation.id):
                yield self._lack(relation, relation.premises)

    def way(self, node: Node) -> tuple[tuple[str, ...], Cause | None]:
        """Return the shortest way down to something missing, or into a circle."""
        came_from: dict[str, str | None] = {node.id: None}
        queue = [node.id]
        for reached in queue:
            for premise in self._waits_for(reached):
                if premise not in came_from:
                    came_from[premise] = reached
                    end = self.cause(self.argument_map.nodes_by_id[premise])
                    if end is not Cause.BELOW:
                        return _path(came_from, premise), end
                    queue.append(premise)
        return self._circle(node.id), None

    def _circle(self, start: str) -> tuple[str, ...]:
        """Follow what is waited for until it comes round; nothing below has another end."""
        seen: set[str] = set()
        path = [start]
        while path[-1] not in seen:
            seen.add(path[-1])
            path.append(next(self._waits_for(path[-1])))
        return tuple(path)

    def _all_lacks(self, node_id: str) -> Iterator[Lack]:
        """Give the steps that do not ground a node, also those from what restates it."""
        yield from self.lacks(node_id)
        for relation in (
            *self.argument_map.incoming(node_id, Stance.RESTATES),
            *self.argument_map.outgoing(node_id, Stance.RESTATES),
        ):
            twin = relation.target if relation.premises[0] == node_id else relation.premises[0]
            if twin != node_id:
                yield self._lack(relation, (twin,))

    def _waits_for(self, node_id: str) -> Iterator[str]:
        """Give the nodes that evidence would have to reach first."""
        for lack in self._all_lacks(node_id):
            yield from self._open(lack)

    def _open(self, lack: Lack) -> tuple[str, ...]:
        """Return what evidence may still reach: what is not assumed, on a step that is live."""
        if lack.obstacle is not Obstacle.UNGROUNDED:
            return ()
        return tuple(end for end in lack.by if not self.assessment.is_assumed(end))

    def _lack(self, relation: Relation, ends: Sequence[str]) -> Lack:
        """Say why a step does not count that is known not to."""
        undercuts = self.assessment.undercut_by(relation.id)
        if undercuts:
            by = (premise for undercut in undercuts for premise in undercut.premises)
            return Lack(relation, Obstacle.UNDERCUT, tuple(dict.fromkeys(by)))
        statuses = [(end, self.assessment.statuses.get(end)) for end in dict.fromkeys(ends)]
        for gone, obstacle in _GONE.items():
            if by_status := tuple(end for end, status in statuses if status is gone):
                return Lack(relation, obstacle, by_status)
        if self.assessment.is_undecided(relation.id):
            return Lack(relation, Obstacle.UNDECIDED, ())
        weak = tuple(end for end, _ in statuses if not self.assessment.is_grounded(end))
        return Lack(relation, Obstacle.UNGROUNDED, weak)


def _path(came_from: Mapping[str, str | None], end: str) -> tuple[str, ...]:
    path = [end]
    while (before := came_from[path[-1]]) is not None:
        path.append(before)
    return tuple(reversed(path))
