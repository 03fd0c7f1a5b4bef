"""JSON is read with places, whole, and without surprises."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.json_text import read_json, write_json
from argmap.text import TextFile

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abc\u00e9"), inner),
    max_leaves=20,
)


@given(JSON, st.sampled_from([None, 1, 4]))
def test_what_is_read_is_what_python_reads(value: object, indent: int | None) -> None:
    read = read_json(TextFile("a.json", json.dumps(value, indent=indent)))
    assert (read.value, read.findings) == (value, ())


@given(JSON)
def test_what_is_written_reads_the_same(value: object) -> None:
    assert json.loads(write_json(value)) == value


@given(st.text(st.sampled_from('{}[]":, \n1a\\u-.eE')))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    read = read_json(TextFile("a.json", text))
    if read.value is None and text.strip() != "null":
        assert [finding.code for finding in read.findings] == [101]


def test_items_know_where_they_stand() -> None:
    text = '{"AIF": {"nodes": [{"nodeID": "1"},\n {"nodeID": "2"}]}, "a": 5}'
    read = read_json(TextFile("a.json", text))
    assert read.span("AIF", "nodes", 1).text == '{"nodeID": "2"}'
    assert read.span("AIF", "nodes", 1, "nodeID").text == '{"nodeID": "2"}'
    assert read.span("AIF", "nodes").text.startswith('[{"nodeID"')
    assert read.span("a").text == "5"
    assert read.span("b").text == "{"


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ('{"a": 1,}', "a comma stands before '}'", "a.json:1:9"),
        ('{"a": [1 2]}', "a comma or ']' is missing", "a.json:1:10"),
        ('{"a" 1}', "':' is missing", "a.json:1:6"),
        ("{a: 1}", "a name in quotation marks is missing", "a.json:1:2"),
        ('{"a": NaN}', "NaN is no number in JSON", "a.json:1:7"),
        ("[1] x", "something stands behind its end", "a.json:1:5"),
        ('["abc', "unterminated string starting", "a.json:1:2"),
        ("[" * 100_000, "lists or objects stand too deep in each other", "a.json:1:2"),
        ("[" + "9" * 5000 + "]", "exceeds the limit", "a.json:1:2"),
    ],
)
def test_a_broken_text_is_refused_where_it_breaks(text: str, message: str, place: str) -> None:
    (finding,) = read_json(TextFile("a.json", text)).findings
    assert message in finding.message.lower() or message in finding.message
    assert str(finding.span) == place


def test_a_name_that_stands_twice_is_told() -> None:
    read = read_json(TextFile("a.json", '{"nodes": [{"a": 1, "a": 2}], "nodes": 5}'))
    assert [finding.message for finding in read.findings] == [
        "the name 'a' stands twice in one object",
        "the name 'nodes' stands twice in one object",
    ]


def test_half_of_a_character_is_replaced_and_told() -> None:
    read = read_json(TextFile("a.json", r'["\ud83d", "\ud83d\ude00"]'))
    assert read.value == ["\ufffd", "\U0001f600"]
    assert [finding.message for finding in read.findings] == ["a text has half of a character"]
