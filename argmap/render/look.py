"""How a picture looks: its colours as attributes and as a style sheet, and its fonts."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from attrs import field, frozen

from argmap.render.options import Theme
from argmap.render.theme import FONTS, SWATCHES, Paint, Pair, paints

_GROUNDS: Final = frozenset(
    {"page", "halo", "claim", "evidence", "fold", "unsupported", "elsewhere", "frame", "more"}
)
"""What lies below texts and lines; where readers choose all colours, it has that of the page."""


@frozen
class Look:
    """The colours and fonts of a picture.

    Attributes:
        paints: every class of shapes.
        fonts: the value of `font-family`.
        is_dark: whether attributes have the colours for dark pages.
        is_following: whether a style sheet follows what the reader's system has.
    """

    paints: Mapping[str, Paint]
    fonts: str = FONTS
    is_dark: bool = False
    is_following: bool = True
    _known: dict[str, str] = field(factory=dict, init=False, eq=False, repr=False)

    def paint(self, name: str) -> str:
        """Return the attributes that give a shape its class and colours."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._written(name)
        return known

    def style_sheet(self, names: Collection[str], scope: str) -> list[str]:
        """Return the lines of a style sheet for readers with a dark page, or with own colours.

        Args:
            names: the classes that occur.
            scope: a class of the whole picture, so that no other picture on the page is touched.
        """
        present = [name for name in self.paints if name in names]
        if not self.is_following or not present:
            return []
        rules = [f".{scope} .am-{name}{{{_declared(self.paints[name])}}}" for name in present]
        return [
            "@media (prefers-color-scheme:dark){",
            *rules,
            "}",
            "@media (forced-colors:active){",
            *self._forced(present, scope),
            "}",
        ]

    def _forced(self, names: Sequence[str], scope: str) -> list[str]:
        """Return rules in the colours of a reader who has chosen own ones for all pages."""
        rules = []
        for kind in ("fill", "stroke"):
            for is_ground, colour in ((True, "Canvas"), (False, "CanvasText")):
                selectors = [
                    f".{scope} .am-{name}"
                    for name in names
                    if getattr(self.paints[name], kind) and _is_ground(name, kind) is is_ground
                ]
                if selectors:
                    rules.append(f"{','.join(selectors)}{{{kind}:{colour}}}")
        return rules

    def _written(self, name: str) -> str:
        number = 1 if self.is_dark else 0
        look = self.paints[name]
        fill = f' fill="{look.fill[number]}"' if look.fill else ""
        stroke = f' stroke="{look.stroke[number]}"' if look.stroke else ""
        return (
            f'class="am-{name}"{fill}{stroke}' if self.is_following else f"{fill}{stroke}".strip()
        )


def look_of(
    theme: Theme, colours: Mapping[str, Pair] | None = None, fonts: Sequence[str] = ()
) -> Look:
    """Return the look of a theme.

    Args:
        theme: a theme; "print" and "contrast" keep to their own colours.
        colours: in place of the usual ones, see `colours.read_colours`.
        fonts: to be tried before the usual ones.
    """
    swatches = SWATCHES[theme]
    if colours and theme in {"auto", "light", "dark"}:
        swatches = {**swatches, **colours}
    own = "".join(f"'{font}', " for font in fonts)
    return Look(
        paints(swatches),
        fonts=f"{own}{FONTS}",
        is_dark=theme == "dark",
        is_following=theme in {"auto", "contrast"},
    )


def _is_ground(name: str, kind: str) -> bool:
    return name == "halo" if kind == "stroke" else name in _GROUNDS or name.startswith("chip-")


def _declared(look: Paint) -> str:
    parts = []
    if look.fill:
        parts.append(f"fill:{look.fill[1]}")
    if look.stroke:
        parts.append(f"stroke:{look.stroke[1]}")
    return ";".join(parts)
