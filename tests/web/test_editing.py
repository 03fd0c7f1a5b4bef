"""Edits change what they mean to, keep comments, and never overwrite what others wrote."""

import threading

import pytest

from tests.web.conftest import CITY, CLAIMS, Answer, Visit


def text() -> str:
    return CLAIMS.read_text(encoding="utf-8")


def test_a_text_and_a_type_are_changed_and_comments_stay(ann: Visit) -> None:
    assert ann.edit(text="A charge  cuts\ncar traffic: much.", type="fact").json == {"done": True}
    assert ann.node()["text"] == "A charge cuts car traffic: much."
    assert ann.node()["type"] == "fact"
    for comment in ("# the thesis", "# they say so", "# What the charge does."):
        assert comment in text()
    assert text().startswith("# yaml-language-server: $schema=claims.schema.json\n")


def test_a_second_edit_of_the_same_changes_one_line(ann: Visit) -> None:
    ann.edit(text="It cuts traffic.")
    before = text().splitlines()
    ann.edit(text="It halves traffic.")
    after = text().splitlines()
    assert [(one, other) for one, other in zip(before, after, strict=True) if one != other] == [
        ("    text: It cuts traffic.", "    text: It halves traffic.")
    ]


def test_a_type_is_taken_away(ann: Visit) -> None:
    ann.edit(type="")
    assert ann.node()["type"] == ""


def test_relations_come_and_go(ann: Visit) -> None:
    ann.edit(
        "should-charge",
        add=[{"stance": "supports", "from": ["counts", "hurts-shops"]}],
        remove=[{"stance": "contrasts", "from": ["hurts-shops"]}],
    )
    relations = ann.ask("/api/map?map=city").json["map"]["relations"]
    assert [one["id"] for one in relations if one["to"] == "should-charge"] == [
        "cuts-traffic supports should-charge",
        "counts + hurts-shops supports should-charge",
    ]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"text": " "}, "a node says something; write its text"),
        ({"type": "rumour"}, "there is no type 'rumour'; there are fact, definition,"),
        ({"add": "counts"}, "'add' is no list of at most 50 relations"),
        ({"add": [{"stance": "likes", "from": ["counts"]}]}, "a relation supports or contrasts"),
        ({"add": [{"stance": "supports", "from": [1]}]}, "premises are named by their ids"),
        ({"add": [{"stance": "supports", "from": ["no"]}]}, "there is no node 'no'; name one"),
        (
            {"add": [{"stance": "supports", "from": ["cuts-traffic"]}]},
            "'cuts-traffic' cannot speak for or against itself",
        ),
        ({"add": [{"stance": "supports", "from": ["counts"]}]}, "this relation is there already"),
        (
            {"remove": [{"stance": "supports", "from": ["hurts-shops"]}]},
            "the relation of 'hurts-shops' is not written at 'cuts-traffic'; edit its file",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(ann: Visit, asked: dict[str, object], message: str) -> None:
    answer = ann.edit("cuts-traffic", **asked)
    assert (answer.status, answer.json["error"][: len(message)]) == (400, message)
    assert text() == CITY


def test_a_file_that_changed_meanwhile_is_shown_and_not_overwritten(ann: Visit) -> None:
    digest = ann.node()["digest"]
    theirs = CITY.replace("A charge cuts traffic", "Theirs")
    CLAIMS.write_text(theirs, encoding="utf-8")
    asked = {"map": "city", "node": "cuts-traffic", "digest": digest, "text": "Mine."}
    answer = ann.post("/api/edit", asked)
    assert (answer.status, answer.json) == (
        409,
        {
            "error": "the file was changed since you read it; nothing was written",
            "yours": {"text": "Mine.", "type": None},
            "theirs": {"text": "Theirs.", "type": "cause"},
        },
    )
    assert text() == theirs


def test_a_node_that_is_gone_is_said_to_be(ann: Visit) -> None:
    asked = {"map": "city", "node": "gone", "digest": "0", "text": "Mine."}
    answer = ann.post("/api/edit", asked)
    assert (answer.status, answer.json["error"], answer.json["theirs"]) == (
        409,
        "this node is gone; nothing was written",
        None,
    )


def test_a_file_with_errors_is_left_alone(ann: Visit) -> None:
    broken = CITY.replace("main: true", "main: true\n    main: true")
    CLAIMS.write_text(broken, encoding="utf-8")
    answer = ann.edit(text="Mine.")
    assert (answer.status, answer.json["error"]) == (
        409,
        f"'{CLAIMS.as_posix()}' has errors; mend them first: `argmap check`",
    )
    assert text() == broken


def test_a_node_that_stands_twice_is_left_alone(ann: Visit) -> None:
    twice = CITY.replace("  hurts-shops:\n", "  cuts-traffic:\n")
    CLAIMS.write_text(twice, encoding="utf-8")
    asked = {"map": "city", "node": "cuts-traffic", "text": "Mine."}
    nodes = ann.ask("/api/map?map=city").json["map"]["nodes"]
    answer = ann.post("/api/edit", {**asked, "digest": nodes[0]["digest"]})
    assert (answer.status, answer.json["error"]) == (
        409,
        "'cuts-traffic' stands twice in the map; mend that first",
    )
    assert text() == twice


def test_of_edits_at_one_time_exactly_one_wins_and_the_others_are_told(ann: Visit) -> None:
    digest = ann.node()["digest"]
    answers: list[Answer] = []

    def write(number: int) -> None:
        asked = {"map": "city", "node": "cuts-traffic", "digest": digest, "text": f"Mine {number}."}
        answers.append(ann.post("/api/edit", asked))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.status for one in answers) == [200, *[409] * 7]
    written = ann.node()["text"]
    assert {one.json["theirs"]["text"] for one in answers if one.status == 409} == {written}
