"""What all reports have in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.findings import Severity
from argmap.reports import REPORTS, CheckedMap, ReportOptions, folded, summarize
from tests.reports.city import CITY
from tests.reports.hostile import CHECKED

OPTIONS = st.builds(
    ReportOptions,
    root=st.sampled_from(("", "/", "/r")),
    here=st.sampled_from(("", "/", "/r", "/r/sub", "/other")),
    fails_at=st.one_of(st.none(), st.sampled_from(Severity)),
    show_waived=st.booleans(),
)


def test_the_formats() -> None:
    assert list(REPORTS) == [
        *("text", "concise", "json", "json-lines", "sarif"),
        *("github", "markdown", "junit", "gitlab", "rdjson"),
    ]


@given(CHECKED, OPTIONS)
def test_any_report_can_be_written_to_a_file(
    maps: list[CheckedMap], options: ReportOptions
) -> None:
    for report in REPORTS.values():
        text = report(maps, options)
        assert text.encode().endswith(b"\n")
        assert not set("\x00\x07\x1b\u202e\u2028") & set(text)


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_does_not_depend_on_the_order_of_findings(name: str) -> None:
    turned = CheckedMap(CITY.name, CITY.map, reversed(CITY.findings), CITY.waived)
    assert REPORTS[name]([CITY], ReportOptions()) == REPORTS[name]([turned], ReportOptions())


def test_the_summary_counts_what_is_waived_and_names_the_next_to_expire() -> None:
    assert str(summarize([CITY])) == (
        "checked 1 map, 2 claims, 0 evidence, 0 relations, 0 passages: 1 error, 1 warning, "
        "1 note, 1 waived (next to expire: orphan-evidence for 'ö' on 2026-12-01)"
    )


def test_folded_text_is_on_one_line() -> None:
    assert folded(" a\n\tb\x1b ") == "a b\ufffd"
