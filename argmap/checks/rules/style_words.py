"""The author's own words in a map: whose texts they are, in what language, and where they stand."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from attrs import frozen

from argmap.checks.context import Context
from argmap.checks.rules.wordlists import BLANKED, COMMON, ENGLISH, GERMAN, Place
from argmap.model import Node
from argmap.text import Span

_SAMPLE: Final = 50  # texts by which a language is told
_SAMPLE_LENGTH: Final = 500
_OF_OTHERS: Final = frozenset({"quotation", "testimony"})

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"()]{1,2000}")
_MARK: Final = re.compile("[\"'\u2018\u2019\u201a\u201c\u201d\u201e\u201f«»\u2039\u203a]")
_KINDS: Final = {
    "'": "'",
    '"': '"',
    **dict.fromkeys("\u2018\u2019\u201a", "\u2018"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f", "\u201c"),
    **dict.fromkeys("«»", "«"),
    **dict.fromkeys("\u2039\u203a", "\u2039"),
}
_APOSTROPHES: Final = frozenset("'\u2019")
_STRAIGHT: Final = frozenset("'\"")
_ONLY_CLOSING: Final = frozenset("\u2019\u201d")
# Not compiled here, for that takes longer than most checks of style.
_WITHOUT_BLANKS: Final = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)
_SPACE: Final = re.compile(r"[^\S ]")


@frozen(eq=False)
class OwnWords:
    """A text without what it quotes.

    Attributes:
        node: whose text it is.
        language: `ENGLISH`, `GERMAN`, or empty for any other.
        words: as long as the text; quotations and addresses are blanked out with `BLANKED`, and
            every white space is a blank.
        lowered: the same in lower case.
    """

    node: Node
    language: str
    words: str
    lowered: str

    def names(self, places: list[Place]) -> list[str]:
        """Return the words at some places as they are written, each once."""
        found: dict[str, str] = {}
        for start, end in places:
            name = " ".join(self.node.text[start:end].split())
            found.setdefault(name.lower(), name)
        return list(found.values())

    @property
    def field(self) -> Span | None:
        """The place of the text; None where a map was built in Python."""
        return self.node.spans.get("text", self.node.span)

    def span(self, place: Place) -> Span | None:
        """Return where words stand in their file, if it has them as they read; else the field."""
        field = self.field
        if field is None:
            return None
        start, end = place
        text, raw = self.node.text, field.text
        words = text[start:end]
        if not words or text.count(words) != raw.count(words):
            return field
        at = -len(words)
        for _ in range(text.count(words, 0, start) + 1):
            at = raw.index(words, at + len(words))
        return field.file.span(field.start + at, field.start + at + len(words))


def own_words(context: Context, *, evidence: bool = False) -> Iterator[OwnWords]:
    """Give the words of all claims that are not withdrawn or refuted, in the order written.

    Args:
        context: the map.
        evidence: those of evidence too, but for what only tells the words of others.
    """
    language = language_of(context)
    nodes: tuple[Node, ...] = context.claims
    if evidence:
        nodes = (*nodes, *(one for one in context.evidence if one.type not in _OF_OTHERS))
    is_live = context.assessment.is_live
    for node in nodes:
        if node.text and is_live(node.id):
            words = without_quotations(node.text)
            yield OwnWords(node, language, words, lowered(words))


def language_of(context: Context) -> str:
    """Return `ENGLISH` or `GERMAN`; empty where a map is in another language or none can be told.

    Where the map does not say, its first texts do, by their most frequent words.
    """
    declared = context.argument_map.language
    if declared:
        primary = re.split("[-_]", declared.strip().lower(), maxsplit=1)[0]
        return primary if primary in COMMON else ""
    texts = (node.text[:_SAMPLE_LENGTH].lower() for node in context.argument_map.nodes)
    sample = " ".join(islice(texts, _SAMPLE))
    english, german = (len(COMMON[one].pattern.findall(sample)) for one in (ENGLISH, GERMAN))
    if english == german:
        return ""
    return ENGLISH if english > german else GERMAN


def without_quotations(text: str) -> str:
    """Return a text of the same length with quotations and addresses blanked out."""
    words = text if text.isprintable() else _SPACE.sub(" ", text)
    if words.isascii() and not ("'" in words or '"' in words or "/" in words or "www" in words):
        return words  # as most are: this is a third of the time that the rules take
    places = [match.span() for match in _ADDRESS.finditer(words)]
    places.extend(_quotations(words))
    if not places:
        return words
    letters = list(words)
    for start, end in places:
        letters[start:end] = BLANKED * (end - start)
    return "".join(letters)


def word_count(words: str) -> int:
    """Count words; where they are written without blanks, two characters count as one."""
    count = len(words.split())
    if not words.isascii():
        count += len(re.findall(_WITHOUT_BLANKS, words)) // 2
    return count


def lowered(words: str) -> str:
    """Return a text in lower case, as long as it was, with straight apostrophes."""
    found = words.lower()
    if len(found) != len(words):
        found = "".join(one.lower() if len(one.lower()) == 1 else one for one in words)
    return found.replace("\u2019", "'")


def _quotations(words: str) -> Iterator[Place]:
    """Give what stands in quotation marks; a mark that has no partner opens nothing."""
    opened: dict[str, int] = {}
    for match in _MARK.finditer(words):
        at, mark = match.start(), match[0]
        before, after = words[at - 1 : at] if at else "", words[at + 1 : at + 2]
        start = opened.get(_KINDS[mark])
        if start is not None and _closes(words[start], mark, before, after):
            del opened[_KINDS[mark]]
            yield start, at + 1
        elif mark not in _ONLY_CLOSING and not before.isalnum() and after.strip():
            opened[_KINDS[mark]] = at


def _closes(opening: str, mark: str, before: str, after: str) -> bool:
    if mark in _APOSTROPHES and (after.isalnum() or before == " "):
        return False
    return opening != mark or mark in _STRAIGHT
