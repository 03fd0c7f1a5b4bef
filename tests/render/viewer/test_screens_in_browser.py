"""The viewer on narrow and wide screens, in the dark, on paper, without scripts, and for all."""

from typing import TYPE_CHECKING, Any, Final

import pytest

from argmap.model import ArgumentMap, Claim, Relation
from argmap.render import render
from tests.benchmarks.maps import star, tree
from tests.render.maps import MAPS
from tests.render.viewer.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

DRIVING: Final = MAPS["driving"]
TEXTS: Final = {
    "texts": {"tfl": "Results\n\nTraffic was reduced by 18 percent in a year."},
    "embed_sources": "full",
}


def rect(page: "Page", selector: str) -> dict[str, float]:
    found = page.locator(selector).bounding_box()
    assert found, selector
    x, y, width, height = found["x"], found["y"], found["width"], found["height"]
    return {"x": x, "y": y, "width": width, "right": x + width, "bottom": y + height}


@pytest.mark.parametrize("width", [320, 360, 719, 720, 1024, 2560])
def test_nothing_sticks_out_of_the_screen(width: int, open_viewer: Open) -> None:
    long = ArgumentMap(
        "A title that is far too long for a narrow screen, and has aVeryLongWordInIt" * 3,
        nodes=[Claim("long" * 40, "word" * 400, main=True), *DRIVING.nodes],
        relations=DRIVING.relations,
    )
    page = open_viewer(long, f"#{'long' * 40}", width=width, height=740)
    page.keyboard.press("f")
    sizes = page.evaluate(
        "[document.documentElement, ...document.querySelectorAll('#top, #tools, #pane, #filter')]"
        ".map((one) => one.scrollWidth - one.clientWidth)"
    )
    assert sizes == [0, 0, 0, 0, 0]
    for selector in ("#help-button", "#pane-close", "#query", "#filter"):
        assert 0 <= rect(page, selector)["x"] < rect(page, selector)["right"] <= width


def test_on_a_narrow_screen_the_pane_is_a_sheet_and_the_node_stays_in_view(
    open_viewer: Open,
) -> None:
    page = open_viewer(DRIVING, width=360, height=740, has_touch=True)
    page.locator("#boxes .current").tap()
    pane, stage = rect(page, "#pane"), rect(page, "#stage")
    assert (pane["x"], pane["width"], pane["bottom"]) == (0, 360, 740)
    assert pane["y"] > 250
    page.locator("#pane .relations .to").first.tap()
    node = rect(page, "#boxes .current .frame")
    assert stage["y"] <= node["y"] < node["bottom"] <= rect(page, "#pane")["y"]
    assert 0 <= node["x"] < node["right"] <= 360
    page.locator("#pane-close").tap()
    assert page.locator("#pane").is_hidden()


def test_handles_are_seen_where_nothing_hovers(open_viewer: Open) -> None:
    opacity = "getComputedStyle(document.querySelector('.box:not(.current) .handle')).opacity"
    page = open_viewer(DRIVING, width=360, has_touch=True, is_mobile=True)
    assert page.evaluate(opacity) == "1"
    assert open_viewer(DRIVING).evaluate(opacity) == "0"


def test_a_wide_screen_shows_a_whole_map_where_it_can_be_read(open_viewer: Open) -> None:
    page = open_viewer(DRIVING, width=2560, height=1440)
    boxes = page.locator("#boxes .frame")
    assert boxes.count() == 21
    places = [one.bounding_box() for one in boxes.all()]
    assert all(place and place["y"] >= 60 for place in places)
    assert all(place and place["y"] + place["height"] <= 1440 for place in places)


