"""Claim files to findings, in a few words."""

from datetime import date
from typing import Final

from argmap import claimfile
from argmap.checks import Selection, check
from argmap.findings import Finding
from argmap.text import TextFile

TODAY: Final = date(2026, 1, 31)
"""The day on which all examples are checked."""


def findings_in(*texts: str, selection: Selection | None = None) -> tuple[Finding, ...]:
    """Check the map that some claim files make."""
    files = [TextFile(f"{number}.yaml", text) for number, text in enumerate(texts, 1)]
    the_map, reading = claimfile.read(files)
    return check(the_map, reading, selection or Selection(), today=TODAY)


def told(finding: Finding) -> str:
    """Write a finding as `line:column message | help`."""
    span = finding.span
    place = f"{span.line}:{span.column} " if span else ""
    return f"{place}{finding.message} | {finding.help}"


def told_by(rule: str, *texts: str) -> list[str]:
    """Return what one rule says of the map that some claim files make, and then what to do."""
    found = findings_in(*texts, selection=Selection(["core", rule]))
    findings = [finding for finding in found if finding.rule == rule]
    return [line for finding in findings for line in told(finding).split(" | ")]
