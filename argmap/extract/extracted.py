"""What was taken out of a file: a text with its blocks, and what the file says about itself."""

import re
from typing import Final

from attrs import frozen

from argmap.passages import SourceText

_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,9}")


@frozen
class Extracted:
    """The text of a file.

    Attributes:
        source: the text, with its blocks and pages.
        language: the language that the file itself says it is in, as in BCP 47; may be empty.
        remark: what to tell people about how the file was read; empty where there was no doubt.
    """

    source: SourceText
    language: str = ""
    remark: str = ""


def language_tag(text: str) -> str:
    """Return what a file says its language is; empty where that is no tag as in BCP 47."""
    tag = text.strip()
    return tag if _LANGUAGE_TAG.fullmatch(tag) else ""
