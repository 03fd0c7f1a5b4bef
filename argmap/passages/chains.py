"""Where the parts of a quotation with omissions stand, one after the other."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final, TypeAlias

from argmap.passages.negations import denies
from argmap.passages.scripts import is_unspaced
from argmap.passages.source_text import SourceText, Stretch

LONGEST_OMISSION: Final = 2_000
"""Code points that one `[…]` may stand for: some 300 words, a long paragraph."""

_MOST_TRIED: Final = 1_000  # places of the rarest part
_MOST_OPENINGS: Final = 100
_LONGEST_GAP: Final = 500  # code points that may be left out without a word
_FEW_WORDS: Final = 3
_FEW_CHARACTERS: Final = 6  # in a script without blanks

Chain: TypeAlias = tuple[Stretch, ...]
"""Where the parts of a quotation stand in the normalised text, in order."""


def occurrences(
    source: SourceText, words: str, first: int = 0, last: int | None = None
) -> Iterator[int]:
    """Give the places of the normalised text where some words stand as whole words, in order.

    Args:
        source: the text.
        words: normalised words.
        first: the first place that counts.
        last: the place at which they have to end, at the latest.
    """
    for place in source.index.occurrences(words, first, last):
        if source.boundaries.may_hold(place, place + len(words)):
            yield place


def chains(
    source: SourceText, parts: Sequence[str], first: int = 0, last: int | None = None
) -> Iterator[Chain]:
    """Give the places where all parts stand word for word, in order, as near as can be.

    Together the omissions leave out no more than `LONGEST_OMISSION` for each of them. Where even
    the rarest part stands more than a thousand times, the first thousand of its places are tried.

    Args:
        source: the text.
        parts: normalised words, in order; none is empty.
        first: the first place that counts, in the normalised text.
        last: the place at which the last part has to end, at the latest.
    """
    if len(parts) == 1:
        for place in occurrences(source, parts[0], first, last):
            yield ((place, place + len(parts[0])),)
        return
    end = len(source.normal.text) if last is None else last
    longest = sum(map(len, parts)) + LONGEST_OMISSION * (len(parts) - 1)
    rarest = min(range(len(parts)), key=lambda number: source.index.rarity(parts[number]))
    tried = islice(occurrences(source, parts[rarest], first, end), _MOST_TRIED)
    for place in tried:
        anchor = (place, place + len(parts[rarest]))
        before = _before(source, parts[:rarest], place, max(first, anchor[1] - longest))
        if before is None:
            continue
        begin = before[0][0] if before else place
        after = _after(source, parts[rarest + 1 :], anchor[1], min(end, begin + longest))
        if after is not None:
            yield (*before, anchor, *after)


def drops_a_negation(source: SourceText, chain: Chain) -> bool:
    """Say whether an omission leaves out a few words only, and one of them denies."""
    return any(
        _is_short(left_out) and denies(left_out)
        for (_, end), (start, _) in pairwise(chain)
        if (left_out := source.normal.text[end:start])
    )


def with_words_left_out(source: SourceText, words: str) -> Chain | None:
    """Return where a quotation stands that leaves words out and does not say so, if it does.

    Its first words are at one place, all others not far after them. It has to have three words
    or more on each side of what it leaves out; of scripts without blanks, four characters.
    """
    grams = sorted(source.index.grams(words), key=lambda gram: gram.offset)
    if len(grams) < 2 * _FEW_WORDS:
        return None
    opening = words[: grams[_FEW_WORDS - 1].end]
    starts = [gram.offset for gram in grams[_FEW_WORDS : 1 - _FEW_WORDS]]
    ends = [start - (words[start - 1] == " ") for start in starts]
    for place in islice(occurrences(source, opening), _MOST_OPENINGS):
        most = bisect_right(ends, _common_start(words, source.normal.text, place))
        for cut in range(most - 1, max(0, most - _FEW_WORDS) - 1, -1):
            end, rest = place + ends[cut], words[starts[cut] :]
            there = _first_after(source, rest, end, end + len(rest) + _LONGEST_GAP)
            if there is not None and source.boundaries.may_end(end):
                return (place, end), there
    return None


def _common_start(words: str, text: str, place: int) -> int:
    """Return how many characters a text has in common with some words, from a place on."""
    least, most = 0, len(words)
    while least < most:
        middle = (least + most + 1) // 2
        if text.startswith(words[least:middle], place + least):
            least = middle
        else:
            most = middle - 1
    return least


def _before(source: SourceText, parts: Sequence[str], end: int, first: int) -> list[Stretch] | None:
    """Return the last places before `end` where the parts stand in order, if they do."""
    found: list[Stretch] = []
    for part in reversed(parts):
        place = _last_before(source, part, first, end)
        if place is None:
            return None
        found.append(place)
        end = place[0]
    return found[::-1]


def _after(source: SourceText, parts: Sequence[str], start: int, last: int) -> list[Stretch] | None:
    """Return the first places from `start` on where the parts stand in order, if they do."""
    found: list[Stretch] = []
    for part in parts:
        place = _first_after(source, part, start, last)
        if place is None:
            return None
        found.append(place)
        start = place[1]
    return found


def _first_after(source: SourceText, part: str, first: int, last: int) -> Stretch | None:
    """Return the first place in a short stretch of text where some words stand as whole words."""
    start = source.normal.text.find(part, first, last)
    while start >= 0:
        if source.boundaries.may_hold(start, start + len(part)):
            return start, start + len(part)
        start = source.normal.text.find(part, start + 1, last)
    return None


def _last_before(source: SourceText, part: str, first: int, end: int) -> Stretch | None:
    """Return the last place in a short stretch of text where some words stand as whole words."""
    start = source.normal.text.rfind(part, first, end)
    while start >= 0:
        if source.boundaries.may_hold(start, start + len(part)):
            return start, start + len(part)
        start = source.normal.text.rfind(part, first, start + len(part) - 1)
    return None


def _is_short(words: str) -> bool:
    if any(map(is_unspaced, words)):
        return len(words) <= _FEW_CHARACTERS
    return len(words.split()) <= _FEW_WORDS
