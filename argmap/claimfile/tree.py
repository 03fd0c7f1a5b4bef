"""A claim file as a tree of texts, lists and mappings, each with its place; nothing is typed yet.

Every scalar is text: `no` stays `no` and `1.10` stays `1.10`. What stands behind a key means
is decided later, from the table of keys alone.
"""

from typing import Final, NamedTuple, TypeAlias

ABSENT: Final = frozenset({"", "~", "null"})
"""Written without quotes, these mean that there is nothing, as if the key were not there."""


# Named tuples, not attrs classes: a large map has a million of them, and they are made in half
# the time.


class Scalar(NamedTuple):
    """A text, as it reads after quotes and escapes.

    Attributes:
        text: the text.
        style: how it is written: plain (empty), `"`, `'`, `|` or `>`.
        start: where it starts in the file, with its quotes.
        end: where it ends.
    """

    text: str
    style: str = ""
    start: int = 0
    end: int = 0

    @property
    def is_absent(self) -> bool:
        """Whether it stands for nothing: empty, `~` or `null`, without quotes."""
        return not self.style and self.text in ABSENT


class Items(NamedTuple):
    """A list.

    Attributes:
        items: what stands in it.
        is_flow: whether it is written in brackets.
        start: where its first character stands.
        end: where it ends.
    """

    items: tuple["Value", ...]
    is_flow: bool = False
    start: int = 0
    end: int = 0


class Pairs(NamedTuple):
    """A mapping, in the order written; a key that stands twice is there twice.

    Attributes:
        pairs: keys and values.
        is_flow: whether it is written in braces.
        is_whole: False where a part of it could not be read.
        start: where its first key or its brace stands.
        end: where it ends.
    """

    pairs: tuple["Pair", ...]
    is_flow: bool = False
    is_whole: bool = True
    start: int = 0
    end: int = 0


Value: TypeAlias = Scalar | Items | Pairs
Pair: TypeAlias = tuple[Scalar, Value]
