"""Two states of a map: what changed, in which words, and which findings that concerns."""

from argmap.diff.concerns import concern_of, neighbourhood
from argmap.diff.difference import Changes, Difference, difference
from argmap.diff.told import MapChanges, NodeChange, RelationChange, changes_between

__all__ = [
    "Changes",
    "Difference",
    "MapChanges",
    "NodeChange",
    "RelationChange",
    "changes_between",
    "concern_of",
    "difference",
    "neighbourhood",
]
