"""Claim files in JSON: the same keys, for programs."""

import json

from argmap.claimfile.emit import LONGEST_KEY
from argmap.claimfile.entries import Block
from argmap.claimfile.foreign import json_of_made
from argmap.claimfile.keys import FILE, TABLES, Key, Kind, Table
from argmap.claimfile.problems import shortened
from argmap.claimfile.scalars import escaped_in_json
from argmap.claimfile.tree import Scalar
from argmap.claimfile.write import file_of
from argmap.findings import InvalidValueError
from argmap.model import ArgumentMap, Json


def write_json(argument_map: ArgumentMap) -> str:
    """Return a map as one claim file in JSON, with LF at the end of each line.

    Read as a claim file, the text gives the same map as that of `write`.

    Raises:
        InvalidValueError: for two nodes with one id, which an object of JSON cannot hold; for
            an id of more than some thousand characters; and as `write` does.
    """
    value = _mapping(file_of(argument_map), FILE)
    _refuse_long_names(value)
    return escaped_in_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _mapping(block: Block, table: Table) -> dict[str, Json]:
    return {entry.name: _value(entry.value, table.by_name[entry.name]) for entry in block.entries}


def _value(value: Scalar | Block, key: Key) -> Json:
    if key.kind is Kind.DATA:
        return json_of_made(value)
    if isinstance(value, Scalar):
        return _scalar(value.text, key.kind)
    if key.kind is Kind.NODES:
        return _nodes(value, TABLES[key.table])
    if value.is_mapping:
        return _mapping(value, TABLES[key.table])
    return [_value(entry.value, key) for entry in value.entries]


def _refuse_long_names(value: Json) -> None:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            long = next((name for name in one if len(json.dumps(name)) > LONGEST_KEY), None)
            if long is not None:
                message = f"the name '{shortened(long)}' has {len(long)} characters; shorten it"
                raise InvalidValueError(message)
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _scalar(text: str, kind: Kind) -> Json:
    if kind is Kind.FLAG:
        return True
    if kind is Kind.DEGREE:
        return float(text)
    return int(text) if kind is Kind.EXTENT and text.isdigit() else text


def _nodes(block: Block, table: Table) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for entry in block.entries:
        if entry.name in found:
            message = f"'{entry.name}' stands twice, and JSON can hold it once; rename one"
            raise InvalidValueError(message)
        if isinstance(entry.value, Block):
            found[entry.name] = _mapping(entry.value, table)
    return found
