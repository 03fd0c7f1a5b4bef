"""Data of other tools stands in claim files and comes back, type for type."""

import json

import pytest
from hypothesis import given

from argmap.claimfile import format_text, read, write
from argmap.findings import InvalidValueError
from argmap.model import ArgumentMap, Claim, Json
from argmap.text import TextFile
from tests.claimfile.maps import json_values


@given(json_values)
def test_values_keep_their_types(value: Json) -> None:
    text = write(ArgumentMap(nodes=[Claim("a", "A.", data={"aif": value})]))
    (read_map, findings) = read([TextFile("a.yaml", text)])
    assert findings == ()
    assert json.dumps(read_map.nodes[0].data["aif"]) == json.dumps(value)
    assert format_text(TextFile("a.yaml", text)) == (text, ())


def test_short_data_stands_on_one_line_and_long_data_on_several() -> None:
    values: dict[str, Json] = {"nodeID": "5723", "n": 5, "x": [None, True, "no", "b: c"]}
    the_map = ArgumentMap(nodes=[Claim("a", "A.", data={"aif": values, "y": {"z": "word " * 30}})])
    assert write(the_map) == (
        "claims:\n"
        "  a:\n"
        "    text: A.\n"
        "    data:\n"
        '      aif: {nodeID: "5723", n: 5, x: [null, true, "no", "b: c"]}\n'
        "      y:\n"
        f'        z: "{"word " * 30}"\n'
    )


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_what_json_has_not_is_refused(value: float) -> None:
    with pytest.raises(InvalidValueError, match="which JSON has not"):
        write(ArgumentMap(data={"x": value}))


def test_data_that_no_claim_file_can_hold_is_refused() -> None:
    deep: Json = "end"
    for _ in range(30):
        deep = [deep]
    with pytest.raises(InvalidValueError, match="more than 20 deep"):
        write(ArgumentMap(data={"x": deep}))
