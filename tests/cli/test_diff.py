"""`argmap diff`: what changed, in the words of people, of programs and of pull requests."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.project.repositories import commit, git


def edit(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def test_nothing_changed(call: Call, city: Path) -> None:
    commit()
    city.write_text(f"# a comment\n{city.read_text('utf-8')}", encoding="utf-8")
    result = call("diff", "HEAD", "--exit-code")
    assert (result.exit_code, result.output) == (0, "nothing changed\n")


def test_all_that_changed_is_told(call: Call, city: Path) -> None:
    call("review", "cuts-traffic", "--accept", "--by", "Ann")
    call("review", "should-charge", "--accept", "--by", "Ann")
    commit()
    edit(
        city,
        ("A charge cuts traffic.", "A charge cuts car traffic."),
        ("supporting: [counts]", "contrasting: [counts]"),
        ("  counts:", "  tally: {text: A new tally., cites: report}\n  counts:"),
        ("main: true, ", ""),
    )
    assert call("diff", "HEAD").output == (
        "city\n"
        "  + evidence tally added\n"
        "      A new tally.\n"
        "  ~ claim should-charge changed: main\n"
        "  ~ claim cuts-traffic reworded\n"
        "      A charge cuts {+car+} traffic.\n"
        "  ~ relation counts contrasts cuts-traffic turned (was supports)\n"
        "  ! review of Ann on 'cuts-traffic': it was reworded\n"
        "  ! review of Ann on 'should-charge': its argument changed\n"
        "  ! new: claims/city/all.yaml:5:3: error defeated-support (205): "
        "nothing supports 'should-charge' any more: 'cuts-traffic' is refuted\n"
        "  ! new: claims/city/all.yaml:6:66: warning unanswered-contrast (204): "
        "'counts' contrasts 'cuts-traffic', and nothing answers that\n"
        "  ! new: claims/city/all.yaml:8:3: warning orphan-evidence (203): "
        "evidence 'tally' speaks for and against nothing\n"
        "\n"
        "1 evidence added, 1 claim changed, 1 claim reworded, 1 relation turned, "
        "2 reviews no longer hold, 3 findings new\n"
    )
    assert call("diff", "HEAD", "--exit-code").exit_code == 1
    (told,) = json.loads(call("diff", "HEAD", "-f", "json").output)
    assert [one["change"] for one in told["nodes"]] == ["added", "changed", "reworded"]
    assert [one["rule"] for one in told["new"]] == [
        "defeated-support",
        "unanswered-contrast",
        "orphan-evidence",
    ]
    markdown = call("diff", "HEAD", "-f", "markdown").output
    assert "**Relations**\n\n- relation counts contrasts cuts-traffic turned" in markdown


def test_a_renamed_node_is_one_node(call: Call, city: Path) -> None:
    commit()
    edit(
        city,
        ("[cuts-traffic]", "[less-traffic]"),
        ("  cuts-traffic: {", "  less-traffic: {aliases: [cuts-traffic], "),
    )
    assert call("diff", "HEAD").output == (
        "city\n  ~ claim less-traffic renamed (was cuts-traffic)\n\n1 claim renamed\n"
    )


def test_two_revisions_are_compared_with_each_other(call: Call, city: Path) -> None:
    commit()
    git("tag", "one")
    edit(city, ("We should charge.", "We should charge now."))
    commit()
    git("tag", "two")
    edit(city, ("We should charge now.", "Never."))
    expected = "should charge {+now+}"
    assert expected in call("diff", "one", "two").output
    assert expected in call("diff", "one", "two", "claims/city").output
    assert "nothing changed" in call("diff", "two", "two").output
    assert expected not in call("diff", "one", "claims/city").output


def test_what_is_gone_is_told_and_what_it_fixed(call: Call, city: Path) -> None:
    edit(city, ("evidence:", "  lonely: {text: Alone.}\nevidence:"))
    commit()
    edit(city, ("  lonely: {text: Alone.}\n", ""))
    output = call("diff", "HEAD").output
    assert "  - claim lonely removed\n" in output
    assert "  = fixed: unsupported-claim (201): nothing supports 'lonely'\n" in output


@pytest.mark.usefixtures("city")
def test_what_cannot_be_compared_is_said(call: Call) -> None:
    commit()
    for arguments, message in (
        (("nothere",), "git knows no revision 'nothere' here"),
        (("HEAD", "-"), "git knows no revision '-' here"),
        (("HEAD", "nothere"), "git knows no revision 'nothere' here"),
        (("HEAD", "HEAD", "nothere.yaml"), "there is no 'nothere.yaml'"),
    ):
        result = call("diff", *arguments)
        assert result.exit_code == 2
        assert message in result.output
