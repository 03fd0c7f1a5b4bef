"""A place and a digest in the place of a quotation, for a text that may not be republished."""

from attrs import evolve

from argmap.model import Passage
from argmap.passages.found import Kind
from argmap.passages.places import digest_at, passage_at
from argmap.passages.search import find
from argmap.passages.source_text import SourceText


def sealed(source: SourceText, passage: Passage) -> Passage | None:
    """Return a passage with paragraph, sentence and digest in place of its quotation.

    What it says of its place is kept; where it names neither paragraph nor sentence, those of
    the quotation are added.

    Args:
        source: the text.
        passage: a passage with a quotation.

    Returns:
        None where the quotation is not in the text word for word, stands in several places, or
        stands in a heading, which has no paragraph.
    """
    found = find(source, passage)
    if found.kind is not Kind.EXACT or found.is_ambiguous or found.is_elsewhere:
        return None
    where = passage
    if passage.paragraph is None and passage.sentence is None:
        where = passage_at(source, found.at_locator[0], passage.source)
    digest = digest_at(source, where)
    if digest is None:
        return None
    return evolve(
        passage, paragraph=where.paragraph, sentence=where.sentence, digest=digest, quote=None
    )
