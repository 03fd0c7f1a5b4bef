"""The size beyond which a map is not made into a framework."""

from typing import Final

from argmap.findings import ArgmapError

MOST_ATTACKS: Final = 5_000_000
"""How many attacks a map may make; support in long chains or circles can make very many."""


class TooLargeError(ArgmapError):
    """A map makes more attacks than there is room for."""

    def __init__(self) -> None:
        super().__init__(
            f"the map makes a framework of more than {MOST_ATTACKS} attacks; "
            "take the evidential reduction, and break circles of support"
        )
