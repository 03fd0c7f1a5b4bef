"""A checked map with one finding of each kind, for whole expected reports."""

from datetime import date
from typing import Final

from argmap.checks import Waived
from argmap.findings import Finding, Note, Severity
from argmap.model import ArgumentMap, Claim, Waiver
from argmap.reports import CheckedMap
from argmap.text import TextFile

FILE: Final = TextFile(
    "claims/city.yaml",
    "map: {title: Ä}\nclaims:\n  cuts-traffic: {text: A.}\n  ö: {text: B., waive: [x]}\n",
)
UNSUPPORTED: Final = Finding(
    201,
    "unsupported-claim",
    Severity.ERROR,
    "nothing supports 'cuts-traffic'",
    FILE.span(26, 38),
    help="add evidence",
    subject="cuts-traffic",
    related=[Note(FILE.span(16, 22), "in these claims")],
)
LIKE_IT: Final = Finding(
    606,
    "near-duplicate",
    Severity.WARNING,
    "'ö' says nearly the same",
    FILE.span(53, 54),
    subject="ö",
)
UNPLACED: Final = Finding(700, "our-rule", Severity.INFO, "the map has no date")
OFF: Final = Finding(
    203, "orphan-evidence", Severity.WARNING, "nothing uses 'ö'", FILE.span(53, 54), subject="ö"
)
WAIVER: Final = Waiver(
    "orphan-evidence", "used next year", date(2026, 12, 1), span=FILE.span(66, 71)
)
WAIVED: Final = Waived(OFF, WAIVER, "ö")
CITY: Final = CheckedMap(
    "city",
    ArgumentMap(nodes=[Claim("cuts-traffic", "A."), Claim("ö", "B.")]),
    [UNSUPPORTED, LIKE_IT, UNPLACED],
    [WAIVED],
)
