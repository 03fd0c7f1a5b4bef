"""Where one text says several things: sentences, reasons, and clauses that are joined.

There is no parser behind this. It looks for signs that hardly stand for anything else, and lets
the rest pass.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from argmap.checks.rules.wordlists import BLANKED, ENGLISH, GERMAN, Phrases, Place

_ABBREVIATIONS: Final = frozenset(
    """al approx art abs bspw bzw ca capt cf co col corp dr ed eds etc evtl fig gen ggf gov hon inc
    inkl jh jr lt ltd mio mr mrd mrs ms nr no p para pp prof rep rev sec sen sgt sog sr st std usw
    vgl viz vol vs""".split()  # noqa: SIM905 - so many words are read more easily as a text
)
_ORDINAL: Final = 2  # digits of a German ordinal number, as in `3. Oktober`
_WORD: Final = r"[^\W\d_][\w'\u2019-]{0,40}"
_SAYING: Final = re.compile(  # the first words of a sentence that says something: two or three
    rf"{_WORD}(?:[^\w\s.!?\u2026{BLANKED}]{{0,2}} {{1,3}}[^\w\s{BLANKED}]{{0,2}}{_WORD}){{1,2}}"
)
_FAR: Final = 80  # letters that are looked at before and after a place

_SENTENCE_END: Final = re.compile(
    r"([.!?…])[\"”\u2019'»“)\]]{0,3} {1,4}(?=[\"“„\u2018'\[»«]{0,2}[^\W\d_a-zäöüß])"
)


def later_sentences(words: str, language: str) -> Iterator[Place]:
    """Give the first words of each sentence that follows another.

    Args:
        words: a text in its own case.
        language: `ENGLISH` or `GERMAN`.
    """
    start = 0
    for end in _SENTENCE_END.finditer(words):
        ending = words[max(start, end.start() - 12) : end.start()]
        if end[1] == "." and _is_abbreviation(ending, language):
            continue
        follower = _SAYING.search(words, end.end(), end.end() + _FAR)
        if follower is not None and _SAYING.search(words, start, end.start()) is not None:
            yield follower.span()
        start = end.end()


def is_one_sentence(words: str, language: str) -> bool:
    """Say whether a text has no second sentence."""
    return next(later_sentences(words, language), None) is None


def _is_abbreviation(ending: str, language: str) -> bool:
    last = re.split(r"[\s(\[.]", ending)[-1].lower()
    if language == GERMAN and last.isdecimal() and len(last) <= _ORDINAL:
        return True
    return (len(last) == 1 and last.isalpha()) or last in _ABBREVIATIONS


_HENCE: Final = r"(?:accordingly|as a result|consequently|hence|therefore|thus)\b(?! \w{2,20}ing\b)"
_DAHER: Final = (
    r"(?:daher|darum|demnach|deshalb|deswegen|folglich|so dass|sodass|somit|weshalb|weswegen)\b"
)
# In the patterns below each branch begins with one certain character: that makes the search fast.
_REASONS: Final[Mapping[str, Phrases]] = MappingProxyType(
    {
        ENGLISH: Phrases(
            r"because(?<!\wbecause)\b(?! of\b)"
            r"|, since(?= (?:an?|he|i|it|many|most|no|people|she|such|that|the|there|these|they"
            r"|this|those|we|you)\b)"
            r"|, so(?= (?:he|i|if|it|she|the|there|these|they|this|those|we|you)\b)"
            rf"|, {_HENCE}|; {_HENCE}|and(?<!\wand) {_HENCE}"
            r"|which(?<!\wwhich) (?:implies that|is why|means that)\b"
            r"|due to the fact that\b"
        ),
        GERMAN: Phrases(
            r"weil(?<!\wweil)\b"
            r"|, (?:denn|da(?= (?:alle|auch|das|dem|den|der|die|dies|diese|dieser|ein|eine|er|es"
            r"|hier|ich|in|kein|keine|man|nur|sich|sie|so|viele|wir)\b))\b"
            rf"|, {_DAHER}|; {_DAHER}|und(?<!\wund) {_DAHER}"
        ),
    }
)
_OPENING: Final = re.compile(
    r"(?:because|given that|since (?:he|i|it|she|there|they|we|you))\b(?! (?:for|of)\b)"
    r"(?=[^,]{8,160}, (?!(?:and|as|but|for|or|which|who)\b))"
)
# `Is because` and `just because` speak about a reason; they do not give one.
_ABOUT_A_REASON: Final = frozenset(
    """and are be but exactly is it just largely mainly merely mostly not only or part partly
    precisely primarily purely simply solely that was
    allein auch bloß eben gerade ist nicht nur oder sondern und vielleicht""".split()  # noqa: SIM905 - as above
)


def reasons(lowered: str, language: str) -> Iterator[Place]:
    """Give the words by which a text in lower case ties a reason to what it is a reason for.

    They tie nothing where they come first or after one word, as in `yes, because`; there only the
    English comma tells that what the reason is for comes after it.
    """
    opening = _OPENING.match(lowered) if language == ENGLISH else None
    if opening is not None:
        yield opening.span()
    for match in _REASONS[language].pattern.finditer(lowered):
        before = lowered[max(0, match.start() - _FAR) : match.start()].split()
        if len(before) > 1 and before[-1] not in _ABOUT_A_REASON:
            yield _trimmed(match)


_VERB: Final = (
    r"(?:'(?:d|ll|re|s|ve)| (?:are|can|cannot|could|did|do|does|had|has|have|is|may|might|must"
    r"|should|was|were|will|would|\w{2,20}(?:ed|s|n't)))"
)
_JOINTS: Final[Mapping[str, Phrases]] = MappingProxyType(
    {
        ENGLISH: Phrases(
            r";(?= \w+ \w+ \w)"
            rf"|, (?:and|but|while|yet) (?:he|i|it|she|there|they|we|you){_VERB}\b"
            r"|, (?:whereas|but (?:many|most|not all|some|that|the|these|this))\b"
            rf"|and(?<!\wand) (?:it|there|they){_VERB}\b"
        ),
        GERMAN: Phrases(
            r";(?= \w+ \w+ \w)"
            r"|, (?:aber|doch|jedoch|und|während|wohingegen) (?:das|die|dies|dort|er|es|ich|man"
            r"|sie|wir)\b"
            r"|und(?<!\wund) (?:dies|er|es|man|wir) \w{1,20}t\b"
        ),
    }
)
_CONDITIONS: Final[Mapping[str, Phrases]] = MappingProxyType(
    {
        ENGLISH: Phrases(r"\b(?:although|if|once|though|unless|when|whenever|where|whether)\b"),
        GERMAN: Phrases(r"\b(?:falls|ob|obwohl|sobald|sofern|solange|wenn)\b"),
    }
)


_ASIDE: Final = re.compile(r"\([^()]*\)")


def without_asides(words: str) -> str:
    """Return a text of the same length with what stands in brackets blanked out."""
    if "(" not in words:
        return words
    return _ASIDE.sub(lambda aside: BLANKED * len(aside[0]), words)


def joints(lowered: str, language: str) -> Iterator[Place]:
    """Give the words by which a text in lower case joins one full clause to another.

    What follows a condition is left alone: `if the sun shines and it is warm, we swim` says one
    thing.
    """
    condition = _CONDITIONS[language].pattern.search(lowered)
    end = len(lowered) if condition is None else condition.start()
    for match in _JOINTS[language].pattern.finditer(lowered, 0, end):
        if match.start() > 0:
            yield _trimmed(match)


def _trimmed(match: re.Match[str]) -> Place:
    """Return the place of a match without the comma before the words."""
    return match.end() - len(match[0].lstrip(",; ") or match[0]), match.end()
