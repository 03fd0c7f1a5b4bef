"""Claim files to findings, in a few words."""

import re
from datetime import date
from hashlib import sha256
from typing import Final

from argmap import claimfile
from argmap.checks import Selection, check
from argmap.extract.at_hand import NoText, TextAtHand, Why
from argmap.findings import Finding
from argmap.model import Source
from argmap.passages import plain_source
from argmap.review import Review, read_record
from argmap.text import TextFile

_SOURCE_TEXT: Final = re.compile(r"^\s*# ([\w.-]+\.txt): (.*)$", re.MULTILINE)

TODAY: Final = date(2026, 1, 31)
"""The day on which all examples are checked."""


def findings_in(*texts: str, selection: Selection | None = None) -> tuple[Finding, ...]:
    """Check the map that some claim files make.

    A comment `# report.txt: It fell.` is the text of the source whose `file` is `report.txt`.
    What stands behind a line `---` is the file of a review.
    """
    parts = [text.split("\n---\n") for text in texts]
    files = [TextFile(f"{number}.yaml", part[0]) for number, part in enumerate(parts, 1)]
    the_map, reading = claimfile.read(files)
    reviews = list[Review]()
    for number, record in enumerate((one for part in parts for one in part[1:]), 1):
        review, more = read_record(TextFile(f"review-{number}.yaml", record))
        reading = (*reading, *more)
        reviews += [review] if review else []
    words = dict(one for text in texts for one in _SOURCE_TEXT.findall(text))
    return check(
        the_map,
        reading,
        selection or Selection(),
        today=TODAY,
        texts={source.id: _text_of(source, words) for source in the_map.sources} if words else {},
        reviews=reviews,
    )


def _text_of(source: Source, words: dict[str, str]) -> TextAtHand | NoText:
    if source.file not in words:
        return NoText(Why.NO_FILE)
    text = words[source.file].replace("\\n", "\n")
    digest = sha256(text.encode()).hexdigest()
    return TextAtHand(source.file, digest, plain_source(text))


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
