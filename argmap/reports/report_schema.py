"""The JSON Schema of the reports for programs: of the whole document, and of each of its lines."""

from collections.abc import Mapping
from typing import Final, TypeAlias

from argmap.findings import Severity

_Schema: TypeAlias = dict[str, object]

_COUNTS: Final = {
    "maps": "How many maps were examined.",
    "claims": "How many claims they have.",
    "evidence": "How many pieces of evidence they have.",
    "relations": "How many relations they have.",
    "passages": "How many passages of sources they point to.",
    "errors": "How many findings are errors.",
    "warnings": "How many findings are warnings.",
    "notes": "How many findings are of the severity `info`.",
    "waived": "How many findings are waived; they are in none of the other numbers.",
    "known": "How many more are left out because the baseline has them.",
}
_PLACE: Final = {
    "path": "The file, with forward slashes; null where a map was built in Python.",
    "line": "The line of the first character, from 1.",
    "column": "The column of the first character, from 1, in code points.",
    "endLine": "The line of the end, from 1.",
    "endColumn": "The column after the last character, from 1, in code points.",
}


def report_schema() -> Mapping[str, object]:
    """Return the JSON Schema that the formats json and json-lines keep to.

    A report in json is valid against it as a whole, one in json-lines line by line. Reports of a
    later argmap may have further keys.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:argmap:report:1",
        "title": "What argmap found: a report in JSON, or one of its lines in JSON lines",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in ("report", "findingLine", "summaryLine")],
        "$defs": {
            "report": _report(),
            "findingLine": _line("finding", {}),
            "summaryLine": _line("summary", {"version": _version()}),
            "finding": _finding(),
            "summary": _summary(),
            "note": _object({"message": _text("What is to be seen there."), **_place(also=())}),
            "fix": _object(
                {
                    "title": _text("What it does."),
                    "replacement": _text("What comes in place of the text there."),
                    **_place(also=()),
                }
            ),
        },
    }


def _report() -> _Schema:
    findings = {
        "type": "array",
        "items": {"$ref": "#/$defs/finding"},
        "description": "All findings that count, sorted by path, place and code.",
    }
    return _object(
        {"version": _version(), "findings": findings, "summary": {"$ref": "#/$defs/summary"}}
    )


def _line(kind: str, further: Mapping[str, _Schema]) -> _Schema:
    return {"allOf": [{"$ref": f"#/$defs/{kind}"}, _object({"type": {"const": kind}, **further})]}


def _finding() -> _Schema:
    related = {
        "type": "array",
        "items": {"$ref": "#/$defs/note"},
        "description": "Further places that belong to it.",
    }
    return _object(
        {
            "code": {"type": "integer", "description": "The number of the rule."},
            "rule": _text("The name of the rule, such as `unsupported-claim`."),
            "severity": {"enum": [severity.word for severity in reversed(Severity)]},
            "message": _text("What is wrong."),
            "help": _text("What to do; may be empty."),
            "map": _text("The name of the map."),
            "subject": _text("The id of the node, relation or source it is about; may be empty."),
            "fingerprint": {
                "type": "string",
                "pattern": "^[0-9a-f]{32}$",
                "description": "Recognises it in another run; two findings may have the same.",
            },
            **_place(also=("null",)),
            "related": related,
            "fixes": {
                "type": "array",
                "items": {"$ref": "#/$defs/fix"},
                "description": "Changes of the text that mend it together.",
            },
        }
    )


def _summary() -> _Schema:
    return _object(
        {
            name: {"type": "integer", "minimum": 0, "description": description}
            for name, description in _COUNTS.items()
        }
    )


def _place(also: tuple[str, ...]) -> Mapping[str, _Schema]:
    return {
        name: {"type": ["string", *also], "description": description}
        if name == "path"
        else {"type": ["integer", *also], "minimum": 1, "description": description}
        for name, description in _PLACE.items()
    }


def _version() -> _Schema:
    return {"const": 1, "description": "The version of this format."}


def _text(description: str) -> _Schema:
    return {"type": "string", "description": description}


def _object(properties: Mapping[str, object]) -> _Schema:
    return {"type": "object", "required": list(properties), "properties": dict(properties)}
