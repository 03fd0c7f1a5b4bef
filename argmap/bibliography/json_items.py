"""A list of objects in JSON, with the place of each value; up to where it is broken."""

import json
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from argmap.text import Span, TextFile

_BLANK: Final = re.compile(r"[ \t\n\r]*")
_NAME: Final = re.compile(r'"([^"\\\n\r]*)"[ \t\n\r]*:[ \t\n\r]*')
_COMMA: Final = re.compile(r"[ \t\n\r]*,[ \t\n\r]*")
# Numbers stay as they are written, so that none is too long.
_DECODER: Final = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False)


class Value(NamedTuple):
    """A value with its place.

    Attributes:
        value: what JSON makes of it, but that a number is a text.
        start: its first character, without quotation marks.
        end: the character after its last.
    """

    value: object
    start: int
    end: int


class Item(NamedTuple):
    """An item of the list.

    Attributes:
        fields: its values by name; None where it is no object. Of equal names the first counts.
        span: its place, or that of its first sign if it is an object.
    """

    fields: dict[str, Value] | None
    span: Span


class BrokenError(Exception):
    """The rest of a file is no JSON."""

    def __init__(self, file: TextFile, at: int, reason: str) -> None:
        self.reason = reason
        self.span: Span = file.span(at, min(at + 1, len(file.text)))
        super().__init__(reason)


def items(file: TextFile) -> Iterator[Item]:
    """Give the objects of a list, or the one object that a file is.

    Raises:
        BrokenError: once all is given that stands before the mistake.
    """
    text, start = file.text, _skip(file.text, 0)
    is_list = text.startswith("[", start)
    if not is_list and not text.startswith("{", start):
        raise BrokenError(file, start, "it is no list of items")
    at, end = (_skip(text, start + 1), "]") if is_list else (start, "")
    while not (is_list and text.startswith("]", at)):
        item, at = _item(file, at)
        yield item
        at = _skip(text, at)
        if not is_list:
            break
        if text.startswith(",", at):
            at = _skip(text, at + 1)
        elif not text.startswith("]", at):
            raise BrokenError(file, at, "a comma or ']' is missing")
    at = _skip(text, at + len(end))
    if at < len(text):
        raise BrokenError(file, at, "something stands behind its end")


def _item(file: TextFile, at: int) -> tuple[Item, int]:
    if not file.text.startswith("{", at):
        _, end = _decoded(file, at)
        return Item(None, file.span(at, end)), end
    fields: dict[str, Value] = {}
    start, at = at, _skip(file.text, at + 1)
    while not file.text.startswith("}", at):
        name, first = _named(file, at)
        value, at = _decoded(file, first)
        quote = isinstance(value, str) and file.text.startswith('"', first)
        fields.setdefault(name, Value(value, first + quote, at - quote))
        following = _COMMA.match(file.text, at)
        if following:
            at = following.end()
        elif not file.text.startswith("}", at := _skip(file.text, at)):
            raise BrokenError(file, at, "a comma or '}' is missing")
    return Item(fields, file.span(start, start + 1)), at + 1


def _named(file: TextFile, at: int) -> tuple[str, int]:
    """Return a name, and where its value begins."""
    usual = _NAME.match(file.text, at)
    if usual:
        return usual[1], usual.end()
    if not file.text.startswith('"', at):
        raise BrokenError(file, at, "a name in quotation marks is missing")
    name, at = _decoded(file, at)
    at = _skip(file.text, at)
    if not file.text.startswith(":", at):
        raise BrokenError(file, at, "':' is missing")
    return str(name), _skip(file.text, at + 1)


def _decoded(file: TextFile, at: int) -> tuple[object, int]:
    try:
        value, end = _DECODER.raw_decode(file.text, at)
    except json.JSONDecodeError as error:
        reason = f"{error.msg[:1].lower()}{error.msg[1:].removesuffix(' at')}"
        raise BrokenError(file, error.pos, reason) from None
    except RecursionError:
        raise BrokenError(file, at, "lists stand too deep in each other") from None
    return value, end


def _skip(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at
