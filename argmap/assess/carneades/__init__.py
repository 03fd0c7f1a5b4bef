"""Proof standards and balancing arguments, as in Carneades."""

from argmap.assess.carneades.evaluate import Label, Labelling, label
from argmap.assess.carneades.graph import Argument, CarneadesGraph, Issue
from argmap.assess.carneades.of_map import MapLabels, proved
from argmap.assess.carneades.standards import (
    PRESETS,
    Standard,
    Thresholds,
    is_satisfied,
    thresholds_named,
)
from argmap.assess.carneades.weighing import (
    Constant,
    Convergent,
    Criteria,
    Criterion,
    Cumulative,
    Factorized,
    Linked,
    Preference,
    Weighing,
)

__all__ = [
    "PRESETS",
    "Argument",
    "CarneadesGraph",
    "Constant",
    "Convergent",
    "Criteria",
    "Criterion",
    "Cumulative",
    "Factorized",
    "Issue",
    "Label",
    "Labelling",
    "Linked",
    "MapLabels",
    "Preference",
    "Standard",
    "Thresholds",
    "Weighing",
    "is_satisfied",
    "label",
    "proved",
    "thresholds_named",
]
