"""The outline of a map as nodes of docutils, for readers without pictures."""

import re
from collections.abc import Iterator
from typing import Final

from docutils import nodes

_MARK: Final = re.compile(r"\\(.)|\*\*|\*|~~")
_STEP: Final = 2
"""How far each level of an outline is indented, in characters."""


def outline_nodes(outline: str) -> list[nodes.Node]:
    """Return what argmap writes as Markdown as paragraphs and lists; the title is left out."""
    made: list[nodes.Node] = []
    lists: list[nodes.bullet_list] = []
    items: list[nodes.list_item] = []
    for line in outline.splitlines():
        text = line.lstrip(" ")
        if not text.startswith("- "):
            if text and not text.startswith("# "):
                made.append(nodes.paragraph("", "", *_inline(text)))
            continue
        depth = (len(line) - len(text)) // _STEP
        del lists[depth + 1 :], items[depth:]
        if len(lists) <= depth:
            lists.append(nodes.bullet_list(bullet="-"))
            (items[-1] if items else made).append(lists[-1])
        said = nodes.paragraph("", "", *_inline(text.removeprefix("- ")))
        items.append(nodes.list_item("", said))
        lists[-1].append(items[-1])
    return made


def _inline(text: str) -> Iterator[nodes.Node]:
    """Yield the words of one line, strong and emphasised where it says so."""
    words, mode, begin = "", "", 0
    for mark in _MARK.finditer(text):
        words += text[begin : mark.start()]
        begin = mark.end()
        if mark[1] is not None:
            words += mark[1]
            continue
        if words:
            yield _styled(words, mode)
        words, mode = "", "" if mode == mark[0] else mark[0]
    words += text[begin:]
    if words:
        yield _styled(words, mode)


def _styled(words: str, mode: str) -> nodes.Node:
    if mode == "**":
        return nodes.strong(words, words)
    if mode == "*":
        return nodes.emphasis(words, words)
    return nodes.Text(words)
