"""Frameworks of attacks of any size, and the plain numbers that solvers read."""

import random
from collections.abc import Sequence

from argmap.assess.dung import (
    Framework,
    FrameworkFormat,
    Label,
    Semantics,
    extension,
    grounded_labelling,
    write_framework,
)


def a_tree(size: int) -> Framework:
    """Make a recursive tree: children attack parents, some the other way too, some elsewhere."""
    dice = random.Random(1)  # noqa: S311 - not for secrets
    attacks = []
    for child in range(1, size):
        parent = dice.randrange(child)
        attacks.append((child, parent))
        if dice.random() < 0.02:
            attacks.append((parent, child))
        if dice.random() < 0.01:
            attacks.append((child, dice.randrange(size)))
    return _framework(size, attacks)


def at_random(size: int, density: int) -> Framework:
    """Make so many attacks an argument, between any two."""
    dice = random.Random(2)  # noqa: S311 - the same
    return _framework(
        size, [(dice.randrange(size), dice.randrange(size)) for _ in range(density * size)]
    )


def plain_af(framework: Framework) -> str:
    """Return a framework in the format of ICCMA 2023, without its names."""
    return write_framework(
        Framework(map(str, range(1, len(framework) + 1)), framework.sources, framework.targets),
        FrameworkFormat.AF,
    )


def contested(framework: Framework) -> str:
    """Return an argument that is in some preferred extension and not in all, or else the first."""
    labels = grounded_labelling(framework)
    first = set(extension(framework, Semantics.PREFERRED) or ())
    return next(
        (
            name
            for number, name in enumerate(framework.names)
            if labels[number] == Label.UNDECIDED
            and name in first
            and extension(framework, Semantics.PREFERRED, lacking=name) is not None
        ),
        framework.names[0],
    )


def _framework(size: int, attacks: Sequence[tuple[int, int]]) -> Framework:
    return Framework(
        [str(number + 1) for number in range(size)],
        [source for source, _ in attacks],
        [target for _, target in attacks],
    )
