"""Claims held against the text that they come from: places, words and fingerprints."""

from argmap.passages.differences import differences
from argmap.passages.found import Change, Found, Kind
from argmap.passages.locating import Located, locate
from argmap.passages.locators import regions
from argmap.passages.normalising import DIGEST_VERSION, digest, normalise
from argmap.passages.places import digest_at, is_as_read, passage_at, text_at
from argmap.passages.sealing import sealed
from argmap.passages.search import LEAST_SCORE, find
from argmap.passages.selectors import annotation_target, text_position_selector, text_quote_selector
from argmap.passages.sentences import sentences
from argmap.passages.source_text import Block, SourceText, Stretch, paragraphs, plain_source
from argmap.passages.text_fragments import text_fragment, text_fragment_link

__all__ = [
    "DIGEST_VERSION",
    "LEAST_SCORE",
    "Block",
    "Change",
    "Found",
    "Kind",
    "Located",
    "SourceText",
    "Stretch",
    "annotation_target",
    "differences",
    "digest",
    "digest_at",
    "find",
    "is_as_read",
    "locate",
    "normalise",
    "paragraphs",
    "passage_at",
    "plain_source",
    "regions",
    "sealed",
    "sentences",
    "text_at",
    "text_fragment",
    "text_fragment_link",
    "text_position_selector",
    "text_quote_selector",
]
