"""GraphML in and out: nothing of a map is lost, and other programs can read and write it."""

from io import BytesIO

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import format_named
from argmap.model import ArgumentMap, Claim, Evidence, Passage, Relation, Source, Stance
from argmap.project import load
from tests.formats.whole_maps import read, whole_maps
from tests.test_our_map import ROOT

GRAPHML = format_named("graphml")
HEAD = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">'
A_MAP = ArgumentMap(
    "Title",
    language="en",
    nodes=[
        Claim("a", "A charge cuts traffic.", main=True, section="One"),
        Evidence("e f", "Counts\nfell.", confidence=0.5, passages=[Passage("s", quote="q")]),
        Claim("b", "B"),
    ],
    relations=[
        Relation("supports", ["e f", "b"], "a", because="why"),
        Relation("contrasts", ["b"], "missing", id="r", strength=0.25),
        Relation("undercuts", ["b"], "e f + b supports a"),
    ],
    sources=[Source("s", "S")],
)


def foreign(body: str, keys: str = "") -> str:
    return f'{HEAD}{keys}<graph edgedefault="directed">\n{body}</graph></graphml>'


def key(name: str, owner: str = "node") -> str:
    return f'<key id="{name}" for="{owner}" attr.name="{name}" attr.type="string"/>'


def steps(argument_map: ArgumentMap) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.stance.value, one.premises, one.target) for one in argument_map.relations]


def test_a_map_with_all_sorts_of_relations_comes_back() -> None:
    written = GRAPHML.write(A_MAP)
    assert written.losses == ()
    assert read("graphml", written.text) == (A_MAP, [])


@given(whole_maps)
def test_a_map_comes_back(the_map: ArgumentMap) -> None:
    assert read("graphml", GRAPHML.write(the_map).text) == (the_map, [])


def test_our_own_map_comes_back() -> None:
    the_map, _ = load(ROOT / "claims" / "sco")
    assert read("graphml", GRAPHML.write(the_map).text) == (the_map, [])


def test_networkx_reads_what_is_written() -> None:
    graph = nx.read_graphml(BytesIO(GRAPHML.write(A_MAP).text.encode()))
    kinds = [graph.nodes[name].get("kind") for name in graph]
    assert kinds == ["claim", "evidence", "claim", "relation", "missing"]
    assert graph.nodes["a"]["text"] == "A charge cuts traffic."
    assert graph.nodes["a"]["main"] is True
    assert graph.nodes["n-1"]["label"] == "Counts fell."
    assert graph.number_of_edges() == 5
    stances = [more.get("stance") for *_, more in graph.edges(data=True)]
    assert stances.count("contrasts") == 1


def test_what_networkx_writes_is_read() -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("x", text="X", kind="evidence")
    graph.add_node("y", text="Y")
    graph.add_edge("x", "y", stance="attack")
    out = BytesIO()
    nx.write_graphml(graph, out)
    the_map, findings = read("graphml", out.getvalue().decode())
    assert findings == []
    assert the_map.nodes == (Evidence("x", "X"), Claim("y", "Y"))
    assert steps(the_map) == [("contrasts", ("x",), "y")]


def test_a_label_that_was_changed_in_yed_is_the_text() -> None:
    text = GRAPHML.write(A_MAP).text
    changed = text.replace(">A charge cuts traffic.</y:NodeLabel>", ">A toll\ncuts.</y:NodeLabel>")
    assert changed != text
    assert read("graphml", changed)[0].nodes[0].text == "A toll cuts."


def test_boxes_of_yed_and_their_groups_are_read() -> None:
    look = '<key id="d" for="node" yfiles.type="nodegraphics"/>'
    label = '<data key="d"><y:ShapeNode><y:NodeLabel>{}</y:NodeLabel></y:ShapeNode></data>'
    edge_look = '<key id="e" for="edge" yfiles.type="edgegraphics"/>'
    edge = '<data key="e"><y:PolyLineEdge><y:EdgeLabel>Con</y:EdgeLabel></y:PolyLineEdge></data>'
    body = (
        f'<node id="n0">{label.format("Costs")}<graph id="n0:" edgedefault="directed">'
        f'<node id="n0::n0">{label.format("It is dear.")}</node></graph></node>'
        f'<node id="n1">{label.format("Do it.")}</node>'
        f'<edge source="n0::n0" target="n1">{edge}</edge>'
    )
    the_map, findings = read("graphml", foreign(body, look + edge_look))
    assert findings == []
    assert the_map.nodes == (
        Claim("n0::n0", "It is dear.", section="Costs"),
        Claim("n1", "Do it."),
    )
    assert steps(the_map) == [("contrasts", ("n0::n0",), "n1")]


