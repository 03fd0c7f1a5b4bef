"""What every picture of a map in text shows."""

from typing import Final

DRAWN: Final = (
    "claim.id",
    "claim.type",
    "evidence.id",
    "evidence.type",
    "evidence",
    "linked premises",
    "undercuts",
    "undercuts of undercuts",
    "restatements",
)
"""Fields and kinds, as `losses` takes them."""
