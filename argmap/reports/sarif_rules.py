"""Rules as SARIF describes them, with their pages as plain text and as Markdown."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from argmap.findings import Finding, Severity
from argmap.reports.printable import cut, folded

if TYPE_CHECKING:
    from argmap.checks.selection import AnyRule

_Object: TypeAlias = Mapping[str, object]

LEVELS: Final[Mapping[Severity, str]] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
)
"""What severities are called in SARIF."""

_PROBLEMS: Final = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
)
_TAGS: Final = MappingProxyType(
    {
        1: "structure",
        2: "support",
        3: "evidence",
        4: "sources",
        5: "reviews",
        6: "wording",
        7: "project",
        9: "waivers",
    }
)
_HUNDRED: Final = 100
_LONGEST: Final = 1000  # GitHub takes 1024 characters of a description
_FENCES: Final = re.compile("`+")


def descriptor(finding: Finding, rule: "AnyRule | None") -> _Object:
    """Describe the rule of a finding; one that is not known by its name."""
    summary = folded(rule.summary if rule else f"A rule of this project: {finding.rule}.")
    level = rule.level if rule else finding.severity
    return {
        "id": finding.rule,
        "shortDescription": {"text": cut(summary, _LONGEST)},
        "fullDescription": {"text": cut(_full(summary, rule), _LONGEST)},
        "help": _help(summary, rule),
        "defaultConfiguration": {"level": LEVELS[level]},
        "properties": {
            "code": finding.code,
            "tags": ["argument-map", *_tags(finding.code)],
            "problem.severity": _PROBLEMS[level],
        },
    }


def _tags(code: int) -> tuple[str, ...]:
    group = code // _HUNDRED
    return (_TAGS[group],) if group in _TAGS else ()


def _full(summary: str, rule: "AnyRule | None") -> str:
    return f"{summary} {folded(rule.why)}" if rule else summary


def _help(summary: str, rule: "AnyRule | None") -> _Object:
    if rule is None:
        return {"text": summary}
    # Only this report shows pages, and other commands make reports too.
    from argmap.checks import explain  # noqa: PLC0415

    return {"text": explain(rule), "markdown": "\n\n".join(_markdown(rule)) + "\n"}


def _markdown(rule: "AnyRule") -> Iterator[str]:
    yield f"**{rule.summary}**"
    yield rule.why
    for heading, examples in (("It fires on", rule.fires), ("It is silent on", rule.silent)):
        for example in examples:
            fence = "`" * max((3, *(len(run) + 1 for run in _FENCES.findall(example))))
            yield f"{heading}\n\n{fence}yaml\n{example}\n{fence}"
