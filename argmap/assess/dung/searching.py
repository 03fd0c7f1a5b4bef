"""Extensions of one part: one that has or lacks an argument, or all of them.

An argument is meant by its place in the part; an extension is a set of places.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from argmap.assess.dung import encoding
from argmap.assess.dung.components import Part, cone, sub_part
from argmap.assess.dung.encoding import is_in
from argmap.assess.dung.ideal import ideal
from argmap.assess.dung.sat import Limit, Oracle
from argmap.assess.dung.semantics import Semantics

Extension: TypeAlias = frozenset[int]

_DIRECTIONAL: Final = {Semantics.COMPLETE, Semantics.PREFERRED}


def search(
    part: Part, semantics: Semantics, limit: Limit, literal: int | None = None
) -> Extension | None:
    """Return an extension of a part, None if there is none.

    Args:
        part: undecided arguments.
        semantics: what an extension is.
        limit: when to give up.
        literal: `is_in(place)` for one that has an argument, `-is_in(place)` for one without.

    Raises:
        UndecidedError: when the limit was reached first.
        MissingPackageError: without python-sat.
    """
    if semantics in _UNIQUE:
        found = _UNIQUE[semantics](part, limit)
        return found if _is_as_asked(found, literal) else None
    if literal is None or semantics not in _DIRECTIONAL:
        with new_oracle(part, semantics, limit) as oracle:
            return _last(met(part, semantics, oracle, literal), literal)
    small, inner = search_cone(part, semantics, limit, literal)
    if inner is None or len(small.members) == len(part.members):
        return inner
    # Directional: what is above the cone can be had with every extension of the cone.
    fixed = [
        is_in(part.places[number]) * (1 if place in inner else -1)
        for place, number in enumerate(small.members)
    ]
    with new_oracle(part, semantics, limit) as oracle:
        model = oracle.model(fixed)
        if model is not None and semantics is Semantics.PREFERRED:
            model = _grown(oracle, model, _ins(part))
        return None if model is None else _accepted(part, model)


def search_cone(
    part: Part, semantics: Semantics, limit: Limit, literal: int
) -> tuple[Part, Extension | None]:
    """Return the smallest part that decides about an argument, and an extension of that.

    Args:
        part: undecided arguments.
        semantics: what an extension is.
        limit: when to give up.
        literal: as for `search`, by its place in the whole part.

    Raises:
        UndecidedError: when the limit was reached first.
        MissingPackageError: without python-sat.
    """
    if semantics not in _DIRECTIONAL:
        return part, search(part, semantics, limit, literal)
    place = _place(literal)
    small = sub_part(part, cone(part, place))
    moved = is_in(small.places[part.members[place]])
    with new_oracle(small, semantics, limit) as oracle:
        wanted = moved if literal > 0 else -moved
        return small, _last(met(small, semantics, oracle, wanted), wanted)


def enumerate_part(part: Part, semantics: Semantics, limit: Limit) -> Iterator[Extension]:
    """Give all extensions of a part, each once.

    Raises:
        UndecidedError: when the limit was reached; what was given before is right.
        MissingPackageError: without python-sat.
    """
    if semantics in _UNIQUE:
        yield _UNIQUE[semantics](part, limit)
        return
    with new_oracle(part, semantics, limit) as oracle:
        if semantics is Semantics.SEMI_STABLE:
            yield from _all_semi_stable(part, oracle)
            return
        while (model := oracle.model()) is not None:
            if semantics is Semantics.PREFERRED:
                model = _grown(oracle, model, _ins(part))
            found = _accepted(part, model)
            yield found
            beyond = _beyond(part, found)
            if semantics is Semantics.COMPLETE:
                beyond.extend(-is_in(place) for place in sorted(found))
            oracle.add(beyond)


def met(
    part: Part, semantics: Semantics, oracle: Oracle, literal: int | None
) -> Iterator[Extension]:
    """Give the extensions that are met on the way to one that is looked for, that one last.

    Args:
        part: undecided arguments.
        semantics: complete, preferred, stable or semi-stable.
        oracle: of `new_oracle`. It serves for one question; under all but semi-stable semantics
            for more, but then it may keep back what it gave before.
        literal: as for `search`.

    Raises:
        UndecidedError: when the limit was reached first.
    """
    return _SEARCHES[semantics](part, oracle, literal)


def new_oracle(part: Part, semantics: Semantics, limit: Limit) -> Oracle:
    """Return an oracle about a part.

    Raises:
        MissingPackageError: without python-sat.
    """
    oracle = Oracle(_ENCODINGS[semantics](part), encoding.first_free(part), limit)
    oracle.prefer([*_ins(part), *(_decided(part) if semantics is Semantics.SEMI_STABLE else ())])
    return oracle


def _last(given: Iterable[Extension], literal: int | None) -> Extension | None:
    """Return the extension that is as asked, which is the last one if there is any."""
    return next((one for one in given if _is_as_asked(one, literal)), None)


def _is_as_asked(found: Extension, literal: int | None) -> bool:
    return literal is None or (_place(literal) in found) == (literal > 0)


def _some(part: Part, oracle: Oracle, literal: int | None) -> Iterator[Extension]:
    """Give a complete or stable extension."""
    model = oracle.model(() if literal is None else (literal,))
    if model is not None:
        yield _accepted(part, model)


def _some_preferred(part: Part, oracle: Oracle, literal: int | None) -> Iterator[Extension]:
    """Give preferred extensions, the one that is looked for last.

    One that lacks an argument is looked for among the greatest complete sets without it: it is
    found when the argument cannot be added to one of them. Else nothing within the set that is
    found with the argument can be preferred but that set itself, which is given, and ruled out
    (the scheme of Dvořák, Järvisalo, Wallner & Woltran, AIJ 206, 2014).
    """
    ins = _ins(part)
    if literal is None or literal > 0:
        model = oracle.model(() if literal is None else (literal,))
        if model is not None:
            yield _accepted(part, _grown(oracle, model, ins))
        return
    while (model := oracle.model((literal,))) is not None:
        without = _accepted(part, _grown(oracle, model, ins, fixed=(literal,)))
        larger = oracle.model((-literal, *map(is_in, sorted(without))))
        if larger is None:
            yield without
            return
        met = _accepted(part, _grown(oracle, larger, ins))
        yield met
        oracle.add(_beyond(part, met))


def _some_semi_stable(part: Part, oracle: Oracle, literal: int | None) -> Iterator[Extension]:
    """Give a semi-stable extension: greatest ranges are found and ruled out, one by one."""
    wanted = () if literal is None else (literal,)
    decided = _decided(part)
    if oracle.model(decided) is not None:
        # With a stable extension the stable ones are all, and no range has to be made greater.
        model = oracle.model((*wanted, *decided))
        if model is not None:
            yield _accepted(part, model)
        return
    while (model := oracle.model(wanted)) is not None:
        reach = _true(_grown(oracle, model, decided), decided)
        within = oracle.model((*wanted, *reach))
        if within is not None:
            yield _accepted(part, within)
            return
        oracle.add(_left(decided, reach))


def _all_semi_stable(part: Part, oracle: Oracle) -> Iterator[Extension]:
    decided = _decided(part)
    while (model := oracle.model(decided) or oracle.model()) is not None:
        reach = _true(_grown(oracle, model, decided), decided)
        this_range = oracle.new_variable()
        while (within := oracle.model((this_range, *reach))) is not None:
            found = _accepted(part, within)
            yield found
            others = [-is_in(place) for place in sorted(found)]
            oracle.add([-this_range, *_beyond(part, found), *others])
        oracle.add(_left(decided, reach))


def _grown(
    oracle: Oracle, model: Sequence[int], variables: Sequence[int], fixed: Sequence[int] = ()
) -> Sequence[int]:
    """Return a model in which as many variables hold as can be added to those that do."""
    oracle.prefer(variables)
    while True:
        held = _true(model, variables)
        more = oracle.new_variable()
        oracle.add([-more, *_left(variables, held)])
        larger = oracle.model((more, *fixed, *held))
        oracle.add([-more])
        if larger is None:
            return model
        model = larger


def _grounded(_part: Part, _limit: Limit) -> Extension:
    return frozenset()  # nothing that is undecided is in


def _ins(part: Part) -> Sequence[int]:
    return [is_in(place) for place in range(len(part.members))]


def _decided(part: Part) -> Sequence[int]:
    return [encoding.is_decided(part, place) for place in range(len(part.members))]


def _place(literal: int) -> int:
    return (abs(literal) - 1) // 2


def _accepted(part: Part, model: Sequence[int]) -> Extension:
    return frozenset(place for place in range(len(part.members)) if model[2 * place] > 0)


def _beyond(part: Part, extension: Extension) -> list[int]:
    """Return the clause that something outside of an extension is in."""
    return [is_in(place) for place in range(len(part.members)) if place not in extension]


def _true(model: Sequence[int], variables: Sequence[int]) -> Sequence[int]:
    return [variable for variable in variables if model[variable - 1] > 0]


def _left(variables: Sequence[int], held: Sequence[int]) -> list[int]:
    taken = set(held)
    return [variable for variable in variables if variable not in taken]


_UNIQUE: Final[Mapping[Semantics, Callable[[Part, Limit], Extension]]] = {
    Semantics.GROUNDED: _grounded,
    Semantics.IDEAL: ideal,
}
_ENCODINGS: Final[Mapping[Semantics, Callable[[Part], Iterator[Sequence[int]]]]] = {
    Semantics.COMPLETE: encoding.complete,
    Semantics.PREFERRED: encoding.complete,
    Semantics.STABLE: encoding.stable,
    Semantics.SEMI_STABLE: encoding.with_ranges,
}
_SEARCHES: Final[Mapping[Semantics, Callable[[Part, Oracle, int | None], Iterator[Extension]]]] = {
    Semantics.COMPLETE: _some,
    Semantics.PREFERRED: _some_preferred,
    Semantics.STABLE: _some,
    Semantics.SEMI_STABLE: _some_semi_stable,
}
