"""Why a node stands as it does, and what would change if something were gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.assess import Status, assess
from argmap.assess.what_if import Change, Fate, what_if
from argmap.assess.why import Cause, Obstacle, why
from argmap.findings import UnknownIdError, UsageError
from argmap.model import ArgumentMap, Claim, Evidence
from tests.assess.maps import SIZE, a_map, maps

BRIDGE = "E + a as step; a + m; F x step as doubt; G x doubt"


def test_a_supported_claim_has_the_steps_of_its_proof() -> None:
    reason = why(a_map("E + a; a + m"), "m")
    assert (reason.status, reason.cause) == (Status.SUPPORTED, Cause.STEPS)
    assert [one.id for one in reason.support] == ["E supports a", "a supports m"]
    assert (reason.objections, reason.lacks, reason.way) == ((), (), ())


def test_evidence_stands_by_its_source_or_falls_without() -> None:
    assert why(a_map("E + a"), "E").cause is Cause.SOURCE
    assert why(ArgumentMap(nodes=[Evidence("e")]), "e").cause is Cause.NO_SOURCE


def test_a_contested_claim_has_proofs_for_and_against() -> None:
    reason = why(a_map("E + m; F + b; b - m"), "m")
    assert reason.status is Status.CONTESTED
    assert [one.id for one in reason.support] == ["E supports m"]
    assert [one.id for one in reason.objections] == ["F supports b", "b contrasts m"]


def test_what_speaks_against_a_restatement_speaks_against_the_claim() -> None:
    reason = why(a_map("F - twin; twin = other; other = m"), "m")
    assert reason.status is Status.REFUTED
    assert [one.id for one in reason.objections] == [
        "F contrasts twin",
        "twin restates other",
        "other restates m",
    ]


@pytest.mark.parametrize(
    ("text", "obstacle", "by"),
    [
        ("E + m as step; F x step", Obstacle.UNDERCUT, ("F",)),
        ("E lost + m", Obstacle.MISSING, ("lost",)),
        ("E gone + m", Obstacle.WITHDRAWN, ("gone",)),
        ("E a + m; F - a", Obstacle.REFUTED, ("a",)),
        ("E a + m", Obstacle.UNGROUNDED, ("a",)),
        ("E + m as step; m x step", Obstacle.UNDECIDED, ()),
    ],
)
def test_a_step_that_does_not_count_says_what_is_in_the_way(
    text: str, obstacle: Obstacle, by: tuple[str, ...]
) -> None:
    the_map = a_map(text)
    if "gone" in text:
        the_map = the_map.with_replaced(Claim("gone", withdrawn="wrong"))
    if "lost" in text:
        nodes = [node for node in the_map.nodes if node.id != "lost"]
        the_map = ArgumentMap(nodes=nodes, relations=the_map.relations)
    (lack,) = why(the_map, "m").lacks
    assert (lack.obstacle, lack.by) == (obstacle, by)


@pytest.mark.parametrize(
    ("text", "cause", "way", "end"),
    [
        ("m + n", Cause.NO_SUPPORT, (), None),
        ("E + m as step; F x step", Cause.DEFEATED, (), None),
        ("so + m", Cause.ASSUMPTIONS, (), None),
        ("E + m as step; m x step", Cause.UNDECIDED, (), None),
        ("b + a; a + m", Cause.BELOW, ("m", "a", "b"), Cause.NO_SUPPORT),
        ("E + a as step; F x step; a + m", Cause.BELOW, ("m", "a"), Cause.DEFEATED),
        ("so + a; a + m", Cause.BELOW, ("m", "a"), Cause.ASSUMPTIONS),
        ("twin = m; a + twin", Cause.BELOW, ("m", "twin", "a"), Cause.NO_SUPPORT),
        ("a + m; b + a; a + b", Cause.CIRCLE, ("m", "a", "b", "a"), None),
        ("m + m", Cause.CIRCLE, ("m", "m"), None),
    ],
)
def test_what_is_missing_stands_at_the_end_of_the_shortest_way(
    text: str, cause: Cause, way: tuple[str, ...], end: Cause | None
) -> None:
    reason = why(a_map(text, assumed="so"), "m")
    assert (reason.cause, reason.way, reason.end) == (cause, way, end)


def test_the_word_of_an_author_is_a_cause() -> None:
    the_map = ArgumentMap(nodes=[Claim("a", assumed="so"), Claim("b", withdrawn="wrong")])
    assert [why(the_map, name).cause for name in "ab"] == [Cause.ASSUMED, Cause.WITHDRAWN]


def test_an_unknown_id_is_said_with_the_nearest() -> None:
    with pytest.raises(UnknownIdError, match="did you mean 'counts'"):
        why(a_map("counts + m"), "count")
    with pytest.raises(UnknownIdError, match="did you mean 'counts'"):
        what_if(a_map("counts + m"), {"count": "out"})


def test_losing_a_node_changes_what_rests_on_it() -> None:
    found = what_if(a_map(BRIDGE), {"G": "out"})
    assert found.supposed == (("G", Fate.OUT),)
    assert found.changes == (
        Change("a", Status.SUPPORTED, Status.UNSUPPORTED),
        Change("m", Status.SUPPORTED, Status.UNSUPPORTED),
    )


def test_a_step_can_be_supposed_away() -> None:
    assert [
        one.node for one in what_if(a_map("E + a as step; a + m"), {"step": "out"}).changes
    ] == [
        "a",
        "m",
    ]


def test_a_node_can_be_supposed_given() -> None:
    found = what_if(a_map("a + m; b - m"), {"a": "in", "b": "in"})
    assert found.changes == (Change("m", Status.UNSUPPORTED, Status.CONTESTED),)


def test_what_cannot_be_supposed_is_said() -> None:
    with pytest.raises(UsageError) as raised:
        what_if(a_map("E + m"), {"E": "gone"})
    assert str(raised.value) == "'gone' cannot be supposed of 'E'; say `E=out` or `E=in`"
    with pytest.raises(UsageError) as raised:
        what_if(a_map("E + m as step"), {"step": "in"})
    assert str(raised.value) == (
        "'step' is a relation, which cannot be `in`; say that its premises are"
    )


@given(maps(stances="++++-x="), st.integers(0, SIZE - 1))
def test_every_status_has_a_reason_that_fits(the_map: ArgumentMap, number: int) -> None:
    reason = why(the_map, f"n{number}")
    assessment = assess(the_map)
    assert bool(reason.objections) == (reason.status in {Status.CONTESTED, Status.REFUTED})
    assert all(assessment.holds(one.id) for one in reason.support if one.stance != "restates")
    if reason.status is Status.SUPPORTED:
        assert reason.cause in {Cause.SOURCE, Cause.STEPS}
    if reason.status is Status.UNSUPPORTED:
        assert reason.cause not in {Cause.SOURCE, Cause.STEPS, Cause.ASSUMED, Cause.WITHDRAWN}
    if reason.cause is Cause.CIRCLE:
        assert reason.way.count(reason.way[-1]) == 2
    assert bool(reason.way) == (reason.cause in {Cause.BELOW, Cause.CIRCLE})


@given(maps(stances="++++-x="), st.sets(st.integers(0, SIZE - 1), max_size=3))
def test_a_supposition_is_the_map_with_those_nodes_withdrawn(
    the_map: ArgumentMap, numbers: set[int]
) -> None:
    lost = {f"n{number}" for number in sorted(numbers)}
    found = what_if(the_map, dict.fromkeys(lost, "out"))
    before, after = assess(the_map), found.assessment
    assert {one.node for one in found.changes} == {
        name
        for name in before.statuses
        if name not in lost and before.status(name) != after.status(name)
    }
    assert all(after.status(name) is Status.WITHDRAWN for name in lost)
