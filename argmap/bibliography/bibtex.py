"""BibTeX in: from a file to its entries, with the places of their fields."""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from attrs import frozen

from argmap.bibliography.printed import whole_characters
from argmap.bibliography.problems import doubtful, left_out, named
from argmap.text import Span, TextFile

if TYPE_CHECKING:
    from bibtexparser.model import Block, ParsingFailedBlock
    from bibtexparser.model import Entry as Parsed

    from argmap.findings import Finding

_LINE_END: Final = re.compile("\n")
_MARK: Final = re.compile(r'(?<!\\)[{}"]|#')
_OPENING: Final = re.compile(r"@\w*[ \t]*[{(]")
_HEAD: Final = re.compile(_OPENING.pattern + r"\s*([^\s,={}\"()]*)\s*(,?)")
_MORE_THAN_A_NAME: Final = re.compile(r'[\s{}"\\]')
_ENCLOSING: Final = ("{}", '""')
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_LONGEST: Final = 100_000
"""Strings that are put together are cut here: they can double with every line of a file."""


@frozen
class Entry:
    """An entry as it is written.

    Attributes:
        kind: its type, such as `article`, in lower case.
        key: what it is cited by.
        span: the place of the key.
        values: what stands behind the names of fields, in lower case: LaTeX, strings put in.
        spans: where that is written.
    """

    kind: str
    key: str
    span: Span
    values: Mapping[str, str]
    spans: Mapping[str, Span]


class Entries:
    """The entries of a file by their keys.

    Attributes:
        findings: what could not be read, so far.
    """

    def __init__(self, file: TextFile) -> None:
        """Split a file into entries, and read its strings; fields are read when asked for."""
        self.findings: list[Finding] = []
        self._file = file
        self._strings = {month[:3].lower(): month for month in _MONTHS}
        self._parsed: dict[str, tuple[Parsed, int]] = {}
        self._again: dict[str, list[Span]] = {}
        self._read: dict[str, Entry] = {}
        for block, start in _placed(file.text):
            self._take(block, start)

    def __iter__(self) -> Iterator[str]:
        """Give the keys, in the order written."""
        return iter(self._parsed)

    def entry(self, key: str) -> Entry | None:
        """Return an entry, the first of those with its key; None where there is none.

        What is wrong with it is among the findings from then on.
        """
        if key not in self._read and key in self._parsed:
            self._read[key] = self._entry(key, *self._parsed[key])
        return self._read.get(key)

    def _take(self, block: "Block", start: int) -> None:
        from bibtexparser import model  # noqa: PLC0415 - see `_placed`

        if isinstance(block, model.ParsingFailedBlock):
            if block.ignore_error_block is None:
                self._refuse(block, start)
                return
            block = block.ignore_error_block  # only something that stands twice
        if isinstance(block, model.String):
            place = self._file.span(start)
            value = self._resolved(block.value, place, block.key, "")
            self._strings[block.key.lower()] = value[:_LONGEST]
        elif isinstance(block, model.Entry):
            span = self._key_span(block.key, start)
            if len(block.key.splitlines()) != 1:
                what = "has a key over several lines" if block.key else "has no key"
                advice = "write a key and a comma behind the brace: `@book{key,`"
                self.findings.append(left_out(span, f"an entry {what}", advice))
            elif (key := whole_characters(block.key)) in self._parsed:
                self._again.setdefault(key, []).append(span)
            else:
                self._parsed[key] = (block, start)

    def _refuse(self, block: "ParsingFailedBlock", start: int) -> None:
        head = _HEAD.match(self._file.text, start)
        key = head[1] if head and head[2] else ""
        span = self._key_span(key, start)
        reason = " ".join(str(getattr(block.error, "abort_reason", block.error)).split())
        message = f"the entry {named(key)}" if key else "an entry"
        message += f" cannot be read: {reason[:1].lower()}{reason[1:].rstrip('.')}"
        advice = "look for a brace, a quotation mark or a comma that is missing; the rest was read"
        self.findings.append(left_out(span, message, advice, key=key))

    def _entry(self, key: str, parsed: "Parsed", start: int) -> Entry:
        text, span = self._file.text, self._key_span(parsed.key, start)
        for again in self._again.pop(key, ()):
            message = f"there is a second entry {named(key)}"
            advice = "give one of the two another key, or remove it"
            self.findings.append(left_out(again, message, advice, key=key, first=span))
        values: dict[str, str] = {}
        spans: dict[str, Span] = {}
        at = span.end
        for field in parsed.fields:
            name = field.key.lower()
            at = text.find("=", text.find(field.key, at) + len(field.key)) + 1
            place = self._inner(text.find(field.value, at), field.value)
            at = place.end
            if name in values:
                message = f"{named(name)} stands twice in the entry {named(key)}"
                self.findings.append(doubtful(place, message, "keep one; the first counts", key))
                continue
            spans[name] = place
            values[name] = self._resolved(field.value, place, name, key)
        return Entry(parsed.entry_type.lower(), key, span, values, spans)

    def _key_span(self, key: str, start: int) -> Span:
        """Return the place of a key; of the sign at the start of an entry without one."""
        head = _OPENING.match(self._file.text, start)
        at = self._file.text.find(key, head.end()) if key and head else -1
        return self._file.span(start, start + 1) if at < 0 else self._file.span(at, at + len(key))

    def _inner(self, start: int, written: str) -> Span:
        """Return the place of a value without its braces or quotation marks."""
        enclosed = len(written) > 1 and written[0] + written[-1] in _ENCLOSING
        return self._file.span(start + enclosed, start + len(written) - enclosed)

    def _resolved(self, written: str, place: Span, name: str, key: str) -> str:
        """Return a value with the strings that it names in their places."""
        parts, size = list[str](), 0
        for part in _parts(written):
            if part[:1] + part[-1:] in _ENCLOSING and len(part) > 1:
                parts.append(part[1:-1])
            elif part.isdecimal() or not part or _MORE_THAN_A_NAME.search(part):
                parts.append(part)
            elif part.lower() in self._strings:
                parts.append(self._strings[part.lower()])
            else:
                parts.append(part)
                message = f"{named(name)} names the string {named(part)}, which is not defined"
                advice = "define it with `@string`, or put braces around the text"
                self.findings.append(doubtful(place, message, advice, key))
            size += len(parts[-1])
            if size > _LONGEST and len(parts) > 1:
                return "".join(parts)[:_LONGEST]
        return "".join(parts)


