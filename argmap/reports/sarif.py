"""The report in SARIF 2.1.0 (OASIS), as GitHub and other code scanning services read it.

Beside what the standard demands it has what GitHub asks for: pages for rules, whole regions, paths
from the root of the repository, and fingerprints that stay where lines move. What is waived is
left out, or told as suppressed where it is asked for.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from argmap.findings import FINGERPRINT_VERSION, Finding, Note
from argmap.reports.checked import CheckedMap, in_order, waived_in_order
from argmap.reports.fingerprints import numbered
from argmap.reports.options import AS_IT_IS, ReportOptions
from argmap.reports.places import Region, homes, is_absolute, region_of
from argmap.reports.printable import folded, with_help
from argmap.reports.sarif_rules import LEVELS, descriptor
from argmap.text import Span
from argmap.version import __version__

if TYPE_CHECKING:
    from argmap.checks import Waived

_Object: TypeAlias = Mapping[str, object]

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT: Final = "%SRCROOT%"


def sarif_report(maps: Sequence[CheckedMap], options: ReportOptions = AS_IT_IS) -> str:
    """Report findings as one run in SARIF 2.1.0, one result a line."""
    waived = waived_in_order(maps) if options.show_waived else ()
    found = [
        *((name, finding, None) for name, finding in in_order(maps)),
        *((name, one.finding, one) for name, one in waived),
    ]
    rules = _rules([finding for _, finding, _ in found], options)
    positions = {str(rule["id"]): position for position, rule in enumerate(rules)}
    fingerprints = numbered(finding.fingerprint for _, finding, _ in found)
    places = homes(maps)
    results = (
        {
            "ruleId": finding.rule,
            "ruleIndex": positions[finding.rule],
            "level": LEVELS[finding.severity],
            "message": {"text": _message(with_help(finding))},
            "locations": [_location(name, finding, places.get(name), options)],
            **_related(finding, options),
            **_fixes(finding, options),
            "partialFingerprints": {FINGERPRINT_VERSION: fingerprint},
            **(_suppressions(one, options) if options.show_waived else {}),
        }
        for (name, finding, one), fingerprint in zip(found, fingerprints, strict=True)
    )
    return _log(rules, results)


def _log(rules: Sequence[_Object], results: Iterator[_Object]) -> str:
    """Write a log by hand around the rules and results, to have each of them on a line."""
    version = _line(__version__)
    return (
        f'{{"$schema": {_line(_SCHEMA)}, "version": "2.1.0", "runs": [{{\n'
        f'"tool": {{"driver": {{"name": "argmap", "version": {version}, '
        f'"semanticVersion": {version}, "rules": {_lines(iter(rules))}}}}},\n'
        f'"columnKind": "unicodeCodePoints",\n'
        f'"originalUriBaseIds": {{"{_ROOT}": {{"description": '
        f'{{"text": "The root of the repository."}}}}}},\n'
        f'"results": {_lines(results)}\n'
        "}]}\n"
    )


def _lines(values: Iterator[object]) -> str:
    lines = ",\n".join(map(_line, values))
    return f"[\n{lines}\n]" if lines else "[]"


def _line(value: object) -> str:
    # Plain ASCII: halves of characters and programs without UTF-8 are no trouble.
    return json.dumps(value)


def _rules(findings: Sequence[Finding], options: ReportOptions) -> Sequence[_Object]:
    """Describe the rules that have findings, by code and name."""
    # Only this report needs the table of rules, and other commands make reports too.
    from argmap.checks import RULES  # noqa: PLC0415

    known = {rule.name: rule for rule in (*RULES, *options.rules)}
    first = {finding.rule: finding for finding in reversed(findings)}
    in_turn = sorted(first.values(), key=lambda finding: (finding.code, finding.rule))
    return [descriptor(finding, known.get(finding.rule)) for finding in in_turn]


def _location(name: str, finding: Finding, home: Span | None, options: ReportOptions) -> _Object:
    """Tell where a finding is: in a file, and what it is about."""
    span = finding.span or home
    subject = folded(finding.subject)
    logical = {"name": subject, "fullyQualifiedName": f"{folded(name)}/{subject}"}
    if not subject:
        logical = {"name": folded(name), "fullyQualifiedName": folded(name)}
    if span is None:
        return {"logicalLocations": [logical]}
    return {"physicalLocation": _physical(span, options), "logicalLocations": [logical]}


def _physical(span: Span, options: ReportOptions) -> _Object:
    region = region_of(span, options)
    return {"artifactLocation": _artifact(region), "region": _region(region)}


def _region(region: Region) -> _Object:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _fixes(finding: Finding, options: ReportOptions) -> _Object:
    """Tell what mends a finding: one fix, for its changes belong together."""
    if not finding.fixes:
        return {}
    changes = []
    for path in dict.fromkeys(fix.span.path for fix in finding.fixes):
        regions = [
            (region_of(fix.span, options), fix.replacement)
            for fix in finding.fixes
            if fix.span.path == path
        ]
        replacements = [
            {"deletedRegion": _region(region), "insertedContent": {"text": text}}
            for region, text in regions
        ]
        location = _artifact(regions[0][0])
        changes.append({"artifactLocation": location, "replacements": replacements})
    title = "; ".join(fix.title for fix in finding.fixes)
    return {"fixes": [{"description": {"text": _message(title)}, "artifactChanges": changes}]}


def _artifact(region: Region) -> _Object:
    # It takes a while to load, and other reports have no addresses.
    from urllib.parse import quote  # noqa: PLC0415

    path = quote(region.path, errors="replace")
    if is_absolute(region.path):
        return {"uri": f"file:///{path.lstrip('/')}"}
    if path.startswith("../"):
        return {"uri": path}
    return {"uri": path, "uriBaseId": _ROOT}


def _related(finding: Finding, options: ReportOptions) -> _Object:
    if not finding.related:
        return {}
    return {
        "relatedLocations": [
            _related_location(number, note, options)
            for number, note in enumerate(finding.related, 1)
        ]
    }


def _related_location(number: int, note: Note, options: ReportOptions) -> _Object:
    return {
        "id": number,
        "physicalLocation": _physical(note.span, options),
        "message": {"text": _message(folded(note.message))},
    }


def _suppressions(waived: "Waived | None", options: ReportOptions) -> _Object:
    """Tell a waiver; where one result has some, the others have to say that they have none."""
    if waived is None:
        return {"suppressions": []}
    waiver = waived.waiver
    until = "" if waiver.until is None else f" (until {waiver.until})"
    suppression = {
        "kind": "inSource",
        "status": "accepted",
        "justification": f"{folded(waiver.reason)}{until}",
    }
    if waiver.span is not None:
        place = {"physicalLocation": _physical(waiver.span, options)}
        return {"suppressions": [suppression | {"location": place}]}
    return {"suppressions": [suppression]}


def _message(text: str) -> str:
    """Return a text in which nothing is read as a link: `[text](place)` is one in SARIF."""
    if "](" not in text:
        return text
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
