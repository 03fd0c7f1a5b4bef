"""What reviewers do: each turns what one of them said of a node into what they say now."""

from collections.abc import Callable
from typing import TypeAlias

from attrs import evolve

from argmap.model import Node, Waiver
from argmap.review.fingerprints import Read
from argmap.review.values import Decision, Flag, Resolution, Review, Verdict

Deed: TypeAlias = Callable[[Review], Review]


def decided(node: Node, read: Read, decision: Decision, at: str, note: str | None) -> Deed:
    """Return the deed of giving a verdict, in the place of an earlier one.

    Args:
        node: what it is about.
        read: what its reader has before them.
        decision: the verdict.
        at: when, in UTC.
        note: why.
    """
    verdict = Verdict(
        decision, at, read.says, read.rests_on, note, node.text, node.type, read.argument
    )
    return lambda before: evolve(before, verdict=verdict)


def flagged(raised: Flag) -> Deed:
    """Return the deed of raising a flag, in the place of one of its kind on the same thing."""

    def deed(before: Review) -> Review:
        key = (raised.kind, raised.relation)
        kept = (one for one in before.flags if (one.kind, one.relation) != key)
        return evolve(before, flags=(*kept, raised))

    return deed


def resolved(done: Resolution) -> Deed:
    """Return the deed of settling a flag."""

    def deed(before: Review) -> Review:
        key = (done.kind, done.of, done.relation)
        kept = (one for one in before.resolutions if (one.kind, one.of, one.relation) != key)
        return evolve(before, resolutions=(*kept, done))

    return deed


def waived(waiver: Waiver) -> Deed:
    """Return the deed of excusing a node from a rule, in the place of an earlier excuse."""

    def deed(before: Review) -> Review:
        kept = (one for one in before.waivers if one.rule != waiver.rule)
        return evolve(before, waivers=(*kept, waiver))

    return deed
