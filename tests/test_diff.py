"""What changed between two states of a map, and which findings that concerns."""

import pytest

from argmap import claimfile
from argmap.checks import Selection, check
from argmap.diff import Changes, Difference, concern_of, difference, neighbourhood
from argmap.model import ArgumentMap, Claim, Relation
from argmap.text import TextFile

CHAIN = """\
sources:
  s: {title: S}
claims:
  a: {text: A., supporting: [b]}
  b: {text: B., supporting: [c]}
  c: {text: C., supporting: [d]}
  d: {text: D., supporting: [e]}
evidence:
  e: {text: E., cites: s}
"""


def read(text: str) -> ArgumentMap:
    return claimfile.read([TextFile("a.yaml", text)])[0]


def near(before: str, after: str) -> list[str]:
    one, other = read(before), read(after)
    return sorted(neighbourhood(one, other, difference(one, other)))


def reported(before: str, after: str, *, unchanged: str = "") -> list[str]:
    the_map, reading = claimfile.read([TextFile("a.yaml", after)])
    found = check(the_map, reading, Selection(select=["strict"]))
    concerns = concern_of(read(before), the_map, reading=reading, unchanged=frozenset([unchanged]))
    return [f"{finding.rule} {finding.subject}" for finding in found if concerns(finding)]


def test_ids_are_added_removed_and_changed() -> None:
    after = CHAIN.replace("  a: {text: A.", "  f: {text: F.}\n  a: {text: Now A.")
    after = after.replace("supporting: [c]", "supporting: [f]").replace("title: S", "title: T")
    after = after.replace("  d: {text: D., supporting: [e]}\n", "")
    assert difference(read(CHAIN), read(after)) == Difference(
        Changes(added=("f",), removed=("d",), changed=("a",)),
        Changes(added=("f supports b",), removed=("c supports b", "e supports d")),
        Changes(changed=("s",)),
    )


def test_layout_order_and_comments_are_no_change() -> None:
    after = (
        "# A chain.\n"
        "evidence: {e: {cites: [s], text: 'E.', supports: [d]}}\n"
        "claims:\n"
        "  d: {text: D.}\n"
        "  c: {text: C., supporting: d, supports: b}\n"
        "  b: {text: B., supports: [a]}\n"
        "  a:\n    text: A.\n"
        "sources: {s: S}\n"
    )
    assert difference(read(CHAIN), read(after)) == Difference()
    assert near(CHAIN, after) == []


def test_a_field_of_a_relation_is_a_change_of_the_relation() -> None:
    after = CHAIN.replace("[c]", "[{by: c, because: It follows.}]")
    assert difference(read(CHAIN), read(after)).relations == Changes(changed=("c supports b",))
    assert near(CHAIN, after) == ["b", "c", "c supports b"]


def test_an_id_that_stands_twice_is_compared_as_a_whole() -> None:
    once = ArgumentMap(nodes=[Claim("a", "One.")])
    twice = ArgumentMap(nodes=[Claim("a", "One."), Claim("a", "Two.")])
    assert difference(once, twice).nodes == Changes(changed=("a",))
    assert difference(twice, twice) == Difference()


def test_a_claim_that_becomes_evidence_is_changed() -> None:
    after = CHAIN.replace("  d: {text: D., supporting: [e]}\n", "") + "  d: {text: D.}\n"
    assert difference(read(CHAIN), read(after)).nodes == Changes(changed=("d",))


def test_neighbours_are_one_step_away() -> None:
    after = CHAIN.replace("C.,", "C so.,")
    assert near(CHAIN, after) == ["b", "c", "c supports b", "d", "d supports c"]


def test_a_node_that_is_gone_has_neighbours_in_both_states() -> None:
    after = CHAIN.replace("  e: {text: E., cites: s}\n", "").replace("evidence:\n", "")
    assert near(CHAIN, after) == ["d", "e", "e supports d", "s"]


def test_a_changed_source_concerns_what_cites_it() -> None:
    assert near(CHAIN, CHAIN.replace("title: S", "title: T")) == ["e", "s"]


