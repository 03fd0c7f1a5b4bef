"""What was added to a map, removed from it and changed in it, by ids."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from attrs import frozen

from argmap.model import ArgumentMap, Node, Relation, Source

_Value = TypeVar("_Value", Node, Relation, Source)


@frozen
class Changes:
    """The ids of one kind of thing that are not as they were.

    Attributes:
        added: in the order of the later map.
        removed: in the order of the earlier map.
        changed: in the order of the later map.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.added, *self.removed, *self.changed)


@frozen
class Difference:
    """What lies between two states of a map.

    Attributes:
        nodes: claims and evidence.
        relations: by their ids, given or made from their ends.
        sources: by their ids.
    """

    nodes: Changes = Changes()
    relations: Changes = Changes()
    sources: Changes = Changes()


def difference(before: ArgumentMap, after: ArgumentMap) -> Difference:
    """Return what changed in a map.

    Values are compared, not texts: places, order, layout and comments do not count. Where an id
    stands several times, all that has it is compared.
    """
    return Difference(
        _changes(before.nodes, after.nodes),
        _changes(before.relations, after.relations),
        _changes(before.sources, after.sources),
    )


def _changes(before: Iterable[_Value], after: Iterable[_Value]) -> Changes:
    old, new = _grouped(before), _grouped(after)
    return Changes(
        added=tuple(one for one in new if one not in old),
        removed=tuple(one for one in old if one not in new),
        changed=tuple(one for one in new if one in old and old[one] != new[one]),
    )


def _grouped(values: Iterable[_Value]) -> Mapping[str, Sequence[_Value]]:
    found: dict[str, list[_Value]] = {}
    for value in values:
        found.setdefault(value.id, []).append(value)
    return found
