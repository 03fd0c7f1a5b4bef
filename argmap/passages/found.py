"""How a quotation stands to the text that it is said to come from."""

from enum import StrEnum

from attrs import field, frozen

from argmap.passages.source_text import Stretch


class Kind(StrEnum):
    """Whether the words of a quotation are those of the text."""

    EXACT = "exact"
    DRIFTED = "drifted"
    ABSENT = "absent"


class Change(StrEnum):
    """What most of all tells a quotation from the text."""

    NOTHING = "nothing"
    CASE = "case"
    BRACKETS = "brackets"
    OMISSION = "omission"
    WORDS = "words"


@frozen
class Found:
    """What came of looking for a quotation.

    Attributes:
        kind: exact where all its words stand in the text, one after the other; `[…]` stands for
            what was left out. Drifted where nearly the same words do. Else absent.
        change: what tells it from the text: nothing (exact); the case of letters; what stands in
            brackets; an omission, because `[…]` is not written, or stands for too much or for a
            negation; words.
        score: how like its words are to those at `place`, from 0 to 1. Where words were left out,
            what counts is the rest.
        place: the stretch of the text that is meant, or is most like it; None where nothing is.
        words: what the text says there.
        places: where it stands: all places where exact, up to a hundred; one where drifted.
        at_locator: those of the places that the locator of the passage names; all without one.
        has_locator: whether there was a locator that says where to look.
    """

    kind: Kind
    change: Change
    score: float
    place: Stretch | None = None
    words: str = field(default="", repr=False)
    places: tuple[Stretch, ...] = ()
    at_locator: tuple[Stretch, ...] = ()
    has_locator: bool = False

    @property
    def is_ambiguous(self) -> bool:
        """Whether it stands more than once, and the locator does not single one out."""
        return len(self.places) > 1 and len(self.at_locator) != 1

    @property
    def is_elsewhere(self) -> bool:
        """Whether it stands in the text, but not where the locator says."""
        return bool(self.places) and not self.at_locator
