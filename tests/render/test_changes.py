"""Pictures of what changed between two states of a map."""

from attrs import evolve
from hypothesis import given, settings

from argmap.diff import difference
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source
from argmap.render import Output, render
from argmap.render.changes import build_changes
from argmap.render.layout import place
from argmap.render.scene import Change, Scene
from tests.render.strategies import maps
from tests.render.test_svg import assert_is_safe

BEFORE = ArgumentMap(
    "City",
    sources=[Source("s", "Report", author="City", date="2020")],
    nodes=[
        Claim("top", "We should charge.", main=True),
        Claim("works", "It works.", type="fact"),
        Claim("dear", "It is dear."),
        Evidence("counts", "Counts fell.", passages=[Passage("s", page="1")]),
    ],
    relations=[
        Relation("supports", ["works"], "top"),
        Relation("contrasts", ["dear"], "top"),
        Relation("supports", ["counts"], "works"),
    ],
)


def boxes(scene: Scene) -> dict[str, tuple[Change | None, tuple[str, ...]]]:
    return {box.id: (box.change, box.remarks) for box in scene.boxes}


def arrows(scene: Scene) -> dict[str, Change | None]:
    return {arrow.id: arrow.change for arrow in scene.arrows}


def replaced(relations: ArgumentMap, old: str, *new: Relation) -> ArgumentMap:
    """Return a map with other relations in the place of one."""
    found: list[Relation] = []
    for relation in relations.relations:
        found += new if relation.id == old else [relation]
    return evolve(relations, relations=found)


def test_where_nothing_changed_nothing_is_drawn() -> None:
    scene = build_changes(BEFORE, BEFORE, since="main")
    assert (scene.boxes, scene.arrows) == ((), ())
    assert scene.caption == "nothing changed since main"
    assert build_changes(BEFORE, BEFORE).caption == "nothing changed"


def test_what_was_added_stands_with_what_it_touches() -> None:
    after = BEFORE.with_evidence(
        Evidence("study", "A study.", passages=[Passage("s")])
    ).with_relation(Relation("supports", ["study"], "works"))
    scene = build_changes(BEFORE, after, since="main")
    assert boxes(scene) == {"works": (Change.KEPT, ()), "study": (Change.ADDED, ())}
    assert arrows(scene) == {"study supports works": Change.ADDED}
    assert scene.caption == "changed since main: 1 node added; 1 relation added"
    assert [box.is_elsewhere for box in scene.boxes] == [True, False]


def test_what_was_removed_is_a_ghost_at_its_old_place() -> None:
    scene = build_changes(BEFORE, BEFORE.without("dear"))
    assert boxes(scene) == {"top": (Change.KEPT, ()), "dear": (Change.REMOVED, ())}
    assert arrows(scene) == {"dear contrasts top": Change.REMOVED}
    assert scene.boxes_by_id["dear"].text == "It is dear."
    assert scene.caption == "changed: 1 node removed; 1 relation removed"


def test_what_is_reworded_has_both_texts_and_what_else_changed_is_named() -> None:
    works = evolve(BEFORE.node("works"), text="It worked.", type="cause", tags=["x"])
    scene = build_changes(BEFORE, BEFORE.with_replaced(works))
    box = scene.boxes_by_id["works"]
    assert (box.was, box.text) == ("It works.", "It worked.")
    assert (box.change, box.remarks) == (Change.REWORDED, ("changed: type, tags",))
    assert arrows(scene) == {
        "works supports top": Change.KEPT,
        "counts supports works": Change.KEPT,
    }
    other = BEFORE.with_replaced(evolve(BEFORE.node("counts"), passages=()))
    assert boxes(build_changes(BEFORE, other))["counts"] == (
        Change.CHANGED,
        ("changed: sources", "was supported"),
    )


def test_a_relation_that_turned_says_what_it_was() -> None:
    turned = Relation("supports", ["dear"], "top")
    scene = build_changes(BEFORE, replaced(BEFORE, "dear contrasts top", turned))
    assert arrows(scene) == {"dear supports top": Change.TURNED}
    assert boxes(scene)["dear"] == (
        Change.KEPT,
        ("turned: supports top (before: contrasts)",),
    )
    one, other = (
        evolve(BEFORE, relations=[Relation(stance, ["dear"], "top", id="step")])
        for stance in ("supports", "contrasts")
    )
    assert arrows(build_changes(one, other)) == {"step": Change.TURNED}


def test_a_relation_that_says_more_or_has_other_ends_is_changed() -> None:
    one = Relation("supports", ["works"], "top", id="step")
    before = replaced(BEFORE, "works supports top", one)
    other = evolve(one, because="it is new", premises=["works", "dear"])
    scene = build_changes(before, replaced(before, "step", other))
    assert arrows(scene)["step"] is Change.CHANGED
    assert boxes(scene)["works"][1] == ("changed: supports top (premises, because)",)


def test_a_relation_that_moved_is_gone_here_and_new_there() -> None:
    moved = Relation("supports", ["counts"], "dear")
    scene = build_changes(BEFORE, replaced(BEFORE, "counts supports works", moved))
    assert arrows(scene) == {
        "works supports top": Change.KEPT,
        "dear contrasts top": Change.KEPT,
        "counts supports dear": Change.ADDED,
        "counts supports works": Change.REMOVED,
    }
    assert boxes(scene) == {
        "top": (None, ("was supported",)),
        "works": (None, ("was supported",)),
        "dear": (None, ("was unsupported",)),
        "counts": (Change.KEPT, ("added: supports dear", "removed: supports works")),
    }


