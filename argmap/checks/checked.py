"""What a check comes to: the findings that count, and those that are waived."""

from datetime import date

from attrs import frozen

from argmap.checks.waiving import Waived
from argmap.findings import Finding


@frozen
class Checked:
    """What was found in a map.

    Attributes:
        findings: what is wrong, sorted by path, place and code.
        waived: what a waiver took away, in the same order.
    """

    findings: tuple[Finding, ...] = ()
    waived: tuple[Waived, ...] = ()

    @property
    def next_to_expire(self) -> Waived | None:
        """Of what is waived, that whose waiver runs out first; None where nothing is waived."""
        return min(self.waived, key=lambda waived: waived.waiver.until or date.max, default=None)
