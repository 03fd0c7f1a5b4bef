"""Rules on style: one claim a text (602), a claim at all (603), and how it is said (604 to 608).

They go by words and signs, not by grammar, so they are right most of the time and not always. How
often was measured by reading what they found in real maps; each page says it. The numbers are of
findings that nobody had read while the rule was made; where one was wrong for a plain reason, the
rule was mended afterwards, and the number left as it was.

Looked at are claims that are neither withdrawn nor refuted. Quotations are passed over: they are
the words of others. The lists of words are English and German; in a map in another language only
questions and lengths are seen. Where a map does not say its language, its words do.
"""

from collections.abc import Iterator

from argmap.checks.context import Context
from argmap.checks.rule import Problem


def compound_claim(context: Context) -> Iterator[Problem]:
    """A claim says several things: in several sentences, with its own reason, or in joined clauses.

    Why: Who doubts one part cannot say so, for support and contrast reach the whole. Split it, and
    a reason becomes a claim of its own that supports the other. What follows a condition is one
    claim, and so is a cause in a claim of the type `cause`.

    Measured: right were 108 of 113 findings in debates on Kialo, 15 of 16 in maps in Argdown, and
    6 of 9 in short texts that were cut into claims by hand (English and German). It finds 1 in 100
    claims that are cut with care, and half of the posts in a debate.

    Fires:
        map: {language: en}
        claims:
          legalise-cannabis:
            text: Cannabis should be legal. Alcohol does more harm.
            assumed: shown elsewhere

    Fires:
        map: {language: en}
        claims:
          introduce-charge:
            text: The city should charge drivers, because the roads are full.
            assumed: shown elsewhere

    Silent:
        map: {language: en}
        claims:
          introduce-charge:
            text: If the roads are full, and they stay so, the city should charge drivers.
            assumed: shown elsewhere

    Silent:
        map: {language: en}
        claims:
          traffic-fell:
            text: Traffic fell because the city charged drivers.
            type: cause
            assumed: shown elsewhere
    """
    from argmap.checks.rules.style_findings import compounds  # noqa: PLC0415 - few runs ask for style

    return compounds(context)


def not_a_claim(context: Context) -> Iterator[Problem]:
    """A claim asserts nothing: it asks, tells its reader to do something, or is half a sentence.

    Why: What is neither true nor false, right nor wrong, cannot be supported. `Costs of the
    charge` is a topic; `the charge costs more than it brings in` is a claim. Questions are found
    in all languages.

    Measured: right were 38 of 41 findings in maps and short texts (English and German), where it
    finds 0 to 9 in 100 claims; all 4 in 2,722 sentences from school books were wrong.

    Fires:
        map: {language: en}
        claims:
          free-speech: {text: Freedom of speech, assumed: shown elsewhere}

    Fires:
        map: {language: en}
        claims:
          why-not: {text: Why should cannabis be illegal?, assumed: shown elsewhere}

    Silent:
        map: {language: en}
        claims:
          free-speech: {text: Freedom of speech is not absolute., assumed: shown elsewhere}

    Silent:
        map: {language: en}
        claims:
          they-ask: {text: "Many ask, 'Why should cannabis be illegal?'", assumed: shown elsewhere}
    """
    from argmap.checks.rules.style_findings import not_claims  # noqa: PLC0415 - as above

    return not_claims(context)


def weasel_words(context: Context) -> Iterator[Problem]:
    """A claim leans on somebody it does not name: experts say, studies show, it is believed.

    Why: Nobody can look up who says so. A claim that cites a passage, or names a year or an
    address beside it, is left alone, and so is evidence, which cites its source.

    Measured: right were 12 of 14 findings in maps, debates and short texts (English and German),
    where it finds 1 in 200 claims.

    Fires:
        map: {language: en}
        claims:
          charge-works: {text: Experts say that the charge works., assumed: shown elsewhere}

    Silent:
        map: {language: en}
        sources:
          study: {title: "Prices and trips: a panel study", author: Lind}
        claims:
          charge-works: {text: Studies show that the charge works., assumed: shown, cites: study}

    Silent:
        map: {language: en}
        claims:
          charge-works: {text: The economist Lind says that it works., assumed: shown elsewhere}
    """
    from argmap.checks.rules.style_findings import weasels  # noqa: PLC0415 - as above

    return weasels(context)


def booster(context: Context) -> Iterator[Problem]:
    """A claim or a piece of evidence insists: clearly, of course, there is no doubt.

    Why: A word that raises the voice is no reason, and often stands where one is missing. Leave
    it out; how sure one may be is seen from the support. What testimony and quotations say is
    passed over.

    Measured: right were 15 of 16 findings in debates on Kialo, 22 of 24 in short texts (English
    and German), and none of 2 in a report. It finds 2 to 3 in 100 claims.

    Fires:
        map: {language: en}
        claims:
          charge-works: {text: The charge obviously works., assumed: shown elsewhere}

    Silent:
        map: {language: en}
        claims:
          signs-are-clear: {text: The zone is clearly marked., assumed: shown elsewhere}
    """
    from argmap.checks.rules.style_findings import boosters  # noqa: PLC0415 - as above

    return boosters(context)


def relative_time(context: Context) -> Iterator[Problem]:
    """A claim or a piece of evidence counts time from a day that it does not name: now, last year.

    Why: It says something else each year that it is read. Where a year stands in the text as well,
    the rule is silent. What testimony and quotations say is passed over.

    Measured: right were 21 of 26 findings in debates on Kialo, 34 of 36 in short texts (English
    and German), and 15 of 18 in other maps. It finds 2 to 6 in 100 claims.

    Fires:
        map: {language: en}
        claims:
          traffic-fell: {text: The traffic fell last year., assumed: shown elsewhere}

    Silent:
        map: {language: en}
        claims:
          traffic-fell: {text: The traffic fell in 2003 and is low today., assumed: shown elsewhere}
    """
    from argmap.checks.rules.style_findings import times  # noqa: PLC0415 - as above

    return times(context)


def too_long(context: Context) -> Iterator[Problem]:
    """A claim has more than 40 words.

    Why: Nobody takes in at once what it says, and it rarely says one thing only. A quotation
    counts as one word; where words are written without blanks, two characters do.

    Measured: right were 48 of 50 findings in debates on Kialo, where it finds 22 in 100 posts, and
    9 of 10 in other maps. In claims that are cut with care it finds none.

    Fires:
        claims:
          charge-works:
            text: >-
              The charge that the city took in those years from all drivers who came into the zone
              on a working day between seven in the morning and six in the evening made fewer of
              them come, and those who came nevertheless found that they stood less.
            assumed: shown elsewhere

    Silent:
        claims:
          charge-works:
            text: >-
              The charge that the city took in those years from all drivers who came into the zone
              on a working day made fewer of them come.
            assumed: shown elsewhere
    """
    from argmap.checks.rules.style_findings import lengths  # noqa: PLC0415 - as above

    return lengths(context)
