"""What the rules on style find: problems made of the words and signs in a map's own texts."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem, listed, quoted
from argmap.checks.rules.style_parts import (
    is_one_sentence,
    joints,
    later_sentences,
    reasons,
    without_asides,
)
from argmap.checks.rules.style_phrases import dependent, is_phrase, order, question
from argmap.checks.rules.style_words import OwnWords, own_words, word_count
from argmap.checks.rules.wordlists import BOOSTERS, TIMES, WEASELS, Phrases, Place

_MOST_WORDS: Final = 40
_MOST_NAMED: Final = 3
_LONGEST_NAME: Final = 60
_YEAR: Final = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
_REFERENCE: Final = re.compile(r"://|www\.|\bet al\b|\[\d{1,3}\]|(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")


def compounds(context: Context) -> Iterator[Problem]:
    """Give for each claim that says several things where the first of them shows."""
    for own in own_words(context):
        if own.language:
            yield from islice(_compounds(own), 1)


def not_claims(context: Context) -> Iterator[Problem]:
    """Give for each claim that asserts nothing the first sign of it."""
    for own in own_words(context):
        yield from islice(_not_claims(own), 1)


def weasels(context: Context) -> Iterator[Problem]:
    """Give the claims that lean on somebody they do not name, nor cite."""
    for own, places in _found(context, WEASELS):
        if not own.node.passages and _REFERENCE.search(own.node.text) is None:
            yield _problem(own, places, "does not say who", "name them, or cite them with `cites:`")


def boosters(context: Context) -> Iterator[Problem]:
    """Give the texts that insist."""
    for own, places in _found(context, BOOSTERS, evidence=True):
        yield _problem(own, places, "insists", "leave it out, or support what it stresses")


def times(context: Context) -> Iterator[Problem]:
    """Give the texts that count time from a day that they do not name."""
    for own, places in _found(context, TIMES, evidence=True):
        if _YEAR.search(own.words) is None:
            yield _problem(own, places, "depends on when it is read", "say which day or year it is")


def lengths(context: Context) -> Iterator[Problem]:
    """Give the claims that have too many words."""
    for own in own_words(context):
        length = word_count(own.words)
        if length > _MOST_WORDS:
            yield Problem(
                f"{quoted(own.node.id)} has {length} words",
                own.field,
                help=f"say it in {_MOST_WORDS} or fewer, or split it",
                subject=own.node.id,
            )


def _compounds(own: OwnWords) -> Iterator[Problem]:
    places = list(later_sentences(own.words, own.language))
    if places:
        message = f"makes {len(places) + 1} statements; the second begins"
        yield _problem(own, places[:1], message, "give each statement a claim of its own")
    plain = without_asides(own.lowered)
    places = [] if own.node.type == "cause" else list(reasons(plain, own.language))
    if places:
        advice = "make the reason a claim of its own that supports this one"
        yield _problem(own, places, "gives its own reason", advice)
    places = list(joints(plain, own.language))
    if places:
        message = "joins several statements"
        yield _problem(own, places, message, "give each statement a claim of its own")


def _not_claims(own: OwnWords) -> Iterator[Problem]:
    asked = question(own.words)
    if asked is not None:
        yield _problem(own, [asked], "is a question", "state the answer")
    ordered = order(own.lowered, own.language) if own.language else None
    if ordered is not None and is_one_sentence(own.words, own.language):
        message = "tells the reader to do something"
        yield _problem(own, [ordered], message, "say what is so, or what should be done by whom")
    half = dependent(own.lowered, own.language) if own.language else None
    if half is not None and is_one_sentence(own.words, own.language):
        yield _problem(own, [half], "is half a sentence", "say it so that it stands alone")
    if own.language and is_phrase(own.words, own.language):
        yield Problem(
            f"{quoted(own.node.id)} asserts nothing",
            own.field,
            help="write a whole sentence that says what is so, or what should be",
            subject=own.node.id,
        )


def _found(
    context: Context, phrases: Mapping[str, Phrases], *, evidence: bool = False
) -> Iterator[tuple[OwnWords, list[Place]]]:
    """Give each text in which there are phrases of its language, with the places."""
    for own in own_words(context, evidence=evidence):
        if own.language:
            places = list(phrases[own.language].places(own.lowered))
            if places:
                yield own, places


def _problem(own: OwnWords, places: list[Place], message: str, advice: str) -> Problem:
    names = [_short(name) for name in own.names(places)]
    more = len(names) - _MOST_NAMED
    if more > 0:
        names[_MOST_NAMED:] = [f"{more} more"]
    return Problem(
        f"{quoted(own.node.id)} {message}: {listed(names)}",
        own.span(places[0]),
        help=advice,
        subject=own.node.id,
    )


def _short(name: str) -> str:
    return f"'{name}'" if len(name) <= _LONGEST_NAME else f"'{name[: _LONGEST_NAME - 1]}…'"
