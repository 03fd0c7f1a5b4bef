"""The schema that editors use agrees with the reader."""

import pytest
import yaml
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from argmap.claimfile import read, schema, write
from argmap.claimfile.keys import FILE, TABLES, Kind, Table
from argmap.claimfile.review_keys import REVIEW_TABLES
from argmap.model import ArgumentMap
from argmap.text import TextFile
from tests.claimfile.maps import maps
from tests.claimfile.test_messages import CASES
from tests.claimfile.test_read import CHARGE

VALIDATOR = Draft202012Validator(schema())

# What JSON Schema cannot tell: quotes are gone when it sees a value, and it cannot compare.
BEYOND_THE_SCHEMA = {
    "a range that runs backwards",
    "a day that does not exist",
    "assumed that is false",
    "assumed with nothing",
}


def resolvers(*tags: str) -> dict[str, list[tuple[str, object]]]:
    """Return those of YAML 1.1's ways to read a word as more than a text."""
    return {
        first: [
            (tag, pattern)
            for tag, pattern in found
            if tag.removeprefix("tag:yaml.org,2002:") in tags
            # `no` and `on` are texts since YAML 1.2
            if not tag.endswith(":bool") or first in "tTfF"
        ]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


class EditorLoader(yaml.SafeLoader):
    """Resolves scalars as editors do: numbers, true and false, nothing."""

    yaml_implicit_resolvers = resolvers("int", "float", "bool", "null")


class TextLoader(yaml.SafeLoader):
    """Leaves every scalar a text, but for nothing."""

    yaml_implicit_resolvers = resolvers("null")


def mistakes(text: str, loader: type[yaml.SafeLoader] = EditorLoader) -> list[str]:
    loaded = yaml.load(text, loader)  # noqa: S506  (both loaders are SafeLoaders)
    return [error.message for error in VALIDATOR.iter_errors(loaded)]


def wrong_fields() -> list[object]:
    return [
        pytest.param(text, id=title)
        for title, text, expected in CASES
        if ("(102)" in expected or "(103)" in expected) and title not in BEYOND_THE_SCHEMA
    ]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("loader", [EditorLoader, TextLoader])
@pytest.mark.parametrize(
    "text",
    [
        CHARGE,
        "",
        "claims:\n",
        "claims: {a: {text: 1984, type: ~, main: yes, confidence: .5, aliases: b, cites: s}}",
        "evidence: {e: {text: no, recheck_by: 2027-01-31, cites: [s, {source: s, line: 2-3}]}}",
        "sources: {s: A title, t: {title: 1984, date: 2007, retracted: it was wrong}}",
        "sources: refs.bib",
        "sources: [refs.bib, ../more.JSON]",
        "sources: []",
        "claims: {a: {text: x, supporting: [b, [c, d], {by: [e, f], undercut: g}]}}",
        "claims: {a: {text: x, undercuts: {target: b supports c}, waive: {rule: 201}}}",
        "relations: [{stance: restates, by: a, target: b}]\nset_aside: {source: s, reason: r}",
    ],
)
def test_the_schema_accepts_what_the_reader_accepts(
    text: str, loader: type[yaml.SafeLoader]
) -> None:
    assert read([TextFile("a.yaml", text)])[1] == ()
    assert mistakes(text, loader) == []


@pytest.mark.parametrize("text", wrong_fields())
def test_the_schema_refuses_what_the_reader_refuses(text: str) -> None:
    assert mistakes(text)


@settings(max_examples=40, deadline=None)
@given(maps())
def test_the_schema_accepts_any_map_that_the_reader_accepts(argument_map: ArgumentMap) -> None:
    text = write(argument_map)
    if not any(one.code in {102, 103} for one in read([TextFile("a.yaml", text)])[1]):
        assert mistakes(text, TextLoader) == []


def test_every_key_has_a_description() -> None:
    assert all(key.about.endswith(".") for table in TABLES.values() for key in table.keys)


OF_CLAIM_FILES = [one for one in TABLES.values() if one not in REVIEW_TABLES]


@pytest.mark.parametrize("table", OF_CLAIM_FILES, ids=lambda table: table.name)
def test_reader_and_schema_know_the_same_keys(table: Table) -> None:
    made = schema()
    definitions = made["$defs"]
    assert isinstance(definitions, dict)
    definition = made if table is FILE else definitions[table.name.replace(" ", "-")]
    properties = definition["properties"]
    assert isinstance(properties, dict)
    assert list(properties) == [key.name for key in table.keys]
    assert definition["additionalProperties"] is False


def test_a_project_may_have_types_of_its_own() -> None:
    made = Draft202012Validator(schema(["oath"], ["relic"]))
    good = {"claims": {"a": {"text": "x", "type": "oath"}}, "evidence": {"e": {"text": "x"}}}
    bad = {"claims": {"a": {"text": "x", "type": "fact"}}}
    assert made.is_valid(good)
    assert not made.is_valid(bad)


def test_tables_are_named_where_mappings_stand_behind_a_key() -> None:
    assert [
        key.name
        for table in TABLES.values()
        for key in table.keys
        if (key.table in TABLES)
        is not (
            key.kind
            in {
                Kind.FIELDS,
                Kind.NODES,
                Kind.RECORDS,
                Kind.PASSAGES,
                Kind.PREMISES,
                Kind.TARGETS,
            }
        )
    ] == []
