"""Pictures as PNG: equal bytes, every script, and what is said where they cannot be made."""

# ruff: noqa: RUF001 - letters of other scripts are meant

import struct
import sys

import pytest

from argmap.findings import MissingPackageError
from argmap.model import ArgumentMap, Claim
from argmap.render import render
from argmap.render.png import (
    _LINE,
    NoFontsError,
    TooLargeError,
    _for_resvg,
    to_png,
)
from tests.render.maps import MAPS

SVG = render(MAPS["single"], theme="light")


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.fixture(name="resvg")
def _resvg() -> None:
    pytest.importorskip("resvg_py", reason="resvg-py is not installed")
    try:
        to_png(SVG)
    except NoFontsError:
        pytest.skip("this machine has no fonts")


@pytest.mark.usefixtures("resvg")
@pytest.mark.parametrize("name", ["single", "scripts", "hostile"])
def test_a_png_has_two_pixels_for_each_and_equal_bytes(name: str) -> None:
    svg = render(MAPS[name], theme="light")
    png = to_png(svg)
    width, _, height = svg.partition('width="')[2].split('"')[:3]
    assert size(png) == (round(2 * float(width)), round(2 * float(height)))
    assert to_png(svg) == png


@pytest.mark.usefixtures("resvg")
def test_texts_and_colours_are_in_it() -> None:
    without = to_png(render(ArgumentMap("One", nodes=[Claim("only", "")]), theme="light"))
    assert to_png(SVG) != without
    assert to_png(render(MAPS["single"], theme="dark")) != to_png(SVG)


@pytest.mark.usefixtures("resvg")
def test_a_picture_that_is_too_large_for_two_pixels_has_one() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10000" height="5000"></svg>'
    assert size(to_png(svg)) == (10_000, 5_000)


@pytest.mark.usefixtures("resvg")
def test_a_picture_that_would_take_too_much_memory_is_refused() -> None:
    with pytest.raises(TooLargeError) as caught:
        to_png('<svg xmlns="http://www.w3.org/2000/svg" width="50000" height="50000"></svg>')
    assert str(caught.value) == (
        "50,000 x 50,000 px are too many for a PNG; "
        "draw a part of the map, fold it with --max-nodes, or write SVG"
    )


def test_without_resvg_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(MissingPackageError) as caught:
        to_png(SVG)
    assert str(caught.value) == (
        "PNG needs the package resvg-py; install it with `pip install 'argmap[png]'`, or write SVG"
    )


def test_without_fonts_no_picture_without_text_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    resvg = pytest.importorskip("resvg_py", reason="resvg-py is not installed")
    drawn = resvg.svg_to_bytes
    monkeypatch.setattr(
        resvg, "svg_to_bytes", lambda **options: drawn(**options, skip_system_fonts=True)
    )
    with pytest.raises(NoFontsError, match="as this machine has no fonts; install some"):
        to_png(SVG)


@pytest.mark.parametrize(
    ("line", "drawn"),
    [
        ('<text x="1" y="2">Latin</text>', '<text x="1" y="2">Latin</text>'),
        ('<text x="1" y="2">naïve</text>', '<text x="1" y="2">naïve</text>'),
        (
            '<text x="284" direction="rtl" y="2">עברית</text>',
            (
                '<text x="284" text-anchor="end" y="2" font-family="Noto Sans Hebrew, '
                'Arial Hebrew, Arial, Segoe UI, Arial, sans-serif">\u2067עברית\u2069</text>'
            ),
        ),
        (
            '<text x="1" y="2">বাংলা।</text>',
            (
                '<text x="1" y="2" font-family="Noto Sans Bengali, Kohinoor Bangla, '
                'Nirmala UI, Arial, sans-serif">বাংলা।</text>'
            ),
        ),
    ],
)
def test_lines_in_other_scripts_are_written_so_that_resvg_draws_them(line: str, drawn: str) -> None:
    assert _LINE.sub(_for_resvg, line) == drawn
