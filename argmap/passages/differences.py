"""What tells a quotation from the text that it comes from, word by word."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from argmap.passages.normalising import normalise
from argmap.passages.numerals import with_numerals_apart
from argmap.passages.quotation import OMISSION_MARK
from argmap.passages.scripts import is_between_words, word_pattern

_MOST_WORDS: Final = 2_000  # after what both begin with; comparing costs their square
_AROUND: Final = 6
_LEFT_OUT: Final = "…"


@frozen
class _Token:
    """A word or a sign, and whether a blank stands before it."""

    text: str
    is_apart: bool = True


@frozen
class _Run:
    """Words that are in both texts, in the quotation only, or in the other text only."""

    both: tuple[_Token, ...] = ()
    quoted: tuple[_Token, ...] = ()
    there: tuple[_Token, ...] = ()


def differences(quote: str, there: str, around: int = _AROUND) -> str:
    """Return a quotation with its differences from a text marked.

    `[-…-]` is in the quotation only, `{+…+}` in the text only. The two are compared word by word,
    in scripts without blanks character by character, as `normalise` gives them. Of what is in
    both, no more than some words around each difference are shown; of very long texts, no more
    than their first differences.

    Args:
        quote: the quotation.
        there: what the text says.
        around: how many words to show before and after a difference.

    Returns:
        One line of text; empty where the two do not differ.
    """
    runs = list(_runs(_tokens(quote), _tokens(there)))
    if all(run.both for run in runs):
        return ""
    last = len(runs) - 1
    shown = (
        _shown_both(run.both, around, is_first=number == 0, is_last=number == last)
        if run.both
        else _shown_change(run)
        for number, run in enumerate(runs)
    )
    return "".join(shown).strip()


def _tokens(text: str) -> list[_Token]:
    words = normalise(with_numerals_apart(text))
    return [
        _Token(words[start:end], start == 0 or words[start - 1] == " ")
        for start, end in _borders(words)
    ]


def _borders(words: str) -> Iterator[tuple[int, int]]:
    """Give where each word, each character of a script without blanks, and each sign stands."""
    done = 0
    for match in word_pattern(words).finditer(words):
        yield from _signs(words, done, match.start())
        start, done = match.span()
        inner = () if match[0].isascii() else range(start + 1, done)
        cuts = [at for at in inner if is_between_words(words, at)]
        yield from pairwise([start, *cuts, done])
    yield from _signs(words, done, len(words))


def _signs(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        length = len(OMISSION_MARK) if words.startswith(OMISSION_MARK, at) else 1
        if words[at] != " ":
            yield at, at + length
        at += length


def _runs(quoted: Sequence[_Token], there: Sequence[_Token]) -> Iterator[_Run]:
    # rapidfuzz is needed only where texts differ; the rest works without.
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    pairs = enumerate(zip(quoted, there, strict=False))
    shortest = min(len(quoted), len(there))
    same = next((at for at, (one, other) in pairs if one != other), shortest)
    if same:
        yield _Run(both=tuple(quoted[:same]))
    first, second = quoted[same : same + _MOST_WORDS], there[same : same + _MOST_WORDS]
    numbers: dict[_Token, int] = {}
    one, other = ([numbers.setdefault(t, len(numbers)) for t in part] for part in (first, second))
    blocks = Indel.opcodes(one, other).as_matching_blocks()
    at = to = 0
    for block in blocks:
        changed = _Run(quoted=tuple(first[at : block.a]), there=tuple(second[to : block.b]))
        if changed.quoted or changed.there:
            yield changed
        at, to = block.a + block.size, block.b + block.size
        if block.size:
            yield _Run(both=tuple(first[block.a : at]))


def _shown_both(tokens: Sequence[_Token], around: int, *, is_first: bool, is_last: bool) -> str:
    before = () if is_first else tokens[:around]
    after = () if is_last else tokens[max(len(before), len(tokens) - around) :]
    if len(before) + len(after) >= len(tokens):
        return _joined((*before, *after))
    return f"{_joined(before)} {_LEFT_OUT}{_joined(after)}"


def _shown_change(run: _Run) -> str:
    if [token.text for token in run.quoted] == [OMISSION_MARK]:
        return _joined(run.quoted)
    blank = " " if (run.quoted or run.there)[0].is_apart else ""
    quoted = f"[-{_joined(run.quoted).strip()}-]" if run.quoted else ""
    there = f"{{+{_joined(run.there).strip()}+}}" if run.there else ""
    return f"{blank}{quoted}{there}"


def _joined(tokens: Sequence[_Token]) -> str:
    text = "".join(f"{' ' if token.is_apart else ''}{token.text}" for token in tokens)
    return text.replace(OMISSION_MARK, "[…]")
