"""Rules about support that comes from one place: one source (207), one source or author (304)."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem, place, quoted
from argmap.model import Evidence, Relation

_SEVERAL: Final = ""
_PAIR: Final = 2
_PLACES: Final = 5


def single_source(context: Context) -> Iterator[Problem]:
    """The whole support of a main claim comes down to one source.

    Why: If that source errs, nothing is left. Counted are the sources of all evidence that
    reaches the claim by steps that hold, however long the way. A map all of whose evidence is
    from one source is the map of a text, and has nothing to report.

    Fires:
        sources:
          report: {title: Annual report}
          survey: {title: Survey of shops}
        claims:
          charge-works: {text: The charge works., main: true, supporting: [fewer-cars, faster]}
          fewer-cars: {text: There are fewer cars., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
          faster: {text: Buses are faster., cites: report}
          asked: {text: Shops see more cars., cites: survey, contrasts: [fewer-cars]}

    Silent:
        sources:
          report: {title: Annual report}
          timetable: {title: Timetable of the buses}
        claims:
          charge-works: {text: The charge works., main: true, supporting: [fewer-cars, faster]}
          fewer-cars: {text: There are fewer cars., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
          faster: {text: Buses are faster., cites: timetable}
    """
    if context.has_one_source:
        return
    origins = _origins(context)
    for claim in context.each_once(context.mains):
        source = origins.get(context.same(claim.id), _SEVERAL)
        if source != _SEVERAL:
            yield Problem(
                f"all support of {quoted(claim.id)} comes from source {quoted(source)}",
                claim.span,
                help="find support from a second source, or say less",
                subject=claim.id,
            )


def not_independent(context: Context) -> Iterator[Problem]:
    """The reasons for a claim look like several, and are all of one source or author.

    Why: Two pieces of evidence from one hand are less than two witnesses. Looked at is evidence
    that supports a claim directly; with one more step from elsewhere, or from another claim, the
    rule is silent. So it is in a map all of whose evidence is from one source.

    Fires:
        sources:
          prices: {title: Prices and trips, author: Lind}
          panel: {title: A panel of households, author: Lind}
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., main: true, supporting: [by-price, by-panel]}
          charge-pays: {text: The charge pays., main: true, supporting: [accounts]}
        evidence:
          by-price: {text: Trips fall as prices rise., cites: prices}
          by-panel: {text: Households on the panel drive less., cites: panel}
          accounts: {text: It brought in 122 million., cites: report}

    Silent:
        sources:
          prices: {title: Prices and trips, author: Lind}
          panel: {title: A panel of households, author: Lind}
          report: {title: Annual report, author: Transport office}
        claims:
          traffic-fell: {text: Traffic fell., main: true, supporting: [by-price, by-panel, counts]}
        evidence:
          by-price: {text: Trips fall as prices rise., cites: prices}
          by-panel: {text: Households on the panel drive less., cites: panel}
          counts: {text: Counts fell by 18 percent., cites: report}
    """
    if context.has_one_source:
        return
    for claim in context.each_once(context.claims):
        steps = context.live_support(claim.id)
        if len(steps) > 1:
            shared = _hands(context, steps[0])
            for step in steps[1:]:
                hands = _hands(context, step) if shared else {}
                shared = {hand: words for hand, words in shared.items() if hand in hands}
            if shared:
                hand, number = next(iter(shared.values())), len(steps)
                yield Problem(
                    f"both reasons for {quoted(claim.id)} are {hand}"
                    if number == _PAIR
                    else f"the {number} reasons for {quoted(claim.id)} are all {hand}",
                    claim.span,
                    help="add support from elsewhere",
                    subject=claim.id,
                    related=tuple(
                        note
                        for step in steps[:_PLACES]
                        for note in place(step.span, "is one of them")
                    ),
                )


def _origins(context: Context) -> Mapping[str, str]:
    """Return the one source that evidence for a node is from, or `_SEVERAL`, by `same`."""
    users: dict[str, list[str]] = {}
    for target, steps in context.steps.items():
        for step in steps:
            for premise in step.premises:
                users.setdefault(context.same(premise), []).append(target)
    found: dict[str, str] = {}
    worklist: list[tuple[str, str]] = []
    for evidence in context.evidence:
        if evidence.passages and context.assessment.is_live(evidence.id):
            sources = {passage.source for passage in evidence.passages}
            origin = sources.pop() if len(sources) == 1 else _SEVERAL
            worklist.append((context.same(evidence.id), origin))
    while worklist:
        node, origin = worklist.pop()
        known = found.get(node, origin)
        if node in found and known in {origin, _SEVERAL}:
            continue
        found[node] = known = known if known == origin else _SEVERAL
        worklist.extend((user, known) for user in users.get(node, ()))
    return found


def _hands(context: Context, step: Relation) -> dict[tuple[str, str], str]:
    """Return the sources and authors of the evidence of a step, with words for a message."""
    sources, authors = {}, {}
    for premise in step.premises:
        node = context.nodes[premise]
        if not isinstance(node, Evidence):
            return {}
        for passage in node.passages:
            sources["source", passage.source] = f"from source {quoted(passage.source)}"
            source = context.argument_map.sources_by_id.get(passage.source)
            if source is not None and source.author and source.author.strip():
                authors["author", _folded(source.author)] = f"by {quoted(source.author)}"
    return sources | authors


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
