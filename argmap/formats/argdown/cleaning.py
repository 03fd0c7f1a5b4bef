"""Takes comments out of a text, and sets aside the data in braces."""

import re
from collections.abc import Mapping
from typing import Final

from attrs import define, field, frozen

from argmap.formats.argdown.places import Piece, Places
from argmap.formats.argdown.trouble import Trouble
from argmap.formats.argdown.yaml_data import DataError, read_data
from argmap.model import Json

_SIGN: Final = re.compile(
    r"\\[\s\S]|<!--|/\*|//|\{"
    r"|\[[^\]\n]{1,500}\](?:\([^)\n]{1,2000}\))?"
    r"|<[^>\n]{1,500}>|#\([^)]{1,200}\)"
)
_CLOSERS: Final = {"<!--": "-->", "/*": "*/"}
_DATA_END: Final = re.compile(r"\}(?=\s*(?:[^,}\]\s]|\Z))")
_FRONT: Final = re.compile(r"===[ \t]*\r?\n([\s\S]*?)(?<=\n)[ \t]*===[ \t]*(?:\r?\n|\Z)")
_NEVER: Final = -1


@frozen
class Block:
    """Data in braces.

    Attributes:
        value: what it holds.
        raw: how it is written.
        start: where it begins (code points from 0, in the text before cleaning).
        end: where it ends.
    """

    value: dict[str, Json]
    raw: str
    start: int
    end: int


@frozen
class Cleaned:
    """A text without comments, in which each block of data is a brace alone.

    Attributes:
        text: the text.
        data: the blocks, by the offset of their brace in it.
        front: what stands between the lines of `=`; None where there are none.
        front_place: where that is, in the text before cleaning.
        troubles: what was wrong.
    """

    text: str
    places: Places
    data: Mapping[int, Block]
    front: str | None
    front_place: tuple[int, int]
    troubles: tuple[Trouble, ...]
    _origins: Places = field(repr=False)

    def origin(self, offset: int) -> int:
        """Return where a place of it is in the text before cleaning."""
        piece = self._origins.piece(offset)
        return offset - piece.start + piece.offset


@define
class _Work:
    """The text so far."""

    text: str
    parts: list[tuple[int, int]] = field(factory=list)
    holes: list[int] = field(factory=list)
    data: dict[int, Block] = field(factory=dict)
    troubles: list[Trouble] = field(factory=list)
    length: int = 0

    def keep(self, start: int, end: int) -> None:
        """Keep a stretch."""
        if end > start:
            self.parts.append((start, end))
            self.length += end - start


def clean(text: str, places: Places) -> Cleaned:
    """Take a text apart: front matter, data, and the rest without comments."""
    front, body = _front_matter(text)
    work = _Work(text)
    _scan(work, body)
    parts, data = _without_empty_lines(work)
    pieces, made, at = [], [], 0
    file = places.pieces[0].file
    for start, end in parts:
        pieces.append(Piece(at, file, start))
        made.append(text[start:end])
        at += end - start
    pieces = pieces or [Piece(0, file, body)]
    return Cleaned(
        "".join(made),
        places,
        data,
        front[0] if front else None,
        front[1] if front else (0, 0),
        (*_behind_front(text, body, front is not None), *work.troubles),
        Places(pieces),
    )


def _front_matter(text: str) -> tuple[tuple[str, tuple[int, int]] | None, int]:
    at = 0
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        closer = next((end for sign, end in _COMMENTS if text.startswith(sign, at)), None)
        if closer is None:
            break
        end = text.find(closer, at + 2)
        if end < 0:
            break
        at = end + len(closer)
    found = _FRONT.match(text, at)
    return ((found[1], found.span(1)), found.end()) if found else (None, 0)


_COMMENTS: Final = (("//", "\n"), *_CLOSERS.items())


def _behind_front(text: str, body: int, has_front: bool) -> tuple[Trouble, ...]:  # noqa: FBT001 - a private step
    line = text[body : text.find("\n", body) if "\n" in text[body:] else len(text)]
    if not has_front or not line.strip():
        return ()
    advice = "put an empty line below `===`"
    return (Trouble(body, body + len(line), "no empty line follows the front matter", advice),)


