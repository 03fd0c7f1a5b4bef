"""`argmap rename`: references follow, comments stay, and the old id is an alias."""

from pathlib import Path

import pytest

import argmap
from tests.cli.conftest import Call

TEXT = """\
map: {title: City}

sources:
  report: {title: Report}
  report-2: {title: Another}

claims:
  # the thesis
  charge:
    text: We should charge.
    supporting:
      - c4  # the first reason
      - [c4, fair]
      - {by: c4, id: by-analogy, undercut: [fair]}
      - {by: [fair, c4], because: c4}

  c4:
    text: c4 cuts traffic.
    aliases: [c3]

  fair:
    text: It is fair.
    undercuts: [c4 supports charge, fair + c4 supports charge]
    contrasts: [c4]

evidence:
  counts:
    text: Counts fell.
    cites: {source: report, page: 3}
    supports: [c4]
    undercuts: [by-analogy]
"""


@pytest.fixture
def path() -> Path:
    place = Path("claims/city/all.yaml")
    place.parent.mkdir(parents=True)
    place.write_text(TEXT, encoding="utf-8")
    return place


def test_all_references_follow_and_the_old_id_is_an_alias(call: Call, path: Path) -> None:
    before = argmap.loads(TEXT)[0]
    result = call("rename", "c4", "cuts-traffic")
    assert result.output == "renamed 'c4' to 'cuts-traffic' in 9 places in 1 file\n"
    text = path.read_text(encoding="utf-8")
    assert "  # the thesis\n  charge:" in text
    assert "- cuts-traffic  # the first reason" in text
    assert "    text: c4 cuts traffic.\n" in text
    assert "because: c4" in text
    after, findings = argmap.loads(text)
    assert findings == ()
    node = after.node("cuts-traffic")
    assert node.aliases == ("c3", "c4")
    ends = [tuple(one.replace("cuts-traffic", "c4") for one in r.premises) for r in after.relations]
    assert ends == [one.premises for one in before.relations]
    unresolved = [one.code for one in argmap.check(after) if one.code == 106]
    assert unresolved == []


def test_back_again_leaves_no_alias_of_its_own_id(call: Call, path: Path) -> None:
    call("rename", "c4", "x")
    call("rename", "x", "c4")
    the_map, _ = argmap.load(path)
    assert the_map.node("c4").aliases == ("c3", "x")


def test_relations_and_sources_are_renamed(call: Call, path: Path) -> None:
    assert "in 2 places" in call("rename", "by-analogy", "analogy").output
    assert "in 2 places" in call("rename", "report", "annual").output
    the_map, findings = argmap.load(path)
    assert findings == ()
    assert the_map.nodes[-1].passages[0].source == "annual"
    assert [one.target for one in the_map.incoming("analogy")] == ["analogy", "analogy"]
    assert the_map.sources[1].id == "report-2"


def test_a_rename_can_be_looked_at_first(call: Call, path: Path) -> None:
    result = call("rename", "c4", "cuts-traffic", "--diff")
    assert "-  c4:" in result.output
    assert "+  cuts-traffic:" in result.output
    assert path.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("chrage", "x", "there is no 'chrage'; did you mean 'charge'?"),
        ("c4", "fair", "'fair' is taken in the map city; choose another id"),
        ("c4", "Fair", "'Fair' is taken"),
        ("c4", "c4", "'c4' is taken"),
        ("fair", "c3", "'c3' is taken"),
        ("c4", "a b", "'a b' is no id"),
        ("c4", "report", "'report' is taken"),
    ],
)
def test_what_cannot_be_done_is_said(
    call: Call, path: Path, old: str, new: str, message: str
) -> None:
    result = call("rename", old, new)
    assert result.exit_code == 2
    assert message in result.output
    assert path.read_text(encoding="utf-8") == TEXT
