"""Find a quotation in the text that it is said to come from."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from argmap.model import Passage
from argmap.passages.chains import (
    LONGEST_OMISSION,
    Chain,
    chains,
    drops_a_negation,
    with_words_left_out,
)
from argmap.passages.fitting import Candidate
from argmap.passages.found import Change, Found, Kind
from argmap.passages.in_order import nearest_in_order
from argmap.passages.locators import regions
from argmap.passages.normalising import normalise
from argmap.passages.numerals import joined_numerals
from argmap.passages.quotation import parts, parts_at_dots, without_brackets
from argmap.passages.source_text import SourceText, Stretch

LEAST_SCORE: Final = 0.85
"""Words less like the quotation than this are other words."""

_LEAST_SHOWN: Final = 0.5
_MOST_PLACES: Final = 100
_MOST_STRETCHES: Final = 4  # of a locator, in which something like the quotation is looked for
_FAVOUR: Final = 0.02  # by how much words at the locator may be less like than words elsewhere


def find(source: SourceText, wanted: Passage | str) -> Found:
    """Look for a quotation in the text that it is said to come from.

    It is exact only where its words stand in the text as they are, but for what `normalise`
    folds: one after the other, whole, in the same case. `[…]` or `[...]` stands for words that
    were left out, up to `LONGEST_OMISSION` code points for each. What else is in brackets was
    put in by whoever quotes, and makes the quotation drifted at best, as another case does. A
    hyphen at the end of a line is a hyphen.

    Args:
        source: the text.
        wanted: the quotation, or a passage that has one; its locator then says where to look.
    """
    quote = wanted.quote or "" if isinstance(wanted, Passage) else wanted
    where = regions(source, wanted) if isinstance(wanted, Passage) else None
    words = normalise(quote)
    if not parts(words):
        return Found(Kind.ABSENT, Change.WORDS, 0.0, has_locator=where is not None)
    return _exact(source, quote, words, where) or _inexact(source, words, where)


def _exact(
    source: SourceText, quote: str, words: str, where: Sequence[Stretch] | None
) -> Found | None:
    for reading in dict.fromkeys(((words,), parts(words))):
        chosen = list(islice(_faithful(source, quote, reading), _MOST_PLACES))
        if len(chosen) == _MOST_PLACES:
            for stretch in where or ():
                chosen += islice(_faithful(source, quote, reading, stretch), _MOST_PLACES)
        if chosen:
            places = tuple(dict.fromkeys(_original(source, chain) for chain in chosen))
            return _found(source, Kind.EXACT, Change.NOTHING, 1.0, places, where)
    return None


def _inexact(source: SourceText, words: str, where: Sequence[Stretch] | None) -> Found:
    readings = _readings(words)
    for reading, change in islice(readings.items(), 1, None):
        chain = next(chains(source, reading), None)
        if chain is not None:
            return _drifted(source, _original(source, chain), change, 1.0, where)
    best, change = _nearest(source, readings, where)
    if best is not None and best.score >= LEAST_SCORE:
        return _drifted(source, _stretch(source, best), change, best.score, where)
    chain = with_words_left_out(source, words)
    if chain is not None:
        return _drifted(source, _original(source, chain), Change.OMISSION, 1.0, where)
    if best is None or best.score < _LEAST_SHOWN:
        return Found(Kind.ABSENT, Change.WORDS, 0.0, has_locator=where is not None)
    start, end = _stretch(source, best)
    return Found(
        Kind.ABSENT,
        Change.WORDS,
        best.score,
        (start, end),
        source.text[start:end],
        has_locator=where is not None,
    )


def _readings(words: str) -> dict[tuple[str, ...], Change]:
    """Return the ways to read a quotation, as parts, and how it departs when it is read so."""
    written = parts(words)
    readings = {written: Change.WORDS}
    for reading, change in (
        (parts_at_dots(words), Change.OMISSION),
        (tuple(filter(None, map(without_brackets, written))), Change.BRACKETS),
    ):
        if reading:
            readings.setdefault(reading, change)
    return readings


def _faithful(
    source: SourceText, quote: str, reading: Sequence[str], where: Stretch | None = None
) -> Iterator[Chain]:
    """Give the places where the parts stand, and nothing that matters was lost in normalising."""
    numerals = joined_numerals(quote)
    first, last = where or (0, len(source.text))
    longest = len(quote) + LONGEST_OMISSION * (len(reading) - 1)
    bounds = (source.normal.position(first) - longest, source.normal.position(last) + longest)
    for chain in chains(source, reading, max(0, bounds[0]), bounds[1]):
        originals = (source.text[slice(*source.normal.original(*part))] for part in chain)
        found = tuple(one for words in originals for one in joined_numerals(words))
        if found == numerals and not drops_a_negation(source, chain):
            yield chain


def _nearest(
    source: SourceText,
    readings: Mapping[tuple[str, ...], Change],
    where: Sequence[Stretch] | None,
) -> tuple[Candidate | None, Change]:
    """Return what is most like a quotation, however it is read; rather at the locator."""
    best: Candidate | None = None
    change = Change.WORDS
    bounds: list[tuple[int, int | None]] = [(0, None)]
    bounds += ((source.normal.position(at), source.normal.position(to)) for at, to in where or ())
    for reading, its_change in readings.items():
        for first, last in bounds[: _MOST_STRETCHES + 1]:
            found = nearest_in_order(source, reading, first, last)
            least = best.score - (_FAVOUR if last is not None else 0.0) if best else 0.0
            if found is not None and found.score > least:
                best, change = found, its_change
    if best is not None and change == Change.WORDS and best.score == 1.0:
        change = _change(source, next(iter(readings)), best)
    return best, change


def _change(source: SourceText, reading: Sequence[str], best: Candidate) -> Change:
    """Return what tells a quotation from the text, where all its words are there in order."""
    there = source.normal.text[best.start : best.end]
    if there == reading[0]:
        return Change.WORDS  # the same words, but they begin or end inside others
    return Change.CASE if there.lower() == reading[0].lower() else Change.OMISSION


def _drifted(
    source: SourceText,
    place: Stretch,
    change: Change,
    score: float,
    where: Sequence[Stretch] | None,
) -> Found:
    return _found(source, Kind.DRIFTED, change, score, (place,), where)


def _found(
    source: SourceText,
    kind: Kind,
    change: Change,
    score: float,
    places: tuple[Stretch, ...],
    where: Sequence[Stretch] | None,
) -> Found:
    there = places
    if where is not None:
        there = tuple(
            (start, end)
            for start, end in places
            if any(start < last and first < end for first, last in where)
        )
    start, end = place = (there or places)[0]
    return Found(
        kind, change, score, place, source.text[start:end], places, there, where is not None
    )


def _original(source: SourceText, chain: Chain) -> Stretch:
    return source.normal.original(chain[0][0], chain[-1][1])


def _stretch(source: SourceText, found: Candidate) -> Stretch:
    return source.normal.original(found.start, found.end)
