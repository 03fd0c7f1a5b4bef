"""What Argdown's own notation does not say exactly, or not in every case."""

from argmap.formats.argdown.native import plain_tags, squeezed
from argmap.formats.argdown.values import items
from argmap.model import Json, Node


def inexact(node: Node, native: str) -> dict[str, Json]:
    """Return the fields of a node that Argdown's own notation does not say exactly."""
    own: dict[str, Json] = {}
    if node.text != native:
        own["text"] = node.text
    if node.tags != plain_tags(node.tags):
        own["tags"] = list(node.tags)
    if node.section != (squeezed(node.section or "") or None):
        own["section"] = node.section
    foreign = {name: one for name, one in node.data.items() if name != "argdown"}
    return {**own, **({"data": foreign} if foreign else {})}


def taken_others(data: dict[str, Json], text: str) -> list[str]:
    """Take the texts that stand besides one out of data, where they can be written before it."""
    others = texts_of(data.get("others"))
    plain = [one for one in dict.fromkeys(others) if one and one == squeezed(one)]
    if not squeezed(text) or squeezed(text) in others or plain != data.get("others"):
        return []
    del data["others"]
    return plain


def texts_of(value: Json) -> list[str]:
    """Return the texts of a list; none where it is no list."""
    return [one for one in items(value) if isinstance(one, str)]
