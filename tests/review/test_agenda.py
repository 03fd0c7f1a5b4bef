"""What there is to review, and what hangs on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.assess import assess
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source
from argmap.review import Decision, Flag, Resolution, Review, Verdict, read_now
from argmap.review.agenda import agenda
from argmap.review.weight import main_claims, weigh

AT = "2026-01-31T12:00:00Z"
MAP = ArgumentMap(
    nodes=[
        Claim("loose", "Loose.", withdrawn="not so"),
        Claim("taxis", "Taxis rose."),
        Claim("works", "It works.", main=True),
        Claim("fair", "It is fair.", main=True),
        Claim("fewer", "There are fewer cars."),
        Evidence("counts", "Counts fell.", passages=[Passage("s")]),
    ],
    relations=[
        Relation("supports", ["counts"], "fewer"),
        Relation("supports", ["fewer"], "works"),
        Relation("supports", ["fewer"], "fair"),
        Relation("supports", ["counts"], "fair"),
        Relation("contrasts", ["taxis"], "works"),
    ],
    sources=[Source("s", "S")],
)


def reviewed(node: str, who: str = "Ann", what: Decision = Decision.ACCEPT) -> Review:
    now = read_now(MAP, MAP.node(node))
    return Review(who, node, Verdict(what, AT, now.says, now.rests_on))


def old(node: str, who: str = "Ann", *, is_reworded: bool) -> Review:
    now = read_now(MAP, MAP.node(node))
    return Review(who, node, Verdict(Decision.ACCEPT, AT, "" if is_reworded else now.says, ""))


def told(*reviews: Review, by: str | None = None) -> list[tuple[str, tuple[str, ...]]]:
    tasks = agenda(MAP, reviews, assess(MAP), reviewer=by)
    return [(task.standing.node.id, task.why) for task in tasks]


def test_what_most_falls_with_and_rests_on_comes_first() -> None:
    tasks = agenda(MAP, (), assess(MAP))
    assert [(task.standing.node.id, task.falling, task.resting) for task in tasks] == [
        ("counts", 2, 2),
        ("fewer", 1, 2),
        ("works", 0, 1),
        ("fair", 0, 1),
        ("taxis", 0, 0),
    ]
    assert {task.why for task in tasks} == {("nobody has reviewed it",)}


def test_an_open_flag_comes_first_where_a_main_claim_is_supported() -> None:
    flagged = [Review("Ann", node, flags=(Flag("unclear", AT),)) for node in ("taxis", "fewer")]
    assert told(*flagged)[0] == (
        "fewer",
        ("nobody has reviewed it", "Ann flags it as unclear"),
    )
    assert told(*flagged)[-1][0] == "taxis"


def test_what_is_reviewed_as_it_stands_is_done() -> None:
    done = [reviewed(node) for node in ("taxis", "works", "fair", "fewer", "counts")]
    assert told(*done) == []
    assert told(*done[1:]) == [("taxis", ("nobody has reviewed it",))]


def test_reasons_are_told() -> None:
    assert told(
        reviewed("counts"),
        old("fewer", is_reworded=True),
        old("fewer", "Bob", is_reworded=True),
        old("works", is_reworded=False),
        reviewed("fair"),
        reviewed("fair", "Bob", Decision.REJECT),
        reviewed("taxis"),
    ) == [
        ("fewer", ("reworded since Ann and Bob reviewed it",)),
        ("fair", ("reviewers differ",)),
        ("works", ("its argument changed since Ann reviewed it",)),
    ]


def test_one_reviewer_is_told_what_they_have_not_looked_at() -> None:
    reviews = (
        reviewed("counts", "Bob"),
        reviewed("fewer", "ann", Decision.ABSTAIN),
        old("works", is_reworded=True),
        old("fair", is_reworded=False),
        Review("Bob", "taxis", flags=(Flag("unclear", AT),)),
        Review("Cem", "taxis", flags=(Flag("unrelated", AT),)),
        Review("Dora", "taxis", resolutions=(Resolution("unrelated", "Cem", AT),)),
    )
    assert told(*reviews, by="Ann") == [
        ("counts", ("not reviewed yet",)),
        ("works", ("reworded since Ann reviewed it",)),
        ("fair", ("its argument changed since Ann reviewed it",)),
        ("taxis", ("not reviewed yet", "Bob flags it as unclear")),
    ]


def test_a_flag_that_the_map_settles_says_so() -> None:
    flag = Review("Ann", "fewer", flags=(Flag("unsupported", AT),))
    assert told(flag, reviewed("fewer", "Bob"))[1] == (
        "fewer",
        ("Ann flags it as unsupported, and evidence with a source reaches it now",),
    )


def test_only_some_nodes_count_where_they_are_named() -> None:
    tasks = agenda(MAP, (), assess(MAP), among={"taxis", "loose", "no-node"})
    assert [task.standing.node.id for task in tasks] == ["taxis"]


def test_main_claims_are_those_marked_or_those_that_speak_for_nothing() -> None:
    assert [claim.id for claim in main_claims(MAP)] == ["works", "fair"]
    bare = ArgumentMap(
        nodes=[Claim("a", "A."), Claim("b", "B."), Claim("a", "Again.")],
        relations=[Relation("supports", ["b"], "a")],
    )
    assert [claim.text for claim in main_claims(bare)] == ["A."]


@pytest.mark.parametrize("stance", ["supports", "restates"])
def test_circles_are_weighed(stance: str) -> None:
    circle = ArgumentMap(
        nodes=[Claim("a", "A.", main=True), Claim("b", "B."), Claim("c", "C.")],
        relations=[
            Relation(stance, ["b"], "a"),
            Relation("supports", ["a"], "c"),
            Relation("supports", ["c"], "b"),
            Relation("supports", ["gone"], "lost"),
        ],
    )
    assert weigh(circle, assess(circle)).resting == {"a": 1, "b": 1, "c": 1}


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=8))
def test_what_a_main_claim_falls_with_leads_to_it(ends: list[tuple[str, str]]) -> None:
    the_map = ArgumentMap(
        nodes=[Claim("a", "A.", main=True)]
        + [Evidence(name, "E.", passages=[Passage("s")]) for name in "bcd"],
        relations=[
            Relation("supports", [one], other, id=f"r{number}")
            for number, (one, other) in enumerate(ends)
        ],
    )
    weights = weigh(the_map, assess(the_map))
    assert {node for node in weights.falling if not weights.resting.get(node)} == set()
