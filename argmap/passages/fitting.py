"""The words around a place of a text that are most like some other words."""

import re
from bisect import bisect_left
from typing import Final

from attrs import frozen

from argmap.passages.scripts import is_between_words
from argmap.passages.source_text import SourceText, Stretch

_LEAST_MARGIN: Final = 32  # code points on each side
_STEPS: Final = (1, -1, 2, -2, 3, -3)  # words by which a border is moved


@frozen
class Candidate:
    """A stretch of a normalised text, and how like it is to what was looked for.

    Attributes:
        start: its first code point, from 0.
        end: the code point after its last.
        score: from 0 to 1; 1 for words that are the same but for case.
    """

    start: int
    end: int
    score: float


def first_look(source: SourceText, words: str, start: int) -> float:
    """Return how like a text is to some words from a place on, from 0 to 1."""
    # rapidfuzz is needed only for words that do not stand in the text; the rest works without.
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    there = source.normal.caseless[max(0, start) : max(0, start + len(words))]
    return ratio(words.lower(), there) / 100


def fitted(source: SourceText, words: str, start: int, bounds: Stretch) -> Candidate | None:
    """Return the whole words around a place that are most like some words.

    The likeness is that of the longest common subsequence (indel distance), without regard to
    case. First and last word are moved a few words at a time as long as it grows.

    Args:
        source: the text.
        words: normalised words.
        start: where they would about begin, in the normalised text.
        bounds: the stretch in which they have to be.
    """
    margin = max(_LEAST_MARGIN, len(words) // 2)
    first, last = max(bounds[0], start - margin), min(bounds[1], start + len(words) + margin)
    if first >= last:
        return None
    window = source.normal.text[first:last]
    starts, ends = _borders(source, window)
    fitting = _Fitting(words.lower(), source.normal.caseless[first:last], starts, ends)
    begin = min(bisect_left(starts, start - first), len(starts) - 1)
    end = min(bisect_left(ends, starts[begin] + len(words)), len(ends) - 1)
    best: Candidate | None = None
    while (better := _better(source, fitting, (begin, end), first, best)) is not None:
        (begin, end), best = better
    return best


@frozen
class _Fitting:
    """Some words, and a stretch of text with the borders that a part of it may have."""

    wanted: str
    there: str
    starts: list[int]
    ends: list[int]

    def likeness(self, begin: int, end: int) -> float:
        """Return how like the part between two borders is, from 0 to 1; -1 where none is."""
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - as above

        if not (0 <= begin < len(self.starts) and 0 <= end < len(self.ends)):
            return -1.0
        first, last = self.starts[begin], self.ends[end]
        return ratio(self.wanted, self.there[first:last]) / 100 if first < last else -1.0


def _better(
    source: SourceText, fitting: _Fitting, at: tuple[int, int], first: int, best: Candidate | None
) -> tuple[tuple[int, int], Candidate] | None:
    """Return borders near some others between which a text is more like, if there are any."""
    begin, end = at
    least = -1.0 if best is None else best.score
    near = [at] if best is None else []
    near += ((begin + step, end) for step in _STEPS)
    near += ((begin, end + step) for step in _STEPS)
    liked = [(score, one) for one in near if (score := fitting.likeness(*one)) > least]
    for score, (begin, end) in sorted(liked, key=lambda pair: -pair[0]):
        found = Candidate(first + fitting.starts[begin], first + fitting.ends[end], score)
        if source.boundaries.may_hold(found.start, found.end):
            return (begin, end), found
    return None


def _borders(source: SourceText, window: str) -> tuple[list[int], list[int]]:
    """Return where words start and where they end, with and without punctuation."""
    starts, ends = {0}, {len(window)}
    for match in source.index.words_of(window):
        start, end = match.span()
        starts.add(start)
        ends.add(end)
        if not match[0].isascii():
            inner = [at for at in range(start + 1, end) if is_between_words(window, at)]
            starts.update(inner)
            ends.update(inner)
    for blank in re.finditer(" ", window):
        starts.add(blank.end())
        ends.add(blank.start())
    return sorted(starts), sorted(ends)
