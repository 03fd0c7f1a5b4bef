"""The rule about confidence that the support of a claim does not allow (208)."""

from collections.abc import Iterator
from typing import Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem, does, place, quoted
from argmap.model import Relation

_PLACES: Final = 5
_ROUNDING: Final = 1e-9


def overconfident(context: Context) -> Iterator[Problem]:
    """A claim is held with more confidence than all its support together allows.

    Why: No argument is surer than what it rests on. Linked premises hold together at most as
    surely as the least sure of them, and a step carries at most its strength: its bound is
    min(p1, …, pn, strength). Several steps together allow at most the sum of their bounds, and
    never more than 1: min(1, s1 + … + sm). These are the upper bounds of Fréchet (1935); they
    hold however the premises depend on each other. So nothing is reported that could be meant:
    two reasons at 0.5 allow any confidence. Looked at are the direct premises with the confidence
    declared for them; where a step declares none, the rule is silent.

    Fires:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., confidence: 0.9, supporting: [[counts, roads-alike]]}
          roads-alike: {text: All roads are alike., assumed: as a model, confidence: 0.6}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report, confidence: 0.95}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., confidence: 0.9, supporting: [counts, panel]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report, confidence: 0.7}
          panel: {text: Households drive less., cites: report, confidence: 0.6}
    """
    for claim in context.claims:
        if claim.confidence is None or not context.needs_support(claim):
            continue
        support = context.live_support(claim.id)
        bounds = [bound for step in support if (bound := _bound(context, step)) is not None]
        allowed = min(1.0, sum(bounds))
        is_known = bool(bounds) and len(bounds) == len(support)
        if is_known and claim.confidence > allowed + _ROUNDING:
            yield Problem(
                f"{quoted(claim.id)} is held with confidence {claim.confidence:g},"
                f" and its support allows at most {allowed:g}",
                claim.spans.get("confidence", claim.span),
                help="lower it, or add support",
                subject=claim.id,
                related=tuple(
                    note
                    for step, bound in zip(support[:_PLACES], bounds, strict=False)
                    for note in place(step.span, f"{does(step)} it with at most {bound:g}")
                ),
            )


def _bound(context: Context, step: Relation) -> float | None:
    """Return what a step allows at most; None where nothing is declared."""
    declared = (
        step.strength,
        *(context.nodes[premise].confidence for premise in step.premises),
    )
    return min((one for one in declared if one is not None), default=None)
