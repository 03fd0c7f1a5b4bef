"""Sources come in parts: how the map accounts for each sentence, and what a node quotes."""

from tests.web.conftest import CITY, CLAIMS, Visit

ASK = "/api/source?map=city&source=report&node="


def parts(visit: Visit, node_id: str) -> list[tuple[str, str, list[str], bool]]:
    blocks = visit.ask(ASK + node_id).json["blocks"]
    return [
        (one["text"], one["cover"], one["nodes"], one["mark"])
        for block in blocks
        for one in block["parts"]
        if one["text"] != " "
    ]


def test_a_source_has_its_sentences_and_the_quotation_of_the_node(ann: Visit) -> None:
    assert parts(ann, "counts") == [
        ("Results", "", [], False),
        ("The zone was watched for a year.", "missing", [], False),
        ("Traffic entering it was ", "cited", ["counts"], False),
        ("reduced by 18 percent", "cited", ["counts"], True),
        (" in that time.", "cited", ["counts"], False),
        ("Nobody had expected so much.", "missing", [], False),
    ]


def test_without_a_node_nothing_is_marked(ann: Visit) -> None:
    found = parts(ann, "nothing")
    assert [mark for *_, mark in found] == [False] * 4
    assert "".join(one["text"] for one in ann.ask(ASK).json["blocks"][1]["parts"]) == (
        "The zone was watched for a year. Traffic entering it was reduced by 18 percent "
        "in that time. Nobody had expected so much."
    )


def test_a_sentence_that_is_set_aside_says_why(ann: Visit) -> None:
    aside = "set_aside:\n  - {source: report, paragraph: 1, sentence: 3, reason: An aside.}\n"
    CLAIMS.write_text(CITY + aside, encoding="utf-8")
    last = ann.ask(ASK).json["blocks"][1]["parts"][-1]
    assert (last["cover"], last["why"]) == ("aside", "An aside.")


def test_a_source_without_a_file_says_so(ann: Visit) -> None:
    CLAIMS.write_text(CITY.replace(", file: report.txt", ""), encoding="utf-8")
    assert ann.ask(ASK).json["missing"] == (
        "the text of 'report' is not at hand: the source names no `file:`"
    )


def test_the_map_comes_with_all_that_the_page_shows(ann: Visit) -> None:
    node = ann.node("counts")
    assert {
        name: node[name] for name in ("kind", "text", "type", "section", "status", "state")
    } == {
        "kind": "evidence",
        "text": "Traffic fell by 18 percent.",
        "type": "statistic",
        "section": "Traffic",
        "status": "supported",
        "state": "new",
    }
    assert node["place"] == f"{CLAIMS.as_posix()}:23"
    assert node["passages"] == [
        {
            "source": "report",
            "title": "Transport 2007",
            "place": "",
            "quote": "reduced by 18 percent",
            "has_text": True,
        }
    ]
    info = ann.ask("/api/maps").json
    assert (info["maps"], info["reviewer"], info["read_only"]) == (["city"], "Ann", False)


def test_the_viewer_shows_what_reviews_say(ann: Visit) -> None:
    assert '"flagged"' not in ann.ask("/viewer?map=city").body.partition('"nodes":[')[2]
    ann.act("flag", kind="unclear")
    assert '"flagged"' in ann.ask("/viewer?map=city").body.partition('"nodes":[')[2]
