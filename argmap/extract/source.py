"""The text of a source, from the bytes of a file."""

from attrs import evolve

from argmap.extract.encodings import Decoded, decode
from argmap.extract.extracted import Extracted
from argmap.extract.kinds import FileKind, kind_of
from argmap.passages import SourceText, plain_source

_DEFAULT_LANGUAGE = "en"


def source_text_of(name: str, content: bytes, language: str | None = None) -> SourceText:
    """Return the text of a file: plain text, Markdown, HTML or PDF.

    Args:
        name: its name or path, for the kind of file that it is.
        content: its bytes.
        language: the language of the text, as in BCP 47; where none is given, the one that the
            file names, or else English.

    Raises:
        SourceTextError: when the file is of another kind, damaged, or in no known encoding.
    """
    found = extract(name, content)
    return evolve(found.source, language=language or found.language or _DEFAULT_LANGUAGE)


def extract(name: str, content: bytes) -> Extracted:
    """Return the text of a file, with the language that it names and remarks on how it was read.

    A PDF is read in this process; see `extract_pdf` for what a hostile one can do.

    Args:
        name: its name or path, for the kind of file that it is.
        content: its bytes.

    Raises:
        SourceTextError: when the file is of another kind, damaged, or in no known encoding.
    """
    kind = kind_of(name, content)
    if kind is FileKind.PDF:
        from argmap.extract.pdf import extract_pdf  # noqa: PLC0415 - each kind has its own reader

        return extract_pdf(content)
    declared = ""
    if kind is FileKind.HTML:
        from argmap.extract.html import declared_codec  # noqa: PLC0415 - as above

        declared = declared_codec(content)
    decoded = decode(content, declared)
    return evolve(_extracted(kind, decoded), remark=decoded.remark)


def _extracted(kind: FileKind, decoded: Decoded) -> Extracted:
    if kind is FileKind.HTML:
        from argmap.extract.html import extract_html  # noqa: PLC0415 - as above

        return extract_html(decoded.text)
    if kind is FileKind.MARKDOWN:
        from argmap.extract.markdown import extract_markdown  # noqa: PLC0415 - as above

        return extract_markdown(decoded.text)
    return Extracted(plain_source(decoded.text))
