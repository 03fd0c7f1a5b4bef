"""The text of a source, from the bytes of a file."""

from attrs import evolve

from argmap.extract.encodings import Decoded, decode
from argmap.extract.extracted import Extracted
from argmap.extract.kinds import FileKind, kind_of
from argmap.passages import plain_source


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
