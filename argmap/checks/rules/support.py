"""Rules about support that is absent (201), gone (205), or not admitted (206)."""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem, does, listed, place, quoted
from argmap.findings import Note
from argmap.model import Claim, Relation, Stance

_REASONS_SHOWN: Final = 3
_PLACES: Final = 20


def unsupported_claim(context: Context) -> Iterator[Problem]:
    """Nothing supports a claim that needs support.

    Why: A claim without reasons is an opinion, and nobody can check it. Give it evidence, or say
    under `assumed:` why it needs none, or withdraw it. What supports a claim supports all that
    restates it. Claims of a type under `free-types` need no support, nor does a claim that
    evidence refutes: an objection, say, that is answered. In a map that has no evidence at all,
    such as a debate, the claims for which nothing is named get one finding together.

    Fires:
        claims:
          charge-cuts-traffic: {text: A charge cuts traffic., main: true}

    Fires:
        claims:
          charge-is-just: {text: The charge is just., main: true, supporting: [drivers-pay, fair]}
          drivers-pay: {text: Those who use the road pay for it.}
          fair: {text: To pay for what one uses is fair.}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          charge-cuts-traffic: {text: A charge cuts traffic., main: true, supporting: [counts]}
          fewer-cars: {text: There are fewer cars., restates: [charge-cuts-traffic]}
          cars-cost-time:
            text: Cars in a queue cost time.
            assumed: everybody has been in one
            supports: [charge-cuts-traffic]
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
    """
    if context.leaves:
        yield _without_evidence(context.leaves)
    said = {claim.id for claim in context.leaves}
    for claim in context.unsupported:
        if claim.id in said:
            continue
        named = context.argument_map.incoming(claim.id, Stance.SUPPORTS)
        yield Problem(
            f"nothing supports {quoted(claim.id)}",
            claim.span,
            help="what is named under `supporting:` does not count or is not there"
            if named
            else "add evidence under `supporting:`, or say why it needs none with `assumed:`",
            subject=claim.id,
        )


def defeated_support(context: Context) -> Iterator[Problem]:
    """All that supports a claim is withdrawn, refuted or undercut.

    Why: The claim looks supported, and is not any more. Find other support, answer what defeated
    this one, or withdraw the claim too. An undercut counts when grounded evidence is behind it.

    Fires:
        sources:
          report: {title: Annual report}
        claims:
          charge-cuts-traffic: {text: A charge cuts traffic., main: true, supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report, withdrawn: wrong year}

    Fires:
        sources:
          report: {title: Annual report}
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            main: true
            supporting: [{by: counts, id: by-counting}]
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
          works: {text: Roads were closed that year., cites: report, undercuts: [by-counting]}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            main: true
            supporting: [{by: counts, id: by-counting}, panel]
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
          panel: {text: Households drive less., cites: report}
          works: {text: Roads were closed that year., cites: report, undercuts: [by-counting]}
    """
    for claim in context.each_once(filter(context.needs_support, context.claims)):
        support = context.supports.get(context.same(claim.id), ())
        if support and all(context.is_dead(relation) for relation in support):
            reasons = [_reason(context, relation) for relation in support]
            shown = [reason for reason, _ in reasons[:_REASONS_SHOWN]]
            if len(reasons) > _REASONS_SHOWN:
                shown.append(f"{len(reasons) - _REASONS_SHOWN} more likewise")
            yield Problem(
                f"nothing supports {quoted(claim.id)} any more: {listed(shown)}",
                claim.span,
                help="find other support, answer what defeated this, or withdraw the claim",
                subject=claim.id,
                related=tuple(note for _, notes in reasons[:_PLACES] for note in notes),
            )


def pointless_assumption(context: Context) -> Iterator[Problem]:
    """A claim is assumed although evidence reaches it.

    Why: An assumption asks the reader to grant a claim. Where evidence bears it out there is
    nothing to grant, and a reader who sees `assumed:` does not look for the evidence. Remove the
    assumption; if the evidence is meant for something else, let it support that.

    Fires:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., assumed: all agree, supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [[counts, roads-alike]]}
          roads-alike: {text: The roads not counted are like those counted., assumed: all agree}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
    """
    for claim in context.claims:
        if claim.assumed is not None and context.assessment.is_grounded(claim.id):
            yield Problem(
                f"{quoted(claim.id)} is assumed, and evidence supports it",
                claim.spans.get("assumed", claim.span),
                help="remove `assumed:`; the evidence says more",
                subject=claim.id,
            )


def _without_evidence(claims: Sequence[Claim]) -> Problem:
    """Say in one problem what nothing supports in a map that has no evidence."""
    names = [quoted(claim.id) for claim in claims[:_REASONS_SHOWN]]
    if len(claims) > len(names):
        names.append(f"{len(claims) - len(names)} more")
    return Problem(
        f"the map has no evidence, and nothing supports {len(claims)} of its claims:"
        f" {listed(names)}",
        claims[0].span,
        help="add evidence under `supporting:`, or say why a claim needs none with `assumed:`",
        subject=claims[0].id,
        related=tuple(
            note
            for claim in claims[1:_REASONS_SHOWN]
            for note in place(claim.span, f"{quoted(claim.id)} is here")
        ),
    )


def _reason(context: Context, relation: Relation) -> tuple[str, tuple[Note, ...]]:
    """Say why a step is dead, and where."""
    for premise in relation.premises:
        node = context.nodes[premise]
        if node.withdrawn is not None:
            reason = f"{quoted(premise)} is withdrawn"
            return reason, place(node.spans.get("withdrawn", node.span), reason)
        if context.is_gone(premise):
            reason = f"{quoted(premise)} is refuted"
            return reason, place(node.span, reason)
    undercut = context.assessment.undercut_by(relation.id)[0]
    reason = f"{does(undercut)} {quoted(relation.id)}"
    return reason, place(undercut.span, reason)
