"""How a report is written, where there is a choice."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import field, frozen

from argmap.findings import Severity

if TYPE_CHECKING:
    from argmap.checks.selection import AnyRule

Role: TypeAlias = Literal["error", "warning", "info", "place", "help"]
Paint: TypeAlias = Callable[[str, Role], str]
"""Colours a part of a report by its role."""


def plain(text: str, _role: Role) -> str:
    """Colour nothing."""
    return text


@frozen
class ReportOptions:
    """What the writers of reports have to know beside the findings.

    Attributes:
        paint: colours the parts of what people read in a terminal.
        root: the directory that paths are told from in reports for other programs, as an absolute
            path with forward slashes; where it is empty, paths are told as they are.
        here: the directory that the paths of findings start from, in the same way.
        fails_at: the least severity at which a check fails; None where it never does.
        show_waived: whether waived findings are told one by one where a format has room for that.
        rules: rules beside those of argmap, whose pages are told where a format has room for that.
    """

    paint: Paint = plain
    root: str = ""
    here: str = ""
    fails_at: Severity | None = Severity.ERROR
    show_waived: bool = False
    rules: "tuple[AnyRule, ...]" = field(default=(), converter=tuple["AnyRule", ...])


AS_IT_IS = ReportOptions()
"""What counts where nothing is said."""
