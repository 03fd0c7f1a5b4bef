"""The map as an outline in HTML, for readers whose browser runs no script."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final

from attrs import field, frozen

from argmap.render.clean import clean
from argmap.render.describe import outgoing_arrows, sentence
from argmap.render.scene import Arrow, Box, Chip, Kind, Scene
from argmap.render.tree import NOWHERE, Tree

_DEEPEST: Final = 12
"""Below this many steps an item goes on as an item of its own at the end."""


def to_outline(scene: Scene, tree: Tree) -> str:
    """Return nested lists: each thesis with what speaks for and against it.

    A node is told once, where it stands in the picture; elsewhere it is named.

    Args:
        scene: what is shown.
        tree: which box hangs on which.
    """
    return "".join(f"{line}\n" for line in _Writer(scene, tree).lines())


@frozen
class _Writer:
    scene: Scene
    tree: Tree
    outgoing: Mapping[str, Sequence[Arrow]] = field(init=False)

    @outgoing.default
    def _outgoing(self) -> Mapping[str, Sequence[Arrow]]:
        return outgoing_arrows(self.scene)

    def lines(self) -> Iterator[str]:
        """Yield the lists; what stands too deep in one begins an item of another."""
        later = [(root, "") for root in self.tree.roots]
        while later:
            starts, later = later, []
            yield "<ul>"
            for start, note in starts:
                yield from self._branch(start, note, later)
            yield "</ul>"

    def _branch(self, start: int, note: str, later: list[tuple[int, str]]) -> Iterator[str]:
        """Yield the item of a box and all below it; put what is too deep into `later`."""
        base = self.tree.depths[start]
        worklist: list[int | str] = [start]
        while worklist:
            step = worklist.pop()
            if isinstance(step, str):
                yield step
                continue
            yield f"<li>{self._item(step)}"
            if step == start:
                yield note
            worklist.append("</li>")
            children = self.tree.children[step]
            if children and self.tree.depths[step] - base == _DEEPEST:
                yield "<p>It goes on below.</p>"
                name = escape(clean(self.scene.boxes[step].id))
                later.extend((child, f"<p>This goes on from {name}.</p>") for child in children)
            elif children:
                worklist += ["</ul>", *reversed(children), "<ul>"]

    def _item(self, number: int) -> str:
        box, home = self.scene.boxes[number], self.tree.homes[number]
        doing = self._doing(box, self.scene.arrows[home]) if home != NOWHERE else ""
        also = "".join(
            f"<p>It also {self._doing(box, arrow)} {escape(clean(arrow.head))}.</p>"
            for arrow in self.outgoing.get(box.id, ())
            if home == NOWHERE or arrow is not self.scene.arrows[home]
        )
        return f"<p>{f'<em>{doing}:</em> ' if doing else ''}{_told(box)}</p>{also}"

    def _doing(self, box: Box, arrow: Arrow) -> str:
        """Say what a relation does, with the company of the box in it."""
        others = [escape(clean(tail)) for tail in arrow.tails if tail != box.id]
        company = f" with {', '.join(others)}" if others else ""
        return f"{arrow.stance.value}{company}{' the step' if arrow.is_at_arrow else ''}"


def _told(box: Box) -> str:
    name = f"<b>{escape(clean(box.id))}</b>"
    if box.kind is Kind.MISSING:
        return f"{name} (missing)"
    weight = (*(mark for mark in box.marks if mark == Chip.LOAD_BEARING), box.strength_word)
    words = ", ".join(filter(None, (box.type or box.kind.value, box.status, *weight)))
    cited = f" <cite>{escape('; '.join(box.sources))}</cite>" if box.sources else ""
    return f"{name} ({escape(words)}): {escape(sentence(box.text))}{cited}"
