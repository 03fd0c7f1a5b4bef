"""What one reviewer keeps of one node: a verdict, flags, resolutions and waivers."""

from enum import StrEnum

from attrs import field, frozen

from argmap.model import Stance, Waiver
from argmap.text import Span


class Decision(StrEnum):
    """What a reviewer decides of a node."""

    ACCEPT = "accept"
    REJECT = "reject"
    ABSTAIN = "abstain"


@frozen
class StepRead:
    """A step of the direct argument as a reviewer read it.

    Attributes:
        stance: what the premises do to the node.
        by: the ids of the premises, sorted.
        says: the fingerprints of what the premises said, in the same order.
        because: the warrant.
    """

    stance: Stance
    by: tuple[str, ...]
    says: tuple[str, ...] = ()
    because: str | None = None


@frozen
class Verdict:
    """A decision, and what was read for it.

    Attributes:
        decision: what was decided.
        at: when, in UTC, as `2027-01-31T12:00:00Z`.
        says: the fingerprint of what the node said.
        rests_on: the fingerprint of its direct argument.
        note: why.
        text: what the node said.
        type: what type it had.
        argument: what spoke for and against it.
    """

    decision: Decision
    at: str
    says: str
    rests_on: str
    note: str | None = None
    text: str | None = None
    type: str | None = None
    argument: tuple[StepRead, ...] = ()
    span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)


@frozen
class Flag:
    """Something that a reviewer finds wrong.

    Attributes:
        kind: one of the names of `FLAGS`.
        at: when it was raised, in UTC.
        relation: the id of the relation that is meant; None for the node.
        comment: what exactly.
    """

    kind: str
    at: str
    relation: str | None = None
    comment: str | None = None
    span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)


@frozen
class Resolution:
    """A flag that a reviewer, the same or another, holds settled.

    It stands in the file of whoever settles it, so that nobody edits the file of another.

    Attributes:
        kind: that of the flag.
        of: who raised it.
        at: when it was settled, in UTC; a flag raised later is open again.
        relation: the relation that the flag is on.
        comment: how.
    """

    kind: str
    of: str
    at: str
    relation: str | None = None
    comment: str | None = None
    span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)


@frozen
class Review:
    """What one reviewer says of one node.

    Attributes:
        reviewer: who says it.
        node: the id of the node.
        verdict: the latest decision; None where there is none.
        flags: what is wrong, in the order raised.
        resolutions: flags that this reviewer settled.
        waivers: rules that do not apply to the node.
    """

    reviewer: str
    node: str
    verdict: Verdict | None = None
    flags: tuple[Flag, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not (self.verdict or self.flags or self.resolutions or self.waivers)
