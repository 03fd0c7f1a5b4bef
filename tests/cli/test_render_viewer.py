"""`argmap render -f html`: one page for each map."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call

MAP = (
    "map: {title: Should we?}\n"
    "section: Why\n"
    "claims:\n"
    "  a: {text: A charge cuts traffic., main: true, supporting: [b]}\n"
)
MORE = "section: How\nclaims:\n  b: {text: Counts fell.}\n"
CITED = (
    "section: How\n"
    "evidence:\n"
    "  b: {text: Counts fell., cites: {source: report, quote: Counts fell by a tenth}}\n"
)


def write_city(head: str = "", more: str = MORE) -> None:
    directory = Path("claims/city")
    directory.mkdir(parents=True)
    (directory / "one.yaml").write_text(head + MAP, encoding="utf-8")
    (directory / "two.yaml").write_text(more, encoding="utf-8")


def test_each_map_is_one_page_that_shows_its_sections_itself(call: Call) -> None:
    write_city()
    result = call("render", "-f", "html")
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        ["wrote renders/city.html", "drew 1 picture: 1 new, 0 unchanged"],
    )
    page = Path("renders/city.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>\n")
    assert '"section":"How"' in page
    result = call("render", "-f", "html", "--check")
    assert (result.exit_code, result.stdout) == (0, "compared 1 picture: 1 up to date\n")


def test_a_viewer_shows_all_nodes_whatever_the_configuration_says(call: Call) -> None:
    write_city()
    Path("argmap.toml").write_text("[render]\nmax-nodes = 1\n", encoding="utf-8")
    assert call("render", "-o", "city.html").exit_code == 0
    assert '"id":"b"' in Path("city.html").read_text(encoding="utf-8")
    assert call("render", "-o", "city.svg").exit_code == 0
    assert "not shown" in Path("city.svg").read_text(encoding="utf-8")


def test_a_number_of_nodes_is_refused_for_a_viewer(call: Call) -> None:
    write_city()
    result = call("render", "-o", "city.html", "--max-nodes", "1")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        (
            "argmap: a viewer shows all nodes, and its readers fold branches themselves; "
            "leave out the number of nodes, or choose another format, as svg"
        ),
    )


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], (False, False)),
        (["--embed-sources", "none"], (False, False)),
        (["--embed-sources", "excerpt"], (True, False)),
        (["--embed-sources", "full"], (True, True)),
    ],
)
def test_texts_of_sources_go_into_a_page_when_asked_for(
    call: Call, options: list[str], found: tuple[bool, bool]
) -> None:
    write_city("sources: {report: {title: Report, file: report.txt}}\n", CITED)
    Path("claims/city/report.txt").write_text(
        "We stood at the bridge. Counts fell by a tenth.\n\nThe weather was fine.\n",
        encoding="utf-8",
    )
    assert call("render", "-o", "city.html", *options).exit_code == 0
    page = Path("city.html").read_text(encoding="utf-8")
    assert ("We stood at the bridge." in page, "The weather was fine." in page) == found


def test_a_text_given_by_hand_counts_and_goes_into_a_page(call: Call) -> None:
    write_city("sources: {report: {title: Report}}\n", CITED)
    Path("mine.txt").write_text("We stood at the bridge. Counts fell by a half.\n", "utf-8")
    given = ("--text", "report=mine.txt")
    result = call("render", "-o", "city.html", "--embed-sources", "full", *given)
    assert result.exit_code == 0
    assert result.stderr == "`argmap check` finds 1 error, 0 warnings, 0 notes in what is drawn\n"
    assert "We stood at the bridge." in Path("city.html").read_text(encoding="utf-8")


def test_a_text_for_no_source_is_refused(call: Call) -> None:
    write_city("sources: {report: {title: Report}}\n", CITED)
    result = call("render", "--text", "rapport=mine.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no source 'rapport'" in result.stderr
