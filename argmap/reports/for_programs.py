"""The reports for programs, in JSON: one document, or one line for each finding.

    {
      "version": 1,
      "findings": [
        {
          "code": 201,
          "rule": "unsupported-claim",
          "severity": "error",              error, warning or info
          "message": "nothing supports 'template'",
          "help": "add evidence …",          may be empty
          "map": "sco",
          "subject": "template",            id of a node, relation or source; may be empty
          "fingerprint": "0c55…",           recognises it in another run; two may have the same
          "path": "claims/sco/future.yaml", null where a map was built in Python,
          "line": 14,                       and then so are the next four
          "column": 5,
          "endLine": 14,
          "endColumn": 13,
          "related": [{"message": …, "path": …, "line": …, …}],
          "fixes": [{"title": …, "replacement": …, "path": …, "line": …, …}]
        }
      ],
      "summary": {"maps": 1, "claims": 61, "evidence": 34, "relations": 102, "passages": 95,
                  "errors": 1, "warnings": 4, "notes": 0, "waived": 2, "known": 0}
    }

With a line for each finding, each object of `findings` has a `"type": "finding"` before its other
keys. The last line is the object of `summary`, with `"type": "summary"` and `"version": 1`.

Paths are as people are shown them, with forward slashes. Lines and columns count from 1, columns
in code points; `endColumn` is the column after the last character. The fixes of a finding mend it
together. Keys may be added, none will be taken away or change its meaning while `version` is 1.
"""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from argmap.findings import Finding
from argmap.reports.checked import CheckedMap, in_order, summarize
from argmap.reports.places import bounds
from argmap.text import Span

_Object: TypeAlias = Mapping[str, object]


def json_report(maps: Sequence[CheckedMap]) -> str:
    """Report findings and counts as JSON in the shape of this module's description."""
    report = {
        "version": 1,
        "findings": [_finding(name, finding) for name, finding in in_order(maps)],
        "summary": _summary(maps),
    }
    # Plain ASCII: lone surrogates and terminals without UTF-8 are no trouble.
    return json.dumps(report, indent=2) + "\n"


def json_lines_report(maps: Sequence[CheckedMap]) -> str:
    """Report each finding as a line of JSON, and the counts as the last one."""
    lines = [{"type": "finding", **_finding(name, finding)} for name, finding in in_order(maps)]
    last = {"type": "summary", "version": 1, **_summary(maps)}
    return "".join(f"{json.dumps(line)}\n" for line in (*lines, last))


def _finding(name: str, finding: Finding) -> _Object:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.word,
        "message": finding.message,
        "help": finding.help,
        "map": name,
        "subject": finding.subject,
        "fingerprint": finding.fingerprint,
        **_place(finding.span),
        "related": [{"message": note.message, **_place(note.span)} for note in finding.related],
        "fixes": [
            {"title": fix.title, "replacement": fix.replacement, **_place(fix.span)}
            for fix in finding.fixes
        ],
    }


def _place(span: Span | None) -> _Object:
    if span is None:
        return dict.fromkeys(("path", "line", "column", "endLine", "endColumn"))
    start, end = bounds(span)
    line, column = span.file.line_and_column(start)
    end_line, end_column = span.file.line_and_column(end)
    return {
        "path": span.path,
        "line": line,
        "column": column,
        "endLine": end_line,
        "endColumn": end_column,
    }


def _summary(maps: Sequence[CheckedMap]) -> _Object:
    summary = summarize(maps)
    return {
        "maps": summary.maps,
        "claims": summary.claims,
        "evidence": summary.evidence,
        "relations": summary.relations,
        "passages": summary.passages,
        "errors": summary.errors,
        "warnings": summary.warnings,
        "notes": summary.notes,
        "waived": summary.waived,
        "known": summary.known,
    }
