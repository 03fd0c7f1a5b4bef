"""The text that xAIF keeps beside its nodes: plain, and what of it each node was made from."""

import html
import re
from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from argmap.model import Json

_TAG: Final = re.compile(r"<(/?+)([A-Za-z][A-Za-z0-9]*+)([^<>]*+)>")
_ID: Final = re.compile(r"\bid\s*+=\s*+[\"']?+(?:node)?([\w.-]++)")
_BREAKS: Final = frozenset({"br", "p", "div", "li", "tr"})
_DEEPEST: Final = 16  # a text in a thousand spans would be taken a thousand times


@frozen
class MarkedText:
    """A text, and the stretches of it that nodes were made from.

    Attributes:
        text: without tags; `<br>` and what ends a paragraph are line ends.
        stretches: start and end (code points from 0) by the ids of nodes.
    """

    text: str = ""
    stretches: Mapping[str, tuple[int, int]] = field(factory=dict)

    def quote(self, name: str) -> str:
        """Return the words that a node was made from; empty where there are none."""
        start, end = self.stretches.get(name, (0, 0))
        return self.text[start:end].strip()


def marked_text(value: Json) -> MarkedText:
    """Read the `text` of xAIF, which is a text or an object that has it under `txt`."""
    raw = value.get("txt") if isinstance(value, dict) else value
    if not isinstance(raw, str):
        return MarkedText()
    pieces: list[str] = []
    length = at = 0
    opened: list[tuple[str, int]] = []
    stretches: dict[str, tuple[int, int]] = {}
    for tag in _TAG.finditer(raw):
        piece = html.unescape(raw[at : tag.start()])
        at, name = tag.end(), tag[2].lower()
        if name in _BREAKS and (tag[1] or name == "br"):
            piece += "\n"
        pieces.append(piece)
        length += len(piece)
        if name != "span":
            continue
        if not tag[1]:
            found = _ID.search(tag[3])
            opened.append((found[1] if found else "", length))
        elif opened:
            one, start = opened.pop()
            if one and len(opened) < _DEEPEST:
                stretches.setdefault(one, (start, length))
    pieces.append(html.unescape(raw[at:]))
    return MarkedText("".join(pieces), stretches)
