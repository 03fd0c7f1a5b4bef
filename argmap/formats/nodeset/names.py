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
    if type(raw) is str:
        return raw
    return str(raw) if type(raw) is int else ""


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


def data_of_others(data: Data) -> dict[str, Json]:
    """Return the data of formats that are not of the family of AIF."""
    return {name: value for name, value in data.items() if name not in (AIF, XAIF)}
