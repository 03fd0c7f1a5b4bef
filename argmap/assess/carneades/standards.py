"""Proof standards: how much better than its rivals a position has to be supported.

Scintilla and preponderance ("best argument") and dialectical validity are those of Gordon, Prakken
& Walton (2007), the two higher ones those of Gordon & Walton (2009), who leave their thresholds
open. Programs fill them in differently, so thresholds are data here, and go with every verdict.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from attrs import frozen

from argmap.findings import UsageError
from argmap.nearest import hint

_ROUNDING: Final = 1e-9  # a difference below this is none


class Standard(StrEnum):
    """A proof standard, from the lowest to the highest; the last is of another kind."""

    SE = "SE"
    """Scintilla of evidence: some argument for it counts."""
    PE = "PE"
    """Preponderance of the evidence: the best for it outweighs the best against it."""
    CCE = "CCE"
    """Clear and convincing evidence: it does so by far."""
    BRD = "BRD"
    """Beyond reasonable doubt: it does, and next to nothing is against it."""
    DV = "DV"
    """Dialectical validity: some argument for it counts, and none against it."""


@frozen
class Thresholds:
    """What "clear" and "reasonable" mean, in weights from 0 to 1.

    Attributes:
        name: of the preset.
        least_clear: the weight that has to be exceeded for CCE.
        gap_clear: by how much the weight against has to be exceeded for CCE.
        least_beyond: as `least_clear`, for BRD.
        gap_beyond: as `gap_clear`, for BRD.
        doubt: the weight against has to be less than this for BRD.
    """

    name: str
    least_clear: float
    gap_clear: float
    least_beyond: float
    gap_beyond: float
    doubt: float

    def __str__(self) -> str:
        return (
            f"{self.name}: CCE more than {self.least_clear:g} and by more than {self.gap_clear:g};"
            f" BRD more than {self.least_beyond:g} and by more than {self.gap_beyond:g},"
            f" less than {self.doubt:g} against"
        )


PRESETS: Final[Mapping[str, Thresholds]] = MappingProxyType(
    {
        "gordon-walton": Thresholds("gordon-walton", 0.5, 0.3, 0.5, 0.5, 0.2),
        "carneades4": Thresholds("carneades4", 0.0, 0.5, 0.0, 0.5, 0.3),
    }
)
"""Thresholds as Carneades 3 and Carneades 4 have them."""


def thresholds_named(name: str) -> Thresholds:
    """Return a preset by its name.

    Raises:
        UsageError: when there is none.
    """
    if name in PRESETS:
        return PRESETS[name]
    message = f"there are no thresholds '{name}'; {hint(name, PRESETS)}"
    raise UsageError(message)


def is_satisfied(standard: Standard, pro: float, con: float, thresholds: Thresholds) -> bool:
    """Say whether a position meets a standard.

    Args:
        standard: the standard.
        pro: the weight of the best argument for it that counts; 0 where there is none.
        con: the weight of the best argument against it, or for a rival.
        thresholds: for CCE and BRD.
    """
    if standard is Standard.SE:
        return pro > 0
    if standard is Standard.DV:
        return pro > 0 and con <= 0
    if not _exceeds(pro, con):
        return False
    if standard is Standard.PE:
        return True
    if standard is Standard.CCE:
        return _exceeds(pro, thresholds.least_clear) and _exceeds(pro - con, thresholds.gap_clear)
    return (
        _exceeds(pro, thresholds.least_beyond)
        and _exceeds(pro - con, thresholds.gap_beyond)
        and _exceeds(thresholds.doubt, con)
    )


def _exceeds(one: float, other: float) -> bool:
    return one > other + _ROUNDING
