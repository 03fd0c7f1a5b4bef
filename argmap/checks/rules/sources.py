"""Rules about sources: used (203), not taken back (305), declared (401), and named at all (402)."""

from collections.abc import Iterator
from typing import Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem, listed, place, quoted
from argmap.checks.rules.names import slips, suggestions
from argmap.claimfile.mending import mended_word
from argmap.findings import Note
from argmap.model import ArgumentMap, Claim
from argmap.text import Span

_PLACES: Final = 20


def orphan_evidence(context: Context) -> Iterator[Problem]:
    """A piece of evidence speaks for and against nothing, or nothing cites a source.

    Why: Somebody went to find it, and then it was forgotten, or its id is mistyped where it
    should be named. What is withdrawn is left in peace, and the source of a sentence that is
    set aside is used.

    Fires:
        sources:
          report: {title: Annual report}
          survey: {title: Reader survey}
        claims:
          traffic-fell: {text: Traffic fell., assumed: shown elsewhere}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
    """
    for evidence in context.evidence:
        if not context.argument_map.outgoing(evidence.id):
            yield Problem(
                f"evidence {quoted(evidence.id)} speaks for and against nothing",
                evidence.span,
                help="name it under `supporting:` or `contrasting:` of a claim, or remove it",
                subject=evidence.id,
            )
    cited = {source for source, _ in _citations(context.argument_map)}
    for source in context.argument_map.sources:
        if source.id not in cited:
            yield Problem(
                f"nothing cites source {quoted(source.id)}",
                source.span,
                help="cite it, or remove it",
                subject=source.id,
            )


def retracted_source(context: Context) -> Iterator[Problem]:
    """Evidence rests on a source that was retracted or superseded.

    Why: Its author or publisher does not stand by it any more. Find other evidence, or withdraw
    this one. Evidence that is withdrawn or refuted is left alone, and so is a claim that cites
    the source: it may speak about the retraction.

    Fires:
        sources:
          report: {title: Annual report, retracted: the counters were broken}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
    """
    retracted = {
        source.id: source
        for source in context.argument_map.sources_by_id.values()
        if source.retracted is not None
    }
    for evidence in context.evidence if retracted else ():
        for passage in {one.source: one for one in reversed(evidence.passages)}.values():
            source = retracted.get(passage.source)
            if source is not None and context.assessment.is_live(evidence.id):
                yield Problem(
                    f"{quoted(evidence.id)} rests on {quoted(source.id)}, which is retracted",
                    passage.spans.get("source", passage.span),
                    help="find other evidence, or withdraw this one",
                    subject=evidence.id,
                    related=place(
                        source.spans.get("retracted", source.span),
                        f"{quoted(source.id)} is retracted here",
                    ),
                )


def unknown_source(context: Context) -> Iterator[Problem]:
    """A source is cited that is not declared.

    Why: Without an entry under `sources:` nobody can look it up. A source that is cited in many
    places and missing is reported once, with the places. While a bibliography cannot be read, it
    may be there, and nothing is reported.

    Fires:
        sources:
          annual-report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: annual-reprot}
          panel: {text: Households drive less., cites: annual-report, supports: [traffic-fell]}

    Silent:
        sources:
          annual-report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: annual-report}
    """
    found = context.argument_map
    if any(one.keys is None for one in found.bibliographies):
        return
    places: dict[str, list[Span | None]] = {}
    for name, span in _citations(found):
        if name not in found.sources_by_id:
            places.setdefault(name, []).append(span)
    known = (*found.sources_by_id, *sorted(found.keys_of_bibliographies))
    meant = suggestions(places, known)
    sure = slips(meant, known) if context.is_whole else frozenset()
    for name, spans in places.items():
        advice = f"add it {_shelf(found)}"
        if meant.get(name):
            advice = f"did you mean {quoted(meant[name])}?"
        elif name in found.nodes_by_id:
            kind = "a claim" if isinstance(found.nodes_by_id[name], Claim) else "evidence"
            advice = f"{quoted(name)} is {kind}; `cites:` wants the id of a source"
        more = f", cited in {len(spans)} places" if len(spans) > 1 else ""
        yield Problem(
            f"there is no source {quoted(name)}{more}",
            spans[0],
            help=advice,
            subject=name,
            related=tuple(Note(span, "and here") for span in spans[1:_PLACES] if span is not None),
            fixes=tuple(fix for span in spans for fix in mended_word(span, name, meant[name]))
            if name in sure
            else (),
        )


def no_source(context: Context) -> Iterator[Problem]:
    """A piece of evidence cites no source.

    Why: Evidence counts because somebody else can look it up. Without a source it grounds
    nothing; then it is a claim.

    Fires:
        claims:
          traffic-fell: {text: Traffic fell., assumed: shown elsewhere, supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent.}

    Silent:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: {source: report, page: 3}}
    """
    for evidence in context.evidence:
        if not evidence.passages:
            yield Problem(
                f"evidence {quoted(evidence.id)} cites no source",
                evidence.span,
                help="say under `cites:` where it is from, or make it a claim",
                subject=evidence.id,
            )


def _shelf(argument_map: ArgumentMap) -> str:
    """Say where sources of a map are written."""
    paths = list(dict.fromkeys(quoted(one.path) for one in argument_map.bibliographies))
    return f"to {listed(paths, 'or')}" if paths else "under `sources:`"


def _citations(argument_map: ArgumentMap) -> Iterator[tuple[str, Span | None]]:
    """Give each source that is named, with the place."""
    for node in argument_map.nodes:
        for passage in node.passages:
            yield passage.source, passage.spans.get("source", passage.span)
    for aside in argument_map.set_aside:
        yield aside.source, aside.spans.get("source", aside.span)
