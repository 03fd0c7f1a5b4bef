"""Why nodes stand as they do: the step that decided, and what is said in words."""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import field, frozen

from argmap.assess import Assessment, Status
from argmap.model import ArgumentMap, Claim, Node, Relation, Stance
from argmap.render.clean import clean

REASONS: Final[Mapping[str, str]] = {
    "claim supported": "evidence that cites a source reaches it",
    "claim contested": "evidence speaks for it and against it",
    "claim refuted": "evidence speaks against it, and none for it",
    "claim unsupported": "nothing supports it",
    "evidence supported": "it cites a source",
    "evidence unsupported": "it cites no source",
    "evidence contested": "it cites a source, and evidence speaks against it",
    "evidence refuted": "evidence speaks against it, and it cites no source",
}
"""What is said of a kind of node with a status, if nothing better can be said."""

_WEAK: Final = "what supports it does not lead back to evidence that cites a source"


def own_reason(argument_map: ArgumentMap, status: Status, node: Node) -> str:
    """Return the reason for a status that is not among `REASONS`, else an empty text."""
    if status is Status.WITHDRAWN:
        return clean(node.withdrawn or "")
    if isinstance(node, Claim):
        if status is Status.ASSUMED:
            return clean(node.assumed or "")
        if status is Status.UNSUPPORTED and argument_map.incoming(node.id, Stance.SUPPORTS):
            return _WEAK
    return ""


@frozen
class Objections:
    """What speaks against nodes: for each the first contrast that holds.

    A contrast to what restates a node is one to the node. All together takes linear time.
    """

    argument_map: ArgumentMap
    assessment: Assessment
    _of_groups: dict[str, Relation | None] = field(init=False, factory=dict, repr=False)

    def against(self, node_id: str) -> Relation | None:
        """Return the contrast that a node is contested or refuted by; None for other nodes."""
        if self.assessment.status(node_id) not in {Status.CONTESTED, Status.REFUTED}:
            return None
        own = next(self._holding(node_id), None)
        if own is not None:
            return own
        if node_id not in self._of_groups:
            group = self._group(node_id)
            found = next((one for member in group for one in self._holding(member)), None)
            self._of_groups.update(dict.fromkeys(group, found))
        return self._of_groups[node_id]

    def _holding(self, node_id: str) -> Iterator[Relation]:
        for relation in self.argument_map.incoming(node_id, Stance.CONTRASTS):
            if self.assessment.holds(relation.id):
                yield relation

    def _group(self, node_id: str) -> list[str]:
        """Return what says the same as a node, the nearest first."""
        group, seen, worklist = [node_id], {node_id}, deque([node_id])
        while worklist:
            one = worklist.popleft()
            for relation in (
                *self.argument_map.incoming(one, Stance.RESTATES),
                *self.argument_map.outgoing(one, Stance.RESTATES),
            ):
                for end in (relation.target, *relation.premises):
                    if end not in seen:
                        seen.add(end)
                        group.append(end)
                        worklist.append(end)
        return group
