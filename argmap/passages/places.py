"""The words at a place of a source text."""

from typing import TypeVar

from argmap.model import Extent, Passage
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
    chosen = source.sentences if paragraph is None else _slice(source.sentences, paragraph)
    return _slice(tuple(one for stretches in chosen for one in stretches), sentence)


def _slice(items: tuple[_Item, ...], extent: Extent) -> tuple[_Item, ...]:
    return items[extent.first - 1 : extent.last] if extent.last <= len(items) else ()
