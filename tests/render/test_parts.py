import pytest

from argmap.findings import InvalidValueError, UnknownIdError
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source
from argmap.render.building import build_scene
from argmap.render.parts import focus, of_status, section
from argmap.render.scene import Scene

CHAIN = build_scene(
    ArgumentMap(
        "Chain",
        nodes=[Claim(name, section="Odd" if name in "ace" else "Even") for name in "abcdef"],
        relations=[
            Relation("supports", ["b"], "a"),
            Relation("supports", ["c"], "b"),
            Relation("supports", ["d", "e"], "c", id="linked"),
            Relation("undercuts", ["f"], "linked"),
        ],
    )
)


def ids(scene: Scene) -> tuple[list[str], list[str]]:
    return [box.id for box in scene.boxes], [arrow.id for arrow in scene.arrows]


def test_the_focus_takes_what_lies_within_some_steps() -> None:
    assert ids(focus(CHAIN, "a", 0)) == (["a"], [])
    assert ids(focus(CHAIN, "a", 1)) == (["a", "b"], ["b supports a"])
    assert ids(focus(CHAIN, "a", 2)) == (["a", "b", "c"], ["b supports a", "c supports b"])
    assert ids(focus(CHAIN, "a", 99)) == ids(CHAIN)


def test_an_attack_is_one_step_from_the_ends_of_what_it_attacks() -> None:
    around = focus(CHAIN, "f", 1)
    assert ids(around) == (["c", "d", "e", "f"], ["linked", "f undercuts linked"])
    assert around.caption == "4 of 6 nodes: 4 claims, 0 evidence, 2 relations"


def test_a_chain_of_attacks_is_cut_where_the_focus_ends() -> None:
    attacks = [Relation("supports", ["n0"], "top", id="r0")] + [
        Relation("undercuts", [f"n{number}"], f"r{number - 1}", id=f"r{number}")
        for number in range(1, 6)
    ]
    nodes = [Claim("top"), *(Claim(f"n{number}") for number in range(6))]
    scene = build_scene(ArgumentMap(nodes=nodes, relations=attacks))
    assert ids(focus(scene, "top", 1)) == (["top", "n0", "n1"], ["r0", "r1"])
    # n5 attacks r4, which n4 starts from; what r4 attacks is out of sight, and so is r4.
    assert ids(focus(scene, "n5", 1)) == (["n4", "n5"], [])


def test_a_section_takes_its_nodes_and_those_elsewhere_that_they_touch() -> None:
    part = section(CHAIN, "Odd")
    assert {box.id: box.is_elsewhere for box in part.boxes} == {
        "a": False,
        "b": True,
        "c": False,
        "d": True,
        "e": False,
        "f": True,
    }
    assert len(part.arrows) == 4
    assert part.caption == "Odd · 6 of 6 nodes: 6 claims, 0 evidence, 4 relations"


def test_unknown_ids_and_headings_are_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownIdError, match="there is no 'link' in this map"):
        focus(CHAIN, "link")
    with pytest.raises(UnknownIdError, match=r"no 'Ode' in this map; did you mean 'Odd'\?"):
        section(CHAIN, "Ode")


DOUBTED = build_scene(
    ArgumentMap(
        "Doubted",
        nodes=[
            Claim("top", main=True),
            Claim("held"),
            Claim("doubted"),
            Evidence("one", passages=[Passage("s")]),
            Evidence("two", passages=[Passage("s")]),
            Evidence("three", passages=[Passage("s")]),
        ],
        relations=[
            Relation("supports", ["held"], "top"),
            Relation("supports", ["doubted"], "top"),
            Relation("supports", ["one"], "held"),
            Relation("supports", ["two"], "doubted", id="step"),
            Relation("contrasts", ["three"], "doubted"),
        ],
    )
)


def test_what_has_a_status_is_drawn_with_what_it_touches() -> None:
    part = of_status(DOUBTED, ["contested", "refuted"])
    assert {box.id: box.is_elsewhere for box in part.boxes} == {
        "top": True,
        "doubted": False,
        "two": True,
        "three": True,
    }
    assert len(part.arrows) == 3
    assert part.caption == ("contested, refuted · 4 of 6 nodes: 2 claims, 2 evidence, 3 relations")


def test_a_status_that_is_none_or_that_nothing_has_is_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        of_status(DOUBTED, ["doubtful"])
    assert str(caught.value) == (
        "'doubtful' is no status; choose of supported, contested, refuted, unsupported, "
        "assumed, withdrawn, flagged, stale"
    )
    with pytest.raises(InvalidValueError) as caught:
        of_status(DOUBTED, ["refuted", "assumed"])
    assert str(caught.value) == (
        "nothing here is refuted or assumed; what occurs is supported, contested"
    )


def test_the_node_in_focus_is_marked() -> None:
    around = focus(CHAIN, "b", 1)
    assert [box.id for box in around.boxes if box.is_focus] == ["b"]


CITED = build_scene(
    ArgumentMap(
        "Cited",
        nodes=[
            Claim("top", section="One"),
            Evidence("first", passages=[Passage("s"), Passage("unknown")], section="One"),
            Claim("below", section="Two"),
            Evidence("second", passages=[Passage("t")], section="Two"),
            Evidence("third", passages=[Passage("u"), Passage("t")], section="Two"),
        ],
        relations=[
            Relation("supports", ["first", "below"], "top"),
            Relation("supports", ["second", "third"], "below"),
        ],
        sources=[Source("s", "Ess"), Source("t", "Tee"), Source("u"), Source("v", "Nobody's")],
    )
)


def test_a_part_counts_the_sources_that_are_cited_in_it() -> None:
    assert CITED.caption == "2 claims, 3 evidence, 2 relations · 4 sources"
    assert focus(CITED, "top", 0).caption == "1 of 5 nodes: 1 claim, 0 evidence, 0 relations"
    assert focus(CITED, "top", 1).caption == (
        "3 of 5 nodes: 2 claims, 1 evidence, 1 relation · Ess"
    )
    assert section(CITED, "One").caption == (
        "One · 3 of 5 nodes: 2 claims, 1 evidence, 1 relation · Ess"
    )
    assert section(CITED, "Two").caption == (
        "Two · 5 of 5 nodes: 2 claims, 3 evidence, 2 relations · 2 sources"
    )


def test_the_caption_of_a_part_of_a_part_counts_anew() -> None:
    part = focus(section(CITED, "One"), "top", 1)
    assert part.caption == "3 of 3 nodes: 2 claims, 1 evidence, 1 relation · Ess"
