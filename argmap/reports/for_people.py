"""The reports that people read: one with excerpts and help, one with a line for each finding.

    claims/sco/future.yaml:14:5: error unsupported-claim (201): nothing supports 'template'
       14 |   template:
          |   ^^^^^^^^
      help: add evidence under `supporting:`, or say why it needs none with `assumed:`
    checked 1 map, 61 claims, 34 evidence, 102 relations, 95 passages: 1 error, 0 warnings, 0 notes

The last line is always there.
"""

from collections.abc import Iterator, Sequence

from argmap.findings import Finding
from argmap.reports.checked import CheckedMap, in_order, summarize
from argmap.reports.options import Paint, Role, plain
from argmap.reports.printable import folded


def text_report(maps: Sequence[CheckedMap], paint: Paint = plain) -> str:
    """Report each finding with its line, carets and help, and say what was examined."""
    found = "".join(finding_text(finding, paint, name) for name, finding in in_order(maps))
    return f"{found}{summarize(maps)}\n"


def concise_report(maps: Sequence[CheckedMap], paint: Paint = plain) -> str:
    """Report each finding on one line, and say what was examined."""
    found = "".join(f"{finding_line(finding, paint, name)}\n" for name, finding in in_order(maps))
    return f"{found}{summarize(maps)}\n"


def finding_text(finding: Finding, paint: Paint = plain, name: str = "argmap") -> str:
    """Return one finding with its line, carets and help.

    Args:
        finding: the finding.
        paint: colours it.
        name: stands for the place where a finding has none.
    """
    return "".join(f"{line}\n" for line in _lines(name, finding, paint))


def finding_line(finding: Finding, paint: Paint = plain, name: str = "argmap") -> str:
    """Return one finding on one line, without an end.

    Args:
        finding: the finding.
        paint: colours it.
        name: stands for the place where a finding has none.
    """
    place = folded(name if finding.span is None else str(finding.span))
    word = finding.severity.word
    severity: Role = "error" if word == "error" else "warning" if word == "warning" else "info"
    return (
        f"{paint(place, 'place')}: {paint(word, severity)} {finding.rule} ({finding.code}): "
        f"{folded(finding.message)}"
    )


def _lines(name: str, finding: Finding, paint: Paint) -> Iterator[str]:
    yield finding_line(finding, paint, name)
    if finding.span is not None and (shown := finding.span.excerpt()):
        yield shown
    if finding.help:
        yield f"  {paint('help', 'help')}: {folded(finding.help)}"
    for note in finding.related:
        yield f"  {paint('see', 'help')}: {folded(str(note.span))}: {folded(note.message)}"
