"""From the entries of BibTeX and BibLaTeX to sources."""

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from argmap.bibliography.bibtex import Entries, Entry
from argmap.bibliography.field import Field
from argmap.bibliography.kinds import OF_BIBTEX, PERIODICAL, language_tag
from argmap.bibliography.latex import plain, symbols, verbatim
from argmap.bibliography.printed import (
    OTHERS,
    authors,
    iso_date,
    on_one_line,
    one_isbn,
    organisation,
    person,
    printed,
    whole_characters,
)
from argmap.bibliography.problems import doubtful, named
from argmap.findings import Finding
from argmap.model import Source
from argmap.model.names import family_name
from argmap.text import TextFile

_ADDRESS: Final = re.compile(r"https?://(?:[^\s{}\\\"<>]|\\[_%&#~])+")
_LABELLED: Final = re.compile(r"[, ]*([a-z-]+) *= *([^,]*)")
_BRACE: Final = re.compile(r"(?<!\\)[{}]")
_ARXIV: Final = "https://arxiv.org/abs/"
_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_NAME_OF_A_MONTH: Final = re.compile(rf"\b(?:{'|'.join(_MONTHS)})[a-z]*", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
_WORD: Final = re.compile(r"[\w-]+")
_LONGEST_NAME: Final = 1000
_MOST_WHOLES: Final = 4

_HOUSES: Final = ("publisher", "institution", "school", "organization")
_JOURNALS: Final = ("journaltitle", "journal", "shortjournal")
_WHOLES: Final = ("booktitle", "maintitle", "eventtitle")
_PASSED_ON: Final = frozenset(
    (
        *_HOUSES,
        *_JOURNALS,
        *_WHOLES,
        "editor",
        "date",
        "year",
        "month",
        "isbn",
        "language",
        "langid",
    )
)
"""What a part has from the whole that `crossref` names, unless it says so itself."""


class BibTeX:
    """A bibliography in BibTeX.

    Attributes:
        keys: of its entries, in the order written.
    """

    def __init__(self, file: TextFile) -> None:
        """Find the entries of a file."""
        self._entries = Entries(file)
        self._symbols = symbols()
        self.keys: tuple[str, ...] = tuple(self._entries)

    @property
    def findings(self) -> list[Finding]:
        """What is wrong with the file, and with what was taken from it."""
        return self._entries.findings

    def source(self, key: str) -> Source:
        """Return the entry with a key as a source.

        Raises:
            KeyError: when there is none.
        """
        own = self._entries.entry(key)
        if own is None:
            raise KeyError(key)
        entry = self._as_part(own)
        fields = dict(self._fields(entry))
        title = fields.get("title", Field(key))
        if "title" not in fields:
            message, advice = f"the entry {named(key)} has no title", "write `title = {…}`"
            self.findings.append(doubtful(own.span, message, advice, key))

        def text(name: str) -> str | None:
            return fields[name].text if name in fields else None

        return Source(
            key,
            title.text,
            author=text("author"),
            publisher=text("publisher"),
            date=text("date"),
            url=text("url"),
            doi=text("doi"),
            isbn=text("isbn"),
            type=_kind(entry),
            language=text("language"),
            span=own.span,
            spans={name: field.span for name, field in fields.items() if field.span is not None},
        )

    def _as_part(self, own: Entry) -> Entry:
        """Return an entry with what it has from the whole that it is a part of."""
        seen, entry = {own.key}, own
        while len(seen) <= _MOST_WHOLES:
            name = entry.values.get("crossref", "").strip()
            whole = self._entries.entry(name)
            if not name or name in seen:
                break
            if whole is None:
                message = f"{named(own.key)} is a part of {named(name)}, which is not here"
                advice = "correct `crossref`, or add that entry"
                place = entry.spans["crossref"]
                self.findings.append(doubtful(place, message, advice, own.key))
                break
            seen.add(name)
            entry = _with_parts_of(entry, whole)
        return entry

    def _fields(self, entry: Entry) -> Iterator[tuple[str, Field]]:
        """Give the fields that the source has."""
        houses = (*_JOURNALS, *_HOUSES) if _kind(entry) in PERIODICAL else (*_HOUSES, *_JOURNALS)
        language = self._first(entry, "langid", "language")
        isbn = _raw(entry, "isbn")
        fields = {
            "title": self._title(entry),
            "author": self._authors(entry),
            "publisher": self._first(entry, *houses, *_WHOLES),
            "date": self._date(entry),
            "url": _address(entry),
            "doi": _raw(entry, "doi"),
            "isbn": isbn._replace(text=one_isbn(isbn.text)),
            "language": language._replace(text=_language(language.text)),
        }
        yield from ((name, field) for name, field in fields.items() if field.text)

    def _first(self, entry: Entry, *names: str) -> Field:
        """Return the first of some fields that is there, as it is printed."""
        for name in names:
            text = self._plain(entry.values.get(name, ""))
            if text:
                return Field(text, entry.spans.get(name))
        return Field()

    def _title(self, entry: Entry) -> Field:
        title = self._first(entry, "title", *_WHOLES)
        second = self._first(entry, "subtitle").text if "title" in entry.values else ""
        whole = f"{title.text}: {second}" if second and title.text else title.text
        return title._replace(text=whole.removesuffix(".") if not whole.endswith("..") else whole)

    def _authors(self, entry: Entry) -> Field:
        for name in ("author", "editor"):
            written = entry.values.get(name, "").strip()
            names = authors(self._names(written)) if written else None
            if names:
                return Field(names, entry.spans.get(name))
        return Field()

    def _names(self, written: str) -> Iterator[str]:
        from bibtexparser.middlewares.names import (  # noqa: PLC0415 - as in `bibtex`
            parse_single_name_into_parts,
            split_multiple_persons_names,
        )

        for name in split_multiple_persons_names(written):
            whole = self._plain(name)
            if whole == "others":
                yield OTHERS
            elif len(name) <= _LONGEST_NAME and _LABELLED.match(name):
                yield self._labelled(name)
            elif _is_one_word(name) or len(name) > _LONGEST_NAME or _is_organisation(name, whole):
                yield organisation(whole)
            else:
                parts = parse_single_name_into_parts(name, strict=False)
                family = self._plain(" ".join((*parts.von, *parts.last)))
                given, suffix = self._plain(" ".join(parts.first)), self._plain(" ".join(parts.jr))
                yield person(family, given, suffix) if given else organisation(family)

    def _labelled(self, name: str) -> str:
        """Return a name as BibLaTeX labels its parts: `family=Berg, given=Jan, prefix=van der`."""
        parts = {part[1]: self._plain(part[2]) for part in _LABELLED.finditer(name)}
        family = " ".join(filter(None, (parts.get("prefix"), parts.get("family"))))
        given = parts.get("given", "")
        if not (family and given):
            return organisation(family or given)
        return person(family, given, parts.get("suffix", ""))

    def _date(self, entry: Entry) -> Field:
        date = self._first(entry, "date")
        if date.text:
            return date._replace(text=iso_date(date.text))
        year = self._first(entry, "year")
        if not year.text:
            return year
        month, day = _month_and_day(self._first(entry, "month").text)
        return year._replace(text=iso_date(year.text, month, day or self._first(entry, "day").text))

    def _plain(self, latex: str) -> str:
        return printed(plain(latex, self._symbols)) if latex else ""


def _with_parts_of(entry: Entry, whole: Entry) -> Entry:
    """Return an entry with the fields that a whole passes on; its title becomes `booktitle`."""
    values = {name: text for name, text in whole.values.items() if name in _PASSED_ON}
    spans = {name: whole.spans[name] for name in values}
    if "title" in whole.values:
        values.setdefault("booktitle", whole.values["title"])
        spans.setdefault("booktitle", whole.spans["title"])
    if {"date", "year"} & entry.values.keys():
        for name in ("date", "year", "month"):
            values.pop(name, None)
    own = {name: text for name, text in entry.values.items() if name != "crossref"}
    following = {name: text for name, text in whole.values.items() if name == "crossref"}
    return evolve(
        entry,
        values={**values, **own, **following},
        spans={**spans, **entry.spans, **{name: whole.spans[name] for name in following}},
    )


def _kind(entry: Entry) -> str | None:
    if entry.kind == "misc":
        return "preprint" if _is_on_arxiv(entry) else None
    subtype = entry.values.get("entrysubtype", "").strip().lower()
    if entry.kind == "article" and subtype in PERIODICAL:
        return subtype
    return OF_BIBTEX.get(entry.kind) or whole_characters(entry.kind) or None


def _raw(entry: Entry, name: str) -> Field:
    """Return a number or address, without what LaTeX wants in it."""
    return Field(_number(entry.values.get(name, "")), entry.spans.get(name))


def _number(written: str) -> str:
    return on_one_line(verbatim(written))


def _address(entry: Entry) -> Field:
    """Return where a source can be read."""
    url = _raw(entry, "url")
    if url.text:
        address = _ADDRESS.search(entry.values["url"]) if "\\url" in url.text else None
        return url._replace(text=_number(address[0])) if address else url
    how = _ADDRESS.search(entry.values.get("howpublished", ""))
    if how:
        return Field(_number(how[0]), entry.spans["howpublished"])
    if _is_on_arxiv(entry):
        return Field(_ARXIV + _number(entry.values["eprint"]), entry.spans["eprint"])
    return Field()


def _month_and_day(written: str) -> tuple[str, str]:
    """Return the numbers of `March`, `3`, `March 12` and `12 March`; empty where there is none."""
    name, number = _NAME_OF_A_MONTH.search(written), _NUMBER.search(written)
    if name is None:
        return (number[0] if number else ""), ""
    return str(_MONTHS.index(name[0][:3].lower()) + 1), (number[0] if number else "")


def _is_on_arxiv(entry: Entry) -> bool:
    kind = entry.values.get("eprinttype") or entry.values.get("archiveprefix") or ""
    return kind.strip().lower() == "arxiv" and bool(entry.values.get("eprint", "").strip())


def _is_one_word(name: str) -> bool:
    """Say whether braces hold a name together."""
    name, depth = name.strip(), 0
    if not name.startswith("{"):
        return False
    for brace in _BRACE.finditer(name):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end() == len(name)
    return True


def _is_organisation(name: str, whole: str) -> bool:
    """Say whether a name that BibTeX would take apart is one that cannot be a person's."""
    return "," not in name and " " in whole and family_name(whole) == whole


def _language(written: str) -> str:
    """Return the first language that is named, as in BCP 47."""
    whole = language_tag(written)
    if whole or not written:
        return whole or ""
    first = _WORD.search(written)
    return (language_tag(first[0]) if first and len(first[0]) > 3 else None) or ""  # noqa: PLR2004
