"""Which findings can be fixed by a change of the text, and to what."""

import pytest

from argmap.claimfile.keys import TABLES
from argmap.findings import Fix
from argmap.nearest import is_slip, nearest
from argmap.text import TextFile
from tests.checks.reading import findings_in

IDS = ("charge-cuts-traffic", "counts-2003", "traffic-fell", "legal", "fair", "v1.2-notes")
NODE = "text: A., assumed: it is so"


def fixes(text: str) -> list[tuple[int, str, str, str]]:
    """Return code, title, what goes and what comes of each fix."""
    return [
        (finding.code, fix.title, fix.span.text, fix.replacement)
        for finding in findings_in(text)
        for fix in finding.fixes
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("txt", "text"),
        ("Text", "text"),
        ("asumed", "assumed"),
        ("supportng", "supporting"),
        ("suports", "supports"),
        ("tag", "tags"),
        ("cite", "cites"),
    ],
)
def test_one_slip_in_a_key_is_sure(written: str, meant: str) -> None:
    keys = TABLES["claim"].by_name
    assert (nearest(written, keys), is_slip(written, meant, keys)) == (meant, True)


@pytest.mark.parametrize("written", ["support", "contrast", "supported", "undercut_", "reason", ""])
def test_what_may_be_two_keys_or_none_is_not_sure(written: str) -> None:
    keys = TABLES["claim"].by_name
    assert not is_slip(written, nearest(written, keys), keys)


@pytest.mark.parametrize(
    ("written", "meant", "is_sure"),
    [
        ("charge-cuts-trafic", "charge-cuts-traffic", True),
        ("charge_cuts_traffic", "charge-cuts-traffic", True),
        ("Charge Cuts Traffic", "charge-cuts-traffic", True),
        ("chargecuts-traffic", "charge-cuts-traffic", True),
        ("cuonts-2003", "counts-2003", True),
        ("counts-2004", "counts-2003", False),
        ("counts-203", "counts-2003", False),
        ("illegal", "legal", False),
        ("lagal", "legal", True),
        ("regal", "legal", False),
        ("faire", "fair", True),
        ("far", "fair", True),
        ("charge-cut-trafic", "charge-cuts-traffic", False),
        ("traffic-fell" * 20, "traffic-fell", False),
        ("v1.3-notes", "v1.2-notes", False),
    ],
)
def test_an_id_is_sure_where_one_letter_of_a_word_is_wrong(
    written: str, meant: str, *, is_sure: bool
) -> None:
    assert is_slip(written, meant, IDS) is is_sure


def test_an_id_near_to_two_others_is_not_sure() -> None:
    assert not is_slip("the-mesn", "the-mean", ("the-mean", "the-mesa"))
    assert not is_slip("count", "counts", ("counts", "counts-2003"))


def test_a_key_is_fixed_as_it_is_written() -> None:
    title = "write 'supporting' for 'suporting'"
    assert fixes(f"claims: {{a: {{{NODE}, suporting: []}}}}") == [
        (102, title, "suporting", "supporting")
    ]
    assert fixes(f'claims: {{a: {{{NODE}, "suporting": []}}}}') == [
        (102, title, '"suporting"', '"supporting"')
    ]
    assert fixes(f"claims: {{a: {{{NODE}, 'suporting' : []}}}}") == [
        (102, title, "'suporting'", "'supporting'")
    ]


def test_no_key_is_made_twice() -> None:
    assert fixes(f"claims: {{a: {{txt: B., {NODE}}}}}") == []
    assert fixes("claims: {a: {txt: A., tex: B., assumed: it is so}}") == [
        (102, "write 'text' for 'txt'", "txt", "text")
    ]


def test_no_key_is_fixed_where_a_part_of_its_mapping_is_lost() -> None:
    assert fixes("claims:\n  a:\n    txt: A.\n    text: 'B.\n    assumed: it is so\n") == []


