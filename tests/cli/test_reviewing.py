"""The verbs of reviewers: what they say is kept beside the map, and counts in a check."""

import os
import re
from pathlib import Path

import pytest

import argmap
from tests.cli.conftest import Call
from tests.project.repositories import commit, git

pytestmark = pytest.mark.usefixtures("city")
RECORD = Path("claims/city/reviews/cuts-traffic/ann.yaml")


def findings(call: Call, *codes: str) -> list[str]:
    """Return what the rules with some codes say, without places."""
    lines = call("check", "--select", ",".join(codes), "-f", "concise").stdout.splitlines()
    return [line.partition(": ")[2] for line in lines[:-1]]


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_a_verdict_holds_until_the_words_change(call: Call, city: Path) -> None:
    result = call("review", "cuts-traffic", "--accept", "-m", "Read it.", "--by", "Ann")
    assert (result.exit_code, result.output) == (
        0,
        f"Ann accepts 'cuts-traffic' ({RECORD})\n",
    )
    assert findings(call, "502", "503") == []
    edit(city, "A charge cuts traffic.", "A charge cuts traffic by half.")
    (said,) = findings(call, "502", "503")
    assert said.endswith(
        "stale-review (502): 'cuts-traffic' was reworded since Ann accepted it: "
        "A charge cuts traffic {+by half+}"
    )
    call("review", "cuts-traffic", "--accept", "--by", "Ann")
    assert findings(call, "502", "503") == []


def test_a_flag_is_a_finding_until_it_is_resolved_by_anybody(call: Call) -> None:
    call("flag", "cuts-traffic", "weak-source", "-m", "One year only.", "--by", "Ann")
    (said,) = findings(call, "504")
    assert "Ann flags 'cuts-traffic' as weak-source: One year only" in said
    call("resolve", "cuts-traffic", "-m", "Three years now.", "--by", "Bob")
    assert findings(call, "504") == []
    assert "flags: [" not in Path("claims/city/reviews/cuts-traffic/bob.yaml").read_text("utf-8")
    assert [line[22:] for line in call("log", "cuts-traffic").output.splitlines()] == [
        "Bob  resolve cuts-traffic weak-source of Ann: Three years now.",
        "Ann  flag cuts-traffic weak-source: One year only.",
    ]


def test_a_relation_can_be_flagged(call: Call) -> None:
    call("flag", "counts supports cuts-traffic", "wrong-stance", "--by", "Ann")
    (said,) = findings(call, "504")
    assert "Ann flags 'counts supports cuts-traffic' as wrong-stance" in said


def test_a_waiver_excuses_a_node_and_is_counted(call: Call, city: Path) -> None:
    city.write_text("claims:\n  cuts-traffic: {text: Alone.}\n", encoding="utf-8")
    assert call("check").exit_code == 1
    reason = "The study is being read."
    arguments = ("cuts-traffic", "--reason", reason, "--until", "2027-01-31", "--by", "Ann")
    assert call("waive", "unsupported-claim", *arguments).exit_code == 0
    result = call("check")
    assert result.exit_code == 0
    assert "1 waived" in result.output


