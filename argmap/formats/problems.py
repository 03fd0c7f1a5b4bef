"""The findings that reading a file of another format can give."""

from argmap.claimfile.problems import invalid_file, shortened
from argmap.findings import Finding, Severity
from argmap.text import Span

__all__ = ["damaged", "invalid_file", "shortened"]


def damaged(
    span: Span,
    message: str,
    advice: str,
    *,
    subject: str = "",
    severity: Severity = Severity.WARNING,
) -> Finding:
    """Return the finding that something lacks a part, or has one that cannot be what it should.

    Args:
        span: the place.
        message: what is wrong, as in `RA '5810' has no premise`.
        advice: what to do, or what argmap did with it.
        subject: the id of the node or relation; may be empty.
        severity: a warning where nothing is lost, an error where something had to be left out.
    """
    return Finding(103, "invalid-field", severity, message, span, help=advice, subject=subject)
