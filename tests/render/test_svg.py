"""What every SVG holds to: safe, legal, equal on every machine, readable without eyes."""

import re
from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Claim, Relation
from argmap.render import Theme, render
from argmap.render.building import build_scene
from argmap.render.clean import safe_link
from argmap.render.describe import arrow_title, box_title, outgoing_arrows
from tests.render.maps import MAPS
from tests.render.strategies import maps

SVG = "{http://www.w3.org/2000/svg}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SHAPE = {"class", "fill", "stroke", "stroke-width", "stroke-dasharray", "transform"}
CAPS = {"stroke-linecap", "stroke-linejoin"}
ALLOWED = {
    "svg": {"class", "width", "height", "viewBox", "role", "font-family", "lang", XML_LANG}
    | {"aria-labelledby", "aria-describedby"},
    "title": {"id"},
    "desc": {"id"},
    "style": set[str](),
    "g": SHAPE | {"font-size"},
    "rect": SHAPE | {"x", "y", "width", "height", "rx"},
    "path": SHAPE | CAPS | {"d"},
    "circle": SHAPE | {"cx", "cy", "r"},
    "text": {"x", "y", "class", "fill", "font-size", "font-weight"}
    | {"direction", "textLength", "lengthAdjust", "text-decoration"},
    "a": {"href"},
}
STYLE_LINE = re.compile(
    r"@media \((prefers-color-scheme:dark|forced-colors:active)\)\{|\}"
    r"|\.argmap-[0-9a-f]{8} \.am-[a-z-]+\{((fill|stroke):#[0-9a-f]{6};?)+\}"
    r"|(\.argmap-[0-9a-f]{8} \.am-[a-z-]+,?)+\{(fill|stroke):(Canvas|CanvasText)\}"
)
NUMBER = re.compile(r"-?[0-9]+(\.[0-9])?")


def assert_is_safe(svg: str) -> ET.Element:
    """Hold a picture against the list of what may be in one, and return its root."""
    root = ET.fromstring(svg)  # noqa: S314 - it is our own
    for element in root.iter():
        name = element.tag.removeprefix(SVG)
        assert element.tag == f"{SVG}{name}"
        assert set(element.attrib) <= ALLOWED[name], (name, element.attrib)
        for attribute in ("x", "y", "cx", "cy", "r", "width", "height", "textLength"):
            assert NUMBER.fullmatch(element.get(attribute, "0"))
        if name == "a":
            assert safe_link(element.get("href")) == element.get("href") != ""
        if name == "style":
            assert all(
                STYLE_LINE.fullmatch(line) for line in (element.text or "").split("\n")[1:-1]
            )
        for value in element.attrib.values():
            assert "url(" not in value
    assert "-0 " not in svg
    assert "\r" not in svg
    assert svg.endswith("</svg>\n")
    return root


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("theme", ["auto", "light", "dark", "print", "contrast"])
def test_pictures_of_all_maps_hold_only_what_is_allowed(name: str, theme: Theme) -> None:
    assert_is_safe(render(MAPS[name], theme=theme))


@settings(deadline=None)
@given(maps())
def test_pictures_of_random_maps_hold_only_what_is_allowed(given_map: ArgumentMap) -> None:
    assert_is_safe(render(given_map))


@settings(deadline=None)
@given(st.text(st.characters()), st.text(st.characters(), min_size=1))
def test_no_text_breaks_out(text: str, name: str) -> None:
    hostile = ArgumentMap(
        text,
        language=text,
        nodes=[Claim(name, text, type=text, section=text)],
        relations=[Relation("supports", [f"{name}2"], name, because=text, scheme=text)],
    )
    root = assert_is_safe(render(hostile))
    assert len(root.findall(f".//{SVG}g/{SVG}title")) == 3


def test_links_are_followed_only_where_they_are_safe() -> None:
    root = assert_is_safe(render(MAPS["hostile"]))
    links = [link.get("href") for link in root.iter(f"{SVG}a")]
    assert links == ['https://example.org/?a="b"&c=<d>']
    assert root.get("role") == "graphics-document document"
    assert root.get("lang") is None


