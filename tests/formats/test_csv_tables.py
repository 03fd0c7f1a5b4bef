"""Tables in CSV, in and out."""

from typing import Any, TypeVar

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Loss, Written, format_named
from argmap.model import ArgumentMap, Claim, Evidence, Node, Passage, Relation, Source
from argmap.text import TextFile
from tests.formats.whole_maps import whole_maps

Value = TypeVar("Value", Node, Relation, Source)
CSV = format_named("csv")


def read(
    nodes: str, relations: str | None = None, sources: str | None = None
) -> tuple[ArgumentMap, list[str]]:
    files = {"city.relations.csv": relations, "city.sources.csv": sources}

    def beside(path: str) -> TextFile | None:
        text = files[path]
        return None if text is None else TextFile(path, text)

    the_map, findings = CSV.read(TextFile("maps/city.csv", nodes), beside)
    return the_map, [f"{one.span} {one.severity.word} {one.code} {one.message}" for one in findings]


def again(written: Written) -> tuple[ArgumentMap, list[str]]:
    return read(
        written.text, written.beside.get(".relations.csv"), written.beside.get(".sources.csv")
    )


A_MAP = ArgumentMap(
    nodes=[
        Claim("a", "A charge, it cuts traffic.", main=True, tags=["city", "cars"]),
        Evidence("e", 'They said "less".\nTwice.', passages=[Passage("s", quote="q")]),
    ],
    relations=[Relation("supports", ["e", "a"], "a", strength=0.5), Relation("restates", "e", "a")],
    sources=[Source("s", "S", url="http://x.org")],
)


def test_a_map_is_two_or_three_tables() -> None:
    written = CSV.write(A_MAP)
    assert written.losses == ()
    assert written.text == (
        "id,kind,text,main,tags,passages\r\n"
        'a,claim,"A charge, it cuts traffic.",true,city; cars,\r\n'
        'e,evidence,"They said ""less"".\nTwice.",,,"[{""source"": ""s"", ""quote"": ""q""}]"\r\n'
    )
    assert written.beside == {
        ".relations.csv": (
            "id,stance,premises,target,strength\r\n,supports,e; a,a,0.5\r\n,restates,e,a,\r\n"
        ),
        ".sources.csv": "id,title,url\r\ns,S,http://x.org\r\n",
    }
    assert again(written) == (A_MAP, [])


def test_one_table_of_texts_is_enough() -> None:
    the_map, findings = read("Text;Author\nA charge cuts traffic.;Ann\nIt is fair.;\n\n")
    assert findings == []
    assert the_map.nodes == (
        Claim("a-charge-cuts-traffic", "A charge cuts traffic.", data={"csv": {"author": "Ann"}}),
        Claim("it-is-fair", "It is fair."),
    )
    assert CSV.write(the_map).text.startswith("id,kind,text,author\r\n")


def test_rows_know_where_they_stand() -> None:
    the_map, _ = read('id,text\na,"x\ny"\nb,z\n')
    assert [str(node.span) for node in the_map.nodes] == ["maps/city.csv:2:1", "maps/city.csv:4:1"]


def test_stances_are_read_by_the_words_of_others() -> None:
    the_map, findings = read("text\n", "stance,premises,target\nCon,a,b\nattack,c,b\n-,d,b\n")
    assert findings == []
    assert {one.stance.value for one in the_map.relations} == {"contrasts"}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-5 percent", "@me", "\tx", "'=1", "''+", "it's"])
def test_no_text_is_a_formula(text: str) -> None:
    the_map = ArgumentMap(nodes=[Claim("a", text)])
    written = CSV.write(the_map)
    cell = written.text.splitlines()[1].split(",")[2]
    assert cell[:1] not in {"=", "+", "-", "@", "\t"}
    assert again(written) == (the_map, [])


def test_what_a_table_cannot_hold_is_counted() -> None:
    the_map = ArgumentMap("T", nodes=[Claim("a", "A", note="", type="")])
    assert CSV.write(the_map).losses == (
        Loss("fields that are there but empty", 2),
        Loss("title of the map", 1),
    )


def filled(value: Value) -> Value:
    """Return a value whose empty texts are absent."""
    empty: dict[str, Any] = {
        one.name: None
        for one in fields(type(value))
        if one.default is None and getattr(value, one.name) == ""
    }
    return evolve(value, **empty)


@given(whole_maps)
def test_nodes_relations_and_sources_come_back(the_map: ArgumentMap) -> None:
    whole = ArgumentMap(
        nodes=[filled(one) for one in the_map.nodes],
        relations=[filled(one) for one in the_map.relations],
        sources=[filled(one) for one in the_map.sources],
    )
    assert again(CSV.write(whole)) == (whole, [])


@pytest.mark.parametrize(
    ("nodes", "relations", "message"),
    [
        ("id\na\n", None, "maps/city.csv:1:1 error 101 the first row has no column 'text'"),
        ("", None, "maps/city.csv:1:1 error 101 the first row has no column 'text'"),
        (
            "text\nx,y\n",
            None,
            "maps/city.csv:2:1 warning 103 the row has 2 cells, and the table 1 columns",
        ),
        (
            "text,kind\nx,blob\n",
            None,
            "maps/city.csv:2:1 warning 103 'blob' is no kind of node",
        ),
        ("id,text\na,x\na,y\n", None, "maps/city.csv:3:1 warning 103 the id 'a' stands twice"),
        (
            "text,confidence\nx,high\n",
            None,
            "maps/city.csv:2:1 error 103 'high' is no confidence",
        ),
        ("text,passages\nx,p. 5\n", None, "maps/city.csv:2:1 error 103 'p. 5' is no passages"),
        (
            "text\n",
            "stance,premises,target\n,a,b\n",
            "city.relations.csv:2:1 warning 103 the relation has no stance",
        ),
        (
            "text\n",
            "stance,premises,target\nlikes,a,b\n",
            "city.relations.csv:2:1 warning 103 'likes' is no stance",
        ),
        (
            "text\n",
            "stance,premises,target\npro,a,\n",
            "city.relations.csv:2:1 error 103 the relation has no target",
        ),
        (
            "text\n",
            "stance,premises,target\npro,,b\n",
            "city.relations.csv:2:1 error 103 the relation has no premise",
        ),
        (
            f"text\nx{'y' * 131_072}\n",
            None,
            "maps/city.csv:2:1 error 101 this is no CSV: field larger than field limit (131072)",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_row(
    nodes: str, relations: str | None, message: str
) -> None:
    assert read(nodes, relations)[1] == [message]


def test_a_source_without_id_is_told() -> None:
    found = read("text\n", None, "id,title\n,T\n")[1]
    assert found == ["city.sources.csv:2:1 error 103 the source has no id"]


@given(st.text(st.sampled_from('ab,;"\n\r\t=\x00[]{}'), max_size=40), st.booleans())
def test_any_text_is_read(text: str, has_header: bool) -> None:  # noqa: FBT001 - drawn
    the_map, _ = read(f"text,id,tags\n{text}" if has_header else text, text, text)
    CSV.write(the_map)
