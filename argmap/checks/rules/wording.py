"""The rule about words that stand for what is still to be written (601)."""

import re
from collections.abc import Iterator
from typing import Final

from argmap.checks.context import Context
from argmap.checks.rule import Problem, quoted
from argmap.model import ArgumentMap, Claim, Node, Relation, Source
from argmap.text import Span

_PLACEHOLDER: Final = re.compile(
    r"\b(?:TODO|TBD|FIXME)\b|(?<!\w)\?{3,}|\b[Ll]orem ipsum\b", re.UNICODE
)
_PARTS: Final = ("TODO", "TBD", "FIXME", "???", "orem ipsum")
"""One of these is in each placeholder; to look for them first takes a tenth of the time."""


def placeholder(context: Context) -> Iterator[Problem]:
    """A text holds TODO, TBD, FIXME, ??? or lorem ipsum in place of what is to be written.

    Why: It is easily forgotten, and then published. Looked at are the texts, reasons and warrants
    of nodes and relations, and what is said of sources and of the map. Quotations are left alone,
    for they say what their source says, and so are notes, which are for editors.

    Fires:
        claims:
          charge-cuts-traffic:
            text: A charge cuts traffic by ??? percent.
            assumed: TODO find the counts

    Silent:
        claims:
          charge-cuts-traffic:
            text: On todo lists and on Todos los Santos, what??? Quite.
            assumed: shown elsewhere
            note: TODO find the counts
    """
    for subject, owner, name, text, span in _texts(context.argument_map):
        has_part = any(part in text for part in _PARTS)
        match = _PLACEHOLDER.search(text) if has_part else None
        if match is not None:
            yield Problem(
                f"'{name}' of {owner} says '{match[0][:20]}'",
                _within(span, match[0]),
                help="write what is missing, or move the reminder into `note:`",
                subject=subject,
            )


_Value = ArgumentMap | Node | Relation | Source
_Text = tuple[str, str, str, str, Span | None]


def _texts(argument_map: ArgumentMap) -> Iterator[_Text]:
    """Give each text with the id and the name of its owner, its key, and its place."""
    yield from _fields(argument_map, "", "the map", "title", "description")
    for node in argument_map.nodes:
        yield from _fields(node, node.id, quoted(node.id), "text", "withdrawn")
        if isinstance(node, Claim):
            yield from _fields(node, node.id, quoted(node.id), "assumed")
    for relation in argument_map.relations:
        if relation.because:
            yield from _fields(relation, relation.id, quoted(relation.id), "because")
    for source in argument_map.sources:
        name = f"source {quoted(source.id)}"
        yield from _fields(source, source.id, name, "title", "author", "publisher", "url")


def _fields(value: _Value, subject: str, owner: str, *names: str) -> Iterator[_Text]:
    for name in names:
        text: str | None = getattr(value, name)
        if text:
            yield subject, owner, name, text, value.spans.get(name, value.span)


def _within(span: Span | None, word: str) -> Span | None:
    """Return the place of a word in a field, if it is written there as it reads."""
    if span is None:
        return None
    match = _PLACEHOLDER.search(span.text)
    if match is None or match[0] != word:
        return span
    return span.file.span(span.start + match.start(), span.start + match.end())
