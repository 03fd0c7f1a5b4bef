"""The sentences of a source, with what cites each of them."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby

from attrs import field, frozen

from argmap.model import ArgumentMap, Passage, SetAside, Source
from argmap.passages import SourceText


class Role(StrEnum):
    """What a node that cites a sentence does in the map."""

    CLAIM = "claim"
    SUPPORT = "support"
    CONTRAST = "contrast"
    EVIDENCE = "evidence"

    @property
    def words(self) -> str:
        """What that means, in a few words."""
        return {
            Role.CLAIM: "a claim is read from it",
            Role.SUPPORT: "evidence that supports",
            Role.CONTRAST: "evidence that contrasts or undercuts",
            Role.EVIDENCE: "evidence that nothing uses",
        }[self]


@frozen
class Citation:
    """A node that cites a sentence.

    Attributes:
        node_id: the id of the node.
        roles: what it does in the map; evidence may both support and contrast.
    """

    node_id: str
    roles: tuple[Role, ...]


@frozen
class CoveredSentence:
    """One sentence of a source, and what accounts for it.

    Attributes:
        paragraph: the number of its paragraph, from 1, headings aside.
        number: its number in the paragraph, from 1.
        start: its first code point in the text, from 0.
        end: the code point after its last.
        section: the heading that it stands under; empty before the first.
        citations: what cites it, in the order of the map.
        set_aside: why it makes no claim; None where it is not set aside.
    """

    paragraph: int
    number: int
    start: int
    end: int
    section: str = ""
    citations: tuple[Citation, ...] = ()
    set_aside: str | None = None

    @property
    def is_cited(self) -> bool:
        """Whether a node cites it."""
        return bool(self.citations)

    @property
    def is_missing(self) -> bool:
        """Whether the map neither cites it nor sets it aside."""
        return not self.citations and self.set_aside is None

    @property
    def roles(self) -> tuple[Role, ...]:
        """What the nodes that cite it do, each once."""
        found = {role for citation in self.citations for role in citation.roles}
        return tuple(role for role in Role if role in found)


@frozen
class Counts:
    """How many sentences there are of each kind.

    Attributes:
        sentences: all of them.
        cited: those that a node cites.
        set_aside: those that are set aside and not cited.
        missing: those that are neither.
    """

    sentences: int = 0
    cited: int = 0
    set_aside: int = 0
    missing: int = 0

    @classmethod
    def of(cls, sentences: Iterable[CoveredSentence]) -> "Counts":
        """Count sentences."""
        several = tuple(sentences)
        cited = sum(one.is_cited for one in several)
        missing = sum(one.is_missing for one in several)
        return cls(len(several), cited, len(several) - cited - missing, missing)

    @classmethod
    def sum(cls, several: Iterable["Counts"]) -> "Counts":
        """Add counts up."""
        found = tuple(several)
        return cls(
            sum(one.sentences for one in found),
            sum(one.cited for one in found),
            sum(one.set_aside for one in found),
            sum(one.missing for one in found),
        )

    @property
    def share(self) -> float:
        """The part, from 0 to 1, of the sentences not set aside that is cited; 1 of none."""
        wanted = self.cited + self.missing
        return self.cited / wanted if wanted else 1.0


@frozen
class Unplaced:
    """A passage, or a sentence set aside, whose place the text does not have.

    Attributes:
        node_id: the id of the node that cites it; empty where it is set aside.
        passage: what was to be found.
    """

    node_id: str
    passage: Passage | SetAside


@frozen
class SourceCoverage:
    """How much of one source a map accounts for.

    Attributes:
        source: the source.
        text: its text.
        sentences: all of them, in order.
        unplaced: what points to no place of the text.
    """

    source: Source
    text: SourceText = field(repr=False)
    sentences: tuple[CoveredSentence, ...] = field(repr=False)
    unplaced: tuple[Unplaced, ...] = ()

    @property
    def counts(self) -> Counts:
        """How many sentences there are of each kind."""
        return Counts.of(self.sentences)

    def sections(self) -> Iterator[tuple[str, tuple[CoveredSentence, ...]]]:
        """Give each heading with its sentences, in order; the first may be empty."""
        for heading, sentences in groupby(self.sentences, lambda one: one.section):
            yield heading, tuple(sentences)

    def words(self, sentence: CoveredSentence) -> str:
        """Return a sentence as it stands, on one line."""
        return " ".join(self.text.text[sentence.start : sentence.end].split())


@frozen
class MapCoverage:
    """How much of its sources a map accounts for.

    Attributes:
        name: what the map is called in its project.
        map: the map.
        sources: those whose texts are at hand, in the order of the map.
        absent: the ids of the others, with why there is no text.
    """

    name: str
    map: ArgumentMap = field(repr=False)
    sources: tuple[SourceCoverage, ...] = ()
    absent: tuple[tuple[str, str], ...] = ()

    @property
    def counts(self) -> Counts:
        """How many sentences of each kind all of its sources have."""
        return Counts.sum(one.counts for one in self.sources)
