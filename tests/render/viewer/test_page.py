"""The page holds on its own: its policy, its data, its outline, the same bytes everywhere."""

import hashlib
import os
import re
import subprocess
import sys
from base64 import b64encode
from collections import Counter
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.findings import InvalidValueError
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source
from argmap.render import Theme, render
from argmap.render.clean import clean
from argmap.render.colours import contrast
from argmap.render.options import EmbedSources
from argmap.render.theme import SWATCHES
from argmap.render.viewer import Viewer, view
from argmap.render.viewer.look import CONTROLS
from argmap.render.viewer.page import SCRIPTS, STYLES
from tests.render.maps import MAPS
from tests.render.strategies import maps
from tests.render.viewer.reading import read_page

DRIVING = MAPS["driving"]
PAGE_ELEMENTS = Counter(
    name for name, _ in read_page(render(ArgumentMap(), output="html")).elements
)
OUTLINE = {"ul", "li", "p", "b", "em", "cite"}
PICTURE = {"svg", "g", "path", "rect", "circle", "text"}
UNSAFE = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|\bFunction\(|fetch\(|"
    r"XMLHttpRequest|WebSocket|import\(|\bon[a-z]+=|localStorage|document\.cookie"
)


def test_the_policy_allows_the_own_script_and_style_and_nothing_else() -> None:
    page = read_page(render(DRIVING, output="html"))
    style, _, script = page.texts
    assert page.policy == {
        "default-src": "'none'",
        "style-src": f"'sha256-{sha256(style)}'",
        "script-src": f"'sha256-{sha256(script)}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def sha256(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_nothing_comes_from_outside_and_no_text_becomes_markup() -> None:
    page = read_page(render(DRIVING, output="html"))
    style, _, script = page.texts
    assert not UNSAFE.findall(script)
    assert not re.findall(r"url\(|@import|expression", style)
    for name, attributes in page.elements:
        assert name not in {"link", "img", "iframe", "base", "object", "embed", "form"}
        assert not {"src", "href", "style"} & attributes.keys()
        assert not [attribute for attribute in attributes if attribute.startswith("on")]


@pytest.mark.parametrize(("directory", "names"), [("script", SCRIPTS), ("style", STYLES)])
def test_every_file_of_script_and_style_is_used(directory: str, names: tuple[str, ...]) -> None:
    found = files("argmap.render.viewer").joinpath(directory).iterdir()
    assert sorted(file.name for file in found) == sorted(names)


@settings(deadline=None)
@given(st.text(st.characters()), st.text(st.characters(), min_size=1))
def test_no_text_breaks_out(text: str, name: str) -> None:
    hostile = ArgumentMap(
        text,
        language=text,
        nodes=[
            Claim(name, text, type=text, section=text, tags=[text], withdrawn=text),
            Evidence(f"{name}2", text, passages=[Passage("s", quote=text, page=text)]),
        ],
        relations=[Relation("supports", [f"{name}2"], name, because=text, scheme=text)],
        sources=[Source("s", text, author=text, url=text, doi=text, retracted=text)],
    )
    page = read_page(render(hostile, output="html", texts={"s": text}, embed_sources="full"))
    more = Counter(element for element, _ in page.elements) - PAGE_ELEMENTS
    assert set(more) <= OUTLINE | PICTURE
    assert "<" not in page.texts[1]
    node = page.data["nodes"][0]
    assert (node["id"], node["why"] if clean(text) else "") == (clean(name), clean(text))
    assert page.data["title"] == clean(text)


def test_hostile_texts_are_data_and_nothing_else() -> None:
    page = read_page(render(MAPS["hostile"], output="html"))
    assert [name for name, _ in page.elements].count("script") == 2
    links = [source.get("link") for source in page.data["sources"]]
    assert links == [None, 'https://example.org/?a="b"&c=<d>']
    data = page.texts[1]
    assert not re.search("[<>\u2028\u2029]", data)


@pytest.mark.parametrize("name", MAPS)
def test_every_map_has_a_page(name: str) -> None:
    page = read_page(render(MAPS[name], output="html"))
    assert len(page.texts) == 3


@settings(deadline=None)
@given(maps())
def test_random_maps_have_a_page_whose_outline_tells_each_node_once(given_map: ArgumentMap) -> None:
    page = read_page(render(given_map, output="html"))
    names = [node["id"] for node in page.data["nodes"]]
    assert len(set(names)) == len(names)
    outline = page.text[: page.text.index("Filter")]
    assert [outline.count(f"{name} (") for name in names] == [1] * len(names)


@pytest.mark.parametrize("embed_sources", ["none", "full"])
def test_bytes_are_the_same_whatever_the_hash_seed(embed_sources: EmbedSources) -> None:
    program = (
        "import sys; from tests.render.maps import MAPS; from argmap.render import render;"
        "sys.stdout.buffer.write(render(MAPS['driving'], output='html', texts={'tfl': 'reduced by "
        f"18 percent'}}, embed_sources={embed_sources!r}).encode())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1


def test_one_more_claim_changes_a_small_part_of_the_page() -> None:
    more = DRIVING.with_claim(Claim("jobs", "Shops in the zone lose customers."))
    before, after = (Counter(render(one, output="html").split("\n")) for one in (DRIVING, more))
    # A node is a line of the data and a line of the outline; the title counts nodes.
    assert (before - after).total() < 12
    assert (after - before).total() < 14


def test_the_outline_nests_a_dozen_steps_and_no_more() -> None:
    count = 3_000
    chain = ArgumentMap(
        nodes=[Claim(f"c{number}", f"Claim {number}.") for number in range(count)],
        relations=[
            Relation("supports", [f"c{number}"], f"c{number - 1}") for number in range(1, count)
        ],
    )
    page = render(chain, output="html")
    depth = deepest = 0
    for tag in re.findall(r"</?ul>", page):
        depth += 1 if tag == "<ul>" else -1
        deepest = max(deepest, depth)
    assert (depth, deepest) == (0, 13)
    assert page.count("<li>") == page.count("</li>") == count


def test_the_outline_says_what_a_node_does() -> None:
    page = render(DRIVING, output="html")
    outline = page[page.index("<noscript>") : page.index("</noscript>")]
    told = [line for line in outline.split("\n") if line.startswith("<li>")]
    assert told[3] == (
        "<li><p><em>supports with comparable:</em> <b>stockholm</b> (study, supported): In the "
        "Stockholm trial, traffic across the cordon fell by 22 percent, and rose again when the "
        "trial ended. <cite>The Stockholm congestion charges, p. 397; The Stockholm congestion "
        "charges, p. 401</cite></p>"
    )
    assert "<li><p><em>undercuts the step:</em> <b>bridges</b>" in outline
    assert "<p>It also contrasts unfair.</p>" in outline
    assert "<b>poor-pay</b> (missing)" in outline


@pytest.mark.parametrize("theme", get_args(Theme))
def test_a_theme_is_a_matter_of_variables(theme: Theme) -> None:
    style = read_page(render(DRIVING, output="html", theme=theme)).texts[0]
    schemes = re.findall(r"color-scheme:([a-z ]+);", style)
    wanted = {"auto": "light dark", "contrast": "light dark", "dark": "dark"}.get(theme, "light")
    # Paper is white whatever the screen is.
    assert schemes == [wanted, "light"]
    used = set(re.findall(r"var\((--[a-z-]+)\)", style))
    assert used <= set(re.findall(r"(--[a-z-]+):", style))


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize(
    ("theme", "least"),
    [("auto", 4.5), ("light", 4.5), ("dark", 4.5), ("print", 4.5), ("contrast", 7)],
)
def test_words_of_the_controls_stand_out(theme: Theme, least: float, number: int) -> None:
    pairs = [
        *((ink, ground) for ink in ("ink", "muted", "accent") for ground in ("page", "panel")),
        *((ink, "tint") for ink in ("ink", "accent")),
        ("ink", "mark"),
        ("hit", "panel"),
    ]
    found = [
        (one, two) for one, two in pairs if contrast(*colours(theme, one, two, number)) < least
    ]
    assert found == []


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("theme", get_args(Theme))
def test_borders_that_say_something_have_a_contrast_of_three(theme: Theme, number: int) -> None:
    pairs = [(line, "page") for line in ("edge", "accent", "hit")]
    assert [one for one, two in pairs if contrast(*colours(theme, one, two, number)) < 3] == []
    assert CONTROLS[theme]["page"] == SWATCHES[theme]["page"]


def colours(theme: Theme, one: str, two: str, number: int) -> tuple[str, str]:
    return CONTROLS[theme][one][number], CONTROLS[theme][two][number]


def test_a_theme_follows_the_screen_or_has_one_set_of_colours() -> None:
    pages = {theme: render(DRIVING, output="html", theme=theme) for theme in get_args(Theme)}
    following = {theme for theme, page in pages.items() if "prefers-color-scheme:dark" in page}
    assert following == {"auto", "contrast"}
    assert "--fill-page:#000000;" in pages["contrast"]
    assert "--stroke-supports:#111111;" in pages["print"]


def test_own_colours_and_fonts_are_those_of_the_picture_too() -> None:
    page = render(
        DRIVING,
        output="html",
        theme="light",
        colours={"supports": ("#004a33", "#6effd0")},
        fonts=["Lato"],
    )
    assert "--stroke-supports:#004a33;" in page
    assert "--fonts:'Lato', Arial," in page


def test_what_a_viewer_cannot_show_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="shows a map as it is, not what changed"):
        render(DRIVING, output="html", before=DRIVING)
    with pytest.raises(InvalidValueError, match="its readers fold branches themselves"):
        render(DRIVING, output="html", max_nodes=3)


def test_a_part_of_a_map_is_a_page_of_its_own() -> None:
    page = read_page(render(DRIVING, output="html", focus="taxis", depth=1)).data
    assert [node["id"] for node in page["nodes"]] == ["cuts-traffic", "taxis", "taxi-counts"]
    assert page["caption"].startswith("3 of 21 nodes")


def test_words_that_an_option_does_not_know_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="'all' is no embed_sources; choose one of none"):
        render(DRIVING, output="html", embed_sources="all")  # type: ignore[arg-type] # wrong


def test_a_viewer_has_the_options_of_a_picture() -> None:
    options: dict[str, Any] = {
        "theme": "light",
        "statuses": ["contested", "unsupported"],
        "cross_edges": "stub",
        "frames": True,
        "colours": {"supports": ("#004a33", "#3ecfa0")},
        "fonts": ["Lato"],
        "texts": {"counts": "Traffic fell."},
        "embed_sources": "full",
    }
    viewer = argmap.view(DRIVING, **options)
    assert viewer == Viewer(render(DRIVING, output="html", **options))
    assert "--stroke-supports:#004a33;" in viewer.page
    assert "--fonts:'Lato', Arial," in viewer.page


def test_a_map_is_shown_as_its_picture_and_a_viewer_as_its_frame() -> None:
    assert DRIVING._repr_svg_() == render(DRIVING)
    assert not hasattr(DRIVING, "_repr_html_")
    assert not hasattr(view(DRIVING), "_repr_svg_")


def test_a_notebook_shows_the_page_in_a_frame_that_cannot_reach_it() -> None:
    viewer = view(DRIVING, height=300, theme="dark")
    assert viewer == Viewer(render(DRIVING, output="html", theme="dark"), 300)
    html = viewer._repr_html_()
    frame = re.fullmatch(r'<iframe ([^>]*?) srcdoc="([^"]*)"></iframe>', html)
    assert frame
    assert 'sandbox="allow-scripts allow-popups"' in frame[1]
    assert 'height="300"' in frame[1]
    assert unescape(frame[2]) == viewer.page
