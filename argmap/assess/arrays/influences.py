"""The formulas of gradual semantics on arrays; their sources are in `gradual/formulas.py`."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float64]

_LARGE: Final = 700.0  # e to this is still a number


def linear(base: "Floats", moved: "Floats") -> "Floats":
    """Return the influence of DF-QuAD."""
    import numpy as np  # noqa: PLC0415 - an extra

    return base + np.where(moved >= 0, 1.0 - base, base) * moved


def quadratic(base: "Floats", moved: "Floats") -> "Floats":
    """Return the influence of quadratic energy."""
    import numpy as np  # noqa: PLC0415 - an extra

    square = moved * moved
    share = square / (1.0 + square)
    return np.where(moved > 0, base + (1.0 - base) * share, base - base * share)


def euler(base: "Floats", moved: "Floats") -> "Floats":
    """Return the influence of the Euler-based semantics."""
    import numpy as np  # noqa: PLC0415 - an extra

    small = np.exp(-np.minimum(np.abs(moved), _LARGE))
    up = (1.0 - base * base) * small / (small + base)
    down = (1.0 - base * base) / (1.0 + base * small)
    return np.where(base == 0, 0.0, 1.0 - np.where(moved > 0, up, down))


def logistic(base: "Floats", moved: "Floats") -> "Floats":
    """Return the influence of the MLP-based semantics."""
    import numpy as np  # noqa: PLC0415 - an extra

    small = np.exp(-np.minimum(np.abs(moved), _LARGE))
    less = 1.0 - base
    return np.where(moved > 0, base / (base + less * small), base * small / (base * small + less))


INFLUENCES: Final[Mapping[str, Callable[["Floats", "Floats"], "Floats"]]] = MappingProxyType(
    {"df-quad": linear, "quadratic-energy": quadratic, "euler": euler, "mlp": logistic}
)
"""By the names of the semantics."""

OF_PRODUCTS: Final = frozenset({"df-quad"})
"""The semantics that aggregate by products; the others by sums."""
