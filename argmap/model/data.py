"""What other tools keep with a part of a map, and argmap hands on as it is."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
"""A value as JSON has them."""

Data: TypeAlias = Mapping[str, Json]
"""Values by the name of the format that they are from, such as `aif`; not to be changed."""

NO_DATA: Final[Data] = MappingProxyType({})
