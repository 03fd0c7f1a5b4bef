"""What a map cites, beside the texts that are at hand; each quotation is looked for once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from argmap.model import ArgumentMap, Node, Passage

if TYPE_CHECKING:
    from argmap.extract.at_hand import NoText, TextAtHand, Texts
    from argmap.passages import Found


@frozen(eq=False, repr=False)
class CitedTexts:
    """The passages of a map and the texts of its sources.

    Attributes:
        argument_map: the map.
        texts: the texts of sources that were looked for, and why some are not at hand.
    """

    argument_map: ArgumentMap
    texts: "Texts"

    @cached_property
    def at_hand(self) -> "Mapping[str, TextAtHand]":
        """The texts that are at hand, by the ids of their sources."""
        from argmap.extract.at_hand import TextAtHand  # noqa: PLC0415 - only where texts are at hand

        return {name: text for name, text in self.texts.items() if isinstance(text, TextAtHand)}

    @cached_property
    def missing(self) -> "Mapping[str, NoText]":
        """Why texts are not at hand, by the ids of their sources."""
        from argmap.extract.at_hand import NoText  # noqa: PLC0415 - only where texts were looked for

        return {name: text for name, text in self.texts.items() if isinstance(text, NoText)}

    @cached_property
    def passages(self) -> "tuple[tuple[Node, Passage, TextAtHand], ...]":
        """The passages whose texts are at hand, with the nodes that cite them."""
        return tuple(
            (node, passage, self.at_hand[passage.source])
            for node, passage in self._cited()
            if passage.source in self.at_hand
        )

    @cached_property
    def quotations(self) -> "tuple[tuple[Node, Passage, Found], ...]":
        """The quotations whose texts are at hand, and what came of looking for them."""
        if not self.at_hand:
            return ()
        from argmap.passages import find  # noqa: PLC0415 - only where texts are at hand

        return tuple(
            (node, passage, find(at_hand.source, passage))
            for node, passage, at_hand in self.passages
            if passage.quote
        )

    @cached_property
    def unverified(self) -> Mapping[str, int]:
        """How many passages with words or a digest there are, by sources not at hand."""
        return Counter(
            passage.source
            for _, passage in self._cited()
            if passage.source in self.missing and (passage.quote or passage.digest)
        )

    def place_in(self, source_id: str, position: int) -> str:
        """Return the place of a code point of a text as people say it."""
        text = self.at_hand[source_id].source
        paragraph = text.paragraph_at(position)
        if paragraph is None:
            return f"line {text.line_at(position)}"
        starts = [start for start, _ in text.sentences[paragraph - 1] if start <= position]
        return f"paragraph {paragraph}, sentence {len(starts)}"

    def _cited(self) -> Iterator[tuple[Node, Passage]]:
        for node in self.argument_map.nodes:
            if node.withdrawn is None:
                for passage in node.passages:
                    yield node, passage
