"""Which rules run, at which levels, and in which order their findings come."""

import pytest

from argmap import claimfile
from argmap.assess import assess
from argmap.checks import RULES, Selection, UnknownLevelError, UnknownRuleError, check, rule
from argmap.findings import Finding, Severity
from argmap.model import ArgumentMap, Claim, Evidence, Relation
from argmap.text import TextFile
from tests.checks.reading import findings_in

BAD = """\
claims:
  b: {text: TODO, main: true, supporting: [nobody]}
  a: {text: A charge cuts traffic., main: true}
"""


def found(*, text: str = BAD, selection: Selection) -> list[str]:
    return [
        f"{finding.rule} {finding.severity.word}"
        for finding in findings_in(text, selection=selection)
    ]


def test_findings_come_in_the_order_of_the_text() -> None:
    assert found(selection=Selection()) == [
        "unsupported-claim error",
        "placeholder warning",
        "unresolved-reference error",
        "unsupported-claim error",
    ]


def test_findings_of_several_files_come_by_path_place_and_code() -> None:
    second = "claims:\n  d: {text: '', main: true}\n"
    first = "claims:\n  c: {text: It is so., main: true}\nevidence: {e: {text: Seen.}}\n"
    files = [TextFile("z.yaml", second), TextFile("m.yaml", first)]
    the_map, reading = claimfile.read(files)
    assert [(str(one.span), one.code) for one in check(the_map, reading)] == [
        ("m.yaml:2:3", 201),
        ("m.yaml:3:12", 203),
        ("m.yaml:3:12", 402),
        ("z.yaml:2:3", 201),
        ("z.yaml:2:13", 103),
    ]


@pytest.mark.parametrize("names", [("unsupported-claim",), ("201",), ("201", "20x")])
def test_a_rule_is_selected_by_name_code_or_prefix(names: tuple[str, ...]) -> None:
    assert "unsupported-claim error" in found(selection=Selection(names))
    assert "placeholder warning" not in found(selection=Selection(names))


@pytest.mark.parametrize("prefix", ["6", "6xx", "6XX", "60", "60x"])
def test_a_prefix_stands_for_a_group(prefix: str) -> None:
    assert found(selection=Selection(select=[prefix])) == ["placeholder warning"]


def test_what_is_ignored_does_not_run_whatever_is_selected() -> None:
    assert found(selection=Selection(["2", "106"], ["2xx"])) == ["unresolved-reference error"]


def test_one_name_need_not_be_in_a_list() -> None:
    assert Selection("106").select == ("106",)


def test_a_level_can_be_changed_and_the_more_exact_name_counts() -> None:
    levels: dict[str, Severity | str | None] = {
        "201": Severity.INFO,
        "2": "warning",
        "core": "error",
        "placeholder": "off",
    }
    assert found(selection=Selection(levels=levels)) == [
        "unsupported-claim info",
        "unresolved-reference error",
        "unsupported-claim info",
    ]


def test_a_note_of_the_reader_is_not_raised_to_the_level_of_its_rule() -> None:
    text = """\
sources: {s: {title: Counts}}
claims: {a: {text: Traffic fell., supporting: [e]}}
evidence: {e: {text: Counted., cites: s, supports: [a]}}
"""
    assert found(text=text, selection=Selection()) == ["duplicate-relation info"]
    raised = Selection(levels={"108": "error"})
    assert found(text=text, selection=raised) == ["duplicate-relation info"]


def test_what_the_reader_found_can_be_ignored() -> None:
    text = "claims: {a: {text: It is so., assumed: seen, colour: red}}"
    assert found(text=text, selection=Selection()) == ["unknown-field error"]
    assert found(text=text, selection=Selection(ignore=["102"])) == []


def test_a_finding_of_the_reader_under_any_other_code_is_kept() -> None:
    strange = Finding(777, "strange", Severity.WARNING, "this is strange")
    assert check(ArgumentMap(), (strange,)) == (strange,)


def test_a_free_type_needs_no_support_and_carries_what_an_assumption_carries() -> None:
    text = """\
sources: {s: {title: Counts}}
claims:
  a: {text: The charge is just., supporting: [[v, e]]}
  v: {text: Those who use the road should pay for it., type: value}
evidence:
  e: {text: Drivers use the road., cites: s}
"""
    assert found(text=text, selection=Selection()) == [
        "ungrounded-claim warning",
        "unsupported-claim error",
    ]
    assert found(text=text, selection=Selection(free_types=["value"])) == []


def test_a_known_assessment_is_used() -> None:
    grounded = ArgumentMap(
        nodes=[Claim("a", "It is so."), Evidence("e", "Seen.")],
        relations=[Relation("supports", "e", "a")],
    )
    codes = [one.code for one in check(grounded, assessment=assess(grounded))]
    assert codes == [one.code for one in check(grounded)] == [202, 402]


def test_a_map_built_in_python_has_findings_without_places() -> None:
    assert check(ArgumentMap(nodes=[Claim("a", "It is so.")])) == (
        Finding(
            201,
            "unsupported-claim",
            Severity.ERROR,
            "nothing supports 'a'",
            None,
            help="add evidence under `supporting:`, or say why it needs none with `assumed:`",
            subject="a",
        ),
    )


def test_an_empty_map_has_nothing_wrong() -> None:
    assert check(ArgumentMap()) == ()


def test_rules_are_found_by_name_and_code() -> None:
    assert rule("unsupported-claim") is rule(201) is rule("201")
    assert rule(RULES[-1].code) is RULES[-1]


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (
            "unsuported-claim",
            "there is no rule 'unsuported-claim'; did you mean 'unsupported-claim'?",
        ),
        ("kore", "there is no rule 'kore'; did you mean 'core'?"),
        ("999", "there is no rule '999'; `argmap explain` lists all"),
        ("xxx", "there is no rule 'xxx'; `argmap explain` lists all"),
        ("", "there is no rule ''; `argmap explain` lists all"),
        ("2011", "there is no rule '2011'; `argmap explain` lists all"),
    ],
)
def test_an_unknown_rule_is_refused_with_the_nearest(wanted: str, message: str) -> None:
    for select in (
        lambda: Selection([wanted]),
        lambda: Selection(ignore=[wanted]),
        lambda: Selection(levels={wanted: "error"}),
        lambda: rule(wanted),
    ):
        with pytest.raises(UnknownRuleError) as caught:
            select()
        assert str(caught.value) == message
        assert caught.value.wanted == wanted


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(UnknownLevelError) as caught:
        Selection(levels={"201": "fatal"})
    assert str(caught.value) == (
        "'fatal' is no level for '201'; it can be error, warning, info or off"
    )
