"""Words and turns of phrase, English and German, that the rules on style look for.

The lists follow the linguistics of stance: who vouches for what is said (evidentiality; Aikhenvald
2004), words that raise the voice and add no reason (boosters; Hyland 2005), and words that mean
another day each day that they are read (deixis; Levinson 1983).

All patterns expect lower case and single blanks. None repeats without a bound, so that the time
that they take grows with the text and not faster.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Final

from attrs import frozen

ENGLISH: Final = "en"
GERMAN: Final = "de"

BLANKED: Final = "\ufffc"
"""What stands for each character that is not to be read: no letter and no blank."""

Place = tuple[int, int]
"""Where words begin and end in a text."""


@frozen
class Phrases:
    """Words to look for; a pattern that is compiled when it is needed, for most runs need none.

    Attributes:
        source: what they are, as a regular expression.
        not_after: words before them that give them another sense.
    """

    source: str
    not_after: frozenset[str] = frozenset()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.source)

    def places(self, lowered: str) -> Iterator[Place]:
        """Give the places where a text in lower case has them."""
        for match in self.pattern.finditer(lowered):
            before = lowered[max(0, match.start() - _FAR) : match.start()].split()
            if not before or before[-1] not in self.not_after:
                yield match.span()


_FAR: Final = 20  # letters before words that are looked at


def _any(words: str) -> str:
    """Return a pattern for one of some words, tried by first letter; in them `_` is a blank."""
    by_letter: dict[str, list[str]] = {}
    for word in words.split():
        by_letter.setdefault(word[0], []).append(word[1:].replace("_", " "))
    branches = (f"{first}(?:{'|'.join(rest)})" for first, rest in by_letter.items())
    return f"(?:{'|'.join(branches)})"


def _each(*phrases: str) -> str:
    """Return a pattern for one of some phrases, as whole words."""
    return r"(?<![\w-])(?:" + "|".join(phrases) + r")(?![\w-])"


COMMON: Final[Mapping[str, Phrases]] = MappingProxyType(
    {
        ENGLISH: Phrases(_each(_any("the of and is are to that be not have has with for this it"))),
        GERMAN: Phrases(
            _each(_any("der die das und ist sind nicht ein eine zu den dem mit auf sich"))
        ),
    }
)
"""Frequent words that the other language lacks: they tell in which a map is written."""


# Who vouches for it: nobody with a name.

_SOME: Final = _any("some many most several various numerous countless")
_HOW: Final = _any(
    """also often still now even commonly generally widely frequently sometimes usually typically
    repeatedly consistently clearly rightly largely universally popularly increasingly broadly
    traditionally"""
)
_ADVERB: Final = rf"(?:{_HOW} )?"
_MODAL: Final = r"(?:(?:would|will|may|might|could|can|have|has|had) )?"
_KNOWING: Final = _any(
    """experts specialists scientists researchers scholars historians economists doctors
    psychologists sociologists philosophers academics analysts observers commentators critics
    opponents proponents supporters advocates pundits insiders"""
)
_SAY: Final = (
    _any(
        """say said argue argued claim claimed contend contended assert asserted maintain_that
        insist insisted suggest suggested believe believed think_that thought_that point_out
        pointed_out agree_that agree, warn warned hold_that feel_that assume assumed object_that
        note_that find_that found_that worry_that fear_that"""
    )
    + r"(?! (?:in|they|their|he|she|to|so|of)\b)"
)
_STUDIES: Final = _any(
    """studies research surveys polls statistics experiments evidence science history experience
    data"""
)
_SHOW: Final = _any(
    """show shows shown showed suggest suggests suggested prove proves proved proven indicate
    indicates indicated demonstrate demonstrates demonstrated reveal reveals revealed confirm
    confirms confirmed find finds found tell_us tells_us teaches"""
)
_SAID: Final = _any(
    """said believed thought argued claimed assumed accepted agreed recognised recognized reported
    rumoured rumored understood alleged suggested acknowledged contended regarded considered seen
    viewed perceived held known"""
)
_HELD: Final = _any(
    """said believed thought argued claimed assumed accepted agreed recognised recognized understood
    acknowledged regarded considered viewed perceived held"""
)

_WEASELS_ENGLISH: Final = _each(
    rf"{_SOME} (?:other )?(?:of us |people |{_KNOWING} )?{_ADVERB}{_MODAL}{_ADVERB}{_SAY}",
    rf"{_KNOWING} {_ADVERB}{_MODAL}{_ADVERB}(?:agree|{_SAY})",
    rf"(?:others|people) {_ADVERB}(?:would |will |may |might )?{_ADVERB}{_SAY}",
    rf"{_STUDIES} {_ADVERB}(?:have |has )?{_ADVERB}{_SHOW}",
    rf"an? (?:recent |new )?(?:study|survey|poll) {_ADVERB}(?:has )?{_SHOW}",
    rf"according to (?:{_SOME} |recent )?(?:{_KNOWING}|{_STUDIES}|sources|reports)",
    rf"it (?:is|was|has been|can be|could be|may be|might be) {_ADVERB}{_SAID}(?: that| to)",
    r"(?:is|are|was|were|been) (?:broadly|commonly|frequently|generally|often|popularly|sometimes"
    rf"|traditionally|universally|usually|widely) {_HELD}",
    r"(?:is|are|was|were) (?:said|believed|thought|rumou?red|reported|alleged|reputed) to",
    r"one (?:could|may|might|can) (?:also |even )?(?:argue|say|claim|object)",
    r"(?:as )?they say(?:,| that)|there are those who",
    r"there is (?:a |an )?(?:wide|widespread|general|broad|common|growing|wide-spread)"
    r" (?:belief|consensus|agreement|view|feeling|perception)",
    "conventional wisdom",
    _any("arguably reportedly allegedly supposedly purportedly"),
)

_VIELE: Final = _any("viele manche einige etliche mehrere zahlreiche die_meisten")
_KENNER: Final = _any(
    """experten fachleute wissenschaftler forscher historiker ökonomen ärzte psychologen soziologen
    philosophen juristen beobachter kritiker gegner befürworter analysten kenner"""
)
_KENNERN: Final = _any(
    """experten fachleuten wissenschaftlern forschern historikern ökonomen ärzten psychologen
    beobachtern kritikern gegnern befürwortern analysten studien untersuchungen umfragen
    statistiken"""
)
_SAGEN: Final = _any(
    """sagen sagten meinen meinten behaupten behaupteten glauben glaubten argumentieren warnen
    warnten vermuten finden,_dass denken befürchten betonen gehen_davon_aus sind_der_meinung
    sind_der_ansicht sind_sich_einig sind_überzeugt"""
)
_WEASELS_GERMAN: Final = _each(
    rf"{_VIELE} (?:andere )?(?:menschen |leute |bürger |{_KENNER} )?{_SAGEN}",
    rf"{_KENNER} {_SAGEN}",
    rf"{_SAGEN} (?:{_VIELE}|{_KENNER})",
    r"(?:studien|untersuchungen|umfragen|statistiken|die (?:erfahrung|geschichte|forschung"
    r"|wissenschaft)|studie|forschungen) (?:haben |hat )?(?:gezeigt|bewiesen|ergeben"
    r"|belegen|belegt|zeigen|zeigt|beweisen|beweist|lehrt|bestätigen|bestätigt)",
    rf"(?:laut|nach (?:angaben|ansicht|meinung) von) (?:vielen |einigen )?{_KENNERN}",
    rf"{_KENNERN} zufolge",
    r"nach (?:ansicht|meinung|auffassung) (?:vieler|mancher|einiger|zahlreicher|der meisten)",
    r"man sagt|es heißt|wie es heißt|man (?:könnte|kann) (?:auch )?(?:sagen|argumentieren|einwenden"
    r"|behaupten)",
    r"wird (?:\w+ )?(?:oft|häufig|allgemein|gemeinhin|vielfach|immer wieder|gern|gerne|manchmal)"
    r" (?:\w+ )?(?:gesagt|behauptet|angenommen|argumentiert|vermutet|berichtet|unterstellt)",
    r"es wird (?:gesagt|behauptet|angenommen|argumentiert|vermutet|berichtet)",
    r"(?:gilt|gelten) (?:allgemein|gemeinhin|weithin|vielen) als",
    r"angeblich(?:e[nmrs]?)?|gemeinhin|anscheinend|dem vernehmen nach",
)

WEASELS: Final[Mapping[str, Phrases]] = MappingProxyType(
    {
        ENGLISH: Phrases(
            _WEASELS_ENGLISH,
            frozenset(
                {
                    "her",
                    "his",
                    "if",
                    "its",
                    "no",
                    "our",
                    "such",
                    "the",
                    "their",
                    "these",
                    "this",
                    "those",
                }
            ),
        ),
        GERMAN: Phrases(
            _WEASELS_GERMAN, frozenset({"die", "diese", "ihre", "seine", "unsere", "wenn"})
        ),
    }
)


# The raised voice.

_BOOSTERS_ENGLISH: Final = _each(
    r"clearly(?! (?:and|defin|stat|mark|distinguish|distinct|separat|communicat|underst|see\b|seen"
    r"|visibl|identif|label|express|articulat|delineat|demarcat|specif|writ|formulat|recogni"
    r"|structur|enough|that\b)\w*)",
    _any(
        """obviously undoubtedly undeniably unquestionably indisputably incontrovertibly certainly
        definitely surely absolutely of_course no_doubt doubtless needless_to_say plainly patently
        self-evidently"""
    ),
    r"without (?:a |any )?(?:doubt|question)",
    r"beyond (?:a |any |all )?(?:doubt|dispute|question)",
    r"it (?:is|'s|seems) (?:quite |very |perfectly |absolutely |so )?(?:clear|obvious|evident"
    r"|self-evident|plain|undeniable|well[ -]known|common knowledge) that",
    r"there(?: is|'s) no (?:doubt|question|denying|disputing)",
    r"(?:everyone|everybody|we all|anyone|anybody) (?:knows?|agrees?|can see|understands?)"
    r"(?! with| to| on)",
    r"(?:no one|nobody) (?:doubts?|denies|can deny|disputes?|would deny|can doubt)",
    r"it goes without saying",
)
_BOOSTERS_GERMAN: Final = _each(
    r"natürlich(?= \w)",
    _any(
        """selbstverständlich offensichtlich offenkundig zweifellos zweifelsohne unbestreitbar
        unbestritten fraglos sicherlich gewiss definitiv bekanntlich bekanntermaßen schlichtweg
        auf_jeden_fall ganz_klar ohne_frage absolut unbedingt"""
    ),
    r"ohne (?:jeden |jeglichen )?zweifel|(?:kein|keinen) zweifel",
    r"steht außer (?:frage|zweifel)",
    r"(?:jeder|jedermann) weiß|(?:wir alle|alle) wissen|niemand (?:bestreitet|bezweifelt)",
    r"es ist (?:\w+ )?(?:klar|eindeutig|unstrittig|erwiesen), dass|keine frage(?=[,:;.!])",
    r"nun (?:mal|einmal)",
)
BOOSTERS: Final[Mapping[str, Phrases]] = MappingProxyType(
    {
        ENGLISH: Phrases(
            _BOOSTERS_ENGLISH,
            # `More clearly`, `said plainly`: in what manner, not how surely.
            frozenset(
                """almost as before communicate communicated defined explain explained expressed
                how less more most n't not put said say says seen shown so speak spoken state stated
                too very write written""".split()  # noqa: SIM905 - read more easily as a text
            ),
        ),
        GERMAN: Phrases(_BOOSTERS_GERMAN, frozenset({"nicht", "so", "wenn"})),
    }
)


# Time that runs on.

_UNIT: Final = _any("years? months? weeks? days? decades? century centuries")
_MANY: Final = _any(
    "few several couple_of two three four five six seven eight nine ten twenty fifty many"
)
_NUMBER: Final = rf"(?:\d{{1,3}}|{_MANY})"
_TIMES_ENGLISH: Final = _each(
    _any(
        """currently presently nowadays these_days today yesterday tomorrow recently lately
        at_the_moment at_present at_this_moment right_now until_now up_to_now from_now_on
        so_far(?!_as) to_date in_the_near_future in_modern_times"""
    ),
    r"soon(?! (?:after|as|enough)\b)",
    r"now(?! and)(?!,)",
    rf"(?:last|this|next) {_any('year month week decade century summer winter spring autumn')}"
    r"(?! of)",
    rf"the (?:last|past|coming|next) (?:{_NUMBER} )?{_any('years months weeks days decades')}",
    rf"(?:in|over|during|for) the (?:last|past) {_UNIT}(?! of)",
    rf"in recent {_any('years months weeks days decades times')}",
    rf"(?:a|an|{_NUMBER}|some) {_UNIT} ago",
    r"the current",
)
_ZEIT: Final = _any(
    "jahr jahre jahren jahres monat monate monaten monats woche wochen jahrzehnt jahrzehnte"
    " jahrzehnten jahrhundert jahrhunderts"
)
_ANZAHL: Final = _any(
    "einem einer zwei drei vier fünf zehn zwanzig wenigen einigen vielen mehreren etlichen"
    " ein_paar kurzer langer"
)
_TIMES_GERMAN: Final = _each(
    _any(
        r"""derzeit derzeitig\w{1,2} momentan momentane[nmrs]? zurzeit gegenwärtig
        gegenwärtige[nmrs]? aktuell aktuelle[nmrs]? heute heutzutage heutig\w{1,2}
        jetzt(?!_erst_recht) jetzig\w{1,2} gestern neulich kürzlich vor_kurzem neuerdings unlängst
        jüngst inzwischen mittlerweile demnächst bislang bisher bald in_letzter_zeit
        in_jüngster_zeit im_moment"""
    ),
    r"zur zeit(?! (?:der|des|von))",
    r"(?:letzte|vergangene|nächste|kommende|vorige|diese)[nmrs]? (?:\w{3,9} )?"
    rf"{_ZEIT}(?! (?:der|des))",
    rf"(?:vor|seit) (?:\d{{1,3}}|{_ANZAHL}) (?:tagen|zeit|{_ZEIT})|seit {_ZEIT}",
)
TIMES: Final[Mapping[str, Phrases]] = MappingProxyType(
    {
        ENGLISH: Phrases(
            _TIMES_ENGLISH,
            frozenset({"as", "every", "go", "goes", "going", "gone", "how", "too", "went"}),
        ),
        GERMAN: Phrases(_TIMES_GERMAN, frozenset({"so"})),
    }
)
