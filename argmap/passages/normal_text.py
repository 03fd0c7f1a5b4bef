"""A normalised text that knows where its characters stand in the text that it was made from."""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, TypeAlias

from attrs import field, frozen

from argmap.passages.normalising import fold_characters

_ASCII_ALIKE: Final = {**dict.fromkeys("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f", " "), "`": "'"}
_BLANKS: Final = re.compile("  +")
# Letters that melt into the one before them without being marks: Hangul, Kirat Rai.
_MELTING: Final = ((0x1100, 0x11FF), (0x16D63, 0x16D6A))

_Piece: TypeAlias = tuple[int, int, str]
"""Start and end of a piece of text, and what is put there."""


@frozen
class _Runs:
    """Stretches that a changed text has in common with the text before, character by character.

    Between two of them stands a piece that became longer or shorter.

    Attributes:
        places: where each stands in the changed text.
        starts: where each stands in the text before.
        ends: where each ends there.
    """

    places: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]

    def start_before(self, position: int) -> int:
        """Return where the character at a position began in the text before."""
        run = bisect_right(self.places, position) - 1
        return min(self.starts[run] + position - self.places[run], self.ends[run])

    def end_before(self, position: int) -> int:
        """Return where the character that ends at a position ended in the text before."""
        run = bisect_right(self.places, position - 1) - 1
        end = self.starts[run] + position - self.places[run]
        return end if end <= self.ends[run] else self.starts[run + 1]

    def after(self, position: int) -> int:
        """Return where a position of the text before is in the changed text."""
        run = bisect_right(self.starts, position) - 1
        return self.places[run] + min(position, self.ends[run]) - self.starts[run]


@frozen
class NormalText:
    """A text as `normalise` gives it, with the way back.

    Attributes:
        text: the normalised text.
    """

    text: str
    _letters: _Runs = field(repr=False)
    _blanks: _Runs = field(repr=False)

    @cached_property
    def caseless(self) -> str:
        """The normalised text in lower case, with every character at its place."""
        return self.text.replace("\u0130", "i").lower()  # in lower case, `İ` would be two

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters from `start` up to, not including, `end` came from.

        Args:
            start: a position in the normalised text, in code points from 0.
            end: a later position.
        """
        return (
            self._letters.start_before(self._blanks.start_before(start)),
            self._letters.end_before(self._blanks.end_before(end)),
        )

    def is_within_character(self, at: int) -> bool:
        """Say whether the characters before and after a position came from the same one."""
        if not 0 < at < len(self.text):
            return False
        return self.original(at - 1, at)[1] > self.original(at, at + 1)[0]

    def position(self, original: int) -> int:
        """Return where a code point of the original text is in the normalised one."""
        return self._blanks.after(self._letters.after(original))


def normal_text(text: str) -> NormalText:
    """Normalise a text, and keep where everything was."""
    exchanged, growing, melting = _characters(text)
    letters, same_letters = _replaced(text, _changing(text, growing, melting))
    if exchanged:
        one_of_them = re.compile(f"[{re.escape(''.join(exchanged))}]")
        letters = one_of_them.sub(lambda match: exchanged[match[0]], letters)
    for character, alike in _ASCII_ALIKE.items():
        letters = letters.replace(character, alike)
    words, same_words = _replaced(letters, _needless_blanks(letters))
    return NormalText(words, same_letters, same_words)


def _characters(text: str) -> tuple[dict[str, str], str, str]:
    """Return which characters of a text become another one, which several, and which none.

    Among the last are those that may melt into what stands before them.
    """
    exchanged: dict[str, str] = {}
    growing, melting = [], []
    for character in sorted(set(text)) if not text.isascii() else ():
        folded = fold_characters(character)
        if character.isspace():
            exchanged[character] = " "
        elif not folded or _melts(folded[0]):
            melting.append(character)
        elif len(folded) > 1:
            growing.append(character)
        elif folded != character:
            exchanged[character] = folded
    return exchanged, "".join(growing), "".join(melting)


def _melts(character: str) -> bool:
    code = ord(character)
    is_letter = any(first <= code <= last for first, last in _MELTING)
    return is_letter or unicodedata.category(character)[0] == "M"


def _changing(text: str, growing: str, melting: str) -> Iterator[_Piece]:
    """Give what becomes of each character that grows, or melts into the one before it."""
    if not growing + melting:
        return
    grown, melted = re.escape(growing), re.escape(melting)
    alone = f"[{grown}]" if growing else ""
    pattern = f"{alone}?[{melted}]+|{alone}" if growing and melting else alone or f"[{melted}]+"
    done = 0
    known: dict[str, str] = {}
    for match in re.finditer(pattern, text):
        start, end = match.span()
        # What is dropped does not touch its neighbours, unless something melts over it.
        if text[start] in melting and start > done and fold_characters(match[0]):
            start -= not text[start - 1].isspace()
        piece = text[start:end]
        if piece not in known:
            known[piece] = fold_characters(piece)
        yield start, end, known[piece]
        done = end


def _needless_blanks(text: str) -> Iterator[_Piece]:
    last = len(text)
    if text[:1] == " " and text[1:2] != " ":
        yield 0, 1, ""
    for match in _BLANKS.finditer(text):
        start, end = match.span()
        yield start, end, "" if start == 0 or end == last else " "
    if last > 1 and text[-1] == " " and text[-2] != " ":
        yield last - 1, last, ""


def _replaced(text: str, pieces: Iterator[_Piece]) -> tuple[str, _Runs]:
    parts: list[str] = []
    places, starts, ends = array("Q", [0]), array("Q", [0]), array("Q")
    done = length = 0
    for start, end, new in pieces:
        parts += (text[done:start], new)
        length += start - done + len(new)
        if len(new) != end - start:
            ends.append(start)
            starts.append(end)
            places.append(length)
        done = end
    ends.append(len(text))
    parts.append(text[done:])
    return "".join(parts), _Runs(places, starts, ends)
