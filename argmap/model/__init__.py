"""The values that a map is made of: nodes, relations, sources, and the map itself."""

from argmap.model.argument_map import ArgumentMap
from argmap.model.data import NO_DATA, Data, Json
from argmap.model.nodes import CLAIM_TYPES, EVIDENCE_TYPES, Claim, Evidence, Node, Waiver
from argmap.model.relations import Relation, Stance
from argmap.model.sources import Bibliography, Extent, Passage, SetAside, Source

__all__ = [
    "CLAIM_TYPES",
    "EVIDENCE_TYPES",
    "NO_DATA",
    "ArgumentMap",
    "Bibliography",
    "Claim",
    "Data",
    "Evidence",
    "Extent",
    "Json",
    "Node",
    "Passage",
    "Relation",
    "SetAside",
    "Source",
    "Stance",
    "Waiver",
]
