"""Changes of a text as few small edits, so that cursors and folds of an editor stay."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from lsprotocol.types import TextEdit

from argmap.lsp.positions import Positions
from argmap.text import TextFile

_MOST_LINES: Final = 4_000
"""Up to so many lines, lines are compared one by one, which takes long for many."""


def edits(file: TextFile, after: str, positions: Positions) -> list[TextEdit]:
    """Return the edits that make a text of a file, each of whole lines.

    Args:
        file: the file as it is.
        after: what it is to become.
        positions: how the editor counts places.
    """
    before, new = _lines(file.text), _lines(after)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    return [
        TextEdit(positions.range(file.span(starts[first], starts[last])), "".join(new[begin:end]))
        for first, last, begin, end in _changes(before, new)
    ]


def _changes(before: list[str], after: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Give the stretches of lines that differ, in both texts."""
    head = 0
    most = min(len(before), len(after))
    while head < most and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < most - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if not old and not new:
        return
    if len(old) + len(new) > _MOST_LINES:
        yield head, head + len(old), head, head + len(new)
        return
    for tag, first, last, begin, end in SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            yield head + first, head + last, head + begin, head + end


def _lines(text: str) -> list[str]:
    # Not splitlines, which takes U+2028 for the end of a line.
    *most, last = text.split("\n")
    return [*(f"{line}\n" for line in most), *([last] if last else [])]
