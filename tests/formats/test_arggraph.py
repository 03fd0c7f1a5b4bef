from collections import Counter

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

from argmap.formats import Loss, format_named, format_of
from argmap.formats.xml_text import fit
from argmap.model import ArgumentMap, Claim, Evidence, Relation, Source, Stance
from argmap.text import TextFile
from tests.claimfile.maps import maps
from tests.formats.shared_checks import corpus, findings, mutated, read, whole_maps, without_data

GRAPH = """<?xml version='1.0' encoding='UTF-8'?>
<!-- made for this test -->
<arggraph id="fines" topic_id="parking" stance="pro">
  <edu id="e1"><![CDATA[Parking fines annoy <everyone>,]]></edu>
  <edu id="e2">but they keep</edu>
  <edu id="e3">the pavement free.</edu>
  <edu id="e4" implicit="true">Free pavements are good.</edu>
  <edu id="e5">Hello.</edu>
  <edu id="e6">My street is free.</edu>
  <joint id="j1"/>
  <adu id="a1" type="opp"/>
  <adu id="a2" type="pro"/>
  <adu id="a3" type="pro"/>
  <adu id="a4" type="pro"/>
  <edge id="c1" src="e1" trg="a1" type="seg"/>
  <edge id="c2" src="e2" trg="j1" type="seg"/>
  <edge id="c3" src="e3" trg="j1" type="seg"/>
  <edge id="c4" src="j1" trg="a2" type="seg"/>
  <edge id="c5" src="e4" trg="a3" type="seg"/>
  <edge id="c6" src="e6" trg="a4" type="seg"/>
  <edge id="c8" src="a3" trg="c9" type="add"/>
  <edge id="c7" src="a2" trg="a1" type="reb"/>
  <edge id="c9" src="a2" trg="c7" type="und"/>
  <edge id="c10" src="a4" trg="a3" type="exa"/>
</arggraph>
"""


def canonical(text: str) -> list[tuple[str, tuple[tuple[str, str], ...], str]]:
    root = etree.fromstring(text.encode())
    return sorted(
        (one.tag, tuple(sorted(one.items())), (one.text or "").strip()) for one in root.iter("*")
    )


def test_a_graph_is_read_as_its_page_says() -> None:
    assert read("arggraph", GRAPH) == ArgumentMap(
        "fines",
        nodes=(
            Claim(
                "a1",
                "Parking fines annoy <everyone>,",
                data={"arggraph": {"type": "opp", "edus": [{"id": "e1", "edge": "c1"}]}},
            ),
            Claim(
                "a2",
                "but they keep the pavement free.",
                data={
                    "arggraph": {
                        "type": "pro",
                        "edus": [
                            {
                                "id": "e2",
                                "edge": "c2",
                                "text": "but they keep",
                                "joint": {"id": "j1", "edge": "c4"},
                            },
                            {
                                "id": "e3",
                                "edge": "c3",
                                "text": "the pavement free.",
                                "joint": {"id": "j1", "edge": "c4"},
                            },
                        ],
                    }
                },
            ),
            Claim(
                "a3",
                "Free pavements are good.",
                data={
                    "arggraph": {
                        "type": "pro",
                        "edus": [{"id": "e4", "edge": "c5", "implicit": "true"}],
                    }
                },
            ),
            Claim(
                "a4",
                "My street is free.",
                data={"arggraph": {"type": "pro", "edus": [{"id": "e6", "edge": "c6"}]}},
            ),
        ),
        relations=(
            Relation(Stance.CONTRASTS, "a2", "a1", id="c7"),
            Relation(
                Stance.UNDERCUTS,
                ("a2", "a3"),
                "c7",
                id="c9",
                data={"arggraph": {"added": [{"src": "a3", "id": "c8"}]}},
            ),
            Relation(Stance.SUPPORTS, "a4", "a3", id="c10", scheme="example"),
        ),
        data={
            "arggraph": {
                "topic_id": "parking",
                "stance": "pro",
                "edus": [{"id": "e5", "text": "Hello."}],
            }
        },
    )


def test_a_graph_comes_back_as_it_was() -> None:
    written = format_named("arggraph").write(read("arggraph", GRAPH))
    assert canonical(written.text) == canonical(GRAPH)
    assert written.losses == ()


def test_places_are_those_of_the_elements() -> None:
    spans = {one.id: str(one.span) for one in read("arggraph", GRAPH).nodes}
    assert spans == {
        "a1": "map.txt:11:3",
        "a2": "map.txt:12:3",
        "a3": "map.txt:13:3",
        "a4": "map.txt:14:3",
    }


