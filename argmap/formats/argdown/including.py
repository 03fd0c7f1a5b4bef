"""Puts a file and what it includes together: `@include(path)` stands for the text of a file."""

import re
from posixpath import dirname, join, normpath
from typing import Final

from attrs import define, field

from argmap.findings import Finding
from argmap.formats.argdown.places import Piece, Places
from argmap.formats.format import Beside
from argmap.formats.problems import invalid_file, shortened
from argmap.text import TextFile

_INCLUDE: Final = re.compile(r"@include\(([^)\n]{1,1000})\)")
_DEEPEST: Final = 40
_LARGEST: Final = 20_000_000


@define
class _Open:
    """A file that is being copied, and how far it is."""

    file: TextFile
    path: str
    offset: int = 0


@define
class _Merged:
    """The text so far."""

    parts: list[str] = field(factory=list)
    pieces: list[Piece] = field(factory=list)
    length: int = 0
    findings: list[Finding] = field(factory=list)

    def copy(self, file: TextFile, start: int, end: int) -> None:
        """Copy a stretch of a file."""
        if end > start:
            self.pieces.append(Piece(self.length, file, start))
            self.parts.append(file.text[start:end])
            self.length += end - start


def merge(file: TextFile, beside: Beside) -> tuple[str, Places, list[Finding]]:
    """Return a text with all that it includes, where its parts are from, and what is missing.

    A file that was included once is not included again, as Argdown has it.
    """
    merged = _Merged()
    seen = {""}
    stack = [_Open(file, "")]
    while stack:
        top = stack[-1]
        found = _INCLUDE.search(top.file.text, top.offset)
        merged.copy(top.file, top.offset, found.start() if found else len(top.file.text))
        if found is None:
            stack.pop()
            continue
        top.offset = found.end()
        path = normpath(join(dirname(top.path), found[1].strip()))
        if path in seen:
            continue
        seen.add(path)
        reason = _too_much(len(stack), merged.length)
        other = None if reason else beside(path)
        if other is None:
            span = top.file.span(found.start(), found.end())
            merged.findings.append(
                invalid_file(
                    span,
                    f"'{shortened(path)}' cannot be included: {reason or 'there is no such file'}",
                    "mend the path, which starts from this file's folder and stays in the project",
                )
            )
            continue
        stack.append(_Open(other, path))
    pieces = merged.pieces or [Piece(0, file, 0)]
    return "".join(merged.parts), Places(pieces), merged.findings


def _too_much(depth: int, length: int) -> str:
    if depth >= _DEEPEST:
        return f"files include each other more than {_DEEPEST} deep"
    return "the whole is too large" if length > _LARGEST else ""
