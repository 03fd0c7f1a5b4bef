"""Which texts of many say nearly the same, without comparing each with each.

Two texts are alike when, folded, nine tenths of their letters are the same in the same order
(indel distance), and one says all that the other says: the words of the one, but for their
endings, are in the other in the same order, and are three quarters of it or more. Texts that
differ in a number or a sign, in a negation, or in a word for another are not alike: `in France`
and `in Spain`, `legal` and `illegal` stand in many pairs of texts that otherwise agree.

As the words of the one are in the other, so is its rarest word. Only texts that share it, and
the next rarest, are compared. That finds all pairs, but for two cases that keep the time linear:
where more than `_MOST_COMPARED` texts have even the rarest word of a text (by its first letters),
it is compared with so many of its neighbours in the alphabet; and the letters are looked at only
of the `_MOST_READ` texts that have the most words of it.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Final

from attrs import frozen

_LEAST: Final = 90.0  # of 100 letters
_LEAST_OF_WORDS: Final = 0.857  # what two texts have in common where one is 3/4 of the other
_MOST_COMPARED: Final = 200
_MOST_READ: Final = 10
_MOST_SOUGHT: Final = 3  # further words that are looked for before letters are compared
_LONGEST: Final = 400  # texts of more words are compared for identity only
_STEM: Final = 3  # the letters at which a word is recognised
_ENDING: Final = 3

_NEGATIVE_NUMBER: Final = re.compile(r"(?<!\w)[-\u2013](?=\d)")
_NEGATIONS: Final = frozenset(
    # English, German, Dutch, Scandinavian, French, Spanish, Portuguese, Italian, Polish, Russian,
    # Turkish, Finnish, Arabic, Hebrew, Hindi, Korean
    """
    minus not no never none nor neither nobody nothing nowhere without hardly cannot
    nicht nichts nie niemals kein keine keinen keiner keines keinem ohne kaum
    niet geen nooit zonder ikke ingen aldri aldrig inte inga aldri utan uden uten
    ne pas jamais sans aucun aucune nunca sin ni nada não nem sem nenhum nenhuma
    non né senza nessun nessuno nessuna mai nie bez nigdy не ни нет без никогда
    değil yok ei eivät älä لا لم لن ليس غير לא אין नहीं न मत 안 못 않는다
    """.split()  # noqa: SIM905 - so many words are read more easily as a text
)
_NEGATIONS_INSIDE: Final = ("不", "没", "沒", "無", "无", "非", "未", "ない", "ません", "ไม่", "មិន")
_WITHOUT_SPACES: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Japanese syllables
    (0x3400, 0x9FFF),  # Chinese characters
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


@frozen
class Likeness:
    """A text that is like an earlier one.

    Attributes:
        number: the number of the text.
        earlier: the number of a text before it that it is like.
        is_same: whether the two differ in nothing but case, punctuation and white space.
    """

    number: int
    earlier: int
    is_same: bool


def alike(texts: Sequence[str]) -> Iterator[Likeness]:
    """Give for each text one before it that it is like, if there is one."""
    folding = _Folding()
    numbers: dict[tuple[str, ...], list[int]] = {}
    for number, text in enumerate(texts):
        words = _words(text, folding)
        if words:
            numbers.setdefault(words, []).append(number)
    comparable: dict[tuple[object, ...], list[tuple[str, ...]]] = {}
    for words in numbers:
        if len(words) <= _LONGEST:
            comparable.setdefault(_signs(words), []).append(words)
    for group in comparable.values():
        for words, other in _pairs(group):
            yield Likeness(numbers[words][0], numbers[other][0], is_same=False)
    for same in numbers.values():
        for number in same[1:]:
            yield Likeness(number, same[0], is_same=True)


class _Folding(dict[int, str]):
    """What becomes of a character, worked out when it is met: a table for `str.translate`."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if category == "Sm" or any(first <= code <= last for first, last in _WITHOUT_SPACES):
            folded = f" {character} "
        else:
            folded = character if category[0] in "LNM" else " "
        self[code] = folded
        return folded