def _parts(written: str) -> Iterator[str]:
    """Give the parts of a value that are joined by `#`."""
    if "#" not in written:
        yield written.strip()
        return
    depth, start, is_quoted = 0, 0, False
    for mark in _MARK.finditer(written):
        sign = mark[0]
        if sign == '"' and not depth:
            is_quoted = not is_quoted
        elif sign in "{}":
            depth = max(0, depth + (1 if sign == "{" else -1))
        elif sign == "#" and not depth and not is_quoted:
            yield written[start : mark.start()].strip()
            start = mark.end()
    yield written[start:].strip()


def _placed(text: str) -> "Iterator[tuple[Block, int]]":
    """Give the blocks of a text, with where they start."""
    # A map without BibTeX is spared the library.
    from bibtexparser.model import ParsingFailedBlock  # noqa: PLC0415
    from bibtexparser.splitter import Splitter  # noqa: PLC0415

    with _unlogged("bibtexparser.splitter"):
        blocks = Splitter(text).split().blocks
    lines, at = [0, *(end.end() for end in _LINE_END.finditer(text))], 0
    for block in blocks:
        raw, line = block.raw or "", lines[block.start_line or 0]
        start = text.find(raw, max(at, line))
        start = line if start < 0 else start
        yield block, start
        # What follows on a block that is broken begins within it.
        at = start + (1 if isinstance(block, ParsingFailedBlock) else len(raw))


@contextmanager
def _unlogged(name: str) -> Iterator[None]:
    """Let a library keep to itself what becomes a finding."""
    logger = logging.getLogger(name)
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before
