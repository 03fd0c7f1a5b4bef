"""Rules about single relations: what may relate to what (107), and each only once (108)."""

from collections.abc import Iterator
from typing import Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem, does, place, quoted
from argmap.checks.rules.reading import passed_on
from argmap.model import Claim, Evidence, Relation, Stance

_DONE: Final = {
    Stance.SUPPORTS: "supported",
    Stance.CONTRASTS: "contrasted",
    Stance.RESTATES: "restated",
}


def illegal_relation(context: Context) -> Iterator[Problem]:
    """A relation joins what cannot be joined like that.

    Why: Nothing supports itself. Evidence rests on its sources and not on claims. A relation is
    undercut; a node is supported, contrasted or restated. A claim restates a claim, and evidence
    restates evidence. Evidence may support or contrast evidence, and claims may contrast it.

    Fires:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts:
            text: Counts fell by 18 percent.
            cites: report
            supporting: [traffic-fell]

    Fires:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
          works: {text: Roads were closed in that year., cites: report, undercuts: [traffic-fell]}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          charge-works: {text: The charge works., main: true, supporting: [traffic-fell]}
          traffic-fell:
            text: Traffic fell.
            supporting: [panel, {by: counts, id: by-counting}]
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
          panel: {text: Households drive less., cites: report}
          works: {text: Roads were closed in that year., cites: report, undercuts: [by-counting]}
    """
    for relation in context.argument_map.relations:
        for message, advice, end in _wrongs(context, relation):
            yield Problem(
                message,
                relation.spans.get(end, relation.span),
                help=advice,
                subject=relation.id,
            )


def duplicate_relation(context: Context) -> Iterator[Problem]:
    """The same step is there twice, or a node speaks both for and against another.

    Why: A step that is written twice looks like two reasons. To support and to contrast the same
    claim at once is most often a slip; where it is meant, say in two nodes what speaks for it and
    what against. A step that stands under both of its ends counts once, and is noted only.

    Fires:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts], contrasting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts, [counts, panel]]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
          panel: {text: Households drive less., cites: report}
    """
    yield from passed_on(context, 108)
    first: dict[tuple[frozenset[str], str], dict[Stance, Relation]] = {}
    for relation in context.argument_map.relations:
        yield from _repeated_premises(relation)
        ends = _ends(relation)
        stances = first.setdefault(ends, {})
        same = stances.setdefault(relation.stance, relation)
        if same is not relation:
            yield _repeated(relation, same)
        for other in stances.values():
            if other.stance is not relation.stance and same is relation:
                yield _two_stances(relation, other)


def _wrongs(context: Context, relation: Relation) -> Iterator[tuple[str, str, str]]:
    """Give message, advice and the key of the end, for each thing wrong with a relation."""
    nodes, relations = context.nodes, context.argument_map.relations_by_id
    target = quoted(relation.target)
    for number, premise in enumerate(relation.premises):
        if premise not in nodes and premise in relations:
            message = f"{quoted(premise)} is a relation, and only claims and evidence are premises"
            yield message, "name the premise of that relation, or its target", f"premises[{number}]"
    if relation.target in (*relation.premises, relation.id):
        message = f"{target} {relation.stance} itself"
        at = (*relation.premises, relation.id).index(relation.target)
        end = f"premises[{at}]" if at < len(relation.premises) else "target"
        yield message, "remove it, or name what you meant", end
    elif relation.stance is Stance.UNDERCUTS:
        if relation.target in nodes and relation.target not in relations:
            kind = "a claim" if isinstance(nodes[relation.target], Claim) else "evidence"
            message = f"{target} is {kind}, and only a relation can be undercut"
            advice = "give the relation that you doubt an `id:` and undercut that; or `contrasts:`"
            yield message, advice, "target"
    elif relation.target not in nodes and relation.target in relations:
        message = f"{target} is a relation, and cannot be {_DONE[relation.stance]}"
        advice = "name one of its ends"
        if relation.stance is Stance.CONTRASTS:
            advice = "to deny that the step holds, write `undercuts:`"
        yield message, advice, "target"
    else:
        yield from _wrong_kinds(context, relation)


def _wrong_kinds(context: Context, relation: Relation) -> Iterator[tuple[str, str, str]]:
    nodes = context.nodes
    target = nodes.get(relation.target)
    premises = [nodes.get(premise) for premise in relation.premises]
    if relation.stance is Stance.SUPPORTS and isinstance(target, Evidence):
        for number, premise in enumerate(premises):
            if isinstance(premise, Claim):
                message = f"claim {quoted(premise.id)} supports evidence {quoted(target.id)}"
                advice = "turn it round, or make a claim of the evidence"
                yield message, advice, f"premises[{number}]"
    if relation.stance is Stance.RESTATES and target is not None:
        (premise,) = premises
        if premise is not None and isinstance(premise, Claim) != isinstance(target, Claim):
            first, second = ("claim", "evidence")
            if isinstance(premise, Evidence):
                first, second = second, first
            message = f"{first} {quoted(premise.id)} restates {second} {quoted(target.id)}"
            yield message, "write `supports:` where evidence bears a claim out", "premises[0]"


def _ends(relation: Relation) -> tuple[frozenset[str], str]:
    if relation.stance is Stance.RESTATES:
        # It says the same in both directions.
        return frozenset((*relation.premises, relation.target)), ""
    return frozenset(relation.premises), relation.target


def _repeated_premises(relation: Relation) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, premise in enumerate(relation.premises):
        if premise in seen:
            yield Problem(
                f"{quoted(premise)} stands twice among the premises of one step",
                relation.spans.get(f"premises[{number}]", relation.span),
                help="name it once",
                subject=relation.id,
            )
        seen.add(premise)


def _repeated(relation: Relation, first: Relation) -> Problem:
    return Problem(
        f"{quoted(relation.id)} is there already",
        relation.span,
        help="remove one of the two",
        subject=relation.id,
        related=place(first.span, f"{quoted(first.id)} is here"),
    )


def _two_stances(relation: Relation, other: Relation) -> Problem:
    verb = relation.stance.removesuffix("s") if relation.is_linked else relation.stance
    return Problem(
        f"{does(other)} and {verb} {quoted(relation.target)}",
        relation.span,
        help="keep one, or say in two nodes what speaks for it and what against",
        subject=relation.id,
        related=place(other.span, f"{quoted(other.id)} is here"),
    )