def test_several_verdicts_of_one_reviewer_are_one_file(call: Call) -> None:
    for decision in ("--accept", "--reject", "--abstain"):
        call("review", "cuts-traffic", decision, "--by", "Ann")
    assert RECORD.read_text(encoding="utf-8").count("decision: abstain") == 1
    assert os.listdir(RECORD.parent) == ["ann.yaml"]  # noqa: PTH208 - hidden files as well


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("review", "cuts-traffic", "--by", "A"), "say `--accept`, `--reject` or `--abstain`"),
        (("review", "cuts-trafic", "--accept", "--by", "A"), "did you mean 'cuts-traffic'?"),
        (
            ("review", "counts supports cuts-traffic", "--accept", "--by", "A"),
            "is a relation; review the node that it aims at, or flag it",
        ),
        (("review", "cuts-traffic", "--accept", "--by", " "), "say who reviews with `--by NAME`"),
        (("resolve", "cuts-traffic", "--by", "A"), "no such open flag on 'cuts-traffic'; open: "),
        (
            ("waive", "201", "counts", "--reason", "x", "--until", "2027-01-31", "--by", "A"),
            "give a reason of 10 letters or more",
        ),
        (
            ("waive", "201", "counts", "--reason", "x" * 10, "--until", "2020-01-31", "--by", "A"),
            "2020-01-31 is past; give a day to come",
        ),
        (
            ("waive", "201", "counts", "--reason", "x" * 10, "--until", "2999-01-31", "--by", "A"),
            "a waiver holds 180 days at most",
        ),
        (("log", "cuts-trafic"), "there is no 'cuts-trafic'; did you mean 'cuts-traffic'?"),
    ],
)
def test_what_cannot_be_done_is_said(call: Call, arguments: list[str], message: str) -> None:
    result = call(*arguments)
    assert result.exit_code == 2
    assert message in result.output
    assert not Path("claims/city/reviews").exists()


def test_several_open_flags_are_told_apart(call: Call) -> None:
    for by in ("Ann", "Bob"):
        call("flag", "cuts-traffic", "unclear", "--by", by)
    result = call("resolve", "cuts-traffic", "--by", "Eve")
    assert "several flags are meant; say which with KIND and `--of`" in result.output
    assert call("resolve", "cuts-traffic", "--of", "Bob", "--by", "Eve").exit_code == 0
    assert len(findings(call, "504")) == 1


def test_a_broken_record_is_reported_and_not_written_over(call: Call) -> None:
    RECORD.parent.mkdir(parents=True)
    RECORD.write_text("reviewer: Ann\nnode: cuts-traffic\nflags: [x", encoding="utf-8")
    assert "invalid-file (101)" in call("check").output
    result = call("review", "cuts-traffic", "--accept", "--by", "Ann")
    assert "has errors; see `argmap check`, and mend it first" in result.output
    assert RECORD.read_text(encoding="utf-8").endswith("flags: [x")


def test_names_that_are_no_file_names_stay_inside_of_the_reviews(call: Call, city: Path) -> None:
    city.write_text('claims:\n  "../..": {text: A.}\n  ..: {text: B.}\n', encoding="utf-8")
    call("review", "../..", "--accept", "--by", "../Ann/../..")
    call("review", "..", "--accept", "--by", "x" * 300)
    paths = sorted(Path("claims/city/reviews").rglob("*.yaml"))
    assert [path.parent.name for path in paths] == ["%2E.", "%2E.%2F.."]
    assert paths[1].name == "%2E.%2Fann%2F..%2F...yaml"
    assert findings(call, "501") == []


@pytest.mark.parametrize("first", ["review", "flag", "resolve"])
@pytest.mark.parametrize("second", ["review", "flag", "resolve"])
def test_two_reviewers_on_two_branches_merge_without_conflict(
    call: Call, first: str, second: str
) -> None:
    verbs = {
        "review": ("review", "cuts-traffic", "--accept"),
        "flag": ("flag", "cuts-traffic", "unclear"),
        "resolve": ("resolve", "cuts-traffic", "weak-source"),
    }
    call("flag", "cuts-traffic", "weak-source", "--by", "Eve")
    commit()
    git("branch", "start")
    for name, verb in (("ann", first), ("bob", second)):
        git("checkout", "-q", "-b", name, "start")
        assert call(*verbs[verb], "--by", name).exit_code == 0
        commit()
    git("merge", "-q", "--no-edit", "ann")
    assert call("check").exit_code in {0, 1}
    said = call("log", "cuts-traffic").output
    assert {"ann", "bob"} <= set(re.findall(r"  (\w+)  ", said))


