"""What reviewers do in the page goes into their files, and into no other."""

from pathlib import Path

import pytest

from tests.web.conftest import CITY, CLAIMS, Serve, Visit, entered

REVIEWS = CLAIMS.parent / "reviews"
RECORD = REVIEWS / "cuts-traffic/ann.yaml"


def record() -> str:
    return RECORD.read_text(encoding="utf-8")


@pytest.mark.parametrize("decision", ["accept", "reject", "abstain"])
def test_a_verdict_is_kept_in_the_file_of_its_reviewer(ann: Visit, decision: str) -> None:
    assert ann.act(decision, comment="Read it.").json == {"done": True}
    assert f"decision: {decision}" in record()
    assert "note: Read it." in record()
    assert [(one["by"], one["decision"], one["note"]) for one in ann.node()["verdicts"]] == [
        ("Ann", decision, "Read it.")
    ]
    assert CLAIMS.read_text(encoding="utf-8") == CITY


def test_a_flag_is_raised_and_settled(ann: Visit) -> None:
    ann.act("flag", kind="weak-source", comment="One year only.")
    (flag,) = ann.node()["flags"]
    assert (flag["kind"], flag["severity"], flag["by"], flag["comment"]) == (
        "weak-source",
        "warning",
        "Ann",
        "One year only.",
    )
    findings = ann.ask("/api/map?map=city").json["map"]["findings"]
    assert "open-flag" in {one["rule"] for one in findings if one["subject"] == "cuts-traffic"}
    ann.act("resolve", kind="weak-source", of="Ann", comment="Three years now.")
    assert ann.node()["flags"] == []
    assert "comment: Three years now." in record()


def test_a_relation_is_flagged(ann: Visit) -> None:
    relation = "counts supports cuts-traffic"
    assert ann.act("flag", kind="wrong-stance", relation=relation).status == 200
    assert [one["relation"] for one in ann.node()["flags"]] == [relation]


def test_a_waiver_takes_a_finding_away(ann: Visit) -> None:
    asked = {"rule": "unsupported-claim", "reason": "A study is being read.", "until": "2027-01-31"}
    before = ann.ask("/api/map?map=city").json["map"]
    assert ann.act("waive", "hurts-shops", **asked).status == 200
    after = ann.ask("/api/map?map=city").json["map"]
    assert (before["waived"], after["waived"]) == (0, 1)
    assert "unsupported-claim" not in {
        one["rule"] for one in after["findings"] if one["subject"] == "hurts-shops"
    }


@pytest.mark.parametrize(
    ("asked", "status", "message"),
    [
        ({"verb": "praise"}, 400, "there is no verb 'praise'; there are accept, reject, abstain,"),
        ({"verb": "accept", "node": "cuts"}, 404, "there is no such node in the map city; reload"),
        ({"verb": "accept", "map": "town"}, 404, "there is no such map; reload"),
        ({"verb": "accept", "read": ""}, 400, "'read' is missing; say it"),
        ({"verb": "accept", "comment": 3}, 400, "'comment' is no text"),
        ({"verb": "accept", "comment": "x" * 20_001}, 400, "'comment' has 20000 letters at most"),
        ({"verb": "accept", "comment": "\x07"}, 400, "'comment' has control characters"),
        ({"verb": "flag", "kind": "ugly"}, 400, "there is no flag of this kind; there are unsup"),
        ({"verb": "flag", "kind": "unclear", "relation": "r"}, 404, "no relation 'r' aims at "),
        ({"verb": "resolve", "kind": "unclear", "of": "Bob"}, 409, "this flag is not open any"),
        (
            {
                "verb": "waive",
                "rule": "unsupported-claim",
                "reason": "later",
                "until": "2027-01-31",
            },
            400,
            "give a reason of 10 letters or more",
        ),
        (
            {"verb": "waive", "rule": "unsupported-claim", "reason": "l", "until": "soon"},
            400,
            "give the last day as 2027-01-31",
        ),
        (
            {
                "verb": "waive",
                "rule": "nothing",
                "reason": "A study is read.",
                "until": "2027-01-31",
            },
            400,
            "there is no rule 'nothing'",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(
    ann: Visit, asked: dict[str, object], status: int, message: str
) -> None:
    read = ann.node()["read"]
    answer = ann.post(
        "/api/act", {"map": "city", "node": "cuts-traffic", "read": read, "comment": "", **asked}
    )
    assert (answer.status, answer.json["error"][: len(message)]) == (status, message)
    assert not REVIEWS.exists()


def test_the_same_flag_is_not_raised_twice(ann: Visit) -> None:
    ann.act("flag", kind="unclear")
    answer = ann.act("flag", kind="unclear")
    assert (answer.status, answer.json["error"]) == (
        409,
        "you flag 'cuts-traffic' as unclear already; resolve that first",
    )


def test_a_verdict_on_words_that_changed_meanwhile_is_refused(ann: Visit) -> None:
    read = ann.node()["read"]
    CLAIMS.write_text(CITY.replace("cuts traffic", "halves traffic"), encoding="utf-8")
    answer = ann.post(
        "/api/act", {"map": "city", "node": "cuts-traffic", "verb": "accept", "read": read}
    )
    assert (answer.status, answer.json["error"]) == (
        409,
        "'cuts-traffic' or its argument changed since you read it; read it again",
    )
    assert not RECORD.exists()


def test_verdicts_that_no_longer_hold_say_why(ann: Visit, serve: Serve) -> None:
    bob = entered(serve(by="Bob"))
    ann.act("accept")
    CLAIMS.write_text(CITY.replace("18 percent.", "a fifth."), encoding="utf-8")
    bob.act("accept")
    CLAIMS.write_text(CITY.replace("A charge cuts traffic", "It cuts traffic"), encoding="utf-8")
    assert ann.node()["state"] == "stale"
    CLAIMS.write_text(CITY, encoding="utf-8")
    assert [(one["by"], one["holds"], one["changes"]) for one in ann.node()["verdicts"]] == [
        ("Ann", "fresh", []),
        ("Bob", "suspect", ["'counts', which supports it, was reworded"]),
    ]


def test_reviews_of_another_reviewer_stay_as_they_are(ann: Visit, serve: Serve) -> None:
    ann.act("flag", kind="unclear")
    before = record()
    entered(serve(by="Bob")).act("resolve", kind="unclear", of="Ann")
    assert record() == before
    assert Path(REVIEWS / "cuts-traffic/bob.yaml").exists()
