"""The page of every rule, and the examples on it."""

import pytest

from argmap.checks import PRESETS, RULES, Rule, Selection, explain
from argmap.checks.selection import matching
from argmap.findings import Finding, Severity
from tests.checks.reading import findings_in, told

FIRES = [(rule, text) for rule in RULES for text in rule.fires]
SILENT = [(rule, text) for rule in RULES for text in rule.silent]


def found_with(rule: Rule, text: str) -> tuple[Finding, ...]:
    """Check a text by the usual rules and one more."""
    return findings_in(text, selection=Selection(["core", rule.name]))


def names(examples: list[tuple[Rule, str]]) -> list[str]:
    return [f"{rule.name}-{number}" for number, (rule, _) in enumerate(examples)]


def test_codes_are_unique_and_ascending() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_a_page(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert "\n" not in rule.summary
    assert rule.why.endswith(".")
    assert rule.fires
    assert rule.silent


@pytest.mark.parametrize(("rule", "text"), FIRES, ids=names(FIRES))
def test_a_rule_fires_on_its_examples(rule: Rule, text: str) -> None:
    assert rule.code in {finding.code for finding in found_with(rule, text)}


@pytest.mark.parametrize(("rule", "text"), SILENT, ids=names(SILENT))
def test_all_rules_are_silent_on_the_good_examples(rule: Rule, text: str) -> None:
    assert [told(finding) for finding in found_with(rule, text)] == []


@pytest.mark.parametrize(("rule", "text"), FIRES, ids=names(FIRES))
def test_every_finding_in_an_example_has_a_place_a_message_and_advice(
    rule: Rule, text: str
) -> None:
    for finding in found_with(rule, text):
        assert finding.span is not None
        assert finding.message
        assert not finding.message.endswith(".")
        assert finding.help


def test_a_page_reads_as_text() -> None:
    (rule,) = matching("no-source")
    assert (
        explain(rule)
        == """\
no-source (402), error

A piece of evidence cites no source.

Evidence counts because somebody else can look it up. Without a source it grounds
nothing; then it is a claim.

It fires on

    claims:
      traffic-fell: {text: Traffic fell., assumed: shown elsewhere, supporting: [counts]}
    evidence:
      counts: {text: Counts fell by 18 percent.}

It is silent on

    sources:
      report: {title: Annual report}
    claims:
      traffic-fell: {text: Traffic fell., supporting: [counts]}
    evidence:
      counts: {text: Counts fell by 18 percent., cites: {source: report, page: 3}}
"""
    )


def codes(name: str) -> list[int]:
    return [rule.code for rule in matching(name)]


def test_the_core_holds_what_is_wrong_and_its_levels() -> None:
    assert [(rule.code, rule.level) for rule in matching("core")] == [
        (101, Severity.ERROR),
        (102, Severity.ERROR),
        (103, Severity.ERROR),
        (104, Severity.ERROR),
        (105, Severity.WARNING),
        (106, Severity.ERROR),
        (107, Severity.ERROR),
        (108, Severity.WARNING),
        (109, Severity.ERROR),
        (110, Severity.WARNING),
        (111, Severity.INFO),
        (112, Severity.WARNING),
        (201, Severity.ERROR),
        (202, Severity.WARNING),
        (203, Severity.WARNING),
        (204, Severity.WARNING),
        (205, Severity.ERROR),
        (206, Severity.WARNING),
        (208, Severity.WARNING),
        (302, Severity.WARNING),
        (305, Severity.ERROR),
        (401, Severity.ERROR),
        (402, Severity.ERROR),
        (403, Severity.WARNING),
        (405, Severity.ERROR),
        (406, Severity.WARNING),
        (407, Severity.WARNING),
        (408, Severity.ERROR),
        (409, Severity.WARNING),
        (410, Severity.ERROR),
        (502, Severity.WARNING),
        (503, Severity.WARNING),
        (504, Severity.ERROR),
        (601, Severity.WARNING),
        (606, Severity.WARNING),
        (901, Severity.ERROR),
        (902, Severity.ERROR),
        (903, Severity.WARNING),
    ]


STYLE = {602, 603, 604, 605, 607, 608}


def test_strict_holds_all_but_style() -> None:
    assert codes("strict") == [rule.code for rule in RULES if rule.code not in STYLE]


def test_strict_adds_what_is_weak_rather_than_wrong() -> None:
    assert sorted(set(codes("strict")) - set(codes("core"))) == [
        *(207, 209, 210),
        *(304, 404),
        *(501, 505),
    ]


def test_the_preset_on_evidence_is_about_what_claims_rest_on() -> None:
    assert codes("evidence") == [
        *(201, 202, 203, 205, 207, 208),
        *(302, 304, 305),
        *(401, 402, 403, 404),
        *(405, 406, 407, 408, 409, 410),
    ]


def test_the_preset_on_style_holds_the_heuristics_that_are_there() -> None:
    assert set(codes("style")) == STYLE & {rule.code for rule in RULES}


def test_a_rule_stands_once_in_a_preset() -> None:
    for name in PRESETS:
        assert len(codes(name)) == len(set(codes(name))), name
