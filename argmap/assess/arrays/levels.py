"""Units in levels: nothing depends on a later level, and circles stay together."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from attrs import frozen

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Truths = NDArray[np.bool_]

_LONG: Final = 32  # a graph counts as deep where its levels hold less than this on average


@frozen(eq=False)
class Levels:
    """An order of units.

    Attributes:
        order: the units, level by level; in each those of circles last, circle by circle.
        place: where each unit stands in that order.
        component: for each place the number of the circle, or of the single unit.
        bounds: for each level where it begins, where its circles begin, and where it ends.
    """

    order: "Numbers"
    place: "Numbers"
    component: "Numbers"
    bounds: Sequence[tuple[int, int, int]]


def levels(size: int, source: "Numbers", target: "Numbers", most: int) -> Levels | None:
    """Return the levels of a graph; None where there are more than `most`, and most are small."""
    import numpy as np  # noqa: PLC0415 - an extra
    from scipy.sparse import csr_array  # noqa: PLC0415 - an extra
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415 - an extra

    ones = np.ones(len(source), dtype=np.int8)
    matrix = csr_array((ones, (source, target)), shape=(size, size))
    count, labels = connected_components(matrix, directed=True, connection="strong")
    component = labels.astype(np.int64)
    is_circle = np.bincount(component, minlength=count) > 1
    is_circle[component[source[source == target]]] = True
    level = _levels(count, component[source], component[target], most)
    if level is None:
        return None
    circular = is_circle[component]
    of_unit = level[component]
    order = np.lexsort((component, circular, of_unit))
    place = np.empty(size, dtype=np.int64)
    place[order] = np.arange(size)
    whole = np.bincount(of_unit).tolist() if size else []
    plain = np.bincount(of_unit[~circular], minlength=len(whole)).tolist()
    bounds, first = [], 0
    for units, acyclic in zip(whole, plain, strict=True):
        bounds.append((first, first + acyclic, first + units))
        first += units
    return Levels(order, place, component[order], bounds)


def _levels(count: int, source: "Numbers", target: "Numbers", most: int) -> "Numbers | None":
    """Return for each component how long the longest way to it is."""
    import numpy as np  # noqa: PLC0415 - an extra

    between = source != target
    source, target = source[between], target[between]
    waits = np.bincount(target, minlength=count)
    order = np.argsort(source, kind="stable")
    target = target[order]
    counts = np.bincount(source, minlength=count)
    begin = np.cumsum(counts) - counts
    found = np.zeros(count, dtype=np.int64)
    free = np.flatnonzero(waits == 0)
    number = done = 0
    while len(free):
        if number > most and done < _LONG * number:
            return None
        found[free] = number
        done += len(free)
        number += 1
        some = counts[free]
        ends = np.cumsum(some)
        inside = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - some, some)
        reached, times = np.unique(
            target[np.repeat(begin[free], some) + inside], return_counts=True
        )
        waits[reached] -= times
        free = reached[waits[reached] == 0]
    return found
