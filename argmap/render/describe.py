"""A picture in words, for those who do not see it and for tool tips."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from argmap.render.clean import clean
from argmap.render.scene import Arrow, Box, Kind, Scene

_MOST_LINES: Final = 200
_MOST_NAMES: Final = 5

Outgoing: TypeAlias = Mapping[str, Sequence[Arrow]]
"""For boxes, by their ids, the arrows that start from them."""


def outgoing_arrows(scene: Scene) -> Outgoing:
    """Return the arrows that start from each box."""
    found: dict[str, list[Arrow]] = {}
    for arrow in scene.arrows:
        for tail in arrow.tails:
            found.setdefault(tail, []).append(arrow)
    return found


def box_title(box: Box, arrows: Sequence[Arrow]) -> str:
    """Say what a box is, what it says, where it comes from, and what it does.

    As in "Claim c4 (contested): Traffic fell. Source: Counts, p. 12. Supports c1. Section: Air."
    """
    parts = [f"{_name(box)}: {sentence(box.text)}" if box.text else f"{_name(box)}."]
    parts += [f"Source: {sentence(source)}" for source in box.sources]
    if box.was or box.remarks:
        parts += _what_happened(box)
    parts += [_doing(box, arrow) for arrow in arrows]
    if box.section:
        parts.append(f"Section: {sentence(box.section)}")
    if box.folded:
        parts.append(_folded(box))
    return " ".join(parts)


def arrow_title(arrow: Arrow) -> str:
    """Say what an arrow is: its ends, its scheme and its warrant."""
    tails = " + ".join(map(clean, arrow.tails))
    parts = [f"{tails} {arrow.stance} {clean(arrow.head)}."]
    if arrow.change:
        parts.append(f"{arrow.change.value.capitalize()}.")
    if arrow.scheme:
        parts.append(f"Scheme: {sentence(arrow.scheme)}")
    if arrow.because:
        parts.append(f"Because: {sentence(arrow.because)}")
    return " ".join(parts)


def description(scene: Scene, boxes: Sequence[Box], outgoing: Outgoing) -> Iterator[str]:
    """Yield the lines that tell a picture, in the order of reading; very long ones end early."""
    yield f"Argument map: {scene.caption}."
    for box in boxes[:_MOST_LINES]:
        doing = " ".join(_doing(box, arrow) for arrow in outgoing.get(box.id, ()))
        text = f"{_name(box)}: {sentence(box.text)}" if box.text else f"{_name(box)}."
        folded = _folded(box) if box.folded else ""
        yield " ".join(filter(None, (text, *_what_happened(box), doing, folded)))
    if len(boxes) > _MOST_LINES:
        yield f"And {len(boxes) - _MOST_LINES:,} more."


def sentence(text: str) -> str:
    """Return a text that ends as a sentence does."""
    return text if text.endswith((".", "!", "?", "…", "\u3002", "\uff1f", "\uff01")) else f"{text}."


def _name(box: Box) -> str:
    if box.kind is Kind.MISSING:
        return f"Missing node {clean(box.id)}{' (focus)' if box.is_focus else ''}"
    word = "Main claim" if box.is_main else box.kind.capitalize()
    where = f", elsewhere: {box.section}" if box.is_elsewhere and box.section else ""
    focus = "focus" if box.is_focus else None
    is_usual = not (box.change or focus or box.chips)
    words = (box.change, focus, box.status, *box.marks)
    told = box.status if is_usual else ", ".join(filter(None, words))
    status = f" ({told}{where})" if told else ""
    return f"{word} {clean(box.id)}{status}"


def _what_happened(box: Box) -> Iterator[str]:
    if box.was:
        yield f"Before: {sentence(box.was)}"
    for remark in box.remarks:
        yield sentence(f"{remark[:1].upper()}{remark[1:]}")


def _folded(box: Box) -> str:
    return f"{box.folded:,} {'node' if box.folded == 1 else 'nodes'} of its branch not shown."


def _doing(box: Box, arrow: Arrow) -> str:
    doing = arrow.stance.capitalize()
    count = len(arrow.tails) - 1
    if count > _MOST_NAMES:
        doing = f"Together with {count:,} others, {arrow.stance}"
    elif count:
        others = " and ".join(clean(tail) for tail in arrow.tails if tail != box.id)
        doing = f"Together with {others}, {arrow.stance}"
    aim = f"the step \u201c{clean(arrow.head)}\u201d" if arrow.is_at_arrow else clean(arrow.head)
    return f"{doing} {aim}."
