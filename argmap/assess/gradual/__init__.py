"""Strengths between 0 and 1: gradual semantics on weighted bipolar graphs."""

from argmap.assess.gradual.evaluate import Loop, Strengths, evaluate
from argmap.assess.gradual.formulas import SEMANTICS, Semantics
from argmap.assess.gradual.of_map import GraphOfMap, MapStrengths, graph_of_map, strengths
from argmap.assess.gradual.sensitivity import Influence, Influences, gradient, influences
from argmap.assess.gradual.weighted_graph import Edge, Linked, WeightedGraph

__all__ = [
    "SEMANTICS",
    "Edge",
    "GraphOfMap",
    "Influence",
    "Influences",
    "Linked",
    "Loop",
    "MapStrengths",
    "Semantics",
    "Strengths",
    "WeightedGraph",
    "evaluate",
    "gradient",
    "graph_of_map",
    "influences",
    "strengths",
]
