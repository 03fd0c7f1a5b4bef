"""The relations of a block, each below what it relates to."""

from typing import Final

from argmap.formats.argdown.blocks import Item
from argmap.formats.argdown.document import Bond, End, Link
from argmap.formats.argdown.gathering import Gathering

_BONDS: Final = {"+": Bond.SUPPORT, "-": Bond.ATTACK, "_": Bond.UNDERCUT, "><": Bond.CONTRADICTORY}


class Tree:
    """The relations of a block, each below what it relates to."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._stack: list[tuple[int, End]] = []

    def root(self, end: End) -> None:
        """Begin anew below a statement, an argument or an inference."""
        self._stack = [(0, end)]

    def add(self, item: Item, *, inference: End | None = None) -> None:
        """Read a relation.

        Args:
            item: where it stands.
            inference: the inference that the root was drawn by, which is what is undercut there.
        """
        gathering = self._gathering
        stack = self._stack
        if not stack:
            return
        if not item.indent:
            message = f"'{item.sign}' stands at the beginning of its line"
            gathering.remark(item, message, "indent it, as argmap understood it")
        indent = max(item.indent, 1)
        popped = 0
        while len(stack) > 1 and stack[-1][0] >= indent:
            popped = stack.pop()[0]
        if popped not in {0, indent}:
            advice = "indent it like the others of its parent; Argdown took it for one of the outer"
            gathering.remark(item, f"'{item.sign}' is indented like no relation above it", advice)
            if len(stack) > 1:
                indent = stack.pop()[0]
        parent = stack[-1][1]
        if inference is not None and len(stack) == 1 and item.sign in {"_", "<_"}:
            parent = inference
        child = gathering.member(item.content, item.end, "relation")
        stack.append((indent, child))
        self._link(item, parent, child)

    def _link(self, item: Item, parent: End, child: End) -> None:
        gathering = self._gathering
        sign = item.sign if item.sign == "><" else item.sign.strip("<>")
        bond = _BONDS[sign]
        if parent.kind == "inference" and not (bond is Bond.UNDERCUT and ">" not in item.sign):
            advice = "write '_' to undercut it; argmap took it for that"
            gathering.remark(item, f"'{item.sign}' stands below an inference", advice, heavy=True)
            bond, sign = Bond.UNDERCUT, "_"
            source, target = child, parent
        elif item.sign.endswith(">") or sign == "><":
            source, target = parent, child
        else:
            source, target = child, parent
        if bond is Bond.CONTRADICTORY and "argument" in {parent.kind, child.kind}:
            gathering.remark(
                item, "'><' relates to an argument", "only statements contradict; write '-'"
            )
            bond = Bond.ATTACK
        gathering.links.append(Link(bond, source, target, gathering.span(item.start, item.end)))
