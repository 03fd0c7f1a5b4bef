"""Colours and line styles: one palette for light pages, one for dark ones.

The hues of relations are those of Okabe & Ito (2008), darkened or lightened until they reach a
contrast of 4.5 on the page. Colour is never alone: dash, head and sign say the same.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from attrs import frozen

from argmap.model import Stance
from argmap.render.options import Theme
from argmap.render.scene import Chip

FONTS: Final = (
    "Arial, Helvetica, 'Liberation Sans', 'Noto Sans', 'Hiragino Sans', 'Yu Gothic', Meiryo, "
    "'Noto Sans CJK JP', 'Noto Sans CJK SC', sans-serif"
)


@frozen
class Paint:
    """What one class of shapes looks like, on light pages and on dark ones."""

    fill: tuple[str, str] | None = None
    stroke: tuple[str, str] | None = None


_PAGE: Final = ("#ffffff", "#14171c")
_INK: Final = ("#1f2328", "#e8ebef")
_MUTED: Final = ("#59636e", "#a3adb8")
_EDGE: Final = ("#6b7280", "#9aa1ab")
_QUIET: Final = ("#c3c9d1", "#4a525d")

STANCES: Final[Mapping[Stance, tuple[str, str]]] = {
    Stance.SUPPORTS: ("#00724f", "#3ecfa0"),
    Stance.CONTRASTS: ("#b34700", "#ff9a57"),
    Stance.UNDERCUTS: ("#8f3a74", "#e79ac6"),
    Stance.RESTATES: ("#0060a0", "#6cbcf0"),
}

DASHES: Final[Mapping[Stance, str]] = {
    Stance.SUPPORTS: "",
    Stance.CONTRASTS: "7 4",
    Stance.UNDERCUTS: "1.5 3.5",
    Stance.RESTATES: "10 3 2 3",
}

_CHIPS: Final[Mapping[Chip, tuple[tuple[str, str], tuple[str, str]]]] = {
    Chip.UNSUPPORTED: (("#fff0d9", "#46310f"), ("#854300", "#ffc47e")),
    Chip.UNSOURCED: (("#fff0d9", "#46310f"), ("#854300", "#ffc47e")),
    Chip.CONTESTED: (("#ece6fa", "#352a54"), ("#5634a0", "#cdbbff")),
    Chip.REFUTED: (("#fde6e6", "#4c2223"), ("#9c1a1a", "#ffb3ae")),
    Chip.WITHDRAWN: (("#e8eaed", "#343a42"), ("#4b535c", "#c3cad2")),
    Chip.FLAGGED: (("#fdf3c0", "#423910"), ("#665300", "#f2de7d")),
    Chip.STALE: (("#e3edf6", "#24374a"), ("#2f4f6a", "#accdea")),
}

PAINTS: Final[Mapping[str, Paint]] = {
    "page": Paint(fill=_PAGE),
    "halo": Paint(stroke=_PAGE),
    "ink": Paint(fill=_INK),
    "muted": Paint(fill=_MUTED),
    "muted-line": Paint(stroke=_MUTED),
    "claim": Paint(fill=("#ffffff", "#1e2228"), stroke=_EDGE),
    "evidence": Paint(fill=("#f4f6f8", "#262b33"), stroke=_EDGE),
    "fold": Paint(fill=("#dde2e8", "#3a424d"), stroke=_EDGE),
    "unsupported": Paint(fill=("#ffffff", "#1e2228"), stroke=("#b35c00", "#d9913f")),
    "missing": Paint(stroke=_EDGE),
    "more": Paint(fill=("#dde2e8", "#3a424d")),
    "frame": Paint(fill=("#faf8f2", "#1c1a15"), stroke=("#e5dfd0", "#3d382d")),
    "elsewhere": Paint(fill=_PAGE, stroke=_QUIET),
    **{stance.value: Paint(stroke=colours) for stance, colours in STANCES.items()},
    **{f"{stance.value}-head": Paint(fill=colours) for stance, colours in STANCES.items()},
    **{f"chip-{chip.name.lower()}": Paint(fill=fill) for chip, (fill, _) in _CHIPS.items()},
    **{f"word-{chip.name.lower()}": Paint(fill=ink) for chip, (_, ink) in _CHIPS.items()},
    **{f"icon-{chip.name.lower()}": Paint(stroke=ink) for chip, (_, ink) in _CHIPS.items()},
}
"""Every class of shapes in a picture."""


@cache
def paint(name: str, theme: Theme) -> str:
    """Return the attributes that give a shape its class and colours."""
    number = 1 if theme == "dark" else 0
    look = PAINTS[name]
    fill = f' fill="{look.fill[number]}"' if look.fill else ""
    stroke = f' stroke="{look.stroke[number]}"' if look.stroke else ""
    return f'class="am-{name}"{fill}{stroke}' if theme == "auto" else f"{fill}{stroke}".strip()


def style_sheet(names: set[str], scope: str) -> list[str]:
    """Return the lines of a style sheet that turns a picture dark where the reader's system is.

    Args:
        names: the classes that occur.
        scope: a class of the whole picture, so that no other picture on the page is touched.
    """
    rules = [
        f".{scope} .am-{name}{{{_declarations(look)}}}"
        for name, look in PAINTS.items()
        if name in names
    ]
    return ["@media (prefers-color-scheme:dark){", *rules, "}"] if rules else []


def _declarations(look: Paint) -> str:
    parts = []
    if look.fill:
        parts.append(f"fill:{look.fill[1]}")
    if look.stroke:
        parts.append(f"stroke:{look.stroke[1]}")
    return ";".join(parts)
