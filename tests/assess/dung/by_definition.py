"""Extensions straight from their definitions, by trying all sets: what the solver is held to."""

from collections.abc import Iterator
from itertools import combinations

from argmap.assess.dung import (
    Acceptance,
    Framework,
    Semantics,
    acceptance,
    count_extensions,
    extension,
    extensions,
    is_credulous,
    is_skeptical,
)

Sets = set[frozenset[str]]


def all_extensions(framework: Framework) -> dict[Semantics, Sets]:
    """Return all extensions of a small framework under each semantics."""
    attacks = set(framework.pairs())
    names = framework.names
    everything = [
        frozenset(chosen) for size in range(len(names) + 1) for chosen in combinations(names, size)
    ]

    def attacked_by(chosen: frozenset[str]) -> frozenset[str]:
        return frozenset(target for source, target in attacks if source in chosen)

    attackers = {
        name: frozenset(source for source, target in attacks if target == name) for name in names
    }
    admissible, complete = set(), set()
    for chosen in everything:
        beaten = attacked_by(chosen)
        defended = frozenset(name for name in names if attackers[name] <= beaten)
        if not chosen & beaten and chosen <= defended:
            admissible.add(chosen)
            if chosen == defended:
                complete.add(chosen)
    preferred = _greatest(complete, {one: one for one in complete})
    ranges = {one: one | attacked_by(one) for one in complete}
    within_all = frozenset.intersection(*preferred)
    return {
        Semantics.GROUNDED: {min(complete, key=len)},
        Semantics.COMPLETE: complete,
        Semantics.PREFERRED: preferred,
        Semantics.STABLE: {one for one in complete if ranges[one] == frozenset(names)},
        Semantics.SEMI_STABLE: _greatest(complete, ranges),
        Semantics.IDEAL: {max((one for one in admissible if one <= within_all), key=len)},
    }


def _greatest(sets: Sets, by: dict[frozenset[str], frozenset[str]]) -> Sets:
    return {one for one in sets if not any(by[one] < by[other] for other in sets)}


def mismatches(framework: Framework) -> list[str]:
    """Return every answer of the library that the definitions contradict."""
    return [
        wrong
        for semantics, expected in all_extensions(framework).items()
        for wrong in (
            *_wrong_sets(framework, semantics, expected),
            *_wrong_answers(framework, semantics, expected),
        )
    ]


def _wrong_sets(framework: Framework, semantics: Semantics, expected: Sets) -> Iterator[str]:
    given = list(extensions(framework, semantics))
    if {frozenset(one) for one in given} != expected or len(given) != len(expected):
        yield f"EE-{semantics}: {given}"
    if count_extensions(framework, semantics) != len(expected):
        yield f"CE-{semantics}"
    if not _fits(extension(framework, semantics), expected):
        yield f"SE-{semantics}"


def _wrong_answers(framework: Framework, semantics: Semantics, expected: Sets) -> Iterator[str]:
    table = acceptance(framework, semantics)
    if (table is None) != (not expected):
        yield f"table-{semantics}"
    for number, name in enumerate(framework.names):
        with_it = {one for one in expected if name in one}
        credulous, skeptical = bool(with_it), with_it == expected
        if is_credulous(framework, semantics, name) != credulous:
            yield f"DC-{semantics}-{name}"
        if is_skeptical(framework, semantics, name) != skeptical:
            yield f"DS-{semantics}-{name}"
        if not _fits(extension(framework, semantics, having=name), with_it):
            yield f"having-{semantics}-{name}"
        if not _fits(extension(framework, semantics, lacking=name), expected - with_it):
            yield f"lacking-{semantics}-{name}"
        if table is not None and table[number] != Acceptance(credulous, skeptical):
            yield f"table-{semantics}-{name}: {table[number]}"


def _fits(given: tuple[str, ...] | None, expected: Sets) -> bool:
    return not expected if given is None else frozenset(given) in expected
