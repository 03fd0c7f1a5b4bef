"""The findings that reading a claim file can give."""

from collections.abc import Iterable
from typing import Final

from argmap.findings import Finding, Fix, Note, Severity
from argmap.nearest import nearest
from argmap.text import Span

SAME_LEVEL: Final = "keys of one level begin in the same column; go in by two blanks"
UNFIT_INDENTATION: Final = "the indentation of this line fits no line above it"


def invalid_file(span: Span, message: str, advice: str, *related: Note) -> Finding:
    """Return the finding that a file, or a part of it, cannot be read."""
    return Finding(101, "invalid-file", Severity.ERROR, message, span, help=advice, related=related)


def unknown_field(
    span: Span,
    name: str,
    owner: str,
    known: Iterable[str],
    subject: str,
    fixes: Iterable[Fix] = (),
) -> Finding:
    """Return the finding that a mapping has a key which means nothing there."""
    names = tuple(known)
    meant = nearest(name, names)
    advice = f"did you mean '{meant}'?" if meant else f"it can have {listed(names)}"
    if not meant and " " in name.strip():
        advice = "if it is a part of a text that holds a ',' put that text in quotes"
    message = f"{owner} has an unknown field '{shortened(name)}'"
    return Finding(
        102,
        "unknown-field",
        Severity.ERROR,
        message,
        span,
        help=advice,
        subject=subject,
        fixes=fixes,
    )


def invalid_field(
    span: Span,
    message: str,
    advice: str,
    *,
    subject: str = "",
    related: Iterable[Note] = (),
    fixes: Iterable[Fix] = (),
) -> Finding:
    """Return the finding that a field is absent, empty or of a wrong shape."""
    return Finding(
        103,
        "invalid-field",
        Severity.ERROR,
        message,
        span,
        help=advice,
        subject=subject,
        related=tuple(related),
        fixes=fixes,
    )


def written_twice(span: Span, relation_id: str, other: Span) -> Finding:
    """Return the note that a relation stands at its premise and at its target."""
    return Finding(
        108,
        "duplicate-relation",
        Severity.INFO,
        f"'{shortened(relation_id)}' is written at both ends",
        span,
        help="it counts once; remove one of the two",
        subject=relation_id,
        related=(Note(other, "and here"),),
    )


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Return `a, b and c`."""
    *most, last = words
    return f"{', '.join(most)} {joint} {last}" if most else last


def shortened(text: str, most: int = 60) -> str:
    """Return a text for a message: on one line and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
