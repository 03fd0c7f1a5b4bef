"""The viewer, used as a reader uses it: with keys, with the mouse, by address."""

import re
from typing import TYPE_CHECKING, Final

import pytest

from argmap.assess import assess
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source
from tests.render.maps import MAPS
from tests.render.viewer.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

DRIVING: Final = MAPS["driving"]
REPORT: Final = (
    "Results\n\nThe zone was watched for a year. Traffic entering it was reduced by 18 percent "
    "in that time. Nobody had expected so much.\n\nTaxis are counted apart."
)
WITH_TEXTS: Final = {"texts": {"tfl": REPORT}, "embed_sources": "full"}


def current(page: "Page") -> str:
    """Return the id of the chosen node."""
    label = page.locator("#boxes .current").get_attribute("aria-label") or ""
    found = re.match(r"(?:Main claim|Claim|Evidence|Missing node) ([^,:.]+)", label)
    assert found, label
    return found[1]


def shown(page: "Page") -> list[str]:
    """Return the headers of the boxes that are drawn, without the types."""
    headers = page.locator("#boxes > g > text.small:first-of-type").all_text_contents()
    return [header.split(" ·")[0] for header in headers]


def press(page: "Page", *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def box(name: str) -> str:
    """Return the selector of a box."""
    words = ("Main claim", "Claim", "Evidence", "Missing node")
    starts = [f"{word} {name}{end}" for word in words for end in ",.:"]
    return ", ".join(f'#boxes > g[aria-label^="{start}"]' for start in starts)


def transform(page: "Page") -> tuple[float, float, float]:
    numbers = re.findall(r"-?[\d.]+", page.locator("#world").get_attribute("transform") or "")
    x, y, scale = map(float, numbers)
    return x, y, scale


def wait_for_change(page: "Page", before: tuple[float, float, float]) -> None:
    """Wait until the picture is no longer where it was."""
    x, y, scale = before
    was = f"translate({x:g} {y:g}) scale({scale:.4f})"
    page.wait_for_function(
        "(was) => document.getElementById('world').getAttribute('transform') !== was", arg=was
    )


def hash_of(page: "Page") -> str:
    return page.url.partition("#")[2]


def test_arrows_lead_along_the_argument(open_viewer: Open) -> None:
    page = open_viewer(DRIVING)
    visited = [current(page)]
    for key in ("Right", "Right", "Down", "Down", "Up", "Left", "Down", "Left"):
        press(page, f"Arrow{key}")
        visited.append(current(page))
    assert visited == [
        "charge",
        "cuts-traffic",
        "counts",
        "stockholm",
        "comparable",
        "stockholm",
        "cuts-traffic",
        "unfair",
        "charge",
    ]
    press(page, "End")
    last = current(page)
    press(page, "Home")
    assert (last, current(page)) == ("cleaner", "charge")
    assert page.evaluate("document.activeElement.classList.contains('current')")


def test_the_address_follows_the_reader_and_leads_back(open_viewer: Open) -> None:
    page = open_viewer(DRIVING)
    page.click(box("cuts-traffic"))
    page.click("#pane button:has-text('fell by 18 percent')")
    assert hash_of(page) == "counts"
    page.go_back()
    page.wait_for_function("location.hash === '#cuts-traffic'")
    assert page.locator("#pane .id").text_content() == "cuts-traffic"
    page.go_forward()
    page.wait_for_function("location.hash === '#counts'")
    page.wait_for_selector("#pane .id:text-is('counts')")
    assert current(page) == "counts"
    # Steps with the arrows change the address, and leave no trail to go back on.
    press(page, "ArrowDown", "ArrowDown")
    assert hash_of(page) == "comparable"
    page.go_back()
    page.wait_for_selector("#pane .id:text-is('cuts-traffic')")
    page.go_back()
    page.wait_for_selector("#pane", state="hidden")


@pytest.mark.parametrize(
    ("fragment", "wanted"),
    [
        ("#counts", "counts"),
        ("#old%20name", "b & c"),
        ("#b%20%26%20c", "b & c"),
        ("#%C3%A9t%C3%A9", "été"),
        ("#nothing", None),
        ("#%E0%A4%A", None),
        ("#map", None),
    ],
)
def test_an_address_opens_a_node_by_any_of_its_ids(
    fragment: str, wanted: str | None, open_viewer: Open
) -> None:
    several = ArgumentMap(
        nodes=[
            Claim("a", "A."),
            Claim("counts", "Counts."),
            Claim("b & c", "B.", aliases=["old name", "counts"]),
            Claim("été", "E."),
        ]
    )
    page = open_viewer(several, fragment)
    assert page.locator("#pane").is_visible() == (wanted is not None)
    assert current(page) == (wanted or "a")


def test_search_goes_through_the_hits_and_unfolds_what_hides_them(open_viewer: Open) -> None:
    page = open_viewer(DRIVING)
    page.click("#fold-all")
    press(page, "/")
    page.keyboard.type("LOW incomes")
    page.wait_for_selector("#hits:has-text('4 found')")
    visited = []
    for key in ("Enter", "Enter", "Shift+Enter", "Shift+Enter"):
        press(page, key)
        visited.append((current(page), page.locator("#hits").text_content()))
    assert visited == [
        ("unfair", "1 / 4"),
        ("poor-drive-less", "2 / 4"),
        ("unfair", "1 / 4"),
        ("revenue", "4 / 4"),
    ]
    assert page.locator("#boxes .hit").count() == 4
    assert page.evaluate("document.activeElement.id") == "query"
    press(page, "Escape")
    assert page.locator("#boxes .hit").count() == 0
    assert page.evaluate("document.activeElement.classList.contains('current')")


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("camera", "2"),  # ids and texts
        ("p. 397", "1"),  # citations
        ("traffic zone", "2"),  # all words, in any order
        ("zone TRAFFIC", "2"),
        ("(", "0"),
        ("zurich", "0"),
    ],
)
def test_search_finds_all_words_in_ids_texts_and_citations(
    query: str, count: str, open_viewer: Open
) -> None:
    page = open_viewer(DRIVING)
    page.fill("#query", query)
    press(page, "Enter")
    found = page.locator("#hits").text_content() or ""
    assert found.removesuffix(" found").split(" / ")[-1] == count


