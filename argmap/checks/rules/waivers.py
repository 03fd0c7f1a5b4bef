"""Rules about waivers: each is valid (901), has not run out (902), and is needed (903)."""

from collections.abc import Iterator

from argmap.checks.context import Context
from argmap.checks.rule import Problem


def invalid_waiver(context: Context) -> Iterator[Problem]:
    """A waiver has no reason, no last day or one too far ahead, or names no rule.

    Why: Whoever reads the claim has to see why a finding does not count, and somebody has to look
    again one day. The reason has ten letters or more. The last day is at most 180 days ahead,
    unless the configuration says otherwise. A rule is named by its name or its whole code; rules
    about waivers cannot be waived. A waiver that is not valid waives nothing.

    Fires:
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            waive: {rule: unsupported-claim, reason: later}

    Silent:
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            waive: {rule: unsupported-claim, reason: The counts come in May., until: 2026-03-31}
    """
    return iter(context.waiving.invalid if context.waiving else ())


def expired_waiver(context: Context) -> Iterator[Problem]:
    """The last day of a waiver is past, and what it waived is still there.

    Why: The finding is back as well. Mend it, or look again and give the waiver another day.

    Fires:
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            waive: {rule: unsupported-claim, reason: The counts come in May., until: 2025-05-31}

    Silent:
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            waive: {rule: unsupported-claim, reason: The counts come in May., until: 2026-03-31}
    """
    return iter(context.waiving.expired if context.waiving else ())


def unused_waiver(context: Context) -> Iterator[Problem]:
    """A waiver has nothing to waive.

    Why: What it was for is mended, or is at another node: a waiver covers what is found about its
    node, and about the relations that its node is an end of. Left alone it would hide the next
    finding. A waiver of a rule that did not run is left alone.

    Fires:
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            assumed: shown elsewhere
            waive: {rule: unsupported-claim, reason: The counts come in May., until: 2026-03-31}

    Silent:
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            waive: {rule: unsupported-claim, reason: The counts come in May., until: 2026-03-31}
    """
    return iter(context.waiving.unused if context.waiving else ())
