"""A claim file as it is to be laid out: keys, values, and the comments that go with them."""

from attrs import field, frozen

from argmap.claimfile.tree import Scalar


@frozen
class Entry:
    """One key with its value, or one item of a list.

    Attributes:
        value: a text, or a list or mapping.
        key: its key; None for an item of a list.
        before: comments on lines of their own above it; an empty text is a blank line.
        after: the comment at the end of its first line; may be empty.
        lines: a text that its author wrote over several lines, as it stands there.
    """

    value: "Scalar | Block"
    key: Scalar | None = None
    before: tuple[str, ...] = field(default=(), kw_only=True)
    after: str = field(default="", kw_only=True)
    lines: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def name(self) -> str:
        """The key; empty for an item of a list."""
        return self.key.text if self.key else ""


@frozen
class Block:
    """A list or mapping.

    Attributes:
        entries: what stands in it.
        is_mapping: whether it is a mapping.
        is_flow: whether its author wrote it in brackets or braces.
        foot: comments on lines of their own below its last entry.
    """

    entries: tuple[Entry, ...]
    is_mapping: bool
    is_flow: bool = field(default=False, kw_only=True)
    foot: tuple[str, ...] = field(default=(), kw_only=True)
