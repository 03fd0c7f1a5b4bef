"""Colours and line styles: for light pages, for dark ones, for paper, and for weak eyes.

The hues of relations are those of Okabe & Ito (2008), darkened or lightened until they reach a
contrast of 4.5 on the page. Colour is never alone: dash, head and sign say the same.
"""

from collections.abc import Mapping
from typing import Final, TypeAlias

from attrs import frozen

from argmap.model import Stance
from argmap.render.options import Theme
from argmap.render.scene import Chip

FONTS: Final = (
    "Arial, Helvetica, 'Liberation Sans', 'Noto Sans', 'Hiragino Sans', 'Yu Gothic', Meiryo, "
    "'Noto Sans CJK JP', 'Noto Sans CJK SC', sans-serif"
)

Pair: TypeAlias = tuple[str, str]
"""A colour on light pages, and the one in its place on dark pages, such as `#00724f`."""

Swatches: TypeAlias = Mapping[str, Pair]
"""The colours of a theme by their names."""


@frozen
class Paint:
    """What one class of shapes looks like, on light pages and on dark ones."""

    fill: Pair | None = None
    stroke: Pair | None = None


DASHES: Final[Mapping[Stance, str]] = {
    Stance.SUPPORTS: "",
    Stance.CONTRASTS: "7 4",
    Stance.UNDERCUTS: "1.5 3.5",
    Stance.RESTATES: "10 3 2 3",
}

USUAL: Final[Swatches] = {
    "page": ("#ffffff", "#14171c"),
    "text": ("#1f2328", "#e8ebef"),
    "muted": ("#59636e", "#a3adb8"),
    "outline": ("#6b7280", "#9aa1ab"),
    "quiet": ("#c3c9d1", "#4a525d"),
    "claim": ("#ffffff", "#1e2228"),
    "evidence": ("#f4f6f8", "#262b33"),
    "fold": ("#dde2e8", "#3a424d"),
    "frame": ("#faf8f2", "#1c1a15"),
    "frame-outline": ("#e5dfd0", "#3d382d"),
    "unsupported": ("#b35c00", "#d9913f"),
    "added": ("#0b7a3e", "#4fd68a"),
    "changed": ("#2f5fa8", "#8ab4f2"),
    "supports": ("#00724f", "#3ecfa0"),
    "contrasts": ("#b34700", "#ff9a57"),
    "undercuts": ("#8f3a74", "#e79ac6"),
    "restates": ("#0060a0", "#6cbcf0"),
    "chip-unsupported": ("#fff0d9", "#46310f"),
    "word-unsupported": ("#854300", "#ffc47e"),
    "chip-unsourced": ("#fff0d9", "#46310f"),
    "word-unsourced": ("#854300", "#ffc47e"),
    "chip-contested": ("#ece6fa", "#352a54"),
    "word-contested": ("#5634a0", "#cdbbff"),
    "chip-refuted": ("#fde6e6", "#4c2223"),
    "word-refuted": ("#9c1a1a", "#ffb3ae"),
    "chip-withdrawn": ("#e8eaed", "#343a42"),
    "word-withdrawn": ("#4b535c", "#c3cad2"),
    "chip-flagged": ("#fdf3c0", "#423910"),
    "word-flagged": ("#665300", "#f2de7d"),
    "chip-stale": ("#e3edf6", "#24374a"),
    "word-stale": ("#2f4f6a", "#accdea"),
    "chip-load_bearing": ("#e0f1ef", "#163a37"),
    "word-load_bearing": ("#0f5752", "#93ded6"),
    "chip-added": ("#dcf3e4", "#173d27"),
    "word-added": ("#0a5c30", "#8fe3b3"),
    "chip-removed": ("#e8eaed", "#343a42"),
    "word-removed": ("#4b535c", "#c3cad2"),
    "chip-reworded": ("#e2eafa", "#22324f"),
    "word-reworded": ("#264f92", "#a9c8f7"),
    "chip-changed": ("#e2eafa", "#22324f"),
    "word-changed": ("#264f92", "#a9c8f7"),
}
"""The colours of the themes "auto", "light" and "dark"."""


