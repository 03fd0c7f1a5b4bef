"""The passages that somebody means by some words of a text."""

from attrs import frozen

from argmap.model import Passage
from argmap.passages.found import Kind
from argmap.passages.places import passage_at
from argmap.passages.search import find
from argmap.passages.source_text import SourceText, Stretch


@frozen
class Located:
    """A passage that has the words looked for, or much the same.

    Attributes:
        passage: its paragraphs and sentences, its words as they stand in the text, and the digest
            of its sentences.
        place: where the words stand in the text, in code points from 0.
        score: how like they are to what was looked for, from 0 to 1; 1 for the same, but for the
            case of the first letter or of all.
    """

    passage: Passage
    place: Stretch
    score: float


def locate(source: SourceText, words: str, source_id: str) -> tuple[Located, ...]:
    """Return the passages that have some words, in the order of the text.

    Where the words stand as they are, or with their first letter in the other case, these are
    all such places, up to a hundred of each. Else it is the one place that is most like them,
    if any is.

    Args:
        source: the text.
        words: what to look for, as typed; `[…]` stands for words left out.
        source_id: the id of the source in the map.
    """
    found = [find(source, typed) for typed in (words, words[:1].swapcase() + words[1:])]
    exact = sorted({place for one in found if one.kind == Kind.EXACT for place in one.places})
    if exact:
        return tuple(Located(passage_at(source, place, source_id), place, 1.0) for place in exact)
    best = max(found, key=lambda one: one.score)
    if best.place is None:
        return ()
    return (Located(passage_at(source, best.place, source_id), best.place, best.score),)
