"""Titles, names and dates of a bibliography as argmap has them: as printed, and as in ISO 8601."""

import html
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from argmap.model.identifiers import is_isbn
from argmap.model.names import family_names
from argmap.model.sources import is_iso_date

OTHERS: Final = "et al."
"""Stands for the authors that a bibliography does not name."""

LOW: Final = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
HIGH: Final = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
"""Small and raised digits and signs, for those of formulas."""

_NO_BREAK_SPACE: Final = "\u00a0"
_ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_NOT_PRINTED: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_DAY: Final = re.compile(r"([0-9]{4})(?:[-/]([0-9]{1,2})(?![0-9])(?:[-/]([0-9]{1,2})(?![0-9]))?)?")
_YEAR: Final = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_BETWEEN_NUMBERS: Final = re.compile(r"[,;/\s]+")


def printed(text: str) -> str:
    """Return a text on one line: entities of HTML read, what cannot be printed replaced."""
    if "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    text = whole_characters(text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def on_one_line(number: str) -> str:
    """Return a number or an address with nothing changed but what cannot be printed."""
    return " ".join(whole_characters(number).split())


def whole_characters(text: str) -> str:
    """Return a text with `\ufffd` for control characters and halves of characters."""
    return _NOT_PRINTED.sub("\ufffd", text)


def person(family: str, given: str, suffix: str = "") -> str:
    """Return the name of a person, family name first."""
    return ", ".join(part for part in (family, given, suffix) if part)


def organisation(name: str) -> str:
    """Return a name that is not to be taken apart.

    Where its words would be taken for those of persons, no-break spaces hold them together.
    """
    kept = family_names(name) == ((name,), True) if name else True
    return name if kept else name.replace(" ", _NO_BREAK_SPACE)


def authors(names: Iterable[str]) -> str | None:
    """Return names as one text."""
    return "; ".join(name for name in names if name) or None


def iso_date(year: str, month: str = "", day: str = "") -> str:
    """Return a date as in ISO 8601, as exact as it can be read; the text where it has no year.

    Args:
        year: a year, or all of a date; of a span of time the start counts.
        month: its number.
        day: its number.
    """
    whole = _DAY.match(year.strip())
    if whole and (whole[2] or not month):
        year, month, day = whole[1], whole[2] or "", whole[3] or ""
    else:
        found = _YEAR.search(year)
        if found is None:
            return year.strip()
        year = found[0]
    exact = [f"{year}-{month:0>2}-{day:0>2}", f"{year}-{month:0>2}"]
    return next((one for one in exact if is_iso_date(one)), year)


def one_isbn(written: str) -> str:
    """Return the first number that is an ISBN, where several are given; else all of the text."""
    if is_isbn(written):
        return written
    return next((one for one in _BETWEEN_NUMBERS.split(written) if is_isbn(one)), written)
