"""Maps with what was found in them, and how many of everything there are."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap.findings import Finding, Severity
from argmap.model import ArgumentMap
from argmap.reports.printable import folded

if TYPE_CHECKING:
    from argmap.checks import Waived


@frozen
class CheckedMap:
    """A map and what was found in it.

    Attributes:
        name: what the map is called in its project.
        map: the map.
        findings: all that was found and counts.
        waived: what was found and is waived.
        known: how many findings are left out because a baseline has them.
        since: the revision since which a change has to concern a finding that is here; empty
            where all findings are.
    """

    name: str
    map: ArgumentMap
    findings: tuple[Finding, ...] = field(default=(), converter=tuple[Finding, ...])
    waived: "tuple[Waived, ...]" = field(default=(), converter=tuple["Waived", ...])
    known: int = 0
    since: str = ""


@frozen
class Summary:
    """What was examined, and how many findings of each severity there are.

    Attributes:
        waived: how many findings are waived; they are in none of the other numbers.
        known: how many more are in the baseline.
        next_to_expire: of what is waived, that whose waiver runs out first.
        since: the revision since which changes are reported; empty where all is.
    """

    maps: int
    claims: int
    evidence: int
    relations: int
    passages: int
    errors: int
    warnings: int
    notes: int
    waived: int = 0
    known: int = 0
    next_to_expire: "Waived | None" = None
    since: str = ""

    def __str__(self) -> str:
        return f"checked {self.examined}: {self.found}"

    @property
    def examined(self) -> str:
        """What was examined, in words: `3 maps, 61 claims, 34 evidence, …`."""
        examined = ", ".join(
            (
                counted(self.maps, "map"),
                counted(self.claims, "claim"),
                f"{self.evidence} evidence",
                counted(self.relations, "relation"),
                counted(self.passages, "passage"),
            )
        )
        since = f" (reporting only what changed since {folded(self.since)})" if self.since else ""
        return f"{examined}{since}"

    @property
    def found(self) -> str:
        """The findings in words: `1 error, 4 warnings, 0 notes`, and what does not count."""
        known = f", {self.known} known" if self.known else ""
        return f"{in_words(self.errors, self.warnings, self.notes)}{known}{self._waived}"

    @property
    def _waived(self) -> str:
        if not self.waived:
            return ""
        next_one = self.next_to_expire
        if next_one is None or next_one.waiver.until is None:
            return f", {self.waived} waived"
        what = f"{next_one.finding.rule} for '{folded(next_one.node_id)}'"
        return f", {self.waived} waived (next to expire: {what} on {next_one.waiver.until})"


def summarize(maps: Sequence[CheckedMap]) -> Summary:
    """Count what was examined and found."""
    severities = [finding.severity for one in maps for finding in one.findings]
    waived = [waived for one in maps for waived in one.waived]
    return Summary(
        maps=len(maps),
        claims=sum(len(one.map.claims) for one in maps),
        evidence=sum(len(one.map.evidence) for one in maps),
        relations=sum(len(one.map.relations) for one in maps),
        passages=sum(len(node.passages) for one in maps for node in one.map.nodes),
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        notes=severities.count(Severity.INFO),
        waived=len(waived),
        known=sum(one.known for one in maps),
        next_to_expire=min(waived, key=lambda one: one.waiver.until or date.max, default=None),
        since=next((one.since for one in maps if one.since), ""),
    )


def in_order(maps: Sequence[CheckedMap]) -> tuple[tuple[str, Finding], ...]:
    """Return all findings with the names of their maps, sorted by path, place and code."""
    found = ((one.name, finding) for one in maps for finding in one.findings)
    return tuple(sorted(found, key=lambda pair: (pair[1].place, pair[0])))


def worst_first(maps: Sequence[CheckedMap]) -> tuple[tuple[str, Finding], ...]:
    """Return all findings with the names of their maps: errors, then warnings, then notes."""
    return tuple(sorted(in_order(maps), key=lambda pair: -pair[1].severity))


def waived_in_order(maps: Sequence[CheckedMap]) -> "tuple[tuple[str, Waived], ...]":
    """Return all that is waived with the names of the maps, sorted by path, place and code."""
    waived = ((one.name, waived) for one in maps for waived in one.waived)
    return tuple(sorted(waived, key=lambda pair: (pair[1].finding.place, pair[0])))


def in_words(errors: int, warnings: int, notes: int) -> str:
    """Return numbers of findings in words: `1 error, 4 warnings, 0 notes`."""
    return ", ".join(
        (counted(errors, "error"), counted(warnings, "warning"), counted(notes, "note"))
    )


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it should be."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
