"""What Argdown's own notation can say exactly: texts, titles, tags and rules of inference."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from argmap.formats.argdown.joining import joined
from argmap.formats.argdown.shortcodes import SHORTCODES
from argmap.formats.ids import slug
from argmap.model import Json

_LIGHT: Final = re.compile(r"[\\\[\]<>{}#@*_]|/(?=[/*])|(?<=/)/|[.:](?=[^\s.:]{1,14}[.:])")
_USABLE: Final = re.compile(r"\w[\w.-]*")
_SPECIAL: Final = re.compile(r"([!-/:-@\[-`{-~])")
_NO_RULE: Final = re.compile(r"[\\\[\]<>#@{}*_\n\r]|--|//|/\*|-\Z")
_NOT_IN_TITLE: Final = re.compile(r"[\[\]<>\n\r\t(){}\\]+")
_CODE: Final = re.compile("|".join(map(re.escape, SHORTCODES)))
_SHORT_TAG: Final = re.compile(r"[A-Za-z0-9_-]+")
_NOT_IN_TAG: Final = frozenset(")[]<>{}\\")
_LONGEST_TAG: Final = 200
_LONGEST_TITLE: Final = 200

EXPORTED: Final[Mapping[str, Json]] = MappingProxyType(
    {
        "model": {"removeTagsFromText": True},
        "selection": {"excludeDisconnected": False, "statementSelectionMode": "all"},
    }
)
"""The settings by which Argdown shows all of a map that argmap wrote."""


def squeezed(text: str) -> str:
    """Return a text as it is once Argdown has read it: on one line, no blanks around it."""
    return joined(text).replace("\t", " ").strip(" ")


def escaped(text: str) -> str:
    """Return a text in which no sign stands for more than itself."""
    return _SPECIAL.sub(r"\\\1", text)


def lightly_escaped(text: str) -> str:
    """Return a text in which only those signs are escaped that could stand for more there."""
    return _LIGHT.sub(r"\\\g<0>", text)


def id_of_title(title: str) -> str:
    """Return the id that a title gives; it may be empty."""
    return title if is_usable_id(title) else slug(title)


def is_usable_id(text: str) -> bool:
    """Say whether a text can be an id as it is."""
    return _USABLE.fullmatch(text) is not None


def title_of_id(text: str) -> str:
    """Return an id as a title that Argdown can hold; it may be empty."""
    title = _NOT_IN_TITLE.sub(" ", text)[:_LONGEST_TITLE].strip(" -")
    if title.startswith("Untitled ") or title in {"__proto__", "constructor"}:
        return f"{title} "
    return " ".join(title.split(" ")) if title.isprintable() else slug(title)


def plain_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the tags that Argdown can hold as they are, each once."""
    return tuple(dict.fromkeys(tag for tag in tags if is_plain_tag(tag)))


def is_plain_tag(tag: str) -> bool:
    """Say whether Argdown can hold a tag as it is."""
    is_short = 0 < len(tag) <= _LONGEST_TAG
    return (
        is_short
        and not _NOT_IN_TAG & set(tag)
        and " ".join(tag.split()) == tag
        and tag.isprintable()
    )


def written_tag(tag: str) -> str:
    """Return a tag as it is written."""
    return f"#{tag}" if _SHORT_TAG.fullmatch(tag) else f"#({tag})"


def rules(text: str) -> str:
    """Return rules of inference as they are once Argdown has read them."""
    return ", ".join(part.strip() for part in squeezed(text).split(",") if part.strip())


def is_plain_rule(text: str) -> bool:
    """Say whether rules of inference can be written as they are."""
    if _NO_RULE.search(text) or _CODE.search(text) or not text.isprintable():
        return False
    return text[:1].isalnum() and rules(text) == text
