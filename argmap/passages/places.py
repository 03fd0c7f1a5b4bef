"""The words at a place of a source text, and the place of some words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import TypeVar

from attrs import evolve

from argmap.model import Extent, Passage
from argmap.passages.normalising import DIGEST_VERSION, digest
from argmap.passages.source_text import SourceText, Stretch, plain_source

_Item = TypeVar("_Item")


def text_at(text: str | SourceText, passage: Passage, language: str = "en") -> str | None:
    """Return the words at the paragraph and sentence of a passage.

    Args:
        text: the whole source, or its plain text.
        passage: where to look; without a paragraph, sentences count through the whole text.
        language: the language of a plain text, as in BCP 47.

    Returns:
        The text between the first and the last sentence that is asked for, sentences joined by a
        blank; None where the text has no such place, or the passage names neither.
    """
    source = text if isinstance(text, SourceText) else plain_source(text, language)
    found = stretches_at(source, passage)
    return " ".join(source.text[start:end] for start, end in found) if found else None


def stretches_at(source: SourceText, passage: Passage) -> tuple[Stretch, ...]:
    """Return where the paragraphs or sentences stand that a passage names; empty for none."""
    paragraph, sentence = passage.paragraph, passage.sentence
    if sentence is None:
        return () if paragraph is None else _slice(source.paragraphs, paragraph)
    if paragraph is None:
        return _slice(source.all_sentences, sentence)
    chosen = _slice(source.sentences, paragraph)
    return _slice(tuple(one for stretches in chosen for one in stretches), sentence)


def digest_at(source: SourceText, passage: Passage) -> str | None:
    """Return the fingerprint of the words at the paragraph and sentence of a passage, if any."""
    words = text_at(source, passage)
    return None if words is None else digest(words)


def is_as_read(source: SourceText, passage: Passage) -> bool | None:
    """Say whether a text still says at a place what the digest of a passage was made from.

    Returns:
        False also where the text has no such paragraph or sentence any more; None where that
        cannot be told: without a digest, with one of another version, or without a paragraph and
        sentence.
    """
    has_place = passage.paragraph is not None or passage.sentence is not None
    if not has_place or not (passage.digest or "").startswith(f"{DIGEST_VERSION}:"):
        return None
    return digest_at(source, passage) == passage.digest


def passage_at(source: SourceText, place: Stretch, source_id: str) -> Passage:
    """Return a stretch of a text as a passage: its paragraphs, sentences, words and digest.

    The digest is that of the whole sentences in which the words stand. Words in a heading have
    a section, but no paragraph, sentence or digest.

    Args:
        source: the text.
        place: where the words stand, in code points from 0.
        source_id: the id of the source in the map.
    """
    start, end = place
    quote = " ".join(source.text[start:end].split())
    touched = _touched(source.paragraphs, place)
    if not touched:
        section = source.section_at(start)
        return Passage(source_id, section=section[-1] if section else None, quote=quote or None)
    within = [one for number in touched for one in source.sentences[number - 1]]
    numbers = _touched(within, place)
    passage = Passage(
        source_id,
        paragraph=Extent(touched[0], touched[-1]),
        sentence=Extent(numbers[0], numbers[-1]) if numbers else None,
        quote=quote or None,
    )
    return evolve(passage, digest=digest_at(source, passage))


def _touched(stretches: Sequence[Stretch], place: Stretch) -> range:
    """Return the numbers, from 1, of the stretches that a place lies in or across."""
    start, end = place
    first = bisect_right(stretches, start, key=itemgetter(1))
    last = bisect_left(stretches, end, key=itemgetter(0))
    return range(first + 1, last + 1)


def _slice(items: tuple[_Item, ...], extent: Extent) -> tuple[_Item, ...]:
    return items[extent.first - 1 : extent.last] if extent.last <= len(items) else ()
