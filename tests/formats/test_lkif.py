from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import format_named, format_of
from argmap.model import ArgumentMap, Claim, Relation, Stance
from argmap.text import TextFile
from tests.formats.shared_checks import corpus, findings, mutated, read

GRAPH = """<lkif version="2.1"><argument-graphs>
<argument-graph id="g" title="Rain" main-issue="s1">
 <statements>
  <statement id="s1" value="unknown" assumption="false" standard="PE"><s>It
    rained.</s></statement>
  <statement id="s2" value="true" assumption="true" standard="BA"><s>It is wet.</s></statement>
  <statement id="s3"><s>It was <i>swept</i>.</s></statement>
 </statements>
 <arguments>
  <argument id="a1" title="Rain wets" direction="pro" scheme="sign" weight="0.5">
   <conclusion statement="s1"/>
   <premises>
    <premise polarity="positive" type="ordinary" role="datum" statement="s2"/>
    <premise polarity="negative" type="assumption" statement="s3"/>
    <premise polarity="positive" type="exception" statement="s3"/>
   </premises>
  </argument>
  <argument id="a2" direction="con" weight="7">
   <conclusion statement="s1"/>
   <premises><premise statement="s3"/></premises>
  </argument>
 </arguments>
</argument-graph></argument-graphs></lkif>
"""


def test_a_graph_is_read_as_its_page_says() -> None:
    assert read("lkif", GRAPH) == ArgumentMap(
        "Rain",
        nodes=(
            Claim(
                "s1",
                "It rained.",
                main=True,
                data={"lkif": {"value": "unknown", "assumption": "false", "standard": "PE"}},
            ),
            Claim(
                "s2",
                "It is wet.",
                assumed="accepted in the argument graph",
                data={"lkif": {"value": "true", "assumption": "true", "standard": "BA"}},
            ),
            Claim("s3", "It was swept."),
            Claim("not-s3", "Not: It was swept.", data={"lkif": {"negates": "s3"}}),
        ),
        relations=(
            Relation(Stance.CONTRASTS, "s3", "not-s3"),
            Relation(Stance.CONTRASTS, "not-s3", "s3"),
            Relation(
                Stance.SUPPORTS,
                ("s2", "not-s3"),
                "s1",
                id="a1",
                scheme="sign",
                because="Rain wets",
                strength=0.5,
                data={"lkif": {"roles": {"s2": "datum"}, "assumptions": ["not-s3"]}},
            ),
            Relation(Stance.UNDERCUTS, "s3", "a1"),
            Relation(Stance.CONTRASTS, "s3", "s1", id="a2", data={"lkif": {"weight": "7"}}),
        ),
    )
    assert format_of(TextFile("map.xml", GRAPH)).name == "lkif"


def graph(inside: str) -> str:
    return f"<lkif><argument-graph>\n{inside}</argument-graph></lkif>"


def argument(premise: str) -> str:
    return f'<arguments><argument id="a"><premises>{premise}</premises></argument></arguments>'


def test_each_fault_is_reported() -> None:
    cases = {
        "<lkif/>": "1:1 warning 103 this LKIF has no argument graph; only argument graphs are read",
        graph(
            '<statements><statement id="s"/></statements>'
        ): "2:13 warning 103 's' has no text; write it in `<s>`",
        graph(
            '<arguments><argument id="a"><conclusion statement="s"/></argument></arguments>'
        ): "2:12 warning 103 "
        "argument 'a' has no premise; it counts for nothing, and is kept as data",
        graph(argument('<premise statement="s"/>')): "2:12 warning 103 "
        "argument 'a' has no conclusion; it counts for nothing, and is kept as data",
        graph(argument("<premise/>")): "2:39 error 103 "
        "a premise of 'a' names no statement; it was left out",
        '<!DOCTYPE a [<!ENTITY b "b">]><lkif/>': "1:1 error 101 this XML declares its own entities "
        "or grammar; remove what stands in [ ]",
    }
    assert {text: findings("lkif", text)[0] for text in cases} == cases


def test_the_real_graphs_are_read_whole() -> None:
    counts: Counter[str] = Counter()
    for file in corpus("carneades4/AGs/LKIF/*.xml"):
        assert format_of(file).name == "lkif"
        found, _ = format_named("lkif").read(file)
        counts["claims"] += len(found.claims)
        counts.update(str(one.stance) for one in found.relations)
        counts["premises"] += sum(len(one.premises) for one in found.relations if one.is_named)
    assert counts == {
        "claims": 93,
        "supports": 40,
        "contrasts": 14,
        "undercuts": 10,
        "premises": 72,
    }


@given(st.text() | mutated(GRAPH))
def test_no_text_stops_the_reader(text: str) -> None:
    format_named("lkif").read(TextFile("a.xml", text))
