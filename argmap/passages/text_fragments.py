"""Links that make a browser show a place of a text: the `:~:text=` of URL Fragment Text Directives.

A browser takes the first place that a directive fits, without regard to case and accents; words
have to be whole, and each term has to be in one paragraph. So a long passage is given by its
first and last words, and words before and after it are added as long as it fits an earlier place.
"""

from bisect import bisect_right
from operator import attrgetter
from typing import Final
from urllib.parse import quote

from attrs import evolve, frozen

from argmap.passages.scripts import is_of_word, is_unspaced
from argmap.passages.source_text import SourceText, Stretch

_LONGEST: Final = 300  # code points that are given in full, as browsers do it
_WORDS: Final = 6  # of the beginning and of the end of a longer passage
_CONTEXTS: Final = (0, 3, 6, 12, 24)  # words
_MOST_TRIED: Final = 1_000  # places that fit in part
_FAR: Final = 1_000  # code points in which those words are looked for
_DIRECTIVE: Final = ":~:"


@frozen
class _Directive:
    """The terms of a text directive, as stretches of the text."""

    start: Stretch
    end: Stretch | None = None
    prefix: Stretch | None = None
    suffix: Stretch | None = None


def text_fragment(source: SourceText, place: Stretch) -> str:
    """Return the text directive for a place: `text=prefix-,start,end,-suffix`, percent-encoded.

    Where not even two dozen words before and after it are other than those of an earlier place,
    a browser shows that one.

    Args:
        source: the text.
        place: where the words stand, in code points from 0.
    """
    start, end = place
    for context in _CONTEXTS:
        directive = evolve(
            _directive(source, place, _WORDS + context),
            prefix=_words_before(source, start, context),
            suffix=_words_after(source, end, context),
        )
        fit = source.normal.position(start), source.normal.position(end)
        if _first_fit(source, directive) == fit:
            break
    terms = (
        _encoded(source, directive.prefix, "{}-"),
        _encoded(source, directive.start, "{}"),
        _encoded(source, directive.end, "{}"),
        _encoded(source, directive.suffix, "-{}"),
    )
    return f"text={','.join(term for term in terms if term)}"


def text_fragment_link(address: str, source: SourceText, place: Stretch) -> str:
    """Return a link to a place of a page; a text directive that the address had is replaced."""
    page = address.partition(_DIRECTIVE)[0]
    mark = "" if "#" in page else "#"
    return f"{page}{mark}{_DIRECTIVE}{text_fragment(source, place)}"


def _directive(source: SourceText, place: Stretch, number: int) -> _Directive:
    """Return a place as one term, or as its first and last words where it is long."""
    start, end = place
    first_block, last_block = _block_at(source, start), _block_at(source, end - 1)
    if first_block == last_block and end - start <= _LONGEST:
        return _Directive(place)
    if first_block == last_block:
        words = _words(source, place)
        number = min(number, len(words) // 2)
        if not number:
            return _Directive(place)
        return _Directive((start, words[number - 1][1]), (words[-number][0], end))
    first_words = _words(source, (start, first_block[1]))[:number]
    last_words = _words(source, (last_block[0], end))[-number:]
    return _Directive(
        (start, first_words[-1][1] if first_words else first_block[1]),
        (last_words[0][0] if last_words else last_block[0], end),
    )


def _block_at(source: SourceText, position: int) -> Stretch:
    """Return the paragraph or heading that a code point is in, or what is between two of them."""
    after = bisect_right(source.blocks, position, key=attrgetter("start"))
    start, end = 0, len(source.text)
    if after:
        block = source.blocks[after - 1]
        if position < block.end:
            return block.start, block.end
        start = block.end
    if after < len(source.blocks):
        end = source.blocks[after].start
    return start, end


def _words(source: SourceText, stretch: Stretch) -> list[Stretch]:
    start, end = stretch
    found = source.index.words_of(source.text[start:end])
    return [(start + one.start(), start + one.end()) for one in found]


def _words_before(source: SourceText, start: int, number: int) -> Stretch | None:
    """Return the last words of one block before a place, with the signs after them."""
    near = source.text[max(0, start - _FAR) : start]
    end = start - len(near) + len(near.rstrip())
    if not near.strip() or not number:
        return None
    block = _block_at(source, end - 1)
    words = _words(source, (max(block[0], end - _FAR), end))
    return (words[-number:][0][0], end) if words else None


def _words_after(source: SourceText, end: int, number: int) -> Stretch | None:
    """Return the first words of one block after a place, with the signs before them."""
    near = source.text[end : end + _FAR]
    start = end + len(near) - len(near.lstrip())
    if not near.strip() or not number:
        return None
    block = _block_at(source, start)
    words = _words(source, (start, min(block[1], start + _FAR)))
    return (start, words[:number][-1][1]) if words else None


def _first_fit(source: SourceText, directive: _Directive) -> Stretch | None:
    """Return where a browser would see a directive fit, in the normalised text."""
    text = source.normal.caseless
    prefix, start = _term(source, directive.prefix), _term(source, directive.start)
    at = -1
    for _ in range(_MOST_TRIED):
        at = text.find(prefix or start, at + 1)
        if at < 0:
            return None
        begin = at + len(prefix)
        begin += bool(prefix) and text[begin : begin + 1] == " "
        if _is_border(text, at) and text.startswith(start, begin):
            last = _fitting_end(source, directive, begin + len(start))
            if last is not None:
                return begin, last
    return None


def _fitting_end(source: SourceText, directive: _Directive, at: int) -> int | None:
    """Return where a directive ends whose start ends at a place, if end and suffix fit."""
    text = source.normal.caseless
    end, suffix = _term(source, directive.end), _term(source, directive.suffix)
    if not end:
        return at if _suffix_fits(text, suffix, at) else None
    for _ in range(_MOST_TRIED):
        at = text.find(end, at)
        if at < 0:
            return None
        at += len(end)
        if _suffix_fits(text, suffix, at):
            return at
    return None


def _suffix_fits(text: str, suffix: str, at: int) -> bool:
    if not suffix:
        return _is_border(text, at)
    begin = at + (text[at : at + 1] == " ")
    return text.startswith(suffix, begin) and _is_border(text, begin + len(suffix))


def _is_border(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return True
    is_inside = is_of_word(text[at - 1]) and is_of_word(text[at])
    return not is_inside or is_unspaced(text[at - 1]) or is_unspaced(text[at])


def _term(source: SourceText, stretch: Stretch | None) -> str:
    if stretch is None:
        return ""
    start, end = map(source.normal.position, stretch)
    return source.normal.caseless[start:end]


def _encoded(source: SourceText, stretch: Stretch | None, form: str) -> str:
    """Return a term as it is written in an address; empty for none."""
    if stretch is None:
        return ""
    words = " ".join(source.text[slice(*stretch)].split())
    return form.format(quote(words, safe="", errors="replace").replace("-", "%2D"))
