"""Rules about how a file is written (101 to 103): what the reader of claim files found."""

from collections.abc import Iterator
from typing import Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem


def invalid_file(context: Context) -> Iterator[Problem]:
    """A file, or a part of it, cannot be read.

    Why: A claim file is a small part of YAML, so that it means the same to every reader: each
    key once, no tags, anchors, aliases or merge keys, not too deep and not too large. What
    cannot be read is left out of the map; the rest of the file and all other files are checked.

    Fires:
        claims:
          charge-cuts-traffic: {text: A charge cuts traffic., main: true

    Fires:
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            text: A charge cuts car traffic.
            assumed: shown in the report

    Silent:
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            assumed: shown in the report
    """
    return passed_on(context, 101)


def unknown_field(context: Context) -> Iterator[Problem]:
    """A key means nothing where it stands.

    Why: A mistyped key would be lost without a word: `supportng:` supports nothing. Remarks go
    under `note:`, or behind a `#`.

    Fires:
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            asumed: shown in the report

    Silent:
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            assumed: shown in the report
            note: Ask for the newer counts.
    """
    return passed_on(context, 102)


def invalid_field(context: Context) -> Iterator[Problem]:
    """A field is absent or empty where it is needed, or its value cannot be what it should be.

    Why: Claims, evidence and sources need their words, types are words of a list, dates are
    written as in ISO 8601, degrees go from 0 to 1. A value that cannot be read is left out.

    Fires:
        claims:
          charge-cuts-traffic: {text: "", assumed: shown in the report}

    Fires:
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            assumed: shown in the report
            confidence: 80

    Silent:
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic.
            assumed: shown in the report
            confidence: 0.8
    """
    return passed_on(context, 103)


PASSED_ON: Final = (101, 102, 103, 108)
"""The codes of which rules yield what the reader found."""


def passed_on(context: Context, code: int) -> Iterator[Problem]:
    """Yield what the reader found under a code."""
    for finding in context.reading:
        if finding.code == code:
            yield Problem(
                finding.message,
                finding.span,
                help=finding.help,
                subject=finding.subject,
                related=finding.related,
                severity=finding.severity,
                fixes=finding.fixes,
            )
