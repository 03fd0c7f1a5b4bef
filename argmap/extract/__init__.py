"""The texts of sources, from plain text, Markdown, HTML and PDF."""

from argmap.extract.at_hand import NoText, TextAtHand, Why
from argmap.extract.extracted import Extracted
from argmap.extract.kinds import FileKind, kind_of
from argmap.extract.problems import MissingExtraError, SourceTextError, UndecodableError
from argmap.extract.source import extract, source_text_of

__all__ = [
    "Extracted",
    "FileKind",
    "MissingExtraError",
    "NoText",
    "SourceTextError",
    "TextAtHand",
    "UndecodableError",
    "Why",
    "extract",
    "kind_of",
    "source_text_of",
]
