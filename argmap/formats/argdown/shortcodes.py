"""The words between colons or dots that Argdown shows as one sign: `:heart:`, `.->.`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_SIGNS: Final = {
    "A": "∀",
    "E": "∃",
    "O": "\U0001d5e2",
    "P": "\U0001d5e3",
    "->": "→",
    "<->": "↔",
    "~": "¬",
    "^": "∧",
    "v": "\N{LOGICAL OR}",
    "v_": "⊻",
    "<>": "◇",
    "[]": "◻",
    "happy": "😀",
    "smile": "☺",
    "smiley": "☺",
    "laugh": "😆",
    "lol": "😆",
    "rofl": "🤣",
    "joy": "😂",
    "heart": "❤",
    "?": "❓",
    "question": "❓",
    "love": "😍",
    "wink": "😉",
    "shush": "🤫",
    "meh": "😐",
    "eye-roll": "🙄",
    "sad": "😢",
    "disappointed": "😞",
    "scream": "😱",
    "+1": "👍",
    "up": "👍",
    "-1": "👎",
    "down": "👎",
    "think": "🤔",
    "star": "⭐",
    "y": "✔",
    "agree": "✔",
    "n": "❌",
    "disagree": "❌",
}

SHORTCODES: Final[Mapping[str, str]] = MappingProxyType(
    {f"{edge}{name}{edge}": sign for edge in ":." for name, sign in _SIGNS.items()}
    | {":smile:": "☺\ufe0f"}
)
"""The sign of each, by the whole word."""
