"""What the viewer looks like: colours and shapes of the pictures, and some of its own."""

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from argmap.render import contour, face
from argmap.render.look import Look
from argmap.render.options import Theme
from argmap.render.routes import HEAD_LENGTHS
from argmap.render.scene import TOLD, Chip
from argmap.render.svg_arrows import SIGN_RADIUS
from argmap.render.svg_boxes import CHIP_ICONS, QUOTE_MARK, ROUND
from argmap.render.theme import DASHES, Paint, Pair

Controls: TypeAlias = Mapping[str, Pair]
"""The colours of everything around the picture, on light pages and on dark ones."""

_USUAL: Final[Controls] = {
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
_ON_PAPER: Final[Controls] = {
    "page": ("#ffffff", "#ffffff"),
    "ink": ("#111111", "#111111"),
    "muted": ("#333333", "#333333"),
    "panel": ("#f5f5f5", "#f5f5f5"),
    "rule": ("#cccccc", "#cccccc"),
    "edge": ("#666666", "#666666"),
    "accent": ("#111111", "#111111"),
    "on-accent": ("#ffffff", "#ffffff"),
    "tint": ("#e6e6e6", "#e6e6e6"),
    "mark": ("#d9d9d9", "#d9d9d9"),
    "hit": ("#333333", "#333333"),
}
_STARK: Final[Controls] = {
    "page": ("#ffffff", "#000000"),
    "ink": ("#000000", "#ffffff"),
    "muted": ("#262626", "#ebebeb"),
    "panel": ("#ffffff", "#000000"),
    "rule": ("#6b6b6b", "#9c9c9c"),
    "edge": ("#404040", "#c7c7c7"),
    "accent": ("#003f8a", "#9bd0ff"),
    "on-accent": ("#ffffff", "#000000"),
    "tint": ("#e6f0fb", "#10243a"),
    "mark": ("#ffe89a", "#4a3a00"),
    "hit": ("#6b3d00", "#ffc94d"),
}
CONTROLS: Final[Mapping[Theme, Controls]] = {
    "auto": _USUAL,
    "light": _USUAL,
    "dark": _USUAL,
    "print": _ON_PAPER,
    "contrast": _STARK,
}
"""The colours of everything around the picture; own colours of a project change the picture."""

_FORCED: Final = {"page": "Canvas", "panel": "Canvas", "tint": "Canvas", "mark": "Mark"}
_FORCED_ACCENTS: Final = {"accent": "Highlight", "hit": "Highlight", "on-accent": "HighlightText"}
_GROUNDS: Final = frozenset(
    {"page", "claim", "evidence", "fold", "unsupported", "elsewhere", "frame"}
)


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
        "quoteMark": QUOTE_MARK,
        "signRadius": SIGN_RADIUS,
        "gaps": {
            "sibling": contour.SIBLING_GAP,
            "linked": contour.LINKED_GAP,
            "cousin": contour.COUSIN_GAP,
            "root": contour.ROOT_GAP,
        },
        "dashes": {stance.value: dash for stance, dash in DASHES.items()},
        "heads": {stance.value: length for stance, length in HEAD_LENGTHS.items()},
        "told": [chip.name.lower() for chip in TOLD],
        "chips": {
            chip.name.lower(): {
                "word": chip.value,
                "icon": CHIP_ICONS[chip],
                "width": face.measure_chips()[chip],
            }
            for chip in Chip
        },
    }


def style_sheet(theme: Theme, look: Look) -> str:
    """Return the part of the style sheet that holds colours: as variables, and shapes by class.

    Args:
        theme: what the controls look like.
        look: what the picture looks like, and the fonts of all.
    """
    light = [*_colours(theme, look, 0)]
    scheme = "light dark" if look.is_following else "dark" if look.is_dark else "light"
    first = [*_colours(theme, look, 1)] if look.is_dark else light
    lines = [":root{", f"color-scheme:{scheme};", f"--fonts:{look.fonts};", *first, "}"]
    if look.is_following:
        lines += ["@media screen and (prefers-color-scheme:dark){", ":root{"]
        lines += [*_colours(theme, look, 1), "}", "}"]
    # Paper is white.
    lines += ["@media print{", ":root{", "color-scheme:light;", *light, "}", "}"]
    lines += ["@media (forced-colors:active){", *_forced(look.paints), "}"]
    lines += _shapes(look.paints)
    return "".join(f"{line}\n" for line in lines)


def _colours(theme: Theme, look: Look, number: int) -> Iterator[str]:
    for name, colours in CONTROLS[theme].items():
        yield f"--{name}:{colours[number]};"
    for name, paint in look.paints.items():
        if paint.fill:
            yield f"--fill-{name}:{paint.fill[number]};"
        if paint.stroke:
            yield f"--stroke-{name}:{paint.stroke[number]};"


def _forced(paints: Mapping[str, Paint]) -> Iterator[str]:
    """Yield the colours of a reader who has chosen their own for everything."""
    yield ":root{"
    for name in _USUAL:
        colour = {**_FORCED, **_FORCED_ACCENTS}.get(name, "CanvasText")
        yield f"--{name}:{colour};"
    for name, paint in paints.items():
        if paint.fill:
            is_ground = name in _GROUNDS or name.startswith("chip-")
            yield f"--fill-{name}:{'Canvas' if is_ground else 'CanvasText'};"
        if paint.stroke:
            yield f"--stroke-{name}:{'Canvas' if name == 'halo' else 'CanvasText'};"
    yield "}"


def _shapes(paints: Mapping[str, Paint]) -> Iterator[str]:
    for name, paint in paints.items():
        parts = []
        if paint.fill:
            parts.append(f"fill:var(--fill-{name})")
        if paint.stroke:
            parts.append(f"stroke:var(--stroke-{name})")
        yield f".am-{name}{{{';'.join(parts)}}}"
    for chip in Chip:
        name = chip.name.lower()
        yield f".chip-{name}{{background:var(--fill-chip-{name});color:var(--fill-word-{name})}}"
