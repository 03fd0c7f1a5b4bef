"""Pages of Sphinx with maps in them."""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from argmap import loads, render
from tests.sphinx.conftest import CITY, CONF, Build

MORE = "claims:\n  other: {text: Other., type: fact}\n"
SCOPE = re.compile(r"argmap-[0-9a-f]{8}-[0-9a-f]{8}")


def test_a_page_has_the_picture_of_a_map_in_it(build: Build) -> None:
    built = build(docs__index_rst="Why\n===\n\n.. argmap:: city\n")
    assert built.warnings == []
    found = re.search(r"<svg.*</svg>\n", built.page(), re.DOTALL)
    assert found is not None
    ET.fromstring(found[0])  # noqa: S314 - our own
    look = '<svg style="max-width:100%;min-width:553.5px;height:auto" '
    usual = re.sub(r"argmap-[0-9a-f]{8}", "SCOPE", render(loads(CITY)[0]))
    assert SCOPE.sub("SCOPE", found[0]).replace(look, "<svg ") == usual
    assert 'role="region" aria-label="Should the city charge for driving?"' in built.page()


def test_two_pictures_of_one_map_share_no_id(build: Build) -> None:
    page = ".. argmap:: city\n\n.. argmap:: ../claims/city.yaml\n\n.. argmap:: /../claims\n"
    ids = re.findall(r' id="(argmap-[^"]*)"', build(docs__index_rst=page).page())
    assert len(ids) == 6
    assert len({*ids}) == 6


def test_options_of_the_page_count_more_than_those_of_the_project(build: Build) -> None:
    page = ".. argmap:: city\n   :theme: light\n   :fit:\n   :height: 20em\n   :alt: A & B\n"
    built = build(docs__index_rst=page, **{".__argmap_toml": '[render]\ntheme = "dark"\n'})
    assert "prefers-color-scheme" not in built.page()
    assert 'fill="#ffffff"' in built.page()
    assert "#14171c" not in built.page()
    assert '<svg style="max-width:100%;height:auto" ' in built.page()
    assert 'aria-label="A &amp; B" tabindex="0" style="overflow:auto;max-height:20em"' in (
        built.page()
    )


def test_a_viewer_is_a_file_in_a_frame_that_cannot_reach_the_page(build: Build) -> None:
    page = ".. argmap:: city\n   :format: viewer\n   :focus: counts-fell\n   :height: 300\n"
    built = build("dirhtml", docs__index_rst="", docs__more_rst=f":orphan:\n\n{page}")
    (viewer,) = (built.directory / "_images").glob("argmap-*.html")
    assert viewer.read_text(encoding="utf-8") == render(loads(CITY)[0], output="html")
    address = f"../_images/{viewer.name}#counts-fell"
    assert (
        f'<iframe src="{address}" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
        'title="Should the city charge for driving?" loading="lazy" '
        'style="width:100%;height:300px;border:0"></iframe>\n'
        f'<p class="argmap-alone"><a href="{address}">Open the map by itself</a></p>\n'
    ) in built.page("more/index.html")


def test_a_viewer_with_a_depth_shows_a_part(build: Build) -> None:
    page = ".. argmap:: city\n   :format: viewer\n   :focus: counts-fell\n   :depth: 0\n"
    built = build(docs__index_rst=page)
    (viewer,) = (built.directory / "_images").glob("argmap-*.html")
    part = render(loads(CITY)[0], output="html", focus="counts-fell", depth=0)
    assert viewer.read_text(encoding="utf-8") == part
    assert "#counts-fell" not in built.page()


def test_a_viewer_carries_texts_at_hand_where_that_is_wished(build: Build) -> None:
    cited = CITY.replace("https://example.org/r", "").replace(', url: ""', ", file: r.txt")
    page = ".. argmap:: city\n   :format: viewer\n   :embed-sources: full\n"
    built = build(
        docs__index_rst=page, claims__city_yaml=cited, claims__r_txt="Traffic fell by much.\n"
    )
    (viewer,) = (built.directory / "_images").glob("argmap-*.html")
    assert "Traffic fell by much." in viewer.read_text(encoding="utf-8")
    again = build(docs__index_rst=page, claims__city_yaml=cited, claims__r_txt="It did not.\n")
    assert again.read == ["index"]


