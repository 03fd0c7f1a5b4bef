from collections import Counter
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import format_named, format_of
from argmap.model import ArgumentMap, Claim, Json, Relation, Stance
from argmap.text import TextFile
from tests.formats.shared_checks import corpus, findings, mutated, read

GRAPH = """meta:
  title: A made
    example
  notes: >
    Shows the
    format.
  source: a book
language: {rains/1: "%s rains."}
statements:
  p: {text: It rained., assumed: true, label: x}
  ¬p: It did not rain.
  wet:
    text: The street is wet.
  swept: The street was swept
issues:
  i1: {positions: [p, ¬p], standard: PE}
arguments:
  a1:
    scheme: sign
    weight: 0.5
    conclusion: p
    premises: {minor: wet}
    undercutter: swept
    note: seen
  a2:
    conclusion: ¬p
    premises: [swept, wet]
  a3: {conclusion: wet}
assumptions: [wet, rains(now)]
tests:
  in: [p]
  out: [¬p]
  undecided: []
"""


def test_a_graph_is_read_as_its_page_says() -> None:
    assumed = "assumed in the argument graph"
    found, told = format_named("carneades").read(TextFile("map.yml", GRAPH))
    assert [str(one.span) + " " + one.message for one in told] == [
        "map.yml:28:3 argument 'a3' has no premise"
    ]
    assert found == ArgumentMap(
        "A made example",
        description="Shows the format.",
        nodes=(
            Claim("p", "It rained.", assumed=assumed, data={"carneades": {"label": "x"}}),
            Claim("not-p", "It did not rain.", data={"carneades": {"id": "¬p"}}),
            Claim("wet", "The street is wet.", assumed=assumed),
            Claim("swept", "The street was swept"),
        ),
        relations=(
            Relation(
                Stance.SUPPORTS,
                "wet",
                "p",
                id="a1",
                scheme="sign",
                strength=0.5,
                data={"carneades": {"note": "seen", "roles": {"minor": "wet"}}},
            ),
            Relation(Stance.UNDERCUTS, "swept", "a1"),
            Relation(Stance.SUPPORTS, ("swept", "wet"), "not-p", id="a2"),
            Relation(Stance.CONTRASTS, "p", "not-p", data={"carneades": {"issue": "i1"}}),
            Relation(Stance.CONTRASTS, "not-p", "p", data={"carneades": {"issue": "i1"}}),
        ),
        data={
            "carneades": {
                "language": {"rains/1": "%s rains."},
                "issues": {"i1": {"positions": ["p", "not-p"], "standard": "PE"}},
                "assumptions": ["wet", "rains(now)", "p"],
                "tests": {"in": ["p"], "out": ["not-p"], "undecided": []},
                "arguments": {"a3": {"conclusion": "wet"}},
                "meta": {"source": "a book"},
            }
        },
    )
    assert format_of(TextFile("map.yml", GRAPH)).name == "carneades"


def test_positions_of_a_large_issue_are_data_alone() -> None:
    names = ", ".join(f"p{number}" for number in range(9))
    found = read("carneades", f"issues:\n  i: {{positions: [{names}]}}\n")
    assert found.relations == ()
    assert found.data == {
        "carneades": {"issues": {"i": {"positions": [f"p{number}" for number in range(9)]}}}
    }


def test_each_fault_is_reported() -> None:
    cases = {
        "statements: [a]": "1:13 error 103 `statements` holds no entries with ids; it was left out",
        "statements:\n  a: [b]": "2:3 error 103 the text of 'a' is none; write it behind the id",
        "arguments:\n  a: b": "2:3 warning 103 'a' is no argument; "
        "give it a `conclusion` and `premises`",
        "arguments:\n  a: {premises: [b]}": "2:3 warning 103 argument 'a' has no conclusion; "
        "it counts for nothing, and is kept as data",
        "statements: &a {b: c}": "1:13 error 101 '&' begins an anchor here, which argmap does not "
        "read; if it is part of a text, put the text in quotes",
    }
    assert {text: findings("carneades", text)[0] for text in cases} == cases


def test_the_real_graphs_are_read_whole() -> None:
    counts: Counter[str] = Counter()
    for file in corpus("carneades4/AGs/YAML/*.yml"):
        assert format_of(file).name == "carneades" or file.path == "empty.yml"
        found, told = format_named("carneades").read(file)
        assert {one.message.partition("'")[0] for one in told} <= {"argument "}
        kept = cast("dict[str, dict[str, list[Json]]]", found.data.get("carneades", {}))
        counts["claims"] += len(found.claims)
        counts["assumed"] += sum(one.assumed is not None for one in found.claims)
        counts["issues"] += len(kept.get("issues", {}))
        counts["arguments without premises"] += len(kept.get("arguments", {}))
        for label, names in kept.get("tests", {}).items():
            counts[label] += len(names)
        counts.update(str(one.stance) for one in found.relations)
        known = {*found.nodes_by_id, *found.relations_by_id}
        assert {end for one in found.relations for end in (*one.premises, one.target)} <= known
    assert counts == {
        "claims": 234,
        "assumed": 88,
        "issues": 36,
        "arguments without premises": 8,
        "in": 119,
        "out": 52,
        "undecided": 15,
        "supports": 100,
        "undercuts": 12,
        "contrasts": 76,
    }


@given(st.text() | mutated(GRAPH))
def test_no_text_stops_the_reader(text: str) -> None:
    format_named("carneades").read(TextFile("a.yml", text))
