"""Ids of nodes as JSON has them, and the texts that they are compared by."""

import re
from collections.abc import Iterable
from typing import Final

from argmap.model import Data, Json

AIF: Final = "aif"
"""The name of what is kept of a nodeset, whichever format it came in."""

XAIF: Final = "xaif"
"""The name of what is kept of what stands around a nodeset."""

_WHOLE: Final = re.compile(r"-?[1-9][0-9]{0,17}|0")
_NUMBERED: Final = re.compile(r"[0-9]{1,18}(?:_[0-9]{1,20})?")


def name_of(raw: object) -> str:
    """Return the text that an id is compared by; empty where it is none."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, int) and not isinstance(raw, bool):
        return str(raw)
    return ""


def is_numbered(name: str) -> bool:
    """Say whether an id is as the tools of AIF make them: `17`, or `17_164926129380455983`."""
    return _NUMBERED.fullmatch(name) is not None


def as_number(name: str) -> str | int:
    """Return an id as a whole number where it is one."""
    return int(name) if _WHOLE.fullmatch(name) else name


def objects(value: Json) -> Iterable[dict[str, Json]]:
    """Give the objects of a list; none where it is no list."""
    return (one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()


def items(value: Json) -> list[Json]:
    """Return a list; an empty one where the value is none."""
    return value if isinstance(value, list) else []


def fields(value: Json) -> dict[str, Json]:
    """Return an object; an empty one where the value is none."""
    return value if isinstance(value, dict) else {}


def is_same(one: Json, other: Json) -> bool:
    """Say whether two values are the same in JSON, where `1`, `1.0` and `true` are not."""
    waiting: list[tuple[Json, Json]] = [(one, other)]
    while waiting:
        left, right = waiting.pop()
        if type(left) is not type(right):
            return False
        if isinstance(left, list) and isinstance(right, list):
            if len(left) != len(right):
                return False
            waiting.extend(zip(left, right, strict=True))
        elif isinstance(left, dict) and isinstance(right, dict):
            if left.keys() != right.keys():
                return False
            waiting.extend((value, right[key]) for key, value in left.items())
        elif left != right:
            return False
    return True


def data_of_others(data: Data) -> dict[str, Json]:
    """Return the data of formats that are not of the family of AIF."""
    return {name: value for name, value in data.items() if name not in (AIF, XAIF)}
