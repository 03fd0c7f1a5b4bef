"""Whether a text says that anything is so, or asks, tells somebody to do something, or only names.

There is no parser behind this. A phrase without a verb is found by looking for words that may be
verbs and finding none; what cannot be told apart passes as a statement.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from argmap.checks.rules.wordlists import BLANKED, COMMON, ENGLISH, GERMAN, Phrases, Place

_LONGEST_PHRASE: Final = 10  # words; in more there is a verb, or one that is not recognised
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")

_QUESTION: Final = re.compile(r"[?\uff1f\u061f\u037e][!?\s)\]]{0,9}\Z")
_STATED: Final = re.compile(r"[\w)][.!] {1,4}[^\W\d_a-zäöü]|[\u3002\uff0e\u06d4]")

_ORDERS: Final[Mapping[str, Phrases]] = MappingProxyType(
    {
        ENGLISH: Phrases(
            r"(?:please )?(?:ask yourself|assume|beware|compare|consider|do not|don't|imagine"
            r"|keep in mind|let me|let us|let's|look at|make sure|note that|recall|remember|see"
            r"|suppose|take(?= [\w ]{2,60}, for)|think about|think of|try to)"
            r"(?= \w)(?! (?:is|was|are|were|and|or|means)\b)"
            r"|please(?= \w)"
        ),
        GERMAN: Phrases(
            r"(?:bitte|denk|denken sie|denkt|beachte|bedenke|lass uns|lassen sie uns|lasst uns|man"
            r" (?:bedenke|beachte|denke|nehme|stelle)|nehmen wir|nimm|schau|siehe|stell dir"
            r"|stellen sie sich|stellen wir uns|stellt euch|vergleiche)(?= \w)"
        ),
    }
)

_NO_COMMA: Final = rf"[^,;{BLANKED}]*,?\Z"  # a quotation, blanked out, may hold one
_DEPENDENT: Final[Mapping[str, Phrases]] = MappingProxyType(
    {
        ENGLISH: Phrases(
            r"(?:because(?! of)|whereas|so that|even though|although"
            r"|since(?= (?:both|he|it|she|there|they|this|we|you))"
            r"|which(?= (?:are|can|could|has|have|is|means|should|was|were|will|would)))"
            rf" {_NO_COMMA}"
        ),
        GERMAN: Phrases(
            r"(?:weil|obwohl|sodass|so dass|wenn|falls|sofern|wohingegen|weshalb|weswegen"
            r"|wodurch(?= \w+ \w+ \w)"
            r"|da(?= (?:alle|auch|das|dem|den|der|die|dies|diese|dieser|ein|eine|er|es|ich|kein"
            r"|keine|man|mein|meine|nur|sich|sie|so|viele|wir)))"
            rf" {_NO_COMMA}"
        ),
    }
)


def question(words: str) -> Place | None:
    """Return the place of the question mark that a text ends with, in any script.

    Where a sentence before it says something, the text does.
    """
    match = _QUESTION.search(words, max(0, len(words) - 12))
    if match is None or _STATED.search(words, 0, match.start()):
        return None
    return match.start(), match.start() + 1


def order(lowered: str, language: str) -> Place | None:
    """Return the words with which a text in lower case tells its reader to do something."""
    match = _ORDERS[language].pattern.match(lowered)
    return None if match is None else match.span()


def dependent(lowered: str, language: str) -> Place | None:
    """Return the first word of a clause that depends on another, where there is no other."""
    match = _DEPENDENT[language].pattern.match(lowered)
    return None if match is None else (0, lowered.index(" "))


def is_phrase(words: str, language: str) -> bool:
    """Say whether a text has no word that may be its verb."""
    parts = words.split(maxsplit=_LONGEST_PHRASE)
    if len(parts) > _LONGEST_PHRASE or BLANKED in words:
        return False
    if language == ENGLISH and not _ENGLISH_VERBS.isdisjoint(parts):
        return False
    found = _WORD.findall(words)
    if not any(len(word) > _SHORT for word in found) or any(map(str.isdigit, words)):
        return False
    if language == GERMAN:
        return _is_german_phrase(found)
    if COMMON[GERMAN].pattern.search(words):  # the map says `en` and this text of it is not
        return False
    return not any(_may_be_english_verb(word) for word in found)


_SHORT: Final = 2
_ENGLISH_VERBS: Final = frozenset(
    # Verbs that end neither in -s nor in -ed, and words whose verb does not: plurals without -s.
    """am are be been can cannot could dare did do does had has have is let may might must need
    ought shall should was were will would

    arose ate beat became began bent bit bled blew bound bred broke brought built burnt burst
    bought came cast caught chose clung cost crept cut dealt dug drew drove fed fell felt fled flew
    fought found forbade forgot froze gave got grew ground heard held hid hit hung hurt kept knew
    laid lay led left lent lit lost made meant met paid put quit ran rang read rid rode rose said
    sang sank sat saw sent set shed shook shot shrank shut slept slid sold sought spent split spoke
    spread sprang spun stole stood stuck strode struck swam swept swore taught thought threw told
    took tore understood undertook upset went wept withdrew woke won wore wrote

    all both children criteria few folk folks half i many media men most none others people
    phenomena police rest several some these they those we who women you

    and or plus versus
    """.split()  # noqa: SIM905 - so many words are read more easily as a text
)
_NO_ENGLISH_VERB: Final = re.compile(r"(?:.*(?:ss|us|ous|ics|sis|ness|less)|this|its|his|as)\Z")


def _may_be_english_verb(word: str) -> bool:
    lowered = word.lower().replace("\u2019", "'")
    if lowered in _ENGLISH_VERBS or "'" in lowered:
        return True
    return lowered.endswith(("s", "ed")) and _NO_ENGLISH_VERB.match(lowered) is None


_NO_GERMAN_VERB: Final = frozenset(
    # Words in lower case that are no verbs and end as verbs do.
    """als am an auch auf aus außer bei beim bis das dass dem den denn der des die dies doch durch
    ein eine einem einen einer eines für gegen hinter ihr ihre ihrem ihren im in ins kein keine
    keinem keinen mehr mit nach neben nicht noch nur ob oder ohne pro samt sehr sein seine seit
    seiner sich sowie statt trotz um und unser unsere unter vom von vor wegen weniger wie zu zum
    zur zwischen über""".split()  # noqa: SIM905 - as above
)
_GERMAN_SUBJECTS: Final = frozenset({"er", "es", "ich", "man", "sie", "wer", "wir"})
_BEFORE_ADJECTIVES: Final = _NO_GERMAN_VERB - {"sich", "nicht"}


def _is_german_phrase(found: list[str]) -> bool:
    """Say whether each word is a noun, stands before one as an adjective, or is a small word."""
    adjectives_may_follow = True
    for number, word in enumerate(found):
        if word in _NO_GERMAN_VERB or (number == 0 and word.lower() in _NO_GERMAN_VERB):
            adjectives_may_follow = word.lower() in _BEFORE_ADJECTIVES
        elif word.lower() in _GERMAN_SUBJECTS:
            return False
        elif word[0].isupper():
            adjectives_may_follow = False
        elif word.endswith(("er", "es", "em")) or (
            adjectives_may_follow and word.endswith(("e", "en"))
        ):
            adjectives_may_follow = True
        else:
            return False
    return any(word[0].isupper() for word in found[1:]) or len(found) == 1
