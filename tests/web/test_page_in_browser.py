"""The page, used as a reviewer uses it: with keys and with the mouse, down to files on the disk."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.conftest import CITY, CLAIMS, Open, Serve, entered

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REVIEWS = CLAIMS.parent / "reviews"
MAP = "#viewer"


def record(node_id: str = "cuts-traffic", by: str = "ann") -> str:
    return (REVIEWS / node_id / f"{by}.yaml").read_text(encoding="utf-8")


def told(page: "Page", words: str) -> None:
    page.wait_for_function(
        "words => document.getElementById('notice').textContent === words", arg=words
    )


def chosen(page: "Page") -> str | None:
    return page.locator("#rows [aria-current]").get_attribute("data-node")


def press(page: "Page", *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def choose(page: "Page", node_id: str) -> None:
    page.locator(f'#rows [data-node="{node_id}"]').click()


def test_keys_go_through_the_nodes_and_give_verdicts(open_page: Open) -> None:
    page = open_page()
    assert chosen(page) == "should-charge"
    press(page, "j")
    assert chosen(page) == "cuts-traffic"
    press(page, "c")
    page.keyboard.type("Read j and a.")
    press(page, "Escape", "a")
    told(page, "accepted cuts-traffic")
    assert "decision: accept" in record()
    assert "note: Read j and a." in record()
    assert page.locator("#said .chip.accepted").inner_text() == "accepted"
    press(page, "k", "r")
    told(page, "rejected should-charge")
    assert "decision: reject" in record("should-charge")
    press(page, "n")
    assert chosen(page) == "hurts-shops"
    press(page, "b")
    told(page, "no verdict on hurts-shops")
    assert CLAIMS.read_text(encoding="utf-8") == CITY


def test_a_flag_is_raised_and_resolved(open_page: Open) -> None:
    page = open_page()
    choose(page, "cuts-traffic")
    press(page, "c")
    page.keyboard.type("One year")
    press(page, "Escape", "f")
    page.locator("#flag-kind").select_option("weak-source")
    assert page.locator("#flag-comment").input_value() == "One year"
    page.locator("#flag-comment").fill("One year only.")
    page.locator("#form [type=submit]").click()
    page.wait_for_selector("#about .chip.warning >> text=weak-source")
    assert "comment: One year only." in record()
    assert page.locator('#rows [data-node="cuts-traffic"] .chip.flagged').inner_text() == "1 flag"
    assert page.locator("#comment").input_value() == ""
    page.get_by_role("button", name="Resolve").click()
    page.locator("#resolve-comment").fill("Three now.")
    press(page, "Control+Enter")
    page.wait_for_selector("#dialog", state="hidden")
    assert "comment: Three now." in record()
    assert page.locator("#rows .chip.flagged").count() == 0


def test_a_step_is_flagged(open_page: Open) -> None:
    page = open_page()
    choose(page, "cuts-traffic")
    page.get_by_role("button", name="Flag the step: counts supports cuts-traffic").click()
    page.locator("#form [type=submit]").click()
    page.wait_for_selector("#dialog", state="hidden")
    assert "relation: counts supports cuts-traffic" in record()


def test_a_finding_is_waived(open_page: Open) -> None:
    page = open_page()
    choose(page, "hurts-shops")
    page.get_by_role("button", name="Waive unsupported-claim").click()
    page.locator("#waive-reason").fill("A study is read.")
    page.locator("#form [type=submit]").click()
    page.wait_for_selector("#dialog", state="hidden")
    assert "rule: unsupported-claim" in record("hurts-shops")
    press(page, "i")
    assert "1 waived" in page.locator("#findings h2").inner_text()


def test_a_refusal_is_said_in_the_dialog(open_page: Open) -> None:
    page = open_page()
    choose(page, "cuts-traffic")
    press(page, "e")
    page.locator("#edit-premise").fill("nothing")
    page.locator("#edit-text").fill("Changed, and not written.")
    CLAIMS.write_text(CITY.replace("main: true", "main: yes: no"), encoding="utf-8")
    page.locator("#form [type=submit]").click()
    page.wait_for_selector("#dialog .bad")
    assert "Changed, and not written." not in CLAIMS.read_text(encoding="utf-8")


def test_a_claim_is_edited(open_page: Open) -> None:
    page = open_page()
    choose(page, "should-charge")
    press(page, "e")
    page.locator("#edit-text").fill("The city should charge.")
    page.locator("#edit-type").select_option("value")
    page.get_by_role("checkbox", name="hurts-shops contrasts").uncheck()
    page.locator("#edit-premise").fill("counts + hurts-shops")
    page.locator("#form [type=submit]").click()
    told(page, "should-charge is written")
    text = CLAIMS.read_text(encoding="utf-8")
    assert "    text: The city should charge.   # the thesis" in text.replace(".  #", ".   #")
    assert "type: value" in text
    assert "- [counts, hurts-shops]" in text
    assert "contrasting" not in text
    assert page.locator("#said h2").inner_text() == "The city should charge."


def test_a_conflict_shows_both_versions_and_overwrites_nothing(open_page: Open) -> None:
    page = open_page()
    choose(page, "cuts-traffic")
    press(page, "e")
    page.locator("#edit-text").fill("Mine.")
    theirs = CITY.replace("A charge cuts traffic.", "Theirs.")
    CLAIMS.write_text(theirs, encoding="utf-8")
    page.wait_for_selector('#rows >> text="Theirs."')  # it is reloaded behind the dialog
    assert page.locator("#edit-text").input_value() == "Mine."
    page.locator("#form [type=submit]").click()
    page.wait_for_selector("#dialog blockquote")
    assert page.locator("#dialog blockquote").all_inner_texts() == ["Theirs.", "Mine."]
    assert CLAIMS.read_text(encoding="utf-8") == theirs
    page.get_by_role("button", name="Edit again with mine").click()
    assert page.locator("#edit-text").input_value() == "Mine."
    page.locator("#form [type=submit]").click()
    told(page, "cuts-traffic is written")
    assert "text: Mine." in CLAIMS.read_text(encoding="utf-8")


def test_what_is_in_the_file_is_kept(open_page: Open) -> None:
    page = open_page()
    choose(page, "cuts-traffic")
    press(page, "e")
    page.locator("#edit-text").fill("Mine.")
    CLAIMS.write_text(CITY + "# more\n", encoding="utf-8")
    page.locator("#form [type=submit]").click()
    page.wait_for_selector("#dialog >> text=The change is elsewhere in the file")
    page.get_by_role("button", name="Keep what is in the file").click()
    assert not page.locator("#dialog").is_visible()
    assert CLAIMS.read_text(encoding="utf-8") == f"{CITY}# more\n"


def test_changes_on_the_disk_are_shown_at_once(open_page: Open, serve: Serve) -> None:
    page = open_page()
    choose(page, "hurts-shops")
    page.locator("#comment").fill("half a")
    CLAIMS.write_text(CITY.replace("hurts shops", "ruins shops"), encoding="utf-8")
    page.wait_for_selector("#said h2 >> text=A charge ruins shops.")
    page.frame_locator(MAP).locator("text=A charge ruins shops.").first.wait_for()
    assert chosen(page) == "hurts-shops"
    page.keyboard.type(" remark")
    assert page.locator("#comment").input_value() == "half a remark"
    entered(serve(by="Bob")).act("reject", "hurts-shops")
    page.wait_for_selector("#about >> text=Bob rejects")


def test_the_map_and_the_list_choose_for_each_other(open_page: Open) -> None:
    page = open_page()
    frame = page.frame_locator(MAP)
    frame.locator('[aria-label^="Claim hurts-shops"]').click()
    page.wait_for_selector('#rows [data-node="hurts-shops"][aria-current]')
    press(page, "j")
    frame.locator('.current[aria-label^="Evidence counts"]').wait_for()
    assert chosen(page) == "counts"
    assert not frame.locator("#pane").is_visible()


def test_keys_count_while_the_map_has_the_focus(open_page: Open) -> None:
    page = open_page()
    frame = page.frame_locator(MAP)
    frame.locator('[aria-label^="Claim hurts-shops"]').click()
    page.wait_for_selector('#rows [data-node="hurts-shops"][aria-current]')
    press(page, "a")
    told(page, "accepted hurts-shops")
    press(page, "f")
    assert page.locator("#dialog-title").inner_text() == "Flag hurts-shops"
    press(page, "Escape")
    frame.locator('[aria-label^="Claim hurts-shops"]').click()
    press(page, "k")
    frame.locator('.current[aria-label^="Claim cuts-traffic"]').wait_for()
    page.wait_for_timeout(100)
    assert chosen(page) == "cuts-traffic"


def test_the_source_has_the_quotation_marked_and_its_coverage(open_page: Open) -> None:
    page = open_page()
    choose(page, "counts")
    page.get_by_role("button", name="Read it there").click()
    page.wait_for_selector("#source p mark")
    assert page.locator("#source .block mark").inner_text() == "reduced by 18 percent"
    assert page.locator("#source .sentence.missing").all_inner_texts() == [
        "The zone was watched for a year.",
        "Nobody had expected so much.",
    ]
    choose(page, "hurts-shops")
    page.wait_for_selector("#source p:not(.legend) mark", state="detached")
    page.locator("#source .sentence.cited").first.click()
    assert chosen(page) == "counts"


def test_the_quotation_is_scrolled_to(open_page: Open) -> None:
    long = "\n\n".join(["Nothing of this is cited by anybody."] * 200)
    (CLAIMS.parent / "report.txt").write_text(
        f"{long}\n\nTraffic was reduced by 18 percent.\n\n{long}\n", encoding="utf-8"
    )
    page = open_page()
    choose(page, "counts")
    press(page, "s")
    page.wait_for_selector("#source .block mark")
    place = page.locator("#source .block mark").bounding_box()
    assert place is not None
    assert 0 < place["y"] < 900


def test_a_click_on_the_address_in_another_page_leads_in(
    browser: "Browser", serve: Serve, tmp_path: Path
) -> None:
    visit = serve()
    other = tmp_path / "other.html"
    other.write_text(f'<a href="{visit.server.address}">go</a>', encoding="utf-8")
    page = browser.new_page()
    page.goto(other.as_uri())
    page.locator("a").click()
    page.wait_for_selector("html[data-state=ready]", state="attached")
    page.close()


def test_search_and_filters_leave_what_is_wanted(open_page: Open) -> None:
    page = open_page()
    press(page, "/")
    page.keyboard.type("shops")
    assert page.locator("#rows [data-node]").count() == 1
    assert page.locator("#count").inner_text() == "1 of 4 nodes"
    press(page, "Escape", "j")
    assert chosen(page) == "hurts-shops"
    page.locator("#query").fill("")
    page.locator("#by-status").select_option("=unsupported")
    assert page.locator("#rows [data-node]").count() == 1
    page.locator("#by-status").select_option("")
    page.locator("#by-flag").check()
    assert page.locator("#rows [data-node]").count() == 0
    assert page.locator("#by-section").is_hidden()


def test_help_opens_and_closes_by_key(open_page: Open) -> None:
    page = open_page()
    press(page, "?")
    assert page.locator("#dialog-title").inner_text() == "Keys"
    press(page, "j")
    assert chosen(page) == "should-charge"
    press(page, "Escape")
    assert not page.locator("#dialog").is_visible()


def test_a_page_for_reading_offers_no_writing(open_page: Open, serve: Serve) -> None:
    page = open_page(serve(is_read_only=True))
    press(page, "a", "f", "e", "w", "c")
    assert not page.locator("#deeds").is_visible()
    assert not page.locator("#dialog").is_visible()
    assert page.locator("#who").inner_text() == "For reading only"
    assert not REVIEWS.exists()


def test_texts_are_never_markup(open_page: Open) -> None:
    bait = "<img src=x onerror=alert(1)><script>window.hacked = 1</script>"
    (CLAIMS.parent / "report.txt").write_text(f"Results\n\n{bait} it says.\n", encoding="utf-8")
    CLAIMS.write_text(CITY.replace("A charge cuts traffic.", f"'{bait}'"), encoding="utf-8")
    page = open_page()
    choose(page, "cuts-traffic")
    assert page.locator("#said h2").inner_text() == bait
    press(page, "s")
    page.wait_for_selector("#source .sentence")
    assert page.evaluate("window.hacked") is None
    assert page.locator("#rows img, #said img, #source img").count() == 0


def test_on_a_phone_one_part_is_shown_at_a_time_and_nothing_sticks_out(open_page: Open) -> None:
    page = open_page(width=360, height=640, has_touch=True)
    parts = {"list": "#list", "node": "#node", "map": MAP, "source": "#source"}
    for name, selector in {**parts, "findings": "#findings"}.items():
        page.locator(f"[data-show={name}]").click()
        page.wait_for_selector(selector)
        assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.locator("[data-show=list]").click()
    choose(page, "cuts-traffic")
    page.get_by_role("button", name="Accept").click()
    told(page, "accepted cuts-traffic")
    page.get_by_role("button", name="Edit").click()
    assert page.locator("#form").bounding_box()["width"] <= 336  # type: ignore[index] # it is there
    assert "decision: accept" in record()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing(open_page: Open, serve: Serve, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    visit = serve()
    ann = entered(visit)
    ann.act("flag", kind="unclear", comment="What?")
    ann.act("accept")
    ann.act("reject", "hurts-shops")
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    page = open_page(visit, width=width, color_scheme=scheme)
    steps = (
        ("list", "node", "map", "source", "findings")
        if width == 360
        else ("map", "source", "findings")
    )
    found = []
    choose(page, "cuts-traffic")
    for step in (*steps, "f", "e", "w", "?"):
        if len(step) > 1:
            page.locator(f"[data-show={step}]").click()
            page.wait_for_timeout(100)
        else:
            press(page, step)
        for violation in axe.run(page, options=options).response["violations"]:
            targets = [one["target"] for one in violation["nodes"]]
            found.append((step, violation["id"], targets))
        if len(step) == 1:
            press(page, "Escape")
    assert found == []


def test_the_token_is_not_in_the_address_of_the_page(open_page: Open) -> None:
    page = open_page()
    assert page.url.endswith("/")
    assert page.evaluate("document.cookie") == ""


def test_files_of_the_page_are_all_sent_and_all_there() -> None:
    application = pytest.importorskip("argmap.web.application")
    folder = Path(application.__file__).parent / "static"
    assert sorted(one.name for one in folder.iterdir()) == sorted(
        (*application.ASSETS, "page.html")
    )
