"""What computations on arrays need, and what to do where it is missing."""

from importlib.util import find_spec
from typing import Final

from argmap.findings import MissingPackageError

_PACKAGES: Final = ("numpy", "scipy")


def require_arrays() -> None:
    """Make sure of numpy and scipy.

    Raises:
        MissingPackageError: when one is not installed.
    """
    for package in _PACKAGES:
        if find_spec(package) is None:
            what, instead = "computing on arrays", "use `argmap.assess`, which needs none"
            raise MissingPackageError(what, package, "arrays", instead)