def test_a_node_with_another_status_is_shown_though_it_did_not_change_itself() -> None:
    scene = build_changes(BEFORE, BEFORE.without("counts"))
    assert boxes(scene) == {
        "top": (None, ("was supported",)),
        "works": (None, ("was supported",)),
        "dear": (Change.KEPT, ()),
        "counts": (Change.REMOVED, ()),
    }
    assert scene.caption == (
        "changed: 1 node removed; 1 relation removed; 2 nodes have another status"
    )


def test_a_node_that_was_renamed_is_the_same_node() -> None:
    after = ArgumentMap(
        "City",
        sources=BEFORE.sources,
        nodes=[
            evolve(node, id="effective", aliases=["works"]) if node.id == "works" else node
            for node in BEFORE.nodes
        ],
        relations=[
            Relation("supports", ["effective"], "top"),
            Relation("contrasts", ["dear"], "top"),
            Relation("supports", ["counts"], "effective"),
        ],
    )
    scene = build_changes(BEFORE, after)
    assert boxes(scene)["effective"] == (Change.CHANGED, ("renamed from works",))
    assert {*arrows(scene).values()} == {Change.KEPT}
    assert scene.caption == "changed: 1 node changed"


def test_evidence_of_a_source_that_changed_says_so() -> None:
    retracted = BEFORE.with_replaced(evolve(BEFORE.sources[0], retracted="2021"))
    scene = build_changes(BEFORE, retracted)
    assert boxes(scene)["counts"] == (Change.CHANGED, ("source changed: City 2020",))


def test_attacks_on_what_turned_or_is_gone_are_drawn_with_it() -> None:
    attacked = BEFORE.with_claim(Claim("no")).with_relation(
        Relation("undercuts", ["no"], "dear contrasts top")
    )
    turned = evolve(
        attacked,
        relations=[
            *attacked.relations[:1],
            Relation("supports", ["dear"], "top"),
            attacked.relations[2],
        ],
    )
    scene = build_changes(attacked, turned)
    gone = scene.arrows_by_id["no undercuts dear contrasts top"]
    assert (gone.change, gone.head) == (Change.REMOVED, "dear supports top")
    removed = build_changes(attacked, attacked.without("dear"))
    assert removed.arrows_by_id["no undercuts dear contrasts top"].head == "dear contrasts top"
    place(scene)
    place(removed)


def test_a_missing_node_that_is_written_now_was_added() -> None:
    before = BEFORE.with_relation(Relation("supports", ["later"], "top"))
    scene = build_changes(before, before.with_claim(Claim("later", "Here it is.")))
    assert boxes(scene)["later"] == (Change.ADDED, ())
    gone = build_changes(before.with_claim(Claim("later", "Here it is.")), before)
    assert boxes(gone)["later"] == (Change.REMOVED, ())
    assert gone.boxes_by_id["later"].text == "Here it is."


def test_every_output_tells_what_changed() -> None:
    after = BEFORE.without("dear").with_replaced(evolve(BEFORE.node("works"), text="It worked."))
    told: dict[Output, list[str]] = {
        "markdown": [
            "changed since v1: 1 node removed, 1 reworded; 1 relation removed.",
            "**works** (fact, reworded, supported): It worked.",
            "before: ~~It works.~~",
            "**dear** (claim, removed): ~~It is dear.~~",
        ],
        "mermaid": [
            "works · fact · reworded<br>It worked.<br>before: It works.",
            "stroke-dasharray:1 4",
            "classDef removed",
        ],
        "dot": [
            "works · fact · reworded\\lIt worked.\\lbefore: It works.\\l",
            "dear · claim · removed",
        ],
        "svg": [
            'text-decoration="line-through">It works.</text>',
            'text-decoration="line-through">It is dear.</text>',
            ">removed relation</text>",
            "dear contrasts top. Removed.",
            "Claim works (reworded, supported): It worked. Before: It works.",
        ],
    }
    for output, words in told.items():
        picture = render(after, before=BEFORE, since="v1", output=output)
        assert [word for word in words if word not in picture] == [], output


@settings(deadline=None)
@given(maps(), maps())
def test_all_that_changed_is_drawn(before: ArgumentMap, after: ArgumentMap) -> None:
    scene = build_changes(before, after)
    found = difference(before, after)
    drawn = {box.id: box.change for box in scene.boxes}
    for changes, change in (
        (found.nodes.added, Change.ADDED),
        (found.nodes.removed, Change.REMOVED),
    ):
        assert {drawn.get(name) for name in changes} <= {change}
    assert {*found.relations.added, *found.relations.changed} <= {*scene.arrows_by_id}
    for arrow in scene.arrows:
        heads = scene.arrows_by_id if arrow.is_at_arrow else scene.boxes_by_id
        assert arrow.head in heads
        assert all(tail in scene.boxes_by_id for tail in arrow.tails)
    assert_is_safe(render(after, before=before, since="<x>"))
