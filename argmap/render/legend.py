"""The legend of a picture: a line of samples of what occurs in it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from attrs import define

from argmap.model import Stance
from argmap.render.face import CHIP_HEIGHT
from argmap.render.ink import number
from argmap.render.measure import width
from argmap.render.scene import Box, Change, Chip, Kind, Scene
from argmap.render.svg_arrows import LINES, NEW, ArrowPen
from argmap.render.svg_boxes import BoxPen

ROW: Final = 22
_SIZE: Final = 11
_SAMPLE: Final = 46
_MINIATURE: Final = 24
_BRACKET: Final = 12
_SPOT: Final = 19
_BETWEEN: Final = 7
_NEXT: Final = 22

_WORDS: Final[Mapping[Stance, str]] = {
    Stance.SUPPORTS: "supports",
    Stance.CONTRASTS: "contrasts",
    Stance.UNDERCUTS: "undercuts a step",
    Stance.RESTATES: "restates",
}
_OF_REVIEWS: Final[Mapping[Chip, str]] = {
    Chip.FLAGGED: "flagged by a reviewer",
    Chip.STALE: "changed since its review",
}

_Sample: TypeAlias = Callable[[float, float], Iterator[str]]


@define
class _Entry:
    word: str
    room: float
    draw: _Sample

    @property
    def width(self) -> float:
        return self.room + _BETWEEN + width(self.word, _SIZE)


def legend(
    scene: Scene, boxes: BoxPen, arrows: ArrowPen, left: float, top: float, right: float
) -> tuple[list[str], float]:
    """Return the lines of a legend, and its height.

    Args:
        scene: what occurs.
        boxes: writes samples of boxes.
        arrows: writes samples of arrows.
        left: where it begins.
        top: its upper edge.
        right: where rows have to end.
    """
    lines: list[str] = []
    x, row = left, 0
    entries = (
        *_stances(scene, arrows),
        *_changes(scene, arrows),
        *_kinds(scene, boxes),
        *_reviews(scene, boxes),
    )
    for entry in entries:
        if x > left and x + entry.width > right:
            x, row = left, row + 1
        middle = top + row * ROW + ROW / 2
        lines.extend(entry.draw(x, middle))
        boxes.used.add("muted")
        look = f'font-size="{_SIZE}" {boxes.look.paint("muted")}'
        at = f'x="{number(x + entry.room + _BETWEEN)}" y="{number(middle + 4)}"'
        lines.append(f"<text {at} {look}>{entry.word}</text>")
        x += entry.width + _NEXT
    return lines, (row + 1) * ROW if lines else 0


def _stances(scene: Scene, arrows: ArrowPen) -> Iterator[_Entry]:
    present = {arrow.stance for arrow in scene.arrows}
    for stance, word in _WORDS.items():
        if stance in present:
            yield _Entry(word, _SAMPLE, _sample(arrows, stance))
    if any(len(arrow.tails) > 1 for arrow in scene.arrows):
        yield _Entry("linked: they count only together", _BRACKET, _bracket(arrows))


def _changes(scene: Scene, arrows: ArrowPen) -> Iterator[_Entry]:
    present = {arrow.change for arrow in scene.arrows}
    if not present.isdisjoint(NEW):
        yield _Entry(
            "new or changed relation", _SAMPLE / 2, _sample_of_change(arrows, Change.ADDED)
        )
    if Change.REMOVED in present:
        yield _Entry("removed relation", _SAMPLE / 2, _sample_of_change(arrows, Change.REMOVED))
    if Change.KEPT in present:
        yield _Entry("relation as before", _SAMPLE / 2, _sample_of_change(arrows, Change.KEPT))


def _kinds(scene: Scene, boxes: BoxPen) -> Iterator[_Entry]:
    samples = {
        "main claim": Box("", Kind.CLAIM, is_main=True),
        "claim": Box("", Kind.CLAIM),
        "assumed": Box("", Kind.CLAIM, is_assumed=True),
        "evidence": Box("", Kind.EVIDENCE),
        "missing": Box("", Kind.MISSING),
        "focus": Box("", Kind.CLAIM, is_focus=True),
        "elsewhere": Box("", Kind.CLAIM, is_elsewhere=True),
        "added": Box("", Kind.CLAIM, change=Change.ADDED),
        "reworded or changed": Box("", Kind.CLAIM, change=Change.CHANGED),
        "removed": Box("", Kind.CLAIM, change=Change.REMOVED),
    }
    present = {word for box in scene.boxes for word in _words(box)}
    is_of_changes = any(arrow.change for arrow in scene.arrows) or any(
        box.change for box in scene.boxes
    )
    for word, box in samples.items():
        if word in present:
            shown = "as before" if word == "elsewhere" and is_of_changes else word
            yield _Entry(shown, _MINIATURE, _miniature(boxes, box))


def _reviews(scene: Scene, boxes: BoxPen) -> Iterator[_Entry]:
    present = {chip for box in scene.boxes if not box.is_elsewhere for chip in box.chips}
    for chip, word in _OF_REVIEWS.items():
        if chip in present:
            yield _Entry(word, _SPOT, _spot(boxes, chip))


def _words(box: Box) -> Iterator[str]:
    if box.change is Change.REMOVED:
        yield "removed"
        return
    yield _word(box)
    if box.is_focus:
        yield "focus"
    if box.change is not None:
        yield "added" if box.change is Change.ADDED else "reworded or changed"


def _word(box: Box) -> str:
    if box.is_elsewhere:
        return "elsewhere"
    if box.is_main:
        return "main claim"
    return "assumed" if box.is_assumed else box.kind.value


def _sample(arrows: ArrowPen, stance: Stance) -> _Sample:
    def draw(x: float, y: float) -> Iterator[str]:
        yield f"<g {LINES}>"
        yield from arrows.sample(stance, (x, y), _SAMPLE)
        yield "</g>"

    return draw


def _sample_of_change(arrows: ArrowPen, change: Change) -> _Sample:
    def draw(x: float, y: float) -> Iterator[str]:
        yield f"<g {LINES}>"
        yield from arrows.sample_of_change(change, (x, y), _SAMPLE / 2)
        yield "</g>"

    return draw


def _miniature(boxes: BoxPen, box: Box) -> _Sample:
    def draw(x: float, y: float) -> Iterator[str]:
        yield f'<g transform="translate({number(x)} {number(y - 8)})">'
        yield from boxes.frame(box, _MINIATURE, 16)
        if box.change is Change.REMOVED:
            boxes.used.add("muted-line")
            yield f'<path d="M5 8H19" stroke-width="1.4" {boxes.look.paint("muted-line")}/>'
        yield "</g>"

    return draw


def _spot(boxes: BoxPen, chip: Chip) -> _Sample:
    def draw(x: float, y: float) -> Iterator[str]:
        yield from boxes.spot(chip, x, y - CHIP_HEIGHT / 2, _SPOT)

    return draw


def _bracket(arrows: ArrowPen) -> _Sample:
    def draw(x: float, y: float) -> Iterator[str]:
        arrows.used.add("muted-line")
        path = "M11 -7H9Q5 -7 5 -3V3Q5 7 9 7H11M5 0H0"
        look = f'fill="none" stroke-width="1.4" {arrows.look.paint("muted-line")}'
        yield f'<path transform="translate({number(x)} {number(y)})" d="{path}" {look}/>'

    return draw
