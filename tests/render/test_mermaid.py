import re

import pytest

from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation
from argmap.render import render
from argmap.render.mermaid import safe
from tests.render.maps import MAPS

LINE = re.compile(
    r"flowchart (RL|LR|BT|TB)"
    r'|  n[0-9]+(\("[^"]*"\)|\["[^"]*"\])'
    r'|  r[0-9]+\(\(" "\)\)'
    r'|  [nr][0-9]+ (-->|--x|-\.->|-\.-o)\|"[^"]*"\| [nr][0-9]+'
    r"|  [nr][0-9]+ (---|-\.-) r[0-9]+"
    r"|  linkStyle [0-9,]+ stroke:#[0-9a-f]{6},stroke-width:2px"
    r"|  classDef [a-z]+ [a-z0-9:#, -]+"
    r"|  class [n0-9,]+ [a-z]+"
)


def test_a_map_becomes_a_flowchart() -> None:
    given = ArgumentMap(
        nodes=[
            Claim("end", 'Say "yes".', main=True),
            Claim("a", "- one", assumed="clear"),
            Evidence("b", "1. two", passages=[Passage("s", page="3")]),
            Claim("c", ""),
        ],
        relations=[
            Relation("supports", ["a", "b"], "end", id="step"),
            Relation("undercuts", ["c"], "step"),
            Relation("contrasts", ["c"], "end"),
            Relation("restates", ["d"], "end"),
        ],
    )
    assert render(given, output="mermaid") == (
        "flowchart RL\n"
        '  n1("end · claim<br>Say #34;yes#34;.")\n'
        '  n2("a · claim<br>#45; one")\n'
        '  n3["b · evidence<br>1#46; two<br>s, p. 3"]\n'
        '  n4("c · claim · unsupported")\n'
        '  n5["? d"]\n'
        '  r1((" "))\n'
        "  n2 --- r1\n"
        "  n3 --- r1\n"
        '  r1 -->|"#43;"| n1\n'
        '  n4 -.->|"\u00d7"| r1\n'
        '  n4 --x|"\u2212"| n1\n'
        '  n5 -.-o|"#61;"| n1\n'
        "  linkStyle 0,1,2 stroke:#00724f,stroke-width:2px\n"
        "  linkStyle 3 stroke:#8f3a74,stroke-width:2px\n"
        "  linkStyle 4 stroke:#b34700,stroke-width:2px\n"
        "  linkStyle 5 stroke:#0060a0,stroke-width:2px\n"
        "  classDef main stroke-width:3px,font-weight:bold\n"
        "  class n1 main\n"
        "  classDef assumed stroke-dasharray:5 3\n"
        "  class n2 assumed\n"
        "  classDef unsupported stroke:#b35c00,stroke-dasharray:9 4\n"
        "  class n4 unsupported\n"
        "  classDef missing fill:none,stroke-dasharray:2 3\n"
        "  class n5 missing\n"
    )


def test_boxes_elsewhere_are_quiet() -> None:
    lines = render(MAPS["sections"], output="mermaid", section="First").splitlines()
    assert lines[-2:] == ["  classDef elsewhere fill:none,stroke:#8b949e", "  class n4 elsewhere"]


@pytest.mark.parametrize("name", MAPS)
def test_no_text_breaks_out_of_its_label(name: str) -> None:
    for line in render(MAPS[name], output="mermaid").splitlines():
        assert LINE.fullmatch(line), line


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ('"quoted"', "#34;quoted#34;"),
        ("#quot; <br> `x`", "#35;quot#59; #60;br#62; #96;x#96;"),
        ("12. list", "12#46; list"),
        ("- list", "#45; list"),
        ("3.5 percent", "3#46;5 percent"),
        ("well-known: a/b", "well-known: a/b"),
        ("語 “quoted”", "語 “quoted”"),
    ],
)
def test_whatever_means_something_to_mermaid_is_written_as_a_number(given: str, shown: str) -> None:
    assert safe(given) == shown