ONE_OF = {
    "direction": st.sampled_from(["lr", "rl", "tb", "bt"]),
    "cross_edges": st.sampled_from(["auto", "draw", "stub"]),
    "order": st.sampled_from(["author", "crossings"]),
    "theme": st.sampled_from(["auto", "light", "dark", "print", "contrast"]),
    "frames": st.sampled_from([None, True, False]),
}


@settings(deadline=None)
@given(maps(), st.fixed_dictionaries(ONE_OF))
def test_every_node_and_relation_is_in_the_file_exactly_once(
    given_map: ArgumentMap, options: dict[str, object]
) -> None:
    root = assert_is_safe(render(given_map, **options))  # type: ignore[arg-type] # words of these
    scene = build_scene(given_map)
    outgoing = outgoing_arrows(scene)
    titles = Counter(element.text or "" for element in root.iterfind(f".//{SVG}g/{SVG}title"))
    boxes = Counter(box_title(box, outgoing.get(box.id, ())) for box in scene.boxes)
    arrows = Counter(map(arrow_title, scene.arrows))
    assert titles - boxes <= arrows
    assert boxes <= titles
    if options["cross_edges"] == "draw":
        attacks = {arrow.id for arrow in scene.arrows if arrow.is_at_arrow}
        # Attacks on each other in a circle have nothing to end on, and are told.
        told = arrows - titles
        assert told <= Counter(arrow_title(scene.arrows_by_id[name]) for name in attacks)


def test_one_more_claim_changes_a_small_part_of_the_file() -> None:
    driving = MAPS["driving"]
    more = driving.with_claim(Claim("jobs", "Shops in the zone lose customers.")).with_relation(
        Relation("contrasts", ["jobs"], "charge")
    )
    before, after = (Counter(render(one).split("\n")) for one in (driving, more))
    changed = before - after
    assert changed.total() < before.total() / 5


def test_one_element_stands_on_each_line() -> None:
    for line in render(MAPS["driving"]).split("\n"):
        assert len(re.findall(r"<[a-z]", line)) <= 1


def test_the_picture_is_told_to_those_who_do_not_see_it() -> None:
    tea = ArgumentMap(
        "Tea & <milk>",
        language="en-GB",
        nodes=[Claim("tea", "Tea is good."), Claim("milk", "With milk"), Claim("hot", "Hot.")],
        relations=[
            Relation("supports", ["milk", "hot"], "tea", id="step", because="it warms"),
            Relation("undercuts", ["cold"], "step"),
        ],
    )
    root = assert_is_safe(render(tea))
    assert root.get("role") == "img"
    assert root.get("lang") == "en-GB"
    scope = root.get("class")
    assert root.get("aria-labelledby") == f"{scope}-title"
    assert [element.get("id") for element in root[:2]] == [f"{scope}-title", f"{scope}-desc"]
    assert root[0].text == "Tea & <milk>"
    assert (root[1].text or "").strip().split("\n") == [
        "Argument map: 3 claims, 0 evidence, 2 relations, 1 missing.",
        "Main claim tea (unsupported): Tea is good.",
        "Claim milk (unsupported): With milk. Together with hot, supports tea.",
        "Claim hot (unsupported): Hot. Together with milk, supports tea.",
        "Missing node cold. Undercuts the step \u201cstep\u201d.",
    ]
    titles = [element.text for element in root.iterfind(f".//{SVG}g/{SVG}title")]
    assert titles == [
        "milk + hot supports tea. Because: it warms.",
        "cold undercuts step.",
        "Main claim tea (unsupported): Tea is good.",
        "Claim milk (unsupported): With milk. Together with hot, supports tea.",
        "Claim hot (unsupported): Hot. Together with milk, supports tea.",
        "Missing node cold. Undercuts the step \u201cstep\u201d.",
    ]


def test_a_title_gives_the_whole_of_a_text_that_is_cut() -> None:
    long = "many words " * 200
    root = assert_is_safe(render(ArgumentMap(nodes=[Claim("a", long)])))
    lines = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert any(line.endswith("…") for line in lines)
    titles = [element.text or "" for element in root.iterfind(f".//{SVG}g/{SVG}title")]
    assert long.strip() in titles[0]


