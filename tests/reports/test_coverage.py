"""How much of its sources a map accounts for: in a terminal, for programs, and as a page."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.coverage import CoveredSentence, MapCoverage, cover
from argmap.model import ArgumentMap, Claim, Extent, Passage, SetAside, Source
from argmap.passages import plain_source
from argmap.reports.coverage_json import coverage_json
from argmap.reports.coverage_page import coverage_page
from argmap.reports.coverage_text import bar, coverage_text, percent, places
from tests.coverage.library import article, library
from tests.reports.hostile import HOSTILE


def covered() -> MapCoverage:
    the_map = library()
    found = cover(the_map, the_map.sources[0], article())
    return MapCoverage("library", the_map, (found,), (("other", "the map names no file for it"),))


def test_each_section_has_its_bar_and_what_is_missing() -> None:
    assert coverage_text([covered()]) == (
        "library: Open on Sundays?\n"
        "  article  The article\n"
        "    Why it should open                    3  █████████████▎░░░░░░  67%  missing 1.3\n"
        "    What is against it                    3  ██████████░░░░░░░░░░  50%"
        "  missing 2.3; 1 set aside\n"
        "    all                                   6  ████████████░░░░░░░░  60%  1 set aside\n"
        "      not in the text: 'lost': paragraph 9\n"
        "  other  no text: the map names no file for it\n"
        "covered 1 map, 1 source with text, 6 sentences: "
        "3 cited, 1 set aside, 2 missing: 60%\n"
    )


def test_missing_sentences_are_written_out_on_demand() -> None:
    text = coverage_text([covered()], with_words=True)
    assert "      1.3  So they say.\n      2.3  Nobody knows.\n" in text


def test_a_text_without_headings_has_one_row() -> None:
    the_map = ArgumentMap(sources=[Source("s", "S")])
    found = cover(the_map, the_map.sources[0], plain_source("One. Two."))
    assert coverage_text([MapCoverage("m", the_map, (found,))]).splitlines()[:3] == [
        "m",
        "  s  S",
        "    all                                   2  ░░░░░░░░░░░░░░░░░░░░   0%  missing 1.1-2",
    ]


def test_places_are_folded_into_ranges() -> None:
    numbers = [(1, 1), (1, 2), (1, 4), (2, 3), (3, 1), (3, 2), (3, 3)]
    sentences = [CoveredSentence(paragraph, number, 0, 1) for paragraph, number in numbers]
    assert places(sentences) == "1.1-2, 1.4, 2.3, 3.1-3"


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0.0, "0%"), (0.0001, "1%"), (0.5, "50%"), (0.9999, "99%"), (1.0, "100%")],
)
def test_nothing_is_rounded_to_all_or_nothing(share: float, shown: str) -> None:
    assert percent(share) == shown


@given(st.floats(0, 1))
def test_a_bar_is_full_and_empty_for_all_and_nothing_alone(share: float) -> None:
    shown = bar(share)
    assert len(shown) == 20
    assert (shown == "█" * 20) == (share == 1)
    assert (shown == "░" * 20) == (share == 0)


def test_programs_get_every_sentence() -> None:
    report = json.loads(coverage_json([covered()]))
    (one,) = report["maps"]
    (source,) = one["sources"]
    counts = {"sentences": 6, "cited": 3, "setAside": 1, "missing": 2, "share": 0.6}
    assert report["version"] == 1
    assert report["total"] == counts
    assert {key: source[key] for key in counts} == counts
    assert source["places"][4] == {
        "paragraph": 2,
        "sentence": 2,
        "start": 137,
        "end": 153,
        "heading": "What is against it",
        "citedBy": [],
        "setAside": "it asks",
    }
    assert source["places"][1]["citedBy"] == [{"node": "visits", "roles": ["support"]}]
    assert source["unplaced"] == [{"node": "lost", "locator": "paragraph 9"}]
    assert [section["missing"] for section in source["sections"]] == [1, 1]
    assert one["absent"] == [{"source": "other", "why": "the map names no file for it"}]


class _Page(HTMLParser):
    """What a browser would see of a page, in short."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags = list[str]()
        self.ids = list[str]()
        self.links = list[str]()
        self.events = list[str]()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in {"href", "src"}:
                self.links.append(value or "")
            if name.startswith("on") or name == "style":
                self.events.append(name)


def test_sentences_and_nodes_are_linked_both_ways() -> None:
    page = _Page(coverage_page([covered()]))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    nodes = {one for one in page.ids if re.fullmatch(r"m1s1n\d+", one)}
    sentences = {one for one in page.ids if re.fullmatch(r"m1s1p\d+-\d+", one)}
    assert (len(nodes), len(sentences)) == (3, 6)
    assert {f"#{one}" for one in nodes} <= set(page.links)


def test_each_kind_of_sentence_is_marked() -> None:
    page = coverage_page([covered()])
    assert re.findall(r'class="s (\w+)" id="m1s1p(\d-\d)"', page) == [
        ("claim", "1-1"),
        ("support", "1-2"),
        ("missing", "1-3"),
        ("contrast", "2-1"),
        ("aside", "2-2"),
        ("missing", "2-3"),
    ]


def test_the_page_asks_for_nothing_and_names_its_style_by_hash() -> None:
    page = coverage_page([covered()])
    (style,) = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in page
    assert "default-src 'none'" in page
    seen = _Page(page)
    assert not {"script", "link", "img", "iframe", "object"} & set(seen.tags)
    assert all(link.startswith("#") for link in seen.links)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    passage = Passage(text or "s", paragraph=Extent(1))
    the_map = ArgumentMap(
        text,
        nodes=[Claim(text or "c", text, passages=[passage])],
        sources=[Source(text or "s", text, author=text, date=text)],
        set_aside=[SetAside(text or "s", paragraph=Extent(1), reason=text)],
    )
    found = cover(the_map, the_map.sources[0], evolve(plain_source(text), language=text))
    maps = [MapCoverage(text, the_map, (found,), ((text, text),))]
    seen = _Page(coverage_page(maps))
    assert "script" not in seen.tags
    assert "img" not in seen.tags
    assert seen.events == []
    assert all(link.startswith("#") for link in seen.links)
    json.loads(coverage_json(maps))
    assert "\x1b" not in coverage_text(maps, with_words=True)
