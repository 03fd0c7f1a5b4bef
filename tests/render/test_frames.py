"""Frames around sections: nothing foreign inside, nothing of theirs outside, headings readable."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.findings import InvalidValueError
from argmap.model import ArgumentMap, Claim, Relation
from argmap.render import Direction, render
from argmap.render.building import build_scene
from argmap.render.courses import plan_courses
from argmap.render.drawing import Drawing, PlacedBox, PlacedFrame, Point
from argmap.render.face import BOX_WIDTH
from argmap.render.frames import HEADING_SIZE, find_frames
from argmap.render.layout import place, with_attacks_at_their_sides
from argmap.render.measure import width
from argmap.render.tree import Tree, grow_tree
from tests.render.crossings import points_on
from tests.render.maps import MAPS
from tests.render.strategies import maps
from tests.render.test_layout import (
    DIRECTIONS,
    assert_boxes_are_apart,
    assert_lines_keep_clear,
)
from tests.render.test_svg import assert_is_safe

# A thesis, and a section of reasons with one of another section among them.
ENCLAVE = ArgumentMap(
    "Enclave",
    nodes=[
        Claim("top", "The thesis.", main=True, section="Outer"),
        Claim("a", "A reason.", section="Outer"),
        Claim("x", "A doubt.", section="Inner"),
        Claim("x1", "What speaks for it.", section="Inner"),
        Claim("b", "Another reason.", section="Outer"),
        Claim("alone", "A remark.", section="Third"),
        Claim("none", "Under no heading."),
    ],
    relations=[
        *(
            Relation("supports", [name], "top")
            for name in ("a", "x", "b", "alone", "none", "missing")
        ),
        Relation("supports", ["x1"], "x"),
    ],
)


def framed(the_map: ArgumentMap) -> list[tuple[str, list[str]]]:
    """Return the heading of each frame with the ids of the boxes that it is drawn for."""
    scene = build_scene(the_map)
    return [
        (frame.heading, [scene.boxes[box].id for run in frame.runs() for box in run.boxes])
        for frame in find_frames(scene, grow_tree(scene))
    ]


def test_neighbours_of_one_section_are_framed_and_boxes_alone_are_not() -> None:
    assert framed(ENCLAVE) == [("Outer", ["top", "a", "b"]), ("Inner", ["x", "x1"])]


def test_what_hangs_on_another_section_has_a_frame_of_its_own() -> None:
    assert framed(MAPS["sections"]) == [
        ("First", ["one", "one-a", "one-b"]),
        ("Second", ["two", "two-a", "two-c", "two-b"]),
    ]


def test_a_map_of_one_section_has_no_frame() -> None:
    assert framed(ArgumentMap(nodes=[Claim(name, section="One") for name in "abc"])) == []
    assert "am-frame" not in render(MAPS["sections"], section="First", frames=True)


def test_frames_are_left_out_where_sections_lie_about_in_pieces_unless_asked_for() -> None:
    names = [f"{section}{number}" for number in range(3) for section in "ab"]
    scattered = ArgumentMap(nodes=[Claim(name, section=name[0]) for name in names])
    pairs = scattered.with_claim(Claim("last", section="b"))
    assert render(pairs).count("am-frame") == 0
    assert render(pairs, frames=True).count('class="am-frame"') == 1
    assert render(MAPS["sections"]).count('class="am-frame"') == 2
    assert render(MAPS["sections"], frames=False).count("am-frame") == 0
    assert render(MAPS["sections"], statuses=["unsupported"]).count("am-frame") > 0
    part = ENCLAVE.with_claim(Claim("held", section="Outer", assumed="so it is"))
    assert render(part, statuses=["assumed"]).count("am-frame") == 0


def test_graphviz_draws_no_frames() -> None:
    with pytest.raises(InvalidValueError) as caught:
        render(ENCLAVE, engine="dot", frames=True)
    assert str(caught.value) == "the engine 'dot' draws no frames; use the engine 'tree'"


@settings(deadline=None)
@given(maps(), DIRECTIONS)
def test_a_frame_holds_its_boxes_and_no_others(given_map: ArgumentMap, to: Direction) -> None:
    assert_frames_tell_the_truth(place(build_scene(given_map), to, frames=True), to)


@settings(deadline=None)
@given(maps(), DIRECTIONS)
def test_frames_leave_boxes_apart_and_lines_clear(given_map: ArgumentMap, to: Direction) -> None:
    drawing = place(build_scene(given_map), to, "draw", frames=True)
    assert_boxes_are_apart(drawing)
    assert_lines_keep_clear(drawing)
    for frame in drawing.frames:
        for x, y in points_on(frame.outline):
            assert 0 <= x <= drawing.width
            assert 0 <= y <= drawing.height


@settings(deadline=None)
@given(maps(), st.sampled_from(["lr", "rl"]))
def test_headings_are_clear_of_boxes_and_lines(given_map: ArgumentMap, to: Direction) -> None:
    drawing = place(build_scene(given_map), to, "draw", frames=True)
    lines = [path for arrow in drawing.arrows for path in (arrow.shaft, *arrow.bracket)]
    points = [point for path in lines for point in points_on(path)]
    for frame in drawing.frames:
        for x, y in points:
            is_hit = frame.x < x < frame.x + BOX_WIDTH and frame.y - 9 < y < frame.y + 3
            assert not is_hit, frame.lines


@pytest.mark.parametrize("direction", ["lr", "rl", "tb", "bt"])
def test_a_frame_is_notched_around_what_is_not_its_own(direction: Direction) -> None:
    drawing = place(build_scene(ENCLAVE), direction, frames=True)
    assert [frame.lines for frame in drawing.frames] == [("Outer",), ("Inner",)]
    assert_frames_tell_the_truth(drawing, direction)


def test_long_headings_are_cut_to_the_room_that_they_have() -> None:
    heading = "A heading that is much too long for a box " * 3
    nodes = [Claim(name, section=heading) for name in ("a", "b")]
    long = ArgumentMap(nodes=[*nodes, Claim("c", section="C")])
    for direction, room, most in (("lr", BOX_WIDTH, 1), ("tb", BOX_WIDTH / 2, 2)):
        (frame,) = place(build_scene(long), direction, frames=True).frames  # type: ignore[arg-type] # words of the option
        assert len(frame.lines) == most
        assert all(width(line, HEADING_SIZE, bold=True) <= room for line in frame.lines)
        assert frame.lines[-1].endswith("…")


def test_a_picture_with_frames_holds_only_what_is_allowed() -> None:
    root = assert_is_safe(render(ENCLAVE, frames=True))
    assert isinstance(root, ET.Element)
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts.count("Outer") == texts.count("Inner") == 1


def drawn_tree(drawing: Drawing, to: Direction) -> Tree:
    """Return the tree of a drawing, whose attacks stand at the sides of what they attack."""
    scene = drawing.scene
    tree = grow_tree(scene)
    heights = {placed.box.id: placed.face.height for placed in drawing.boxes}
    sizes = [BOX_WIDTH if to in {"tb", "bt"} else heights[box.id] for box in scene.boxes]
    courses = plan_courses(scene, tree, "auto").courses
    return with_attacks_at_their_sides(scene, tree, courses, sizes)


def assert_frames_tell_the_truth(drawing: Drawing, to: Direction) -> None:
    inside = {placed.box.id: holders(placed, drawing.frames) for placed in drawing.boxes}
    for placed in drawing.boxes:
        headings = [frame.lines for frame in inside[placed.box.id]]
        assert headings in ([], [(placed.box.section,)]), placed.box.id
    scene = drawing.scene
    for frame in find_frames(scene, drawn_tree(drawing, to)):
        ids = [scene.boxes[box].id for run in frame.runs() for box in run.boxes]
        assert all(inside[name] == inside[ids[0]] != [] for name in ids)


def holders(placed: PlacedBox, frames: tuple[PlacedFrame, ...]) -> list[PlacedFrame]:
    """Return the frames that hold any corner of a box; they have to hold all of them."""
    x, y, height = placed.x, placed.y, placed.face.height
    corners = [(x + a, y + b) for a in (0, BOX_WIDTH) for b in (0, height)]
    found = []
    for frame in frames:
        outline = points_on(frame.outline)
        held = [is_inside(corner, outline) for corner in corners]
        assert len({*held}) == 1, placed.box.id
        if held[0]:
            found.append(frame)
    return found


def is_inside(point: Point, outline: list[Point]) -> bool:
    """Say whether a ray from a point leaves a closed line an odd number of times."""
    x, y = point
    ends = zip(outline, [*outline[1:], outline[0]], strict=True)
    crossings = sum(
        (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for a, b in ends
    )
    return crossings % 2 == 1
