"""The viewer runs its own script and nothing else, whatever texts say."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.model import ArgumentMap, Claim
from argmap.render import render
from argmap.render.building import build_scene
from argmap.render.clean import clean
from argmap.render.viewer import view
from tests.render.maps import MAPS
from tests.render.viewer.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Browser

INJECTED = (
    "<script>window.hacked = 1</script>"
    '<img src="x" onerror="window.hacked = 2">'
    '<svg onload="window.hacked = 3"></svg>'
    '<iframe srcdoc="<script>parent.hacked = 4</script>"></iframe>'
    '<a id="bait" href="javascript:window.hacked = 5">bait</a>'
    '<link rel="stylesheet" href="https://example.org/x.css">'
    "<style>#app { color: rgb(1, 2, 3) }</style>"
    '<p id="styled" style="color: rgb(1, 2, 3)">styled</p>'
)


def test_injected_markup_is_dead(browser: "Browser", tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    whole = render(MAPS["driving"], output="html")
    path.write_text(whole.replace('<div id="app"', f'{INJECTED}<div id="app"'), encoding="utf-8")
    page = browser.new_page()
    refused: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-state=ready]", state="attached")
    page.evaluate("document.getElementById('bait').click()")
    page.wait_for_load_state("load")
    assert page.evaluate("window.hacked") is None
    seen = "getComputedStyle(document.querySelector('{}')).color"
    colours = [page.evaluate(seen.format(selector)) for selector in ("#app", "#styled")]
    assert "rgb(1, 2, 3)" not in colours
    assert len([text for text in refused if "Content Security Policy" in text]) >= 6
    assert asked == [path.as_uri()]
    page.close()


def test_hostile_texts_are_shown_as_they_stand(open_viewer: Open) -> None:
    hostile = MAPS["hostile"]
    page = open_viewer(hostile, "#class")
    words = hostile.node("class").text
    assert page.locator("#pane .words").text_content() == clean(words)
    assert page.locator("#title h1").text_content() == clean(hostile.title)
    page.click("#unfold-all")
    for name in ("</g></svg>", "unsafe", "linked"):
        page.fill("#query", name)
        page.keyboard.press("Enter")
        assert page.locator("#pane .id").text_content() == name
        assert page.locator("#pane .words").text_content() == clean(hostile.node(name).text)
    assert page.evaluate("document.scripts.length") == 2
    assert page.locator("#pane a").get_attribute("href") == 'https://example.org/?a="b"&c=<d>'


def test_ids_that_objects_have_of_themselves_are_ids_like_others(open_viewer: Open) -> None:
    names = ["__proto__", "constructor", "toString", "hasOwnProperty", "length"]
    shown = ArgumentMap(nodes=[Claim(name, f"{name}.", type=name, section=name) for name in names])
    for name in names:
        page = open_viewer(shown, f"#{name}")
        assert page.locator("#pane .id").text_content() == name
    page.keyboard.press("f")
    assert page.locator("#filter fieldset").count() == 2


def test_a_notebook_shows_it_in_a_frame(browser: "Browser") -> None:
    page = browser.new_page(reduced_motion="reduce")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_content(f"<h1>Notebook</h1>{view(MAPS['driving'])._repr_html_()}")
    frame = page.frame_locator("iframe")
    frame.locator("#boxes .current").wait_for()
    frame.locator("#boxes .current").click()
    assert frame.locator("#pane .id").text_content() == "charge"
    frame.locator("#pane .relations button >> nth=0").click()
    assert frame.locator("#pane .id").text_content() == "cuts-traffic"
    assert errors == []
    page.close()


@pytest.mark.parametrize("name", ["scripts", "circles", "sections", "single", "empty"])
def test_every_map_opens_without_an_error(name: str, open_viewer: Open) -> None:
    page = open_viewer(MAPS[name])
    page.keyboard.press("0")
    page.click("#fold-all")
    page.click("#unfold-all")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert page.locator("#boxes > g").count() == len(build_scene(MAPS[name]).boxes)
