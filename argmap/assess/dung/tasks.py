"""Problems about a framework: an extension, all of them, how many, and what is accepted.

The grounded labelling is done first, in linear time; the rest is split into parts that know
nothing of each other, and each part is given to a SAT solver. Where the grounded labelling
decides all, no solver is needed.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from math import prod

from attrs import frozen

from argmap.assess.dung.accepting import Acceptance, acceptance_of
from argmap.assess.dung.components import Part, parts
from argmap.assess.dung.encoding import is_in
from argmap.assess.dung.framework import Framework
from argmap.assess.dung.grounded import Label, grounded_labelling, numbers_with
from argmap.assess.dung.sat import Limit, UndecidedError, never
from argmap.assess.dung.searching import enumerate_part, search, search_cone
from argmap.assess.dung.semantics import Semantics


def extension(
    framework: Framework,
    semantics: Semantics,
    *,
    having: str | None = None,
    lacking: str | None = None,
    limit: Limit = never,
) -> tuple[str, ...] | None:
    """Return an extension by the names of its arguments; None if there is no such extension.

    Args:
        framework: the arguments and their attacks.
        semantics: what an extension is.
        having: an argument that has to be in it.
        lacking: an argument that may not be in it; not together with `having`.
        limit: when to give up.

    Raises:
        UnknownArgumentError: when there is no such argument.
        UndecidedError: when the limit was reached first.
        MissingPackageError: where a solver is needed and python-sat is not installed.
    """
    problem = _Problem(framework)
    number = None if having is None else framework.number(having)
    if lacking is not None:
        number = framework.number(lacking)
    found = problem.extension(semantics, limit, number, is_wanted=lacking is None)
    return None if found is None else framework.named(found)


def extensions(
    framework: Framework, semantics: Semantics, limit: Limit = never
) -> Iterator[tuple[str, ...]]:
    """Give all extensions, in an order that depends on the framework alone.

    Args:
        framework: the arguments and their attacks.
        semantics: what an extension is.
        limit: when to give up.

    Raises:
        UndecidedError: when the limit was reached before there was one to give, or later.
        MissingPackageError: where a solver is needed and python-sat is not installed.
    """
    problem = _Problem(framework)
    choices = [
        sorted(part.numbers(sorted(one)) for one in enumerate_part(part, semantics, limit))
        for part in problem.parts
    ]
    for choice in _products(choices, limit):
        yield framework.named([*problem.grounded, *choice])


def count_extensions(framework: Framework, semantics: Semantics, limit: Limit = never) -> int:
    """Return how many extensions there are; the parts are counted one by one and multiplied.

    Raises:
        UndecidedError: when the limit was reached first.
        MissingPackageError: where a solver is needed and python-sat is not installed.
    """
    return prod(
        sum(1 for _ in enumerate_part(part, semantics, limit)) for part in _Problem(framework).parts
    )


def is_credulous(
    framework: Framework, semantics: Semantics, name: str, limit: Limit = never
) -> bool:
    """Say whether an argument is in some extension.

    Raises:
        UnknownArgumentError: when there is no such argument.
        UndecidedError: when the limit was reached first.
        MissingPackageError: where a solver is needed and python-sat is not installed.
    """
    return _Problem(framework).is_credulous(semantics, framework.number(name), limit)


def is_skeptical(
    framework: Framework, semantics: Semantics, name: str, limit: Limit = never
) -> bool:
    """Say whether an argument is in all extensions.

    Where there is no stable extension this is true of every argument; `extension` tells.

    Raises:
        UnknownArgumentError: when there is no such argument.
        UndecidedError: when the limit was reached first.
        MissingPackageError: where a solver is needed and python-sat is not installed.
    """
    return _Problem(framework).is_skeptical(semantics, framework.number(name), limit)


def acceptance(
    framework: Framework, semantics: Semantics, limit: Limit = never
) -> tuple[Acceptance, ...] | None:
    """Return what is accepted of all arguments, by their numbers; None if there is no extension.

    What is not known when the limit is reached is None in the answer.

    Args:
        framework: the arguments and their attacks.
        semantics: what an extension is.
        limit: when to give up.

    Raises:
        MissingPackageError: where a solver is needed and python-sat is not installed.
    """
    problem = _Problem(framework)
    found = [Acceptance(label == Label.IN, label == Label.IN) for label in problem.labels]
    for part in problem.parts:
        for number, answer in zip(part.members, acceptance_of(part, semantics, limit), strict=True):
            found[number] = answer
    if semantics is not Semantics.STABLE:
        return tuple(found)
    try:
        return tuple(found) if problem.has_stable(limit) else None
    except UndecidedError:
        return tuple(map(_if_there_is_none, found))


@frozen
class _Problem:
    """A framework with what the grounded labelling says of it."""

    framework: Framework

    @cached_property
    def labels(self) -> bytearray:
        return grounded_labelling(self.framework)

    @cached_property
    def grounded(self) -> Sequence[int]:
        return numbers_with(self.labels, Label.IN)

    @cached_property
    def parts(self) -> Sequence[Part]:
        return parts(self.framework, self.labels)

    def part_with(self, number: int) -> Part:
        return next(part for part in self.parts if number in part.places)

    def extension(
        self, semantics: Semantics, limit: Limit, number: int | None, *, is_wanted: bool
    ) -> list[int] | None:
        """Return an extension that has a wanted argument, or lacks an unwanted one."""
        if number is not None:
            label = self.labels[number]
            if label == (Label.OUT if is_wanted else Label.IN):
                return None
            if label != Label.UNDECIDED:
                number = None
        if semantics is Semantics.GROUNDED:
            return list(self.grounded) if number is None or not is_wanted else None
        found = list(self.grounded)
        for part in self.parts:
            literal = None
            if number is not None and number in part.places:
                literal = is_in(part.places[number]) * (1 if is_wanted else -1)
            chosen = search(part, semantics, limit, literal)
            if chosen is None:
                return None
            found.extend(part.numbers(chosen))
        return found

    def is_credulous(self, semantics: Semantics, number: int, limit: Limit) -> bool:
        label = self.labels[number]
        if semantics is Semantics.GROUNDED or label == Label.OUT:
            return label == Label.IN
        if label == Label.UNDECIDED:
            part = self.part_with(number)
            _, found = search_cone(part, semantics, limit, is_in(part.places[number]))
            if found is None:
                return False
        return semantics is not Semantics.STABLE or self.has_stable(limit)

    def is_skeptical(self, semantics: Semantics, number: int, limit: Limit) -> bool:
        label = self.labels[number]
        if semantics in {Semantics.GROUNDED, Semantics.COMPLETE} or label == Label.IN:
            return label == Label.IN
        if label == Label.UNDECIDED:
            part = self.part_with(number)
            _, found = search_cone(part, semantics, limit, -is_in(part.places[number]))
            if found is None:
                return True
        return semantics is Semantics.STABLE and not self.has_stable(limit)

    def has_stable(self, limit: Limit) -> bool:
        return all(search(part, Semantics.STABLE, limit) is not None for part in self.parts)


def _if_there_is_none(answer: Acceptance) -> Acceptance:
    """Take back what would be otherwise without any stable extension."""
    return Acceptance(
        credulous=False if answer.credulous is False else None,
        skeptical=True if answer.skeptical else None,
    )


def _products(choices: Sequence[Sequence[list[int]]], limit: Limit) -> Iterator[list[int]]:
    """Give every way to take one set of each choice, the last one changing fastest."""
    if not all(choices):
        return
    taken = [0] * len(choices)
    while True:
        if limit():
            raise UndecidedError
        yield [number for at, sets in zip(taken, choices, strict=True) for number in sets[at]]
        for place in reversed(range(len(choices))):
            taken[place] += 1
            if taken[place] < len(choices[place]):
                break
            taken[place] = 0
        else:
            return
