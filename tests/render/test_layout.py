"""What a tree drawing promises, for maps of any shape."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Claim, Relation
from argmap.render.building import build_scene
from argmap.render.drawing import Drawing, PlacedBox, Point
from argmap.render.face import BOX_WIDTH, SMALL_SIZE, TEXT_SIZE, TEXT_WIDTH, is_in_bold
from argmap.render.layout import place
from argmap.render.measure import width
from argmap.render.options import CrossEdges, Direction
from tests.render.crossings import crossings, crossings_between, points_on
from tests.render.maps import MAPS
from tests.render.strategies import maps

DIRECTIONS = st.sampled_from(["lr", "rl", "tb", "bt"])
CROSS_EDGES = st.sampled_from(["auto", "draw", "stub"])


@settings(deadline=None)
@given(maps(), DIRECTIONS, CROSS_EDGES)
def test_every_node_and_relation_is_drawn_exactly_once(
    given_map: ArgumentMap, direction: Direction, cross_edges: CrossEdges
) -> None:
    scene = build_scene(given_map)
    drawing = place(scene, direction, cross_edges)
    told = [
        scene.arrows[note.arrow].id
        for placed in drawing.boxes
        for note, _ in placed.face.notes
        if note.begins
    ]
    assert Counter(placed.box.id for placed in drawing.boxes) == Counter(
        box.id for box in scene.boxes
    )
    drawn = [placed.arrow.id for placed in drawing.arrows]
    assert Counter([*drawn, *told]) == Counter(arrow.id for arrow in scene.arrows)


@settings(deadline=None)
@given(maps(), DIRECTIONS, CROSS_EDGES)
def test_boxes_never_overlap_and_lie_inside_the_drawing(
    given_map: ArgumentMap, direction: Direction, cross_edges: CrossEdges
) -> None:
    assert_boxes_are_apart(place(build_scene(given_map), direction, cross_edges))


@settings(deadline=None, max_examples=300)
@given(maps(), DIRECTIONS)
def test_no_line_runs_through_a_box(given_map: ArgumentMap, direction: Direction) -> None:
    assert_lines_keep_clear(place(build_scene(given_map), direction, "draw"))


@settings(deadline=None)
@given(maps(), DIRECTIONS)
def test_every_line_begins_at_its_box_and_every_head_ends_at_its_target(
    given_map: ArgumentMap, direction: Direction
) -> None:
    drawing = place(build_scene(given_map), direction, "draw")
    boxes = {placed.box.id: placed for placed in drawing.boxes}
    for placed in drawing.arrows:
        if len(placed.arrow.tails) == 1:
            assert is_on_border(placed.shaft[0][0], boxes[placed.arrow.tails[0]])
        if not placed.arrow.is_at_arrow:
            assert is_on_border(placed.tip, boxes[placed.arrow.head])


@settings(deadline=None)
@given(maps(), CROSS_EDGES)
def test_texts_stay_inside_their_boxes(given_map: ArgumentMap, cross_edges: CrossEdges) -> None:
    for placed in place(build_scene(given_map), "lr", cross_edges).boxes:
        face = placed.face
        small = [*face.citation, face.header, *(line for _, line in face.notes)]
        is_bold = is_in_bold(placed.box)
        assert all(width(line, TEXT_SIZE, bold=is_bold) <= TEXT_WIDTH for line in face.lines)
        assert all(width(line, SMALL_SIZE) <= TEXT_WIDTH for line in small)
        assert all(chip.x >= 0 and chip.x + chip.width < BOX_WIDTH for chip in face.chips)
        last = max(
            face.lines_y + 17 * (len(face.lines) - 1) if face.lines else 0,
            face.citation_y + 14 * (len(face.citation) - 1) if face.citation else 0,
            face.notes_y + 17 * (len(face.notes) - 1) if face.notes else 0,
        )
        assert last + 4 < face.height


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("direction", ["lr", "rl", "tb", "bt"])
def test_real_maps_are_drawn_without_collisions(name: str, direction: Direction) -> None:
    drawing = place(build_scene(MAPS[name]), direction, "draw")
    assert_boxes_are_apart(drawing)
    assert_lines_keep_clear(drawing)


def test_a_chain_of_50_000_claims_is_drawn() -> None:
    count = 50_000
    chain = ArgumentMap(
        nodes=[Claim(f"c{number}") for number in range(count)],
        relations=[
            Relation("supports", [f"c{number + 1}"], f"c{number}") for number in range(count - 1)
        ],
    )
    drawing = place(build_scene(chain))
    assert [placed.x for placed in drawing.boxes[:3]] == [0, 395, 790]
    assert {placed.y for placed in drawing.boxes} == {0}


def test_a_parent_stands_in_the_middle_of_its_children() -> None:
    fan = ArgumentMap(
        nodes=[Claim("top"), Claim("a"), Claim("b"), Claim("c")],
        relations=[Relation("supports", [name], "top") for name in "abc"],
    )
    middles = {
        placed.box.id: placed.y + placed.face.height / 2 for placed in place(build_scene(fan)).boxes
    }
    assert middles == {"top": 66, "a": 16, "b": 66, "c": 116}


def test_linked_premises_stand_next_to_each_other_with_one_arrow() -> None:
    linked = ArgumentMap(
        nodes=[Claim(name) for name in ("top", "a", "x", "b")],
        relations=[Relation("supports", ["a", "b"], "top"), Relation("supports", ["x"], "top")],
    )
    drawing = place(build_scene(linked))
    assert [placed.box.id for placed in drawing.boxes] == ["top", "a", "b", "x"]
    assert [len(placed.bracket) for placed in drawing.arrows] == [1, 0]


def test_more_than_300_cross_edges_are_told_in_notes() -> None:
    nodes = [Claim("top"), *(Claim(f"c{number}") for number in range(302))]
    tree = [Relation("supports", [f"c{number}"], "top") for number in range(302)]

    def notes(crossing: int) -> list[str]:
        cross = [
            Relation("contrasts", [f"c{number}"], f"c{number + 1}") for number in range(crossing)
        ]
        scene = build_scene(ArgumentMap(nodes=nodes, relations=[*tree, *cross]))
        drawing = place(scene)
        return [note.text for placed in drawing.boxes for note, _ in placed.face.notes]

    assert notes(300) == []
    assert notes(301)[:2] == ["see c1", "see c2"]


def test_cross_edges_that_pass_very_many_levels_are_told_in_notes() -> None:
    count = 1_002
    nodes = [Claim(f"c{number}") for number in range(count)]
    tree = [Relation("supports", [f"c{number + 1}"], f"c{number}") for number in range(count - 1)]

    def notes(crossing: int) -> list[str]:
        cross = [
            Relation("contrasts", [f"c{count - 1}"], "c0", id=f"r{n}") for n in range(crossing)
        ]
        drawing = place(build_scene(ArgumentMap(nodes=nodes, relations=[*tree, *cross])))
        return [note.text for placed in drawing.boxes for note, _ in placed.face.notes]

    assert notes(30) == []
    assert notes(31) == ["see c0"] * 31


def test_a_note_for_linked_premises_names_the_target_before_the_others() -> None:
    cross = ArgumentMap(
        nodes=[Claim(name) for name in ("top", "a", "b", "c")],
        relations=[
            Relation("supports", ["a"], "top"),
            Relation("supports", ["b"], "top"),
            Relation("supports", ["a", "b"], "c"),
        ],
    )
    drawing = place(build_scene(cross), cross_edges="stub")
    notes = {
        placed.box.id: [note.text for note, _ in placed.face.notes] for placed in drawing.boxes
    }
    assert notes == {"top": [], "a": ["see c (with b)"], "b": ["see c (with a)"], "c": []}


@pytest.mark.parametrize("direction", ["lr", "rl", "tb", "bt"])
def test_an_attack_in_front_of_the_theses_stays_inside_the_drawing(direction: Direction) -> None:
    own = Relation("supports", ["a"], "a", id="own")
    linked = Relation("undercuts", ["a", "b"], "own")
    assert_lines_keep_clear(place(build_scene(ArgumentMap(relations=[own, linked])), direction))


@pytest.mark.parametrize("direction", ["lr", "rl", "tb", "bt"])
@pytest.mark.parametrize("attacked", range(6))
def test_an_attack_does_not_cross_the_line_that_it_aims_at(
    attacked: int, direction: Direction
) -> None:
    reasons = [Relation("supports", [f"c{number}"], "top", id=f"r{number}") for number in range(6)]
    fan = ArgumentMap(
        nodes=[Claim("top"), *(Claim(f"c{number}") for number in range(6)), Claim("attack")],
        relations=[*reasons, Relation("undercuts", ["attack"], f"r{attacked}")],
    )
    drawing = place(build_scene(fan), direction)
    arrows = {placed.arrow.id: placed for placed in drawing.arrows}
    line, aim = arrows[f"attack undercuts r{attacked}"], arrows[f"r{attacked}"]
    assert crossings_between(line, aim) == 0
    order = [placed.box.id for placed in drawing.boxes]
    beside = order.index("attack") - order.index(f"c{attacked}")
    assert beside == (1 if attacked < 4 else -1)


def test_an_attack_on_an_attack_stands_beside_it_too() -> None:
    nodes = [Claim(name) for name in ("top", "a", "b", "c", "d", "e", "c1", "c2")]
    relations = [
        *(Relation("supports", [name], "top", id=f"from-{name}") for name in "abcde"),
        Relation("undercuts", ["c1"], "from-e", id="first"),
        Relation("undercuts", ["c2"], "first"),
    ]
    drawing = place(build_scene(ArgumentMap(nodes=nodes, relations=relations)))
    order = [placed.box.id for placed in drawing.boxes]
    assert order == ["top", "a", "b", "c", "d", "c2", "c1", "e"]
    assert crossings(drawing) == 0


def test_a_line_to_deeper_levels_goes_past_the_longer_boxes_beside_its_own() -> None:
    given_map = ArgumentMap(
        nodes=[Claim("a", main=True), Claim("b", "A longer text. " * 20, main=True), Claim("c")],
        relations=[Relation("supports", ["c"], "b"), Relation("contrasts", ["a"], "c")],
    )
    assert_lines_keep_clear(place(build_scene(given_map), "tb"))


def assert_boxes_are_apart(drawing: Drawing) -> None:
    for placed in drawing.boxes:
        assert placed.x >= 0
        assert placed.x + BOX_WIDTH <= drawing.width
        assert placed.y >= 0
        assert placed.y + placed.face.height <= drawing.height
    for one, two in combinations(drawing.boxes, 2):
        is_beside = abs(one.x - two.x) >= BOX_WIDTH + 4
        upper, lower = (one, two) if one.y <= two.y else (two, one)
        assert is_beside or lower.y - upper.y >= upper.face.height + 4


def assert_lines_keep_clear(drawing: Drawing) -> None:
    for arrow in drawing.arrows:
        for path in (arrow.shaft, *arrow.bracket):
            for x, y in points_on(path):
                assert -0.1 <= x <= drawing.width + 0.1
                assert -0.1 <= y <= drawing.height + 0.1
                for box in drawing.boxes:
                    is_inside = (
                        box.x + 0.1 < x < box.x + BOX_WIDTH - 0.1
                        and box.y + 0.1 < y < box.y + box.face.height - 0.1
                    )
                    assert not is_inside, (arrow.arrow.id, box.box.id)


def is_on_border(point: Point, placed: PlacedBox) -> bool:
    x, y = point[0] - placed.x, point[1] - placed.y
    height = placed.face.height
    is_at_side = x in {0, BOX_WIDTH} and 0 < y < height
    return is_at_side or (y in {0, height} and 0 < x < BOX_WIDTH)
