"""Parts of a scene: what lies around one node, under one heading, or has some status."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from attrs import evolve

from argmap.assess import Status
from argmap.findings import InvalidValueError, UnknownIdError
from argmap.nearest import nearest
from argmap.render.building import captioned, counted, origin_of
from argmap.render.clean import clean
from argmap.render.scene import OF_REVIEWS, Arrow, Box, Kind, Scene

KNOWN: Final = (*map(str, Status), *map(str, OF_REVIEWS))


def focus(scene: Scene, box_id: str, depth: int = 1) -> Scene:
    """Return the boxes within some steps of one box, which is marked, and the arrows among them.

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
    around = _part(scene, near, _with_aims(scene, arrows, near))
    marked = [evolve(box, is_focus=True) if box.id == box_id else box for box in around.boxes]
    return evolve(around, boxes=tuple(marked))


def section(scene: Scene, heading: str) -> Scene:
    """Return the boxes under a heading, and as quiet boxes those elsewhere that they touch.

    Raises:
        UnknownIdError: when there is no such heading.
    """
    heading = clean(heading)
    inside = {box.id for box in scene.boxes if box.section == heading}
    if not inside:
        raise UnknownIdError(heading, nearest(heading, [box.section for box in scene.boxes]))
    return with_surroundings(scene, inside, heading)


def of_status(scene: Scene, statuses: Iterable[str]) -> Scene:
    """Return the boxes that have one of some statuses or marks, and quietly what they touch.

    Raises:
        InvalidValueError: when a word is no status, or no box has any of them.
    """
    wanted = tuple(dict.fromkeys(statuses))
    for word in wanted:
        if word not in KNOWN:
            message = f"'{word}' is no status; choose of {', '.join(KNOWN)}"
            raise InvalidValueError(message)
    inside = {
        box.id
        for box in scene.boxes
        if box.status in wanted or (box.chips and not frozenset(wanted).isdisjoint(box.marks))
    }
    if not inside:
        present = {word for box in scene.boxes for word in (box.status, *box.marks)}
        known = ", ".join(word for word in KNOWN if word in present) or "none"
        message = f"nothing here is {' or '.join(wanted)}; what occurs is {known}"
        raise InvalidValueError(message)
    return with_surroundings(scene, inside, ", ".join(wanted))


def with_surroundings(
    scene: Scene, inside: Collection[str], name: str, also: Collection[str] = ()
) -> Scene:
    """Return some boxes, and as quiet boxes those elsewhere that they touch.

    Args:
        scene: the whole.
        inside: the ids of boxes.
        name: what these boxes are, for the caption.
        also: the ids of arrows to be drawn whatever they touch.
    """
    named = frozenset(inside)
    wanted = [
        arrow
        for arrow in scene.arrows
        if arrow.id in also or named.intersection(_ends(scene, arrow))
    ]
    arrows = _closed(scene, wanted)
    shown = named.union(*(_own_ends(arrow) for arrow in arrows))
    boxes = tuple(
        box if box.id in named or box.kind is Kind.MISSING else evolve(box, is_elsewhere=True)
        for box in scene.boxes
    )
    whole = _part(evolve(scene, boxes=boxes), shown, arrows)
    return evolve(whole, caption=f"{name} · {whole.caption}")


def part(scene: Scene, shown: Collection[str]) -> Scene:
    """Return some boxes, by their ids, and the arrows whose ends and aims are all there.

    What is left out is out of sight only: the caption counts its sources too.
    """
    found = _part(scene, shown, _with_aims(scene, scene.arrows, shown))
    count = _told(scene, found.boxes, len(found.arrows))
    return evolve(found, caption=captioned(count, scene.origin), origin=scene.origin)


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


def _with_aims(scene: Scene, arrows: Sequence[Arrow], near: Collection[str]) -> list[Arrow]:
    """Return those arrows whose ends and aims, directly or not, can be drawn too."""
    kept = {arrow.id for arrow in arrows if all(end in near for end in _own_ends(arrow))}
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


def _part(scene: Scene, boxes: Collection[str], arrows: Sequence[Arrow]) -> Scene:
    """Return a part, whose caption counts the sources that are cited in it, elsewhere aside."""
    shown = tuple(box for box in scene.boxes if box.id in boxes)
    cited = {source for box in shown if not box.is_elsewhere for source in box.cited}
    origin = origin_of([name for source, name in scene.sources.items() if source in cited])
    caption = captioned(_told(scene, shown, len(arrows)), origin)
    return evolve(scene, boxes=shown, arrows=tuple(arrows), caption=caption, origin=origin)


def _told(scene: Scene, shown: Collection[Box], arrows: int) -> str:
    return f"{len(shown):,} of {len(scene.boxes):,} nodes: {counted(shown, arrows)}"
