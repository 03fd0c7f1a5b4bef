"""What would change in a map if a node or a step were gone, or were beyond doubt."""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import Final

from attrs import evolve, frozen

from argmap.assess.status import Assessment, Status, assess
from argmap.findings import UnknownIdError, UsageError
from argmap.model import ArgumentMap, Evidence, Node, Passage
from argmap.nearest import nearest


class Fate(StrEnum):
    """What is supposed of a node or a step."""

    OUT = "out"
    """It is gone, as if it were withdrawn."""
    IN = "in"
    """It is given, as if a source said it; for nodes only."""


@frozen
class Change:
    """A node that would stand otherwise.

    Attributes:
        node: its id.
        before: its status in the map.
        after: its status under the supposition.
    """

    node: str
    before: Status
    after: Status


@frozen
class WhatIf:
    """What a supposition would change.

    Attributes:
        supposed: the ids that something was supposed of, and what.
        changes: the other nodes whose status would change, in the order of the map.
        assessment: what would stand.
    """

    supposed: tuple[tuple[str, Fate], ...]
    changes: tuple[Change, ...]
    assessment: Assessment


def what_if(
    argument_map: ArgumentMap,
    supposed: Mapping[str, Fate | str],
    assessment: Assessment | None = None,
    free_types: Collection[str] = (),
) -> WhatIf:
    """Return what would change if nodes or steps were out, or nodes in; linear in the map.

    Args:
        argument_map: any map.
        supposed: ids of nodes (or aliases) and relations, with `out` or `in`.
        assessment: what stands in the map, where that is known already.
        free_types: as for `assess`.

    Raises:
        UnknownIdError: when the map has no such node or relation.
        UsageError: for another word than `out` and `in`, and where a relation is to be in.
    """
    fates = dict(_supposed(argument_map, name, fate) for name, fate in supposed.items())
    before = assessment or assess(argument_map, free_types)
    after = assess(_supposing(argument_map, fates), free_types)
    changes = tuple(
        Change(name, status, after.status(name))
        for name, status in before.statuses.items()
        if name not in fates and status is not after.status(name)
    )
    return WhatIf(tuple(fates.items()), changes, after)


_GIVEN: Final = (Passage("given"),)


def _supposing(argument_map: ArgumentMap, fates: Mapping[str, Fate]) -> ArgumentMap:
    return evolve(
        argument_map,
        nodes=_nodes(argument_map, fates),
        relations=[one for one in argument_map.relations if one.id not in fates],
    )


def _nodes(argument_map: ArgumentMap, fates: Mapping[str, Fate]) -> Iterator[Node]:
    for node in argument_map.nodes:
        fate = fates.get(node.id)
        if fate is Fate.OUT:
            yield evolve(node, withdrawn="supposed")
        elif fate is Fate.IN:
            yield Evidence(node.id, node.text, passages=_GIVEN)
        else:
            yield node


def _supposed(argument_map: ArgumentMap, name: str, fate: Fate | str) -> tuple[str, Fate]:
    if fate not in tuple(Fate):
        message = f"'{fate}' cannot be supposed of '{name}'; say `{name}=out` or `{name}=in`"
        raise UsageError(message)
    node = argument_map.nodes_by_id.get(name)
    if node is not None:
        return node.id, Fate(fate)
    if name not in argument_map.relations_by_id:
        ids = (*argument_map.nodes_by_id, *argument_map.relations_by_id)
        raise UnknownIdError(name, nearest(name, ids))
    if fate == Fate.IN:
        message = f"'{name}' is a relation, which cannot be `in`; say that its premises are"
        raise UsageError(message)
    return name, Fate.OUT
