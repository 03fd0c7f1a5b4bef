"""Small frameworks: all of a size, random ones, and maps made in few words."""

import random
from collections.abc import Iterator
from itertools import product

from hypothesis import strategies as st

from argmap.assess.dung import Framework

_LETTERS = "abcdefghi"


def framework(attacks: str, more: str = "") -> Framework:
    """Make a framework from words like `a>b` and, for arguments without attacks, letters."""
    pairs = [(word[0], word[2]) for word in attacks.split()]
    return Framework.from_pairs(sorted({*(end for pair in pairs for end in pair), *more}), pairs)


def all_of(size: int) -> Iterator[Framework]:
    """Give all frameworks of so many arguments."""
    names = _LETTERS[:size]
    pairs = list(product(names, names))
    for bits in range(2 ** len(pairs)):
        yield Framework.from_pairs(names, [pair for at, pair in enumerate(pairs) if bits >> at & 1])


def some(number: int, seed: int, smallest: int = 4, largest: int = 9) -> Iterator[Framework]:
    """Give random frameworks, thin ones and dense ones."""
    dice = random.Random(seed)  # noqa: S311 - not for secrets
    for _ in range(number):
        names = _LETTERS[: dice.randint(smallest, largest)]
        density = dice.choice([0.05, 0.1, 0.15, 0.2, 0.3, 0.5])
        pairs = [pair for pair in product(names, names) if dice.random() < density]
        yield Framework.from_pairs(names, pairs)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Draw frameworks of up to seven arguments."""
    names = _LETTERS[: draw(st.integers(0, 7))]
    pairs = st.sets(st.sampled_from(list(product(names, names)))) if names else st.just(set())
    return Framework.from_pairs(names, sorted(draw(pairs)))
