"""Sources, and the passages in them that nodes point to."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from attrs import field, frozen

from argmap.findings import InvalidValueError
from argmap.model.data import NO_DATA, Data
from argmap.model.fields import NOWHERE, not_empty
from argmap.model.references import author_and_year, shortened
from argmap.text import Span

# Each part is read in one way only: what begins a number is never given back.
_PART: Final = r"(?>[0-9]+|[ivxlc]{2,6}|[a-z])"
_NUMBER: Final = rf"(?>{_PART}(?:\.{_PART})*[a-z]?\.?)"
_NUMBERS: Final = re.compile(rf"({_NUMBER})(\s*[-\u2013,]\s*{_NUMBER})*", re.IGNORECASE)
_PAGES: Final = re.compile(r"([0-9]+|[ivxlc]+)\s*[-\u2013,;]\s*\w.*", re.IGNORECASE)
_EXTENT: Final = re.compile(r"([1-9][0-9]{0,8})(?:\s*[-\u2013]\s*([1-9][0-9]{0,8}))?")


@frozen(order=True)
class Extent:
    """One number or a range of them, counted from 1: sentence 2, lines 10-14.

    Attributes:
        first: the first number.
        last: the last one; the first where nothing is said.

    Raises:
        InvalidValueError: below 1, or with the last before the first.
    """

    first: int
    last: int = field()

    @last.default
    def _one_number(self) -> int:
        return self.first

    @last.validator
    def _in_order(self, _attribute: object, last: int) -> None:
        if not 1 <= self.first <= last:
            message = f"'{self}' is no range: count from 1, smaller number first"
            raise InvalidValueError(message)

    @classmethod
    def parse(cls, text: str) -> "Extent":
        """Read `7` or `7-9`.

        Raises:
            InvalidValueError: for any other text.
        """
        match = _EXTENT.fullmatch(text.strip())
        if match is None:
            message = f"'{text}' is neither a number from 1 nor a range such as 2-3"
            raise InvalidValueError(message)
        first, last = match.groups()
        return cls(int(first), int(last or first))

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@frozen
class Passage:
    """A place in a source, with its words or their fingerprint.

    Attributes:
        source: the id of the source.
        paragraph: which paragraphs, counted from 1, headings aside.
        sentence: which sentences, counted from 1 in the paragraph, or in the whole text
            where no paragraph is given.
        page: a page as printed, such as `12` or `xiv-xvi`.
        section: a heading or its number.
        line: which lines, counted from 1.
        time: a time in a recording, such as `00:12:30`.
        quote: the words themselves, verbatim; `[…]` stands for what was left out.
        digest: the fingerprint of the words, `h1:` and hexadecimal digits.
    """

    source: str = field(validator=not_empty)
    paragraph: Extent | None = field(default=None, kw_only=True)
    sentence: Extent | None = field(default=None, kw_only=True)
    page: str | None = field(default=None, kw_only=True)
    section: str | None = field(default=None, kw_only=True)
    line: Extent | None = field(default=None, kw_only=True)
    time: str | None = field(default=None, kw_only=True)
    quote: str | None = field(default=None, kw_only=True)
    digest: str | None = field(default=None, kw_only=True)
    span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)
    spans: Mapping[str, Span] = field(default=NOWHERE, eq=False, repr=False, kw_only=True)

    @property
    def locator(self) -> str:
        """The place as people write it: `Table 4, p. 12, sentences 2-3`; may be empty.

        A section that is a number alone is called one; a heading stands for itself.
        """
        parts = (
            self.section and _section(self.section),
            self.page and f"{'pp.' if _PAGES.fullmatch(self.page) else 'p.'} {self.page}",
            _counted("paragraph", self.paragraph),
            _counted("sentence", self.sentence),
            _counted("line", self.line),
            self.time and f"at {self.time}",
        )
        return ", ".join(filter(None, parts))


@frozen
class Source:
    """A text, data set or recording that passages point into.

    Attributes:
        id: a slug, unique among the sources of the map.
        title: its title.
        author: who made it, as printed.
        publisher: who published it.
        date: year, month or day, as in ISO 8601: `2007`, `2007-07`, `2007-07-31`.
        url: where it can be read.
        doi: its digital object identifier.
        isbn: the number of the book that it is, or is a part of.
        file: the path of a local copy, relative to the map, within the project.
        sha256: the SHA-256 of the local copy, in hexadecimal digits.
        type: what kind of publication it is.
        language: the language of the text, as in BCP 47.
        retracted: why it was taken back; None while it stands.
        data: what other tools keep with it, by the names of formats.
    """

    id: str = field(validator=not_empty)
    title: str = ""
    author: str | None = field(default=None, kw_only=True)
    publisher: str | None = field(default=None, kw_only=True)
    date: str | None = field(default=None, kw_only=True)
    url: str | None = field(default=None, kw_only=True)
    doi: str | None = field(default=None, kw_only=True)
    isbn: str | None = field(default=None, kw_only=True)
    file: str | None = field(default=None, kw_only=True)
    sha256: str | None = field(default=None, kw_only=True)
    type: str | None = field(default=None, kw_only=True)
    language: str | None = field(default=None, kw_only=True)
    retracted: str | None = field(default=None, kw_only=True)
    data: Data = field(default=NO_DATA, kw_only=True, hash=False)
    span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)
    spans: Mapping[str, Span] = field(default=NOWHERE, eq=False, repr=False, kw_only=True)

    @property
    def short_title(self) -> str:
        """How readers name it: `Lind & Okafor 2021` or `Lind et al. 2021`, else by its title.

        A long title is shortened. `ArgumentMap.short_titles` tells sources apart that read alike.
        """
        return author_and_year(self.author, self.date) or shortened(self.title) or self.id


@frozen
class Bibliography:
    """A file of sources, in BibTeX or CSL-JSON, that stands in for a list of them.

    A map takes from it what it cites.

    Attributes:
        path: as it is written, relative to the claim file that names it.
        keys: the ids of all its sources; None while it has not been read.
    """

    path: str = field(validator=not_empty)
    keys: frozenset[str] | None = field(default=None, kw_only=True, repr=False)
    span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)


@frozen
class SetAside:
    """Sentences of a source that make no claim, with the reason why the map leaves them out.

    Attributes:
        source: the id of the source.
        paragraph: which paragraphs.
        sentence: which sentences; None for the whole of the paragraphs.
        reason: why they make no claim.
    """

    source: str = field(validator=not_empty)
    paragraph: Extent | None = field(default=None, kw_only=True)
    sentence: Extent | None = field(default=None, kw_only=True)
    reason: str = field(default="", kw_only=True)
    span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)
    spans: Mapping[str, Span] = field(default=NOWHERE, eq=False, repr=False, kw_only=True)


def _section(section: str) -> str:
    numbers = _NUMBERS.fullmatch(section)
    if numbers is None:
        return section
    return f"{'sections' if numbers[2] else 'section'} {section}"


def _counted(word: str, extent: Extent | None) -> str:
    if extent is None:
        return ""
    return f"{word}s {extent}" if extent.last > extent.first else f"{word} {extent}"


def is_iso_date(text: str) -> bool:
    """Say whether a text is a year, a month or a day as in ISO 8601."""
    if re.fullmatch(r"[0-9]{4}", text):
        return True
    try:
        date.fromisoformat(f"{text}-01" if re.fullmatch(r"[0-9]{4}-[0-9]{2}", text) else text)
    except ValueError:
        return False
    return re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", text) is not None
