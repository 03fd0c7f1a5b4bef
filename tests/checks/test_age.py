"""How old sources may be, by their type."""

from datetime import date

import pytest

from argmap.checks import Selection, check
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Source
from tests.checks.reading import findings_in, told

TEXT = """\
sources:
  s: {title: Report, type: Annual  Report, date: 2020, publisher: Office}
claims:
  a: {text: One., supporting: [e, f]}
evidence:
  e: {text: Counted., cites: [s, {source: s, page: 4}]}
  f: {text: Weighed., cites: s, recheck_by: 2027-01-31}
"""


def test_a_source_that_is_too_old_is_reported_once_with_what_cites_it() -> None:
    (found,) = findings_in(TEXT, selection=Selection("302", ages={"annual report": 5}))
    assert told(found) == (
        "2:50 source 's' is of 2020, and 'Annual Report' counts for 5 years"
        " | cite a newer one, or look again and give the evidence a `recheck_by:`"
    )
    assert [(note.span.line, note.message) for note in found.related] == [(6, "'e' cites it")]


def age(written: str, today: date, years: float = 1) -> bool:
    """Say whether a report of a day is too old on another."""
    the_map = ArgumentMap(
        nodes=[Claim("a"), Evidence("e", passages=[Passage("s")])],
        sources=[Source("s", "Report", type="report", date=written)],
    )
    return bool(check(the_map, (), Selection("302", ages={"report": years}), today=today))


@pytest.mark.parametrize(
    ("written", "last_good_day"),
    [
        ("2020", date(2021, 12, 31)),
        ("2020-12", date(2021, 12, 31)),
        ("2020-02", date(2021, 2, 28)),
        ("2021-02", date(2022, 2, 28)),
        ("2020-07-15", date(2021, 7, 15)),
    ],
)
def test_a_year_and_a_month_count_to_their_last_day(written: str, last_good_day: date) -> None:
    assert not age(written, last_good_day)
    assert age(written, date.fromordinal(last_good_day.toordinal() + 1))


@pytest.mark.parametrize("written", ["0000", "9999", "9999-12", "May 2007", "2007-13", ""])
def test_a_date_that_is_none_or_at_the_ends_of_the_calendar_does_not_age(written: str) -> None:
    assert not age(written, date(2026, 1, 31))


def test_half_a_year_can_be_asked_for() -> None:
    assert age("2025-07-31", date(2026, 1, 31), 0.5)
    assert not age("2025-08-31", date(2026, 1, 31), 0.5)


def test_without_a_day_nothing_is_stale() -> None:
    the_map = ArgumentMap(nodes=[Evidence("e", recheck_by=date(1999, 1, 1))])
    assert check(the_map, (), Selection("302", ages={"report": 1})) == ()
    assert len(check(the_map, (), Selection("302"), today=date(2026, 1, 31))) == 1
