"""A whole claim file as one mapping; after an error, reading goes on at the next key."""

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from attrs import frozen

from argmap.claimfile.parse import Parser
from argmap.claimfile.problems import invalid_file
from argmap.claimfile.syntax import (
    SAME_LEVEL,
    UNFIT_INDENTATION,
    Trouble,
    explain,
    line_end,
    line_start,
)
from argmap.claimfile.tree import Items, Pair, Pairs, Scalar, Value
from argmap.text import TextFile

if TYPE_CHECKING:
    from argmap.findings import Finding

LARGEST: Final = 64 * 1024 * 1024
"""A file may have this many characters."""

MOST_ERRORS: Final = 100
"""After this many errors of YAML the rest of a file is left unread."""

_FORBIDDEN: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_STAND_IN: Final = "\ufffd"
_INDENT_WITH_TAB: Final = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_LINE: Final = re.compile(r"^( *)(?=[^\s#])", re.MULTILINE)
_KEY: Final = re.compile(
    r"""(?:[^\s\#'"\[\]{}&*!|>%@`,?:-][^\n\r:]*|"[^"\n\r]*"[ \t]*|'[^'\n\r]*'[ \t]*)"""
    r""":(?=[ \t\r\n]|\Z)"""
)
_WORD: Final = re.compile(r"\w|" + _KEY.pattern)
_DEEPEST_LEVEL: Final = 2  # the fields of a node


@frozen
class _Place:
    """A line at which reading can go on.

    Attributes:
        start: where the line starts.
        column: how far it is indented.
        level: 0 for a key at the top, 1 for a key of a block, 2 for a field of a node.
    """

    start: int
    column: int
    level: int


class Document:
    """What a file says, before its keys are looked at.

    Attributes:
        pairs: the keys at the top and what stands behind them.
        findings: why parts of it could not be read.
    """

    def __init__(self, file: TextFile) -> None:
        """Read a file, leaving out only what cannot be read."""
        self.pairs: tuple[Pair, ...] = ()
        self.findings: list[Finding] = []
        self._file = file
        if len(file.text) > LARGEST:
            message = f"a file of {len(file.text):,} characters is too large"
            self._refuse(0, 0, message, f"split it into files below {LARGEST:,}")
        else:
            self._read(self._without_forbidden(file.text))

    def _read(self, text: str, *, has_tabs: bool = True) -> None:
        place: _Place | None = _Place(0, 0, 0)
        findings, errors = tuple(self.findings), 0
        while place is not None:
            end = _end_of_level(text, place)
            trouble = self._read_stretch(text, place, end)
            if trouble is not None and trouble.is_tab and has_tabs:
                self.pairs, self.findings = (), [*findings]
                self._report(trouble)
                self._read(_INDENT_WITH_TAB.sub(_blanks, text), has_tabs=False)
                return
            if trouble is None:
                place = self._following(text, end)
                continue
            self._report(trouble)
            errors += 1
            place = self._resumed(text, max(trouble.resume, place.start + 1))
            if place is not None and errors == MOST_ERRORS:
                message = f"the file has more than {MOST_ERRORS} errors; the rest was not read"
                self._refuse(place.start, line_end(text, place.start), message, "correct them")
                return

    def _read_stretch(self, text: str, place: _Place, end: int) -> Trouble | None:
        parser = Parser(self._file, place.level)
        parser.read(text[place.start : end], place.start)
        trouble = explain(parser.stop, text, place.start) if parser.stop else None
        parser.finish(trouble.rescued if trouble else None)
        self.findings.extend(parser.findings)
        read: list[Pair] = []
        for root in parser.roots:
            if isinstance(root, Pairs):
                read.extend(root.pairs)
            elif trouble is None and not (isinstance(root, Scalar) and root.is_absent):
                self._refuse_root(text, root, place.level)
        self.pairs = _joined(self.pairs, place.level, tuple(read))
        return trouble

    def _refuse_root(self, text: str, root: Scalar | Items, level: int) -> None:
        what = "a list" if isinstance(root, Items) else "a text"
        message, advice = f"{what} stands where a key is expected", "a key ends with ':'"
        if level == 0:
            message = f"a claim file cannot be {what}"
            advice = "begin with a key in the first column, such as `claims:`"
        self._refuse(root.start, line_end(text, root.start), message, advice)

    def _following(self, text: str, end: int) -> _Place | None:
        """Return the line at which a stretch ended that could be read to its end."""
        line = _LINE.search(text, end)
        if line is None:
            return None
        indent, columns = len(line[1]), _columns(text, self.pairs)
        if indent in columns:
            return _Place(line.start(), indent, columns.index(indent))
        self._refuse(line.end(), line_end(text, line.end()), UNFIT_INDENTATION, SAME_LEVEL)
        return self._resumed(text, line.end())

    def _resumed(self, text: str, resume: int) -> _Place | None:
        """Return the next line that looks like a key of a level that was open."""
        columns = _columns(text, self.pairs)
        for line in _LINE.finditer(text, resume):
            indent = len(line[1])
            if len(columns) > _DEEPEST_LEVEL and 0 < indent < columns[_DEEPEST_LEVEL]:
                columns.pop()  # that node has ended
            if indent not in columns:
                continue
            level = columns.index(indent)
            # A word in the column of the ids is an id whose colon is missing.
            if (_KEY if level != 1 else _WORD).match(text, line.end()):
                return _Place(line.start(), indent, level)
        return None

    def _without_forbidden(self, text: str) -> str:
        patched, count = _FORBIDDEN.subn(_STAND_IN, text)
        found = tuple(islice(_FORBIDDEN.finditer(text), MOST_ERRORS + 1)) if count else ()
        for one in found[:MOST_ERRORS]:
            message = f"the character U+{ord(one[0]):04X} cannot stand in a claim file"
            self._refuse(one.start(), one.end(), message, "remove it")
        if count > MOST_ERRORS:
            message = f"there are {count - MOST_ERRORS:,} more such characters from here on"
            where = found[MOST_ERRORS].start()
            self._refuse(where, where + 1, message, "is this a text file in UTF-8?")
        return patched

    def _report(self, trouble: Trouble) -> None:
        """Report it, unless a finding or a tab has that very place."""
        text = self._file.text
        has_tab = _INDENT_WITH_TAB.match(text, line_start(text, trouble.start))
        is_known = any(one.span and one.span.start == trouble.start for one in self.findings)
        if not is_known and (trouble.is_tab or not has_tab):
            self._refuse(trouble.start, trouble.end, trouble.message, trouble.advice)

    def _refuse(self, start: int, end: int, message: str, advice: str) -> None:
        self.findings.append(invalid_file(self._file.span(start, end), message, advice))


