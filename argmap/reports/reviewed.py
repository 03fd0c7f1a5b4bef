"""How the review of a node stands, in words: who decided what, and whether it still holds."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from argmap.model import Waiver
from argmap.reports.printable import folded
from argmap.review import Decision, OpenFlag, Review, Standing, State, Verdict
from argmap.review.standing import changed_steps

OF_STATES: Final[Mapping[State, str]] = MappingProxyType(
    {
        State.NEW: "nobody has given a verdict on it",
        State.ACCEPTED: "accepted as it stands",
        State.REJECTED: "rejected as it stands",
        State.STALE: "reworded since the last verdict",
        State.SUSPECT: "its direct argument changed since the last verdict",
        State.CONTESTED: "reviewers differ",
    }
)
"""What the states of reviews mean."""

_PAST: Final[Mapping[Decision, str]] = MappingProxyType(
    {
        Decision.ACCEPT: "accepted it",
        Decision.REJECT: "rejected it",
        Decision.ABSTAIN: "abstained",
    }
)


def describe_review(standing: Standing, reviews: Iterable[Review]) -> str:
    """Describe the review of a node: its state, verdicts, open flags and waivers, one a line.

    Args:
        standing: how it stands.
        reviews: what was said in its map, for verdicts that count for nothing and waivers.
    """
    state = standing.state
    lines = [f"review: {state}: {OF_STATES[state]}"]
    lines += [f"  {line}" for line in review_lines(standing, reviews)]
    return "".join(f"{line}\n" for line in lines)


def review_lines(standing: Standing, reviews: Iterable[Review]) -> Iterator[str]:
    """Give a line for each verdict, open flag and waiver of a node."""
    names = {standing.node.id, *standing.node.aliases}
    own = [one for one in reviews if one.node in names]
    for review in own:
        if review.verdict is not None:
            yield _verdict(standing, review, review.verdict)
    yield from map(flag_line, standing.flags)
    yield from (_waiver(review, waiver) for review in own for waiver in review.waivers)


def flag_line(one: OpenFlag) -> str:
    """Tell an open flag: who raised it, on what, and with which comment."""
    on = f" on {folded(one.flag.relation)}" if one.flag.relation else ""
    comment = f": {folded(one.flag.comment)}" if one.flag.comment else ""
    settled = f" (seems settled: {one.settled})" if one.settled else ""
    who = folded(one.reviewer)
    return f"{who} flags it{on} as {one.flag.kind}, {_day(one.flag.at)}{comment}{settled}"


def _verdict(standing: Standing, review: Review, verdict: Verdict) -> str:
    note = f": {folded(verdict.note)}" if verdict.note else ""
    said = f"{folded(review.reviewer)} {_PAST[verdict.decision]}, {_day(verdict.at)}{note}"
    if review in standing.stale:
        return f"{said} (reworded since)"
    if review in standing.suspect:
        told = "; ".join(map(folded, changed_steps(verdict, standing.now)))
        return f"{said} (its argument changed since{f': {told}' if told else ''})"
    return said


def _waiver(review: Review, waiver: Waiver) -> str:
    until = f" until {waiver.until}" if waiver.until else ""
    who = folded(review.reviewer)
    return f"{who} waives {folded(waiver.rule)}{until}: {folded(waiver.reason)}"


def _day(at: str) -> str:
    return at.partition("T")[0]
