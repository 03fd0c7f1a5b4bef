"""What waivers take away, for how long, and where."""

from datetime import date

import pytest

from argmap import claimfile
from argmap.checks import Checked, Selection, check, examine
from argmap.model import ArgumentMap, Claim, Relation, Source, Waiver
from argmap.text import TextFile
from tests.checks.reading import TODAY

WAIVER = Waiver("unsupported-claim", "The counts come in May.", date(2026, 5, 31))


def checked(text: str, selection: Selection | None = None, today: date | None = TODAY) -> Checked:
    the_map, reading = claimfile.read([TextFile("map.yaml", text)])
    return examine(the_map, reading, selection or Selection(), today=today)


def rules(found: Checked) -> list[str]:
    return [finding.rule for finding in found.findings]


def waived(found: Checked) -> list[str]:
    return [f"{one.finding.rule} at {one.node_id}" for one in found.waived]


def one_claim(rule: str = "201", until: str = "2026-05-31", reason: str = "not yet counted") -> str:
    waiver = f"{{rule: {rule}, reason: {reason}, until: {until}}}"
    return f"claims: {{a: {{text: It is so., waive: {waiver}}}}}"


@pytest.mark.parametrize("rule", ["unsupported-claim", "201"])
def test_what_is_waived_is_set_apart(rule: str) -> None:
    found = checked(one_claim(rule))
    assert found.findings == ()
    (one,) = found.waived
    assert (one.finding.rule, one.node_id) == ("unsupported-claim", "a")
    assert one.waiver == Waiver(rule, "not yet counted", date(2026, 5, 31))


def test_check_gives_what_is_left() -> None:
    the_map = ArgumentMap(nodes=[Claim("a", "It is so.", waivers=[WAIVER])])
    assert check(the_map, today=TODAY) == ()
    assert [one.rule for one in check(the_map, today=date(2027, 1, 1))] == [
        "unsupported-claim",
        "expired-waiver",
    ]


@pytest.mark.parametrize(
    ("today", "rules_found", "rules_waived"),
    [
        (date(2026, 5, 31), [], ["unsupported-claim at a"]),
        (date(2026, 6, 1), ["unsupported-claim", "expired-waiver"], []),
        (None, [], ["unsupported-claim at a"]),
    ],
)
def test_a_waiver_holds_to_its_last_day(
    today: date | None, rules_found: list[str], rules_waived: list[str]
) -> None:
    found = checked(one_claim(), today=today)
    assert (rules(found), waived(found)) == (rules_found, rules_waived)


@pytest.mark.parametrize(
    "text", [one_claim(reason="later"), one_claim(until="2026-07-31"), one_claim("2")]
)
def test_a_waiver_that_is_not_valid_waives_nothing(text: str) -> None:
    found = checked(text)
    assert (rules(found), waived(found)) == (["unsupported-claim", "invalid-waiver"], [])


@pytest.mark.parametrize(
    ("longest", "is_valid"), [(180, False), (181, True), (None, True), (30, False)]
)
def test_how_long_a_waiver_may_hold_can_be_configured(
    longest: int | None, *, is_valid: bool
) -> None:
    found = checked(one_claim(until="2026-07-31"), Selection(longest_waiver=longest))
    assert bool(found.waived) is is_valid


def test_without_a_day_no_waiver_is_too_long() -> None:
    assert waived(checked(one_claim(until="2999-12-31"), today=None)) == ["unsupported-claim at a"]


def test_advice_ends_with_the_calendar() -> None:
    the_map = ArgumentMap(nodes=[Claim("a", "One.", waivers=[Waiver("201", "not yet counted")])])
    for today, limit, latest in (
        (date(9999, 12, 1), 180, "9999-12-31"),
        (TODAY, None, "2026-07-30"),
        (None, 180, "YYYY-MM-DD"),
    ):
        found = check(the_map, (), Selection(longest_waiver=limit), today=today)
        (help_,) = (one.help for one in found if one.code == 901)
        assert help_ == f"write `until: {latest}`"


def test_a_day_that_the_reader_could_not_read_is_not_called_absent() -> None:
    span = TextFile("map.yaml", "until: never").span(7)
    waiver = Waiver("201", "not yet counted", spans={"until": span})
    assert [
        one.code for one in check(ArgumentMap(nodes=[Claim("a", "One.", waivers=[waiver])]))
    ] == [201]


