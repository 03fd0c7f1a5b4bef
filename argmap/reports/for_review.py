"""The reports that GitLab and reviewdog read, to tell findings beside the lines of a change."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Final, TypeAlias

from argmap.findings import Finding, Severity
from argmap.reports.checked import CheckedMap, in_order
from argmap.reports.fingerprints import numbered
from argmap.reports.options import AS_IT_IS, ReportOptions
from argmap.reports.places import bounds, homes, path_from_root
from argmap.reports.printable import folded, with_help
from argmap.text import Span, TextFile

_Object: TypeAlias = Mapping[str, object]

_OF_GITLAB: Final[Mapping[Severity, str]] = MappingProxyType(
    {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
)


def gitlab_report(maps: Sequence[CheckedMap], options: ReportOptions = AS_IT_IS) -> str:
    """Report findings as a code quality report of GitLab, one finding a line."""
    found, places = in_order(maps), homes(maps)
    fingerprints = numbered(finding.fingerprint for _, finding in found)
    return _list(
        {
            "description": with_help(finding),
            "check_name": finding.rule,
            "fingerprint": fingerprint,
            "severity": _OF_GITLAB[finding.severity],
            "location": _gitlab_location(name, finding.span or places.get(name), options),
        }
        for (name, finding), fingerprint in zip(found, fingerprints, strict=True)
    )


def rdjson_report(maps: Sequence[CheckedMap], _options: ReportOptions = AS_IT_IS) -> str:
    """Report findings in reviewdog's diagnostic format, one finding a line.

    Its columns count bytes in UTF-8. Its paths are told from where reviewdog runs, beside argmap.
    """
    found, places = in_order(maps), homes(maps)
    spans = [finding.span or places.get(name) for name, finding in found]
    fixed = [fix.span for _, finding in found for fix in finding.fixes]
    columns = _byte_columns([*(span for span in spans if span is not None), *fixed])
    diagnostics = _list(
        {
            "message": _with_related(finding),
            "location": _rdjson_location(name, span, columns),
            "severity": finding.severity.name,
            "code": {"value": finding.rule},
            **_suggestions(finding, columns),
        }
        for (name, finding), span in zip(found, spans, strict=True)
    )
    return f'{{"source": {{"name": "argmap"}}, "diagnostics": {diagnostics.rstrip()}}}\n'


def _gitlab_location(name: str, span: Span | None, options: ReportOptions) -> _Object:
    if span is None:
        return {"path": folded(name), "lines": {"begin": 1}}
    return {"path": path_from_root(span.path, options), "lines": {"begin": span.line}}


_Columns: TypeAlias = Mapping[tuple[TextFile, int], int]


def _rdjson_location(name: str, span: Span | None, columns: _Columns) -> _Object:
    if span is None:
        return {"path": folded(name)}
    return {"path": span.path, "range": _range(span, columns)}


def _suggestions(finding: Finding, columns: _Columns) -> _Object:
    if not finding.fixes:
        return {}
    return {
        "suggestions": [
            {"range": _range(fix.span, columns), "text": fix.replacement} for fix in finding.fixes
        ]
    }


def _range(span: Span, columns: _Columns) -> _Object:
    start, end = (
        {"line": span.file.line_and_column(offset)[0], "column": columns[span.file, offset]}
        for offset in bounds(span)
    )
    return {"start": start, "end": end}


def _with_related(finding: Finding) -> str:
    notes = (f"see {folded(str(note.span))}: {folded(note.message)}" for note in finding.related)
    return "\n".join((with_help(finding), *notes))


def _byte_columns(spans: Iterable[Span]) -> _Columns:
    """Return the columns of starts and ends in bytes, from 1, by file and offset.

    Each file is counted through once, however many findings one of its lines has.
    """
    offsets: dict[TextFile, set[int]] = {}
    for span in spans:
        offsets.setdefault(span.file, set()).update(bounds(span))
    columns = {}
    for file, wanted in offsets.items():
        starts = {offset: _start_of_line(file, offset) for offset in wanted}
        bytes_before = _bytes_before(file.text, {*wanted, *starts.values()})
        for offset, start in starts.items():
            columns[file, offset] = bytes_before[offset] - bytes_before[start] + 1
    return columns


def _start_of_line(file: TextFile, offset: int) -> int:
    return offset - file.line_and_column(offset)[1] + 1


def _bytes_before(text: str, offsets: set[int]) -> Mapping[int, int]:
    before = {0: 0}
    for last, offset in pairwise(sorted({0, *offsets})):
        part = text[last:offset].encode("utf-8", "replace")
        before[offset] = before[last] + len(part)
    return before


def _list(values: Iterable[_Object]) -> str:
    # Plain ASCII: halves of characters and programs without UTF-8 are no trouble.
    lines = ",\n".join(map(json.dumps, values))
    return f"[\n{lines}\n]\n" if lines else "[]\n"
