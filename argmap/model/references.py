"""How readers name a source in short: `Simeonova et al. 2019`, `Lind & Okafor 2021`."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from argmap.model.names import family_names

_YEAR: Final = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_END_OF_MAIN_TITLE: Final = re.compile(r"(?<=[?!])\s|:\s|\s[\u2013\u2014-]\s|\.\s(?=\w{3})")
_WIDEST: Final = 40
_LEAST: Final = 8
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def author_and_year(author: str | None, date: str | None) -> str:
    """Return a reference as in `Lind & Okafor 2021`; empty where author or year is missing.

    One author is named alone, two are joined, and of more the first is named with `et al.`

    Args:
        author: who made the source, as printed: one name or several.
        date: when; the year is looked for in it.
    """
    year = _YEAR.search(date or "")
    if year is None or not author or not author.strip():
        return ""
    names, are_all = family_names(author)
    first, *others = [shortened(name) for name in names]
    if len(others) > 1 or not are_all:
        return f"{first} et al. {year[0]}"
    return f"{' & '.join([first, *others])} {year[0]}"


def told_apart(references: Iterable[str]) -> tuple[str, ...]:
    """Return references with letters behind those that stand more than once: `2019a`, `2019b`."""
    given = tuple(references)
    members: dict[str, int] = {}
    for one in given:
        members[one] = members.get(one, 0) + 1
    seen: dict[str, int] = {}
    told = []
    for one in given:
        number = seen[one] = seen.get(one, -1) + 1
        told.append(f"{one}{_letters(number)}" if members[one] > 1 else one)
    return tuple(told)


def shortened(title: str) -> str:
    """Return a title for a short line: without its second part, or up to a word in its middle.

    At most 40 cells of a line are taken; a character of Chinese, Japanese or Korean takes two.
    """
    title = " ".join(title.split())
    if _width(title) <= _WIDEST:
        return title
    end = _END_OF_MAIN_TITLE.search(title)
    if end and end.start() >= _LEAST and _width(title[: end.start()]) <= _WIDEST:
        return title[: end.start()]
    kept = title[:_WIDEST]
    while _width(kept) >= _WIDEST:
        kept = kept[:-1]
    words = kept.rpartition(" ")[0]
    return f"{(words if len(words) >= _LEAST else kept).rstrip(' ,;:.-')}…"


def _letters(number: int) -> str:
    """Return `a` for 0, `z` for 25, `aa` for 26."""
    letters = ""
    while number >= 0:
        number, place = divmod(number, len(_LETTERS))
        letters = _LETTERS[place] + letters
        number -= 1
    return letters


def _width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in text)
