"""Why the text of a source cannot be had from its file."""

from argmap.findings import ArgmapError, MissingPackageError


class SourceTextError(ArgmapError):
    """A file has no text that argmap can read; the message says why and what to do."""


class UndecodableError(SourceTextError):
    """The bytes of a file are no text in any encoding that fits."""

    def __init__(self, reason: str, offset: int) -> None:
        self.offset = offset
        super().__init__(f"at byte {offset} (from 0), {reason}; save it as UTF-8")


class NoPdfiumError(MissingPackageError, SourceTextError):
    """The text of a PDF is wanted, and PDFium is not installed."""

    def __init__(self) -> None:
        super().__init__("reading a PDF", "pypdfium2", "pdf")
