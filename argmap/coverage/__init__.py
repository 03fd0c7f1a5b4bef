"""How much of a source text a map accounts for, sentence by sentence."""

from argmap.coverage.covering import cover
from argmap.coverage.values import (
    Citation,
    Counts,
    CoveredSentence,
    MapCoverage,
    Role,
    SourceCoverage,
    Unplaced,
)

__all__ = [
    "Citation",
    "Counts",
    "CoveredSentence",
    "MapCoverage",
    "Role",
    "SourceCoverage",
    "Unplaced",
    "cover",
]
