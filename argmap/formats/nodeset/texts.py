"""Texts of nodes, in which some tools leave the entities of HTML."""

import html
import re
from typing import Final

from argmap.model import Json

_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def text_of(raw: Json) -> str:
    """Return the text of a node as people read it; empty where it has none."""
    if isinstance(raw, str):
        return _read(raw) if "&" in raw else raw
    return "" if raw is None or isinstance(raw, list | dict | bool) else str(raw)


def raw_text(text: str) -> str:
    """Return a text so that it reads the same in a node."""
    return text.replace("&", "&amp;") if "&" in text and _read(text) != text else text


def _read(text: str) -> str:
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
