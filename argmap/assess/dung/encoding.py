"""Complete labellings of a part as models of clauses.

Variables of the argument at place p: in, out (2p+1, 2p+2), and, where ranges are asked for,
decided. An argument is in iff all its attackers are out, and out iff one of them is in (Caminada
2006; as clauses Cerutti, Dunne, Giacomin & Vallati 2013).
"""

from collections.abc import Iterator, Sequence

from argmap.assess.dung.components import Part


def is_in(place: int) -> int:
    """Return the variable that says that an argument is in."""
    return 2 * place + 1


def is_out(place: int) -> int:
    """Return the variable that says that an argument is out."""
    return 2 * place + 2


def is_decided(part: Part, place: int) -> int:
    """Return the variable that implies that an argument is in or out."""
    return 2 * len(part.members) + place + 1


def first_free(part: Part) -> int:
    """Return the first variable that no clause about a part has."""
    return 3 * len(part.members) + 1


def complete(part: Part) -> Iterator[Sequence[int]]:
    """Give the clauses whose models are the complete labellings of a part."""
    for place, attackers in enumerate(part.attackers):
        accepted, rejected = 2 * place + 1, 2 * place + 2
        yield (-accepted, -rejected)
        yield (-rejected, *(2 * attacker + 1 for attacker in attackers))
        yield (accepted, *(-2 * attacker - 2 for attacker in attackers))
        for attacker in attackers:
            yield (-accepted, 2 * attacker + 2)
            yield (rejected, -2 * attacker - 1)


def stable(part: Part) -> Iterator[Sequence[int]]:
    """Give the clauses whose models are the stable labellings: nothing is undecided."""
    yield from complete(part)
    for place in range(len(part.members)):
        yield (is_in(place), is_out(place))


def with_ranges(part: Part) -> Iterator[Sequence[int]]:
    """Give the clauses of complete labellings with variables for what is decided."""
    yield from complete(part)
    for place in range(len(part.members)):
        yield (-is_decided(part, place), is_in(place), is_out(place))
        yield (is_decided(part, place), -is_in(place))
        yield (is_decided(part, place), -is_out(place))
