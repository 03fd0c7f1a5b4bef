"""A map as a framework: support is read as attacks, in one of the ways that were published.

What all readings share is in `steps.py`: withdrawn nodes take no part, restatements are one
argument, and a relation with linked premises or an undercut is an argument of its own.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from typing import Final

from attrs import frozen

from argmap.assess.dung.evidential import evidential
from argmap.assess.dung.framework import Framework
from argmap.assess.dung.steps import Step, Steps
from argmap.assess.dung.too_large import MOST_ATTACKS, TooLargeError
from argmap.model import ArgumentMap, Stance

_Pairs = Iterable[tuple[str, str]]


class Reduction(StrEnum):
    """How support is read.

    `evidential`: an argument counts only when support reaches it from what needs none, that is
    from evidence that cites a source and from claims that are assumed; the same holds of what
    attacks it (Oren & Norman, COMMA 2008). Support that runs in a circle reaches nothing.

    `deductive`: whoever accepts a premise has to accept what it supports; so a premise attacks
    what its conclusion attacks, and is attacked by what attacks its conclusion (Boella, Gabbay,
    van der Torre & Villata, COMMA 2010; Cayrol & Lagasquie-Schiex, IJAR 54, 2013).

    `necessary`: nothing can be accepted without all that supports it; so it attacks what its
    support attacks, and is attacked by what attacks its support (Nouioua & Risch 2010, 2011;
    Cayrol & Lagasquie-Schiex 2013).

    Under the last two an argument without any support is as good as evidence.
    """

    EVIDENTIAL = "evidential"
    DEDUCTIVE = "deductive"
    NECESSARY = "necessary"


@frozen
class MapFramework:
    """A map as a framework.

    Attributes:
        framework: the arguments; beside those of nodes there are some for steps, named as
            relations, and some that say what is not so (`not x`, `no support for x`).
        reduction: how support was read.
        arguments: for each live node, by its id, the name of its argument; nodes that restate
            each other have the same.
    """

    framework: Framework
    reduction: Reduction
    arguments: Mapping[str, str]


def framework_of(
    argument_map: ArgumentMap,
    reduction: Reduction = Reduction.EVIDENTIAL,
    free_types: Collection[str] = (),
) -> MapFramework:
    """Return a map as a framework.

    The size of the framework is linear in that of the map under the evidential reading, but
    for circles of support, which take the square of their length. The other two join each
    attack with the chains of support at both its ends.

    Args:
        argument_map: any map.
        reduction: how support is read.
        free_types: types of claims that need no support.

    Raises:
        TooLargeError: when there would be more than `MOST_ATTACKS` attacks.
    """
    steps = Steps.of(argument_map, free_types)
    pairs = _PAIRS[reduction](steps)
    names = dict.fromkeys(steps.arguments.values())
    framework = Framework.from_pairs((*names, *(end for pair in pairs for end in pair)), pairs)
    return MapFramework(framework, reduction, steps.arguments)


def _deductive(steps: Steps) -> list[tuple[str, str]]:
    """Join every attack with what supports its ends; steps need their premises.

    A step that is an argument of its own needs all its premises, so that `not x` speaks against
    it; it alone passes on what its conclusion attacks, since no premise does so by itself.
    """
    support: dict[str, list[str]] = {}
    attacks: list[tuple[str, str]] = []
    needs: list[tuple[str, str]] = []
    for step in steps.steps:
        if step.stance is Stance.SUPPORTS:
            support.setdefault(step.target, []).append(step.name)
        else:
            attacks.append((step.name, step.target))
        needs += _needs(step)
    return [*_joined(attacks, support), *dict.fromkeys(needs)]


def _necessary(steps: Steps) -> list[tuple[str, str]]:
    """Join every attack with what needs its ends: conclusions need steps, these their premises."""
    needing: dict[str, list[str]] = {}
    attacks = []
    for step in steps.steps:
        if step.stance is Stance.SUPPORTS:
            needing.setdefault(step.name, []).append(step.target)
        else:
            attacks.append((step.name, step.target))
        for premise in step.premises:
            needing.setdefault(premise, []).append(step.name)
    return _joined(attacks, needing)


def _needs(step: Step) -> _Pairs:
    for premise in step.premises:
        yield (premise, f"not {premise}")
        yield (f"not {premise}", step.name)


def _joined(attacks: _Pairs, passed_to: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """Return attacks with those that are passed on from both their ends, however far."""
    reached: dict[str, list[str]] = {}
    joined: dict[tuple[str, str], None] = {}
    work = 0
    for attack in attacks:
        for end in attack:
            if end not in reached:
                reached[end] = _reached(end, passed_to)
        sources, targets = (reached[end] for end in attack)
        work += len(sources) * len(targets)
        if work > MOST_ATTACKS:
            raise TooLargeError
        joined.update(((source, target), None) for source in sources for target in targets)
    return list(joined)


def _reached(start: str, passed_to: Mapping[str, list[str]]) -> list[str]:
    seen = {start: None}
    worklist = [start]
    while worklist:
        for other in passed_to.get(worklist.pop(), ()):
            if other not in seen:
                seen[other] = None
                worklist.append(other)
    return list(seen)


_PAIRS: Final[Mapping[Reduction, Callable[[Steps], list[tuple[str, str]]]]] = {
    Reduction.EVIDENTIAL: evidential,
    Reduction.DEDUCTIVE: _deductive,
    Reduction.NECESSARY: _necessary,
}
