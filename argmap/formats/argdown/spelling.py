"""How texts, titles and data are spelled in Argdown."""

import json
import re
from collections.abc import Mapping
from typing import Final

from argmap.formats.argdown.cleaning import clean
from argmap.formats.argdown.inline import read_inline
from argmap.formats.argdown.native import escaped, lightly_escaped, squeezed, title_of_id
from argmap.formats.argdown.places import Piece, Places
from argmap.model import Json
from argmap.text import TextFile

_TITLE: Final = re.compile(r"[^\[\]<>\n\r\t-][^\[\]<>\n\r\t]{0,199}")
_OPENS: Final = re.compile(r"(?<!\\)\{|(?<!\\)/\*|(?<!\\)<!--")
_RESERVED: Final = frozenset({"__proto__", "constructor"})
_CLOSERS: Final = ". ]) >"
_KEY: Final = re.compile(r"[A-Za-z_][\w-]*")
_NO_JSON: Final = re.compile(
    "[}\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]|@(?=include\\()"
)

_STRINGS: Final = re.compile(r'"(?:[^"\\]|\\.)*"')


def title_for(data: Mapping[str, Json], node_id: str, *, is_argument: bool) -> str:
    """Return the title that Argdown had, where it can be written, else one made of the id.

    Args:
        data: what Argdown knows of the node or relation.
        node_id: its id.
        is_argument: whether it is an argument; `<+`, `<-`, `<_` and `<!--` mean something else.
    """
    title = data.get("title")
    made = title_of_id(node_id).lstrip(" +-_!" if is_argument else " -") or "node"
    if not isinstance(title, str) or not _TITLE.fullmatch(title) or not title.isprintable():
        return made
    is_sign = is_argument and title.startswith(("+", "-", "_", "!"))
    is_taken = title.startswith("Untitled ") or title in _RESERVED or "@include(" in title
    return made if is_sign or is_taken else title


def free_title(title: str, taken: set[str]) -> str:
    """Return a title that none has yet: this one, or with a number."""
    number, free = 1, title
    while free in taken:
        number += 1
        free = f"{title} ({number})"
    return free


def spelled(text: str) -> str:
    """Return a text on one line so that Argdown reads it as it is."""
    light = lightly_escaped(text)
    return light if _reads_as(light, text) else escaped(text)


def spelled_as_before(markup: Json, text: str) -> str:
    """Return how a text was written in Argdown, if it still says that text; else nothing."""
    if not isinstance(markup, str) or markup != squeezed(markup) or not markup:
        return ""
    return markup if _reads_as(markup, text) else ""


def _reads_as(written: str, text: str) -> bool:
    """Say whether what is written reads as a text, whatever stands behind it."""
    if _OPENS.search(written):
        return False
    file = TextFile("", f"{written}{_CLOSERS}\n")
    cleaned = clean(file.text, Places([Piece(0, file, 0)]))
    if cleaned.text != file.text or cleaned.troubles or "@include(" in written:
        return False
    return all(
        read.text == f"{text}{end}" and not read.remarks and not read.tags
        for end in ("", _CLOSERS)
        for read in [read_inline(f"{written}{end}", lambda _offset: None)]
    )


def spelled_data(data: Mapping[str, Json]) -> str:
    """Return data in braces."""
    return spelled_json(dict(data))


def spelled_json(value: Json) -> str:
    """Return JSON that Argdown and YAML read alike: no brace within a text, no odd character."""
    text = json.dumps(value, ensure_ascii=False)
    return _STRINGS.sub(lambda found: _NO_JSON.sub(_code, found[0]), text)


def _code(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def spelled_key(name: str) -> str:
    """Return a key of the front matter."""
    return name if _KEY.fullmatch(name) else spelled_json(name)
