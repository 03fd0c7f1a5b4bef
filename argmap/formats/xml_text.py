"""XML in and out: no entities, no outside files, bounded, and with the place of each element."""

import re
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import field, frozen

from argmap.findings import Finding
from argmap.formats.problems import invalid_file
from argmap.text import Span, TextFile

if TYPE_CHECKING:
    from lxml import etree

Element: TypeAlias = Any  # lxml ships no types
LARGEST: Final = 64 * 1024 * 1024
"""A file may have this many characters."""
MOST_ATTRIBUTES: Final = 1_000
"""An element may have this many attributes, for lxml looks through all to give one."""

_DOCTYPE: Final = re.compile(r"<!DOCTYPE[^\[>]*(\[)?")
# What is unclosed runs to the end, so that no text is looked through twice.
_START: Final = re.compile(
    r"<!--(?:.*?-->|.*)|<!\[CDATA\[(?:.*?\]\]>|.*)|<\?(?:.*?\?>|.*)"
    r"|<(?P<name>[^\W\d][\w.:-]*)(?:[^>\"']|\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z))*>?",
    re.DOTALL,
)
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ADVICE: Final = "mend it, or save it once more where it is from"


@frozen
class XmlText:
    """A file of XML that was read.

    Attributes:
        root: its first element; None where nothing could be read.
        findings: what was wrong with it.
    """

    file: TextFile
    root: Element = None
    findings: tuple[Finding, ...] = ()
    _spans: Mapping[Element, Span] = field(factory=dict, repr=False)

    def span(self, element: Element) -> Span:
        """Return the start tag of an element; where that is unknown, the end of the file."""
        end = len(self.file.text)
        return self._spans.get(element) or self.file.span(max(0, end - 1), end)


def read_xml(file: TextFile) -> XmlText:
    """Read a file of XML 1.0, as far as it can be read.

    A file that declares entities or a grammar of its own is refused: neither is needed, and
    entities can blow up a small file to any size. Nothing outside of it is read.
    """
    if len(file.text) > LARGEST:
        message = f"a file of {len(file.text):,} characters is too large"
        return _refused(file, file.span(0), message, f"split it into files below {LARGEST:,}")
    doctype = _DOCTYPE.search(file.text)
    if doctype and doctype[1]:
        message = "this XML declares its own entities or grammar"
        return _refused(file, file.span(*doctype.span()), message, "remove what stands in [ ]")
    root, errors = _parsed(file.text)
    findings = tuple(
        invalid_file(_place(file, line, column), f"this is no XML: {message}", _ADVICE)
        for line, column, message in errors
    )
    if root is None and not findings:
        return _refused(file, file.span(0), "this is no XML: it has no element", _ADVICE)
    places = {} if root is None else _places(file, root)
    if root is not None and len(file.text) > MOST_ATTRIBUTES:
        for element in root.iter("*"):
            if len(element.attrib) > MOST_ATTRIBUTES:
                message = f"an element has more than {MOST_ATTRIBUTES:,} attributes"
                return _refused(file, places.get(element, file.span(0)), message, _ADVICE)
    return XmlText(file, root, findings, places)


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: Element) -> str:
    """Return all text in an element, without the tags in it."""
    return "".join(element.itertext())


def fit(text: str) -> str:
    """Return a text with U+FFFD for what no XML can hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def write_xml(root: "etree._Element") -> str:
    """Return an element as a file in lines, with LF at the end."""
    from lxml import etree  # noqa: PLC0415 - loading libxml2 takes a while

    etree.indent(root)
    body: str = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _parsed(text: str) -> tuple[Element, list[tuple[int, int, str]]]:
    from lxml import etree  # noqa: PLC0415 - loading libxml2 takes a while

    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        return None, [(line, column, _reason(error.msg or "it is empty"))]
    # After the first error the others mostly follow from it.
    errors = [(one.line, one.column, _reason(one.message)) for one in parser.error_log][:1]
    return root, errors


def _reason(message: str) -> str:
    reason = message.partition(", line ")[0]
    return f"{reason[:1].lower()}{reason[1:]}"


def _refused(file: TextFile, span: Span, message: str, advice: str) -> XmlText:
    return XmlText(file, None, (invalid_file(span, message, advice),))


def _places(file: TextFile, root: Element) -> dict[Element, Span]:
    """Return the start tags of the elements: both come in the order of the file.

    In a broken file they may match no more from some element on.
    """
    places: dict[Element, Span] = {}
    tags = (tag for tag in _START.finditer(file.text) if tag["name"])
    for element, tag in zip(root.iter("*"), tags, strict=False):
        if tag["name"].rpartition(":")[2] != name_of(element):
            break
        places[element] = file.span(*tag.span())
    return places


def _place(file: TextFile, line: int, column: int) -> Span:
    """Return the place of a line and a column; libxml2 counts columns in bytes."""
    ends = islice(re.finditer("\n", file.text), max(0, line - 2), max(0, line - 1))
    start = max((end.end() for end in ends), default=0)
    before = file.text[start : start + column].encode("utf-8", "replace")[: max(0, column - 1)]
    at = min(start + len(before.decode("utf-8", "ignore")), len(file.text))
    return file.span(at, min(at + 1, len(file.text)))
