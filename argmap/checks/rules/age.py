"""The rule about evidence that has to be looked at again (302)."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem, place, quoted
from argmap.model import Evidence, Source
from argmap.model.sources import is_iso_date

_DAYS_OF_A_YEAR: Final = 365.2425
_MONTHS: Final = 12
_PLACES: Final = 5


def stale_evidence(context: Context) -> Iterator[Problem]:
    """Evidence is past its `recheck_by`, or its source is older than sources of its type may be.

    Why: Numbers, laws and offices change, and a map that was right stops being so without a word.
    Look at the source again, then move the day, or name a newer source. How many years a type of
    source counts for stands under `ages` in the configuration; a source without a date or type
    does not age. Evidence with a `recheck_by` of its own goes by that day alone. A year counts to
    its last day, and what is withdrawn or refuted is left alone.

    Fires:
        sources:
          report: {title: Annual report}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report, recheck_by: 2008-01-31}

    Silent:
        sources:
          report: {title: Annual report, date: 2007}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}
    """
    if context.today is None:
        return
    relied_on: dict[str, list[Evidence]] = {}
    for evidence in context.evidence:
        if not context.assessment.is_live(evidence.id):
            continue
        if evidence.recheck_by is None:
            for source_id in {passage.source: None for passage in evidence.passages}:
                relied_on.setdefault(source_id, []).append(evidence)
        elif evidence.recheck_by < context.today:
            yield Problem(
                f"{quoted(evidence.id)} was to be looked at again by {evidence.recheck_by}",
                evidence.spans.get("recheck_by", evidence.span),
                help="look at its source again; then move the day, or withdraw it",
                subject=evidence.id,
            )
    yield from _old_sources(context, relied_on, context.today)


def _old_sources(
    context: Context, relied_on: Mapping[str, list[Evidence]], today: date
) -> Iterator[Problem]:
    ages = {_folded(kind): years for kind, years in context.ages.items()}
    for source in context.argument_map.sources_by_id.values() if ages else ():
        years = ages.get(_folded(source.type or ""))
        last_day = _last_day(source)
        users = relied_on.get(source.id, ())
        if years is None or last_day is None or not users:
            continue
        if (today - last_day).days > years * _DAYS_OF_A_YEAR:
            yield Problem(
                f"source {quoted(source.id)} is of {source.date}, and {quoted(source.type or '')}"
                f" counts for {years:g} {'year' if years == 1 else 'years'}",
                source.spans.get("date", source.span),
                help="cite a newer one, or look again and give the evidence a `recheck_by:`",
                subject=source.id,
                related=tuple(
                    note
                    for evidence in users[:_PLACES]
                    for note in place(evidence.span, f"{quoted(evidence.id)} cites it")
                ),
            )


def _last_day(source: Source) -> date | None:
    """Return the last day of the year, the month or the day that a source is of."""
    written = source.date or ""
    if not is_iso_date(written):
        return None
    year, month, day = (*map(int, written.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day)
    month = month or _MONTHS
    try:
        return date(year + month // _MONTHS, month % _MONTHS + 1, 1) - timedelta(days=1)
    except (ValueError, OverflowError):  # the year 0, or the last one that there is
        return None


def _folded(kind: str) -> str:
    return " ".join(kind.casefold().split())
