"""The text of a source, from the bytes of a file."""

from attrs import evolve

from argmap.extract.encodings import Decoded, decode
from argmap.extract.extracted import Extracted
from argmap.extract.html import declared_codec, extract_html
from argmap.extract.kinds import FileKind, kind_of
from argmap.extract.markdown import extract_markdown
from argmap.extract.pdf import extract_pdf
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
        return extract_pdf(content)
    declared = declared_codec(content) if kind is FileKind.HTML else ""
    decoded = decode(content, declared)
    return evolve(_extracted(kind, decoded), remark=decoded.remark)


def _extracted(kind: FileKind, decoded: Decoded) -> Extracted:
    if kind is FileKind.HTML:
        return extract_html(decoded.text)
    if kind is FileKind.MARKDOWN:
        return extract_markdown(decoded.text)
    return Extracted(plain_source(decoded.text))
