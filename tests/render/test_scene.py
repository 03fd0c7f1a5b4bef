from argmap.model import ArgumentMap, Claim, Evidence, Extent, Passage, Relation, Source
from argmap.render.building import build_scene
from argmap.render.scene import Arrow, Box, Chip, Kind


def test_a_scene_has_a_box_for_each_node_and_an_arrow_for_each_relation() -> None:
    scene = build_scene(
        ArgumentMap(
            "Tea",
            language="en",
            nodes=[
                Claim("tea", "Tea is good.", type="value", main=True, section="Drinks"),
                Evidence("study", "A study says so.", passages=[Passage("s", page="3")]),
            ],
            relations=[Relation("supports", ["study"], "tea", strength=0.5, because="it is new")],
            sources=[Source("s", "A long title", author="Li", date="2020-01")],
        )
    )
    assert scene.title == "Tea"
    assert scene.caption == "1 claim, 1 evidence, 1 relation · A long title"
    assert scene.sources == {"s": "A long title"}
    assert scene.boxes == (
        Box(
            "tea",
            Kind.CLAIM,
            "Tea is good.",
            "value",
            is_main=True,
            status="supported",
            section="Drinks",
        ),
        Box(
            "study",
            Kind.EVIDENCE,
            "A study says so.",
            status="supported",
            citation="p. 3",
            sources=("A long title, p. 3",),
            cited=("s",),
        ),
    )
    (arrow,) = scene.arrows
    assert arrow == Arrow(
        "study supports tea", arrow.stance, ("study",), "tea", strength=0.5, because="it is new"
    )


def test_nodes_that_relations_name_and_nobody_wrote_are_missing() -> None:
    scene = build_scene(
        ArgumentMap(
            nodes=[Claim("a")],
            relations=[
                Relation("supports", ["b", "c"], "a"),
                Relation("undercuts", ["a"], "no such step"),
            ],
        )
    )
    assert [(box.id, box.kind.value) for box in scene.boxes] == [
        ("a", "claim"),
        ("b", "missing"),
        ("c", "missing"),
        ("no such step", "missing"),
    ]
    assert scene.caption == "1 claim, 0 evidence, 2 relations, 3 missing"


def test_of_ids_that_stand_twice_the_first_is_drawn() -> None:
    scene = build_scene(
        ArgumentMap(
            nodes=[Claim("a", "first"), Evidence("a", "second"), Claim("b")],
            relations=[Relation("supports", ["a"], "b"), Relation("supports", ["a"], "b")],
        )
    )
    assert [box.text for box in scene.boxes] == ["first", ""]
    assert len(scene.arrows) == 1


def test_old_ids_lead_to_the_node_and_attacks_to_the_relation() -> None:
    scene = build_scene(
        ArgumentMap(
            nodes=[Claim("a", aliases=["old"]), Claim("b"), Claim("c")],
            relations=[
                Relation("supports", ["b", "b"], "old", id="step"),
                Relation("undercuts", ["c"], "step"),
            ],
        )
    )
    ends = [(arrow.tails, arrow.head, arrow.is_at_arrow) for arrow in scene.arrows]
    assert ends == [(("b",), "a", False), (("c",), "step", True)]


def test_chips_say_what_asks_for_attention() -> None:
    scene = build_scene(
        ArgumentMap(
            nodes=[
                Claim("held"),
                Claim("bare"),
                Claim("gone", withdrawn="wrong"),
                Claim("granted", assumed="obvious"),
                Evidence("sourced", passages=[Passage("s")]),
                Evidence("unsourced"),
            ],
            relations=[Relation("supports", ["sourced"], "held")],
        ),
        marks={"held": [Chip.FLAGGED, Chip.STALE]},
    )
    assert {box.id: box.chips for box in scene.boxes} == {
        "held": (Chip.FLAGGED, Chip.STALE),
        "bare": (Chip.UNSUPPORTED,),
        "gone": (Chip.WITHDRAWN,),
        "granted": (),
        "sourced": (),
        "unsourced": (Chip.UNSOURCED,),
    }


def test_where_nothing_cites_a_source_no_box_says_that_it_is_unsupported() -> None:
    scene = build_scene(ArgumentMap(nodes=[Claim("a"), Evidence("b")]))
    assert [box.chips for box in scene.boxes] == [(), ()]


def test_marked_theses_are_main_and_without_marks_those_that_speak_for_nothing() -> None:
    relations = [Relation("supports", ["b"], "a")]
    marked = ArgumentMap(nodes=[Claim("a"), Claim("b"), Claim("c", main=True)], relations=relations)
    unmarked = ArgumentMap(nodes=[Claim("a"), Claim("b"), Claim("c")], relations=relations)
    assert [box.is_main for box in build_scene(marked).boxes] == [False, False, True]
    assert [box.is_main for box in build_scene(unmarked).boxes] == [True, False, True]


def test_a_citation_reads_as_readers_know_it() -> None:
    passages = [Passage("s", section="Table 4"), Passage("t", page="12-14"), Passage("u")]
    sources = [
        Source("s", "Roads", author="Simeonova, E.; Currie, J.; Walker, R.", date="2019"),
        Source("t", "Rails", author="Simeonova, E., Lind, K. & Ek, P.", date="2019-07"),
        Source("u", "A very long title of something that nobody is known to have written"),
    ]
    scene = build_scene(ArgumentMap(nodes=[Evidence("e", passages=passages)], sources=sources))
    assert scene.boxes[0].citation == (
        "Simeonova et al. 2019a, Table 4; Simeonova et al. 2019b, pp. 12-14; "
        "A very long title of something that…"
    )


def test_a_citation_names_its_source_where_there_are_several() -> None:
    passages = [
        Passage("s", page="3", quote="so \x00 it is"),
        Passage("s", paragraph=Extent(4)),
        Passage("lost"),
    ]
    sources = [Source("s", "Long title", author="Li", date="2020"), Source("t", "Other")]
    scene = build_scene(ArgumentMap(nodes=[Evidence("e", passages=passages)], sources=sources))
    (box,) = scene.boxes
    assert box.citation == "Li 2020, p. 3; paragraph 4; lost"
    assert box.sources == (
        "Long title, p. 3: \u201cso \ufffd it is\u201d",
        "Long title, paragraph 4",
        "lost",
    )
    assert box.is_quoting
    assert scene.caption == "0 claims, 1 evidence, 0 relations · 2 sources"