def _words(text: str, folding: _Folding) -> tuple[str, ...]:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("\u2019", "'")
    folded = _NEGATIVE_NUMBER.sub(" minus ", folded.replace("n't", " not"))
    return tuple(folded.translate(folding).split())


def _signs(words: tuple[str, ...]) -> tuple[object, ...]:
    """Return the numbers and signs of a text, and how often it denies."""
    signs = (word for word in words if not word.isalpha() and any(map(_is_sign, word)))
    letters = "".join(words)
    inside = 0 if letters.isascii() else sum(map(letters.count, _NEGATIONS_INSIDE))
    return (len(_NEGATIONS.intersection(words)) + inside, *sorted(signs))


def _is_sign(character: str) -> bool:
    return character.isnumeric() or unicodedata.category(character) == "Sm"


def _pairs(texts: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give each text with the first before it that it is like, if there is one."""
    ordered = sorted(texts)
    outlines, having = _outlines(ordered)
    candidates = [
        (at, near) for at in range(len(ordered)) if len(near := _near(at, outlines, having)) > 1
    ]
    if not candidates:
        return
    # Most small maps end above, and start faster without rapidfuzz.
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    rank = {words: number for number, words in enumerate(texts)}
    earliest: dict[int, int] = {}
    for at, near in candidates:
        others = (outlines[other] for other in near)
        for _, _, index in process.extract(
            outlines[at],
            others,
            scorer=Indel.normalized_similarity,
            score_cutoff=_LEAST_OF_WORDS,
            limit=_MOST_READ + 1,
        ):
            other_words = ordered[near[index]]
            first, second = sorted((rank[ordered[at]], rank[other_words]))
            if first < earliest.get(second, second) and _is_alike(ordered[at], other_words):
                earliest[second] = first
    for second, first in earliest.items():
        yield texts[second], texts[first]


def _outlines(texts: Sequence[tuple[str, ...]]) -> tuple[list[str], dict[str, list[int]]]:
    """Write each text with one character for each stem, and list the texts that have a stem."""
    numbers = count(0x10000)
    characters: dict[str, str] = {}
    outlines: list[str] = []
    having: dict[str, list[int]] = {}
    for at, words in enumerate(texts):
        outline = ""
        for word in words:
            stem = word[:_STEM]
            if stem not in characters:
                characters[stem] = chr(min(next(numbers), 0x10FFFF))
            outline += characters[stem]
        outlines.append(outline)
        for character in dict.fromkeys(outline):
            having.setdefault(character, []).append(at)
    return outlines, having


def _near(at: int, outlines: Sequence[str], having: Mapping[str, list[int]]) -> list[int]:
    """Return the texts that may be like one, itself among them."""
    outline = outlines[at]
    rarest, *more = sorted(dict.fromkeys(outline), key=lambda stem: len(having[stem]))
    near = having[rarest]
    if len(near) > _MOST_COMPARED:
        middle = bisect_left(near, at)
        near = near[max(0, middle - _MOST_COMPARED // 2) : middle + _MOST_COMPARED // 2]
    # All words of the one are in the other; most that share the rarest lack the next.
    for stem in more[:_MOST_SOUGHT]:
        near = [other for other in near if stem in outlines[other]]
    least = _LEAST_OF_WORDS / 2
    size = len(outline)
    return [
        other
        for other in near
        if min(size, len(outlines[other])) >= least * (size + len(outlines[other]))
    ]


def _is_alike(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415 - as above

    shorter, longer = sorted((words, others), key=len)
    rest = iter(longer)  # each word is looked for after the one before it
    if not all(any(_is_same_word(word, other) for other in rest) for word in shorter):
        return False
    return fuzz.ratio("".join(words), "".join(others)) >= _LEAST


def _is_same_word(word: str, other: str) -> bool:
    """Say whether two words are the same but for their endings, if at all."""
    if word == other:
        return True
    shorter, longer = sorted((word, other), key=len)
    pairs = enumerate(zip(shorter, longer, strict=False))
    shared = next((at for at, (one, two) in pairs if one != two), len(shorter))
    is_long = shared > _STEM or _STEM <= shared == len(shorter)
    return is_long and len(longer) - shared <= _ENDING