def test_types_and_stances_are_fixed() -> None:
    text = (
        "claims: {a: {text: A., type: facts}}\n"
        "relations: [{stance: suports, by: a, target: a}]\n"
        "evidence: {e: {text: E., type: 'Studdy'}}\n"
    )
    assert [one for one in fixes(text) if one[0] == 103] == [
        (103, "write 'fact' for 'facts'", "facts", "fact"),
        (103, "write 'supports' for 'suports'", "suports", "supports"),
        (103, "write 'study' for 'Studdy'", "'Studdy'", "'study'"),
    ]


def test_a_word_that_is_not_written_as_it_reads_is_not_fixed() -> None:
    assert fixes(f'claims: {{a: {{{NODE}, type: "fa\\x63ts"}}}}') == []
    assert fixes("claims:\n  a:\n    text: A.\n    type: >-\n      facts\n") == []


def test_references_are_fixed_at_every_place() -> None:
    text = (
        "sources: {report: {title: R}}\n"
        "claims:\n"
        "  first: {text: A., supporting: [counts]}\n"
        "  second: {text: B., supporting: [{by: cuonts}], supports: frist}\n"
        "  third: {text: C., supporting: [[counts, secnod]]}\n"
        "evidence:\n"
        "  counts: {text: E., cites: {source: reprot}}\n"
        "  other: {text: F., cites: [reprot], undercuts: ['cuonts supports first']}\n"
        "set_aside: [{source: reprot, reason: A greeting.}]\n"
    )
    assert [one for one in fixes(text) if one[0] in {106, 401}] == [
        (106, "write 'counts' for 'cuonts'", "cuonts", "counts"),
        (106, "write 'first' for 'frist'", "frist", "first"),
        (106, "write 'second' for 'secnod'", "secnod", "second"),
        *[(401, "write 'report' for 'reprot'", "reprot", "report")] * 3,
        (
            106,
            "write 'counts supports first' for 'cuonts supports first'",
            "'cuonts supports first'",
            "'counts supports first'",
        ),
    ]


def test_an_id_with_signs_of_yaml_is_quoted() -> None:
    text = f"claims:\n  'so, surely': {{{NODE}}}\n  b: {{{NODE}, supporting: ['so, surelly']}}\n"
    assert [one[2:] for one in fixes(text)] == [("'so, surelly'", '"so, surely"')]


def test_a_node_is_not_made_to_support_itself() -> None:
    assert fixes(f"claims: {{first: {{{NODE}, supporting: [frist]}}}}") == []


def test_several_ids_in_one_text_become_a_list() -> None:
    nodes = f"  one: {{{NODE}}}\n  two: {{{NODE}}}\n"
    title = "make a list of 'one, two'"
    for key in ("supporting: ", "supports:  "):
        for written in ("one, two", "'one, two'", '"one, two"'):
            text = f"claims:\n{nodes}  three:\n    text: C.\n    {key}{written} # both\n"
            assert fixes(text) == [(106, title, written, "[one, two]")]
    linked = "relations:\n  - {stance: supports, by: 'one,two', target: one}\n"
    assert [one[2:] for one in fixes(f"claims:\n{nodes}{linked}")] == [("'one,two'", "[one, two]")]


@pytest.mark.parametrize(
    "written", ["['one, two']", "\n      - one, two", "'one, three'", "\n      one, two", "'one,'"]
)
def test_a_text_that_may_be_meant_otherwise_becomes_no_list(written: str) -> None:
    nodes = f"  one: {{{NODE}}}\n  two: {{{NODE}}}\n"
    text = f"claims:\n{nodes}  four:\n    text: D.\n    supporting: {written}\n"
    assert [finding.code for finding in findings_in(text) if finding.code == 106] == [106]
    assert fixes(text) == []


def test_a_fix_is_a_value() -> None:
    file = TextFile("a.yaml", "x")
    assert Fix("a", file.span(0), "b") == Fix("a", file.span(0), "b")


def test_many_mistyped_names_are_looked_for_once() -> None:
    known = "".join(f"  claim-{number}: {{{NODE}}}\n" for number in range(3000))
    wrong = ", ".join(["trafic-fell"] * 3000)
    text = f"claims:\n  traffic-fell: {{{NODE}}}\n{known}  z: {{{NODE}, supporting: [{wrong}]}}\n"
    assert len([one for one in fixes(text) if one[0] == 106]) == 3000