def test_search_knows_no_accents(open_viewer: Open) -> None:
    accents = ArgumentMap(nodes=[Claim("a", "ZÜRICH, Łódź und École"), Claim("b", "nothing")])
    page = open_viewer(accents)
    page.fill("#query", "zurich ecole")
    page.wait_for_selector("#hits:has-text('1 found')")


def test_branches_fold_with_the_number_that_they_hide(open_viewer: Open) -> None:
    page = open_viewer(DRIVING)
    everything = shown(page)
    page.hover(box("unfair"))
    page.click('g[aria-label*=" unfair,"] .handle')
    assert page.locator('g[aria-label*=" unfair,"] .handle text').text_content() == "+5"
    hidden = {"flat-fee", "poor-pay", "poor-drive-less", "commuting", "exempt"}
    assert set(everything) - set(shown(page)) == hidden - {"poor-pay"} | {"missing"}
    assert page.locator(box("unfair")).get_attribute("aria-expanded") == "false"
    assert page.locator("#notice").text_content() == "Folded, 5 hidden"
    # With the keyboard: to it, open it, and close it again.
    press(page, "Home", "ArrowRight", "ArrowDown", "ArrowRight")
    assert current(page) == "unfair"
    assert shown(page) == everything
    press(page, "Space")
    assert len(shown(page)) == len(everything) - 5
    assert page.evaluate("document.activeElement.classList.contains('current')")


def test_what_is_folded_stays_in_its_place_on_the_screen(open_viewer: Open) -> None:
    page = open_viewer(DRIVING)
    press(page, "ArrowRight")
    before = page.locator(box("cuts-traffic")).bounding_box()
    press(page, "Space")
    after = page.locator(box("cuts-traffic")).bounding_box()
    assert before
    assert after
    assert (after["x"], after["y"]) == pytest.approx((before["x"], before["y"]), abs=1)


def test_all_is_folded_and_unfolded_at_once(open_viewer: Open) -> None:
    page = open_viewer(DRIVING)
    everything = shown(page)
    page.click("#fold-all")
    assert shown(page) == ["charge"]
    page.click("#unfold-all")
    page.click("#zoom-fit")
    assert page.locator("#boxes > g").count() == len(everything)


