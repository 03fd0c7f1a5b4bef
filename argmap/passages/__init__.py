"""Claims held against the text that they come from: places, words and fingerprints."""

from argmap.passages.normalising import DIGEST_VERSION, digest, normalise
from argmap.passages.places import text_at
from argmap.passages.sentences import sentences
from argmap.passages.source_text import Block, SourceText, paragraphs, plain_source

__all__ = [
    "DIGEST_VERSION",
    "Block",
    "SourceText",
    "digest",
    "normalise",
    "paragraphs",
    "plain_source",
    "sentences",
    "text_at",
]
