"""Frames around sections in the viewer, as its reader folds and filters."""

from typing import TYPE_CHECKING

import pytest

from argmap.render import render
from argmap.render.viewer import view
from tests.render.maps import MAPS
from tests.render.test_frames import ENCLAVE
from tests.render.viewer.conftest import Open
from tests.render.viewer.reading import read_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

SECTIONS = {"Outer": "Outer", "Inner": "Inner", "Third": "Third"}
FRAMED = """() => [...document.querySelectorAll("#frames > g")].map((frame) => {
  const { left, top, right, bottom } = frame.querySelector("path").getBoundingClientRect();
  const inside = [...document.querySelectorAll("#boxes > g")].filter((box) => {
    const place = box.querySelector(".frame").getBoundingClientRect();
    return left < place.left && right > place.right && top < place.top && bottom > place.bottom;
  });
  return [
    frame.querySelector("text").textContent,
    inside.map((box) => box.getAttribute("aria-label").split(/[ ,:]/).at(1)),
  ];
})"""


def framed(page: "Page") -> list[list[object]]:
    found: list[list[object]] = page.evaluate(FRAMED)
    return found


def test_frames_follow_what_is_folded(open_viewer: Open) -> None:
    page = open_viewer(ENCLAVE, width=2000, height=1400, options={"frames": True})
    before = framed(page)
    assert [heading for heading, _ in before] == ["Outer", "Inner"]
    assert before[1] == ["Inner", ["x", "x1"]]
    page.focus("#boxes > g.current")
    for key in ("ArrowRight", "ArrowDown", "Space"):
        page.keyboard.press(key)
    assert [heading for heading, _ in framed(page)] == ["Outer"]
    page.click("#unfold-all")
    assert framed(page) == before


def test_from_far_away_frames_have_no_headings(open_viewer: Open) -> None:
    page = open_viewer(ENCLAVE, width=2000, height=1400, options={"frames": True})
    for _ in range(8):
        page.click("#zoom-out")
    page.wait_for_selector("#map.far")
    assert page.locator("#frames path").count() == 2
    assert page.locator("#frames text").count() == 0


def test_a_printed_picture_has_the_frames_too(open_viewer: Open) -> None:
    page = open_viewer(ENCLAVE, width=2000, height=1400, options={"frames": True})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#paper .am-frame").count() == 2


@pytest.mark.parametrize(
    ("frames", "found"),
    [(None, SECTIONS), (False, {}), (True, SECTIONS)],
)
def test_a_page_says_whether_and_with_what_words(
    *, frames: bool | None, found: dict[str, str]
) -> None:
    data = read_page(render(ENCLAVE, output="html", frames=frames)).data
    assert (data["frames"], data["sections"]) == (bool(found), found)


def test_a_map_without_sections_has_no_frames() -> None:
    data = read_page(view(MAPS["driving"], frames=True).page).data
    assert (data["frames"], data["sections"]) == (False, {})
