"""Numbers, choices and texts, taken from bytes until those are used up."""

from collections.abc import Sequence
from typing import Final, TypeVar

_T = TypeVar("_T")

HOSTILE: Final = (
    "</text></svg><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "]]>",
    "<!--",
    "--></script>",
    "&#x202e;",
    "\u202eturned\u2066",
    "\x00\x0b\x1b[31m",
    "\ufeff\ufffe\U0001f469\u200d\U0001f4bb",
    "e\u0301" * 8,
    "`" * 7,
    "|a|b|\n|-|-|",
    "%%{init: {}}%%",
    'x"] --> y',
    "\u0645\u0631\u062d\u0628\u0627",
    "a" * 90,
    "data:text/html,<script>1</script>",
)


class Supply:
    """What a fuzzer gives, read from the front; zeros and empty texts at its end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    @property
    def is_empty(self) -> bool:
        """Whether all has been taken."""
        return self._place >= len(self._data)

    def number(self, most: int) -> int:
        """Take a number from 0 to `most`, which is 255 at the most."""
        if self.is_empty:
            return 0
        self._place += 1
        return self._data[self._place - 1] % (most + 1)

    def one_of(self, choices: Sequence[_T]) -> _T:
        """Take one of some things."""
        return choices[self.number(len(choices) - 1)]

    def text(self) -> str:
        """Take a short text: some of the bytes as they are, or one that has broken writers."""
        if self.number(3) == 3:
            return self.one_of(HOSTILE)
        return self._taken(self.number(40)).decode("utf-8", "replace")

    def rest(self) -> bytes:
        """Take all that is left."""
        return self._taken(len(self._data))

    def _taken(self, count: int) -> bytes:
        found = self._data[self._place : self._place + count]
        self._place += count
        return found
