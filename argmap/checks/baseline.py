"""A baseline: what was wrong when a project began to check, so that only what is new fails."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from argmap.findings import FINGERPRINT_VERSION, Finding, UsageError

_LONGEST_MESSAGE: Final = 200


class BadBaselineError(UsageError):
    """A text is no baseline that this version of argmap has made."""

    def __init__(self) -> None:
        super().__init__(
            f"this is no baseline of version {FINGERPRINT_VERSION}; make one with `argmap baseline`"
        )


@frozen(order=True)
class Known:
    """One finding of a baseline; what is not its fingerprint is for readers.

    Attributes:
        rule: the name of its rule.
        subject: what it is about.
        message: what was wrong.
        fingerprint: what it is recognised by.
    """

    rule: str
    subject: str
    message: str
    fingerprint: str


@frozen
class Baselined:
    """Findings beside a baseline.

    Attributes:
        new: findings that it does not have, in the order given.
        known: findings that it has.
        gone: what it has and is no more there: the baseline can be made anew without.
    """

    new: tuple[Finding, ...] = ()
    known: tuple[Finding, ...] = ()
    gone: tuple[Known, ...] = ()


def baseline_of(findings: Iterable[Finding]) -> str:
    """Return the baseline of some findings: JSON, sorted, one finding a line.

    A line has fingerprint, rule, subject and message. It changes only where its finding does:
    lines of the text move without a trace.
    """
    lines = ",\n".join(f"    {_line(known)}" for known in sorted(map(_known, findings)))
    body = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "version": "{FINGERPRINT_VERSION}",\n  "findings": {body}\n}}\n'


def against_baseline(findings: Iterable[Finding], baseline: str) -> Baselined:
    """Tell new findings from those of a baseline.

    Two findings with one fingerprint are two: where the baseline has one of them, one is new.

    Raises:
        BadBaselineError: when the text is no baseline.
    """
    left: dict[str, list[Known]] = {}
    for entry in _entries(baseline):
        left.setdefault(entry.fingerprint, []).append(entry)
    new, known = [], []
    for finding in findings:
        entries = left.get(finding.fingerprint)
        if entries:
            entries.pop()
            known.append(finding)
        else:
            new.append(finding)
    gone = sorted(entry for entries in left.values() for entry in entries)
    return Baselined(tuple(new), tuple(known), tuple(gone))


def _known(finding: Finding) -> Known:
    message = " ".join(finding.message.split())[:_LONGEST_MESSAGE]
    return Known(finding.rule, _writable(finding.subject), _writable(message), finding.fingerprint)


def _writable(text: str) -> str:
    """Return a text without halves of characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode()


def _line(known: Known) -> str:
    return json.dumps(
        {
            "fingerprint": known.fingerprint,
            "rule": known.rule,
            "subject": known.subject,
            "message": known.message,
        },
        ensure_ascii=False,
    )


def _entries(text: str) -> Iterator[Known]:
    try:
        table: object = json.loads(text)
    except (ValueError, RecursionError):
        table = None
    if not isinstance(table, dict) or table.get("version") != FINGERPRINT_VERSION:
        raise BadBaselineError
    findings = table.get("findings")
    for entry in findings if isinstance(findings, list) else (None,):
        if not isinstance(entry, dict) or not isinstance(entry.get("fingerprint"), str):
            raise BadBaselineError
        rule, subject, message = (str(entry.get(key, "")) for key in ("rule", "subject", "message"))
        yield Known(rule, subject, message, entry["fingerprint"])
