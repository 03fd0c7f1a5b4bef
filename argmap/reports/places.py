"""Where findings are, as other programs want to be told: paths from the root, whole regions."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PureWindowsPath

from attrs import frozen

from argmap.reports.checked import CheckedMap
from argmap.reports.options import ReportOptions
from argmap.text import Span


@frozen
class Region:
    """A stretch of a file.

    Attributes:
        path: from the root of the repository; absolute for a file outside of it.
        line: the first line, from 1.
        column: the first column, from 1, in code points.
        end_line: the last line.
        end_column: the column after the last character.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


def region_of(span: Span, options: ReportOptions) -> Region:
    """Return where a span lies."""
    start, end = bounds(span)
    return Region(
        path_from_root(span.path, options),
        *span.file.line_and_column(start),
        *span.file.line_and_column(end),
    )


def bounds(span: Span) -> tuple[int, int]:
    """Return the offsets of a span, both in its file and the end not before the start."""
    start = max(0, min(span.start, len(span.file.text)))
    return start, max(start, min(span.end, len(span.file.text)))


def path_from_root(path: str, options: ReportOptions) -> str:
    """Return a path of a finding as told from the root, without `.` and `..`."""
    if path.startswith("<"):
        return path
    whole = posixpath.normpath(posixpath.join(options.here, path))
    root = options.root.rstrip("/") + "/"
    if options.root and whole.startswith(root):
        return whole[len(root) :]
    return whole


def is_absolute(path: str) -> bool:
    """Say whether a path starts at the root of a disk, on any system."""
    return path.startswith("/") or PureWindowsPath(path).is_absolute()


def homes(maps: Sequence[CheckedMap]) -> Mapping[str, Span]:
    """Return for the name of each map where it is written, for findings without a place."""
    found: dict[str, Span] = {}
    for one in maps:
        span = one.map.span or next(_spans_of_nodes(one), None)
        if span is not None:
            found.setdefault(one.name, span)
    return found


def _spans_of_nodes(one: CheckedMap) -> Iterator[Span]:
    return (node.span for node in one.map.nodes if node.span is not None)
