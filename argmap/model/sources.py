"""Sources, and the passages in them that nodes point to."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from attrs import field, frozen

from argmap.findings import InvalidValueError
from argmap.model.fields import NOWHERE, not_empty
from argmap.text import Span

_EXTENT: Final = re.compile(r"([1-9][0-9]{0,8})(?:\s*[-\u2013]\s*([1-9][0-9]{0,8}))?")


@frozen(order=True)
class Extent:
    """One number or a range of them, counted from 1: sentence 2, lines 10-14.

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
        """The place as people write it: `p. 12, paragraph 3, sentences 2-3`; may be empty."""
        return ", ".join(
            f"{word}{'s' if isinstance(value, Extent) and value.last > value.first else ''} {value}"
            for word, value in (
                ("section", self.section),
                ("p.", self.page),
                ("paragraph", self.paragraph),
                ("sentence", self.sentence),
                ("line", self.line),
                ("at", self.time),
            )
            if value is not None
        )


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
        file: the path of a local copy, relative to the map, within the project.
        sha256: the SHA-256 of the local copy, in hexadecimal digits.
        type: what kind of publication it is.
        language: the language of the text, as in BCP 47.
        retracted: why it was taken back; None while it stands.
    """

    id: str = field(validator=not_empty)
    title: str = ""
    author: str | None = field(default=None, kw_only=True)
    publisher: str | None = field(default=None, kw_only=True)
    date: str | None = field(default=None, kw_only=True)
    url: str | None = field(default=None, kw_only=True)
    doi: str | None = field(default=None, kw_only=True)
    file: str | None = field(default=None, kw_only=True)
    sha256: str | None = field(default=None, kw_only=True)
    type: str | None = field(default=None, kw_only=True)
    language: str | None = field(default=None, kw_only=True)
    retracted: str | None = field(default=None, kw_only=True)
    span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)
    spans: Mapping[str, Span] = field(default=NOWHERE, eq=False, repr=False, kw_only=True)

    @property
    def short_title(self) -> str:
        """Author and year where both are known, as in `Galilei 1632`; else the title."""
        if self.author and self.date:
            return f"{self.author} {self.date[:4]}"
        return self.title or self.id


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


def is_iso_date(text: str) -> bool:
    """Say whether a text is a year, a month or a day as in ISO 8601."""
    if re.fullmatch(r"[0-9]{4}", text):
        return True
    try:
        date.fromisoformat(f"{text}-01" if re.fullmatch(r"[0-9]{4}-[0-9]{2}", text) else text)
    except ValueError:
        return False
    return re.fullmatch(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?", text) is not None