@pytest.mark.parametrize(
    ("theme", "screen", "wanted"),
    [
        ("auto", "light", "rgb(255, 255, 255)"),
        ("auto", "dark", "rgb(20, 23, 28)"),
        ("light", "dark", "rgb(255, 255, 255)"),
        ("dark", "light", "rgb(20, 23, 28)"),
    ],
)
def test_it_is_dark_where_the_theme_or_the_screen_is(
    theme: str, screen: str, wanted: str, open_viewer: Open
) -> None:
    page = open_viewer(DRIVING, options={"theme": theme}, color_scheme=screen)
    colour = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(colour) == wanted
    page.emulate_media(media="print")
    assert page.evaluate(colour) == "rgb(255, 255, 255)"


def test_paper_has_the_picture_and_then_every_node_as_text(open_viewer: Open) -> None:
    page = open_viewer(DRIVING)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#app").is_hidden()
    assert page.locator("#paper .picture .box").count() == 21
    names = page.locator("#paper li > p > b").all_text_contents()
    assert sorted(names) == sorted([*(node.id for node in DRIVING.nodes), "poor-pay"])
    counts = page.locator("#paper li > p").filter(has_text="counts (")
    assert counts.first.text_content() == (
        " counts (statistic, supported) Traffic entering the zone fell by 18 percent in the first "
        "year. Central London congestion charging, fifth annual report, p. 12: “reduced by 18 "
        "percent”"
    )
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#paper > *").count() == 0


def test_a_printed_page_begins_with_the_picture(open_viewer: Open) -> None:
    pdf = open_viewer(DRIVING).pdf(format="A4")
    assert pdf.startswith(b"%PDF")
    assert 2 <= pdf.count(b"/Type /Page\n") <= 6


def test_a_large_map_is_printed_as_text_with_an_end(open_viewer: Open) -> None:
    page = open_viewer(star(5_000))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#paper .picture").count() == 0
    assert page.evaluate("document.querySelectorAll('#paper li').length") == 4_001
    assert page.locator("#paper > ul > li").last.text_content() == "And 1,001 more."


def test_a_chain_of_any_length_is_printed(open_viewer: Open) -> None:
    count = 2_000
    chain = ArgumentMap(
        nodes=[Claim(f"c{number}", "A link.") for number in range(count)],
        relations=[
            Relation("supports", [f"c{number}"], f"c{number - 1}") for number in range(1, count)
        ],
    )
    page = open_viewer(chain)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.querySelectorAll('#paper li').length") == count


def test_without_scripts_there_is_an_outline(open_viewer: Open) -> None:
    page = open_viewer(DRIVING, java_script_enabled=False)
    assert page.locator("#app").is_hidden()
    assert page.locator("noscript .outline > ul > li").count() == 1
    assert "Licensed taxis entering the zone" in page.locator("noscript .outline").inner_text()


def test_those_who_mind_movement_are_taken_to_places_at_once(open_viewer: Open) -> None:
    moves = """() => {
      let moves = 0;
      const world = document.getElementById("world");
      new MutationObserver((found) => moves += found.length).observe(world, {attributes: true});
      document.getElementById("zoom-fit").click();
      return new Promise((done) => setTimeout(() => done(moves), 800));
    }"""
    assert open_viewer(DRIVING).evaluate(moves) == 1
    assert open_viewer(DRIVING, reduced_motion="no-preference").evaluate(moves) > 1


def test_colours_that_a_reader_forces_are_taken(open_viewer: Open) -> None:
    page = open_viewer(DRIVING, "#taxis", forced_colors="active")
    colours = "[...document.querySelectorAll('{}')].map((one) => getComputedStyle(one).{})"
    assert set(page.evaluate(colours.format("#map .am-ink", "fill"))) == {"rgb(0, 0, 0)"}
    assert set(page.evaluate(colours.format("#map .frame", "fill"))) <= {
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    }


STATES: Final[dict[str, list[str]]] = {
    "map": [],
    "filter": ["press f", "check label:has-text('fact') input"],
    "pane": ["go counts", "click #pane .whole summary"],
    "proof": ["go cuts-traffic", "click #pane .proof summary"],
    "search": ["fill zone", "press Enter"],
    "keys": ["press ?"],
    "folded": ["click #fold-all"],
    "far": ["press -", "press -", "press -", "press -", "press -", "press -"],
}