def _blanks(indent: re.Match[str]) -> str:
    """Return as many blanks: places have to stay as they are."""
    return " " * len(indent[0])


def _end_of_level(text: str, place: _Place) -> int:
    """Return where the first line is that is indented less, or the end of the text."""
    if not place.column:
        return len(text)
    less = re.compile(rf"^ {{0,{place.column - 1}}}(?=[^\s#])", re.MULTILINE)
    line = less.search(text, place.start + 1)
    return line.start() if line else len(text)


def _columns(text: str, pairs: tuple[Pair, ...]) -> list[int]:
    """Return the columns of the keys on the way to what was read last, from the top down."""
    columns = [0]
    while pairs and len(columns) <= _DEEPEST_LEVEL:
        key, value = pairs[-1]
        if isinstance(value, Pairs) and not value.is_flow and value.pairs:
            columns.append(value.start - line_start(text, value.start))
            pairs = value.pairs
            continue
        line = _LINE.search(text, key.end)
        if line and len(line[1]) > columns[-1] and not _is_filled(value):
            columns.append(len(line[1]))
        break
    return columns


def _is_filled(value: Value) -> bool:
    return isinstance(value, Items) or (isinstance(value, Scalar) and not value.is_absent)


def _joined(pairs: tuple[Pair, ...], level: int, more: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Add what was read later to the mapping at the end of a level."""
    if level == 0 or not pairs:
        return pairs + more
    key, value = pairs[-1]
    inner = value if isinstance(value, Pairs) else Pairs((), start=key.end, end=key.end)
    joined = _joined(inner.pairs, level - 1, more)
    return (*pairs[:-1], (key, inner._replace(pairs=joined, is_whole=False)))
