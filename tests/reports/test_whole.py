"""The report on a whole map: what it tells, and that its page is safe."""

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from argmap.assess import assess
from argmap.assess.bearing import load_bearing
from argmap.checks import examine
from argmap.coverage import MapCoverage, cover
from argmap.model import ArgumentMap, Claim, Evidence, Node, Passage, Relation, Source
from argmap.reports import CheckedMap
from argmap.reports.whole import MapReport, report_markdown, report_page
from argmap.review import Decision, Flag, Review, Verdict, read_now, standings_of
from tests.coverage.library import article, library
from tests.reports.hostile import CHECKED, HOSTILE

AT = "2026-01-31T12:00:00Z"
MAP = ArgumentMap(
    "Should we?",
    nodes=[
        Claim("charge", "We should charge.", type="policy", main=True),
        Claim("works", "It works.", passages=[Passage("essay", page="3", quote="works well")]),
        Claim("fair", "It is fair.", section="Fairness"),
        Claim("clean", "The air is clean."),
        Evidence("counts", "Counts fell.", passages=[Passage("report", page="12")]),
        Evidence("smog", "There was smog.", passages=[Passage("report", page="9")]),
        Evidence("tests", "Tests were good.", passages=[Passage("report", page="1")]),
    ],
    relations=[
        Relation("supports", ["works"], "charge"),
        Relation("supports", ["counts"], "works"),
        Relation("contrasts", ["fair"], "charge"),
        Relation("contrasts", ["smog"], "clean"),
        Relation("supports", ["tests"], "clean"),
    ],
    sources=[Source("report", "Fifth report"), Source("essay", "An essay")],
)


def reported(
    the_map: ArgumentMap, reviews: tuple[Review, ...] = (), picture: str = ""
) -> MapReport:
    assessment = assess(the_map)
    examined = examine(the_map, reviews=reviews, today=date(2026, 12, 1))
    mains = [one.id for one in the_map.claims if one.main]
    return MapReport(
        CheckedMap("city", the_map, examined.findings, examined.waived),
        assessment,
        standings_of(the_map, reviews, assessment) if reviews else (),
        reviews,
        None,
        tuple(load_bearing(the_map, one, assessment) for one in mains),
        picture,
    )


def section(text: str, heading: str) -> str:
    return text.partition(f"## {heading}\n\n")[2].partition("\n\n## ")[0]


def test_the_summary_says_in_plain_words_how_the_map_stands() -> None:
    text = report_markdown([reported(MAP)])
    assert text.startswith(
        "# Should we?\n\n"
        "**Of 4 claims, 1 has no support and 1 is contested or refuted by evidence.**\n\n"
        "4 claims, 3 evidence, 5 relations, 4 passages.\n\n"
        "- **unsupported** 1 claim: nothing that cites a source supports it\n"
        "- **contested** 1 claim: evidence speaks for it and against it\n"
        "- **supported** 2 claims: evidence that cites a source speaks for it\n\n"
        "- Check: "
    )
    assert "- Reviews: nobody has reviewed this map yet.\n\n## Claims without support\n" in text


@pytest.mark.parametrize(
    ("the_map", "said"),
    [
        (ArgumentMap(), "There are no claims in this map."),
        (
            ArgumentMap(nodes=[Claim("a", "A.", assumed="so")]),
            "Of 1 claim, none is without support, and none is contested or refuted.",
        ),
        (
            ArgumentMap(nodes=[Claim("a", "A."), Claim("b", "B.")]),
            "Of 2 claims, 2 have no support.",
        ),
    ],
)
def test_the_verdict_on_other_maps(the_map: ArgumentMap, said: str) -> None:
    assert f"**{said}**" in report_markdown([reported(the_map)])


def test_what_has_no_support_comes_first_with_its_place_and_what_was_tried() -> None:
    relation = Relation("supports", ["rumour"], "fair")
    the_map = MAP.with_claim(Claim("rumour", "So they say.")).with_relation(relation)
    told = section(report_markdown([reported(the_map)]), "Claims without support")
    assert told == (
        "- <code>fair</code> **unsupported** claim · Fairness<br>It is fair.\n"
        "  - what supports it does not lead back to evidence that cites a source\n"
        "  - put forward: <code>rumour</code> does not count: no evidence reaches 'rumour'\n\n"
        "- <code>rumour</code> **unsupported** claim<br>So they say.\n"
        "  - nothing supports it"
    )


def test_what_is_contested_is_told_with_what_speaks_against_it() -> None:
    assert section(report_markdown([reported(MAP)]), "Contested and refuted claims") == (
        "- <code>clean</code> **contested** claim<br>The air is clean.\n"
        "  - evidence speaks for it and against it\n"
        "  - against it: 'smog' contrasts 'clean'"
    )


def test_findings_stand_with_what_they_are_about_the_worst_first() -> None:
    told = section(report_markdown([reported(MAP)]), "Findings, and what to do")
    assert told.startswith(
        "- <code>fair</code> **unsupported**<br>It is fair.\n"
        "  - **error** nothing supports 'fair'. unsupported-claim (201)\n"
        "  - What to do: add evidence under"
    )


