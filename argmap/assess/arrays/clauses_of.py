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

    sight = _Sight(of)
    parts = _Parts()
    _nodes(sight, parts)
    _steps(sight, parts)
    _restatements(sight, parts)
    atoms = 3 * sight.nodes + 2 * sight.relations
    return parts.clauses(atoms, np.flatnonzero(of.cited & sight.live))


class _Sight:
    """What is seen of a map at once: where the kinds of atoms begin, and which relations are what.

    Attributes:
        undercuts: the numbers of the relations that undercut another.
        effect: for each relation the atom that it makes true of its target.
    """

    def __init__(self, of: ArrayMap) -> None:
        import numpy as np  # noqa: PLC0415 - an extra

        self.of = of
        self.nodes, self.relations = len(of.cited), len(of.stance)
        self.against, self.premise = self.nodes, 2 * self.nodes
        self.step = 3 * self.nodes
        self.reached = self.step + self.relations
        self.live = ~of.withdrawn
        self.numbers = np.arange(self.relations)
        is_stance = {stance: of.stance == number for number, stance in enumerate(STANCES)}
        self.is_restatement = is_stance[Stance.RESTATES]
        self.undercuts = np.flatnonzero(is_stance[Stance.UNDERCUTS] & (of.target >= 0))
        self.is_undercut = np.zeros(self.relations, dtype=np.bool_)
        self.is_undercut[of.target[self.undercuts]] = True
        self.is_granted = np.zeros(self.relations, dtype=np.bool_)
        self.is_granted[of.relation[of.assumed[of.premise]]] = True
        self.has_end = (of.target >= 0) & ~is_stance[Stance.UNDERCUTS]
        self.has_end[self.has_end] = self.live[of.target[self.has_end]]
        self.effect = of.target + np.where(is_stance[Stance.CONTRASTS], self.against, 0)
        self.is_effective = self.has_end & ~self.is_restatement


def _nodes(sight: _Sight, parts: "_Parts") -> None:
    """Say when assumed claims hold as premises."""
    import numpy as np  # noqa: PLC0415 - an extra

    granted = np.flatnonzero(sight.of.assumed & sight.live)
    parts.add(sight.premise + granted, granted + sight.against, is_negative=True)
    parts.add(sight.premise + granted, granted)


def _steps(sight: _Sight, parts: "_Parts") -> None:
    """Say when steps hold, and what those do that hold."""
    import numpy as np  # noqa: PLC0415 - an extra

    of = sight.of
    # A step that nothing can stop and that stops nothing needs no atom of its own.
    is_plain = sight.is_effective & ~sight.is_undercut & ~sight.is_granted
    parts.add_bodies(is_plain, sight.effect, of.relation, of.premise)
    is_step = ~is_plain & ~sight.is_restatement
    granted = sight.numbers[is_step & sight.is_granted]
    body = of.premise + np.where(of.assumed[of.premise], sight.premise, 0)
    parts.add_bodies(
        is_step,
        sight.step + sight.numbers,
        np.concatenate((of.relation, granted, of.target[sight.undercuts])),
        np.concatenate((body, sight.reached + granted, sight.step + sight.undercuts)),
        len(sight.undercuts),
    )
    of_granted = (is_step & sight.is_granted)[of.relation]
    parts.add(sight.reached + of.relation[of_granted], of.premise[of_granted])
    stepped = sight.numbers[is_step & sight.is_effective]
    parts.add(sight.effect[stepped], sight.step + stepped)


def _restatements(sight: _Sight, parts: "_Parts") -> None:
    """Say that what holds of a node holds of what restates it."""
    import numpy as np  # noqa: PLC0415 - an extra

    of = sight.of
    same = sight.is_restatement & sight.has_end
    twin = np.zeros(sight.relations, dtype=np.int64)
    twin[of.relation] = of.premise
    same[same] = sight.live[twin[same]]
    for shift in (0, sight.against):
        for one, other in ((of.target, twin), (twin, of.target)):
            parts.add_bodies(
                same,
                one + shift,
                np.concatenate((sight.numbers, of.target[sight.undercuts])),
                np.concatenate((other + shift, sight.step + sight.undercuts)),
                len(sight.undercuts),
            )


@define
class _Parts:
    """Clauses that are gathered part by part."""

    count: int = 0
    heads: "list[Numbers]" = field(factory=list)
    clause: "list[Numbers]" = field(factory=list)
    atom: "list[Numbers]" = field(factory=list)
    negative: "list[Truths]" = field(factory=list)

    def add(self, heads: "Numbers", atoms: "Numbers", *, is_negative: bool = False) -> None:
        """Add clauses with one atom each."""
        import numpy as np  # noqa: PLC0415 - an extra

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