def _in(light: str, dark: str, *names: str) -> dict[str, Pair]:
    return dict.fromkeys(names, (light, dark))


_STANCES: Final = tuple(stance.value for stance in Stance)
_CHIPS: Final = tuple(f"chip-{chip.name.lower()}" for chip in Chip)
_WORDS: Final = tuple(f"word-{chip.name.lower()}" for chip in Chip)

ON_PAPER: Final[Swatches] = {
    **_in("#ffffff", "#ffffff", "page", "claim"),
    **_in("#111111", "#111111", "text", *_STANCES, *_WORDS),
    **_in("#333333", "#333333", "muted", "outline", "unsupported", "added", "changed"),
    **_in("#b5b5b5", "#b5b5b5", "quiet", "frame-outline"),
    **_in("#f3f3f3", "#f3f3f3", "evidence"),
    **_in("#f9f9f9", "#f9f9f9", "frame"),
    **_in("#dedede", "#dedede", "fold", *_CHIPS),
}
"""The colours of the theme "print", which are greys."""

STARK: Final[Swatches] = {
    **_in("#ffffff", "#000000", "page", "claim", "evidence", "frame"),
    **_in("#000000", "#ffffff", "text", "outline", "unsupported"),
    "added": ("#00461f", "#7dffb4"),
    "changed": ("#0f3b80", "#b3d1ff"),
    **_in("#262626", "#ebebeb", "muted"),
    **_in("#6b6b6b", "#9c9c9c", "quiet", "frame-outline"),
    **_in("#d6d6d6", "#454545", "fold"),
    "supports": ("#004a33", "#6effd0"),
    "contrasts": ("#7d3100", "#ffb685"),
    "undercuts": ("#671f50", "#ffb8e4"),
    "restates": ("#00406e", "#9bdaff"),
    **_in("#1a1a1a", "#ffffff", *_CHIPS),
    **_in("#ffffff", "#000000", *_WORDS),
}
"""The colours of the theme "contrast", those of texts with a contrast of 7 and more."""

SWATCHES: Final[Mapping[Theme, Swatches]] = {
    "auto": USUAL,
    "light": USUAL,
    "dark": USUAL,
    "print": ON_PAPER,
    "contrast": STARK,
}


def paints(swatches: Swatches) -> Mapping[str, Paint]:
    """Return what every class of shapes looks like in some colours."""
    page, outline = swatches["page"], swatches["outline"]
    chips = [chip.name.lower() for chip in Chip]
    return {
        "page": Paint(fill=page),
        "halo": Paint(stroke=page),
        "ink": Paint(fill=swatches["text"]),
        "muted": Paint(fill=swatches["muted"]),
        "muted-line": Paint(stroke=swatches["muted"]),
        "claim": Paint(fill=swatches["claim"], stroke=outline),
        "evidence": Paint(fill=swatches["evidence"], stroke=outline),
        "fold": Paint(fill=swatches["fold"], stroke=outline),
        "unsupported": Paint(fill=swatches["claim"], stroke=swatches["unsupported"]),
        "missing": Paint(stroke=outline),
        "more": Paint(fill=swatches["fold"]),
        "frame": Paint(fill=swatches["frame"], stroke=swatches["frame-outline"]),
        "added": Paint(stroke=swatches["added"]),
        "changed": Paint(stroke=swatches["changed"]),
        "kept": Paint(stroke=outline),
        "kept-head": Paint(fill=outline),
        "elsewhere": Paint(fill=page, stroke=swatches["quiet"]),
        **{stance: Paint(stroke=swatches[stance]) for stance in _STANCES},
        **{f"{stance}-head": Paint(fill=swatches[stance]) for stance in _STANCES},
        **{f"chip-{chip}": Paint(fill=swatches[f"chip-{chip}"]) for chip in chips},
        **{f"word-{chip}": Paint(fill=swatches[f"word-{chip}"]) for chip in chips},
        **{f"icon-{chip}": Paint(stroke=swatches[f"word-{chip}"]) for chip in chips},
    }


STANCES: Final[Mapping[Stance, Pair]] = {stance: USUAL[stance.value] for stance in Stance}