def test_problems_of_waivers_are_at_their_fields() -> None:
    file = TextFile("map.yaml", "rule reason until")
    spans = {"rule": file.span(0, 4), "reason": file.span(5, 11), "until": file.span(12, 17)}
    waivers = [
        Waiver("no-rule", "long enough", date(2026, 2, 1), spans=spans),
        Waiver("201", "short", date(2026, 2, 1), spans=spans),
        Waiver("201", "long enough", date(2027, 2, 1), spans=spans),
        Waiver("201", "long enough", date(2026, 1, 1), spans=spans),
    ]
    found = check(ArgumentMap(nodes=[Claim("a", "One.", waivers=waivers)]), today=TODAY)
    assert [(one.code, one.span.text) for one in found if one.span] == [
        (901, "rule"),
        (901, "reason"),
        (901, "until"),
        (902, "until"),
    ]


@pytest.mark.parametrize("at", ["a", "b"])
def test_a_waiver_covers_the_relations_of_its_node(at: str) -> None:
    waiver = Waiver("duplicate-relation", "both are meant here", date(2026, 3, 1))
    the_map = ArgumentMap(
        nodes=[
            Claim(name, "It is so.", assumed="seen", waivers=[waiver] if name == at else [])
            for name in "ab"
        ],
        relations=[
            Relation("supports", "a", "b"),
            Relation("supports", "a", "b", id="again"),
        ],
    )
    found = examine(the_map, (), Selection("108"), today=TODAY)
    assert (found.findings, waived(found)) == ((), [f"duplicate-relation at {at}"])


def test_a_waiver_of_another_node_covers_nothing() -> None:
    text = one_claim().removesuffix("}") + ", b: {text: It is not so., contrasts: [a]}}"
    found = checked(text, Selection("201"))
    assert [(one.rule, one.subject) for one in found.findings] == [("unsupported-claim", "b")]


def test_a_waiver_does_not_cover_a_source_of_the_same_id() -> None:
    file = TextFile("map.yaml", "a a")
    waiver = Waiver("orphan-evidence", "it is used elsewhere", date(2026, 3, 1))
    the_map = ArgumentMap(
        nodes=[Claim("a", "It is so.", assumed="seen", waivers=[waiver], span=file.span(0, 1))],
        sources=[Source("a", "Report", span=file.span(2, 3))],
    )
    assert [one.code for one in check(the_map, today=TODAY)] == [903, 203]


def test_in_a_map_without_evidence_a_waived_claim_is_taken_from_the_rest() -> None:
    text = """\
claims:
  a: {text: One., main: true, supporting: [b, c, d]}
  b: {text: Two.}
  c: {text: Three., waive: {rule: 201, reason: not yet counted, until: 2026-03-01}}
  d: {text: Four.}
"""
    found = checked(text)
    assert [one.message for one in found.findings] == [
        "the map has no evidence, and nothing supports 2 of its claims: 'b' and 'd'"
    ]
    assert waived(found) == ["unsupported-claim at c"]


def test_the_next_waiver_to_expire_is_known() -> None:
    text = """\
claims:
  a: {text: One., waive: {rule: 201, reason: not yet counted, until: 2026-03-03}}
  b: {text: Two., waive: {rule: 201, reason: not yet counted, until: 2026-03-01}}
  c: {text: Six., assumed: seen, waive: {rule: 201, reason: not yet counted, until: 2026-02-01}}
"""
    found = checked(text)
    assert found.next_to_expire is not None
    assert found.next_to_expire.node_id == "b"
    assert Checked().next_to_expire is None


def test_of_two_waivers_for_one_finding_the_first_counts_and_both_are_used() -> None:
    waivers = [Waiver(rule, "not yet counted", date(2026, 3, 1)) for rule in ("201", "201")]
    found = examine(ArgumentMap(nodes=[Claim("a", "One.", waivers=waivers)]), today=TODAY)
    assert (found.findings, len(found.waived)) == ((), 1)


def test_a_waiver_of_a_rule_that_does_not_run_is_left_alone() -> None:
    text = one_claim("near-duplicate")
    assert rules(checked(text, Selection(["9xx", "606"]))) == ["unused-waiver"]
    assert rules(checked(text, Selection("9xx"))) == []
    assert rules(checked(text, Selection(["9xx", "606"], levels={"606": "off"}))) == []


def test_rules_on_waivers_can_be_ignored_and_levelled() -> None:
    text = one_claim(reason="later")
    assert rules(checked(text, Selection(ignore=["901"]))) == ["unsupported-claim"]
    levelled = checked(text, Selection("901", levels={"901": "info"}))
    assert [one.severity.word for one in levelled.findings] == ["info"]


def test_what_the_reader_found_about_a_node_can_be_waived() -> None:
    text = """\
claims:
  a:
    text: It is so.
    assumed: seen
    colour: red
    waive: {rule: unknown-field, reason: another tool reads it, until: 2026-03-01}
"""
    assert waived(checked(text)) == ["unknown-field at a"]
