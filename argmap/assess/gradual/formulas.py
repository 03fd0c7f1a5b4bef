"""Gradual semantics: how what speaks for and against an argument moves its base score.

Each is an aggregation of the attackers' and supporters' strengths, and an influence of the
result on the base score (Mossakowski & Neuhaus 2018; Potyka 2019). All strengths, base scores and
weights are from 0 to 1; an attacker or supporter counts with its strength times the weight of
its edge.
"""

from collections.abc import Callable, Mapping, Sequence
from math import exp, sqrt
from types import MappingProxyType
from typing import Final

from attrs import frozen

_STEEPEST: Final = 3 * sqrt(3) / 8  # of E² / (1 + E²)
_LARGE: Final = 700.0  # e to this is still a number


@frozen
class Semantics:
    """One gradual semantics.

    Attributes:
        name: what it is asked for by.
        source: the paper that it is from.
        aggregate: from the attackers' and the supporters' weighted strengths to one number.
        influence: from a base score and that number to a strength.
        aggregate_slopes: the derivatives of `aggregate`, by attackers and by supporters.
        influence_slopes: the derivatives of `influence`, by base score and by aggregate.
        steepness: for a base score the most that a strength moves when one strength moves by 1.
        moves_certain: whether base scores of 0 and 1 can be moved.
    """

    name: str
    source: str
    aggregate: Callable[[Sequence[float], Sequence[float]], float]
    influence: Callable[[float, float], float]
    aggregate_slopes: Callable[
        [Sequence[float], Sequence[float]], tuple[Sequence[float], Sequence[float]]
    ]
    influence_slopes: Callable[[float, float], tuple[float, float]]
    steepness: Callable[[float], float]
    moves_certain: bool = True


def remaining(strengths: Sequence[float]) -> float:
    """Return the product of what strengths leave of 1: 0 where one is certain."""
    product = 1.0
    for strength in strengths:
        product *= 1.0 - strength
    return product


def without_each(factors: Sequence[float]) -> list[float]:
    """Return for each factor the product of all the others; no division, since one may be 0."""
    products, product = [], 1.0
    for factor in factors:
        products.append(product)
        product *= factor
    product = 1.0
    for number in range(len(factors) - 1, -1, -1):
        products[number] *= product
        product *= factors[number]
    return products


def difference_of_products(attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """Return v_sup - v_att, each 1 - Π(1 - s) (DF-QuAD: Rago et al. 2016)."""
    return remaining(attackers) - remaining(supporters)


def difference_of_sums(attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """Return the energy E = Σ supporters - Σ attackers (Potyka 2018; Amgoud & Ben-Naim 2018)."""
    return sum(supporters) - sum(attackers)


def linear(base: float, aggregate: float) -> float:
    """Return the base score moved by a share of the way to 1 or 0 (DF-QuAD: Rago et al. 2016)."""
    room = 1.0 - base if aggregate >= 0 else base
    return base + room * aggregate


def quadratic(base: float, aggregate: float) -> float:
    """Return the base score moved by h = E²/(1 + E²) of the way (QE: Potyka 2018)."""
    share = aggregate * aggregate / (1.0 + aggregate * aggregate)
    return base + (1.0 - base) * share if aggregate > 0 else base - base * share


def euler(base: float, aggregate: float) -> float:
    """Return 1 - (1 - τ²) / (1 + τ e^E) (Euler-based: Amgoud & Ben-Naim 2018)."""
    if base == 0:
        return 0.0
    if aggregate > 0:
        small = exp(-aggregate)
        return 1.0 - (1.0 - base * base) * small / (small + base)
    return 1.0 - (1.0 - base * base) / (1.0 + base * exp(aggregate))


def logistic(base: float, aggregate: float) -> float:
    """Return the logistic function of logit(τ) + E (MLP-based: Potyka 2021)."""
    if aggregate > 0:
        return base / (base + (1.0 - base) * exp(-aggregate)) if base else 0.0
    odds = base * exp(aggregate)
    return odds / (odds + 1.0 - base) if base < 1 else 1.0


def _slopes_of_products(
    attackers: Sequence[float], supporters: Sequence[float]
) -> tuple[Sequence[float], Sequence[float]]:
    against = without_each([1.0 - one for one in attackers])
    return [-one for one in against], without_each([1.0 - one for one in supporters])


def _slopes_of_sums(
    attackers: Sequence[float], supporters: Sequence[float]
) -> tuple[Sequence[float], Sequence[float]]:
    return [-1.0] * len(attackers), [1.0] * len(supporters)


def _linear_slopes(base: float, aggregate: float) -> tuple[float, float]:
    return 1.0 - abs(aggregate), (1.0 - base if aggregate >= 0 else base)


def _quadratic_slopes(base: float, aggregate: float) -> tuple[float, float]:
    square = 1.0 + aggregate * aggregate
    room = 1.0 - base if aggregate > 0 else base
    return 1.0 / square, 2.0 * abs(aggregate) / (square * square) * room


def _euler_slopes(base: float, aggregate: float) -> tuple[float, float]:
    grown = exp(max(-_LARGE, min(_LARGE, aggregate)))
    below = 1.0 + base * grown
    by_base = 2.0 * base / below + (1.0 - base * base) / below * (grown / below)
    return by_base, (1.0 - base * base) / below * (base * grown / below)


def _logistic_slopes(base: float, aggregate: float) -> tuple[float, float]:
    strength = logistic(base, aggregate)
    small = exp(-min(_LARGE, abs(aggregate)))
    below = base + (1.0 - base) * small if aggregate > 0 else (1.0 - base) + base * small
    return small / below / below, strength * (1.0 - strength)


_ALL: Final = (
    Semantics(
        "df-quad",
        "Rago, Toni, Aurisicchio & Baroni, KR 2016",
        difference_of_products,
        linear,
        _slopes_of_products,
        _linear_slopes,
        lambda base: max(base, 1.0 - base),
    ),
    Semantics(
        "quadratic-energy",
        "Potyka, KR 2018",
        difference_of_sums,
        quadratic,
        _slopes_of_sums,
        _quadratic_slopes,
        lambda base: _STEEPEST * max(base, 1.0 - base),
    ),
    Semantics(
        "euler",
        "Amgoud & Ben-Naim, IJAR 2018",
        difference_of_sums,
        euler,
        _slopes_of_sums,
        _euler_slopes,
        lambda base: (1.0 - base * base) / 4.0,
        moves_certain=False,
    ),
    Semantics(
        "mlp",
        "Potyka, AAAI 2021",
        difference_of_sums,
        logistic,
        _slopes_of_sums,
        _logistic_slopes,
        lambda _base: 0.25,
        moves_certain=False,
    ),
)

SEMANTICS: Final[Mapping[str, Semantics]] = MappingProxyType({one.name: one for one in _ALL})
"""All gradual semantics, by name."""
