"""Names of a package that are loaded when they are first asked for (PEP 562)."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType


def late_names(package: str, owners: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """Return the `__getattr__` of a package whose names are seldom needed all.

    A name stays what it is also where a module of that name is in the package: importing
    `argmap.render` leaves `argmap.render`, the function, in its place.

    Args:
        package: the `__name__` of the package.
        owners: its late names, by the modules that have them.
    """
    owner_of = {name: owner for owner, names in owners.items() for name in names}

    class Package(ModuleType):
        def __setattr__(self, name: str, value: object) -> None:
            # Importing a module binds it in its package, over what has its name there.
            if not (name in owner_of and isinstance(value, ModuleType)):
                super().__setattr__(name, value)

    def load(name: str) -> object:
        if name not in owner_of:
            message = f"module '{package}' has no attribute '{name}'"
            raise AttributeError(message)
        value: object = getattr(import_module(owner_of[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    sys.modules[package].__class__ = Package
    return load
