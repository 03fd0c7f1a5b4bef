"""How the time of a job grows with the size of its map."""

from collections.abc import Mapping
from math import log
from statistics import linear_regression
from typing import Final

_NOISE: Final = 0.02
"""CPU seconds below which a run cannot be told from starting up."""


def growth(start: float, seconds: Mapping[int, float]) -> float | None:
    """Return the exponent e of time ~ size^e, by least squares over the logarithms.

    Args:
        start: CPU seconds of the same job for next to nothing, which are taken off.
        seconds: CPU seconds by size.

    Returns:
        The exponent, or None where fewer than two sizes took notably longer than starting.
    """
    noise = max(_NOISE, start / 10)
    told = {size: taken - start for size, taken in seconds.items() if taken - start > noise}
    if len(told) < 2:
        return None
    return linear_regression([log(size) for size in told], [log(one) for one in told.values()])[0]
