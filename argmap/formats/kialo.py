"""kialo: discussions exported by Kialo, in text.

Kialo does not publish the format; this follows its exports as they are found in public. It is
read and not written, as Kialo takes in no such files.

==================================  ========================================================
Kialo                               argmap
==================================  ========================================================
`Discussion Title:`                 the title of the map
`1. text`                           a main claim, by the id `1`
`1.2. Pro: text`, `1.2. Con: text`  a claim that supports or contrasts `1`
lines below                         more of the text of the claim
`1.3. Con: -> See 1.2.1.`           no claim: `1.2.1` contrasts `1`
`[words](https://…)`                the words stay in the text; the address becomes a source
                                    that is cited
a backslash before a sign           the sign
==================================  ========================================================

A number that stands in front of a line of a text is not taken for that of a claim, where nothing
else speaks for it. A claim below another that is neither Pro nor Con is kept without a relation.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import define, field

from argmap.findings import Finding, Severity
from argmap.formats.format import Beside, Read, nothing_beside
from argmap.formats.ids import Ids
from argmap.formats.links import Links
from argmap.formats.problems import damaged, invalid_file, shortened
from argmap.model import ArgumentMap, Claim, Passage, Relation, Stance
from argmap.text import Span, TextFile

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_TITLE: Final = re.compile(r"\ufeff?Discussion (?:Title|Name):[ \t]*+(.*)")
_NUMBERED: Final = re.compile(r"(\d{1,6}(?:\.\d{1,6})*)\.[ \t]++(?:(Pro|Con):[ \t]*+)?(.*)")
_SEE: Final = re.compile(r"-> See (\d{1,6}(?:\.\d{1,6})*)\.?")
_LINK: Final = re.compile(
    r"(?<!\\)\[((?:[^\[\]\\]|\\.){0,1000})\]"
    r"\(((?:[^()\\\s]|\\\S|\([^()\s]{0,200}\)){1,2000})\)"
)
_ESCAPED: Final = re.compile(r"\\([^\w\s])")
_STANCES: Final = {"Pro": Stance.SUPPORTS, "Con": Stance.CONTRASTS}
_MOST_HOPS: Final = 50


@define
class _Entry:
    """A claim with its number, while its lines are gathered."""

    number: str
    side: str
    span: Span
    lines: list[str] = field(factory=list)

    @property
    def parent(self) -> str:
        """The number of the claim above; empty where it is a thesis."""
        return self.number.rpartition(".")[0]

    @property
    def text(self) -> str:
        """The whole text as it is written."""
        return "\n".join(self.lines).strip()

    @property
    def seen(self) -> str:
        """The number of the claim that it only points to; may be empty."""
        found = _SEE.fullmatch(self.text)
        return found[1] if found else ""


def read(file: TextFile, beside: Beside = nothing_beside) -> Read:  # noqa: ARG001 - no other file
    """Read a discussion."""
    reader = _Reader(file)
    return reader.map(), tuple(reader.findings)


class _Reader:
    """Reads one file."""

    def __init__(self, file: TextFile) -> None:
        self.findings: list[Finding] = []
        self._file, self._title = file, ""
        self._entries: list[_Entry] = []
        self._links = Links()
        lines = [(line[0].rstrip("\r\n"), line.start()) for line in _LINE.finditer(file.text)]
        below = {found[1].partition(".")[0] for found in _numbered(lines) if "." in found[1]}
        self._gather(lines, below)
        if not self._entries:
            message = "this is no discussion of Kialo: no line begins with a number as in `1. `"
            advice = "export the discussion from Kialo once more"
            self.findings.append(invalid_file(file.span(0), message, advice))

    def map(self) -> ArgumentMap:
        """Return what the file says."""
        see = {entry.number: entry.seen for entry in self._entries if entry.seen}
        ids = Ids()
        nodes: list[Claim] = []
        relations: list[Relation] = []
        for entry in self._entries:
            name = entry.seen
            if not name:
                name = ids.take(entry.number)
                nodes.append(self._claim(entry, name))
                if name != entry.number:
                    message = f"'{entry.number}' stands twice"
                    self._tell(entry.span, message, f"it is read as '{name}'", name)
            if entry.parent and entry.side:
                ends = _behind(name, see), _behind(entry.parent, see)
                relations.append(Relation(_STANCES[entry.side], *ends, span=entry.span))
            elif entry.parent or entry.seen:
                message = f"'{entry.number}' is neither Pro nor Con"
                advice = f"write `{entry.number}. Pro:` or `{entry.number}. Con:`"
                self._tell(entry.span, message, advice, name)
        return ArgumentMap(
            self._title,
            nodes=nodes,
            relations=relations,
            sources=self._links.sources,
            span=self._file.span(0),
        )

    def _gather(self, lines: list[tuple[str, int]], below: set[str]) -> None:
        """Put the lines together to claims."""
        numbers: set[str] = set()
        blank = True
        for line, start in lines:
            found = _NUMBERED.fullmatch(line)
            if found and self._is_claim(found, numbers, below, blank=blank):
                span = self._file.span(start, start + len(line))
                self._entries.append(_Entry(found[1], found[2] or "", span, [found[3]]))
                numbers.add(found[1])
            elif self._entries:
                self._entries[-1].lines.append(line)
            elif title := _TITLE.fullmatch(line):
                self._title = title[1].strip()
            elif line.strip("\ufeff \t"):
                message = f"'{shortened(line)}' stands above the first claim"
                span = self._file.span(start, start + len(line))
                self._tell(span, message, "it was left out; begin a claim with `1. `")
            blank = not line.strip()

    def _is_claim(
        self, found: re.Match[str], numbers: set[str], below: set[str], *, blank: bool
    ) -> bool:
        """Say whether a number is that of a claim, and not one within a text."""
        number = found[1]
        parent = number.rpartition(".")[0]
        if found[2] or not self._entries:
            return True
        if number in numbers:
            return False
        return parent in numbers if parent else blank or number in below

    def _claim(self, entry: _Entry, name: str) -> Claim:
        cited: dict[str, Passage] = {}

        def words(link: re.Match[str]) -> str:
            title = " ".join(_plain(link[1]).split())
            url = _plain(link[2])
            source = self._links.source(url, "" if title.isdigit() else title, entry.span)
            cited[source] = Passage(source, span=entry.span)
            return link[1]

        text = _plain(_LINK.sub(words, entry.text))
        if not text:
            advice = "write it behind the number"
            self._tell(entry.span, f"'{name}' has no text", advice, name)
        return Claim(name, text, main=not entry.parent, passages=cited.values(), span=entry.span)

    def _tell(self, span: Span, message: str, advice: str, subject: str = "") -> None:
        severity = Severity.WARNING if subject else Severity.ERROR
        self.findings.append(damaged(span, message, advice, subject=subject, severity=severity))


def _numbered(lines: list[tuple[str, int]]) -> Iterator[re.Match[str]]:
    return (found for line, _ in lines if (found := _NUMBERED.fullmatch(line)))


def _behind(number: str, see: Mapping[str, str]) -> str:
    """Return the number of the claim that a number stands for in the end."""
    for _ in range(_MOST_HOPS):
        if number not in see:
            break
        number = see[number]
    return number


def _plain(text: str) -> str:
    """Return a text without the backslashes before its signs."""
    return _ESCAPED.sub(r"\1", text)
