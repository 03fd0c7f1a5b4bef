"""The text of an HTML page: what a reader sees and would quote, block by block."""

import re
from collections.abc import Mapping
from typing import Final

from argmap.extract.encodings import codec_named
from argmap.extract.extracted import Extracted, language_tag
from argmap.extract.problems import SourceTextError
from argmap.extract.writing import BlockWriter

DEEPEST: Final = 1000
"""Elements inside one another; browsers go down to 512, and a parser may look through all."""

_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
# fmt: off
_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "frameset", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "ol",
    "p", "plaintext", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead",
    "tr", "ul", "xmp", *_HEADINGS,
})
_UNSEEN: Final = frozenset({
    # Not shown, or no text of the page but its machinery: menus, forms, what stands in for media.
    "annotation", "annotation-xml", "applet", "audio", "button", "canvas", "datalist", "embed",
    "head", "iframe", "link", "map", "meta", "nav", "noembed", "noframes", "noscript", "object",
    "optgroup", "option", "param", "rp", "script", "select", "style", "svg", "template",
    "textarea", "title", "track", "video",
    # The reading of a word beside it, which nobody quotes.
    "rt", "rtc",
})
# fmt: on
_CELLS: Final = frozenset({"td", "th"})
_AS_TYPED: Final = frozenset({"listing", "plaintext", "pre", "xmp"})
_UNSEEN_STYLE: Final = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE
)
_UNSEEN_ROLES: Final = frozenset({"doc-backlink", "doc-noteref", "navigation"})
_NOTE_CLASSES: Final = frozenset(
    {
        "footnote-backref",
        "footnote-definition-label",
        "footnote-ref",
        "footnote-reference",
        "noteref",
        "reference",
    }
)
_HEAD: Final = 4096  # the standard looks at 1024 bytes, pages with long comments need more
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARED: Final = re.compile(
    rb"""<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""",
    re.IGNORECASE,
)


def extract_html(text: str) -> Extracted:
    """Return what a reader of a page sees.

    Left out are scripts, styles, menus (`nav`), forms' controls and what is hidden by attribute or
    inline style; and the marks of footnotes, which nobody quotes. A heading, paragraph, list item
    or row of a table is a block; cells of a row are divided by a tab. White space is folded but
    in `pre`. The parser follows the HTML standard in where tags begin and end.

    Args:
        text: the page, decoded.

    Raises:
        SourceTextError: when elements nest too deep.
    """
    # Only some sources are pages, and it takes a while to load.
    from lxml import etree  # noqa: PLC0415

    page = _Page()
    parser = etree.HTMLParser(encoding="utf-8", target=page, huge_tree=True)
    parser.feed(text.encode("utf-8"))
    parser.close()
    return page.written.extracted(page.language)


def declared_codec(content: bytes) -> str:
    """Return the codec of the encoding that a page names for itself; empty where it names none."""
    found = _DECLARED.search(_COMMENT.sub(b"", content[:_HEAD]))
    return codec_named(found[1].decode("ascii")) if found else ""


class _Page:
    """What a parser of HTML tells its tags and texts to, in their order."""

    def __init__(self) -> None:
        self.written = BlockWriter()
        self.language = ""
        self._within: list[str] = []
        self._levels: list[int] = []
        self._unseen = 0
        self._as_typed = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if len(self._within) >= DEEPEST:
            message = f"its elements nest deeper than {DEEPEST}; save the text alone"
            raise SourceTextError(message)
        if tag in {"html", "body"} and not self.language:
            self.language = _language(attributes)
        name = "#" if tag == "a" and attributes.get("href", "").startswith("#") else tag
        is_unseen = _is_unseen(tag, attributes) or self._is_note_mark(name, attributes)
        self._within.append(name)
        if self._unseen or is_unseen:
            self._unseen += 1
        else:
            self._begin(tag)

    def end(self, tag: str) -> None:
        self._within.pop()
        if self._unseen:
            self._unseen -= 1
        elif tag == "q":
            self.written.write("\u201d")
        elif tag in _BLOCKS:
            self.written.end_block()
            if tag in _HEADINGS:
                self._levels.pop()
                self.written.level = self._levels[-1] if self._levels else 0
            elif tag in _AS_TYPED:
                self._as_typed -= 1

    def data(self, text: str) -> None:
        if self._unseen:
            return
        if self._as_typed:
            self.written.write_as_typed(text)
        else:
            self.written.write(text)

    def comment(self, _text: str) -> None:
        """Comments are not seen."""

    def close(self) -> None:
        self.written.end_block()

    def _begin(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.written.end_block()
            if tag in _HEADINGS:
                self._levels.append(_HEADINGS[tag])
                self.written.level = _HEADINGS[tag]
            elif tag in _AS_TYPED:
                self._as_typed += 1
        elif tag in _CELLS:
            self.written.end_cell()
        elif tag == "br":
            self.written.end_line()
        elif tag == "q":
            self.written.write("\u201c")

    def _is_note_mark(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Say whether an element is the mark of a footnote: by its class, or raised and a link."""
        if name not in {"#", "a", "sup"}:
            return False
        above = self._within[-1] if self._within else ""
        is_raised_link = {name, above} == {"#", "sup"}
        return is_raised_link or not _NOTE_CLASSES.isdisjoint(attributes.get("class", "").split())


def _is_unseen(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag in _UNSEEN or (tag == "dialog" and "open" not in attributes):
        return True
    if not attributes:
        return False
    return (
        "hidden" in attributes
        or attributes.get("role", "").strip().lower() in _UNSEEN_ROLES
        or _UNSEEN_STYLE.search(attributes.get("style", "")) is not None
    )


def _language(attributes: Mapping[str, str]) -> str:
    return language_tag(attributes.get("lang") or attributes.get("xml:lang") or "")
