"""What a key of a mapping is, and what a table of keys is."""

from enum import Enum, auto
from functools import cached_property
from typing import Final

from attrs import field, frozen

from argmap.model import Stance


class Kind(Enum):
    """What may stand behind a key."""

    TEXT = auto()
    TYPE = auto()  # a text of a list that depends on the node
    STANCE = auto()
    REASON = auto()  # a text that says why; a bare `true` does not
    FLAG = auto()
    DEGREE = auto()  # a number from 0 to 1
    DATE = auto()  # a day
    EXTENT = auto()  # a number from 1, or a range
    NAME = auto()  # an id
    NAMES = auto()  # ids that belong together, or one
    WORDS = auto()  # a list of texts, or one
    FIELDS = auto()  # one mapping of the table
    RECORDS = auto()  # a list of mappings of the table, or one
    PASSAGES = auto()  # the same, and the id of a source stands for a whole passage
    PREMISES = auto()  # relations, written at their target
    TARGETS = auto()  # relations, written at their premise
    DATA = auto()  # a mapping of what JSON has
    NODES = auto()  # ids, each with a mapping of the table


TREES: Final = frozenset(
    {Kind.FIELDS, Kind.RECORDS, Kind.PASSAGES, Kind.PREMISES, Kind.TARGETS, Kind.NODES}
)
"""What is more than texts, numbers and lists of these."""


@frozen
class Key:
    """One key of a mapping.

    Attributes:
        name: as it is written.
        kind: what stands behind it.
        about: what it is for, as editors show it.
        required: whether it must be there and not be empty.
        table: the name of the table of the mappings behind it.
        stance: of the relations behind it.
        suffixes: how the files end whose paths may stand behind it instead.
    """

    name: str
    kind: Kind
    about: str
    required: bool = field(default=False, kw_only=True)
    table: str = field(default="", kw_only=True)
    stance: Stance | None = field(default=None, kw_only=True)
    suffixes: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class Table:
    """The keys of one sort of mapping, in the order in which they are written.

    Attributes:
        name: what such a mapping is, such as `claim`.
        keys: its keys.
    """

    name: str
    keys: tuple[Key, ...]

    @cached_property
    def by_name(self) -> dict[str, Key]:
        """The keys by their names."""
        return {key.name: key for key in self.keys}

    @cached_property
    def required(self) -> tuple[Key, ...]:
        """The keys that must be there."""
        return tuple(key for key in self.keys if key.required)

    @cached_property
    def rank(self) -> dict[str, int]:
        """The place of each key."""
        return {key.name: rank for rank, key in enumerate(self.keys)}
