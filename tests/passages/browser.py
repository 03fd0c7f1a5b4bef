"""What a browser shows for a text fragment, in short: the first place that the directive fits."""

import re
import unicodedata
from urllib.parse import unquote


def shown(blocks: list[str], directive: str) -> str:
    """Return the words that are shown of a page of blocks; empty where the directive fits none.

    Follows "find a range from a text directive" of URL Fragment Text Directives: terms are whole
    words of one block, compared without case and accents; prefix and suffix touch the match but
    for blanks.
    """
    terms = directive.removeprefix("text=").split(",")
    prefix = unquote(terms.pop(0)[:-1]) if terms[0].endswith("-") else ""
    suffix = unquote(terms.pop()[1:]) if terms[-1].startswith("-") else ""
    start, *ends = map(unquote, terms)
    page = "\n".join(_collapsed(block) for block in blocks)
    lead = rf"{_term(prefix)}\s*" if prefix else ""
    tail = rf"\s*{_term(suffix)}\b" if suffix else ""
    rest = rf".*?{_term(ends[0])}" if ends else ""
    pattern = rf"(?s)(?<!\w){lead}({_term(start)}{rest}){tail}(?!\w)"
    match = re.search(pattern, _base(page))
    return page[slice(*match.span(1))] if match else ""


def _term(words: str) -> str:
    return re.escape(_base(_collapsed(words)))


def _collapsed(text: str) -> str:
    return " ".join(text.split())


def _base(text: str) -> str:
    """Return a text without case and accents, with every character at its place."""
    return "".join(unicodedata.normalize("NFD", one)[0].lower()[:1] for one in text)
