"""Measure the search for quotations, beside plain searches of the same texts."""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from argmap.passages import Kind, find, normalise, plain_source
from tests.benchmarks.clock import cpu_of_call
from tests.benchmarks.maps import sentence

Row: TypeAlias = tuple[str, float, float, float, str]
"""Job, CPU seconds, bound, those of the baseline, and what that is."""

_PARAGRAPHS: Final = 11_700  # of five sentences: 5 MB
_QUOTATIONS: Final = 10_000
_SAMPLE: Final = 5


def finding() -> Iterator[Row]:
    """Measure 10,000 quotations, half of them inexact, against 5 MB of text, and twice as much."""
    text, larger = _text(_PARAGRAPHS), _text(2 * _PARAGRAPHS)
    quotes = _quotations(text, _QUOTATIONS)
    exact, inexact = quotes[::2], quotes[1::2]
    seconds = cpu_of_call(_found(text, quotes), times=1)
    plainly = cpu_of_call(_found_plainly(text, quotes), times=1)
    yield "10,000 quotations in 5 MB", seconds, 10.0, plainly, "str.find, the exact ones"
    index = cpu_of_call(_found(text, ()), times=1)
    yield (
        "  of that, to read the text",
        index,
        1.5,
        cpu_of_call(lambda: normalise(text)),
        "normalise",
    )
    half = cpu_of_call(_found(text, exact), times=1)
    yield "  of that, 5,000 exact", half - index, 3.0, plainly / 2, "str.find"
    half = cpu_of_call(_found(text, inexact), times=1)
    aligned = cpu_of_call(_aligned(text, inexact[:_SAMPLE]), times=1)
    yield (
        "  of that, 5,000 inexact",
        half - index,
        8.0,
        aligned,
        "alignment of 5",
    )
    twice = cpu_of_call(_found(text, _quotations(text, 2 * _QUOTATIONS)), times=1)
    yield "20,000 quotations in 5 MB (at most 2.5 x)", twice, 2.5 * seconds, seconds, "10,000"
    twice = cpu_of_call(_found(larger, _quotations(larger, _QUOTATIONS)), times=1)
    yield "10,000 quotations in 10 MB (at most 2.5 x)", twice, 2.5 * seconds, seconds, "5 MB"


def _text(paragraphs: int) -> str:
    return "\n\n".join(
        " ".join(sentence(5 * paragraph + number) for number in range(5))
        for paragraph in range(paragraphs)
    )


def _quotations(text: str, number: int) -> list[str]:
    """Return quotations of 5 to 25 words; of each two, one lacks, changes or moves a word."""
    dice = random.Random(number)  # noqa: S311 - not for secrets
    words = text.split()
    quotes = []
    for count in range(number):
        start = dice.randrange(len(words) - 30)
        quote = words[start : start + dice.randint(5, 25)]
        at = dice.randrange(1, len(quote) - 1)
        if count % 2:
            quote[at - 1 : at + 1] = (
                [quote[at - 1]],
                [quote[at - 1], "changed"],
                [quote[at], quote[at - 1]],
            )[count // 2 % 3]
        quotes.append(" ".join(quote))
    return quotes


def _found(text: str, quotes: Sequence[str]) -> Callable[[], object]:
    def search() -> object:
        source = plain_source(text)
        _ = source.index, source.boundaries
        return sum(find(source, quote).kind != Kind.ABSENT for quote in quotes)

    return search


def _found_plainly(text: str, quotes: Sequence[str]) -> Callable[[], object]:
    normal = normalise(text)
    return lambda: sum(normalise(quote) in normal for quote in quotes)


def _aligned(text: str, quotes: Sequence[str]) -> Callable[[], object]:
    from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415 - for this alone

    normal = normalise(text)
    return lambda: [partial_ratio_alignment(quote, normal) for quote in quotes]