def test_signs_that_xml_cannot_hold_come_back() -> None:
    the_map = ArgumentMap("\x00", nodes=[Claim("\x01", "a\x02b\ufffe", note="\x07")])
    text = GRAPHML.write(the_map).text
    assert "a\ufffdb\ufffd" in text
    assert read("graphml", text) == (the_map, [])


def test_a_node_that_was_copied_gets_an_id_of_its_own() -> None:
    body = (
        '<node id="n0"><data key="id">a</data></node><node id="n1"><data key="id">a</data></node>'
    )
    the_map, findings = read("graphml", foreign(body, key("id")))
    assert [node.id for node in the_map.nodes] == ["a", "a-2"]
    assert findings == ["2:45 warning 103 the id 'a' stands twice"]


def test_a_relation_with_several_targets_becomes_several() -> None:
    data = '<data key="kind">relation</data><data key="stance">{}</data>'
    edges = [("a", "r"), ("b", "r"), ("r", "c"), ("r", "d")]
    arrows = "".join(f'<edge source="{one}" target="{other}"/>' for one, other in edges)
    keys = key("kind") + key("stance")
    body = f'<node id="r">{data.format("supports")}</node>{arrows}'
    the_map, _ = read("graphml", foreign(body, keys))
    assert [(one.id, one.premises, one.target) for one in the_map.relations] == [
        ("r", ("a", "b"), "c"),
        ("r-2", ("a", "b"), "d"),
    ]
    body = f'<node id="r">{data.format("restates")}</node>{arrows}'
    assert len(read("graphml", foreign(body, keys))[0].relations) == 4


def test_defaults_of_keys_are_read() -> None:
    keys = key("kind").replace("/>", "><default>evidence</default></key>")
    assert read("graphml", foreign('<node id="a"/>', keys))[0].nodes == (Evidence("a", "a"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<a/>", "1:1 error 101 this is no GraphML: it has no <graph> in a <graphml>"),
        (foreign('<edge source="a"/>'), "2:1 error 103 an edge lacks an end"),
        (
            foreign("<hyperedge/>"),
            "2:1 error 103 a hyperedge is none of the edges that argmap reads",
        ),
        (
            foreign('<node id="a"/><node id="b"/><edge source="a" target="b"/>'),
            "2:29 warning 103 an edge does not say what it does",
        ),
        (
            foreign('<edge source="a" target="b"/><edge source="a" target="c"/>'),
            "2:1 warning 103 2 edges do not say what they do",
        ),
        (foreign("<node/>"), "2:1 warning 103 a node has no id"),
        (
            foreign('<node id="a"><data key="kind">relation</data></node>', key("kind")),
            "2:1 error 103 the relation 'a' has no premise",
        ),
        (
            foreign('<node id="a"><data key="confidence">x</data></node>', key("confidence")),
            "2:1 error 103 'confidence', which argmap keeps with 'a', is not what it should be",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, message: str) -> None:
    assert read("graphml", text)[1] == [message]


def test_a_graph_without_directions_is_told() -> None:
    text = foreign("").replace('"directed"', '"undirected"')
    assert read("graphml", text)[1][0].endswith("warning 103 the edges have no direction")


def test_entities_are_refused() -> None:
    text = '<!DOCTYPE graphml [<!ENTITY a "aaaa">]>' + foreign('<node id="&a;"/>')
    assert "declares its own entities" in read("graphml", text)[1][0]


@given(
    st.lists(st.sampled_from(["a", "b", "c"]), max_size=4),
    st.lists(st.tuples(*[st.sampled_from(["a", "b", "c", "d"])] * 2, st.sampled_from(Stance))),
    st.sampled_from(["claim", "relation", "missing", "x"]),
)
def test_any_graph_is_read(
    nodes: list[str], edges: list[tuple[str, str, Stance]], kind: str
) -> None:
    body = "".join(f'<node id="{name}"><data key="kind">{kind}</data></node>' for name in nodes)
    for source, target, stance in edges:
        data = f'<data key="stance">{stance}</data>'
        body += f'<edge source="{source}" target="{target}">{data}</edge>'
    the_map, _ = read("graphml", foreign(body, key("kind") + key("stance", "edge")))
    GRAPHML.write(the_map)
