"""Why the text of a source cannot be had from its file."""

from argmap.findings import ArgmapError


class SourceTextError(ArgmapError):
    """A file has no text that argmap can read; the message says why and what to do."""


class UndecodableError(SourceTextError):
    """The bytes of a file are no text in any encoding that fits."""

    def __init__(self, reason: str, offset: int) -> None:
        self.offset = offset
        super().__init__(f"at byte {offset} (from 0), {reason}; save it as UTF-8")


class MissingExtraError(SourceTextError):
    """A library that only some installations have is needed."""

    def __init__(self, what: str, extra: str) -> None:
        self.extra = extra
        super().__init__(f"{what} needs a library; pip install 'argmap[{extra}]'")
