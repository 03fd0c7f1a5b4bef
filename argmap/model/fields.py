"""What the fields of several values have in common."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from argmap.findings import InvalidValueError
from argmap.text import Span

if TYPE_CHECKING:
    from attrs import Attribute

NOWHERE: Final[Mapping[str, Span]] = MappingProxyType({})
"""The `spans` of a value built in Python. Keys are field names; items of lists are `name[0]`."""


def texts(values: str | Iterable[str]) -> tuple[str, ...]:
    """Take one text or several."""
    return (values,) if isinstance(values, str) else tuple(values)


def not_empty(instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Refuse an empty text where one is needed.

    Raises:
        InvalidValueError: naming the class and the field.
    """
    if not value:
        message = f"the {attribute.name} of a {type(instance).__name__} is empty"
        raise InvalidValueError(message)


def between_0_and_1(
    instance: object, attribute: "Attribute[float | None]", value: float | None
) -> None:
    """Refuse a degree outside 0 to 1.

    Raises:
        InvalidValueError: naming the class, the field and the value.
    """
    if value is not None and not 0 <= value <= 1:
        kind = type(instance).__name__
        message = f"{attribute.name} of a {kind} goes from 0 to 1, not {value:g}"
        raise InvalidValueError(message)
