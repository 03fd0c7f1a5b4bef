"""How wide a text is at most in common sans fonts, and which way it runs.

All widths are whole parts of an em (`widths.UNITS`) until a font size comes in at the very end, so
sums are exact and pictures are equal on every machine. Tables are pinned here and in `widths`
and do not come from `unicodedata`, whose answers change from one Python to the next.
"""

# ruff: noqa: RUF001 - characters that look like others are meant

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, Literal

from argmap.render.widths import UNITS, advances, marks, spacing_marks

# Holds for lines of text; a lone "if" in DejaVu Sans Bold is 2 percent wider still.
_BOLD_PERCENT: Final = 119
_BOLD_FITTED_PERCENT: Final = 107
_EMOJI_UNITS: Final = -(-13 * UNITS // 10)

# First and last code point, hundredths of an em, and whether lines of it are to be fitted. Where
# they are, glyphs join, stack and reorder, and no sum of widths is exact. The number is then the
# mean over a running text, spacing marks counted, in the widest of the usual fonts.
_BLOCKS: Final = (
    (0x0590, 0x05FF, 50, True),  # Hebrew
    (0x0600, 0x06FF, 52, True),  # Arabic
    (0x0700, 0x074F, 66, True),  # Syriac
    (0x0750, 0x077F, 52, True),  # Arabic
    (0x0780, 0x07BF, 63, True),  # Thaana
    (0x0870, 0x08FF, 52, True),  # Arabic
    (0x0900, 0x097F, 50, True),  # Devanagari
    (0x0980, 0x09FF, 53, True),  # Bengali
    (0x0A00, 0x0A7F, 55, True),  # Gurmukhi
    (0x0A80, 0x0AFF, 52, True),  # Gujarati
    (0x0B00, 0x0B7F, 56, True),  # Odia
    (0x0B80, 0x0BFF, 82, True),  # Tamil
    (0x0C00, 0x0C7F, 62, True),  # Telugu
    (0x0C80, 0x0CFF, 62, True),  # Kannada
    (0x0D00, 0x0D7F, 76, True),  # Malayalam
    (0x0D80, 0x0DFF, 86, True),  # Sinhala
    (0x0E00, 0x0E7F, 60, True),  # Thai
    (0x0E80, 0x0EFF, 66, True),  # Lao
    (0x0F00, 0x0FFF, 52, True),  # Tibetan
    (0x1000, 0x109F, 75, True),  # Burmese
    (0x1100, 0x115F, 100, False),  # Hangul, first letters of syllables; the others join them
    (0x1200, 0x139F, 70, True),  # Ethiopic
    (0x13A0, 0x13FF, 80, True),  # Cherokee
    (0x1400, 0x167F, 72, True),  # Canadian syllables
    (0x1780, 0x17FF, 56, True),  # Khmer
    (0x1800, 0x18AF, 52, True),  # Mongolian
    (0x1C90, 0x1CBF, 90, False),  # Georgian capitals
    (0x1D00, 0x1DBF, 110, False),  # phonetic letters
    (0x2000, 0x2BFF, 130, False),  # symbols that no text font has
    (0x2E3B, 0x2E3B, 300, False),  # three-em dash
    (0x2E3C, 0x2E7F, 100, False),  # punctuation
    (0x2E80, 0xA4CF, 100, False),  # Chinese, Japanese, Korean, Yi
    (0xA640, 0xA69F, 140, False),  # old Cyrillic
    (0xA700, 0xA7FF, 140, False),  # more Latin
    (0xA960, 0xA97F, 100, False),  # Hangul
    (0xAC00, 0xD7A3, 100, False),  # Hangul
    (0xF900, 0xFAFF, 100, False),  # Chinese
    (0xFB1D, 0xFB4F, 50, True),  # Hebrew
    (0xFB50, 0xFDEF, 52, True),  # Arabic
    (0xFDF0, 0xFDFF, 250, True),  # Arabic words and phrases in one character
    (0xFE10, 0xFE6F, 100, False),  # Chinese punctuation
    (0xFE70, 0xFEFE, 52, True),  # Arabic
    (0xFF01, 0xFF60, 100, False),  # full width
    (0xFF61, 0xFFDC, 50, False),  # half width
    (0xFFE0, 0xFFE7, 100, False),  # full width
    (0xFFFC, 0xFFFD, 110, False),  # replacement characters
    (0x16FE0, 0x1B2FF, 100, False),  # Tangut, Khitan, more kana
    (0x1D400, 0x1D7FF, 110, False),  # mathematical letters
    (0x1F000, 0x1FAFF, 130, False),  # emoji, game pieces
    (0x20000, 0x3FFFD, 100, False),  # Chinese
)
# What stands nowhere may be of any width: one em, and fitted.
_UNKNOWN: Final = (0, 0, 100, True)
_BLOCK_STARTS: Final = tuple(first for first, *_ in _BLOCKS)

# Controls, bidirectional controls, joiners and other invisible characters.
_INVISIBLE: Final = (
    "\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Vowels and last letters of Hangul syllables join the first letter.
_HANGUL_TAILS: Final = "\u1160-\u11ff\ud7b0-\ud7ff"
# Thai and Lao AM, half-width voicing marks, skin tones: they stay with what they follow.
_FOLLOWERS: Final = "\u0e33\u0eb3\uff9e\uff9f\U0001f3fb-\U0001f3ff"
# Joiners, killers of vowels that make conjuncts, and the first half of a broken character.
_GLUE: Final = (
    "\u200d\u2060\ufeff\u034f"
    "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2\ud800-\udbff"
)
_FIRST_HIGH: Final = 0x10000
_EMOJI_LOW: Final = frozenset(
    "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕"
)
# Before it all characters have a width or none, and nothing is fitted.
_BEYOND_LATIN: Final = re.compile("[^\x00-\u036f]")
_RTL: Final = ((0x590, 0x8FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF), (0x10800, 0x10FFF))
_SYMBOLS: Final = ((0x2000, 0x2BFF), (0x1F000, 0x1FAFF))


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return an upper bound in px for a text on one line, at a font size in px.

    It holds for the text fonts named in `widths`. Text of complex scripts (see `is_fitted`) gets
    a good guess instead, to be drawn with SVG's `textLength`.
    """
    return units(text, bold=bold) * size / UNITS


def units(text: str, *, bold: bool = False) -> int:
    """Return the width of a text in parts of an em, see `widths.UNITS`."""
    known = _advances(bold=bold)
    try:
        return sum(map(known.__getitem__, text))
    except KeyError:
        return sum(_cluster_units(cluster, bold=bold) for cluster in clusters(text))


def is_fitted(text: str) -> bool:
    """Tell whether a text is to be drawn with `textLength`.

    So are Hebrew, Arabic, the scripts of India and South-East Asia and whatever no table knows.
    """
    if not _BEYOND_LATIN.search(text):
        return False
    known = advances()
    return any(_character(character)[1] for character in set(text).difference(known))


def clusters(text: str) -> Iterator[str]:
    """Yield the pieces of a text that are never torn apart: what people take for one character.

    They follow the grapheme clusters of Unicode (UAX 29), with Indic conjuncts kept whole.
    """
    return (match[0] for match in _cluster_pattern().finditer(text))


def direction(text: str) -> Literal["ltr", "rtl"]:
    """Return the direction of a text, that of its first strong character, else left to right."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
            case "" if not _lies_in(_SYMBOLS, character):
                # Younger than this Python: a letter of its block, as Unicode presumes.
                return "rtl" if _lies_in(_RTL, character) else "ltr"
    return "ltr"


def is_emoji(cluster: str) -> bool:
    """Tell whether a cluster is drawn as one colourful picture."""
    first = cluster[0]
    if "\U0001f000" <= first <= "\U0001faff" or first in _EMOJI_LOW:
        return True
    # A variation selector asks for the picture: ❤️, ©️, 1️⃣.
    return cluster[1:2] == "\ufe0f" and first != " " and first in advances()


@cache
def _advances(*, bold: bool) -> dict[str, int]:
    percent = _BOLD_PERCENT if bold else 100
    return {
        # Some characters that text fonts have are drawn as pictures, which are wider.
        character: _EMOJI_UNITS if character in _EMOJI_LOW else _percent(percent, regular)
        for character, regular in advances().items()
    }


def _percent(percent: int, whole: int) -> int:
    """Return a percentage, rounded up."""
    return -(-whole * percent // 100)


def _cluster_units(cluster: str, *, bold: bool) -> int:
    if is_emoji(cluster):
        # Where no font has a sequence as one picture, as many flags, its parts stand side by side.
        parts = sum(not _invisible_pattern().match(character) for character in cluster)
        return _EMOJI_UNITS * max(parts, 1)
    known = _advances(bold=bold)
    return sum(known.get(character) or _other_units(character, bold=bold) for character in cluster)


def _other_units(character: str, *, bold: bool) -> int:
    # Bold ideographs are as wide as others.
    regular, fitted = _character(character)
    return _percent(_BOLD_FITTED_PERCENT, regular) if bold and fitted else regular


@lru_cache(maxsize=8192)
def _character(character: str) -> tuple[int, bool]:
    """Return the units of a character that the table of advances lacks, and if it is fitted."""
    if _invisible_pattern().match(character):
        return 0, False
    point = ord(character)
    block = _BLOCKS[bisect_right(_BLOCK_STARTS, point) - 1]
    _, _, hundredths, fitted = block if block[0] <= point <= block[1] else _UNKNOWN
    return _percent(hundredths, UNITS), fitted


@cache
def _invisible_pattern() -> re.Pattern[str]:
    return re.compile(f"[{_INVISIBLE}{_HANGUL_TAILS}{_ranges(marks())}]")


@cache
def _cluster_pattern() -> re.Pattern[str]:
    # High code points are tried apart, since a character set is fast only below U+10000.
    low, high = _halves(marks() + spacing_marks())
    extending = (
        f"[{_HANGUL_TAILS}{_FOLLOWERS[:4]}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff{low}]"
        f"|(?=[\U00010000-\U0010ffff])[{_FOLLOWERS[4:]}\U000e0000-\U000e0fff{high}]"
    )
    flag = "[\U0001f1e6-\U0001f1ff]{2}"
    return re.compile(f"(?s:{flag}|.)(?:{extending}|(?<=[{_GLUE}])[^ ])*")


def _halves(ranges: tuple[tuple[int, int], ...]) -> tuple[str, str]:
    low = tuple(pair for pair in ranges if pair[1] < _FIRST_HIGH)
    return _ranges(low), _ranges(ranges[len(low) :])


def _ranges(ranges: tuple[tuple[int, int], ...]) -> str:
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


def _lies_in(ranges: tuple[tuple[int, int], ...], character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in ranges)
