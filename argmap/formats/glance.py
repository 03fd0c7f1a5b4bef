"""A first look at a text, by which a format is told."""

import re
from functools import cached_property
from typing import Final

from attrs import field, frozen

_HEAD: Final = 4096
_KEY: Final = re.compile(r'"([^"\\]{1,80}+)"\s{0,80}+:')
_ROOT: Final = re.compile(r"<(?![?!])(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")


@frozen
class Glance:
    """The beginning of a text, and the name of its file.

    Attributes:
        suffix: how the file's name ends, in small letters with the dot; may be empty.
        text: the whole text.
    """

    suffix: str
    text: str = field(repr=False)

    @cached_property
    def head(self) -> str:
        """The first characters, without blanks before them."""
        return self.text[:_HEAD].lstrip("\ufeff \t\r\n")

    @property
    def is_json(self) -> bool:
        """Whether it seems to be JSON."""
        return self.head.startswith(("{", "["))

    @property
    def is_xml(self) -> bool:
        """Whether it seems to be XML."""
        return self.head.startswith("<")

    @cached_property
    def root(self) -> str:
        """The name of the first element of XML, without its prefix; may be empty."""
        found = _ROOT.search(self.head) if self.is_xml else None
        return found[1] if found else ""

    @cached_property
    def keys(self) -> frozenset[str]:
        """The names of JSON's objects, wherever they stand: of all of them in the text."""
        return frozenset(_KEY.findall(self.text)) if self.is_json else frozenset()