def test_what_was_changed_is_written_and_not_what_was_kept() -> None:
    before = read("arggraph", GRAPH)
    nodes = (evolve(before.nodes[1], text="they help"), before.nodes[2], Claim("new", "New."))
    relations = (evolve(before.relations[1], premises=("new", "a2"), target="c10"),)
    after = evolve(before, nodes=nodes, relations=relations)
    back = read("arggraph", format_named("arggraph").write(after).text)
    assert [(one.id, one.text) for one in back.nodes] == [
        ("a2", "they help"),
        ("a3", "Free pavements are good."),
        ("new", "New."),
    ]
    assert [(one.id, one.premises, one.target) for one in back.relations] == [
        ("c9", ("new", "a2"), "c10")
    ]


ARGMAP = ArgumentMap(
    "Fines?",
    note="N",
    nodes=(
        Claim("2 b", "\x07", main=True, tags=("x", "?>")),
        Evidence("e", "E", type="study", note="\x07\uffff"),
    ),
    relations=(
        Relation(Stance.SUPPORTS, "e", "2 b", scheme="sign", because="so", strength=0.5),
        Relation(Stance.UNDERCUTS, "2 b", "e supports 2 b", id="3"),
        Relation(Stance.RESTATES, "e", "2 b"),
        Relation(Stance.RESTATES, "2 b", "e", id="again"),
    ),
    sources=(Source("s", "S"),),
)


def test_what_has_no_place_stands_in_an_instruction_and_comes_back() -> None:
    written = format_named("arggraph").write(ARGMAP)
    assert written.losses == (
        Loss("note of the map", 1),
        Loss("sources", 1),
        Loss("texts with signs that XML does not allow", 1),
    )
    back = read("arggraph", written.text)
    nodes = tuple(evolve(one, data={}) for one in back.nodes)
    assert nodes == (evolve(ARGMAP.nodes[0], text="\ufffd"), ARGMAP.nodes[1])
    assert [evolve(one, data={}) for one in back.relations] == list(ARGMAP.relations)
    assert back.title == "Fines?"


def test_an_instruction_adds_to_what_is_there_and_changes_nothing_else() -> None:
    text = format_named("arggraph").write(ARGMAP).text
    text = text.replace('<edge id="c-1" src="e"', '<edge id="c-1" src="_2_b"')
    found = read("arggraph", text)
    assert [one.id for one in found.relations] == ["c-1", "3", "e restates 2 b", "again"]
    for broken in (
        "[",
        "[]",
        '{"nodes": [], "ids": {"e": ""}, "title": 1}',
        '{"restates": [1, {"premise": [], "target": {}}]}',
    ):
        own = f'<arggraph id="a"><?argmap {broken}?><edu id="f">F</edu><adu id="e"/>'
        assert read("arggraph", f'{own}<edge id="s" src="f" trg="e" type="seg"/></arggraph>').nodes


def test_nodes_that_share_an_id_are_told_apart() -> None:
    written = format_named("arggraph").write(ArgumentMap("a", nodes=(Claim("b"), Claim("b"))))
    assert written.losses == (Loss("ids that stand twice", 1),)


def graph(*elements: str) -> str:
    return "<arggraph>\n" + "\n".join(elements) + "\n</arggraph>"


TWO = '<edu id="e"/><edu id="f"/><adu id="a"/><adu id="b"/>'
SEGMENTS = '<edge id="s" src="e" trg="a" type="seg"/><edge id="t" src="f" trg="b" type="seg"/>'


def test_each_fault_is_reported() -> None:
    cases = {
        graph("<node/>"): "2:1 error 103 the element 'node' is not known; "
        "it was left out; there are edu, joint, adu and edge",
        graph('<adu id="a"/>'): "2:1 error 103 'a' has no text; connect an `edu` to it",
        graph('<edu id="a"/>', '<edu id="a"/>'): "3:1 warning 103 the id 'a' stands twice; "
        "it is read as 'a-2'",
        graph("<edu/>"): "2:1 warning 103 an id is missing; it is read as 'edu-1'",
        graph(
            TWO, SEGMENTS, '<edge id="c" src="a" trg="b"/>'
        ): "4:1 error 103 an edge has no type; it counts for nothing, and is kept as data",
        graph(
            TWO, SEGMENTS, '<edge id="c" src="a" trg="b" type="x"/>'
        ): "4:1 error 103 'x' is no type of an edge; it counts for nothing, and is kept as data",
        graph(
            TWO, SEGMENTS, '<edge id="c" src="a" type="sup"/>'
        ): "4:1 error 103 edge 'c' has one end only; it counts for nothing, and is kept as data",
        graph(
            '<edge id="c" src="a" trg="b" type="seg"/>'
        ): "2:1 error 103 edge 'c' leads from or to nothing; "
        "it counts for nothing, and is kept as data",
        graph(
            TWO, SEGMENTS, '<edge id="c" src="a" trg="b" type="add"/>'
        ): "4:1 error 103 edge 'c' adds nothing to an edge; "
        "it counts for nothing, and is kept as data",
        "<map/>": "1:1 error 103 'map' is no argument graph; it has to be called `arggraph`",
        "<arggraph>": "1:11 error 101 this is no XML: premature end of data in tag arggraph "
        "line 1; mend it, or save it once more where it is from",
        "": "1:1 error 101 this is no XML: document is empty; "
        "mend it, or save it once more where it is from",
        "words": "1:1 error 101 this is no XML: start tag expected, '<' not found; "
        "mend it, or save it once more where it is from",
    }
    assert {text: findings("arggraph", text) for text in cases} == {
        text: [message] for text, message in cases.items()
    }


