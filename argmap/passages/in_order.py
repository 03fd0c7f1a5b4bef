"""The stretch of a text that is most like the parts of a quotation, one after the other."""

from collections.abc import Iterator, Sequence
from typing import Final

from argmap.passages.candidates import nearest
from argmap.passages.chains import LONGEST_OMISSION
from argmap.passages.fitting import Candidate
from argmap.passages.source_text import SourceText

_LONGEST: Final = 600  # code points that are compared at once; comparing costs their square
_MOST_ANCHORS: Final = 8
_LEAST: Final = 0.5


def nearest_in_order(
    source: SourceText, parts: Sequence[str], first: int = 0, last: int | None = None
) -> Candidate | None:
    """Return the stretch whose parts are most like those of a quotation, in their order.

    The part that is found best says where the others are looked for. The score is the mean of
    those of the parts, by their length.

    Args:
        source: the text.
        parts: normalised words; a long part is compared piece by piece.
        first: the first place that counts, in the normalised text.
        last: the place at which the stretch has to end, at the latest.
    """
    end = len(source.normal.text) if last is None else last
    pieces = [piece for part in parts for piece in _pieces(part)]
    tried = [nearest(source, piece, first, end) for piece in pieces[:_MOST_ANCHORS]]
    weights = [
        found.score * len(piece) if found else 0.0
        for found, piece in zip(tried, pieces, strict=False)
    ]
    best = max(range(len(weights)), key=weights.__getitem__)
    anchor = tried[best]
    if anchor is None or len(pieces) == 1:
        return anchor
    before = _walk(source, pieces[:best][::-1], (first, anchor.start), forwards=False)
    after = _walk(source, pieces[best + 1 :], (anchor.end, end), forwards=True)
    found = [(anchor, len(pieces[best])), *before, *after]
    score = sum(one.score * length for one, length in found) / sum(map(len, pieces))
    starts, ends = [one.start for one, _ in found], [one.end for one, _ in found]
    return Candidate(min(starts), max(ends), score)


def _walk(
    source: SourceText, pieces: Sequence[str], bounds: tuple[int, int], *, forwards: bool
) -> Iterator[tuple[Candidate, int]]:
    """Give what is like each piece, from the nearest to the farthest, with the piece's length."""
    first, last = bounds
    for piece in pieces:
        reach = 2 * len(piece) + LONGEST_OMISSION
        found = (
            nearest(source, piece, first, min(last, first + reach))
            if forwards
            else nearest(source, piece, max(first, last - reach), last)
        )
        if found is not None and found.score >= _LEAST:
            first, last = (found.end, last) if forwards else (first, found.start)
            yield found, len(piece)


def _pieces(part: str) -> Iterator[str]:
    """Cut a long text at blanks, where it has any."""
    start = 0
    while len(part) - start > _LONGEST:
        end = part.rfind(" ", start + 1, start + _LONGEST)
        end = end if end > 0 else start + _LONGEST
        yield part[start:end].strip()
        start = end
    yield part[start:].strip()
