"""The text of a PDF, page by page."""

from ctypes import c_uint16
from typing import TYPE_CHECKING, Final

from argmap.extract.extracted import Extracted, language_tag
from argmap.extract.glyphs import lines_of_page
from argmap.extract.lines import Line
from argmap.extract.printed import printed_source
from argmap.extract.problems import NoPdfiumError, SourceTextError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES: Final = 10_000
"""Pages of a PDF; a few bytes can stand for millions of them."""

MOST_CHARACTERS: Final = 20_000_000
"""Characters of a PDF: some five Bibles."""

_LONGEST_TAG: Final = 100  # bytes


def extract_pdf(content: bytes) -> Extracted:
    """Return the text of a PDF, with its pages and what seem to be its paragraphs and headings.

    PDFium reads it, the library of Chrome. Headers and footers are left where they are.

    A hostile file can keep PDFium busy for hours, or take all memory, and nothing here stops it:
    `python -m argmap.extract` is for reading a PDF in a process of its own.

    Args:
        content: the bytes of the file.

    Raises:
        NoPdfiumError: when PDFium is not installed.
        SourceTextError: when the file is damaged, encrypted or too large, or has no text.
    """
    try:
        # An extra, for it is larger than all the rest.
        import pypdfium2  # noqa: PLC0415
    except ImportError:
        raise NoPdfiumError from None
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise SourceTextError(_why_not(str(error))) from None
    try:
        lines, unread = _lines(document)
        language = _language(document)
        page_count = len(document)
    finally:
        document.close()
    if not lines:
        message = "the PDF has no text, but perhaps pictures of it; run text recognition over it"
        raise SourceTextError(message)
    remark = f"page {unread[0]} is damaged and was left out" if unread else ""
    return Extracted(printed_source(lines, page_count), language, remark)


def _why_not(reason: str) -> str:
    if "password" in reason or "security" in reason:
        return "the PDF is encrypted; save a copy without a password"
    return "the PDF is damaged; get another copy"


def _lines(document: "PdfDocument") -> tuple[list[Line], list[int]]:
    """Return the lines of all pages, and the numbers of the pages that cannot be read."""
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - an extra, as above

    if len(document) > MOST_PAGES:
        message = f"the PDF has {len(document)} pages, more than {MOST_PAGES}; split it"
        raise SourceTextError(message)
    lines: list[Line] = []
    unread: list[int] = []
    left = MOST_CHARACTERS
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except PdfiumError:
            unread.append(number + 1)
            continue
        left -= text.count_chars()
        if left < 0:
            message = f"the PDF has more than {MOST_CHARACTERS} characters; split it"
            raise SourceTextError(message)
        lines += lines_of_page(text, number, page.get_rotation())
        text.close()
        page.close()
    return lines, unread


def _language(document: "PdfDocument") -> str:
    """Return the language that a PDF names, empty where it names none."""
    from pypdfium2 import raw  # noqa: PLC0415 - an extra, as above

    length = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if not 0 < length <= _LONGEST_TAG:
        return ""
    buffer = (c_uint16 * (length // 2))()
    raw.FPDFCatalog_GetLanguage(document, buffer, length)
    return language_tag(bytes(buffer).decode("utf-16-le", "replace").rstrip("\0"))
