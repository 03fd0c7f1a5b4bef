"""Parts of a scene: what lies around one node, or under one heading."""

from attrs import evolve

from argmap.findings import UnknownIdError
from argmap.nearest import nearest
from argmap.render.clean import clean
from argmap.render.scene import Arrow, Kind, Scene, counted


def focus(scene: Scene, box_id: str, depth: int = 1) -> Scene:
    """Return the boxes within some steps of one box, and the arrows among them.

    One step leads from any end of a relation to all of its ends; what attacks a relation is one
    step from the ends of that relation.

    Raises:
        UnknownIdError: when there is no such box.
    """
    if box_id not in scene.boxes_by_id:
        raise UnknownIdError(box_id, nearest(box_id, scene.boxes_by_id))
    ends = {arrow.id: _ends(scene, arrow) for arrow in scene.arrows}
    touching: dict[str, list[str]] = {}
    for arrow_id, boxes in ends.items():
        for box in boxes:
            touching.setdefault(box, []).append(arrow_id)
    near, edge = {box_id}, [box_id]
    for _ in range(depth):
        found = [other for box in edge for arrow in touching.get(box, ()) for other in ends[arrow]]
        edge = [box for box in dict.fromkeys(found) if box not in near]
        near.update(edge)
        if not edge:
            break
    arrows = [arrow for arrow in scene.arrows if near.issuperset(ends[arrow.id])]
    return _part(scene, near, _with_aims(scene, arrows, near))


def section(scene: Scene, heading: str) -> Scene:
    """Return the boxes under a heading, and as quiet boxes those elsewhere that they touch.

    Raises:
        UnknownIdError: when there is no such heading.
    """
    heading = clean(heading)
    inside = {box.id for box in scene.boxes if box.section == heading}
    if not inside:
        raise UnknownIdError(heading, nearest(heading, [box.section for box in scene.boxes]))
    wanted = [arrow for arrow in scene.arrows if inside.intersection(_ends(scene, arrow))]
    arrows = _closed(scene, wanted)
    shown = inside.union(*(_own_ends(arrow) for arrow in arrows))
    part = _part(scene, shown, arrows)
    boxes = tuple(
        box if box.id in inside or box.kind is Kind.MISSING else evolve(box, is_elsewhere=True)
        for box in part.boxes
    )
    return evolve(part, boxes=boxes, caption=f"{heading} · {part.caption}")


def _own_ends(arrow: Arrow) -> tuple[str, ...]:
    return arrow.tails if arrow.is_at_arrow else (*arrow.tails, arrow.head)


def _ends(scene: Scene, arrow: Arrow) -> tuple[str, ...]:
    """Return the boxes at the ends of an arrow, and those of the arrow that it aims at."""
    if not arrow.is_at_arrow:
        return _own_ends(arrow)
    return (*arrow.tails, *_own_ends(scene.arrows_by_id[arrow.head]))


def _closed(scene: Scene, arrows: list[Arrow]) -> list[Arrow]:
    """Return arrows together with all that they aim at, directly or not, in order."""
    found = {arrow.id for arrow in arrows}
    worklist = list(arrows)
    while worklist:
        arrow = worklist.pop()
        if arrow.is_at_arrow and arrow.head not in found:
            found.add(arrow.head)
            worklist.append(scene.arrows_by_id[arrow.head])
    return [arrow for arrow in scene.arrows if arrow.id in found]


def _with_aims(scene: Scene, arrows: list[Arrow], near: set[str]) -> list[Arrow]:
    """Return those arrows whose ends and aims, directly or not, can be drawn too."""
    kept = {arrow.id for arrow in arrows if near.issuperset(_own_ends(arrow))}
    attackers: dict[str, list[str]] = {}
    for arrow in arrows:
        if arrow.is_at_arrow:
            attackers.setdefault(arrow.head, []).append(arrow.id)
    worklist = [arrow for head, each in attackers.items() if head not in kept for arrow in each]
    while worklist:
        arrow_id = worklist.pop()
        if arrow_id in kept:
            kept.remove(arrow_id)
            worklist.extend(attackers.get(arrow_id, ()))
    return [arrow for arrow in scene.arrows if arrow.id in kept]


def _part(scene: Scene, boxes: set[str], arrows: list[Arrow]) -> Scene:
    shown = tuple(box for box in scene.boxes if box.id in boxes)
    count = f"{len(shown):,} of {len(scene.boxes):,} nodes: {counted(shown, len(arrows))}"
    _, dot, source = scene.caption.partition(" · ")
    caption = f"{count}{dot}{source}" if dot else count
    return evolve(scene, boxes=shown, arrows=tuple(arrows), caption=caption)
