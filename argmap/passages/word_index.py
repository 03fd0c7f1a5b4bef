"""Where each word of a text stands, so that a quotation is found without reading it all."""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from re import Match, Pattern
from typing import Final, TypeAlias

from attrs import frozen

from argmap.passages.scripts import grams, word_pattern

_TOO_MANY: Final = 20_000  # places of a word; reading the text from end to end is faster then
_MONOTONOUS: Final = 2_000  # places that a word of a text has on average
_FEW: Final = 100  # places that several words in a row should have

Places: TypeAlias = "memoryview[int]"
"""Positions in a text, in order; a part of them is no copy."""

_NOWHERE: Final = memoryview(array("Q"))


@frozen
class Gram:
    """A part of a quotation by which it is looked up.

    Attributes:
        offset: where it stands in the quotation.
        end: where it ends there.
        places: where it stands in the text, in order, without regard to case.
    """

    offset: int
    end: int
    places: Places


@frozen(eq=False)
class WordIndex:
    """The words of a normalised text and where they stand.

    Attributes:
        text: the text.
    """

    text: str
    _word: Pattern[str]
    _in_a_row: int
    _places: Mapping[str, Places]

    def grams(self, words: str) -> list[Gram]:
        """Return the parts by which some words are looked up, the rarest in the text first."""
        found = [
            Gram(start, end, self._places.get(key, _NOWHERE))
            for key, start, end in _keys(self._word, words, self._in_a_row)
        ]
        return sorted(found, key=lambda gram: len(gram.places))

    def rarity(self, words: str) -> int:
        """Return in how many places the rarest part of some words stands."""
        found = self.grams(words)
        return len(found[0].places) if found else len(self.text)

    def words_of(self, text: str) -> Iterator[Match[str]]:
        """Give the words of a text of this kind, as they are told apart here."""
        return self._word.finditer(text)

    def occurrences(self, words: str, first: int = 0, last: int | None = None) -> Iterator[int]:
        """Give the places where some words stand as whole words, in order.

        Whether their first and last character are at the borders of words is not looked at.

        Args:
            words: normalised text.
            first: the first place that counts.
            last: the place at which they have to end, at the latest.
        """
        end = len(self.text) if last is None else min(last, len(self.text))
        rarest = next(iter(self.grams(words)), None)
        if rarest is None or len(rarest.places) > _TOO_MANY:
            yield from self._read_for(words, first, end)
            return
        offset = rarest.offset
        for place in between(rarest.places, first + offset, end - len(words) + offset):
            if self.text.startswith(words, place - offset):
                yield place - offset

    def _read_for(self, words: str, first: int, end: int) -> Iterator[int]:
        place = self.text.find(words, first, end) if words else -1
        while place >= 0:
            yield place
            place = self.text.find(words, place + 1, end)


def word_index(text: str) -> WordIndex:
    """Note where each word of a normalised text stands.

    In a text of few different words, what is noted is where several stand in a row.
    """
    word = word_pattern(text)
    places = _places(word, text, 1)
    total = sum(map(len, places.values()))
    in_a_row = 1
    if total > _MONOTONOUS * len(places) > _MONOTONOUS:
        while len(places) ** in_a_row * _FEW < total:
            in_a_row += 1
        places = _places(word, text, in_a_row)
    return WordIndex(text, word, in_a_row, places)


def between(places: Places, first: int, last: int) -> Places:
    """Return those of some ordered places that are not before `first` nor after `last`."""
    return places[bisect_left(places, first) : bisect_right(places, last)]


def _places(word: Pattern[str], text: str, in_a_row: int) -> dict[str, Places]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for key, start, _ in _keys(word, text, in_a_row):
        places[key].append(start)
    return {key: memoryview(array("Q", found)) for key, found in places.items()}


def _keys(word: Pattern[str], text: str, in_a_row: int) -> Iterator[tuple[str, int, int]]:
    """Give what the words of a text are looked up by, with start and end."""
    if in_a_row == 1:
        yield from _single_keys(word, text)
        return
    row: deque[tuple[str, int, int]] = deque(maxlen=in_a_row)
    for single in _single_keys(word, text):
        row.append(single)
        if len(row) == in_a_row:
            yield " ".join(key for key, _, _ in row), row[0][1], single[2]


def _single_keys(word: Pattern[str], text: str) -> Iterator[tuple[str, int, int]]:
    for match in word.finditer(text):
        found, (first, last) = match[0], match.span()
        if found.isascii():
            yield found.lower(), first, last
        else:
            for start, end in grams(found):
                yield found[start:end].casefold(), first + start, first + end
