"""Reading and writing Argdown in tests: short ways to see what came of a text."""

import json

from attrs import evolve

from argmap.formats.argdown import Document, read, read_document
from argmap.formats.argdown.document import End
from argmap.model import ArgumentMap, Node, Relation, Source
from argmap.text import TextFile


def read_text(text: str) -> ArgumentMap:
    """Read a text that has nothing wrong."""
    the_map, findings = read(TextFile("x.argdown", text))
    assert [finding.message for finding in findings] == []
    return the_map


def messages(text: str) -> list[str]:
    """Return what is found in a text: line, column, level and message."""
    _, findings = read(TextFile("x.argdown", text))
    return [
        f"{one.span.line}:{one.span.column} {one.severity.name.lower()} {one.message}"
        for one in findings
        if one.span is not None
    ]


def document(text: str) -> Document:
    """Read a text as Argdown itself sees it."""
    return read_document(TextFile("x.argdown", text))


def links(text: str) -> list[str]:
    """Return the relations of a text as `B support A`."""
    read_one = document(text)

    def name(end: End) -> str:
        if end.kind == "statement":
            return read_one.statements[end.number].title
        title = read_one.arguments[end.number].title
        return f"<{title}>" if end.kind == "argument" else f"<{title}>.{end.step}"

    return [f"{name(one.source)} {one.bond} {name(one.target)}" for one in read_one.relations]


def in_any_order(the_map: ArgumentMap) -> tuple[object, ...]:
    """Return a map as what is equal for maps whose parts are the same in another order."""

    def told(one: Node | Relation | Source) -> tuple[str, str]:
        return repr(evolve(one, data={})), json.dumps(dict(one.data), sort_keys=True)

    return (
        evolve(the_map, nodes=(), relations=(), sources=(), set_aside=()),
        sorted(map(told, the_map.nodes)),
        sorted(map(told, the_map.relations)),
        sorted(map(told, the_map.sources)),
        sorted(map(repr, the_map.set_aside)),
    )
