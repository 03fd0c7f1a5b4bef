"""What the page knows of a map: enough to draw it and to tell all of it, and no more."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.assess import assess
from argmap.model import ArgumentMap, Claim, Evidence, Extent, Passage, Relation, Source
from argmap.passages import SourceText, plain_source
from argmap.render import render
from argmap.render.options import EmbedSources
from tests.render.maps import MAPS
from tests.render.strategies import maps
from tests.render.viewer.reading import read_page

PARAGRAPHS = (
    "The zone\n\nA first paragraph 🚗 of the report. Traffic was “reduced by\n18 per\u00adcent” in "
    "the zone. So it went on.\n\nA last paragraph 🚗, where it says reduced by 18 percent again."
)
CITING = ArgumentMap(
    nodes=[
        Evidence(
            "counts",
            "Traffic fell.",
            passages=[Passage("report", paragraph=Extent(1), quote="reduced by 18 percent")],
        ),
        Evidence("again", "So.", passages=[Passage("report", paragraph=Extent(2))]),
        Evidence("absent", "No.", passages=[Passage("report", quote="These words stand nowhere")]),
        Evidence("parts", "P.", passages=[Passage("report", quote="A first […] it went on")]),
        Evidence("elsewhere", "E.", passages=[Passage("nowhere", page="3", quote="Lost")]),
    ],
    sources=[Source("report", "Fifth report", author="City", date="2007", doi="10.1000/a b")],
)


def data_of(shown: ArgumentMap, **options: Any) -> dict[str, Any]:  # noqa: ANN401 - as render has them
    return read_page(render(shown, output="html", **options)).data


def passages_of(embed_sources: EmbedSources, text: str | SourceText = PARAGRAPHS) -> list[Any]:
    data = data_of(CITING, texts={"report": text}, embed_sources=embed_sources)
    return [node["passages"][0] for node in sorted(data["nodes"], key=order)]


def order(node: dict[str, Any]) -> int:
    return [one.id for one in CITING.nodes].index(node["id"])


@settings(deadline=None)
@given(maps())
def test_nodes_come_after_what_they_hang_on_and_relations_name_them(given_map: ArgumentMap) -> None:
    data = data_of(given_map)
    nodes, relations = data["nodes"], data["relations"]
    for place, node in enumerate(nodes):
        if "in" in node:
            assert 0 <= node["in"] < place
            assert place in relations[node["by"]]["from"]
    for relation in relations:
        assert ("to" in relation) != ("on" in relation)
        assert set(relation["from"]) <= set(range(len(nodes)))
        assert relation.get("to", 0) < len(nodes)
        assert relation.get("on", 0) < len(relations)


@settings(deadline=None)
@given(maps())
def test_the_steps_of_nodes_lead_to_the_proofs_that_show_tells(given_map: ArgumentMap) -> None:
    data = data_of(given_map)
    nodes, relations = data["nodes"], data["relations"]
    judged = assess(given_map)
    for place, node in enumerate(nodes):
        if node["kind"] == "missing":
            continue
        reached, worklist, steps = {place}, [place], set()
        while worklist:
            step = nodes[worklist.pop()].get("step")
            if step is not None:
                steps.add(relations[step].get("id"))
                ends = {*relations[step]["from"], relations[step]["to"]} - reached
                reached |= ends
                worklist.extend(ends)
        assert steps == {step.id for step in judged.grounds(node["id"])}


def test_what_is_as_usual_is_left_out() -> None:
    shown = ArgumentMap(nodes=[Claim("tea", "Tea is good.", type="value")])
    assert data_of(shown)["nodes"] == [
        {
            "id": "tea",
            "kind": "claim",
            "type": "value",
            "main": True,
            "height": 54,
            "rows": [11, 7, 39, 54, 55],
            "lines": ["Tea is good."],
            "status": "unsupported",
        }
    ]


def test_a_text_is_given_once_unless_its_lines_do_not_give_it() -> None:
    long = "many words " * 200
    nodes = data_of(ArgumentMap(nodes=[Claim("a", long), Claim("b", "Two\nlines.")]))["nodes"]
    assert nodes[0]["text"] == long
    assert nodes[0]["lines"][-1].endswith("…")
    assert "text" not in nodes[1]
    assert nodes[1]["lines"] == ["Two lines."]


def test_reasons_are_given_where_they_are_the_authors_own() -> None:
    nodes = {node["id"]: node for node in data_of(MAPS["driving"])["nodes"]}
    assert nodes["comparable"]["why"] == "Nobody in the debate disputes it."
    assert nodes["cleaner"]["why"] == "Better said by air-quality."
    weak = "what supports it does not lead back to evidence that cites a source"
    assert nodes["air-quality"]["why"] == weak
    assert "why" not in nodes["taxis"]


def test_a_contested_node_knows_the_first_contrast_that_holds_also_to_what_restates_it() -> None:
    cited = [Passage("s")]
    shown = ArgumentMap(
        nodes=[
            Claim("a", "A.", main=True),
            Claim("b", "A in other words."),
            Evidence("weak", "Weak."),
            Evidence("strong", "Strong.", passages=cited),
        ],
        relations=[
            Relation("restates", ["b"], "a"),
            Relation("contrasts", ["weak"], "b"),
            Relation("contrasts", ["strong"], "b"),
        ],
        sources=[Source("s", "S")],
    )
    against = {node["id"]: node.get("against") for node in data_of(shown)["nodes"]}
    assert against == {"a": 2, "b": 2, "weak": None, "strong": None}


def test_remarks_for_editors_stay_at_home() -> None:
    shown = ArgumentMap(nodes=[Claim("a", "A.", note="Ask the lawyers.")], note="Draft.")
    page = render(shown, output="html")
    assert "lawyers" not in page
    assert "Draft" not in page


def test_without_being_asked_the_page_carries_no_text_of_a_source() -> None:
    page = render(CITING, output="html", texts={"report": PARAGRAPHS})
    assert "went on" not in page.replace("it went on", "", 3)
    assert passages_of("none")[0] == {
        "source": 0,
        "place": "paragraph 1",
        "quote": "reduced by 18 percent",
    }


def test_an_excerpt_is_the_paragraph_of_the_words_with_the_words_apart() -> None:
    found = [passage.get("around") for passage in passages_of("excerpt")]
    first = "A first paragraph 🚗 of the report. Traffic was “"
    last = "A last paragraph 🚗, where it says reduced by 18 percent again."
    assert found == [
        [first, "reduced by\n18 per\u00adcent", "” in the zone. So it went on."],
        ["", last, ""],
        None,
        [
            "",
            f"{first}reduced by\n18 per\u00adcent” in the zone. So it went on",
            ".",
        ],
        None,
    ]
    assert "The zone" not in render(
        CITING, output="html", texts={"report": PARAGRAPHS}, embed_sources="excerpt"
    )


def test_a_whole_text_stands_in_the_page_once_with_places_as_browsers_count() -> None:
    data = data_of(CITING, texts={"report": PARAGRAPHS}, embed_sources="full")
    text = data["sources"][0]["text"]
    assert text == PARAGRAPHS
    in_utf_16 = text.encode("utf-16-le")
    begin, start, end, close = next(node for node in data["nodes"] if node["id"] == "counts")[
        "passages"
    ][0]["at"]
    pieces = [
        in_utf_16[2 * one : 2 * two].decode("utf-16-le")
        for one, two in ((begin, start), (start, end), (end, close))
    ]
    assert pieces == passages_of("excerpt")[0]["around"]


def test_words_that_are_not_those_of_the_text_are_called_so() -> None:
    assert [passage.get("words") for passage in passages_of("excerpt")] == [
        None,
        None,
        "absent",
        None,
        None,
    ]
    text = "Traffic in the zone was greatly reduced by 17 percent in the first year."
    shown = ArgumentMap(
        nodes=[
            Evidence(
                "near", passages=[Passage("s", quote="was greatly reduced by 18 percent in the")]
            )
        ],
        sources=[Source("s", "S")],
    )
    passage = data_of(shown, texts={"s": text}, embed_sources="excerpt")["nodes"][0]["passages"][0]
    assert (passage["words"], passage["around"][1]) == (
        "near",
        "was greatly reduced by 17 percent in the",
    )


def test_a_page_or_a_section_alone_marks_nothing() -> None:
    shown = ArgumentMap(
        nodes=[
            Evidence("a", passages=[Passage("s", page="1"), Passage("s", section="Results")]),
            Evidence("b", passages=[Passage("s", line=Extent(2))]),
        ],
        sources=[Source("s", "S")],
    )
    text = "Results\nAll in one.\nAnd more."
    a, b = data_of(shown, texts={"s": text}, embed_sources="excerpt")["nodes"]
    assert [passage.get("around") for passage in a["passages"]] == [None, None]
    assert b["passages"][0]["around"][1].strip() == "All in one."


def test_marks_become_chips() -> None:
    shown = ArgumentMap(nodes=[Claim("a", "A.")])
    node = data_of(shown, marks={"a": ["flagged", "stale"]})["nodes"][0]
    assert [name for name, _ in node["chips"]] == ["flagged", "stale"]


def test_a_source_text_may_come_with_its_structure() -> None:
    assert passages_of("excerpt", plain_source(PARAGRAPHS)) == passages_of("excerpt")


def test_a_long_paragraph_is_cut_at_blanks() -> None:
    text = f"{'before ' * 300}the very words{' after' * 300}"
    shown = ArgumentMap(
        nodes=[Evidence("a", passages=[Passage("s", quote="the very words")])],
        sources=[Source("s", "S")],
    )
    data = data_of(shown, texts={"s": text}, embed_sources="excerpt")
    before, words, after = data["nodes"][0]["passages"][0]["around"]
    assert words == "the very words"
    assert before.startswith("… before before")
    assert after.endswith("after after …")
    assert len(before) < 720
    assert len(after) < 720


@settings(deadline=None)
@given(st.text(st.characters()), st.text(st.characters()), st.sampled_from(["excerpt", "full"]))
def test_no_quotation_and_no_text_make_trouble(
    text: str, quote: str, embed_sources: EmbedSources
) -> None:
    shown = ArgumentMap(
        nodes=[Evidence("a", passages=[Passage("s", quote=quote, paragraph=Extent(1))])],
        sources=[Source("s", "S")],
    )
    data = data_of(shown, texts={"s": text}, embed_sources=embed_sources)
    passage = data["nodes"][0]["passages"][0]
    if "at" in passage:
        begin, start, end, close = passage["at"]
        assert 0 <= begin <= start <= end <= close


def test_sources_say_who_and_when_and_lead_to_their_doi() -> None:
    data = data_of(CITING)
    assert data["sources"] == [
        {
            "id": "report",
            "title": "Fifth report",
            "about": "City. 2007",
            "link": "https://doi.org/10.1000/a%20b",
        }
    ]
    assert passages_of("none")[4] == {"missing": "nowhere", "place": "p. 3", "quote": "Lost"}
