"""The SVG of a drawing: one file, no script, nothing from outside, light and dark."""

import hashlib
from collections.abc import Iterator
from typing import Final

from argmap.render.clean import language_tag
from argmap.render.describe import Outgoing, description, outgoing_arrows
from argmap.render.drawing import MARGIN, Drawing, PlacedFrame
from argmap.render.frames import HEADING_SIZE, HEADING_STEP
from argmap.render.ink import attribute, content, number, path_data, text_lines
from argmap.render.legend import legend
from argmap.render.linebreak import wrapped
from argmap.render.look import Look
from argmap.render.measure import direction
from argmap.render.svg_arrows import LINES, ArrowPen
from argmap.render.svg_boxes import BoxPen

_LEAST_WIDTH: Final = 640
_TITLE_SIZE: Final = 19
_TITLE_STEP: Final = 25
_CAPTION_SIZE: Final = 12
_CAPTION_STEP: Final = 17


def to_svg(drawing: Drawing, look: Look) -> str:
    """Return the SVG of a drawing.

    Equal drawings give equal bytes. The picture brings its own page, so it can be read on light
    and on dark sites, whatever they and the reader's system agree on.
    """
    boxes, arrows = BoxPen(look), ArrowPen(look)
    width = max(_LEAST_WIDTH, drawing.width + 2 * MARGIN)
    outgoing = outgoing_arrows(drawing.scene)
    top, height = _top(drawing, boxes, arrows, width)
    body = [*top, *_body(drawing, boxes, arrows, outgoing, height)]
    whole = height + drawing.height + MARGIN
    scope = f"argmap-{_digest(body)}"
    page = f'<rect width="{number(width)}" height="{number(whole)}" rx="10" {look.paint("page")}/>'
    return "\n".join(
        [
            *_opening(drawing, outgoing, scope, width, whole, look.fonts),
            *_style(boxes.used | arrows.used | {"page", "ink"}, scope, look),
            page,
            f'<g {look.paint("ink")} font-size="13">',
            *body,
            "</g>",
            "</svg>",
            "",
        ]
    )


def _digest(lines: list[str]) -> str:
    """Return eight letters that stand for lines; piece by piece, as there may be 100 MB of them."""
    digest = hashlib.sha256()
    end = ""
    for line in lines:
        digest.update(f"{end}{line}".encode())
        end = "\n"
    return digest.hexdigest()[:8]


def _opening(
    drawing: Drawing, outgoing: Outgoing, scope: str, width: float, height: float, fonts: str
) -> Iterator[str]:
    scene = drawing.scene
    links = any(placed.box.link and placed.face.citation for placed in drawing.boxes)
    role = "graphics-document document" if links else "img"
    language = language_tag(scene.language)
    size = f'width="{number(width)}" height="{number(height)}"'
    view = f'viewBox="0 0 {number(width)} {number(height)}"'
    spoken = f'role="{role}" aria-labelledby="{scope}-title" aria-describedby="{scope}-desc"'
    tag = f' lang="{language}" xml:lang="{language}"' if language else ""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{scope}" {size} {view} {spoken}{tag} '
        f"font-family={attribute(fonts)}>"
    )
    yield f'<title id="{scope}-title">{content(scene.title or "Argument map")}</title>'
    yield f'<desc id="{scope}-desc">'
    for line in description(scene, [placed.box for placed in drawing.boxes], outgoing):
        yield content(line)
    yield "</desc>"


def _style(used: set[str], scope: str, look: Look) -> Iterator[str]:
    sheet = look.style_sheet(used, scope)
    if sheet:
        yield "<style>"
        yield from sheet
        yield "</style>"


def _top(
    drawing: Drawing, boxes: BoxPen, arrows: ArrowPen, width: float
) -> tuple[list[str], float]:
    """Return the title, the caption and the legend, and where the drawing begins."""
    lines: list[str] = []
    room = width - 2 * MARGIN
    y: float = 18
    leftward_from = MARGIN + room if direction(drawing.scene.title) == "rtl" else None
    boxes.used.add("muted")
    muted = f'font-size="{_CAPTION_SIZE}" {boxes.look.paint("muted")}'
    title = wrapped(drawing.scene.title, room, _TITLE_SIZE, bold=True, max_lines=3)
    lines += text_lines(
        title,
        _TITLE_SIZE,
        (MARGIN, y + _TITLE_STEP - 2),
        f'font-size="{_TITLE_SIZE}" font-weight="700"',
        step=_TITLE_STEP,
        leftward_from=leftward_from,
        is_bold=True,
    )
    y += len(title) * _TITLE_STEP
    caption = wrapped(drawing.scene.caption, room, _CAPTION_SIZE, max_lines=3)
    start = (MARGIN, y + _CAPTION_STEP + 1)
    lines += text_lines(caption, _CAPTION_SIZE, start, muted, step=_CAPTION_STEP)
    y += len(caption) * _CAPTION_STEP
    entries, height = legend(drawing.scene, boxes, arrows, MARGIN, y + 10, width - MARGIN)
    return [*lines, *entries], y + 10 + height + MARGIN


def _body(
    drawing: Drawing, boxes: BoxPen, arrows: ArrowPen, outgoing: Outgoing, top: float
) -> Iterator[str]:
    yield f'<g transform="translate({MARGIN} {number(top)})">'
    for frame in drawing.frames:
        yield from _frame(frame, boxes)
    if drawing.arrows:
        yield f"<g {LINES}>"
        for arrow in drawing.arrows:
            yield "\n".join(arrows.write(arrow))
        yield "</g>"
    for placed in drawing.boxes:
        yield "\n".join(boxes.write(placed, outgoing.get(placed.box.id, ())))
    yield "</g>"


def _frame(frame: PlacedFrame, boxes: BoxPen) -> Iterator[str]:
    boxes.used |= {"frame", "muted"}
    yield f'<path d="{path_data(frame.outline)}Z" {boxes.look.paint("frame")}/>'
    look = f'font-size="{HEADING_SIZE}" font-weight="700" {boxes.look.paint("muted")}'
    start = (frame.x, frame.y)
    yield from text_lines(frame.lines, HEADING_SIZE, start, look, step=HEADING_STEP, is_bold=True)
