"""A map in arrays, said in clauses; the words are in `assess/argument.py`.

Atoms are numbered by kind: that nodes are grounded, that something speaks against them, that they
hold as assumed premises, that relations hold, that some premise of a relation is grounded.
"""

from typing import TYPE_CHECKING

from attrs import define, field

from argmap.assess.arrays.array_map import STANCES, ArrayMap
from argmap.assess.arrays.flat_clauses import FlatClauses
from argmap.model import Stance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Truths = NDArray[np.bool_]


def clauses_of(of: ArrayMap) -> FlatClauses:
    """Say a map in clauses."""
    import numpy as np  # noqa: PLC0415 - an extra

    nodes, relations = len(of.cited), len(of.stance)
    against, premise, step, reached = nodes, 2 * nodes, 3 * nodes, 3 * nodes + relations
    parts = _Parts()
    live = ~of.withdrawn
    granted = np.flatnonzero(of.assumed & live)
    parts.add(premise + granted, [(granted + against, True)])
    parts.add(premise + granted, [(granted, False)])

    is_stance = {stance: of.stance == number for number, stance in enumerate(STANCES)}
    undercuts = np.flatnonzero(is_stance[Stance.UNDERCUTS] & (of.target >= 0))
    is_undercut = np.zeros(relations, dtype=np.bool_)
    is_undercut[of.target[undercuts]] = True
    is_granted = np.zeros(relations, dtype=np.bool_)
    is_granted[of.relation[of.assumed[of.premise]]] = True
    has_end = (of.target >= 0) & ~is_stance[Stance.UNDERCUTS]
    has_end[has_end] = live[of.target[has_end]]
    effect = of.target + np.where(is_stance[Stance.CONTRASTS], against, 0)
    is_effective = has_end & (is_stance[Stance.SUPPORTS] | is_stance[Stance.CONTRASTS])

    # A step that nothing can stop and that stops nothing needs no atom of its own.
    is_plain = is_effective & ~is_undercut & ~is_granted
    parts.add_bodies(is_plain, effect, of.relation, of.premise)
    is_step = ~is_plain & ~is_stance[Stance.RESTATES]
    body = np.where(of.assumed[of.premise], premise + of.premise, of.premise)
    numbers = np.arange(relations)
    granted_steps = numbers[is_step & is_granted]
    parts.add_bodies(
        is_step,
        step + numbers,
        np.concatenate((of.relation, granted_steps, of.target[undercuts])),
        np.concatenate((body, reached + granted_steps, step + undercuts)),
        len(undercuts),
    )
    of_granted = (is_step & is_granted)[of.relation]
    parts.add(reached + of.relation[of_granted], [(of.premise[of_granted], False)])
    stepped = numbers[is_step & is_effective]
    parts.add(effect[stepped], [(step + stepped, False)])

    same = is_stance[Stance.RESTATES] & has_end
    twin = np.zeros(relations, dtype=np.int64)
    twin[of.relation] = of.premise
    same[same] = live[twin[same]]
    for shift in (0, against):
        for one, other in ((of.target, twin), (twin, of.target)):
            parts.add_bodies(
                same,
                one + shift,
                np.concatenate((numbers, of.target[undercuts])),
                np.concatenate((other + shift, step + undercuts)),
                len(undercuts),
            )
    return parts.clauses(3 * nodes + 2 * relations, np.flatnonzero(of.cited & live))


@define
class _Parts:
    """Clauses that are gathered part by part."""

    count: int = 0
    heads: "list[Numbers]" = field(factory=list)
    clause: "list[Numbers]" = field(factory=list)
    atom: "list[Numbers]" = field(factory=list)
    negative: "list[Truths]" = field(factory=list)

    def add(self, heads: "Numbers", bodies: "list[tuple[Numbers, bool]]") -> None:
        """Add clauses of which each has one atom from each of the bodies."""
        import numpy as np  # noqa: PLC0415 - an extra

        for atoms, is_negative in bodies:
            self.clause.append(self.count + np.arange(len(heads)))
            self.atom.append(atoms)
            self.negative.append(np.full(len(heads), is_negative))
        self.heads.append(heads)
        self.count += len(heads)

    def add_bodies(
        self,
        chosen: "Truths",
        heads: "Numbers",
        relation: "Numbers",
        atom: "Numbers",
        negatives: int = 0,
    ) -> None:
        """Add a clause for each relation that is chosen.

        Args:
            chosen: for each relation whether it is.
            heads: for each relation its head.
            relation: for each place in a body its relation.
            atom: for each place in a body its atom.
            negatives: so many of the last places are negative.
        """
        import numpy as np  # noqa: PLC0415 - an extra

        ranks = self.count + np.cumsum(chosen) - 1
        taken = chosen[relation]
        is_negative = np.zeros(len(relation), dtype=np.bool_)
        is_negative[len(relation) - negatives :] = True
        self.clause.append(ranks[relation[taken]])
        self.atom.append(atom[taken])
        self.negative.append(is_negative[taken])
        self.heads.append(heads[chosen])
        self.count += int(chosen.sum())

    def clauses(self, atoms: int, facts: "Numbers") -> FlatClauses:
        """Return all of them."""
        import numpy as np  # noqa: PLC0415 - an extra

        return FlatClauses(
            atoms,
            facts,
            np.concatenate(self.heads),
            np.concatenate(self.clause),
            np.concatenate(self.atom),
            np.concatenate(self.negative),
        )
