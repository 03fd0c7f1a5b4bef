"""Reads the text of a statement: what its signs stand for, its tags, and its data."""

import re
from collections.abc import Callable
from typing import Final

from attrs import define, field, frozen

from argmap.formats.argdown.cleaning import Block
from argmap.formats.argdown.joining import joined
from argmap.formats.argdown.shortcodes import SHORTCODES
from argmap.formats.argdown.trouble import Trouble
from argmap.model import Json

_TAG: Final = (
    r"#\(([^)]{1,200})\)|#([A-Za-z0-9_\-^`\[\]\\\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+)"
)
_SIGN: Final = re.compile(
    r"(?=[\\\n\r\[@<#{*_.:])"  # most signs are none of these, and are told at once
    r"(?:\\([\s\S])"
    r"|([\n\r][ \t\r\n]*)"
    r"|\[([^\]\n]{1,500})\]\([^)\n]{1,2000}\)"
    r"|(@\[[^\]\n]{1,500}\]|@<[^>\n]{1,500}>)"
    r"|(\[(?!-)[^\]\n]{1,500}\]|<(?!-)[^>\n]{1,500}>)"
    rf"|({_TAG})"
    r"|(\{)"
    r"|(\*+|_+)"
    rf"|({'|'.join(map(re.escape, sorted(SHORTCODES, key=len, reverse=True)))}))"
)
_BLANKS: Final = " \t\r\n"
_SIGNS: Final = re.compile(r"[\\\[\]<#@{*_]|[.:](?=[^\s]{1,14}[.:])")
_ESCAPE, _BREAK, _LINK, _MENTION, _TITLE, _TAGGED, _LONG_TAG, _SHORT_TAG, _DATA, _RANGE, _CODE = (
    range(1, 12)
)


_RANGES: Final = {1: "italics"}


@frozen
class Inline:
    """A text as people read it.

    Attributes:
        text: the text, without its tags at the end.
        untagged: the text without any tags.
        tags: its tags, each once.
        data: its data; None where there are none.
        raw: the text as it is written, without tags at the end and data, where signs stand for
            more than themselves; else empty.
        remarks: what was wrong.
        full: the text with all of its tags, as Argdown has it.
    """

    text: str
    untagged: str
    tags: tuple[str, ...] = ()
    data: dict[str, Json] | None = None
    raw: str = ""
    remarks: tuple[Trouble, ...] = ()
    full: str = ""


_NOTHING: Final = Inline("", "")


def read_inline(
    text: str, block_at: Callable[[int], Block | None], *, alone: bool = False
) -> Inline:
    """Read a text.

    Args:
        text: as it is written, cleaned.
        block_at: gives the data whose brace stands at an offset of the text.
        alone: whether there may be data and no text.
    """
    if not text:
        return _NOTHING
    if _SIGNS.search(text) is None:
        plain = joined(text)
        return Inline(plain, plain, full=plain)
    return _Reader(text, block_at, alone).read()


@define
class _Part:
    text: str
    start: int
    end: int
    tag: str = ""
    is_data: bool = False
    is_marked: bool = False


