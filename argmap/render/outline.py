"""The scene as an outline in Markdown: each thesis with what speaks for and against it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import define, field

from argmap.model import Stance
from argmap.render.clean import clean
from argmap.render.describe import sentence
from argmap.render.scene import Arrow, Box, Change, Kind, Scene
from argmap.render.tree import Tree, grow_tree

_SIGNS: Final[Mapping[Stance, str]] = {
    Stance.SUPPORTS: "+",
    Stance.CONTRASTS: "\u2212",
    Stance.UNDERCUTS: "\u00d7",
    Stance.RESTATES: "=",
}
_DEEPEST: Final = 12
"""Below this many steps an item goes on as an item of its own at the end."""

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~$&#])")


def to_markdown(scene: Scene) -> str:
    """Return the scene as text: theses at the left, what bears on them below.

    A box is told once, where it stands in the picture; elsewhere it is named.
    """
    writer = _Writer(scene, grow_tree(scene))
    title = f"# {escaped(scene.title)}\n\n" if scene.title else ""
    lines = "".join(f"{line}\n" for line in writer.lines())
    signs = ", ".join(f"{sign} {stance.value}" for stance, sign in _SIGNS.items())
    return f"{title}{escaped(scene.caption)}.\n\nSigns: {signs}.\n\n{lines}"


def escaped(text: str) -> str:
    """Return clean text so that Markdown shows it as it stands."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


@define
class _Writer:
    scene: Scene
    tree: Tree
    outgoing: Mapping[int, Sequence[int]] = field(init=False)

    @outgoing.default
    def _outgoing(self) -> Mapping[int, Sequence[int]]:
        boxes = {box.id: number for number, box in enumerate(self.scene.boxes)}
        found: dict[int, list[int]] = {}
        for number, arrow in enumerate(self.scene.arrows):
            for tail in arrow.tails:
                found.setdefault(boxes[tail], []).append(number)
        return found

    def lines(self) -> Iterator[str]:
        """Yield the items, from the theses on."""
        later = [(root, "") for root in self.tree.roots]
        while later:
            starts, later = later, []
            for start, note in starts:
                worklist = [(start, 0)]
                while worklist:
                    box, depth = worklist.pop()
                    indent = "  " * depth
                    yield f"{indent}- {self._item(box)}{note if box == start else ''}"
                    yield from (f"{indent}  - {line}" for line in self._lines_below(box))
                    children = self.tree.children[box]
                    if depth == _DEEPEST and children:
                        name = escaped(clean(self.scene.boxes[box].id))
                        yield f"{indent}  - goes on below"
                        later.extend((child, f" (goes on from **{name}**)") for child in children)
                    else:
                        worklist.extend((child, depth + 1) for child in reversed(children))

    def _item(self, number: int) -> str:
        box = self.scene.boxes[number]
        home = self.tree.homes[number]
        sign = f"{self._doing(box, self.scene.arrows[home])} " if home >= 0 else ""
        return f"{sign}{describe_box(box)}"

    def _doing(self, box: Box, arrow: Arrow) -> str:
        """Return the sign of the arrow that a box stands at, with its company and its aim."""
        words = [f"**{_SIGNS[arrow.stance]}**"]
        others = [clean(tail) for tail in arrow.tails if tail != box.id]
        if others:
            words.append(f"*with {', '.join(map(escaped, others))}*")
        if arrow.is_at_arrow:
            words.append(f"*the step {escaped(clean(arrow.head))}*")
        return " ".join(words)

    def _lines_below(self, number: int) -> Iterator[str]:
        box = self.scene.boxes[number]
        if box.was:
            yield f"before: ~~{escaped(sentence(box.was))}~~"
        yield from map(escaped, box.remarks)
        yield from self._cross_references(number)

    def _cross_references(self, number: int) -> Iterator[str]:
        box = self.scene.boxes[number]
        for arrow_number in self.outgoing.get(number, ()):
            arrow = self.scene.arrows[arrow_number]
            # What is gone is told by remarks.
            if arrow_number != self.tree.homes[number] and arrow.change is not Change.REMOVED:
                others = [escaped(clean(tail)) for tail in arrow.tails if tail != box.id]
                company = f" with {', '.join(others)}" if others else ""
                aim = "the step " if arrow.is_at_arrow else ""
                sign = f"**{_SIGNS[arrow.stance]}**"
                yield f"{sign} also {arrow.stance.value}{company} {aim}{escaped(clean(arrow.head))}"


def describe_box(box: Box) -> str:
    """Return a box as Markdown: its id, its status, its text and its sources."""
    name = f"**{escaped(clean(box.id))}**"
    if box.kind is Kind.MISSING:
        return f"{name} (missing)"
    change = [box.change.value] if box.change else []
    words = [box.type or box.kind.value, *change, *([box.status] if box.status else []), *box.marks]
    if box.is_elsewhere and not box.change:
        words.append(f"elsewhere: {box.section}" if box.section else "elsewhere")
    text = escaped(sentence(box.text))
    is_gone = box.change is Change.REMOVED and box.text
    parts = [f"{name} ({escaped(', '.join(words))}):", f"~~{text}~~" if is_gone else text]
    if box.sources:
        parts.append(f"*{escaped('; '.join(box.sources))}*")
    if box.folded:
        parts.append(f"(+{box.folded:,} not shown)")
    return " ".join(parts)