def test_an_undercut_concerns_what_the_relation_joins() -> None:
    after = CHAIN + "  f: {text: F., cites: s, undercuts: ['c supports b']}\n"
    assert near(CHAIN, after) == [
        "b",
        "c",
        "c supports b",
        "f",
        "f undercuts c supports b",
        "s",
    ]


def test_undercuts_of_undercuts_are_followed_to_the_end() -> None:
    nodes = [Claim(f"c{number}", "So.") for number in range(20_002)]
    relations = [Relation("supports", "c0", "c1", id="r0")]
    relations += [
        Relation("undercuts", f"c{number}", f"r{number - 2}", id=f"r{number - 1}")
        for number in range(2, 20_002)
    ]
    whole = ArgumentMap(nodes=nodes, relations=relations)
    assert len(neighbourhood(ArgumentMap(), whole, difference(ArgumentMap(), whole))) == 40_003
    last = whole.without("r20000")
    around = neighbourhood(last, whole, difference(last, whole))
    assert {"c0", "c1", "r0", "c20001", "r20000"} <= around


def test_undercuts_in_a_circle_end() -> None:
    circle = ArgumentMap(
        nodes=[Claim("a", "A."), Claim("b", "B.")],
        relations=[
            Relation("undercuts", "a", "two", id="one"),
            Relation("undercuts", "b", "one", id="two"),
        ],
    )
    found = difference(ArgumentMap(), circle)
    assert neighbourhood(ArgumentMap(), circle, found) == {"a", "b", "one", "two"}


def test_only_findings_near_a_change_are_reported() -> None:
    before = (
        "claims:\n  a: {text: A.}\n  b: {text: B., supporting: [a]}\n  z: {text: Z.}\n"
        "evidence: {e: {text: E., supports: [b]}}\n"
    )
    assert "unsupported-claim a" in reported("", before)
    assert "unsupported-claim z" in reported("", before)
    after = before.replace("text: B.", "text: Now B.")
    found = reported(before, after, unchanged="")
    assert "unsupported-claim a" in found
    assert "unsupported-claim z" not in found
    assert reported(before, before, unchanged="a.yaml") == []


def test_a_missing_end_is_reported_when_its_relation_is_new() -> None:
    before = "claims:\n  a: {text: A., assumed: it is so}\n"
    after = before.replace("so}", "so, supporting: [ghost]}")
    assert "unresolved-reference ghost supports a" in reported(before, after)
    assert "unresolved-reference ghost supports a" not in reported(after, after)


def test_a_source_that_is_not_declared_is_reported_with_what_cites_it() -> None:
    before = "claims: {a: {text: A., supporting: [e]}}\nevidence: {e: {text: E., cites: s}}\n"
    assert reported(before, before, unchanged="a.yaml") == []
    assert "unknown-source s" in reported(before, before.replace("E.", "Now E."))
    aside = before + "set_aside: [{source: t, reason: A greeting.}]\n"
    assert reported(before, aside) == ["unknown-source t"]


@pytest.mark.parametrize(("unchanged", "expected"), [("a.yaml", []), ("", ["unknown-field a"])])
def test_what_the_reader_found_counts_where_the_file_changed(
    unchanged: str, expected: list[str]
) -> None:
    text = "claims:\n  a: {text: A., assumed: it is so, colour: red, main: true}\n"
    assert reported(text, text, unchanged=unchanged) == expected


def test_a_finding_that_names_a_changed_place_is_reported() -> None:
    before = (
        "claims:\n"
        "  one: {text: A charge on cars cuts the traffic., assumed: shown elsewhere}\n"
        "  two: {text: Trains are slow., assumed: shown elsewhere}\n"
    )
    same = before.replace("Trains are slow.", "A charge on cars cuts the traffic!")
    turned = "\n".join([before.splitlines()[0], *reversed(same.splitlines()[1:]), ""])
    old = turned.replace("A charge on cars cuts the traffic!", "Trains are slow.")
    # The finding is about the later of the two, and the earlier one changed.
    assert "near-duplicate one" in reported(old, turned)
    assert "near-duplicate one" not in reported(turned, turned)
