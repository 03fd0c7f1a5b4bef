"""Fixes: what a mistyped word of a claim file is to be replaced with."""

from collections.abc import Iterable

from argmap.claimfile.problems import shortened
from argmap.findings import Fix
from argmap.text import Span


def mended_word(span: Span | None, word: str, meant: str) -> tuple[Fix, ...]:
    """Return the fix that writes the word that was meant.

    There is none where the word is not written as it reads, such as in quotes with escapes.

    Args:
        span: where the word is written, with its quotes.
        word: as it reads.
        meant: as it should read.
    """
    if span is None or _unquoted(span.text) != word or not meant.isprintable():
        return ()
    from argmap.claimfile.scalars import one_line  # noqa: PLC0415 - most files are well spelt

    replacement = one_line(meant, in_flow=True)
    quote = span.text[:1] if span.text != word else ""
    if quote and replacement == meant and quote not in meant and "\\" not in meant:
        replacement = f"{quote}{meant}{quote}"
    return (Fix(f"write '{shortened(meant)}' for '{shortened(word)}'", span, replacement),)


def mended_list(span: Span | None, word: str, words: Iterable[str]) -> tuple[Fix, ...]:
    """Return the fix that makes a list of ids of one text: `[a, b]` of `"a, b"`.

    There is one where the text stands alone behind its key. As an item of a list it may be meant
    as several items, or as premises that count only together.

    Args:
        span: where the text is written, with its quotes.
        word: as it reads.
        words: the ids.
    """
    if span is None or _unquoted(span.text) != word or not _is_behind_key(span):
        return ()
    from argmap.claimfile.scalars import one_line  # noqa: PLC0415 - as above

    items = ", ".join(one_line(one, in_flow=True) for one in words)
    return (Fix(f"make a list of '{shortened(word)}'", span, f"[{items}]"),)


def _unquoted(written: str) -> str:
    if written[:1] in {'"', "'"} and written[-1] == written[0]:
        return written[1:-1]
    return written


def _is_behind_key(span: Span) -> bool:
    """Say whether a value stands on the line of its key, right behind the colon."""
    text, place = span.file.text, span.start
    while place and text[place - 1] in " \t":
        place -= 1
    return text[place - 1 : place] == ":"
