"""Findings as editors show them."""

from collections.abc import Iterable
from typing import Final

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    DiagnosticTag,
    Location,
)

from argmap.findings import Finding, Severity
from argmap.lsp.desk import Page
from argmap.text import Span, TextFile

SOURCE: Final = "argmap"
"""What editors call the one who found something."""

_SEVERITIES: Final = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}
_UNNEEDED: Final = frozenset({"duplicate-relation", "pointless-assumption", "unused-waiver"})


def diagnostics_of(page: Page) -> dict[str, list[Diagnostic]]:
    """Return what is wrong with a map by the URIs of its files; each file of it is there."""
    found: dict[str, list[Diagnostic]] = {page.uri_of(page.file): []}
    for file in page.looked.loaded.files if page.looked.loaded else ():
        found.setdefault(page.uri_of(file), [])
    for finding in page.looked.findings:
        span = span_of(finding, page.file)
        found.setdefault(page.uri_of(span.file), []).append(diagnostic(finding, page))
    return found


def findings_at(page: Page, start: int, end: int) -> Iterable[Finding]:
    """Give the findings in the file that touch a stretch of it."""
    for finding in page.looked.findings:
        span = finding.span
        if span and span.path == page.file.path and span.start <= end and span.end >= start:
            yield finding


def span_of(finding: Finding, otherwise: TextFile) -> Span:
    """Return the place of a finding; the beginning of a file for one without."""
    return finding.span or otherwise.span(0)


def diagnostic(finding: Finding, page: Page) -> Diagnostic:
    """Return a finding as editors show it."""
    text = f"{finding.message}; {finding.help}" if finding.help else finding.message
    return Diagnostic(
        page.positions.range(_first_line(span_of(finding, page.file))),
        text,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        tags=[DiagnosticTag.Unnecessary] if finding.rule in _UNNEEDED else None,
        related_information=[
            DiagnosticRelatedInformation(
                Location(page.uri_of(note.span.file), page.positions.range(note.span)),
                note.message,
            )
            for note in finding.related
        ]
        or None,
        data=str(finding.code),
    )


def _first_line(span: Span) -> Span:
    """Return a span without the lines after its first, so that no paragraph is underlined."""
    line = span.text.partition("\n")[0].rstrip("\r")
    return Span(span.file, span.start, span.start + len(line))
