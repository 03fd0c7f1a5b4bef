"""Rules about reviews (501 to 505): what reviewers say, and whether it still holds."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem, listed, quoted
from argmap.findings import Severity

if TYPE_CHECKING:
    from argmap.review import OpenFlag, Review, Standing, Verdict

_MOST_STEPS: Final = 5


def unreviewed(context: Context) -> Iterator[Problem]:
    """Nobody has given a verdict on a claim or a piece of evidence, in a map with reviews.

    Why: What nobody looked at is easily taken for what everybody accepted. It weighs more for a
    main claim. `argmap todo` lists what to look at next.

    Fires:
        claims:
          charge-cuts-traffic: {text: A charge cuts traffic., assumed: shown in the report}
          charge-is-fair: {text: A charge is fair., assumed: for the sake of argument}
        ---
        reviewer: Ann
        node: charge-is-fair
        verdict:
          decision: accept
          at: 2026-01-31T12:00:00Z
          says: n1:6ec29441d85c13b7645fb6ab2a319222
          rests_on: a1:e9b5a650a53f999360f80f2efd2a18bb

    Silent:
        claims:
          charge-cuts-traffic: {text: A charge cuts traffic., assumed: shown in the report}
    """
    mains = {claim.id for claim in context.mains}
    for standing in context.standings:
        node = standing.node
        if not standing.is_new or node.withdrawn is not None:
            continue
        severity = Severity.WARNING if node.id in mains else Severity.INFO
        yield Problem(
            f"nobody has reviewed {quoted(node.id)}",
            node.span,
            help=f"read it, then `argmap review {node.id} --accept` or `--reject`",
            subject=node.id,
            severity=severity,
        )


def stale_review(context: Context) -> Iterator[Problem]:
    """What was accepted or rejected has been reworded since.

    Why: A verdict holds for the words that were read. Of evidence the passages count as well.

    Fires:
        claims:
          charge-cuts-traffic: {text: A charge cuts traffic by half., assumed: see the report}
        ---
        reviewer: Ann
        node: charge-cuts-traffic
        verdict:
          decision: accept
          at: 2026-01-31T12:00:00Z
          says: n1:59e5bb9f21b5df9a3c9b3b3a9e9b3a55
          rests_on: a1:12ab5f5cf6f3a9d8f2f3f7a1c2d3e4f5
          text: A charge cuts traffic.

    Silent:
        claims:
          charge-cuts-traffic: {text: A charge cuts traffic., assumed: see the report}
        ---
        reviewer: Ann
        node: charge-cuts-traffic
        verdict:
          decision: accept
          at: 2026-01-31T12:00:00Z
          says: n1:7a27be8e97e33032fe003aa4375ed429
          rests_on: a1:affaff3f5a68a1af60ac606282b3fb60
    """
    for standing in context.standings:
        for review, verdict in _verdicts(standing.stale):
            yield _about(
                standing,
                review,
                f"{quoted(standing.node.id)} was reworded since {review.reviewer} "
                f"{_past(verdict)} it{_reworded(standing, verdict)}",
            )


def suspect_argument(context: Context) -> Iterator[Problem]:
    """A node says what it said, but what speaks for or against it has changed since the verdict.

    Why: Whoever accepted the claim accepted it with the support that it had. One level counts:
    the steps that aim at it, and what their premises say.

    Fires:
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            assumed: see the report
            contrasting: [taxis-rose]
          taxis-rose: {text: Taxis rose., assumed: see the report}
        ---
        reviewer: Ann
        node: charge-cuts-traffic
        verdict:
          decision: accept
          at: 2026-01-31T12:00:00Z
          says: n1:7a27be8e97e33032fe003aa4375ed429
          rests_on: a1:12ab5f5cf6f3a9d8f2f3f7a1c2d3e4f5

    Silent:
        claims:
          charge-cuts-traffic: {text: A charge cuts traffic., assumed: see the report}
        ---
        reviewer: Ann
        node: charge-cuts-traffic
        verdict:
          decision: accept
          at: 2026-01-31T12:00:00Z
          says: n1:7a27be8e97e33032fe003aa4375ed429
          rests_on: a1:affaff3f5a68a1af60ac606282b3fb60
    """
    for standing in context.standings:
        for review, verdict in _verdicts(standing.suspect):
            yield _about(
                standing,
                review,
                f"the argument at {quoted(standing.node.id)} changed since {review.reviewer} "
                f"{_past(verdict)} it{_steps(standing, verdict)}",
            )


def open_flag(context: Context) -> Iterator[Problem]:
    """A reviewer flagged a node or a relation, and nobody has settled that.

    Why: A flag is a question to the author. Mend what it is about, then `argmap resolve` it, or
    resolve it with a comment that says why it does not hold. It weighs what its kind weighs.

    Fires:
        claims:
          charge-cuts-traffic: {text: A charge cuts traffic., assumed: see the report}
        ---
        reviewer: Ann
        node: charge-cuts-traffic
        flags: [{flag: unclear, at: 2026-01-31T12:00:00Z, comment: Which traffic?}]

    Silent:
        claims:
          charge-cuts-traffic: {text: A charge cuts traffic., assumed: see the report}
        ---
        reviewer: Ann
        node: charge-cuts-traffic
        flags: [{flag: unclear, at: 2026-01-31T12:00:00Z, comment: Which traffic?}]
        resolved: [{flag: unclear, of: Ann, at: 2026-02-01T12:00:00Z, comment: Cars.}]
    """
    for standing in context.standings:
        for flag in standing.flags:
            yield _flag_problem(context, standing, flag)


def review_conflict(context: Context) -> Iterator[Problem]:
    """Two reviewers read the same words and came to different verdicts.

    Why: It is for the reviewers to talk, or for the author to find words that both can accept.

    Fires:
        claims:
          charge-cuts-traffic: {text: A charge cuts traffic., assumed: see the report}
        ---
        reviewer: Ann
        node: charge-cuts-traffic
        verdict:
          decision: accept
          at: 2026-01-31T12:00:00Z
          says: n1:7a27be8e97e33032fe003aa4375ed429
          rests_on: a1:affaff3f5a68a1af60ac606282b3fb60
        ---
        reviewer: Bob
        node: charge-cuts-traffic
        verdict:
          decision: reject
          at: 2026-01-31T12:00:00Z
          says: n1:7a27be8e97e33032fe003aa4375ed429
          rests_on: a1:affaff3f5a68a1af60ac606282b3fb60

    Silent:
        claims:
          charge-cuts-traffic: {text: A charge cuts traffic., assumed: see the report}
        ---
        reviewer: Ann
        node: charge-cuts-traffic
        verdict:
          decision: accept
          at: 2026-01-31T12:00:00Z
          says: n1:7a27be8e97e33032fe003aa4375ed429
          rests_on: a1:affaff3f5a68a1af60ac606282b3fb60
    """
    for standing in context.standings:
        if standing.is_contested:
            told = [
                f"{review.reviewer} {_past(verdict)} it"
                for review, verdict in _verdicts(standing.fresh)
            ]
            yield Problem(
                f"reviewers differ on {quoted(standing.node.id)}: {listed(told)}",
                standing.node.span,
                help="talk it over; whoever comes to another mind reviews it again",
                subject=standing.node.id,
            )


def _verdicts(reviews: "tuple[Review, ...]") -> "Iterator[tuple[Review, Verdict]]":
    return ((one, one.verdict) for one in reviews if one.verdict is not None)


def _about(standing: "Standing", review: "Review", message: str) -> Problem:
    node = standing.node
    return Problem(
        message,
        node.span,
        help=f"read it again: `argmap review {node.id} --accept --by {_by(review)}`",
        subject=node.id,
    )


def _by(review: "Review") -> str:
    return f"'{review.reviewer}'" if " " in review.reviewer else review.reviewer


def _past(verdict: "Verdict") -> str:
    return {"accept": "accepted", "reject": "rejected"}[verdict.decision.value]


def _reworded(standing: "Standing", verdict: "Verdict") -> str:
    """Tell what changed in the words of a node since a verdict; empty where that is not known."""
    if verdict.text is None:
        return ""
    # Few maps have stale reviews; the others are spared what compares texts.
    from argmap.passages.differences import differences  # noqa: PLC0415

    told = differences(verdict.text, standing.node.text)
    if told:
        return f": {told.rstrip('.')}"
    if verdict.type != standing.node.type:
        return f": it is of type {standing.node.type} now, and was of type {verdict.type}"
    return ": what it cites changed"


def _steps(standing: "Standing", verdict: "Verdict") -> str:
    from argmap.review.standing import changed_steps  # noqa: PLC0415 - as in _reworded

    told = changed_steps(verdict, standing.now)
    if not told:
        return ""
    more = len(told) - _MOST_STEPS
    shown = [*told[:_MOST_STEPS], *([f"{more} more"] if more > 0 else [])]
    return f": {'; '.join(shown)}"


def _flag_problem(context: Context, standing: "Standing", flag: "OpenFlag") -> Problem:
    node, kind = standing.node, flag.kind
    relation = context.argument_map.relations_by_id.get(flag.flag.relation or "")
    subject = relation.id if relation else node.id
    span = (relation.span if relation else None) or node.span
    comment = f": {flag.flag.comment}" if flag.flag.comment else ""
    message = f"{flag.reviewer} flags {quoted(subject)} as {kind.name}{comment}"
    if flag.settled:
        return Problem(
            f"{message} ({flag.settled})".rstrip("."),
            span,
            help=f"it seems settled: `argmap resolve {node.id} {kind.name}`",
            subject=subject,
            severity=Severity.INFO,
        )
    return Problem(
        message.rstrip("."),
        span,
        help=f"mend it, then `argmap resolve {node.id} {kind.name}`",
        subject=subject,
        severity=kind.severity,
    )
