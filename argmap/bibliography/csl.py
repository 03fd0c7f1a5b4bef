"""CSL-JSON, as Zotero and pandoc have it: from the items of a list to sources."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from argmap.bibliography.field import Field
from argmap.bibliography.json_items import BrokenError, Item, Value, items
from argmap.bibliography.kinds import OF_CSL, PERIODICAL, language_tag
from argmap.bibliography.printed import (
    HIGH,
    LOW,
    authors,
    iso_date,
    on_one_line,
    one_isbn,
    organisation,
    person,
    printed,
    whole_characters,
)
from argmap.bibliography.problems import doubtful, left_out, named, unreadable
from argmap.model import Source
from argmap.text import Span, TextFile

if TYPE_CHECKING:
    from argmap.findings import Finding

_SCRIPT: Final = re.compile(r"<(su[bp])>([^<>]{1,20})</\1>")
_MARKUP: Final = re.compile(
    r"</?(?:i|b|u|em|strong|sub|sup|sc|span)(?: [^<>]{0,100})?>", re.IGNORECASE
)
_HOUSES: Final = ("publisher", "authority")
_WHOLES: Final = ("container-title", "event-title", "event")


class CSL:
    """A bibliography in CSL-JSON.

    Attributes:
        keys: of its items, in the order written.
        findings: what is wrong with the file, and with what was taken from it.
    """

    def __init__(self, file: TextFile) -> None:
        """Find the items of a file."""
        self.findings: list[Finding] = []
        self._file = file
        self._items: dict[str, tuple[Mapping[str, Value], Span]] = {}
        self._again: dict[str, list[Span]] = {}
        try:
            for item in items(file):
                self._take(item)
        except BrokenError as error:
            message = f"the file cannot be read from here on: {error.reason}"
            advice = "a bibliography in JSON is a list of items; export it as CSL-JSON anew"
            self.findings.append(unreadable(error.span, message, advice))
        self.keys: tuple[str, ...] = tuple(self._items)

    def source(self, key: str) -> Source:
        """Return the item with a key as a source.

        Raises:
            KeyError: when there is none.
        """
        item, span = self._items[key]
        for again in self._again.pop(key, ()):
            message, advice = f"there is a second item {named(key)}", "remove one of the two"
            self.findings.append(left_out(again, message, advice, key=key, first=span))
        fields = dict(self._fields(key, item))
        if "title" not in fields:
            message, advice = f"the item {named(key)} has no title", 'write `"title": "…"`'
            self.findings.append(doubtful(span, message, advice, key))

        def text(name: str) -> str | None:
            return fields[name].text if name in fields else None

        return Source(
            key,
            text("title") or key,
            author=text("author"),
            publisher=text("publisher"),
            date=text("date"),
            url=text("url"),
            doi=text("doi"),
            isbn=text("isbn"),
            type=_kind(item),
            language=text("language"),
            span=span,
            spans={name: field.span for name, field in fields.items() if field.span is not None},
        )

    def _take(self, item: Item) -> None:
        key = item.fields.get("id") if item.fields else None
        name = whole_characters(key.value).strip() if key and isinstance(key.value, str) else ""
        if item.fields is None or key is None or len(name.splitlines()) != 1:
            what = "an item has an id over several lines" if name else "an item has no id"
            what = "an item is no object" if item.fields is None else what
            advice = 'write `{"id": "…", "title": "…"}`'
            self.findings.append(left_out(item.span, what, advice))
        elif name in self._items:
            self._again.setdefault(name, []).append(self._span(key))
        else:
            self._items[name] = (item.fields, self._span(key))

    def _fields(self, key: str, item: Mapping[str, Value]) -> Iterator[tuple[str, Field]]:
        """Give the fields that the source has."""
        houses = (*_WHOLES, *_HOUSES) if _kind(item) in PERIODICAL else (*_HOUSES, *_WHOLES)
        isbn, language = self._raw(key, item, "ISBN"), self._raw(key, item, "language")
        title = self._first(key, item, "title", *_WHOLES, "title-short")
        whole = title.text if title.text.endswith("..") else title.text.removesuffix(".")
        fields = {
            "title": title._replace(text=whole),
            "author": self._authors(item),
            "publisher": self._first(key, item, *houses),
            "date": self._date(item),
            "url": self._raw(key, item, "URL"),
            "doi": self._raw(key, item, "DOI"),
            "isbn": isbn._replace(text=one_isbn(isbn.text)),
            "language": language._replace(text=language_tag(language.text) or ""),
        }
        yield from ((name, field) for name, field in fields.items() if field.text)

    def _first(self, key: str, item: Mapping[str, Value], *names: str) -> Field:
        """Return the first of some fields that is there, as it is printed."""
        for name in names:
            field = self._raw(key, item, name)
            if field.text:
                return field._replace(text=_plain(field.text))
        return Field()

    def _raw(self, key: str, item: Mapping[str, Value], name: str) -> Field:
        """Return a field as it is written."""
        found = item.get(name)
        if found is None or found.value is None:
            return Field()
        span = self._span(found)
        if not isinstance(found.value, str):
            message = f"{named(name)} of the item {named(key)} is no text"
            self.findings.append(doubtful(span, message, "put quotation marks around it", key))
            return Field()
        return Field(on_one_line(found.value), span)

    def _authors(self, item: Mapping[str, Value]) -> Field:
        for name in ("author", "editor", "director"):
            found = item.get(name)
            names = (
                authors(map(_name, found.value))
                if found and isinstance(found.value, list)
                else None
            )
            if found and names:
                return Field(names, self._span(found))
        return Field()

    def _date(self, item: Mapping[str, Value]) -> Field:
        found = item.get("issued")
        date = _date(found.value) if found else ""
        return Field(date, self._span(found)) if found and date else Field()

    def _span(self, value: Value) -> Span:
        return self._file.span(value.start, value.end)


def _plain(text: str) -> str:
    """Return a text without the markup that CSL allows in it."""
    if "<" in text:
        text = _SCRIPT.sub(
            lambda found: found[2].translate(LOW if found[1] == "sub" else HIGH), text
        )
        text = _MARKUP.sub("", text)
    return printed(text)


def _kind(item: Mapping[str, Value]) -> str | None:
    kind = item["type"].value if "type" in item else None
    if not isinstance(kind, str) or kind == "document":
        return None
    return OF_CSL.get(kind, printed(kind)) or None


def _name(value: object) -> str:
    if isinstance(value, str):
        return organisation(_plain(value))
    if not isinstance(value, dict):
        return ""
    parts = {name: _plain(part) for name, part in value.items() if isinstance(part, str)}
    if parts.get("literal"):
        return organisation(parts["literal"])
    family = _joined(parts.get("non-dropping-particle"), parts.get("family"))
    given = _joined(parts.get("given"), parts.get("dropping-particle"))
    if not (family and given):
        return organisation(family or given)
    return person(family, given, parts.get("suffix", ""))


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _date(value: object) -> str:
    """Return the date that an item was issued on; empty where it does not say."""
    if isinstance(value, str):
        return iso_date(printed(value))
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and first:
        numbers = [printed(part) if isinstance(part, str) else "" for part in first[:3]]
        return iso_date(*numbers)
    texts = (value.get(name) for name in ("raw", "literal"))
    return next((iso_date(printed(text)) for text in texts if isinstance(text, str)), "")
