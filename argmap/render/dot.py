"""The scene in the language of Graphviz, for other programs to draw, or for `dot` to lay out."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import define, field

from argmap.model import Stance
from argmap.render.clean import clean
from argmap.render.face import make_face, measure_chips
from argmap.render.options import Direction
from argmap.render.scene import Arrow, Box, Change, Chip, Kind, Scene
from argmap.render.theme import DASHES, STANCES, USUAL

if TYPE_CHECKING:
    from graphviz import Digraph

Part: TypeAlias = Literal["whole", "tail", "head"]
"""What an edge stands for: an arrow, or what comes before or after the point in its middle."""

EdgeLooks: TypeAlias = Callable[[Arrow, Part], dict[str, str]]
"""The attributes of an edge that stands for a part of an arrow."""

_RANKS: Final[Mapping[Direction, str]] = {"lr": "RL", "rl": "LR", "tb": "BT", "bt": "TB"}
_HEADS: Final[Mapping[Stance, str]] = {
    Stance.SUPPORTS: "normal",
    Stance.CONTRASTS: "tee",
    Stance.UNDERCUTS: "none",
    Stance.RESTATES: "odiamond",
}


def to_dot(scene: Scene, direction: Direction = "lr") -> str:
    """Return the scene in the language of Graphviz, with labels, for other programs to draw."""
    graph = empty_graph(direction, "argument_map")
    graph.attr(label=_literal(scene.title), labelloc="t", labeljust="l", fontname="Arial")
    graph.attr("node", shape="box", fontname="Arial", fontsize="11", margin="0.15,0.08")
    graph.attr("edge", fontname="Arial", fontsize="10")
    names = EdgeNames(scene)
    widths = measure_chips()
    for box in scene.boxes:
        graph.node(names.boxes[box.id], _label(box, widths), **_looks(box))
    names.add_edges(graph, _edge_looks)
    return str(graph.source)


def empty_graph(direction: Direction, name: str) -> "Digraph":
    """Return a graph of Graphviz whose edges will run from premises to theses."""
    # Takes time to import, and is needed only for this engine and this output.
    from graphviz import Digraph  # noqa: PLC0415

    graph = Digraph(name)
    graph.attr(rankdir=_RANKS[direction], nodesep="0.3", ranksep="0.9", splines="spline")
    return graph


@define
class EdgeNames:
    """Names that are safe in DOT, and the edges between them.

    Linked premises meet in a point of their own, and so do attacks with what they attack.
    """

    scene: Scene
    boxes: dict[str, str] = field(init=False)
    arrows: dict[str, str] = field(init=False)
    attacked: set[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.boxes = {box.id: f"n{number}" for number, box in enumerate(self.scene.boxes, 1)}
        self.arrows = {arrow.id: f"r{number}" for number, arrow in enumerate(self.scene.arrows, 1)}
        self.attacked = {arrow.head for arrow in self.scene.arrows if arrow.is_at_arrow}

    def has_joint(self, number: int) -> bool:
        """Say whether an arrow has a point of its own in its middle."""
        arrow = self.scene.arrows[number]
        return len(arrow.tails) > 1 or arrow.id in self.attacked

    def add_edges(self, graph: "Digraph", looks: EdgeLooks) -> None:
        """Add the edges of all arrows; `looks` gives the attributes of each."""
        for number, arrow in enumerate(self.scene.arrows):
            name = self.arrows[arrow.id]
            head = self.arrows[arrow.head] if arrow.is_at_arrow else self.boxes[arrow.head]
            tails = [self.boxes[tail] for tail in arrow.tails]
            if not self.has_joint(number):
                graph.edge(tails[0], head, id=f"{name}_0", **looks(arrow, "whole"))
                continue
            graph.node(name, shape="point", width="0.05", height="0.05", label="")
            for index, tail in enumerate(tails):
                graph.edge(tail, name, id=f"{name}_t{index}", **looks(arrow, "tail"))
            graph.edge(name, head, id=f"{name}_0", **looks(arrow, "head"))


def _label(box: Box, chip_widths: Mapping[Chip, int]) -> str:
    if box.kind is Kind.MISSING:
        return _literal(f"? {clean(box.id)}")
    words = [clean(box.id), box.type or box.kind.value, *(chip.value for chip in box.chips)]
    face = make_face(box, chip_widths=chip_widths)
    lines = [" · ".join(words), *face.lines]
    if box.folded:
        lines.append(f"+{box.folded:,} not shown")
    lines += [f"before: {line}" for line in face.was[:1]] + [*face.was[1:], *face.remarks]
    return "".join(f"{_literal(line)}\\l" for line in lines)


def _looks(box: Box) -> dict[str, str]:
    styles = [] if box.kind is Kind.EVIDENCE else ["rounded"]
    if box.kind is Kind.MISSING or box.change is Change.REMOVED:
        styles.append("dotted")
    elif box.is_assumed or Chip.UNSUPPORTED in box.chips:
        styles.append("dashed")
    looks = {"style": ",".join(styles)} if styles else {}
    if box.kind is Kind.EVIDENCE:
        looks["shape"] = "note"
    if box.is_main or box.change in {Change.ADDED, Change.REWORDED, Change.CHANGED}:
        looks["penwidth"] = "2.5"
    return looks


def _edge_looks(arrow: Arrow, part: Part) -> dict[str, str]:
    stance = arrow.stance
    looks = {"color": STANCES[stance][0], "arrowhead": "none" if part == "tail" else _HEADS[stance]}
    if DASHES[stance]:
        looks["style"] = "dotted" if stance is Stance.UNDERCUTS else "dashed"
    if arrow.change in {Change.KEPT, Change.REMOVED}:
        looks["color"] = USUAL["outline"][0]
    elif arrow.change is not None:
        looks["penwidth"] = "2.5"
    if arrow.because:
        looks["tooltip"] = _literal(arrow.because)
    return looks


def _literal(text: str) -> str:
    """Return a text that Graphviz takes as it stands: no escapes, no entities, no HTML."""
    # Of use to few, so it is not imported with the rest.
    from graphviz import escape  # noqa: PLC0415

    literal: str = escape(text.replace("&", "&amp;"))
    return literal
