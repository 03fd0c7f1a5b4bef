"""The same on arrays, for graphs of a million nodes: `pip install 'argmap[arrays]'`."""

from argmap.assess.arrays.array_map import STANCES, ArrayMap
from argmap.assess.arrays.statuses import STATUSES, array_map, array_statuses
from argmap.assess.arrays.strengths import (
    ArrayGraph,
    ArrayStrengths,
    array_graph,
    evaluate_arrays,
)

__all__ = [
    "STANCES",
    "STATUSES",
    "ArrayGraph",
    "ArrayMap",
    "ArrayStrengths",
    "array_graph",
    "array_map",
    "array_statuses",
    "evaluate_arrays",
]