def test_a_map_with_a_caption_is_a_numbered_figure(build: Build) -> None:
    page = (
        "See :ref:`case` and :numref:`case`.\n\n.. argmap:: city\n   :caption: The *case*.\n"
        "   :name: case\n   :class: wide\n"
    )
    built = build(docs__index_rst=page, docs__conf_py=f"{CONF}numfig = True\n")
    assert '<figure class="argmap wide align-default" id="case">' in built.page()
    assert '<span class="caption-number">Fig. 1 </span>' in built.page()
    assert '<span class="caption-text">The <em>case</em>.</span>' in built.page()
    assert '<a class="reference internal" href="#case"><span class="std std-ref">The case.' in (
        built.page()
    )


def test_text_has_an_outline(build: Build) -> None:
    page = "Why\n===\n\n.. argmap:: city\n   :caption: The *case*.\n   :name: case\n"
    assert build("text", docs__index_rst=page).page("index.txt") == (
        "Why\n"
        "***\n"
        "\n"
        "The *case*.\n"
        "\n"
        "1 claim, 1 evidence, 1 relation · Fifth annual report.\n"
        "\n"
        "Signs: + supports, \u2212 contrasts, \u00d7 undercuts, = restates.\n"
        "\n"
        "* **charge-cuts-traffic** (cause, supported): A charge cuts car\n"
        "  traffic.\n"
        "\n"
        "  * **+** **counts-fell** (statistic, supported): Counts at the border\n"
        "    *fell*. *Fifth annual report, p. 12*\n"
    )


def test_latex_has_an_image(build: Build) -> None:
    built = build("latex", docs__index_rst="Why\n===\n\n.. argmap:: city\n   :format: viewer\n")
    (image,) = built.directory.glob("argmap-*.png")
    assert image.read_bytes().startswith(b"\x89PNG")
    text = next(built.directory.glob("*.tex")).read_text(encoding="utf-8")
    assert f"\\sphinxincludegraphics{{{{{image.stem}}}.png}}" in text


