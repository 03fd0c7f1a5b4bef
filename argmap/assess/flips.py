"""The single nodes whose loss would change the status of a claim, whatever the reason.

`load_bearing` looks at support alone. Here each node is taken away in turn and the claim is
assessed anew, so that also that is found which defends a claim from undercuts and contrasts, and
that which only speaks against it.
"""

from collections.abc import Collection, Iterator

from attrs import evolve, frozen

from argmap.assess.status import Assessment, Status, assess
from argmap.assess.what_if import Change, Fate, what_if
from argmap.model import ArgumentMap, Relation, Stance


@frozen
class Flips:
    """What changes the status of a claim.

    Attributes:
        claim: the id of the claim.
        status: how it stands.
        changes: nodes without which it would stand otherwise: `node` is what is taken away,
            `before` and `after` are the status of the claim. Those nearest to it come first.
        looked_at: how many nodes were taken away.
        all_nodes: how many bear on the claim; more than `looked_at` where the bound was reached.
    """

    claim: str
    status: Status
    changes: tuple[Change, ...]
    looked_at: int
    all_nodes: int

    @property
    def is_complete(self) -> bool:
        """Whether every node that bears on the claim was taken away."""
        return self.looked_at == self.all_nodes


def flips(
    argument_map: ArgumentMap,
    claim_id: str,
    assessment: Assessment | None = None,
    free_types: Collection[str] = (),
    most: int = 1000,
) -> Flips:
    """Return the single nodes whose loss would change the status of a claim.

    Only what bears on the claim is computed anew; that takes time linear in its size for each
    of its nodes.

    Args:
        argument_map: any map.
        claim_id: the id of a node.
        assessment: what stands in the map, where that is known already.
        free_types: as for `assess`.
        most: so many nodes are looked at, those nearest to the claim first.
    """
    standing = assessment or assess(argument_map, free_types)
    nearest_first = [name for name in _bearing_on(argument_map, claim_id) if name != claim_id]
    cone = _only(argument_map, {claim_id, *nearest_first})
    nodes = [name for name in nearest_first if name in standing.statuses]
    before = standing.status(claim_id)
    of_cone = assess(cone, free_types)
    changes = []
    for name in nodes[:most]:
        after = what_if(cone, {name: Fate.OUT}, of_cone, free_types).assessment.status(claim_id)
        if after is not before:
            changes.append(Change(name, before, after))
    return Flips(claim_id, before, tuple(changes), min(most, len(nodes)), len(nodes))


def _bearing_on(argument_map: ArgumentMap, claim_id: str) -> list[str]:
    """Return the ids of nodes and relations that lead to a claim, nearest first."""
    found = {claim_id: None}
    queue = [claim_id]
    for name in queue:
        for relation in _towards(argument_map, name):
            for one in (relation.id, *relation.premises, relation.target):
                if one not in found:
                    found[one] = None
                    queue.append(one)
    return queue


def _towards(argument_map: ArgumentMap, name: str) -> Iterator[Relation]:
    yield from argument_map.incoming(name)
    yield from argument_map.outgoing(name, Stance.RESTATES)


def _only(argument_map: ArgumentMap, names: Collection[str]) -> ArgumentMap:
    return evolve(
        argument_map,
        nodes=[node for node in argument_map.nodes if node.id in names],
        relations=[one for one in argument_map.relations if one.id in names],
    )
