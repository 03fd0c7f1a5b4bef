"""The stretch of a text that is most like the parts of a quotation, one after the other."""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from argmap.passages.candidates import nearest
from argmap.passages.chains import LONGEST_OMISSION
from argmap.passages.fitting import Candidate
from argmap.passages.source_text import SourceText, Stretch

_LONGEST: Final = 600  # code points that are compared at once; comparing costs their square
_MOST_ANCHORS: Final = 4
_GOOD: Final = 0.85
_LEAST: Final = 0.5


def nearest_in_order(
    source: SourceText, parts: Sequence[str], first: int = 0, last: int | None = None
) -> Candidate | None:
    """Return the stretch whose parts are most like those of a quotation, in their order.

    The rarest part says where the others are looked for; where they are not there, the next
    rarest does. The score is the mean of those of the parts, by their length.

    Args:
        source: the text.
        parts: normalised words; a long part is compared piece by piece.
        first: the first place that counts, in the normalised text.
        last: the place at which the stretch has to end, at the latest.
    """
    bounds = first, len(source.normal.text) if last is None else last
    pieces = [piece for part in parts for piece in _pieces(part)]
    if len(pieces) == 1:
        return nearest(source, pieces[0].words, *bounds)
    rarest = sorted(range(len(pieces)), key=lambda number: _rarity(source, pieces[number].words))
    best: Candidate | None = None
    for number in rarest[:_MOST_ANCHORS]:
        found = _around(source, pieces, number, bounds)
        if found is not None and (best is None or found.score > best.score):
            best = found
        if best is not None and best.score >= _GOOD:
            break
    return best


@frozen
class _Piece:
    """Some words of a quotation, and whether words may be left out before them."""

    words: str
    is_first: bool


def _pieces(part: str) -> Iterator[_Piece]:
    """Cut a long text at blanks, where it has any."""
    start = 0
    while len(part) - start > _LONGEST:
        end = part.rfind(" ", start + 1, start + _LONGEST)
        end = end if end > 0 else start + _LONGEST
        yield _Piece(part[start:end].strip(), start == 0)
        start = end
    yield _Piece(part[start:].strip(), start == 0)


def _rarity(source: SourceText, words: str) -> int:
    """Return in how many places the rarest part stands of those that stand anywhere."""
    counts = (len(gram.places) for gram in source.index.grams(words))
    return next((count for count in counts if count), len(source.text))


def _around(
    source: SourceText, pieces: Sequence[_Piece], number: int, bounds: Stretch
) -> Candidate | None:
    """Return the stretch that is like all pieces, around the place that is most like one."""
    anchor = nearest(source, pieces[number].words, *bounds)
    if anchor is None:
        return None
    found = [(anchor, len(pieces[number].words))]
    first, last = bounds[0], anchor.start
    for piece, after in zip(pieces[:number][::-1], pieces[1 : number + 1][::-1], strict=True):
        least = max(first, last - _reach(piece, is_apart=after.is_first))
        one = nearest(source, piece.words, least, last)
        if one is not None and one.score >= _LEAST:
            found.append((one, len(piece.words)))
            last = one.start
    first, last = anchor.end, bounds[1]
    for piece in pieces[number + 1 :]:
        most = min(last, first + _reach(piece, is_apart=piece.is_first))
        one = nearest(source, piece.words, first, most)
        if one is not None and one.score >= _LEAST:
            found.append((one, len(piece.words)))
            first = one.end
    score = sum(one.score * length for one, length in found)
    return Candidate(
        min(one.start for one, _ in found),
        max(one.end for one, _ in found),
        score / sum(len(piece.words) for piece in pieces),
    )


def _reach(piece: _Piece, *, is_apart: bool) -> int:
    """Return how far from its neighbour a piece may end."""
    return 2 * len(piece.words) + (LONGEST_OMISSION if is_apart else 0)
