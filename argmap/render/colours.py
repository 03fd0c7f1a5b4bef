"""Colours of a project's own: read, and held to a contrast that people can see."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from argmap.nearest import nearest
from argmap.render.theme import USUAL, Pair, Swatches

NAMES: Final = tuple(name for name in USUAL if not name.startswith(("chip-", "word-")))
"""The colours that a project may choose."""

TEXT_CONTRAST: Final = 4.5
LINE_CONTRAST: Final = 3.0
"""What WCAG 2.1 asks of texts (1.4.3) and of shapes that carry meaning (1.4.11)."""

_HEX: Final = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_FONT: Final = re.compile(r"[^\W_](?:[\w .+-]*[\w+])?")
_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)  # of red, green and blue
_DARKEST: Final = 0.04045  # up to there sRGB is linear
_SIDES: Final = ("light", "dark")
_GROUNDS: Final = ("page", "claim", "evidence", "frame")
_LINES: Final = ("supports", "contrasts", "undercuts", "restates")


def read_colours(given: Mapping[str, object]) -> tuple[dict[str, Pair], list[tuple[str, str]]]:
    """Read colours: `"#00724f"`, or one for each kind of page, `{light = "#00724f", dark = …}`.

    Returns:
        The colours that can be read, and the mistakes: the name of a colour and what is wrong.
    """
    colours: dict[str, Pair] = {}
    mistakes: list[tuple[str, str]] = []
    for name, value in given.items():
        if name not in NAMES:
            meant = nearest(name, NAMES)
            hint = f"did you mean '{meant}'?" if meant else f"known are {', '.join(NAMES)}"
            mistakes.append((name, f"unknown colour '{name}'; {hint}"))
            continue
        pair = _pair(name, value)
        if pair is None:
            mistakes.append((name, f"'{name}' should be {_WANTED}, not {_shown(value)}"))
        else:
            colours[name] = pair
    if not mistakes:
        mistakes.extend(_weak({**USUAL, **colours}, colours))
    return colours, mistakes


def read_font(given: object) -> str | None:
    """Return the name of a font, or None where that is none: letters, digits, blanks, `.+-`."""
    return given if isinstance(given, str) and _FONT.fullmatch(given) else None


def contrast(one: str, two: str) -> float:
    """Return the contrast of two colours such as `#00724f`, from 1 to 21, after WCAG 2.1."""
    low, high = sorted((_luminance(one), _luminance(two)))
    return (high + 0.05) / (low + 0.05)


def needs(swatches: Swatches) -> Iterator[tuple[str, str, float]]:
    """Yield what has to stand out: a colour, the one that it lies on, and the least contrast."""
    for ground in _GROUNDS:
        yield "muted", ground, TEXT_CONTRAST
        if ground != "frame":
            yield "text", ground, TEXT_CONTRAST
    yield "text", "fold", TEXT_CONTRAST
    for line in _LINES:
        for ground in _GROUNDS:
            yield line, ground, LINE_CONTRAST
    for line in ("outline", "unsupported", "added", "changed"):
        yield line, "page", LINE_CONTRAST
        yield line, "frame", LINE_CONTRAST
    for name in swatches:
        if name.startswith("word-"):
            yield name, name.replace("word-", "chip-"), TEXT_CONTRAST


_WANTED: Final = 'a colour such as "#00724f", or {light = "#00724f", dark = "#3ecfa0"}'


def _pair(name: str, value: object) -> Pair | None:
    if isinstance(value, Mapping) and value and value.keys() <= {*_SIDES}:
        sides = [value.get(side, usual) for side, usual in zip(_SIDES, USUAL[name], strict=True)]
    else:
        sides = [*value] if isinstance(value, tuple) else [value, value]
    if len(sides) != len(_SIDES):
        return None
    one, other = (_long(side) for side in sides)
    return (one, other) if one and other else None


def _long(value: object) -> str | None:
    """Return a colour in six digits."""
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        return None
    digits = value[1:].lower()
    return f"#{digits if len(digits) > len('rgb') else ''.join(2 * digit for digit in digits)}"


def _weak(swatches: Swatches, own: Mapping[str, Pair]) -> Iterator[tuple[str, str]]:
    """Yield what does not stand out enough because of own colours, where it does so least."""
    worst: dict[tuple[str, str, int], tuple[float, str, float]] = {}
    for front, ground, least in needs(swatches):
        if front not in own and ground not in own:
            continue
        blamed = front if front in own else ground
        for number in range(len(_SIDES)):
            found = contrast(swatches[front][number], swatches[ground][number])
            if found < least:
                key = blamed, front, number
                worst[key] = min(worst.get(key, (found, ground, least)), (found, ground, least))
    for (blamed, front, number), (found, ground, least) in worst.items():
        one, two = swatches[front][number], swatches[ground][number]
        yield (
            blamed,
            (
                f"'{front}' ({one}) has a contrast of {int(found * 10) / 10} on '{ground}' ({two}) "
                f"where pages are {_SIDES[number]}; "
                f"{'texts' if least == TEXT_CONTRAST else 'lines'} need {least:g}"
            ),
        )


def _luminance(colour: str) -> float:
    shares = [_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5)]
    return sum(weight * share for weight, share in zip(_WEIGHTS, shares, strict=True))


def _linear(share: float) -> float:
    return share / 12.92 if share <= _DARKEST else float(((share + 0.055) / 1.055) ** 2.4)


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return "a table"
    return f"'{value}'" if isinstance(value, str) else str(value)
