"""What the viewer looks like: colours and shapes of the pictures, and some of its own."""

from collections.abc import Iterator, Mapping
from typing import Final

from argmap.render import contour, face
from argmap.render.options import Theme
from argmap.render.routes import HEAD_LENGTHS
from argmap.render.scene import Chip
from argmap.render.svg_arrows import SIGN_RADIUS
from argmap.render.svg_boxes import CHIP_ICONS, QUOTES, ROUND
from argmap.render.theme import DASHES, FONTS, PAINTS

CONTROLS: Final[Mapping[str, tuple[str, str]]] = {
    "page": ("#ffffff", "#14171c"),
    "ink": ("#1f2328", "#e8ebef"),
    "muted": ("#59636e", "#a3adb8"),
    "panel": ("#f4f6f8", "#1e2228"),
    "rule": ("#d8dee4", "#333b45"),
    "edge": ("#7d8590", "#768390"),
    "accent": ("#0a5bb0", "#7ab7ff"),
    "on-accent": ("#ffffff", "#10131a"),
    "tint": ("#e6f0fb", "#1c3048"),
    "mark": ("#ffe89a", "#5a4a12"),
    "hit": ("#a35f00", "#f0b429"),
}
"""The colours of everything around the picture, on light pages and on dark ones."""

_FORCED: Final = {"page": "Canvas", "panel": "Canvas", "tint": "Canvas", "mark": "Mark"}
_FORCED_ACCENTS: Final = {"accent": "Highlight", "hit": "Highlight", "on-accent": "HighlightText"}
_ON_PAPER: Final = frozenset({"page", "claim", "evidence", "fold", "unsupported", "elsewhere"})


def drawing_constants() -> dict[str, object]:
    """Return the sizes and shapes that Python and the browser have to agree on, in px."""
    return {
        "width": face.BOX_WIDTH,
        "padding": face.PADDING,
        "textWidth": face.TEXT_WIDTH,
        "textSize": face.TEXT_SIZE,
        "textStep": face.TEXT_STEP,
        "smallSize": face.SMALL_SIZE,
        "smallStep": face.SMALL_STEP,
        "noteStep": face.NOTE_STEP,
        "chipSize": face.CHIP_SIZE,
        "chipHeight": face.CHIP_HEIGHT,
        "corner": face.FOLD,
        "round": ROUND,
        "quoteMark": QUOTES,
        "signRadius": SIGN_RADIUS,
        "gaps": {
            "sibling": contour.SIBLING_GAP,
            "linked": contour.LINKED_GAP,
            "cousin": contour.COUSIN_GAP,
            "root": contour.ROOT_GAP,
        },
        "dashes": {stance.value: dash for stance, dash in DASHES.items()},
        "heads": {stance.value: length for stance, length in HEAD_LENGTHS.items()},
        "chips": {
            chip.name.lower(): {
                "word": chip.value,
                "icon": CHIP_ICONS[chip],
                "width": face.measure_chips()[chip],
            }
            for chip in Chip
        },
    }


def style_sheet(theme: Theme) -> str:
    """Return the part of the style sheet that holds colours: as variables, and shapes by class."""
    lines: list[str] = []
    if theme == "dark":
        lines += _variables(":root", "dark", 1)
    elif theme == "light":
        lines += _variables(":root", "light", 0)
    else:
        lines += _variables(":root", "light dark", 0)
        lines += ["@media screen and (prefers-color-scheme:dark){"]
        lines += [*_variables(":root", "light dark", 1), "}"]
    # Paper is white.
    lines += ["@media print{", *_variables(":root", "light", 0), "}"]
    lines += ["@media (forced-colors:active){", *_forced(), "}"]
    lines += _shapes()
    return "".join(f"{line}\n" for line in lines)


def _variables(selector: str, scheme: str, number: int) -> Iterator[str]:
    yield f"{selector}{{"
    yield f"color-scheme:{scheme};"
    yield f"--fonts:{FONTS};"
    for name, colours in CONTROLS.items():
        yield f"--{name}:{colours[number]};"
    for name, look in PAINTS.items():
        if look.fill:
            yield f"--fill-{name}:{look.fill[number]};"
        if look.stroke:
            yield f"--stroke-{name}:{look.stroke[number]};"
    yield "}"


def _forced() -> Iterator[str]:
    """Yield the colours of a reader who has chosen their own for everything."""
    yield ":root{"
    for name in CONTROLS:
        colour = {**_FORCED, **_FORCED_ACCENTS}.get(name, "CanvasText")
        yield f"--{name}:{colour};"
    for name, look in PAINTS.items():
        if look.fill:
            is_ground = name in _ON_PAPER or name.startswith("chip-")
            yield f"--fill-{name}:{'Canvas' if is_ground else 'CanvasText'};"
        if look.stroke:
            yield f"--stroke-{name}:{'Canvas' if name == 'halo' else 'CanvasText'};"
    yield "}"


def _shapes() -> Iterator[str]:
    for name, look in PAINTS.items():
        parts = []
        if look.fill:
            parts.append(f"fill:var(--fill-{name})")
        if look.stroke:
            parts.append(f"stroke:var(--stroke-{name})")
        yield f".am-{name}{{{';'.join(parts)}}}"
    for chip in Chip:
        name = chip.name.lower()
        yield f".chip-{name}{{background:var(--fill-chip-{name});color:var(--fill-word-{name})}}"
