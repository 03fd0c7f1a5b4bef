"""Findings and errors say what is wrong."""

import pytest

from argmap.findings import ArgmapError, DuplicateIdError, Finding, Severity, UnknownIdError
from argmap.text import TextFile


def test_findings_sort_by_place_then_code() -> None:
    file = TextFile("a.yaml", "one\ntwo\n")
    later = Finding(101, "invalid-file", Severity.ERROR, "broken", file.span(4))
    sooner = Finding(202, "ungrounded-claim", Severity.WARNING, "nothing reaches it", file.span(0))
    nowhere = Finding(201, "unsupported-claim", Severity.ERROR, "nothing supports it")
    found = sorted([later, sooner, nowhere], key=lambda finding: finding.place)
    assert found == [nowhere, sooner, later]


def test_severities_have_words_and_an_order() -> None:
    assert [severity.word for severity in sorted(Severity)] == ["info", "warning", "error"]


def test_an_unknown_id_names_the_nearest() -> None:
    error = UnknownIdError("chrage", "charge")
    assert str(error) == "there is no 'chrage' in this map; did you mean 'charge'?"
    assert str(UnknownIdError("x")) == "there is no 'x' in this map"


@pytest.mark.parametrize("error", [UnknownIdError("x"), DuplicateIdError("x")])
def test_errors_can_be_caught_as_one(error: Exception) -> None:
    assert isinstance(error, ArgmapError)
