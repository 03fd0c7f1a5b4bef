"""Whether the text of a source is at hand, and if not, why."""

from enum import Enum

from attrs import frozen

from argmap.passages import SourceText


class Why(Enum):
    """Why there is no text of a source."""

    NO_FILE = "no file"
    """The source names none, and none was given."""

    MISSING = "missing"
    """Its file is not there."""

    OUTSIDE = "outside"
    """Its file lies outside of the project."""

    UNREADABLE = "unreadable"
    """It is no regular file, is refused by the disk, too large, damaged, or of another kind."""

    UNDECODABLE = "undecodable"
    """Its bytes are in no encoding that fits."""

    MISSING_EXTRA = "missing extra"
    """A library that it needs is not installed."""


@frozen
class TextAtHand:
    """The text of a source.

    Attributes:
        path: the file that it is from, as it is to be shown.
        sha256: the SHA-256 of the bytes of that file, in hexadecimal digits.
        source: the text, in the language that the source is in.
        remark: what to tell people about how it was read, such as `was read as windows-1252, a
            guess; save it as UTF-8`; empty where there was no doubt.
    """

    path: str
    sha256: str
    source: SourceText
    remark: str = ""


@frozen
class NoText:
    """Why the text of a source is not at hand.

    Attributes:
        why: in one of a few words.
        message: what is wrong and what to do, to be put behind the path; empty for NO_FILE.
        path: the file that was meant, as it is to be shown; empty for NO_FILE.
        sha256: that of the bytes, where they could be read and only the text could not.
    """

    why: Why
    message: str = ""
    path: str = ""
    sha256: str = ""
