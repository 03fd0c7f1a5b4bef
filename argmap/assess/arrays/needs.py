"""What computations on arrays need, and what to do where it is missing."""

from importlib.util import find_spec
from typing import Final

from argmap.findings import ArgmapError

_PACKAGES: Final = ("numpy", "scipy")


class ArraysMissingError(ArgmapError):
    """A computation on arrays was asked for, and what it needs is not installed."""

    def __init__(self, missing: str) -> None:
        self.missing = missing
        super().__init__(
            f"computing on arrays needs the package {missing}; install it with"
            " `pip install 'argmap[arrays]'`, or use `argmap.assess`, which needs none"
        )


def require_arrays() -> None:
    """Make sure of numpy and scipy.

    Raises:
        ArraysMissingError: when one is not installed.
    """
    for package in _PACKAGES:
        if find_spec(package) is None:
            raise ArraysMissingError(package)
