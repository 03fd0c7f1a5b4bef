"""Relations can be written at either end, and mean the same."""

from textwrap import dedent

import pytest

from argmap.claimfile import read
from argmap.findings import Finding
from argmap.model import Relation, Stance
from argmap.text import TextFile

SUPPORTS, CONTRASTS, UNDERCUTS, RESTATES = Stance


def read_text(text: str) -> tuple[tuple[Relation, ...], tuple[Finding, ...]]:
    argument_map, findings = read([TextFile("a.yaml", dedent(text))])
    return argument_map.relations, findings


def relations(text: str) -> tuple[Relation, ...]:
    found, findings = read_text(text)
    assert findings == ()
    return found


def claim(fields: str) -> str:
    return f"claims:\n  c:\n    text: x\n    {fields}\n"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("supporting: a", [Relation(SUPPORTS, "a", "c")]),
        ("supporting: [a, b]", [Relation(SUPPORTS, "a", "c"), Relation(SUPPORTS, "b", "c")]),
        ("supporting: [[a, b]]", [Relation(SUPPORTS, ["a", "b"], "c")]),
        ("supporting: [[a]]", [Relation(SUPPORTS, "a", "c")]),
        ("supporting: {by: a}", [Relation(SUPPORTS, "a", "c")]),
        ("supporting: [{by: [a, b], id: n}]", [Relation(SUPPORTS, ["a", "b"], "c", id="n")]),
        ("contrasting: a", [Relation(CONTRASTS, "a", "c")]),
        ("supports: a", [Relation(SUPPORTS, "c", "a")]),
        ("contrasts: [a, b]", [Relation(CONTRASTS, "c", "a"), Relation(CONTRASTS, "c", "b")]),
        ("undercuts: a + b supports d", [Relation(UNDERCUTS, "c", "a + b supports d")]),
        ("restates: a", [Relation(RESTATES, "c", "a")]),
        (
            "supports: {target: a, scheme: sign, because: it is, strength: 0.5}",
            [Relation(SUPPORTS, "c", "a", scheme="sign", because="it is", strength=0.5)],
        ),
        ("supporting: 'null'", [Relation(SUPPORTS, "null", "c")]),
        ("supporting: []", []),
        ("supporting:", []),
        (
            "supporting: {by: a, undercut: [b, [d, e]]}",
            [
                Relation(SUPPORTS, "a", "c"),
                Relation(UNDERCUTS, "b", "a supports c"),
                Relation(UNDERCUTS, ["d", "e"], "a supports c"),
            ],
        ),
        (
            "supporting: {by: a, id: n, undercut: {by: b, undercut: d}}",
            [
                Relation(SUPPORTS, "a", "c", id="n"),
                Relation(UNDERCUTS, "b", "n"),
                Relation(UNDERCUTS, "d", "b undercuts n"),
            ],
        ),
        (
            "supports: {target: a, undercut: b}",
            [Relation(SUPPORTS, "c", "a"), Relation(UNDERCUTS, "b", "c supports a")],
        ),
    ],
)
def test_every_form_of_a_relation_is_read(fields: str, expected: list[Relation]) -> None:
    assert list(relations(claim(fields))) == expected


def test_a_relation_can_stand_apart_from_both_ends() -> None:
    text = """\
        relations:
          - {stance: contrasts, by: [a, b], target: ghost, id: n, because: it does, undercut: d}
          - {stance: restates, by: a, target: b}
        """
    assert relations(text) == (
        Relation(CONTRASTS, ["a", "b"], "ghost", id="n", because="it does"),
        Relation(UNDERCUTS, "d", "n"),
        Relation(RESTATES, "a", "b"),
    )


def test_the_order_of_relation_keys_does_not_matter() -> None:
    assert relations(claim("supports: d\n    contrasting: b\n    supporting: a")) == (
        Relation(SUPPORTS, "a", "c"),
        Relation(CONTRASTS, "b", "c"),
        Relation(SUPPORTS, "c", "d"),
    )


def test_an_edge_written_at_both_ends_is_one_relation() -> None:
    found, findings = read_text(
        """\
        claims:
          c: {text: x, supporting: [{by: e, scheme: sign}]}
        evidence:
          e: {text: y, supports: [{target: c, id: n, because: it is, undercut: u}]}
        """
    )
    assert found == (
        Relation(SUPPORTS, "e", "c", id="n", scheme="sign", because="it is"),
        Relation(UNDERCUTS, "u", "n"),
    )
    assert [
        (one.code, one.severity.word, str(one.span), one.message, str(one.related[0].span))
        for one in findings
    ] == [(108, "info", "a.yaml:4:36", "'n' is written at both ends", "a.yaml:2:34")]


