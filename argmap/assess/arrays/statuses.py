"""The status of every node of a map of a million nodes, as `argmap.assess.assess` gives it."""

from typing import TYPE_CHECKING, Final

from argmap.assess.arrays.array_map import STANCES, ArrayMap
from argmap.assess.arrays.clauses_of import clauses_of
from argmap.assess.arrays.flat_clauses import TRUE, flat_model
from argmap.assess.arrays.needs import require_arrays
from argmap.assess.status import Status
from argmap.model import ArgumentMap, Claim, Evidence, Node, Relation, Stance

if TYPE_CHECKING:
    from collections.abc import Collection

    import numpy as np
    from numpy.typing import NDArray

STATUSES: Final = tuple(Status)
"""Statuses by their codes."""


def array_map(argument_map: ArgumentMap, free_types: "Collection[str]" = ()) -> ArrayMap:
    """Return a map as arrays, its nodes in order; the first of those with one id.

    Relations that are not complete are left out.

    Raises:
        MissingPackageError: without numpy or scipy.
    """
    require_arrays()
    import numpy as np  # noqa: PLC0415 - an extra

    nodes = {node.id: node for node in reversed(argument_map.nodes)}
    nodes = {node.id: nodes[node.id] for node in argument_map.nodes}
    numbers = {name: number for number, name in enumerate(nodes)}
    complete: dict[str, Relation] = {}
    for relation in argument_map.relations:
        if all(premise in numbers for premise in relation.premises):
            complete.setdefault(relation.id, relation)
    steps = {name: number for number, name in enumerate(complete)}
    ends = (
        (steps if one.stance is Stance.UNDERCUTS else numbers).get(one.target, -1)
        for one in complete.values()
    )
    pairs = [
        (steps[name], numbers[premise])
        for name, one in complete.items()
        for premise in one.premises
    ]
    listed = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    stances = {stance: number for number, stance in enumerate(STANCES)}
    return ArrayMap(
        np.array(
            [isinstance(one, Evidence) and bool(one.passages) for one in nodes.values()], bool
        ),
        np.array([_is_assumed(one, free_types) for one in nodes.values()], bool),
        np.array([one.withdrawn is not None for one in nodes.values()], bool),
        np.array([stances[one.stance] for one in complete.values()], np.int64),
        np.array(list(ends), np.int64),
        listed[:, 0],
        listed[:, 1],
    )


def array_statuses(array_map: ArrayMap) -> "NDArray[np.uint8]":
    """Return for each node the number of its status in `STATUSES`; linear, as `assess` is.

    Raises:
        MissingPackageError: without numpy or scipy.
    """
    require_arrays()
    import numpy as np  # noqa: PLC0415 - an extra

    size = len(array_map.cited)
    state = flat_model(clauses_of(array_map))
    is_grounded, is_against = state[:size] == TRUE, state[size : 2 * size] == TRUE
    return np.select(
        [
            array_map.withdrawn,
            is_grounded & is_against,
            is_against,
            is_grounded,
            array_map.assumed,
        ],
        [
            STATUSES.index(status)
            for status in (
                Status.WITHDRAWN,
                Status.CONTESTED,
                Status.REFUTED,
                Status.SUPPORTED,
                Status.ASSUMED,
            )
        ],
        STATUSES.index(Status.UNSUPPORTED),
    ).astype(np.uint8)


def _is_assumed(node: Node, free_types: "Collection[str]") -> bool:
    return isinstance(node, Claim) and (node.assumed is not None or node.type in free_types)
