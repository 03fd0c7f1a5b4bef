"""Fields of nodes that a format has no place for, carried in a free part of it and taken back."""

import json
import re
from collections.abc import Collection
from typing import Any, Final, cast

from attrs import evolve, fields_dict

from argmap.model import Json, Node

_TEXTS: Final = ("type", "assumed", "withdrawn", "section", "note")
_LISTS: Final = ("tags", "aliases")
_HALF: Final = re.compile("\\\\u[dD][89a-fA-F]|[\ud800-\udfff]")
CARRIED: Final = (*_TEXTS, *_LISTS, "main", "confidence")
"""The fields that can be carried so."""


def carried(node: Node, without: Collection[str] = ()) -> dict[str, Json]:
    """Return what a node has in the fields that can be carried, as JSON.

    Args:
        node: a claim or evidence.
        without: fields that the format keeps otherwise.
    """
    found: dict[str, Json] = {}
    for name in CARRIED:
        value = None if name in without else getattr(node, name, None)
        if name in _LISTS and value:
            found[name] = list(value)
        elif name not in _LISTS and value is not None and value is not False:
            found[name] = value
    return found


def taken_back(node: Node, value: Json) -> Node:
    """Return a node with the fields that were carried; what does not fit is left out."""
    if not isinstance(value, dict):
        return node
    own = fields_dict(type(node))
    fitting = {
        name: one
        for name, one in value.items()
        if name in CARRIED and name in own and _fits(name, one)
    }
    return evolve(node, **cast("dict[str, Any]", fitting))


def as_line(value: Json) -> str:
    """Return a value as JSON on one line, with its characters as they are."""
    return json.dumps(value, ensure_ascii=False)


def from_line(text: str) -> Json:
    """Return the value that a line of JSON has; None where it is none, or has half a character."""
    try:
        value: Json = None if _HALF.search(text) else json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def _fits(name: str, value: Json) -> bool:
    if name in _TEXTS:
        return isinstance(value, str)
    if name in _LISTS:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if name == "main":
        return value is True
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
