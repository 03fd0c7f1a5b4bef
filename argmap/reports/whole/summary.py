"""The beginning of a report: in a few plain sentences, how the map stands."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from argmap.assess import Status
from argmap.reports.checked import counted, summarize
from argmap.reports.coverage_text import percent
from argmap.reports.whole.blocks import Items, Line, Paragraph, Piece, Role, badge, plain
from argmap.reports.whole.values import MapReport
from argmap.review import State

_MEANS: Final = {
    Status.UNSUPPORTED: "nothing that cites a source supports it",
    Status.REFUTED: "evidence speaks against it, and none for it",
    Status.CONTESTED: "evidence speaks for it and against it",
    Status.SUPPORTED: "evidence that cites a source speaks for it",
    Status.ASSUMED: "taken for granted, with a reason",
    Status.WITHDRAWN: "taken back by its author",
}


def summary(report: MapReport) -> Iterator[Paragraph | Items]:
    """Give the parts of the summary."""
    yield Paragraph((Piece(_verdict(report), Role.STRONG),))
    yield Paragraph((plain(f"{summarize([report.checked]).examined}.".replace("1 map, ", "")),))
    yield Items(tuple(_statuses(report)))
    yield Items(tuple((plain(line),) for line in _rest(report)))


def _verdict(report: MapReport) -> str:
    wanting = len(report.claims_that_are(Status.UNSUPPORTED))
    doubted = len(report.claims_that_are(Status.CONTESTED, Status.REFUTED))
    claims = counted(len(report.claims), "claim")
    if not report.claims:
        return "There are no claims in this map."
    if not wanting and not doubted:
        return f"Of {claims}, none is without support, and none is contested or refuted."
    parts = []
    if wanting:
        parts.append(f"{wanting} {'has' if wanting == 1 else 'have'} no support")
    if doubted:
        verb = "is" if doubted == 1 else "are"
        parts.append(f"{doubted} {verb} contested or refuted by evidence")
    return f"Of {claims}, {' and '.join(parts)}."


def _statuses(report: MapReport) -> Iterator[Line]:
    counts = Counter(report.assessment.status(claim.id) for claim in report.claims)
    for status, words in _MEANS.items():
        if counts[status]:
            number = counted(counts[status], "claim")
            yield badge(status), plain(f"{number}: {words}")


def _rest(report: MapReport) -> Iterator[str]:
    yield f"Check: {summarize([report.checked]).found}."
    yield f"Reviews: {_reviews(report)}."
    if report.coverage is not None and report.coverage.sources:
        counts = report.coverage.counts
        yield (
            f"Coverage: {percent(counts.share)} of {counted(counts.sentences, 'sentence')} of "
            f"{counted(len(report.coverage.sources), 'source')} accounted for."
        )


def _reviews(report: MapReport) -> str:
    if not report.standings:
        return "nobody has reviewed this map yet"
    states = Counter(one.state for one in report.standings)
    told = [f"{states[state]} {state}" for state in State if states[state]]
    flagged = sum(one.is_flagged for one in report.standings)
    return ", ".join((*told, *([f"{flagged} with open flags"] if flagged else [])))