def test_a_filter_leaves_what_is_looked_for_and_quietly_what_leads_there(open_viewer: Open) -> None:
    page = open_viewer(DRIVING)
    count = page.locator("#boxes > g").count()
    press(page, "f")
    page.check("label:has-text('study') input")
    assert page.locator("#filter-count").text_content() == "1 of 21 shown"
    assert shown(page) == ["charge", "cuts-traffic", "stockholm"]
    assert page.locator("#boxes .context").count() == 2
    assert current(page) == "stockholm"
    page.check("label:has-text('statistic') input")
    assert page.locator("#filter-count").text_content() == "5 of 21 shown"
    page.check("label:has-text('contested') input")
    assert page.locator("#filter-count").text_content() == "0 of 21 shown"
    assert shown(page) == []
    page.click("#filter-clear")
    page.click("#zoom-fit")
    assert page.locator("#boxes > g").count() == count
    press(page, "Escape")
    assert page.locator("#filter").is_hidden()


def test_what_reviewers_marked_is_a_filter_and_is_said_aloud(open_viewer: Open) -> None:
    page = open_viewer(DRIVING, options={"marks": {"stockholm": ["flagged", "stale"]}})
    press(page, "f")
    marked = page.locator("fieldset:has(legend:text-is('Marked')) label")
    assert marked.all_text_contents() == ["flagged1", "stale1"]
    page.check("label:has-text('flagged') input")
    assert shown(page) == ["charge", "cuts-traffic", "stockholm"]
    box = page.locator("[aria-label^='Evidence stockholm, supported, flagged, stale: ']")
    assert box.count() == 1


def test_where_nobody_marked_anything_no_marks_are_offered(open_viewer: Open) -> None:
    page = open_viewer(DRIVING)
    press(page, "f")
    assert page.locator("#filter legend").all_text_contents() == ["Kind", "Type", "Status"]


def test_a_section_is_a_filter(open_viewer: Open) -> None:
    page = open_viewer(MAPS["sections"])
    press(page, "f")
    page.check("label:has-text('Second') input")
    assert shown(page) == ["two", "two-a", "two-b", "two-c"]


def test_the_pane_tells_all_of_a_node(open_viewer: Open) -> None:
    page = open_viewer(DRIVING, "#stockholm")
    pane = page.locator("#pane")
    assert pane.locator("h2").text_content() == "Evidence · study stockholm"
    assert pane.locator(".words").text_content() == DRIVING.node("stockholm").text
    assert pane.locator(".status p").all_text_contents() == ["Supported: it cites a source."]
    assert pane.locator(".passage .place").all_text_contents() == ["p. 397", "p. 401"]
    assert pane.locator("h3").all_text_contents() == ["Sources", "Supports"]
    said = pane.locator(".relations > li").inner_text().split("\n")
    assert [line for line in said if line] == [
        "A charge cuts car traffic in the zone.",
        "cuts-traffic",
        "contested",
        "Together with comparable.",
        "Because: What worked in one city works in one that is like it.",
        "Step by-analogy · Scheme: analogy",
        "Undercut by bridges, which does not count.",
    ]


def test_buttons_in_the_pane_lead_to_the_other_nodes(open_viewer: Open) -> None:
    page = open_viewer(DRIVING, "#cuts-traffic")
    page.click("#pane .relations button:has-text('taxi and delivery')")
    assert (current(page), hash_of(page)) == ("taxis", "taxis")
    assert page.locator("#pane .id").text_content() == "taxis"
    assert page.evaluate("document.activeElement.id") == "pane-title"
    press(page, "Escape")
    assert page.locator("#pane").is_hidden()
    assert page.evaluate("document.activeElement.classList.contains('current')")
    press(page, "Enter")
    assert page.evaluate("document.activeElement.id") == "pane-title"


def test_the_status_comes_with_the_steps_that_it_rests_on(open_viewer: Open) -> None:
    page = open_viewer(DRIVING, "#cuts-traffic")
    proofs = page.locator("#pane .proof")
    assert proofs.locator("summary").all_text_contents() == [
        "What it rests on: 2 steps",
        "What speaks against it: 3 steps",
    ]
    page.click("#pane .proof summary >> nth=0")
    page.click("#pane .proof summary >> nth=1")
    assert proofs.locator("li").all_text_contents() == [
        "counts cites tfl (p. 12)",
        "counts supports cuts-traffic",
        "taxi-counts cites tfl (p. 14)",
        "taxi-counts supports taxis",
        "taxis contrasts cuts-traffic",
    ]
    judged = assess(DRIVING)
    assert [step.id for step in judged.grounds("cuts-traffic")] == ["counts supports cuts-traffic"]


