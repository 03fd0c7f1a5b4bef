"""Inputs without a coverage-guided fuzzer: seeds, changed at random places."""

import random
import re
from collections.abc import Iterator, Sequence
from typing import Final

_PIECES: Final = re.compile(rb"\w+|[^\w\s]|\s+")
_SIGNS: Final = (
    *(b"\x00", b"\xff", b"\n", b"\t", b"\r", b"'", b'"', b"&", b"<", b">", b"{", b"}", b"[", b"]"),
    *(b":", b"- ", b"*", b"&a", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"-1", b"1e999", b"null", b"0"),
    *(b"\xf0\x9f\x91\xa9", b"\xed\xa0\x80", b"]]>", b"<!--", b"!!python/object", b"%", b"\\", b"|"),
)


def mutated(seeds: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """Give some inputs; the same ones for the same seed.

    Args:
        seeds: what they are made of.
        count: how many.
        seed: the beginning of the random numbers.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    pieces = [piece for one in seeds for piece in _PIECES.findall(one)] + list(_SIGNS)
    for _ in range(count):
        text = bytearray(chance.choice(seeds))
        for _ in range(1 + int(chance.expovariate(0.5))):
            start = chance.randrange(len(text) + 1)
            end = min(len(text), start + int(chance.expovariate(0.1)))
            match chance.randrange(5):
                case 0:
                    del text[start:end]
                case 1:
                    text[start:start] = chance.choice(pieces)
                case 2:
                    text[start:end] = chance.choice(pieces)
                case 3:
                    text[start:start] = text[start:end] * (1 + chance.randrange(3))
                case _:
                    other = chance.choice(seeds)
                    cut = chance.randrange(len(other) + 1)
                    text[start:end] = other[cut : cut + 1 + int(chance.expovariate(0.02))]
        yield bytes(text)
