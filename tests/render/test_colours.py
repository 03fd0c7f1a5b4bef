"""Colours: those of every theme stand out, and so do those that a project chooses."""

import pytest

from argmap.findings import InvalidValueError
from argmap.model import ArgumentMap, Claim, Relation
from argmap.render import render
from argmap.render.colours import NAMES, contrast, needs, read_colours, read_font
from argmap.render.look import look_of
from argmap.render.options import Theme
from argmap.render.scene import Chip
from argmap.render.theme import SWATCHES, USUAL

SMALL = ArgumentMap(nodes=[Claim("a"), Claim("b")], relations=[Relation("supports", ["b"], "a")])


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#010101", "#010101") == 1


@pytest.mark.parametrize("theme", SWATCHES)
@pytest.mark.parametrize("number", [0, 1])
def test_the_colours_of_every_theme_stand_out_on_light_pages_and_on_dark_ones(
    theme: Theme, number: int
) -> None:
    swatches = SWATCHES[theme]
    assert swatches.keys() == USUAL.keys()
    weak = [
        (front, ground)
        for front, ground, least in needs(swatches)
        if contrast(swatches[front][number], swatches[ground][number]) < least
    ]
    assert weak == []


@pytest.mark.parametrize("theme", SWATCHES)
@pytest.mark.parametrize("number", [0, 1])
def test_relations_have_a_contrast_of_four_and_a_half_in_every_theme(
    theme: Theme, number: int
) -> None:
    swatches = SWATCHES[theme]
    lines = ("supports", "contrasts", "undercuts", "restates")
    grounds = ("page", "claim", "frame")
    found = [
        contrast(swatches[line][number], swatches[ground][number])
        for line in lines
        for ground in grounds
    ]
    assert min(found) >= 4.5


@pytest.mark.parametrize("number", [0, 1])
def test_texts_have_a_contrast_of_seven_in_the_theme_for_it(number: int) -> None:
    swatches = SWATCHES["contrast"]
    found = {
        (front, ground): contrast(swatches[front][number], swatches[ground][number])
        for front, ground, _ in needs(swatches)
        if front in {"text", "muted", "outline", "supports", "contrasts", "undercuts", "restates"}
    }
    assert min(found.values()) >= 7


def test_everything_that_is_read_is_held_to_a_contrast() -> None:
    held = {front for front, _, _ in needs(USUAL)} | {ground for _, ground, _ in needs(USUAL)}
    words = {f"{part}-{chip.name.lower()}" for part in ("chip", "word") for chip in Chip}
    # The outlines of what is quiet carry nothing that words do not say.
    assert {*NAMES} | words == held | {"quiet", "frame-outline"}


def test_a_colour_is_one_for_all_pages_or_one_for_each_kind() -> None:
    given = {
        "page": ("#fff", "#000"),
        "supports": {"light": "#004A33"},
        "outline": {"light": "#555555", "dark": "#cccccc"},
        "contrasts": "#d25000",
    }
    assert read_colours(given) == (
        {
            "page": ("#ffffff", "#000000"),
            "supports": ("#004a33", "#3ecfa0"),
            "outline": ("#555555", "#cccccc"),
            "contrasts": ("#d25000", "#d25000"),
        },
        [],
    )


@pytest.mark.parametrize(
    "value", ["", "green", "#12345", 3, None, {}, {"night": "#000"}, ("#000",)]
)
def test_what_is_no_colour_is_refused(value: object) -> None:
    colours, mistakes = read_colours({"supports": value})
    assert colours == {}
    assert [name for name, _ in mistakes] == ["supports"]
    assert "should be a colour such as" in mistakes[0][1]


def test_a_ground_is_to_blame_for_what_stood_out_before() -> None:
    _, mistakes = read_colours({"claim": {"dark": "#667080"}})
    assert {name for name, _ in mistakes} == {"claim"}
    assert mistakes[0][1] == (
        "'muted' (#a3adb8) has a contrast of 2.1 on 'claim' (#667080) "
        "where pages are dark; texts need 4.5"
    )


def test_a_picture_has_the_colours_and_fonts_that_are_asked_for() -> None:
    picture = render(SMALL, colours={"supports": ("#004a33", "#6effd0")}, fonts=["Source Sans 3"])
    assert 'class="am-supports" stroke="#004a33"' in picture
    assert "{stroke:#6effd0}" in picture
    assert "#00724f" not in picture
    assert """font-family="&#x27;Source Sans 3&#x27;, Arial, """ in picture
    kept = render(SMALL, theme="print", colours={"supports": ("#004a33", "#6effd0")})
    assert kept == render(SMALL, theme="print")


def test_bad_colours_and_fonts_are_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        render(SMALL, colours={"suports": "#004a33"}, fonts=["x'y"])
    assert str(caught.value).split("\n") == [
        "unknown colour 'suports'; did you mean 'supports'?",
        "'x'y' is no name of a font",
    ]


@pytest.mark.parametrize("font", ["", " Arial", "A;B", "A'", 'A"', "url(x)", "A,B", 3, "-x"])
def test_a_name_of_a_font_has_no_signs_of_a_style_sheet(font: object) -> None:
    assert read_font(font) is None


def test_names_of_fonts_in_any_script_are_taken() -> None:
    assert [
        read_font(font) for font in ("Inter", "游ゴシック", "Source Sans 3", "IBM Plex Sans")
    ] == [
        "Inter",
        "游ゴシック",
        "Source Sans 3",
        "IBM Plex Sans",
    ]


def test_a_look_writes_only_the_classes_that_occur() -> None:
    assert look_of("auto").style_sheet({"page", "halo"}, "s") == [
        "@media (prefers-color-scheme:dark){",
        ".s .am-page{fill:#14171c}",
        ".s .am-halo{stroke:#14171c}",
        "}",
        "@media (forced-colors:active){",
        ".s .am-page{fill:Canvas}",
        ".s .am-halo{stroke:Canvas}",
        "}",
    ]
    assert look_of("auto").style_sheet(set(), "s") == []
    assert look_of("dark").style_sheet({"page"}, "s") == []
