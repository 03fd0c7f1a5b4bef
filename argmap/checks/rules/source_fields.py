"""The rule about what is said of a source: enough to find it, and in the right form (403)."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from argmap.checks.context import Context
from argmap.checks.rule import Problem, listed, quoted
from argmap.model import Source
from argmap.model.sources import is_iso_date

_Alternatives: TypeAlias = tuple[str, ...]
"""Fields of which one is enough."""

_WHO: Final = ("author", "publisher")
_WHEN: Final = ("date",)
_WHERE: Final = ("url", "doi", "file")
_PRINTED: Final = (_WHO, _WHEN)
_SAID: Final = (("author",), _WHEN)
_RULED: Final = (("publisher", "author", "url"), _WHEN)
_SHOWN: Final = (("author", "publisher", "url"),)

_WANTED: Final[Mapping[str, tuple[_Alternatives, ...]]] = MappingProxyType(
    {
        **dict.fromkeys(("article", "paper", "preprint", "study", "review"), _PRINTED),
        **dict.fromkeys(("book", "chapter", "report", "newspaper", "magazine"), _PRINTED),
        **dict.fromkeys(("thesis", "dissertation"), (("author",), _WHEN)),
        **dict.fromkeys(("interview", "letter", "speech", "testimony", "post"), _SAID),
        **dict.fromkeys(("law", "legislation", "patent", "ruling", "standard", "treaty"), _RULED),
        **dict.fromkeys(("film", "video", "podcast", "broadcast", "recording"), _SHOWN),
        **dict.fromkeys(("website", "web page", "webpage"), (("url", "file"),)),
        **dict.fromkeys(("dataset", "data set", "data"), (_WHO, _WHERE)),
    }
)
"""What a reader needs to find a source, by its type; other types are not asked for anything."""

_SHA256: Final = re.compile(r"[0-9A-Fa-f]{64}")


def incomplete_source(context: Context) -> Iterator[Problem]:
    """What is said of a source is not enough to find it, or is malformed.

    Why: Evidence counts because somebody else can look it up. What is wanted goes by the type of
    the source: of an article, a book or a report who made it and when; of a law or a treaty who
    issued it and when; of a letter or a speech its author and date; of a website the address. A
    source without a type, or with a type of your own, is not asked for anything. The date is a
    year, a month or a day as in ISO 8601, the `doi` begins with `10.`, alone or behind `doi:` or
    `https://doi.org/`, the `isbn` has 10 or 13 digits of which the last fits the others, the
    `url` has a scheme, and the `sha256` 64 hexadecimal digits. With a DOI or an ISBN that is
    well formed nothing more is needed to find a source.

    Fires:
        sources:
          report: {title: Annual report, type: report, date: July 2007, url: www.example.org}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: report}

    Silent:
        sources:
          report:
            title: Annual report
            type: report
            publisher: Transport office
            date: 2007-07
            url: https://example.org/report?year=2007
            doi: doi:10.1000/182
          handbook: {title: Handbook, type: book, isbn: 978-0-306-40615-7}
          talk: {title: A talk at the town hall}
        claims:
          traffic-fell: {text: Traffic fell., supporting: [counts, said]}
        evidence:
          counts: {text: Counts fell by 18 percent., cites: [report, handbook]}
          said: {text: The mayor said that traffic fell., cites: talk}
    """
    for source in context.argument_map.sources:
        missing = [
            listed(list(fields), "or")
            for fields in _WANTED.get(" ".join((source.type or "").casefold().split()), ())
            if not any(getattr(source, field) for field in fields)
        ]
        if missing and not _is_found_by_number(source):
            yield Problem(
                f"source {quoted(source.id)}, of type {quoted(source.type or '')},"
                f" has no {listed(missing, 'and no')}",
                source.span,
                help="say what a reader needs to find it",
                subject=source.id,
            )
        for field, message, advice in _malformed(source):
            yield Problem(
                f"'{field}' of source {quoted(source.id)} {message}",
                source.spans.get(field, source.span),
                help=advice,
                subject=source.id,
            )


def _is_found_by_number(source: Source) -> bool:
    if not (source.doi or source.isbn):
        return False
    # Many maps have no source with a number; they are spared what tells right ones.
    from argmap.checks.rules.identifiers import is_doi  # noqa: PLC0415
    from argmap.model.identifiers import is_isbn  # noqa: PLC0415

    return is_doi(source.doi or "") or is_isbn(source.isbn or "")


def _malformed(source: Source) -> Iterator[tuple[str, str, str]]:
    """Give each field that is malformed, what is wrong with it, and advice."""
    if source.date and not is_iso_date(source.date):
        message = f"is {quoted(source.date)}, not a date as in ISO 8601"
        yield "date", message, "write a year, a month or a day: 2007, 2007-07 or 2007-07-31"
    if source.url or source.doi or source.isbn:
        yield from _malformed_identifiers(source)
    if source.sha256 and not _SHA256.fullmatch(source.sha256):
        message = "is not a SHA-256"
        yield "sha256", message, "write its 64 hexadecimal digits, as `sha256sum` prints them"


def _malformed_identifiers(source: Source) -> Iterator[tuple[str, str, str]]:
    # As in _is_found_by_number.
    from argmap.checks.rules.identifiers import (  # noqa: PLC0415
        fault_of_doi,
        fault_of_isbn,
        fault_of_url,
    )

    for field, value, fault_of in (
        ("url", source.url, fault_of_url),
        ("doi", source.doi, fault_of_doi),
        ("isbn", source.isbn, fault_of_isbn),
    ):
        fault = fault_of(value) if value else None
        if fault:
            yield field, *fault
