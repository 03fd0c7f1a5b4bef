"""Claim files, in YAML and in JSON, are formats like all others."""

import json

import pytest
from hypothesis import assume, event, given
from jsonschema import Draft202012Validator

from argmap.claimfile import in_written_order, schema
from argmap.findings import InvalidValueError
from argmap.formats import native, native_json
from argmap.model import ArgumentMap, Claim
from argmap.text import TextFile
from tests.claimfile.maps import maps


@given(maps())
def test_a_map_in_json_is_the_map_in_yaml(the_map: ArgumentMap) -> None:
    for values in (the_map.nodes, the_map.sources):
        assume(len({one.id for one in values}) == len(values))
    try:
        text = native_json.write(the_map).text
    except InvalidValueError as error:
        event(str(error))  # an id of a thousand characters
        return
    read_map, _ = native_json.read(TextFile("a.json", text))
    assert read_map == native.read(TextFile("a.yaml", native.write(the_map).text))[0]
    assert read_map == in_written_order(the_map)


def test_json_is_valid_by_the_schema_and_has_numbers() -> None:
    claim = Claim("a", "1.10", main=True, confidence=0.5, data={"x": {"n": [1, None]}})
    value = json.loads(native_json.write(ArgumentMap("5", nodes=[claim])).text)
    assert value == {
        "map": {"title": "5"},
        "claims": {
            "a": {"text": "1.10", "main": True, "confidence": 0.5, "data": {"x": {"n": [1, None]}}}
        },
    }
    Draft202012Validator(schema()).validate(value)


def test_an_id_that_stands_twice_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="'a' stands twice, and JSON can hold it once"):
        native_json.write(ArgumentMap(nodes=[Claim("a", "x"), Claim("a", "y")]))


def test_an_id_that_no_key_can_be_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="has 1100 characters; shorten it"):
        native_json.write(ArgumentMap(nodes=[Claim("k" * 1100, "x")]))


def test_characters_that_json_escapes_in_halves_are_whole() -> None:
    text = r'{"claims": {"a": {"text": "\ud83d\ude00 \\ud83d \u00e9 \/"}}}'
    read_map, findings = native_json.read(TextFile("a.json", text))
    assert findings == ()
    assert read_map.nodes[0].text == "\U0001f600 \\ud83d é /"
