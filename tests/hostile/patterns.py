"""All regular expressions of argmap, and how each is used."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final

import argmap

_ALONE: Final = frozenset({"match", "fullmatch"})
_ANYWHERE: Final = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})
USES: Final = _ALONE | _ANYWHERE
_DEEPEST: Final = 3


@cache
def every_pattern() -> Mapping[str, tuple[re.Pattern[str], frozenset[str]]]:
    """Return the patterns that modules hold, by where they stand, with the methods that are used.

    Where no use is seen, as of those in tables, it is `fullmatch` and `finditer`.
    """
    modules = [*_modules()]
    sources = {one: Path(str(one.__file__)).read_text(encoding="utf-8") for one in modules}
    everywhere = _uses(sources.values())
    found: dict[str, tuple[re.Pattern[str], frozenset[str]]] = {}
    seen = set[tuple[str, int]]()
    for module in modules:
        here = _uses([sources[module]])
        for name, value in vars(module).items():
            for number, pattern in enumerate(_patterns(value, 0)):
                key = (pattern.pattern, pattern.flags)
                if key not in seen:
                    seen.add(key)
                    place = f"{module.__name__}.{name}" + (f"[{number}]" if number else "")
                    used = (here if name.startswith("_") else everywhere).get(name)
                    found[place] = (pattern, used or frozenset({"fullmatch", "finditer"}))
    return found


def _modules() -> Iterator[ModuleType]:
    for one in pkgutil.walk_packages(argmap.__path__, "argmap."):
        if not one.name.endswith("__main__"):
            yield importlib.import_module(one.name)


def _patterns(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    """Give the patterns in a value, in order."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < _DEEPEST and isinstance(value, Mapping):
        for key, one in value.items():
            yield from _patterns(key, depth + 1)
            yield from _patterns(one, depth + 1)
    elif depth < _DEEPEST and isinstance(value, tuple | list | AbstractSet):
        for one in value:
            yield from _patterns(one, depth + 1)
    elif depth < _DEEPEST and not isinstance(value, type):
        for attribute in getattr(type(value), "__attrs_attrs__", ()):
            yield from _patterns(getattr(value, attribute.name, None), depth + 1)


def _uses(sources: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return the methods that are taken of names, as in `_KEY.match(line)`."""
    found: dict[str, set[str]] = {}
    for source in sources:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Attribute) and node.attr in USES:
                for name in ast.walk(node.value):
                    if isinstance(name, ast.Name):
                        found.setdefault(name.id, set()).add(node.attr)
    return {name: frozenset(uses) for name, uses in found.items()}
