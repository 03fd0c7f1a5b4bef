"""The well-founded model, against its textbook definition on small programs."""

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from argmap.assess.clauses import Clause, well_founded_model

ATOMS = st.integers(0, 5)
BODIES = st.lists(ATOMS, max_size=3).map(tuple)
PROGRAMS = st.lists(st.builds(Clause, ATOMS, BODIES, BODIES), max_size=12)


def derivable(clauses: Sequence[Clause], assumed_true: set[int]) -> set[int]:
    """Return the least model where exactly `assumed_true` makes negation fail."""
    found: set[int] = set()
    while True:
        new = {
            clause.head
            for clause in clauses
            if found.issuperset(clause.positive) and assumed_true.isdisjoint(clause.negative)
        }
        if new <= found:
            return found
        found |= new


def alternating_fixpoint(clauses: Sequence[Clause]) -> tuple[set[int], set[int]]:
    """Return what is true, and what is true or undecided (Van Gelder 1993)."""
    true: set[int] = set()
    while True:
        possible = derivable(clauses, true)
        more = derivable(clauses, possible)
        if more == true:
            return true, possible
        true = more


@example([Clause(0, (), (0,)), Clause(0, (), (0,)), Clause(1, (0, 1))])
@given(PROGRAMS)
def test_the_model_is_the_alternating_fixpoint(clauses: list[Clause]) -> None:
    true, possible = alternating_fixpoint(clauses)
    model = well_founded_model(clauses)
    assert set(model.reasons) == true
    assert model.undecided == possible - true


@given(PROGRAMS)
def test_every_true_atom_has_a_clause_that_rests_on_earlier_ones(
    clauses: list[Clause],
) -> None:
    derived: set[int] = set()
    for atom, number in well_founded_model(clauses).reasons.items():
        assert clauses[number].head == atom
        assert derived.issuperset(clauses[number].positive)
        derived.add(atom)
