"""Gathers the statements and arguments of an Argdown text, and reads each place of one."""

import re
from typing import Final

from attrs import define, field

from argmap.findings import Finding, Severity
from argmap.formats.argdown.blocks import Item
from argmap.formats.argdown.cleaning import Block, Cleaned
from argmap.formats.argdown.document import End, Heading, Link, Member, Step
from argmap.formats.argdown.inline import Inline, read_inline
from argmap.formats.argdown.trouble import Trouble
from argmap.formats.problems import damaged, shortened
from argmap.text import Span

_TITLE: Final = {
    "[": re.compile(r"\[(?!-)([^\]\n]+)\](?!\()"),
    "<": re.compile(r"<(?!-)([^>\n]+)>(?!\()"),
}
_LONGEST_TITLE: Final = 2000
_BLANKS: Final = " \t\r\n"
_GOES_ON: Final = re.compile(r"[ \t\r]*\n[ \t]*[^\s]")


@define
class Gathered:
    """A statement or an argument while members are found."""

    title: str
    is_titled: bool
    members: list[Member] = field(factory=list)
    steps: list[Step] = field(factory=list)
    section: int | None = None
    span: Span | None = None


@define
class Gathering:
    """What was gathered of one text so far.

    Attributes:
        cleaned: the text.
        findings: what was wrong.
        statements: the statements, by their numbers.
        arguments: the arguments, by their numbers.
        links: the relations, as they are written.
        headings: the headings.
    """

    cleaned: Cleaned
    findings: list[Finding]
    statements: list[Gathered] = field(factory=list)
    arguments: list[Gathered] = field(factory=list)
    links: list[Link] = field(factory=list)
    headings: list[Heading] = field(factory=list)
    _statement_numbers: dict[str, int] = field(factory=dict)
    _argument_numbers: dict[str, int] = field(factory=dict)
    _untitled: int = 0

    def member(self, start: int, end: int, role: str) -> End:
        """Read a statement or an argument; return which it is."""
        text = self.cleaned.text
        while start < end and text[start] in _BLANKS:
            start += 1
        opener = text[start] if start < end else ""
        title, content, defines = self._title(start, end) if opener in _TITLE else ("", start, True)
        inline = self.inline(content, end, alone=bool(title))
        is_argument = bool(title) and opener == "<"
        if is_argument and role in {"premise", "conclusion"}:
            message = f"the argument '{shortened(title)}' stands in place of a statement"
            advice = "name a statement, as in `[title]`; argmap took it for the title of one"
            self.tell(Trouble(start, content, message, advice, heavy=True), 0)
            is_argument = False
        if not inline.full:
            self._tell_missing(title, start, end, defines=defines)
        elif title and not defines and inline.untagged:
            message = f"a text follows '{shortened(title)}', which is only referred to"
            advice = "put ':' behind its title, or an empty line below; argmap took it for its text"
            self.tell(Trouble(content, end, message, advice), 0)
        section = len(self.headings) - 1 if self.headings else None
        is_reference = bool(title) and not defines and not inline.untagged
        span = self.span(start, end)
        number = self._number(title, is_argument=is_argument)
        entry = (self.arguments if is_argument else self.statements)[number]
        entry.members.append(Member(inline, is_reference, role, section, span))
        if entry.span is None:
            entry.span, entry.section = span, section
        return End("argument" if is_argument else "statement", number)

    def _tell_missing(self, title: str, start: int, end: int, *, defines: bool) -> None:
        goes_on = _GOES_ON.match(self.cleaned.text, end) is not None
        if not defines or (title and goes_on):
            return
        message = f"the text of '{shortened(title)}' is missing" if title else "a text is missing"
        advice = (
            "write it, or drop the ':' to refer to what stands elsewhere" if title else "write it"
        )
        self.tell(Trouble(start, end, message, advice), 0)

    def _title(self, start: int, end: int) -> tuple[str, int, bool]:
        """Return a title, where what follows begins, and whether it defines."""
        text = self.cleaned.text
        line = text.find("\n", start, end)
        line = min(end if line < 0 else line, start + _LONGEST_TITLE)
        opener = text[start]
        colon = text.find("]:" if opener == "[" else ">:", start + 2, line)
        if colon > 0 and text[start + 1] != "-":
            return text[start + 1 : colon], colon + 2, True
        found = _TITLE[opener].match(text, start, line)
        return (found[1], found.end(), False) if found else ("", start, True)

    def _number(self, title: str, *, is_argument: bool) -> int:
        entries = self.arguments if is_argument else self.statements
        numbers = self._argument_numbers if is_argument else self._statement_numbers
        if title and title in numbers:
            return numbers[title]
        if title:
            numbers[title] = len(entries)
        else:
            self._untitled += 1
        entries.append(Gathered(title or f"Untitled {self._untitled}", bool(title)))
        return len(entries) - 1

    def anonymous(self) -> int:
        """Return the number of a new argument without a title."""
        return self._number("", is_argument=True)

    def inline(self, start: int, end: int, *, alone: bool = False) -> Inline:
        """Read a text with the signs in it."""
        data = self.cleaned.data

        def block_at(offset: int) -> Block | None:
            return data.get(start + offset)

        read = read_inline(self.cleaned.text[start:end], block_at, alone=alone)
        for remark in read.remarks:
            self.tell(remark, start)
        return read

    def span(self, start: int, end: int) -> Span:
        """Return the place of a stretch of the cleaned text."""
        first = self.cleaned.origin(start)
        last = self.cleaned.origin(end - 1) + 1 if end > start else first
        if (block := self.cleaned.data.get(end - 1)) is not None:
            last = block.end
        return self.cleaned.places.span(first, max(first, last))

    def remark(self, item: Item, message: str, advice: str, *, heavy: bool = False) -> None:
        """Say that something is wrong with an item."""
        end = max(item.start + 1, item.content)
        self.tell(Trouble(item.start, min(end, item.end), message, advice, heavy), 0)

    def tell(self, remark: Trouble, start: int) -> None:
        """Say that something is wrong; the remark's places count from a start."""
        span = self.span(start + remark.start, start + remark.end)
        self._find(span, remark.message, remark.advice, heavy=remark.heavy)

    def tell_trouble(self, trouble: Trouble) -> None:
        """Say that something is wrong with the text before cleaning."""
        span = self.cleaned.places.span(trouble.start, trouble.end)
        self._find(span, trouble.message, trouble.advice, heavy=trouble.heavy)

    def _find(self, span: Span, message: str, advice: str, *, heavy: bool) -> None:
        severity = Severity.ERROR if heavy else Severity.WARNING
        self.findings.append(damaged(span, message, advice, severity=severity))