def test_show_tells_who_decided_what_and_whether_it_holds(call: Call, city: Path) -> None:
    assert "review:" not in call("show", "cuts-traffic").stdout
    call("review", "cuts-traffic", "--accept", "-m", "Read it.", "--by", "Ann")
    call("flag", "cuts-traffic", "unclear", "-m", "Which traffic?", "--by", "Bob")
    reason = "The study is being read."
    arguments = ("cuts-traffic", "--reason", reason, "--until", "2027-01-31", "--by", "Bob")
    call("waive", "unsupported-claim", *arguments)
    assert told_by_show(call, "cuts-traffic") == [
        "review: accepted: accepted as it stands",
        "  Ann accepted it, DAY: Read it.",
        "  Bob flags it as unclear, DAY: Which traffic?",
        "  Bob waives unsupported-claim until 2027-01-31: The study is being read.",
    ]
    edit(city, "Counts fell.", "Counts fell by half.")
    assert told_by_show(call, "cuts-traffic")[:2] == [
        "review: suspect: its direct argument changed since the last verdict",
        (
            "  Ann accepted it, DAY: Read it. "
            "(its argument changed since: 'counts', which supports it, was reworded)"
        ),
    ]
    edit(city, "A charge cuts traffic.", "A charge cuts traffic by half.")
    assert told_by_show(call, "cuts-traffic")[:2] == [
        "review: stale: reworded since the last verdict",
        "  Ann accepted it, DAY: Read it. (reworded since)",
    ]
    assert told_by_show(call, "counts") == ["review: new: nobody has given a verdict on it"]


def told_by_show(call: Call, node: str) -> list[str]:
    """Return what show tells of the review of a node, with DAY for today."""
    told = call("show", node).stdout.partition("\nreview: ")[2].partition("\n\n")[0]
    return re.sub(r"\d{4}-\d\d-\d\d(?=:| )", "DAY", f"review: {told}".rstrip(), count=2).split("\n")


def test_stats_counts_reviews_where_there_are_some(call: Call) -> None:
    assert "reviewed" not in call("stats").stdout
    call("review", "cuts-traffic", "--accept", "--by", "Ann")
    call("flag", "counts", "unclear", "--by", "Ann")
    assert call("stats").stdout.splitlines()[-1] == (
        "  reviewed       1   2 new, 1 accepted, 1 flagged"
    )


def test_pictures_show_what_is_flagged_or_changed_since_its_review(call: Call, city: Path) -> None:
    def outline(*arguments: str) -> list[str]:
        lines = call("render", "-f", "markdown", "-o", "-", *arguments).stdout.splitlines()
        return [line.strip("- ") for line in lines if "**:" in line or "):" in line]

    before = call("render", "-o", "-").stdout
    call("review", "cuts-traffic", "--accept", "--by", "Ann")
    call("flag", "counts", "unclear", "--by", "Ann")
    edit(city, "A charge cuts traffic.", "A charge cuts traffic by half.")
    assert outline() == [
        "**should-charge** (claim, supported): We should charge.",
        "**+** **cuts-traffic** (claim, supported, stale): A charge cuts traffic by half.",
        "**+** **counts** (evidence, supported, flagged): Counts fell. *Fifth report*",
    ]
    assert [line.partition(" (")[0] for line in outline("--status", "stale,flagged")] == [
        "**should-charge**",
        "**+** **cuts-traffic**",
        "**+** **counts**",
    ]
    picture = call("render", "-o", "-").stdout
    for words in (">stale<", ">flagged<", "flagged by a reviewer", "changed since its review"):
        assert words in picture
        assert words not in before
    assert "Claim cuts-traffic (supported, stale): A charge" in picture
    page = call("render", "-f", "html", "-o", "-").stdout
    assert '"chips":[["stale",' in page
    assert '"chips":[["flagged",' in page
    assert "flagged by a reviewer" in page


def test_reviews_are_there_for_programs(call: Call) -> None:
    assert argmap.reviews_of("claims/city") == ()
    call("flag", "counts", "unclear", "--by", "Ann")
    reviews = argmap.reviews_of("claims/city")
    assert [(one.reviewer, one.node) for one in reviews] == [("Ann", "counts")]
    the_map, findings = argmap.load("claims/city")
    found = argmap.check(the_map, findings, reviews=reviews)
    assert "open-flag" in {finding.rule for finding in found}
    assert ">flagged<" in argmap.render(the_map, reviews=reviews)
