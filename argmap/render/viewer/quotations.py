"""The words of sources that a viewer carries: none, those around a quotation, or whole texts."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import Final, TypeAlias

from attrs import field, frozen

from argmap.model import Passage
from argmap.passages import Kind, SourceText, Stretch, find, plain_source, regions
from argmap.render.options import EmbedSources

Texts: TypeAlias = Mapping[str, SourceText | str]
"""The texts that are at hand, by the ids of their sources."""

_LONGEST_SIDE: Final = 700  # code points before and after a quotation
_LONE_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")


@frozen
class Words:
    """The texts of sources as far as a viewer may carry them.

    Attributes:
        texts: the texts that are at hand.
        embed: how much of them goes into the page.
    """

    texts: Mapping[str, SourceText]
    embed: EmbedSources
    _astral: dict[str, list[int]] = field(init=False, factory=dict, repr=False)

    @classmethod
    def of(cls, texts: Texts, embed: EmbedSources) -> "Words":
        """Return the words of some texts."""
        if embed == "none":
            return cls({}, embed)
        return cls(
            {
                name: plain_source(text) if isinstance(text, str) else text
                for name, text in texts.items()
            },
            embed,
        )

    def whole(self, source: str) -> str:
        """Return the whole text of a source, if the page is to carry it; else an empty text."""
        known = self.texts.get(source) if self.embed == "full" else None
        return _fit(known.text) if known else ""

    def cited(self, passage: Passage) -> Mapping[str, object]:
        """Return what the page is to say of the words of a passage, with the text at hand.

        `around`, in a page with excerpts: what stands before the words, the words, and what
        stands after. `at`, in a page with whole texts: where their block begins, they begin, they
        end and it ends, in UTF-16 units from 0, as browsers count. `words`, where the text has not
        just those of the quotation: `near` or `absent`. Nothing where no text is at hand.
        """
        source = self.texts.get(passage.source)
        if source is None:
            return {}
        place, words = _place(source, passage)
        if place is None:
            return {"words": words}
        if self.embed == "excerpt":
            return {"around": _around(source, place), "words": words}
        if passage.source not in self._astral:
            self._astral[passage.source] = [one.start() for one in _ASTRAL.finditer(source.text)]
        astral = self._astral[passage.source]
        first, last = _block(source, place)
        return {
            "at": [at + bisect_left(astral, at) for at in (first, *place, last)],
            "words": words,
        }


def _place(source: SourceText, passage: Passage) -> tuple[Stretch | None, str]:
    """Return where the words of a passage stand, and how they are like those of the text."""
    if passage.quote:
        found = find(source, passage)
        if found.kind is Kind.ABSENT:
            return None, "absent"
        place = (found.at_locator or found.places)[0]
        return place, "" if found.kind is Kind.EXACT else "near"
    if passage.paragraph or passage.sentence or passage.line:
        located = regions(source, passage)
        return (located[0] if located else None), ""
    # A whole page or section is not what somebody said.
    return None, ""


def _around(source: SourceText, place: Stretch) -> tuple[str, str, str]:
    first, last = _block(source, place)
    return (
        _fit(_end_of(source.text[first : place[0]])),
        _fit(source.text[slice(*place)]),
        _fit(_start_of(source.text[place[1] : last])),
    )


def _fit(text: str) -> str:
    """Return a text that can be encoded, of the same length."""
    return _LONE_SURROGATES.sub("\ufffd", text)


def _block(source: SourceText, place: Stretch) -> Stretch:
    """Return the paragraphs or headings that a stretch runs through."""
    first, last = place
    starts = [block.start for block in source.blocks]
    number = bisect_left(starts, first + 1) - 1
    if number >= 0:
        first = min(first, source.blocks[number].start)
    number = bisect_left(starts, last) - 1
    if number >= 0:
        last = max(last, source.blocks[number].end)
    return first, last


def _end_of(text: str) -> str:
    """Return the end of a text, from a blank on."""
    if len(text) <= _LONGEST_SIDE:
        return text
    _, _, rest = text[-_LONGEST_SIDE:].partition(" ")
    return f"\u2026 {rest}"


def _start_of(text: str) -> str:
    """Return the start of a text, up to a blank."""
    if len(text) <= _LONGEST_SIDE:
        return text
    start, _, _ = text[:_LONGEST_SIDE].rpartition(" ")
    return f"{start} \u2026"
