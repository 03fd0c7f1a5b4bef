"""The well-founded model of clauses with negation, which decides what is grounded.

A clause says: its head is true if all of `positive` are true and all of `negative` are false.
The well-founded model (Van Gelder, Ross & Schlipf 1991) makes true what can be derived, false
what cannot be derived whatever happens, and leaves undecided what would speak of itself.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import field, frozen


class Clause(NamedTuple):
    """One way to derive a head; atoms are numbers.

    A named tuple, since a large map makes millions and attrs takes thrice the time for each.
    """

    head: int
    positive: tuple[int, ...] = ()
    negative: tuple[int, ...] = ()


@frozen
class Model:
    """What is true, and why.

    Attributes:
        reasons: from a true atom to the number of the clause that made it so, in the order of
            derivation: no clause needs a later atom.
        undecided: atoms that are neither true nor false.
    """

    reasons: dict[int, int]
    undecided: frozenset[int]


def well_founded_model(clauses: Sequence[Clause]) -> Model:
    """Return the well-founded model of some clauses.

    Takes time linear in the size of the clauses where no loop depends on the falsity of
    another loop, and one more linear round for each such dependence.
    """
    run = _Run(clauses)
    run.start()
    run.follow()
    while unfounded := run.unfounded():
        run.refute(unfounded)
        run.follow()
    return Model(run.reasons, frozenset(run.open_atoms()))


@frozen
class _Run:
    """The state of one computation: what each clause still waits for."""

    clauses: Sequence[Clause]
    ways: dict[int, int] = field(init=False, factory=dict)
    refuted: set[int] = field(init=False, factory=set)
    unmet: list[int] = field(init=False, factory=list)
    dead: bytearray = field(init=False)
    in_positive: dict[int, list[int]] = field(init=False, factory=dict)
    in_negative: dict[int, list[int]] = field(init=False, factory=dict)
    reasons: dict[int, int] = field(init=False, factory=dict)
    queue: deque[int] = field(init=False, factory=deque)

    @dead.default
    def _none_dead(self) -> bytearray:
        return bytearray(len(self.clauses))

    def start(self) -> None:
        """Make true what needs nothing, and false what no clause has as its head."""
        for number, (head, positive, negative) in enumerate(self.clauses):
            self.ways[head] = self.ways.get(head, 0) + 1
            self.unmet.append(len(positive) + len(negative))
            for atom in positive:
                self.in_positive.setdefault(atom, []).append(number)
            for atom in negative:
                self.in_negative.setdefault(atom, []).append(number)
        for number, waiting in enumerate(self.unmet):
            if not waiting:
                self._make_true(number)
        bodies = dict.fromkeys((*self.in_positive, *self.in_negative))
        self.refute(atom for atom in bodies if atom not in self.ways)

    def follow(self) -> None:
        """Follow truth and falsity as far as they reach."""
        queue, unmet, dead = self.queue, self.unmet, self.dead
        while queue:
            atom = queue.popleft()
            helped, hurt = self.in_positive.get(atom, ()), self.in_negative.get(atom, ())
            if atom in self.refuted:
                helped, hurt = hurt, helped
            for number in helped:
                unmet[number] -= 1
                if not unmet[number] and not dead[number]:
                    self._make_true(number)
            for number in hurt:
                self._kill(number)

    def refute(self, atoms: Iterable[int]) -> None:
        """Make atoms false."""
        for atom in atoms:
            if atom not in self.refuted:
                self.refuted.add(atom)
                self.queue.append(atom)

    def open_atoms(self) -> list[int]:
        """Return the atoms that are neither true nor false so far."""
        return [atom for atom in self.ways if atom not in self.reasons and atom not in self.refuted]

    def unfounded(self) -> list[int]:
        """Return the open atoms that no clause derives even if all negation helped."""
        open_atoms = self.open_atoms()
        if not open_atoms:
            return []
        waiting = {
            number: sum(atom not in self.reasons for atom in clause.positive)
            for number, clause in enumerate(self.clauses)
            if not self.dead[number] and clause.head not in self.reasons
        }
        # A set, since an atom that two clauses derive may be followed only once.
        possible = {self.clauses[number].head for number, count in waiting.items() if not count}
        worklist = list(possible)
        while worklist:
            for number in self.in_positive.get(worklist.pop(), ()):
                if number in waiting:
                    waiting[number] -= 1
                    head = self.clauses[number].head
                    if not waiting[number] and head not in possible:
                        possible.add(head)
                        worklist.append(head)
        return [atom for atom in open_atoms if atom not in possible]

    def _make_true(self, number: int) -> None:
        head = self.clauses[number].head
        if head not in self.reasons:
            self.reasons[head] = number
            self.queue.append(head)

    def _kill(self, number: int) -> None:
        if not self.dead[number]:
            self.dead[number] = 1
            head = self.clauses[number].head
            self.ways[head] -= 1
            if not self.ways[head] and head not in self.reasons:
                self.refute((head,))
