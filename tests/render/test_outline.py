import re

from hypothesis import given, settings

from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source
from argmap.render import render
from argmap.render.outline import escaped
from tests.render.maps import MAPS
from tests.render.strategies import maps


def test_a_map_becomes_an_outline() -> None:
    given_map = ArgumentMap(
        "Tea_time",
        nodes=[
            Claim("tea", "Tea is *good*.", type="value", main=True),
            Claim("warm", "It warms"),
            Claim("cheap", "It is cheap.", assumed="clear"),
            Evidence("bill", "A bill.", passages=[Passage("s", quote="1 [penny]")]),
            Claim("dear", "Not any more."),
        ],
        relations=[
            Relation("supports", ["warm", "cheap"], "tea", id="step"),
            Relation("supports", ["bill"], "cheap"),
            Relation("contrasts", ["bill"], "dear"),
            Relation("undercuts", ["dear"], "step"),
            Relation("supports", ["nobody"], "tea"),
        ],
        sources=[Source("s", "The bill")],
    )
    assert render(given_map, output="markdown") == (
        "# Tea\\_time\n"
        "\n"
        "4 claims, 1 evidence, 5 relations, 1 missing · The bill.\n"
        "\n"
        "Signs: + supports, \u2212 contrasts, \u00d7 undercuts, = restates.\n"
        "\n"
        "- **tea** (value, unsupported): Tea is \\*good\\*.\n"
        "  - **+** *with cheap* **warm** (claim, unsupported): It warms.\n"
        "  - **+** *with warm* **cheap** (claim, supported): It is cheap.\n"
        "    - **+** **bill** (evidence, supported): A bill."
        " *The bill: “1 \\[penny\\]”*\n"
        "      - **\u2212** also contrasts dear\n"
        "  - **\u00d7** *the step step* **dear** (claim, refuted): Not any more.\n"
        "  - **+** **nobody** (missing)\n"
    )


def test_boxes_elsewhere_name_their_section() -> None:
    lines = render(MAPS["sections"], output="markdown", section="First").splitlines()
    assert lines[-1] == "- **two-a** (claim, unsupported, elsewhere: Second): It has a reason."


@settings(deadline=None)
@given(maps())
def test_every_node_is_told_once(given_map: ArgumentMap) -> None:
    text = render(given_map, output="markdown")
    told = re.findall(r"^ *- .*?\*\*(n[0-9]+|r[0-9]+)\*\* \(", text, re.MULTILINE)
    named = {end for one in given_map.relations for end in (*one.premises, one.target)}
    steps = {relation.id for relation in given_map.relations}
    nodes = {node.id for node in given_map.nodes}
    assert sorted(told) == sorted(nodes | (named - steps))


def test_very_deep_arguments_go_on_further_down() -> None:
    count = 5_000
    chain = ArgumentMap(
        nodes=[Claim(f"c{number}") for number in range(count)],
        relations=[
            Relation("supports", [f"c{number + 1}"], f"c{number}") for number in range(count - 1)
        ],
    )
    lines = render(chain, output="markdown").splitlines()
    assert max(len(line) - len(line.lstrip()) for line in lines) == 26
    assert "- **+** **c13** (claim, unsupported):  (goes on from **c12**)" not in lines
    assert any(line.startswith("- **+** **c13**") for line in lines)
    assert len(lines) < count * 1.2


def test_markdown_in_texts_is_shown_as_it_stands() -> None:
    assert escaped("a *b* _c_ `d` [e](f) <g> # h | i ~ j $k$ &amp; \\") == (
        "a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) \\<g\\> \\# h \\| i \\~ j \\$k\\$ \\&amp; \\\\"
    )


def test_hostile_texts_stay_on_their_line() -> None:
    for line in render(MAPS["hostile"], output="markdown").splitlines()[6:]:
        assert line.lstrip().startswith("- ")
        assert "<script" not in line.replace("\\<script", "")
