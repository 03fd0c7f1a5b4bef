"""Ids for what other formats call by titles or not at all."""

import re
import unicodedata
from typing import Final

_NOT_OF_AN_ID: Final = re.compile(r"[^\w.]+")
_LONGEST: Final = 48


def slug(text: str) -> str:
    """Return a text as an id: small letters and digits with `-` between words; may be empty.

    A long text is cut behind a word.
    """
    words = _NOT_OF_AN_ID.sub("-", unicodedata.normalize("NFC", text).casefold()).strip("-._")
    if len(words) <= _LONGEST:
        return words
    cut = words[: _LONGEST + 1].rpartition("-")[0]
    return (cut or words[:_LONGEST]).strip("-._")


class Ids:
    """The ids that are taken in one map; gives new ones.

    Taking an id is done in constant time, however many nodes want the same.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def take(self, wanted: str, fallback: str = "node") -> str:
        """Return an id that is free from now on no more: the wanted one, or with a number.

        Args:
            wanted: the id as it should be; may be empty.
            fallback: what it is called where nothing is wanted: `claim` gives `claim-1`.
        """
        if wanted and wanted not in self._taken:
            self._taken.add(wanted)
            return wanted
        base = wanted or fallback
        number = self._next.get(base, 2 if wanted else 1)
        while f"{base}-{number}" in self._taken:
            number += 1
        self._next[base] = number + 1
        self._taken.add(f"{base}-{number}")
        return f"{base}-{number}"
