"""The scene as a Mermaid flowchart, which GitHub and others draw within Markdown."""

from collections.abc import Iterator, Mapping
from typing import Final

from argmap.model import Stance
from argmap.render.clean import clean
from argmap.render.options import Direction
from argmap.render.scene import Arrow, Box, Change, Chip, Kind, Scene
from argmap.render.theme import STANCES

_RANKS: Final[Mapping[Direction, str]] = {"lr": "RL", "rl": "LR", "tb": "BT", "bt": "TB"}
_ENDS: Final[Mapping[Stance, tuple[str, str]]] = {
    Stance.SUPPORTS: ("-->", "---"),
    Stance.CONTRASTS: ("--x", "---"),
    Stance.UNDERCUTS: ("-.->", "-.-"),
    Stance.RESTATES: ("-.-o", "-.-"),
}
_SIGNS: Final[Mapping[Stance, str]] = {
    Stance.SUPPORTS: "#43;",
    Stance.CONTRASTS: "\u2212",
    Stance.UNDERCUTS: "\u00d7",
    Stance.RESTATES: "#61;",
}
_PLAIN: Final = frozenset(" ,.?'-:/")


def to_mermaid(scene: Scene, direction: Direction = "lr") -> str:
    """Return the scene as a Mermaid flowchart.

    Linked premises meet in a small circle, and an attack ends on one within the step it attacks.
    GitHub draws no chart of more than 500 lines or 50,000 characters.
    """
    lines = [f"flowchart {_RANKS[direction]}", *_boxes(scene), *_edges(scene), *_classes(scene)]
    return "".join(f"{line}\n" for line in lines)


def safe(text: str) -> str:
    """Return clean text so that Mermaid takes all of it as a label and none as syntax.

    Everything but letters, digits, blanks and plain stops becomes the number of its character.
    """
    shown = "".join(
        character
        if character.isalnum() or character in _PLAIN or not character.isascii()
        else f"#{ord(character)};"
        for character in " ".join(text.split())
    )
    # A hyphen, or a number and a stop, would start a list.
    if shown.startswith("-"):
        return f"#45;{shown[1:]}"
    head, stop, rest = shown.partition(".")
    return f"{head}#46;{rest}" if stop and head.isdigit() else shown


def _boxes(scene: Scene) -> Iterator[str]:
    for number, box in enumerate(scene.boxes, 1):
        opening, closing = ("(", ")") if box.kind is Kind.CLAIM else ("[", "]")
        yield f'  n{number}{opening}"{_label(box)}"{closing}'


def _label(box: Box) -> str:
    if box.kind is Kind.MISSING:
        return f"? {safe(clean(box.id))}"
    words = [clean(box.id), box.type or box.kind.value, *(chip.value for chip in box.chips)]
    parts = [safe(" · ".join(words)), safe(box.text)]
    if box.citation:
        parts.append(safe(box.citation))
    if box.folded:
        parts.append(safe(f"+{box.folded:,} not shown"))
    if box.was:
        parts.append(safe(f"before: {box.was}"))
    parts.extend(map(safe, box.remarks))
    return "<br>".join(part for part in parts if part)


def _edges(scene: Scene) -> Iterator[str]:
    names = {box.id: f"n{number}" for number, box in enumerate(scene.boxes, 1)}
    joints = {arrow.id: f"r{number}" for number, arrow in enumerate(scene.arrows, 1)}
    attacked = {arrow.head for arrow in scene.arrows if arrow.is_at_arrow}
    numbers: dict[str, list[str]] = {}
    count = 0
    for arrow in scene.arrows:
        head = joints[arrow.head] if arrow.is_at_arrow else names[arrow.head]
        tails, joint = [names[tail] for tail in arrow.tails], joints[arrow.id]
        with_head, without = _ENDS[arrow.stance]
        edges = []
        if len(tails) > 1 or arrow.id in attacked:
            yield f'  {joint}((" "))'
            edges = [f"  {tail} {without} {joint}" for tail in tails]
            tails = [joint]
        edges.append(f'  {tails[0]} {with_head}|"{_SIGNS[arrow.stance]}"| {head}')
        yield from edges
        numbers.setdefault(_edge_look(arrow), []).extend(
            str(number) for number in range(count, count + len(edges))
        )
        count += len(edges)
    for look, listed in numbers.items():
        yield f"  linkStyle {','.join(listed)} {look}"


def _edge_look(arrow: Arrow) -> str:
    if arrow.change is Change.KEPT:
        return "stroke:#6b7280,stroke-width:1px"
    if arrow.change is Change.REMOVED:
        return "stroke:#6b7280,stroke-width:1px,stroke-dasharray:1 4"
    width = "2px" if arrow.change is None else "4px"
    return f"stroke:{STANCES[arrow.stance][0]},stroke-width:{width}"


def _classes(scene: Scene) -> Iterator[str]:
    classes: dict[str, list[str]] = {}
    for number, box in enumerate(scene.boxes, 1):
        for name in _class_names(box):
            classes.setdefault(name, []).append(f"n{number}")
    looks = {
        "main": "stroke-width:3px,font-weight:bold",
        "assumed": "stroke-dasharray:5 3",
        "unsupported": "stroke:#b35c00,stroke-dasharray:9 4",
        "missing": "fill:none,stroke-dasharray:2 3",
        "elsewhere": "fill:none,stroke:#8b949e",
        "added": "stroke:#0b7a3e,stroke-width:4px",
        "changed": "stroke:#2f5fa8,stroke-width:4px",
        "removed": "fill:none,stroke-dasharray:2 3,color:#59636e",
    }
    for name, look in looks.items():
        if name in classes:
            yield f"  classDef {name} {look}"
            yield f"  class {','.join(classes[name])} {name}"


def _class_names(box: Box) -> Iterator[str]:
    if box.is_elsewhere:
        yield "elsewhere"
        return
    if box.change is Change.REMOVED:
        yield "removed"
        return
    if box.kind is Kind.MISSING:
        yield "missing"
    if box.is_main:
        yield "main"
    if box.is_assumed:
        yield "assumed"
    if Chip.UNSUPPORTED in box.chips:
        yield "unsupported"
    if box.change is not None:
        yield "added" if box.change is Change.ADDED else "changed"