def act(page: "Page", action: str) -> None:
    verb, _, what = action.partition(" ")
    match verb:
        case "press":
            page.keyboard.press(what)
        case "click":
            page.click(what)
        case "check":
            page.check(what)
        case "fill":
            page.fill("#query", what)
        case "go":
            page.evaluate(f"location.hash = '{what}'")
            page.wait_for_selector(f"#pane .id:text-is('{what}')")


@pytest.mark.parametrize(
    ("screen", "width", "states", "options"),
    [
        ("light", 1280, [*STATES], {}),
        ("light", 360, ["map", "filter", "pane"], {}),
        ("dark", 1280, ["map", "filter", "pane", "proof"], {"runOnly": ["color-contrast"]}),
    ],
)
def test_axe_finds_nothing(
    screen: str, width: int, states: list[str], options: dict[str, Any], open_viewer: Open
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found: dict[str, Any] = {}
    for state in states:
        page = open_viewer(DRIVING, width=width, options=TEXTS, color_scheme=screen)
        for action in STATES[state]:
            act(page, action)
        for violation in axe.run(page, options=options).response["violations"]:
            found[f"{state}: {violation['id']}"] = [one["html"] for one in violation["nodes"]]
        page.context.close()
    assert found == {}


@pytest.mark.parametrize("screen", ["light", "dark"])
@pytest.mark.parametrize("name", ["driving", "scripts"])
def test_axe_finds_nothing_in_a_picture_within_a_page(
    name: str, screen: str, open_viewer: Open
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    text = (
        "<!doctype html><html lang='en' data-state='ready'><meta name='viewport' "
        "content='width=device-width'><title>Page</title><main><h1>Page</h1>"
        f"{render(MAPS[name])}</main></html>"
    )
    page = open_viewer(text, color_scheme=screen)
    violations = axe.run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations] == []


def test_the_picture_is_a_tree_to_those_who_do_not_see_it(open_viewer: Open) -> None:
    page = open_viewer(DRIVING, width=2560, height=1440)
    tree_item = page.get_by_role("treeitem", name="Claim taxis, supported: Taxi")
    assert page.get_by_role("tree").get_attribute("aria-label") == DRIVING.title
    wanted = {"level": "3", "setsize": "7", "posinset": "6", "expanded": "true"}
    assert {name: tree_item.get_attribute(f"aria-{name}") for name in wanted} == wanted
    assert tree_item.get_attribute("aria-label") == (
        "Claim taxis, supported: Taxi and delivery trips rose at the same time. "
        "Contrasts cuts-traffic."
    )
    assert page.locator("#boxes [tabindex='0']").count() == 1
    page.focus("#help-button")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('current')")


def test_ten_thousand_nodes_are_ready_soon_and_few_are_drawn(open_viewer: Open) -> None:
    page = open_viewer(tree(10_000))
    # In a second here; a busy machine may take some more.
    assert page.evaluate("performance.now()") < 6_000
    elements = "document.querySelectorAll('*').length"
    assert page.evaluate(elements) < 1_500
    page.fill("#query", "claim-4321")
    page.keyboard.press("Enter")
    assert page.locator("#hits").text_content() == "1 / 1"
    label = page.locator("#boxes .current").get_attribute("aria-label") or ""
    assert label.startswith("Claim claim-4321,")
    page.click("#unfold-all")
    page.click("#zoom-fit")
    assert page.evaluate(elements) < 6_000
    page.keyboard.press("f")
    page.check("label:has-text('contested') input")
    assert (page.locator("#filter-count").text_content() or "").endswith(" of 10,000 shown")


def test_a_hub_does_not_draw_all_of_its_lines(open_viewer: Open) -> None:
    page = open_viewer(star(5_000))
    assert page.evaluate("document.querySelectorAll('#lines > g').length") < 1_200