def test_what_pointed_at_one_end_points_at_the_joined_relation() -> None:
    found, _ = read_text(
        """\
        claims:
          c: {text: x, supporting: [{by: e, id: n}]}
        evidence:
          e: {text: y, supports: [{target: c, undercut: u}]}
          f: {text: z, undercuts: [e supports c]}
        """
    )
    assert found == (
        Relation(SUPPORTS, "e", "c", id="n"),
        Relation(UNDERCUTS, "u", "n"),
        Relation(UNDERCUTS, "f", "n"),
    )


def test_an_undercut_written_at_both_ends_is_one_relation() -> None:
    found, findings = read_text(
        """\
        claims:
          c: {text: x, supporting: [{by: e, id: n, undercut: [f]}]}
        evidence:
          f: {text: z, undercuts: [n]}
        """
    )
    assert found == (Relation(SUPPORTS, "e", "c", id="n"), Relation(UNDERCUTS, "f", "n"))
    assert [one.message for one in findings] == ["'f undercuts n' is written at both ends"]


def test_both_ends_that_disagree_are_reported_with_both_places() -> None:
    found, findings = read_text(
        """\
        claims:
          c: {text: x, supporting: [{by: e, id: n, because: one, strength: 0.5}]}
        evidence:
          e: {text: y, supports: [{target: c, id: m, because: two, strength: 0.5}]}
        """
    )
    assert found == (Relation(SUPPORTS, "e", "c", id="n", because="one", strength=0.5),)
    assert [
        (one.code, one.message, str(one.span), str(one.related[0].span))
        for one in findings
        if one.code == 103
    ] == [
        (103, "'n' has two values of 'id': 'n' and 'm'", "a.yaml:4:43", "a.yaml:2:41"),
        (103, "'n' has two values of 'because': 'one' and 'two'", "a.yaml:4:55", "a.yaml:2:53"),
    ]


def test_an_edge_written_twice_at_the_same_end_stays_two() -> None:
    assert relations(claim("supporting: [a, a]")) == (Relation(SUPPORTS, "a", "c"),) * 2


def test_of_two_edges_at_the_source_each_joins_one_at_the_target() -> None:
    found, findings = read_text(
        "claims: {a: {text: x, supports: [b, b]}, b: {text: y, supporting: a}}\n"
    )
    assert found == (Relation(SUPPORTS, "a", "b"),) * 2
    assert [one.code for one in findings] == [108]


def test_an_alias_stands_for_the_id_of_its_node() -> None:
    assert relations(
        """\
        claims:
          new: {text: x, aliases: [old], supporting: [e], undercuts: [old2 supports old]}
          c: {text: y, supporting: [old, [old, e]], contrasts: old}
          d: {text: z, aliases: old2, supports: [{target: old, undercut: c}]}
        """
    ) == (
        Relation(SUPPORTS, "e", "new"),
        Relation(UNDERCUTS, "new", "d supports new"),
        Relation(SUPPORTS, "new", "c"),
        Relation(SUPPORTS, ["new", "e"], "c"),
        Relation(CONTRASTS, "c", "new"),
        Relation(SUPPORTS, "d", "new"),
        Relation(UNDERCUTS, "c", "d supports new"),
    )


def test_an_id_goes_before_an_alias() -> None:
    assert relations(
        "claims: {a: {text: x, aliases: [b, n]}, b: {text: y, supporting: {by: c, id: n}},"
        " d: {text: z, supports: [b, n]}}"
    ) == (
        Relation(SUPPORTS, "c", "b", id="n"),
        Relation(SUPPORTS, "d", "b"),
        Relation(SUPPORTS, "d", "n"),
    )


def test_an_edge_written_with_an_alias_at_one_end_is_joined() -> None:
    found, findings = read_text(
        "claims: {a: {text: x, aliases: o, supports: b}, b: {text: y, supporting: o}}\n"
    )
    assert found == (Relation(SUPPORTS, "a", "b"),)
    assert [one.code for one in findings] == [108]
