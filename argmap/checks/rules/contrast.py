"""Rules about contrast that nobody answers (204), and that nobody looked for (209)."""

from collections.abc import Iterator

from argmap.checks.context import Context
from argmap.checks.rule import Problem, does, place, quoted
from argmap.model import Stance


def unanswered_contrast(context: Context) -> Iterator[Problem]:
    """Grounded contrast speaks against what the map holds, and nothing answers it.

    Why: A reader sees the objection and asks what the author says to it. An answer contrasts a
    premise of it, or undercuts the step; it need not prevail. A map holds its main claims and
    what supports them: what speaks against an objection is an answer itself, and needs none. In
    a map with several main claims the sides may speak against each other: contrast from what
    supports a main claim is not reported there.

    Fires:
        sources:
          report: {title: Annual report}
        claims:
          charge-works: {text: The charge works., main: true, supporting: [traffic-fell]}
          traffic-fell: {text: Traffic fell., supporting: [counts], contrasting: [more-taxis]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
          more-taxis: {text: Taxi trips rose., cites: report}

    Fires:
        sources:
          report: {title: Annual report}
        claims:
          charge-works: {text: The charge works., main: true, supporting: [traffic-fell]}
          traffic-fell: {text: Traffic fell., contrasting: [counts-rose]}
        evidence:
          counts-rose: {text: Counts rose by 3 percent., cites: report}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          charge-works: {text: The charge works., main: true, supporting: [traffic-fell]}
          traffic-fell: {text: Traffic fell., supporting: [counts], contrasting: [more-taxis]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
          more-taxis: {text: Taxi trips rose., cites: report}
          taxis-few: {text: Few cars are taxis., cites: report, contrasts: [more-taxis]}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          build-tram: {text: Build the tram., main: true, supporting: [carries-more]}
          build-bus-lanes:
            text: Build bus lanes.
            main: true
            supporting: [costs-less]
            contrasting: [carries-more]
        evidence:
          carries-more: {text: A tram carries thrice as many., cites: report}
          costs-less: {text: Bus lanes cost a tenth., cites: report, contrasts: [build-tram]}
    """
    held, answered = _held(context), frozenset(_answered(context))
    has_sides = len({context.same(claim.id) for claim in context.mains}) > 1
    for relation in context.argument_map.relations:
        if (
            relation.stance is Stance.CONTRASTS
            and context.same(relation.target) in held
            and context.assessment.holds(relation.id)
            and not (has_sides and any(context.same(one) in held for one in relation.premises))
            and relation.id not in answered
        ):
            target = context.nodes[relation.target]
            yield Problem(
                f"{does(relation)} {quoted(relation.target)}, and nothing answers that",
                relation.span,
                help=f"contrast it, undercut the step, or say less in {quoted(relation.target)}",
                subject=relation.target,
                related=place(target.span, f"{quoted(relation.target)} is here"),
            )


def no_contrast_sought(context: Context) -> Iterator[Problem]:
    """Nothing speaks against a main claim, nor against anything that it rests on.

    Why: Who looks for reasons only on one side finds them there. Ask what the best objection
    would be, add it, and answer it. Any contrast and any undercut counts, also one that is
    withdrawn or answered: it was sought. A main claim that nothing supports has a greater want,
    and an assumed one is not argued for; both are left alone.

    Fires:
        sources:
          report: {title: Annual report}
        claims:
          charge-works: {text: The charge works., main: true, supporting: [traffic-fell]}
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          charge-works: {text: The charge works., main: true, supporting: [traffic-fell]}
          traffic-fell: {text: Traffic fell., supporting: [counts], contrasting: [more-taxis]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
          more-taxis: {text: Taxi trips rose., cites: report}
          taxis-few: {text: Few cars are taxis., cites: report, contrasts: [more-taxis]}
    """
    doubted = _doubted(context)
    for claim in context.each_once(context.mains):
        if (
            context.needs_support(claim)
            and context.live_support(claim.id)
            and context.same(claim.id) not in doubted
        ):
            yield Problem(
                f"nothing speaks against {quoted(claim.id)}",
                claim.span,
                help="add the best objection under `contrasting:`, and answer it",
                subject=claim.id,
            )


def _doubted(context: Context) -> set[str]:
    """Return what something speaks against, and all that rests on it, by `same`."""
    users: dict[str, list[str]] = {}
    undercut = {
        relation.target
        for relation in context.argument_map.relations
        if relation.stance is Stance.UNDERCUTS
    }
    worklist = list(context.contrasts)
    for target, support in context.supports.items():
        for relation in support:
            if relation.id in undercut:
                worklist.append(target)
            for premise in relation.premises:
                users.setdefault(context.same(premise), []).append(target)
    found: set[str] = set()
    while worklist:
        node = worklist.pop()
        if node not in found:
            found.add(node)
            worklist.extend(users.get(node, ()))
    return found


def _held(context: Context) -> set[str]:
    """Return the main claims and all that is to support them, by `same`.

    A refuted premise is held still: its author uses it, and has to answer what refutes it.
    """
    worklist = [context.same(claim.id) for claim in context.mains]
    held = set(worklist)
    while worklist:
        for relation in context.supports.get(worklist.pop(), ()):
            if not context.assessment.undercut_by(relation.id):
                found = {context.same(premise) for premise in relation.premises} - held
                held |= found
                worklist.extend(found)
    return held


def _answered(context: Context) -> Iterator[str]:
    """Give the ids of the contrasts that something live contrasts or undercuts in turn."""
    doubted = {
        target
        for target, answers in context.contrasts.items()
        if any(not context.is_dead(answer) for answer in answers)
    }
    for relation in context.argument_map.relations:
        if relation.stance is Stance.CONTRASTS:
            if any(context.same(premise) in doubted for premise in relation.premises):
                yield relation.id
        elif relation.stance is Stance.UNDERCUTS and context.is_live(relation):
            yield relation.target
