"""Where in a TOML file a key stands, for messages; tomllib does not say."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

Path: TypeAlias = Sequence[str | int]
"""Where something stands in a table: keys, and numbers of items from 0."""

_NAME: Final = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED: Final = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER: Final = re.compile(rf"^[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]", re.MULTILINE)
_KEY: Final = re.compile(rf"^[ \t]*({_DOTTED})[ \t]*=", re.MULTILINE)
_PART: Final = re.compile(r"""([\w-]+)|"([^"]*)"|'([^']*)'""")


def place_of(text: str, path: Path) -> tuple[int, int]:
    """Return the place of a key, as the first code point and the one after the last.

    Where the key itself is not found, its table stands for it; the whole file is (0, 0). Good
    enough for people: in an inline table the words of the path are looked for one after another.

    Args:
        text: a valid TOML file.
        path: keys, and numbers of items from 0.
    """
    best, place, end = 0, (0, 0), len(text)
    for written, start, stop in (entries := list(_entries(text))):
        shared = _shared(written, path)
        if shared > best:
            best, place = shared, (start, stop)
            end = next((later for _, later, _ in entries if later > start), len(text))
    for part in path[best:]:
        inner = isinstance(part, str) and re.compile(rf"(?<![\w-]){re.escape(part)}(?![\w-])")
        found = inner.search(text, place[1], end) if inner and best else None
        if found is not None:
            place = found.span()
    return place


def line_of(text: str, path: Path) -> int:
    """Return the line of a key, from 1; 0 where not even its table is found."""
    start, end = place_of(text, path)
    return text.count("\n", 0, start) + 1 if end else 0


def _entries(text: str) -> Iterator[tuple[tuple[str | int, ...], int, int]]:
    """Give each header and key with its whole path, and where it stands."""
    here: tuple[str | int, ...] = ()
    counts: dict[tuple[str, ...], int] = {}
    lines = [*_HEADER.finditer(text), *_KEY.finditer(text)]
    for line in sorted(lines, key=lambda line: line.start()):
        group = 1 if line.re is _KEY else 2
        names = _parts(line[group])
        if line.re is _KEY:
            yield (*here, *names), *line.span(group)
            continue
        if line[1] == "[[":
            counts[names] = counts.get(names, -1) + 1
        here = tuple(_numbered(names, counts))
        yield here, *line.span(group)


def _numbered(names: tuple[str, ...], counts: dict[tuple[str, ...], int]) -> Iterator[str | int]:
    """Give names, and behind that of an array of tables the number of its last item."""
    for length, name in enumerate(names, 1):
        yield name
        if names[:length] in counts:
            yield counts[names[:length]]


def _shared(written: Path, path: Path) -> int:
    """Return how much of a path an entry has written; nothing where it is about something else."""
    length = min(len(written), len(path))
    return length if tuple(written[:length]) == tuple(path[:length]) else 0


def _parts(name: str) -> tuple[str, ...]:
    return tuple("".join(groups) for groups in _PART.findall(name))
