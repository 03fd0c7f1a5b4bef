"""Small steps with values of JSON."""

from collections.abc import Mapping

from argmap.model import NO_DATA, Data, Json


def mapping(value: object) -> dict[str, Json]:
    """Return a value if it has fields, else none."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> list[Json]:
    """Return a value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def argmap_part(data: Mapping[str, Json]) -> dict[str, Json]:
    """Return what argmap kept in the data of a statement, an argument or an inference."""
    return mapping(data.get("argmap"))


def filled(**fields: Json) -> dict[str, Json]:
    """Return the fields that hold something."""
    return {name: value for name, value in fields.items() if value not in ("", None, False, [], {})}


def with_argdown(others: object, kept: dict[str, Json]) -> Data:
    """Return data of other formats with those of Argdown, if there are any."""
    data = dict(others) if isinstance(others, Mapping) else {}
    more = data.get("argdown")
    if isinstance(more, dict):
        kept = {**kept, **more}
    return {**data, "argdown": kept} if kept else data or NO_DATA


def merge(into: dict[str, Json], more: Mapping[str, Json]) -> None:
    """Add data to others, field by field at all depths; what comes later counts."""
    stack = [(into, more)]
    while stack:
        here, there = stack.pop()
        for name, value in there.items():
            known = here.get(name)
            if isinstance(known, dict) and isinstance(value, dict):
                here[name] = known = dict(known)
                stack.append((known, value))
            else:
                here[name] = value
