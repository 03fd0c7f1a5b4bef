"""Figures that normalising would join to the number before them: `10²`, `1½`."""

import re
from typing import Final

_JOINED: Final = re.compile(
    "(?<=[0-9])([\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f\u2150-\u215f\u2189\u2460-\u249b]+)"
)


def joined_numerals(text: str) -> tuple[str, ...]:
    """Return the raised, lowered, circled and broken numerals that follow a figure at once."""
    return () if text.isascii() else tuple(_JOINED.findall(text))


def with_numerals_apart(text: str) -> str:
    """Return a text with `^` before such numerals, so that `10²` is not taken for `102`."""
    return text if text.isascii() else _JOINED.sub(r"^\1", text)
