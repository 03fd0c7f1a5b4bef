"""Large scenes made small: the deepest and least bearing branches are folded away and counted."""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, evolve, field, frozen

from argmap.render.parts import part
from argmap.render.scene import Scene
from argmap.render.tree import NOWHERE, Tree, grow_tree

_ROOTS: Final = -2


def fold(scene: Scene, most: int) -> Scene:
    """Return at most so many boxes of a scene, those with folded branches saying what is folded.

    The levels of the tree are shown one after the other. Of the first that does not fit whole,
    those boxes are shown that start most relations, then those with the largest branches, then
    those that come first in the document. What is drawn as one, such as linked premises or an
    attack with what it attacks, is shown or folded as one. So as to show anything at all, what
    comes first is shown even where it has more boxes.
    """
    if len(scene.boxes) <= most:
        return scene
    folder = _Folder(scene, grow_tree(scene), most)
    folder.show()
    shown = part(scene, {scene.boxes[box].id for box in folder.shown})
    counts = {scene.boxes[box].id: count for box, count in folder.folded().items()}
    return evolve(
        shown, boxes=tuple([evolve(box, folded=counts.get(box.id, 0)) for box in shown.boxes])
    )


@frozen
class _Group:
    """Siblings that are shown together.

    Attributes:
        boxes: their numbers, with those that their arrows start from or attack.
        relations: how many relations they start.
        size: how many boxes they and their branches have.
        rank: the place of the first in the tree.
    """

    boxes: tuple[int, ...]
    relations: int
    size: int
    rank: int


@define
class _Folder:
    scene: Scene
    tree: Tree
    most: int
    shown: set[int] = field(factory=set)
    parents: list[int] = field(init=False)
    sizes: list[int] = field(init=False)
    relations: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        count = len(self.scene.boxes)
        self.parents = [_ROOTS] * count
        for box, children in enumerate(self.tree.children):
            for child in children:
                self.parents[child] = box
        self.sizes = [1] * count
        for box in reversed(self.tree.order):
            if self.parents[box] != _ROOTS:
                self.sizes[self.parents[box]] += self.sizes[box]
        self.relations = [0] * count
        for tails in self.tree.ends.tails:
            for tail in tails:
                self.relations[tail] += 1

    def show(self) -> None:
        """Choose what is shown."""
        level: Sequence[int] = self.tree.roots
        while level:
            groups = [*self._groups(level)]
            needed = {box for group in groups for box in group.boxes}
            if len(self.shown | needed) <= self.most:
                self.shown |= needed
                level = [child for box in level for child in self.tree.children[box]]
                continue
            groups.sort(key=lambda group: (-group.relations, -group.size, group.rank))
            for group in groups:
                added = [box for box in group.boxes if box not in self.shown]
                if not self.shown or len(self.shown) + len(added) <= self.most:
                    self.shown.update(added)
            return

    def folded(self) -> dict[int, int]:
        """Return for boxes that are shown how many are folded below them."""
        counts: dict[int, int] = {}
        nearest = [_ROOTS] * len(self.parents)
        for box in self.tree.order:
            if box in self.shown:
                nearest[box] = box
            elif self.parents[box] != _ROOTS:
                above = nearest[box] = nearest[self.parents[box]]
                counts[above] = counts.get(above, 0) + 1
        return counts

    def _groups(self, level: Sequence[int]) -> Iterator[_Group]:
        groups: dict[int, list[int]] = {}
        leaders: dict[int, int] = {}
        by_arrow: dict[int, int] = {}
        for box in level:
            home = self.tree.homes[box]
            leader = box
            if home != NOWHERE:
                attacked = self.tree.ends.attacked[home]
                host = self.tree.ends.tails[attacked][0] if attacked != NOWHERE else NOWHERE
                leader = by_arrow.setdefault(home, leaders.get(host, box))
            leaders[box] = leader
            groups.setdefault(leader, []).append(box)
        for rank, boxes in enumerate(groups.values()):
            yield _Group(
                tuple(dict.fromkeys(end for box in boxes for end in self._needed(box))),
                sum(self.relations[box] for box in boxes),
                sum(self.sizes[box] for box in boxes),
                rank,
            )

    def _needed(self, box: int) -> Iterator[int]:
        """Yield a box with all that its arrow starts from and, if it attacks one, aims at."""
        yield box
        ends = self.tree.ends
        arrow, seen = self.tree.homes[box], set[int]()
        while arrow != NOWHERE and arrow not in seen:
            seen.add(arrow)
            yield from ends.tails[arrow]
            if ends.heads[arrow] != NOWHERE:
                yield ends.heads[arrow]
            arrow = ends.attacked[arrow]
