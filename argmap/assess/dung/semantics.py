"""The semantics by their names: what counts as an extension."""

from enum import StrEnum


class Semantics(StrEnum):
    """What a set of arguments has to be to be an extension.

    A set is admissible when it attacks none of its members and attacks all that attacks them.
    It is `complete` when it is admissible and has every argument that it defends; `grounded`
    when it is the least complete set; `preferred` when it is a greatest one (Dung, AIJ 77,
    1995); `stable` when it attacks nothing of its own and all else (the same); `semi_stable`
    when it is complete and what it has and attacks together is greatest (Caminada 2006);
    `ideal` when it is the greatest admissible set within all preferred ones (Dung, Mancarella &
    Toni, AIJ 171, 2007).
    """

    GROUNDED = "grounded"
    COMPLETE = "complete"
    PREFERRED = "preferred"
    STABLE = "stable"
    SEMI_STABLE = "semi-stable"
    IDEAL = "ideal"
