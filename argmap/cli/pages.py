"""Pages of argmap's own in Markdown, laid out for a terminal.

Known are the few blocks that they are made of: headings, paragraphs, lists, tables of two columns
and fenced code; and in a line, code in backticks.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from textwrap import wrap
from typing import Final

import click

_KEPT: Final = "\ue000"  # stands for a space at which no line ends
_CODE: Final = re.compile(r"`([^`]+)`")
_ITEM: Final = re.compile(r"(?:-|[0-9]+\.) ")
_TERMS: Final = 0.4  # of the width, at most; a wider term has its meaning in the next line
_INDENT: Final = "  "

_Paint = Callable[[str], str]


def laid_out(page: str, width: int, *, is_bright: bool) -> str:
    """Return a page as the text of a terminal.

    Args:
        page: in Markdown.
        width: of the terminal, in cells; only code and long words go beyond it.
        is_bright: whether headings, commands and code are printed in bold, and not in backticks.
    """
    paint: _Paint = _bold if is_bright else _as_it_is
    blocks = ("\n".join(_drawn(block, width, paint)) for block in _blocks(page.splitlines()))
    text = "\n\n".join(blocks).replace(_KEPT, " ")
    return f"{text}\n"


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield what stands between empty lines; fenced code is one block."""
    block: list[str] = []
    is_code = False
    for line in lines:
        is_fence = line.startswith("```")
        if block and not is_code and (is_fence or not line):
            yield block
            block = []
        if line or is_code:
            block.append(line)
        if is_fence and is_code:
            yield block
            block = []
        is_code ^= is_fence
    if block:
        yield block


def _drawn(block: list[str], width: int, paint: _Paint) -> Iterator[str]:
    first = block[0]
    if first.startswith("```"):
        for line in block[1:-1]:
            text = paint(line) if line.startswith("$ ") else line
            yield f"{2 * _INDENT}{text}".rstrip()
    elif first.startswith("#"):
        yield paint(first.lstrip("# ").replace("`", ""))
    elif first.startswith("|"):
        yield from _table([_cells(line) for line in (*block[:1], *block[2:])], width, paint)
    else:
        for item in _items(block):
            marker = match[0] if (match := _ITEM.match(item)) else ""
            text = item[len(marker) :]
            yield from _wrapped(text, width, _INDENT + marker, paint)


def _items(lines: list[str]) -> list[str]:
    """Return the items of a list, or the one paragraph, each as one line."""
    items: list[str] = []
    for line in lines:
        if items and not _ITEM.match(line):
            items[-1] += f" {line.strip()}"
        else:
            items.append(line)
    return items


def _cells(line: str) -> tuple[str, str]:
    term, _, meaning = line.strip("| ").partition(" | ")
    return f"{_INDENT}{term.strip().replace('`', '')}{_INDENT}", meaning.strip()


def _table(rows: list[tuple[str, str]], width: int, paint: _Paint) -> Iterator[str]:
    """Draw a table: terms, and beside each what it means."""
    widest = min(max(len(term) for term, _ in rows), int(width * _TERMS))
    for term, meaning in rows:
        first, *rest = _wrapped(meaning, width, " " * widest, paint)
        if len(term) > widest:
            yield paint(term.rstrip())
            yield first
        else:
            yield f"{paint(term.ljust(widest))}{first.lstrip()}"
        yield from rest


def _wrapped(text: str, width: int, start: str, paint: _Paint) -> Iterator[str]:
    kept = _CODE.sub(lambda match: match[0].replace(" ", _KEPT), text)
    lines = wrap(
        kept,
        width,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_long_words=False,
        break_on_hyphens=False,
    )
    for line in lines:
        yield line if paint is _as_it_is else _CODE.sub(lambda match: paint(match[1]), line)


def _bold(text: str) -> str:
    return click.style(text, bold=True)


def _as_it_is(text: str) -> str:
    return text
