"""The ideal extension of a part."""

from argmap.assess.dung import encoding
from argmap.assess.dung.components import Part
from argmap.assess.dung.credulous import add_credulous
from argmap.assess.dung.sat import Limit, Oracle


def ideal(part: Part, limit: Limit) -> frozenset[int]:
    """Return the ideal extension of a part, by places.

    It is the greatest admissible set that nothing attacks which is in some admissible set
    (Dunne, AIJ 173, 2009): one question to the solver for each batch of such arguments, then a
    linear pass.

    Args:
        part: undecided arguments.
        limit: when to give up.

    Raises:
        UndecidedError: when the limit was reached first.
        MissingPackageError: without python-sat.
    """
    possible: set[int] = set()
    with Oracle(encoding.complete(part), encoding.first_free(part), limit) as oracle:
        add_credulous(part, oracle, possible)
    kept = {place for place in possible if possible.isdisjoint(part.attackers[place])}
    return _greatest_admissible(part, kept)


def _greatest_admissible(part: Part, kept: set[int]) -> frozenset[int]:
    """Return the greatest set within one without attacks inside that defends all its members."""
    attacked: list[list[int]] = [[] for _ in part.members]
    for place, attackers in enumerate(part.attackers):
        for attacker in attackers:
            attacked[attacker].append(place)
    answers = [sum(one in kept for one in attackers) for attackers in part.attackers]
    worklist = [place for place, count in enumerate(answers) if not count]
    while worklist:
        for lost in attacked[worklist.pop()]:
            if lost not in kept:
                continue
            kept.discard(lost)
            for freed in attacked[lost]:
                answers[freed] -= 1
                if not answers[freed]:
                    worklist.append(freed)
    return frozenset(kept)
