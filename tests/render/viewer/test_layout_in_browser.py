"""The browser puts boxes and lines where the pictures have them."""

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from argmap.render.building import build_scene
from argmap.render.layout import place
from argmap.render.viewer.standing import stand
from tests.benchmarks.maps import tree
from tests.render.maps import MAPS
from tests.render.test_frames import ENCLAVE
from tests.render.viewer.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

DRAWN = """() => ({
  frames: [...document.querySelectorAll("#frames > g")].map((frame) => [
    frame.querySelector("path").getAttribute("d"),
    frame.querySelector("text").textContent,
    frame.querySelector("text").getAttribute("x"),
    frame.querySelector("text").getAttribute("y"),
  ]),
  boxes: [...document.querySelectorAll("#boxes > g")].map((box) => box.getAttribute("transform")),
  lines: [...document.querySelectorAll("#lines > g")].map((line) => [
    Number(line.dataset.relation),
    [...line.querySelectorAll("path")].map((path) => path.getAttribute("d")),
  ]),
})"""
NUMBER = re.compile(r"-?[0-9.]+")
TOLERANCE = 0.11  # both sides round to a tenth
LARGE = tree(180)


def drawn_by_browser(page: "Page") -> dict[str, Any]:
    drawn: dict[str, Any] = page.evaluate(DRAWN)
    return drawn


def numbers(texts: list[str]) -> list[float]:
    return [float(number) for text in texts for number in NUMBER.findall(text)]


@pytest.mark.parametrize("frames", [None, True, False])
@pytest.mark.parametrize("name", [*MAPS, "large", "enclave"])
def test_all_stands_where_the_picture_has_it(
    *, name: str, frames: bool | None, open_viewer: Open
) -> None:
    shown = {**MAPS, "large": LARGE, "enclave": ENCLAVE}[name]
    scene = build_scene(shown)
    drawing = place(scene, "lr", "draw", frames=frames)
    # So large a window shows all at full size.
    width, height = int(drawing.width) + 400, int(drawing.height) + 400
    page = open_viewer(shown, width=width, height=height, options={"frames": frames})
    found = drawn_by_browser(page)
    if not drawing.boxes:
        assert found == {"frames": [], "boxes": [], "lines": []}
        return
    order = stand(scene).tree.order
    assert [scene.boxes[box] for box in order] == [placed.box for placed in drawing.boxes]
    shift = (drawing.boxes[0].x, drawing.boxes[0].y)
    first = numbers(found["boxes"][:1])
    corners = [
        (x - first[0], y - first[1])
        for x, y in zip(*[iter(numbers(found["boxes"]))] * 2, strict=True)
    ]
    assert corners == [(box.x - shift[0], box.y - shift[1]) for box in drawing.boxes]
    move = (first[0] - shift[0], first[1] - shift[1])
    assert [heading for _, heading, *_ in found["frames"]] == [
        "".join(frame.lines) for frame in drawing.frames
    ]
    for frame, (outline, _, x, y) in zip(drawing.frames, found["frames"], strict=True):
        flat = [value for step in frame.outline for point in step for value in point]
        wanted_numbers = [*flat, frame.x, frame.y]
        moved = [value + move[number % 2] for number, value in enumerate(wanted_numbers)]
        assert numbers([outline, x, y]) == pytest.approx(moved, abs=TOLERANCE)
    lines = dict(map(tuple, found["lines"]))
    assert lines.keys() == {scene.arrows.index(placed.arrow) for placed in drawing.arrows}
    for placed in drawing.arrows:
        wanted = [*placed.bracket, placed.shaft]
        paths = lines[scene.arrows.index(placed.arrow)][: len(wanted)]
        seen = numbers(paths)
        flat = [value for path in wanted for step in path for point in step for value in point]
        moved = [
            value + (first[number % 2] - shift[number % 2]) for number, value in enumerate(flat)
        ]
        assert seen == pytest.approx(moved, abs=TOLERANCE), json.dumps(placed.arrow.id)