@define
class _Reader:
    text: str
    block_at: Callable[[int], Block | None]
    alone: bool
    parts: list[_Part] = field(factory=list)
    open_ranges: list[tuple[str, int]] = field(factory=list)
    remarks: list[Trouble] = field(factory=list)
    blocks: list[tuple[int, Block]] = field(factory=list)

    def read(self) -> Inline:
        """Read the text."""
        at = 0
        for found in _SIGN.finditer(self.text):
            if found.start() > at:
                self.parts.append(_Part(self.text[at : found.start()], at, found.start()))
            self._take(found)
            at = found.end()
        if at < len(self.text):
            self.parts.append(_Part(self.text[at:], at, len(self.text)))
        self._close_ranges()
        data = self._settle_data()
        return self._whole(data)

    def _take(self, found: re.Match[str]) -> None:
        kind = found.lastindex if found.lastindex not in {_LONG_TAG, _SHORT_TAG} else _TAGGED
        start, end = found.span()
        part = _Part(found[0], start, end)
        self.parts.append(part)
        if kind == _ESCAPE:
            part.text = " " if found[1] in "\r\n" else found[1]
        elif kind == _BREAK:
            self._end_line(part)
        elif kind == _MENTION:
            part.is_marked = True
        elif kind == _LINK:
            part.text, part.is_marked = found[_LINK], True
        elif kind == _TITLE:
            self._lone_title(part)
        elif kind == _TAGGED:
            part.tag = " ".join((found[_LONG_TAG] or found[_SHORT_TAG]).split())
            part.text = " ".join(found[0].split())
        elif kind == _DATA and (block := self.block_at(start)) is not None:
            part.is_data = True
            self.blocks.append((len(self.parts) - 1, block))
        elif kind == _RANGE:
            self._take_range(part)
        elif kind == _CODE:
            part.text = SHORTCODES[found[0]]

    def _end_line(self, part: _Part) -> None:
        before = self.parts[-2] if len(self.parts) > 1 else None
        if before is not None and not before.tag:
            before.text = before.text.rstrip(" \t\r")
        part.text = " "

    def _lone_title(self, part: _Part) -> None:
        kind = "a statement" if part.text.startswith("[") else "an argument"
        self.remarks.append(
            Trouble(
                part.start,
                part.end,
                f"the title of {kind} stands within a text",
                f"write '\\{part.text[0]}' where no title is meant, or '@' before it to mention it;"
                " argmap took it for text",
            )
        )

    def _take_range(self, part: _Part) -> None:
        sign = part.text
        after = self.text[part.end : part.end + 1]
        ends = bool(self.open_ranges) and not after.isalnum() and part.start > 0
        if ends and self._end_ranges(sign, part):
            return
        if after and not after.isspace() and len(sign) <= 4:  # noqa: PLR2004 - bold in bold
            self.open_ranges.append((sign, len(self.parts) - 1))

    def _end_ranges(self, sign: str, part: _Part) -> bool:
        """Close the ranges that a sign ends; say whether it ended some."""
        most = len(self.open_ranges)
        signs = ""
        for nth in range(most - 1, max(-1, most - 4), -1):
            signs += self.open_ranges[nth][0]
            if signs == sign:
                for _, opened in self.open_ranges[nth:]:
                    self.parts[opened].text = ""
                    self.parts[opened].is_marked = True
                del self.open_ranges[nth:]
                part.text = ""
                part.is_marked = True
                return True
        return False

    def _close_ranges(self) -> None:
        for sign, nth in self.open_ranges:
            part = self.parts[nth]
            self.remarks.append(
                Trouble(
                    part.start,
                    part.end,
                    f"'{sign}' begins {_RANGES.get(len(sign), 'bold text')} without an end",
                    f"end it, or write '\\{sign[0]}' for the sign itself; argmap took it for text",
                )
            )

    def _settle_data(self) -> dict[str, Json] | None:
        """Take the last block for data where nothing but blanks is behind; others are text."""
        data: dict[str, Json] | None = None
        if not self.blocks:
            return None
        last = next(
            (n for n in range(len(self.parts) - 1, -1, -1) if self.parts[n].text.strip(_BLANKS)), 0
        )
        for nth, block in self.blocks:
            part = self.parts[nth]
            if nth >= last and (nth or self.alone):
                data = block.value
                part.text = ""
                continue
            part.is_data = False
            part.text = " ".join(block.raw.split())
            self.remarks.append(
                Trouble(
                    part.start,
                    part.end,
                    "data in braces stand before the end of a text",
                    "put them behind it and its tags, or write '\\{'; argmap took them for text",
                )
            )
        return data

    def _whole(self, data: dict[str, Json] | None) -> Inline:
        parts = [part for part in self.parts if not part.is_data]
        last = len(parts)
        while last and (parts[last - 1].tag or not parts[last - 1].text.strip(_BLANKS)):
            last -= 1
        kept = parts[:last]
        raw = ""
        if any(part.is_marked for part in kept):
            closing = next((p for p in parts[last:] if p.tag), None)
            end = closing.start if closing else self._end_of(kept, parts)
            raw = self.text[:end].strip(_BLANKS)
        return Inline(
            "".join(part.text for part in kept).strip(_BLANKS),
            "".join(part.text for part in kept if not part.tag).strip(_BLANKS),
            tuple(dict.fromkeys(part.tag for part in parts if part.tag)),
            data,
            raw,
            tuple(self.remarks),
            "".join(part.text for part in parts).strip(_BLANKS),
        )

    def _end_of(self, kept: list[_Part], parts: list[_Part]) -> int:
        """Return where the text ends, with the signs that close bold text at its end."""
        marked = [part.end for part in parts[len(kept) :] if part.is_marked]
        return max(marked, default=kept[-1].end if kept else 0)
