"""The well-founded model of clauses that are kept as arrays of numbers; see `assess/clauses.py`."""

from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Truths = NDArray[np.bool_]
    States = NDArray[np.uint8]

TRUE: Final = 1
FALSE: Final = 2


@frozen(eq=False)
class FlatClauses:
    """Some clauses, and atoms that are true without any.

    Attributes:
        atoms: how many there are.
        facts: atoms that are true.
        heads: for each clause its head.
        clause: for each place in a body the number of its clause.
        atom: for each place in a body its atom.
        negative: for each place in a body whether the atom has to be false there.
    """

    atoms: int
    facts: "Numbers"
    heads: "Numbers"
    clause: "Numbers"
    atom: "Numbers"
    negative: "Truths"


def flat_model(clauses: FlatClauses) -> "States":
    """Return for each atom whether it is `TRUE`, `FALSE`, or 0 for undecided.

    Where nothing is negative, nobody asks what is false, and what is not true is 0.
    """
    import numpy as np  # noqa: PLC0415 - an extra

    run = _Run(clauses)
    run.settle(clauses.facts.tolist(), TRUE)
    if clauses.negative.any():
        open_heads = np.bincount(clauses.heads, minlength=clauses.atoms) > 0
        in_body = np.zeros(clauses.atoms, dtype=np.bool_)
        in_body[clauses.atom] = True
        run.settle(np.flatnonzero(in_body & ~open_heads & (run.states == 0)).tolist(), FALSE)
    run.settle(run.free_heads(), TRUE)
    run.follow()
    while clauses.negative.any() and (unfounded := run.unfounded()):
        run.settle(unfounded, FALSE)
        run.follow()
    return run.states


class _Run:
    """The state of one computation: plain lists for what is followed, arrays beside them."""

    def __init__(self, clauses: FlatClauses) -> None:
        import numpy as np  # noqa: PLC0415 - an extra

        self.clauses = clauses
        self.state = bytearray(clauses.atoms)
        self.dead = bytearray(len(clauses.heads))
        self.states = np.frombuffer(self.state, dtype=np.uint8)
        self.deads = np.frombuffer(self.dead, dtype=np.uint8)
        self.queue: list[int] = []
        order = np.argsort(clauses.atom, kind="stable")
        uses = np.bincount(clauses.atom, minlength=clauses.atoms)
        self.begin: list[int] = np.concatenate(([0], np.cumsum(uses))).tolist()
        self.uses: list[int] = (2 * clauses.clause + clauses.negative)[order].tolist()
        self.unmet: list[int] = np.bincount(clauses.clause, minlength=len(clauses.heads)).tolist()
        self.ways: list[int] = np.bincount(clauses.heads, minlength=clauses.atoms).tolist()
        self.heads: list[int] = clauses.heads.tolist()

    def settle(self, atoms: list[int], state: int) -> None:
        """Make open atoms true or false."""
        for atom in atoms:
            if not self.state[atom]:
                self.state[atom] = state
                self.queue.append(atom)

    def free_heads(self) -> list[int]:
        """Return the heads of clauses without a body."""
        return [head for head, count in zip(self.heads, self.unmet, strict=True) if not count]

    def follow(self) -> None:
        """Follow truth and falsity as far as they reach."""
        begin, uses, unmet, heads = self.begin, self.uses, self.unmet, self.heads
        state, dead, ways, queue = self.state, self.dead, self.ways, self.queue
        for atom in queue:
            is_true = state[atom] == TRUE
            for use in uses[begin[atom] : begin[atom + 1]]:
                clause = use >> 1
                head = heads[clause]
                if (use & 1) != is_true:
                    unmet[clause] -= 1
                    if not unmet[clause] and not dead[clause] and not state[head]:
                        state[head] = TRUE
                        queue.append(head)
                elif not dead[clause]:
                    dead[clause] = 1
                    ways[head] -= 1
                    if not ways[head] and not state[head]:
                        state[head] = FALSE
                        queue.append(head)
        queue.clear()

    def unfounded(self) -> list[int]:
        """Return the open atoms that no clause derives even if all negation helped."""
        import numpy as np  # noqa: PLC0415 - an extra

        clauses = self.clauses
        is_open = (self.deads == 0) & (self.states[clauses.heads] == 0)
        waits = is_open[clauses.clause] & ~clauses.negative & (self.states[clauses.atom] != TRUE)
        waiting: list[int] = np.bincount(
            clauses.clause[waits], minlength=len(clauses.heads)
        ).tolist()
        ready = is_open & (np.array(waiting, dtype=np.int64) == 0)
        possible = bytearray(clauses.atoms)
        queue: list[int] = np.unique(clauses.heads[ready]).tolist()
        for atom in queue:
            possible[atom] = 1
        opened = is_open.tolist()
        for atom in queue:
            for use in self.uses[self.begin[atom] : self.begin[atom + 1]]:
                clause = use >> 1
                if not use & 1 and opened[clause]:
                    waiting[clause] -= 1
                    head = self.heads[clause]
                    if not waiting[clause] and not possible[head]:
                        possible[head] = 1
                        queue.append(head)
        has_way = np.bincount(clauses.heads, minlength=clauses.atoms) > 0
        reached = np.frombuffer(possible, dtype=np.uint8) == 1
        found: list[int] = np.flatnonzero((self.states == 0) & has_way & ~reached).tolist()
        return found