def test_the_legend_names_what_occurs_and_nothing_else() -> None:
    words = {"supports", "contrasts", "undercuts a step", "restates", "main claim", "claim"}
    words |= {"assumed", "evidence", "missing", "elsewhere", "linked: they count only together"}

    def legend(given_map: ArgumentMap, section: str | None = None) -> set[str]:
        root = assert_is_safe(render(given_map, section=section))
        return words & {element.text or "" for element in root.iter(f"{SVG}text")}

    assert legend(ArgumentMap()) == set()
    assert legend(MAPS["driving"]) == words - {"elsewhere"}
    assert legend(MAPS["sections"], "First") == {
        "supports",
        "contrasts",
        "main claim",
        "claim",
        "elsewhere",
    }


def test_dark_is_a_matter_of_one_media_block_or_of_the_attributes() -> None:
    auto, light, dark, paper, stark = (
        render(MAPS["driving"], theme=theme)
        for theme in ("auto", "light", "dark", "print", "contrast")
    )
    for following in (auto, stark):
        assert following.count("@media (prefers-color-scheme:dark)") == 1
        assert following.count("@media (forced-colors:active)") == 1
    for fixed in (light, dark, paper):
        assert "<style" not in fixed
        assert "class=" not in fixed.partition("\n")[2]
    assert "#14171c" not in light
    assert "#ffffff" not in dark
    assert 'fill="#ffffff"' in auto
    assert "fill:#14171c" in auto
    assert "fill:#000000" in stark


def test_pictures_for_paper_have_greys_alone() -> None:
    colours = re.findall(
        "#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", render(MAPS["driving"], theme="print")
    )
    assert colours
    assert all(red == green == blue for red, green, blue in colours)


def test_every_class_has_a_colour_of_the_readers_where_those_are_forced() -> None:
    auto = render(MAPS["driving"])
    shown = {*re.findall(r'class="(am-[a-z-]+)"', auto)}
    forced = auto.partition("@media (forced-colors:active){")[2].partition("</style>")[0]
    assert {*re.findall(r"\.(am-[a-z-]+)", forced)} == shown


def test_arabic_and_hebrew_begin_at_the_right_and_stay_there_on_every_line() -> None:
    text = "עברית נכתבת מימין לשמאל, גם כשיש English words באמצע."
    root = assert_is_safe(render(ArgumentMap(nodes=[Claim("he", text)])))
    lines = [element for element in root.iter(f"{SVG}text") if element.get("y") in {"39", "56"}]
    starts = [(line.get("x"), line.get("direction")) for line in lines if line.get("direction")]
    assert starts == [("284", "rtl")] * len(starts)
    assert len(starts) == 2


def test_strength_makes_lines_thicker_within_limits() -> None:
    def widths(strength: float | None) -> list[str | None]:
        relations = [Relation("supports", ["b"], "a", strength=strength)]
        root = assert_is_safe(render(ArgumentMap(nodes=[Claim("a")], relations=relations)))
        shafts = root.findall(f"{SVG}g/{SVG}g/{SVG}g/{SVG}g/{SVG}path[1]")
        return [shafts[0].get("stroke-width")]

    assert [widths(strength) for strength in (None, 0, 1)] == [[None], ["1.3"], ["3.7"]]


def test_the_description_of_a_large_map_ends_early() -> None:
    count = 1_203
    crowd = ArgumentMap(
        nodes=[Claim(f"c{number}") for number in range(count)],
        relations=[Relation("supports", [f"c{number}" for number in range(1, count)], "c0")],
    )
    root = assert_is_safe(render(crowd))
    lines = (root[1].text or "").strip().split("\n")
    assert len(lines) == 202
    assert lines[2] == "Claim c1 (unsupported). Together with 1,201 others, supports c0."
    assert lines[-1] == "And 1,003 more."


def test_the_node_in_focus_has_a_second_outline_and_is_told() -> None:
    driving = MAPS["driving"]
    svg = render(driving, theme="print", focus="taxis", depth=0)
    assert svg.count('<rect x="4.5" y="4.5" rx="4.5" width="286" height=') == 1
    assert '<path d="M4.5 4.5H' in render(driving, focus="taxi-counts", depth=0)
    assert "<title>Claim taxis (focus, " in svg
    assert "\nClaim taxis (focus, " in svg
    assert ">focus</text>" in svg
    assert "focus" not in render(driving)