@define
class _Ends:
    """Finds where comments and data end; notes where none is behind, so that it looks once."""

    text: str
    none_behind: dict[str, int] = field(factory=dict)

    def comment(self, sign: str, start: int) -> int:
        """Return where a comment ends; -1 where it does not."""
        closer = _CLOSERS.get(sign, "\n")
        if closer == "\n":
            end = self.text.find(closer, start)
            return len(self.text) if end < 0 else end
        if start >= self.none_behind.get(closer, len(self.text)):
            return _NEVER
        end = self.text.find(closer, start + len(sign))
        if end < 0:
            self.none_behind[closer] = start
            return _NEVER
        return end + len(closer)

    def data(self, start: int) -> int:
        """Return where data end; -1 where they do not."""
        if start >= self.none_behind.get("}", len(self.text)):
            return _NEVER
        found = _DATA_END.search(self.text, start + 1)
        if found is None:
            self.none_behind["}"] = start
            return _NEVER
        return found.end()


def _scan(work: _Work, at: int) -> None:
    text, kept, failed = work.text, at, _NEVER
    ends = _Ends(text)
    while found := _SIGN.search(text, at):
        sign, start = found[0], found.start()
        at = found.end()
        if sign == "//" and _is_in_url(text, start):
            _tell_of_url(work, start)
        elif sign == "//" or sign in _CLOSERS:
            end = ends.comment(sign, start)
            if end >= 0:
                work.keep(kept, start)
                work.holes.append(work.length)
                kept = at = _behind_blanks(text, start, end)
        elif sign == "{" and (end := ends.data(start)) not in {_NEVER, failed}:
            block = _read(work, start, end)
            if block is None:
                failed = end
                continue
            work.keep(kept, start + 1)
            work.data[work.length - 1] = block
            kept = at = end
    work.keep(kept, len(text))


def _behind_blanks(text: str, start: int, end: int) -> int:
    """Return the end of a comment, and of the blanks behind it where blanks stand before it."""
    if start and text[start - 1] in " \t":
        while end < len(text) and text[end] in " \t":
            end += 1
    return end


def _is_in_url(text: str, slashes: int) -> bool:
    return text[slashes - 1 : slashes] == ":" and text[slashes - 2 : slashes - 1].isalpha()


def _tell_of_url(work: _Work, start: int) -> None:
    line = work.text.find("\n", start)
    if line < 0:
        return
    message = "Argdown may take what stands behind '//' for a comment"
    advice = "argmap keeps it; write a link, as in `[words](https://example.org)`, or `:\\//`"
    work.troubles.append(Trouble(start, line, message, advice))


def _read(work: _Work, start: int, end: int) -> Block | None:
    raw = work.text[start:end]
    inner = raw[1:-1]
    first, _, rest = inner.partition("\n")
    try:
        value = read_data(rest if rest and not first.strip() else raw)
    except DataError as error:
        message = f"the data cannot be read: {error}"
        advice = "mend it, or write `\\{` where no data are meant; argmap took it for text"
        work.troubles.append(Trouble(start, end, message, advice, heavy=True))
        return None
    return Block(value if isinstance(value, dict) else {}, raw, start, end)


def _without_empty_lines(work: _Work) -> tuple[list[tuple[int, int]], dict[int, Block]]:
    """Drop the lines that held nothing but comments: they part no blocks."""
    made = "".join(work.text[start:end] for start, end in work.parts)
    cuts: list[tuple[int, int]] = []
    done = -1
    for hole in work.holes:
        if hole <= done:
            continue
        first = made.rfind("\n", 0, hole) + 1
        end = made.find("\n", hole)
        done = len(made) if end < 0 else end
        if end >= 0 and not made[first:end].strip(" \t\r"):
            cuts.append((first, end + 1))
    if not cuts:
        return work.parts, work.data
    return _cut(work.parts, cuts), _moved(work.data, cuts)


def _cut(parts: list[tuple[int, int]], cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    at, nth = 0, 0
    for start, end in parts:
        length = end - start
        here = 0
        while nth < len(cuts) and cuts[nth][0] < at + length:
            first, last = cuts[nth]
            if first > at + here:
                kept.append((start + here, start + first - at))
            here = max(here, min(last - at, length))
            if last > at + length:
                break
            nth += 1
        if here < length:
            kept.append((start + here, end))
        at += length
    return kept


def _moved(data: dict[int, Block], cuts: list[tuple[int, int]]) -> dict[int, Block]:
    moved: dict[int, Block] = {}
    nth, gone = 0, 0
    for offset, block in data.items():
        while nth < len(cuts) and cuts[nth][1] <= offset:
            gone += cuts[nth][1] - cuts[nth][0]
            nth += 1
        moved[offset - gone] = block
    return moved
