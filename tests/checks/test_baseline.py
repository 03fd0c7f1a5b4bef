"""A baseline, and the fingerprints that findings are recognised by."""

import json

import pytest

from argmap.checks import BadBaselineError, against_baseline, baseline_of
from argmap.findings import Finding, Severity, UsageError
from argmap.text import TextFile
from tests.checks.reading import findings_in

TEXT = """\
claims:
  a: {text: It is so., main: true, supporting: [nobody, noone]}
  b: {text: TODO, supporting: [a]}
"""


def finding(
    words: str = "a",
    subject: str = "a",
    *,
    rule: str = "unsupported-claim",
    message: str = "nothing supports 'a'",
    path: str = "map.yaml",
    advice: str = "",
) -> Finding:
    span = TextFile(path, f"-- {words} --").span(3, 3 + len(words))
    return Finding(201, rule, Severity.ERROR, message, span, help=advice, subject=subject)


def test_a_baseline_has_one_finding_a_line_in_order() -> None:
    text = baseline_of(findings_in(TEXT))
    assert baseline_of(reversed(findings_in(TEXT))) == text
    lines = text.splitlines()
    assert lines[:3] == ["{", '  "version": "argmap/v1",', '  "findings": [']
    assert lines[-2:] == ["  ]", "}"]
    entries = [json.loads(line.rstrip(",")) for line in lines[3:-2]]
    assert json.loads(text)["findings"] == entries
    assert [(one["rule"], one["subject"], one["message"]) for one in entries] == [
        ("placeholder", "b", "'text' of 'b' says 'TODO'"),
        ("unreachable-node", "b", "'b' leads to no main claim"),
        ("unresolved-reference", "nobody supports a", "there is no claim or evidence 'nobody'"),
        ("unresolved-reference", "noone supports a", "there is no claim or evidence 'noone'"),
        ("unsupported-claim", "a", "nothing supports 'a'"),
    ]
    assert all(set(one["fingerprint"]) <= set("0123456789abcdef") for one in entries)


def test_a_baseline_of_nothing_can_be_read() -> None:
    text = baseline_of(())
    assert text == '{\n  "version": "argmap/v1",\n  "findings": []\n}\n'
    assert against_baseline(findings_in(TEXT), text).new == findings_in(TEXT)


def test_what_was_there_is_known_wherever_it_has_moved() -> None:
    moved = f"map: {{title: Moved}}\nsources: {{s: {{title: New}}}}\n\n{TEXT}"
    moved = moved.replace("It is so.", "It may be so.")
    found = against_baseline(findings_in(moved), baseline_of(findings_in(TEXT)))
    assert [one.rule for one in found.new] == ["orphan-evidence"]
    assert [one.rule for one in found.known] == [one.rule for one in findings_in(TEXT)]
    assert found.gone == ()


def test_what_is_mended_is_gone() -> None:
    found = against_baseline(
        findings_in(TEXT.replace("TODO", "It is mended.")), baseline_of(findings_in(TEXT))
    )
    assert (found.new, [(one.rule, one.subject) for one in found.gone]) == (
        (),
        [("placeholder", "b")],
    )


def test_two_findings_with_one_fingerprint_are_two() -> None:
    baseline = baseline_of([finding()])
    found = against_baseline([finding(), finding(path="b.yaml")], baseline)
    assert (found.known, found.new) == ((finding(),), (finding(path="b.yaml"),))


def test_a_fingerprint_is_of_rule_subject_and_words() -> None:
    assert finding().fingerprint == "b5313a0be8ea79aac31024ca3af9cde2"
    same = (
        finding(path="other.yaml"),
        finding(message="it has no support"),
        finding(advice="add some"),
    )
    assert {one.fingerprint for one in same} == {finding().fingerprint}
    different = (
        finding("b"),
        finding(subject="b"),
        finding(rule="ungrounded-claim"),
    )
    assert len({one.fingerprint for one in (finding(), *different)}) == 4


def test_without_a_subject_file_and_message_count() -> None:
    several = (
        finding(subject=""),
        finding(subject="", path="other.yaml"),
        finding(subject="", message="the file is empty"),
    )
    assert len({one.fingerprint for one in several}) == 3
    assert finding("b", subject="").fingerprint == finding(subject="").fingerprint


def test_half_a_character_can_be_written() -> None:
    text = baseline_of([finding("\ud800", subject="\ud800", message="'\ud800' is odd")])
    assert text.encode("utf-8").decode() == text
    assert "'?' is odd" in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        '{"version": "argmap/v0", "findings": []}',
        '{"version": "argmap/v1"}',
        '{"version": "argmap/v1", "findings": [1]}',
        '{"version": "argmap/v1", "findings": [{"rule": "a"}]}',
    ],
)
def test_what_is_no_baseline_is_refused(text: str) -> None:
    with pytest.raises(BadBaselineError) as caught:
        against_baseline((), text)
    assert isinstance(caught.value, UsageError)
    assert str(caught.value) == (
        "this is no baseline of version argmap/v1; make one with `argmap baseline`"
    )