def test_main_claims_are_told_with_what_they_rest_on_and_fall_with() -> None:
    assert section(report_markdown([reported(MAP)]), "What the main claims rest on") == (
        "- <code>charge</code> **supported** main claim · policy<br>We should charge.\n"
        "  - evidence that cites a source reaches it\n"
        "  - rests on: <code>works</code> It works.\n"
        "  - falls with each of: <code>works</code> <code>counts</code>"
    )


def test_reviews_are_told_with_who_said_what() -> None:
    now = read_now(MAP, MAP.node("works"))
    reviews = (
        Review("Ann", "works", Verdict(Decision.ACCEPT, AT, now.says, now.rests_on, note="Read.")),
        Review("Bob", "works", Verdict(Decision.REJECT, AT, now.says, now.rests_on)),
        Review("Bob", "fair", flags=(Flag("unclear", AT, comment="To whom?"),)),
    )
    text = report_markdown([reported(MAP, reviews)])
    assert "- Reviews: 6 new, 1 contested, 1 with open flags.\n" in text
    assert section(text, "Reviews") == (
        "- <code>works</code> **contested**<br>It works.\n"
        "  - reviewers differ\n"
        "  - Ann accepted it, 2026-01-31: Read.\n"
        "  - Bob rejected it, 2026-01-31\n\n"
        "- <code>fair</code> **new** **flagged**<br>It is fair.\n"
        "  - nobody has given a verdict on it\n"
        "  - Bob flags it as unclear, 2026-01-31: To whom?\n\n"
        "5 nodes have no verdict yet."
    )


def test_the_coverage_of_texts_is_told_by_section() -> None:
    the_map = library()
    covered = cover(the_map, the_map.sources[0], article())
    coverage = MapCoverage("library", the_map, (covered,), (("other", "there is no file"),))
    text = report_markdown([evolve(reported(the_map), coverage=coverage)])
    assert "- Coverage: 60% of 6 sentences of 1 source accounted for.\n" in text
    assert section(text, "How much of the texts is covered") == (
        "### The article\n\n"
        "<code>████████████░░░░░░░░</code> 60% of the sentences accounted for\n\n"
        "| section | sentences | set aside | covered | missing |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| Why it should open | 3 | 0 | 67% | 1.3 |\n"
        "| What is against it | 3 | 1 | 50% | 2.3 |\n"
        "| all | 6 | 1 | 60% | 1.3, 2.3 |\n\n"
        "<code>other</code> no text to compare: there is no file"
    )


def test_a_flowchart_stands_in_a_fence_that_holds_it() -> None:
    told = section(report_markdown([reported(MAP, picture="flowchart\n  ````\n")]), "The map")
    assert told == "`````mermaid\nflowchart\n  ````\n`````"


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
            if name in {"id", "href", "src"}:
                (self.ids if name == "id" else self.links).append(value or "")
            if name.startswith("on") or name == "style":
                self.events.append(name)


def is_safe(page: str) -> bool:
    """Say whether a page has no script, nothing from outside, and links to itself alone."""
    seen = _Page(page)
    own = {f"#{one}" for one in seen.ids}
    strange = {"script", "link", "img", "iframe", "object", "foreignobject"} & set(seen.tags)
    return not strange and not seen.events and set(seen.links) <= own


def test_the_page_leads_to_every_section_and_node() -> None:
    page = report_page([reported(MAP)])
    seen = _Page(page)
    assert is_safe(page)
    assert len(seen.ids) == len(set(seen.ids))
    assert {"#m1-unsupported", "#m1-findings", "#m1-mains", "#m1n3"} <= set(seen.links)


def test_all_styles_are_named_by_hash_and_dark_ones_are_for_screens() -> None:
    dark = "@media (prefers-color-scheme:dark){.a{fill:#000}}"
    picture = f"<svg><style>\n{dark}\n</style></svg>\n"
    page = report_page([reported(MAP, picture=picture)])
    styles = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    hashes = [b64encode(sha256(style.encode()).digest()).decode() for style in styles]
    assert len(styles) == 2
    assert f"style-src 'sha256-{hashes[0]}' 'sha256-{hashes[1]}'; base-uri 'none'" in page
    assert styles[1] == "\n@media screen and (prefers-color-scheme:dark){.a{fill:#000}}\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    name = text or "c"
    nodes: list[Node] = [
        Claim(name, text, passages=[Passage(name, quote=text)], section=text, main=True),
        Evidence("e", text, type=text),
    ]
    relations = [Relation("supports", [name], "e"), Relation("contrasts", ["e"], name)]
    the_map = ArgumentMap(
        text, nodes=nodes, relations=relations, sources=[Source(name, text)], language=text
    )
    reviews = (Review(text, name, flags=(Flag("unclear", AT, comment=text),)),)
    found = evolve(
        reported(the_map, reviews), coverage=MapCoverage(text, the_map, (), ((text, text),))
    )
    assert is_safe(report_page([found]))
    assert "<script" not in report_markdown([found])


@given(CHECKED)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_findings_make_a_report(maps: list[CheckedMap]) -> None:
    made = [
        evolve(reported(ArgumentMap()), checked=one, anchor=f"m{number}")
        for number, one in enumerate(maps)
    ]
    assert is_safe(report_page(made))
    assert "<script" not in report_markdown(made)