def test_a_relation_that_does_not_count_says_why(open_viewer: Open) -> None:
    page = open_viewer(DRIVING, "#unfair")
    idle = page.locator("#pane .idle").all_text_contents()
    assert idle == [
        "It does not count: no evidence reaches flat-fee and poor-pay.",
        "It does not count: no evidence reaches exempt.",
        "It does not count: no evidence reaches revenue.",
        "It does not count: no evidence reaches unfair.",
    ]


def test_a_step_that_is_undercut_says_by_what(open_viewer: Open) -> None:
    answered = DRIVING.without("cameras")
    page = open_viewer(answered, "#stockholm")
    asides = page.locator("#pane .relations .aside").all_text_contents()
    assert asides[-1] == "It does not count: undercut by bridges."


def test_a_quotation_is_marked_in_the_text_around_it(open_viewer: Open) -> None:
    page = open_viewer(DRIVING, "#counts", options=WITH_TEXTS)
    quotation = page.locator("#pane blockquote")
    assert quotation.locator("mark").all_text_contents() == ["reduced by 18 percent"]
    assert quotation.text_content() == REPORT.split("\n\n")[1]
    assert page.locator("#pane .whole .text").count() == 0
    page.click("#pane .whole summary")
    text = page.locator("#pane .whole .text")
    assert text.text_content() == REPORT
    assert text.locator("mark").all_text_contents() == ["reduced by 18 percent"]
    assert text.locator("mark").is_visible()


@pytest.mark.parametrize(
    ("text", "said", "quotations"),
    [
        (
            "It was reduced by 17 percent.",
            "The text says it in nearly the same words:",
            ["reduced by 18 percent", "It was reduced by 17 percent."],
        ),
        ("It rained.", "These words are not in the text.", ["reduced by 18 percent"]),
    ],
)
def test_words_that_are_not_those_of_the_text_are_called_so(
    text: str, said: str, quotations: list[str], open_viewer: Open
) -> None:
    options = {"texts": {"tfl": text}, "embed_sources": "excerpt"}
    page = open_viewer(DRIVING, "#counts", options=options)
    assert page.locator("#pane .words-differ").text_content() == said
    assert page.locator("#pane blockquote").all_text_contents() == quotations


def test_without_the_text_the_quotation_stands_alone(open_viewer: Open) -> None:
    page = open_viewer(DRIVING, "#counts")
    assert page.locator("#pane blockquote").text_content() == "reduced by 18 percent"
    assert page.locator("#pane mark").count() == 0
    link = page.locator("#pane .source a")
    assert link.get_attribute("href") == "https://example.org/tfl.pdf"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_the_picture_is_moved_and_zoomed_with_keys_wheel_and_mouse(open_viewer: Open) -> None:
    page = open_viewer(DRIVING)
    x, y, scale = transform(page)
    press(page, "Shift+ArrowRight", "Shift+ArrowDown")
    assert transform(page) == (x - 80, y - 80, scale)
    press(page, "+")
    assert transform(page)[2] == pytest.approx(scale * 1.25, abs=1e-3)
    press(page, "-", "Shift+ArrowLeft", "Shift+ArrowUp")
    assert transform(page) == pytest.approx((x, y, scale), abs=0.2)
    page.mouse.move(640, 300)
    page.mouse.wheel(30, 50)
    wait_for_change(page, (x, y, scale))
    assert transform(page) == pytest.approx((x - 30, y - 50, scale), abs=0.2)
    page.mouse.down()
    page.mouse.move(740, 400, steps=4)
    page.mouse.up()
    assert transform(page) == pytest.approx((x + 70, y + 50, scale), abs=0.2)
    # What was dragged was not clicked.
    assert page.locator("#pane").is_hidden()
    press(page, "0")
    assert transform(page)[2] < 1
    boxes = page.locator("#boxes > g").count()
    assert boxes == 21