def test_edges_that_add_to_each_other_in_a_circle_are_kept_as_data() -> None:
    edges = [
        '<edge id="c" src="a" trg="d" type="add"/>',
        '<edge id="d" src="a" trg="c" type="add"/>',
    ]
    text = graph(TWO, SEGMENTS, *edges)
    assert len(findings("arggraph", text)) == 2
    found, _ = format_named("arggraph").read(TextFile("x.xml", text))
    written = canonical(format_named("arggraph").write(found).text)
    assert [one for one in written if one[0] == "edge"] == canonical(text)[3:7]


def test_units_that_many_claims_share_fill_no_memory() -> None:
    edges = (f'<edge id="c{n}" src="e" trg="a" type="seg"/>' for n in range(1_000))
    text = graph(f'<edu id="e">{"word " * 2_000}</edu><adu id="a"/>', *edges)
    found, findings_ = format_named("arggraph").read(TextFile("x.xml", text))
    assert len(found.nodes[0].text) < 20 * len(text)
    assert "'c999' brings too much text once more" in findings_[-1].message


def test_what_blows_up_or_looks_outside_is_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><arggraph id="&c;"/>'
    outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><arggraph>&b;</arggraph>'
    message = "this XML declares its own entities or grammar; remove what stands in [ ]"
    for text in (bomb, outside):
        assert findings("arggraph", text) == [f"1:1 error 101 {message}"]
    deep = "<arggraph>" + "<a>" * 100_000
    assert any("101" in one for one in findings("arggraph", deep))
    linked = '<!DOCTYPE arggraph SYSTEM "http://127.0.0.1:9/x.dtd"><arggraph id="a"/>'
    assert read("arggraph", linked) == ArgumentMap("a")


def test_the_microtexts_come_back_without_loss() -> None:
    counts: Counter[str] = Counter()
    for file in corpus("microtexts/en/*.xml"):
        assert format_of(file).name == "arggraph"
        found = read("arggraph", file.text)
        written = format_named("arggraph").write(found)
        assert (canonical(written.text), written.losses) == (canonical(file.text), ())
        counts["claims"] += len(found.claims)
        for one in found.relations:
            counts[one.scheme or str(one.stance)] += 1
            counts["added"] += len(one.premises) - 1
    assert counts == {
        "claims": 576,
        "supports": 263,
        "example": 9,
        "contrasts": 108,
        "undercuts": 63,
        "added": 21,
    }


@given(maps())
def test_any_map_is_written_and_reads_the_same_from_then_on(argument_map: ArgumentMap) -> None:
    # An end with a sign that no XML holds changes, and with it the ids that are made from it.
    ends = [end for one in argument_map.relations for end in (*one.premises, one.target)]
    assume(fit("".join(ends)) == "".join(ends))
    # A relation as a premise is no step of any argument (rule 107).
    names = {one.id for one in argument_map.relations}
    assume(not any(names & {*one.premises} for one in argument_map.relations))
    arggraph = format_named("arggraph")
    once, _ = arggraph.read(TextFile("a.xml", arggraph.write(argument_map).text))
    twice, _ = arggraph.read(TextFile("a.xml", arggraph.write(once).text))
    assert twice == once
    assert len(once.nodes) == len(argument_map.nodes)


@given(whole_maps())
def test_a_whole_map_comes_back_as_it_was(argument_map: ArgumentMap) -> None:
    written = format_named("arggraph").write(argument_map)
    assert without_data(read("arggraph", written.text)) == argument_map
    assert written.losses == ()


@given(st.text() | mutated(GRAPH))
def test_no_text_stops_the_reader(text: str) -> None:
    arggraph = format_named("arggraph")
    found, _ = arggraph.read(TextFile("a.xml", text))
    arggraph.write(found)
