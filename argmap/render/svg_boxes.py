"""Boxes in SVG: rounded for claims, with a folded corner for evidence."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import define, field

from argmap.render.describe import box_title
from argmap.render.drawing import PlacedBox
from argmap.render.face import (
    BOX_WIDTH,
    CHIP_HEIGHT,
    CHIP_SIZE,
    FOLD,
    NOTE_STEP,
    PADDING,
    SMALL_SIZE,
    SMALL_STEP,
    TEXT_SIZE,
    TEXT_STEP,
    TEXT_WIDTH,
    Face,
    is_in_bold,
)
from argmap.render.ink import attribute, content, number, text_lines
from argmap.render.look import Look
from argmap.render.measure import width
from argmap.render.scene import Arrow, Box, Change, Chip, Kind
from argmap.render.svg_arrows import LINES, sign

ROUND: Final = 9
_MORE_PADDING: Final = 6
_CLASSES: Final[Mapping[Change, str]] = {
    Change.ADDED: "added",
    Change.REWORDED: "changed",
    Change.CHANGED: "changed",
}
_STRUCK: Final = 'text-decoration="line-through"'
CHIP_ICONS: Final[Mapping[Chip, str]] = {
    Chip.UNSUPPORTED: "M4 0L8 7H0ZM4 2.6V4.4M4 5.6V5.7",
    Chip.UNSOURCED: "M4 0L8 7H0ZM4 2.6V4.4M4 5.6V5.7",
    Chip.CONTESTED: "M0 2H6.5M4.5 0L6.5 2L4.5 4M8 5.5H1.5M3.5 3.5L1.5 5.5L3.5 7.5",
    Chip.REFUTED: "M1 0.5L7 6.5M7 0.5L1 6.5",
    Chip.WITHDRAWN: "M2.5 0.5L0 3L2.5 5.5M0 3H5.5Q8 3 8 5.2V7",
    Chip.FLAGGED: "M1 0V7.5M1 0.5H7.5L6 2.5L7.5 4.5H1",
    Chip.ADDED: "M4 0V7.4M0.8 1.8L7.2 5.6M7.2 1.8L0.8 5.6",
    Chip.REMOVED: "M1 1.7H7M3 1.7V0.4H5V1.7M1.8 1.7L2.3 7.5H5.7L6.2 1.7",
    Chip.REWORDED: "M0.5 7.5L1.1 5.2L5.6 0.7L7.3 2.4L2.8 6.9Z",
    Chip.CHANGED: "M0.5 7.5L1.1 5.2L5.6 0.7L7.3 2.4L2.8 6.9Z",
    Chip.STALE: "M8 3.7A4 4 0 1 1 0 3.7A4 4 0 1 1 8 3.7ZM4 1.6V3.8L5.6 4.8",
}
QUOTE_MARK: Final = (
    "M4 0C1.5 0.8 0 2.6 0 5V7.5H4V3.6H2.2C2.3 2.6 3 1.9 4 1.5Z"
    "M9.5 0C7 0.8 5.5 2.6 5.5 5V7.5H9.5V3.6H7.7C7.8 2.6 8.5 1.9 9.5 1.5Z"
)


@define
class BoxPen:
    """Writes boxes, and remembers which classes of shapes occurred."""

    look: Look
    used: set[str] = field(factory=set)

    def write(self, placed: PlacedBox, arrows: Sequence[Arrow]) -> list[str]:
        """Return the lines of one box."""
        box, face = placed.box, placed.face
        return [
            f'<g transform="translate({number(placed.x)} {number(placed.y)})">',
            f"<title>{content(box_title(box, arrows))}</title>",
            *self.frame(box, BOX_WIDTH, face.height),
            *self._texts(box, face),
            "</g>",
        ]

    def frame(self, box: Box, length: float, height: float) -> Iterator[str]:
        """Yield the outline of a box of some size."""
        size = f'width="{number(length)}" height="{number(height)}"'
        if box.change is Change.REMOVED:
            look = 'fill="none" stroke-width="1.5" stroke-dasharray="1.5 3.5"'
            yield f'<rect {size} rx="{ROUND}" {look} {self._paint("missing")}/>'
        elif box.is_elsewhere:
            yield f'<rect {size} rx="{ROUND}" {self._paint("elsewhere")}/>'
        elif box.kind is Kind.MISSING:
            look = 'fill="none" stroke-width="1.5" stroke-dasharray="1.5 3.5"'
            yield f'<rect {size} rx="{ROUND}" {look} {self._paint("missing")}/>'
        elif box.kind is Kind.EVIDENCE:
            yield from self._sheet(length, height, dash=_dash(box))
        else:
            look = ' stroke-width="3"' if box.is_main else ' stroke-width="1.5"'
            is_bare = Chip.UNSUPPORTED in box.chips
            name = "unsupported" if is_bare else "claim"
            yield f'<rect {size} rx="{ROUND}"{look}{_dash(box)} {self._paint(name)}/>'
        if box.change is not None and box.change in _CLASSES:
            yield from self._edge(_CLASSES[box.change], length, height)
        if box.is_focus:
            yield self._double(box, length, height)

    def _edge(self, name: str, length: float, height: float) -> Iterator[str]:
        """Yield a second outline, around the first, for what changed."""
        gap = min(4, height / 8)
        place = f'x="{number(-gap)}" y="{number(-gap)}" rx="{number(ROUND + gap)}"'
        size = f'width="{number(length + 2 * gap)}" height="{number(height + 2 * gap)}"'
        look = f'fill="none" stroke-width="2.5" {self._paint(name)}'
        yield f"<rect {place} {size} {look}/>"

    def _double(self, box: Box, length: float, height: float) -> str:
        """Return a second outline, inside of the first, where no heads of arrows are."""
        gap = min(4.5, height / 5)
        look = f'fill="none" stroke-width="1.5" {self._paint("muted-line")}'
        right, bottom = number(length - gap), number(height - gap)
        if box.kind is Kind.EVIDENCE and not box.is_elsewhere:
            inner, fold = number(length - FOLD - gap), number(FOLD + gap)
            corner = f"H{inner}V{fold}H{right}"
            outline = f"M{number(gap)} {number(gap)}{corner}V{bottom}H{number(gap)}Z"
            return f'<path d="{outline}" {look}/>'
        place = f'x="{number(gap)}" y="{number(gap)}" rx="{number(ROUND - gap)}"'
        size = f'width="{number(length - 2 * gap)}" height="{number(height - 2 * gap)}"'
        return f"<rect {place} {size} {look}/>"

    def _sheet(self, length: float, height: float, dash: str) -> Iterator[str]:
        inner, right, bottom = number(length - FOLD), number(length), number(height)
        outline = f"M0 0H{inner}L{right} {FOLD}V{bottom}H0Z"
        yield f'<path d="{outline}" stroke-width="1.5"{dash} {self._paint("evidence")}/>'
        yield f'<path d="M{inner} 0V{FOLD}H{right}Z" stroke-width="1" {self._paint("fold")}/>'

    def _texts(self, box: Box, face: Face) -> list[str]:
        muted = f'font-size="{SMALL_SIZE}" {self._paint("muted")}'
        texts = []
        if box.is_quoting and not box.is_elsewhere:
            place = f'transform="translate({PADDING} 10)"'
            texts.append(f'<path {place} d="{QUOTE_MARK}" {self._paint("muted")}/>')
        if face.header:
            texts += text_lines((face.header,), SMALL_SIZE, (face.header_x, 19), muted)
        for chip in face.chips:
            texts += self._chip(chip.chip, chip.x, face.chips_y, chip.width)
        if face.was:
            texts += _small(face.was, face.was_y, f"{muted} {_STRUCK}")
        texts += text_lines(
            face.lines,
            TEXT_SIZE,
            (PADDING, face.lines_y),
            self._text_look(box),
            step=TEXT_STEP,
            leftward_from=PADDING + TEXT_WIDTH if face.is_leftward else None,
            is_bold=is_in_bold(box),
        )
        if face.citation:
            texts += self._citation(box, face, muted)
        if face.remarks:
            texts += _small(face.remarks, face.remarks_y, f'font-weight="700" {muted}')
        if face.notes:
            texts += self._notes(face, muted)
        if box.folded:
            texts += self._more(box.folded, face.more_y, muted)
        return texts

    def _citation(self, box: Box, face: Face, muted: str) -> list[str]:
        lines = _small(face.citation, face.citation_y, muted)
        return [f"<a href={attribute(box.link)}>", *lines, "</a>"] if box.link else lines

    def _notes(self, face: Face, muted: str) -> Iterator[str]:
        for line_number, (note, line) in enumerate(face.notes):
            y = face.notes_y + line_number * NOTE_STEP
            yield f"<g {LINES} {self._paint(note.stance)}>"
            yield from sign(note.stance, (PADDING + 7.5, y - 4), self.look, self.used)
            yield "</g>"
            yield from text_lines((line,), SMALL_SIZE, (PADDING + NOTE_STEP + 3, y), muted)

    def _more(self, count: int, y: float, muted: str) -> Iterator[str]:
        """Yield the mark of a box whose branch is folded away."""
        word = f"+{count:,}"
        length = width(word, CHIP_SIZE) + 2 * _MORE_PADDING
        size = f'width="{number(length)}" height="{CHIP_HEIGHT}" rx="{number(CHIP_HEIGHT / 2)}"'
        yield f'<rect x="{PADDING}" y="{number(y)}" {size} {self._paint("more")}/>'
        weight = f'font-size="{CHIP_SIZE}" font-weight="700"'
        yield f'<text x="{PADDING + _MORE_PADDING}" y="{number(y + 11)}" {weight}>{word}</text>'
        told = f'x="{number(PADDING + length + 6)}" y="{number(y + 11)}" {muted}'
        yield f"<text {told}>{'node' if count == 1 else 'nodes'} not shown</text>"

    def _text_look(self, box: Box) -> str:
        if box.change is Change.REMOVED:
            return f"{self._paint('muted')} {_STRUCK}"
        is_quiet = box.is_elsewhere or box.kind is Kind.MISSING or Chip.WITHDRAWN in box.chips
        if is_quiet:
            return self._paint("muted")
        return 'font-weight="700"' if box.is_main else ""

    def _chip(self, chip: Chip, x: float, y: float, length: float) -> Iterator[str]:
        yield from self.spot(chip, x, y, length)
        paint = self._paint(f"word-{chip.name.lower()}")
        look = f'font-size="{CHIP_SIZE}" font-weight="700" {paint}'
        yield f'<text x="{number(x + 16)}" y="{number(y + 11)}" {look}>{chip.value}</text>'

    def spot(self, chip: Chip, x: float, y: float, length: float) -> Iterator[str]:
        """Yield a chip of some length without its word."""
        name = chip.name.lower()
        size = f'width="{length}" height="{CHIP_HEIGHT}" rx="{number(CHIP_HEIGHT / 2)}"'
        yield f'<rect x="{number(x)}" y="{number(y)}" {size} {self._paint(f"chip-{name}")}/>'
        icon = f'transform="translate({number(x + 5.5)} {number(y + 3.7)})" d="{CHIP_ICONS[chip]}"'
        look = 'fill="none" stroke-width="1.2" stroke-linecap="round" stroke-linejoin="round"'
        yield f"<path {icon} {look} {self._paint(f'icon-{name}')}/>"

    def _paint(self, name: str) -> str:
        self.used.add(name)
        return self.look.paint(name)


def _small(lines: Sequence[str], y: float, attributes: str) -> list[str]:
    return text_lines(lines, SMALL_SIZE, (PADDING, y), attributes, step=SMALL_STEP)


def _dash(box: Box) -> str:
    if box.is_assumed:
        return ' stroke-dasharray="5 3"'
    if Chip.UNSUPPORTED in box.chips or Chip.UNSOURCED in box.chips:
        return ' stroke-dasharray="9 4"'
    return ""