def test_latex_has_an_outline_where_no_image_can_be_made(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    built = build("latex", docs__index_rst="Why\n===\n\n.. argmap:: city\n")
    assert built.warnings == []
    text = next(built.directory.glob("*.tex")).read_text(encoding="utf-8")
    assert "\\sphinxstylestrong{counts\\sphinxhyphen{}fell} (statistic, supported)" in text


def test_an_epub_has_an_image(build: Build) -> None:
    built = build("epub", docs__index_rst="Why\n===\n\n.. argmap:: city\n")
    (image,) = (built.directory / "_images").glob("argmap-*.svg")
    assert image.read_text(encoding="utf-8") == render(loads(CITY)[0], theme="light")
    assert f'src="_images/{image.name}"' in built.page("index.xhtml")


@pytest.mark.parametrize(
    ("path", "text", "read"),
    [
        ("claims/big/one.yaml", f"{CITY}\n", ["index"]),
        ("claims/big/three.yaml", MORE.replace("other", "third"), ["index"]),
        ("claims/big/two.yaml", None, ["index"]),
        ("argmap.toml", '[render]\ntheme = "dark"\n', ["index"]),
        ("claims/city.yaml", f"{CITY}\n", []),
    ],
)
def test_a_page_is_made_anew_when_its_map_changes(
    build: Build, path: str, text: str | None, read: list[str]
) -> None:
    files = {"claims__big__one_yaml": CITY, "claims__big__two_yaml": MORE}
    page = ".. argmap:: ../claims/big\n"
    first = build(docs__index_rst=page, docs__more_rst=":orphan:\n", **files)
    assert sorted(first.read) == ["index", "more"]
    assert build().read == []
    if text is None:
        Path(path).unlink()
    else:
        Path(path).write_text(text, encoding="utf-8")
    assert build(claims__city_yaml=Path("claims/city.yaml").read_text("utf-8")).read == read


def test_pages_can_be_read_by_several_processes(build: Build) -> None:
    pages = {f"docs__p{number}_rst": ":orphan:\n\n.. argmap:: city\n" for number in range(8)}
    built = build(docs__index_rst="", parallel=2, **pages)
    assert built.warnings == []
    assert "charge-cuts-traffic" in built.page("p7.html")
    assert build(docs__index_rst="", parallel=2, **pages).read == []


def test_what_is_wrong_with_a_claim_file_is_a_warning_at_its_place(build: Build) -> None:
    wrong = CITY.replace("    main: true\n", "    mian: true\n")
    page = ".. argmap:: city\n\n.. argmap:: city\n"
    assert build(docs__index_rst=page, claims__city_yaml=wrong).warnings == [
        (
            "claims/city.yaml:9: WARNING: claim 'charge-cuts-traffic' has an unknown field 'mian'; "
            "did you mean 'main'? [argmap.unknown-field]"
        )
    ]


@pytest.mark.parametrize(
    ("page", "warning"),
    [
        (
            ".. argmap:: ctiy",
            (
                "argmap: there is neither a file 'docs/ctiy' nor a map 'ctiy' in the project; "
                "did you mean 'city'?"
            ),
        ),
        (
            ".. argmap:: wxyz",
            (
                "argmap: there is neither a file 'docs/wxyz' nor a map 'wxyz' in the project; "
                "there are city"
            ),
        ),
        (
            ".. argmap:: ../docs",
            "argmap: there is no claim file in 'docs'; their names end in .yaml or .yml",
        ),
        (
            ".. argmap:: city\n   :focus: counts-fel",
            "argmap: there is no 'counts-fel' in this map; did you mean 'counts-fell'?",
        ),
        (
            ".. argmap:: city\n   :format: viewer\n   :focus: nothing-like-it",
            "argmap: there is no 'nothing-like-it' in this map",
        ),
        (
            ".. argmap:: city\n   :section: Costs",
            "argmap: there is no 'Costs' in this map",
        ),
        (
            ".. argmap:: city\n   :depth: 2",
            "argmap: :depth: does nothing without :focus:; say how near to what",
        ),
        (
            ".. argmap:: city\n   :embed-sources: full",
            "argmap: :embed-sources: does nothing for the format svg; leave it out",
        ),
        (
            ".. argmap:: city\n   :format: viewer\n   :direction: tb",
            "argmap: :direction: does nothing for the format viewer; leave it out",
        ),
    ],
)
def test_what_cannot_be_done_is_a_warning(build: Build, page: str, warning: str) -> None:
    built = build(docs__index_rst=f"{page}\n")
    assert built.warnings == [f"docs/index.rst:1: WARNING: {warning} [argmap]"]


def test_a_rule_can_be_kept_quiet(build: Build) -> None:
    wrong = CITY.replace("    main: true\n", "    mian: true\n")
    conf = f'{CONF}suppress_warnings = ["argmap.unknown-field"]\n'
    built = build(docs__index_rst=".. argmap:: city\n", docs__conf_py=conf, claims__city_yaml=wrong)
    assert built.warnings == []


def test_several_maps_in_one_place_are_told_apart(build: Build) -> None:
    built = build(docs__index_rst=".. argmap:: ../claims\n", claims__other_yaml=CITY)
    assert built.warnings == [
        (
            "docs/index.rst:1: WARNING: argmap: '../claims' holds 2 maps: city, other; "
            "name one of them [argmap]"
        )
    ]


def test_a_mistake_in_the_configuration_is_a_warning(build: Build) -> None:
    built = build(docs__index_rst=".. argmap:: city\n", **{".__argmap_toml": "rendre = 1\n"})
    assert built.warnings == [
        (
            "docs/index.rst:1: WARNING: argmap: argmap.toml:1: unknown key 'rendre'; "
            "did you mean 'render'? [argmap]"
        )
    ]


def test_a_word_that_an_option_does_not_know_is_an_error_of_the_page(build: Build) -> None:
    built = build(docs__index_rst=".. argmap:: city\n   :format: png\n")
    assert built.warnings[:3] == [
        'docs/index.rst:1: ERROR: Error in "argmap" directive:',
        "invalid option value: (option: \"format\"; value: 'png')",
        '"png" unknown; choose from "svg", or "viewer".',
    ]
