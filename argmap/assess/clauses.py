"""The well-founded model of clauses with negation, which decides what is grounded.

A clause says: its head is true if all of `positive` are true and all of `negative` are false.
The well-founded model (Van Gelder, Ross & Schlipf 1991) makes true what can be derived, false
what cannot be derived whatever happens, and leaves undecided what would speak of itself.
"""

from collections import deque
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from attrs import field, frozen

Atom = TypeVar("Atom", bound=Hashable)


@frozen
class Clause(Generic[Atom]):
    """One way to derive a head.

    Attributes:
        head: what is derived.
        positive: what has to be true.
        negative: what has to be false.
    """

    head: Atom
    positive: tuple[Atom, ...] = ()
    negative: tuple[Atom, ...] = ()


@frozen
class Model(Generic[Atom]):
    """The true atoms, each with the clause that made it so, in the order of derivation.

    Attributes:
        reasons: from a true atom to the number of its clause; no atom's clause needs a later one.
        undecided: atoms that are neither true nor false.
    """

    reasons: dict[Atom, int]
    undecided: frozenset[Atom]


def well_founded_model(clauses: Sequence[Clause[Atom]]) -> Model[Atom]:
    """Return the well-founded model of some clauses.

    Takes time linear in the size of the clauses where no loop depends on the falsity of
    another loop, and one more linear round for each such dependence.
    """
    run = _Run(clauses)
    run.derive_all()
    while unfounded := run.unfounded():
        run.refute(unfounded)
        run.derive_all()
    return Model(run.reasons, frozenset(run.ways) - run.reasons.keys() - run.refuted)


@frozen
class _Run(Generic[Atom]):
    """The state of one computation: how much each clause still waits for."""

    clauses: Sequence[Clause[Atom]]
    unmet: list[int] = field(init=False)
    dead: list[bool] = field(init=False)
    ways: dict[Atom, int] = field(init=False, factory=dict)
    in_positive: dict[Atom, list[int]] = field(init=False, factory=dict)
    in_negative: dict[Atom, list[int]] = field(init=False, factory=dict)
    reasons: dict[Atom, int] = field(init=False, factory=dict)
    refuted: set[Atom] = field(init=False, factory=set)
    queue: deque[Atom] = field(init=False, factory=deque)

    def __attrs_post_init__(self) -> None:
        for number, clause in enumerate(self.clauses):
            self.ways[clause.head] = self.ways.get(clause.head, 0) + 1
            for atom in clause.positive:
                self.in_positive.setdefault(atom, []).append(number)
            for atom in clause.negative:
                self.in_negative.setdefault(atom, []).append(number)

    @unmet.default
    def _all_unmet(self) -> list[int]:
        return [len(clause.positive) + len(clause.negative) for clause in self.clauses]

    @dead.default
    def _none_dead(self) -> list[bool]:
        return [False] * len(self.clauses)

    def derive_all(self) -> None:
        """Follow truth and falsity as far as they reach."""
        if not self.reasons and not self.refuted:
            for number, waiting in enumerate(self.unmet):
                if not waiting:
                    self._make_true(number)
            self.refute(
                atom
                for atom in dict.fromkeys((*self.in_positive, *self.in_negative))
                if atom not in self.ways
            )
        while self.queue:
            atom = self.queue.popleft()
            is_true = atom in self.reasons
            helped, hurt = self.in_positive.get(atom, ()), self.in_negative.get(atom, ())
            for number in helped if is_true else hurt:
                self.unmet[number] -= 1
                if not self.unmet[number] and not self.dead[number]:
                    self._make_true(number)
            for number in hurt if is_true else helped:
                self._kill(number)

    def refute(self, atoms: Iterable[Atom]) -> None:
        """Make atoms false."""
        for atom in atoms:
            if atom not in self.refuted:
                self.refuted.add(atom)
                self.queue.append(atom)

    def unfounded(self) -> list[Atom]:
        """Return the undecided atoms that no clause derives even if all negation helped."""
        open_atoms = [
            atom for atom in self.ways if atom not in self.reasons and atom not in self.refuted
        ]
        waiting = {
            number: sum(atom not in self.reasons for atom in clause.positive)
            for number, clause in enumerate(self.clauses)
            if not self.dead[number] and clause.head not in self.reasons
        }
        worklist = [self.clauses[number].head for number, count in waiting.items() if not count]
        possible = set(worklist)
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
            self.dead[number] = True
            head = self.clauses[number].head
            self.ways[head] -= 1
            if not self.ways[head] and head not in self.reasons:
                self.refute((head,))
