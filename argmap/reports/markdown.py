"""The report in GitHub's Markdown, for the summary of a workflow or a comment on a pull request.

    ### argmap: 1 error, 4 warnings, 0 notes

    #### <code>claims/sco/future.yaml</code>

    | line | | rule | what |
    | ---: | --- | --- | --- |
    | 14 | error | unsupported-claim | nothing supports 'template'<br>add evidence … |

    Checked 1 map, 61 claims, 34 evidence, 102 relations, 95 passages.

The worst findings are told first, and as many as a comment has room for; the rest is counted.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.findings import Finding, Severity
from argmap.reports.checked import CheckedMap, in_words, summarize, worst_first
from argmap.reports.escaping import as_code, for_markdown
from argmap.reports.options import AS_IT_IS, ReportOptions
from argmap.reports.places import path_from_root
from argmap.reports.printable import cut, folded

_ROOM: Final = 60_000  # characters; GitHub takes 65,536 in a comment
_LONGEST: Final = 400
_HEAD: Final = "| line | | rule | what |\n| ---: | --- | --- | --- |\n"


def markdown_report(maps: Sequence[CheckedMap], options: ReportOptions = AS_IT_IS) -> str:
    """Report findings as a table for each file, the worst first, and say what was examined."""
    summary = summarize(maps)
    found = worst_first(maps)
    tables, told = _tables(found, options)
    parts = [
        f"### argmap: {for_markdown(summary.found)}",
        *(f"{heading}\n\n{_HEAD}{''.join(rows)}".rstrip("\n") for heading, rows in tables),
        *_rest([finding.severity for _, finding in found[told:]]),
        f"Checked {for_markdown(summary.examined)}.",
    ]
    return "\n\n".join(parts) + "\n"


def _tables(
    found: Sequence[tuple[str, Finding]], options: ReportOptions
) -> tuple[list[tuple[str, list[str]]], int]:
    """Return headings with rows for as many findings as there is room for, and how many."""
    tables: dict[str, list[str]] = {}
    room = _ROOM
    for told, (name, finding) in enumerate(found):
        heading, row = _heading(name, finding, options), _row(finding, options)
        room -= len(row) + (0 if heading in tables else len(heading) + len(_HEAD) + 4)
        if room < 0:
            return list(tables.items()), told
        tables.setdefault(heading, []).append(row)
    return list(tables.items()), len(found)


def _heading(name: str, finding: Finding, options: ReportOptions) -> str:
    if finding.span is None:
        return f"#### {for_markdown(cut(name, _LONGEST))}"
    return f"#### {as_code(cut(path_from_root(finding.span.path, options), _LONGEST))}"


def _row(finding: Finding, options: ReportOptions) -> str:
    line = "" if finding.span is None else finding.span.line
    what = "<br>".join(for_markdown(cut(text, _LONGEST)) for text in _texts(finding, options))
    rule = f"{for_markdown(finding.rule)} ({finding.code})"
    return f"| {line} | {finding.severity.word} | {rule} | {what} |\n"


def _texts(finding: Finding, options: ReportOptions) -> Iterator[str]:
    yield folded(finding.message)
    if finding.help:
        yield folded(finding.help)
    for note in finding.related[:3]:
        place = f"{path_from_root(note.span.path, options)}:{note.span.line}"
        yield f"see {place}: {folded(note.message)}"


def _rest(left: Sequence[Severity]) -> Iterator[str]:
    if left:
        numbers = (left.count(severity) for severity in reversed(Severity))
        yield f"…and {len(left)} more: {in_words(*numbers)}."
