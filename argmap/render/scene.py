"""A scene: the boxes and arrows of a map, before anybody knows where they will stand."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Final

from attrs import field, frozen

from argmap.model import Stance


class Kind(StrEnum):
    """What a box stands for."""

    CLAIM = "claim"
    EVIDENCE = "evidence"
    MISSING = "missing"


class Chip(StrEnum):
    """A word at the corner of a box that asks for attention."""

    UNSUPPORTED = "unsupported"
    UNSOURCED = "no source"
    CONTESTED = "contested"
    REFUTED = "refuted"
    WITHDRAWN = "withdrawn"
    FLAGGED = "flagged"
    STALE = "stale"
    LOAD_BEARING = "load-bearing"
    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    CHANGED = "changed"


class Change(StrEnum):
    """What happened to a node or a relation between two states of a map."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    TURNED = "turned"
    CHANGED = "changed"
    KEPT = "as before"


OF_REVIEWS: Final = (Chip.FLAGGED, Chip.STALE)
"""What reviews say of nodes."""

TOLD: Final = (*OF_REVIEWS, Chip.LOAD_BEARING)
"""What reviews and its weight say of a node; all other chips follow from its status."""


@frozen
class Box:
    """A node as it is drawn; all texts are clean.

    Attributes:
        id: the id of the node, or the one that a relation names and no node has.
        kind: claim, evidence or missing.
        text: what it says; empty where it is missing.
        type: the type of the claim or evidence; may be empty.
        is_main: a thesis of the map.
        is_assumed: a claim that its author takes for granted.
        is_quoting: it gives the words of a source.
        is_elsewhere: it lies outside of the part that is drawn.
        is_focus: what is drawn is what lies around it.
        status: what the assessment says; empty where it is missing.
        chips: what asks for attention.
        section: the heading that it stands under; may be empty.
        citation: the short line that names its places in sources; may be empty.
        sources: the same in full, one text each.
        cited: the ids of those sources.
        link: an address to follow; may be empty.
        folded: how many boxes of its branch are not drawn.
        change: what happened to it, in a scene of changes.
        was: the text that it had before, if it is reworded.
        remarks: lines about what happened to it and its relations.
        strength: how strong it is, as "0.75", or "0.75?" where that is not sure; may be empty.
    """

    id: str
    kind: Kind
    text: str = ""
    type: str = ""
    is_main: bool = False
    is_assumed: bool = False
    is_quoting: bool = False
    is_elsewhere: bool = False
    is_focus: bool = False
    status: str = ""
    chips: tuple[Chip, ...] = ()
    section: str = ""
    citation: str = ""
    sources: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    link: str = ""
    folded: int = 0
    change: Change | None = None
    was: str = ""
    remarks: tuple[str, ...] = ()
    strength: str = ""

    @property
    def marks(self) -> tuple[str, ...]:
        """What reviews and its weight say of it, in words."""
        return tuple([chip.value for chip in self.chips if chip in TOLD])

    @property
    def strength_word(self) -> str:
        """How strong it is, for sentences; empty where that is not told."""
        if not self.strength:
            return ""
        unsure = ", not converged" if self.strength.endswith("?") else ""
        return f"strength {self.strength.removesuffix('?')}{unsure}"


@frozen
class Arrow:
    """A relation as it is drawn.

    Attributes:
        id: the id of the relation.
        stance: what it does.
        tails: the boxes that it starts from; several are linked.
        head: the box that it ends at, or the arrow, if `is_at_arrow`.
        is_at_arrow: whether it aims at another arrow.
        strength: from 0 to 1, if the author said so.
        because: the warrant; may be empty.
        scheme: the argumentation scheme; may be empty.
        change: what happened to it, in a scene of changes.
    """

    id: str
    stance: Stance
    tails: tuple[str, ...]
    head: str
    is_at_arrow: bool = False
    strength: float | None = None
    because: str = ""
    scheme: str = ""
    change: Change | None = None


@frozen
class Scene:
    """Boxes and arrows, each id once, in the order of the map.

    Attributes:
        title: the title of the map.
        caption: how much there is, and from what source.
        language: as the map has it; may be empty.
        boxes: nodes; missing ones after the others.
        arrows: relations; their ends are all there.
        sources: the names of all sources of the map, by their ids.
        origin: the end of the caption: the source, or how many there are; may be empty.
        notes: what a reader has to know of what its boxes tell, a line each.
    """

    title: str = ""
    caption: str = ""
    language: str = ""
    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    sources: Mapping[str, str] = field(factory=dict)
    origin: str = ""
    notes: tuple[str, ...] = ()

    @cached_property
    def boxes_by_id(self) -> Mapping[str, Box]:
        """Boxes by their ids."""
        return {box.id: box for box in self.boxes}

    @cached_property
    def arrows_by_id(self) -> Mapping[str, Arrow]:
        """Arrows by their ids."""
        return {arrow.id: arrow for arrow in self.arrows}