def test_zooming_keeps_what_is_under_the_pointer(open_viewer: Open) -> None:
    page = open_viewer(DRIVING)
    target = page.locator(box("charge"))
    before = target.bounding_box()
    assert before
    place = transform(page)
    page.mouse.move(before["x"] + 5, before["y"] + 5)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    wait_for_change(page, place)
    after = target.bounding_box()
    assert after
    assert after["width"] > before["width"] * 1.2
    assert (after["x"], after["y"]) == pytest.approx((before["x"], before["y"]), abs=4)


def test_two_fingers_zoom(open_viewer: Open) -> None:
    page = open_viewer(DRIVING, width=360, height=740, has_touch=True)
    scale = transform(page)[2]
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[int, int]) -> None:
        places = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    touch("touchStart", (150, 400), (200, 400))
    for spread in (10, 20, 30, 40, 50):
        touch("touchMove", (150 - spread, 400), (200 + spread, 400))
    touch("touchEnd")
    assert transform(page)[2] > 1.8 * scale
    assert page.locator("#pane").is_hidden()


def test_keys_are_listed_and_escape_closes_the_list(open_viewer: Open) -> None:
    page = open_viewer(DRIVING)
    press(page, "?")
    assert page.locator("#help dt").count() > 8
    press(page, "ArrowRight", "Escape")
    assert page.locator("#help").is_hidden()
    assert current(page) == "charge"


def test_lines_that_are_too_many_are_drawn_for_the_chosen_node_alone(open_viewer: Open) -> None:
    claims = [Claim(f"c{number}", f"Claim {number}.") for number in range(200)]
    crossing = [
        Relation("supports", [f"c{number}"], f"c{other}")
        for number in range(3, 200)
        for other in (0, 1, 2)
    ]
    shown_map = ArgumentMap(nodes=claims, relations=crossing)
    page = open_viewer(shown_map, "#c100")
    assert page.locator("#told").is_visible()
    assert page.locator("#lines .stub").count() == 2
    press(page, "Home")
    drawn = page.evaluate("document.querySelectorAll('#lines > g').length")
    assert 197 <= drawn < 600


def test_an_empty_map_takes_every_key(open_viewer: Open) -> None:
    page = open_viewer(ArgumentMap("Nothing yet"))
    press(page, "ArrowRight", "Enter", " ", "f", "Escape", "/", "x", "Enter", "Escape", "0", "+")
    page.click("#fold-all")
    page.click("#unfold-all")
    assert shown(page) == []


def test_a_circle_of_attacks_is_told_though_it_cannot_be_drawn(open_viewer: Open) -> None:
    page = open_viewer(MAPS["circles"], "#g")
    assert page.locator("#pane h3").all_text_contents() == ["Undercuts (2)"]
    notes = page.locator(f"{box('g')} >> text.small").all_text_contents()
    assert notes[1:] == ["see second", "see own"]


def test_withdrawn_and_missing_nodes_are_told_as_such(open_viewer: Open) -> None:
    page = open_viewer(DRIVING, "#cleaner")
    assert page.locator("#pane .status p").text_content() == "withdrawn Better said by air-quality."
    page.goto(f"{page.url.partition('#')[0]}#poor-pay")
    page.wait_for_selector("#pane .id:text-is('poor-pay')")
    assert page.locator("#pane h2").text_content() == "Missing node poor-pay"


def test_a_node_with_very_many_relations_lists_some_and_more_when_asked(open_viewer: Open) -> None:
    crowd = ArgumentMap(
        nodes=[
            Claim("middle", "M.", main=True),
            *(Evidence(f"e{n}", f"E {n}.") for n in range(150)),
        ],
        relations=[Relation("supports", [f"e{n}"], "middle") for n in range(150)],
    )
    page = open_viewer(crowd, "#middle")
    assert page.locator("#pane h3").text_content() == "Supported by (150)"
    assert page.locator("#pane .relations > li > div > .to").count() == 60
    page.click("#pane .more")
    assert page.locator("#pane .relations > li > div > .to").count() == 120
    page.click("#pane .more")
    assert page.locator("#pane .relations > li > div > .to").count() == 150


def test_a_retracted_source_is_called_so(open_viewer: Open) -> None:
    retracted = ArgumentMap(
        nodes=[Evidence("a", "A.", passages=[Passage("s")])],
        sources=[Source("s", "S", retracted="Data were made up.")],
    )
    page = open_viewer(retracted, "#a")
    assert page.locator("#pane .retracted").text_content() == "Retracted: Data were made up."
