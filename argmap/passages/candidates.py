"""The words of a text that some other words are most like, without reading all of the text.

Words that are much like others have some of them in the same order. So the rarest words are
looked up; each of their places says where the whole would begin; where most of them agree, the
texts are compared letter by letter. Nothing is found for words that share no word with the text,
or only words that stand in it some thousand times and beside other words than there.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from attrs import evolve

from argmap.passages.fitting import Candidate, first_look, fitted
from argmap.passages.scripts import is_unspaced
from argmap.passages.source_text import SourceText, Stretch
from argmap.passages.word_index import Gram, WordIndex, between

_MOST_PLACES: Final = 800  # of rare words that are looked at for one quotation
_MOST_SCANNED: Final = 10_000  # of frequent words, whose next word is looked at
_ENOUGH: Final = 4  # rare words; of a quotation that has drifted, one of them is at its place
_MOST_GRAMS: Final = 16
_MOST_LOOKED_AT: Final = 5
_MOST_FITTED: Final = 2
_GOOD: Final = 0.85
_VERY_GOOD: Final = 0.95  # nothing better is looked for
_SHORTEST_DRIFT: Final = 16  # how far apart, in code points, places may be that agree


def nearest(
    source: SourceText, words: str, first: int = 0, last: int | None = None
) -> Candidate | None:
    """Return the stretch of whole words that is most like some words, if one is found.

    Args:
        source: the text.
        words: normalised words; the time grows with the square of their length, over 64.
        first: the first place that counts, in the normalised text.
        last: the place at which the stretch has to end, at the latest.
    """
    bounds = first, len(source.normal.text) if last is None else last
    known = [
        evolve(gram, places=places)
        for gram in source.index.grams(words)
        if (places := between(gram.places, *bounds))
    ]
    rare = list(_rare(known))
    best = _most_alike(source, words, rare, bounds)
    if len(rare) >= _ENOUGH or (best is not None and best.score >= _GOOD):
        return best
    pairs = list(_pairs(source.index, words, known))
    found = (best, _most_alike(source, words, pairs, bounds))
    return max((one for one in found if one), key=lambda one: one.score, default=None)


def _rare(grams: Sequence[Gram]) -> Iterator[Gram]:
    """Give the rarest parts, as long as they stand in few places together.

    Of a part that alone stands in too many, the first places are given.
    """
    allowed = _MOST_PLACES
    if grams and len(grams[0].places) > allowed:
        yield evolve(grams[0], places=grams[0].places[:allowed])
    for gram in islice(grams, _MOST_GRAMS):
        allowed -= len(gram.places)
        if allowed < 0:
            return
        yield gram


def _pairs(index: WordIndex, words: str, grams: Sequence[Gram]) -> Iterator[Gram]:
    """Give pairs of a part and what follows it, for parts that stand in many places."""
    allowed, scanned = _MOST_PLACES, _MOST_SCANNED
    for gram in islice(grams, _MOST_GRAMS):
        scanned -= len(gram.places)
        pair = words[gram.offset : _end_of_next(words, gram.end)]
        if scanned < 0 or allowed < 0:
            return
        places = [place for place in gram.places if index.text.startswith(pair, place)]
        allowed -= len(places)
        if allowed >= 0:
            yield evolve(gram, places=memoryview(array("Q", places)))


def _end_of_next(words: str, at: int) -> int:
    """Return where the word ends that comes next, after punctuation and a blank."""
    start = at
    while start < len(words) and not words[start].isalnum():
        start += 1
    end = start + 1
    if not is_unspaced(words[start : start + 1] or " "):
        while end < len(words) and words[end].isalnum():
            end += 1
    return end


def _most_alike(
    source: SourceText, words: str, grams: Sequence[Gram], bounds: Stretch
) -> Candidate | None:
    starts = _likely_starts(grams, len(words))
    looks = sorted(starts, key=lambda start: -first_look(source, words, start))
    best: Candidate | None = None
    for start in looks[:_MOST_FITTED]:
        found = fitted(source, words, start, bounds)
        if found is not None and (best is None or found.score > best.score):
            best = found
        if best is not None and best.score >= _VERY_GOOD:
            break
    return best


def _likely_starts(grams: Sequence[Gram], length: int) -> list[int]:
    """Return where the whole would begin by most of the parts, the likeliest place first."""
    shift = max(_SHORTEST_DRIFT, length // 8).bit_length()
    starts = [place - gram.offset for gram in grams for place in gram.places]
    votes = Counter(start >> shift for start in starts)
    likely = sorted(
        votes.most_common(2 * _MOST_LOOKED_AT),
        key=lambda vote: -vote[1] - max(votes[vote[0] - 1], votes[vote[0] + 1]),
    )
    near: dict[int, Counter[int]] = {bucket: Counter() for bucket, _ in likely[:_MOST_LOOKED_AT]}
    for start in starts:
        if start >> shift in near:
            near[start >> shift][start] += 1
    return [exact.most_common(1)[0][0] for exact in near.values()]
