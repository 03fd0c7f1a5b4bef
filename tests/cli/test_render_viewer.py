"""`argmap render -f html`: one page for each map."""

from pathlib import Path

from tests.cli.conftest import Call

MAP = (
    "map: {title: Should we?}\n"
    "section: Why\n"
    "claims:\n"
    "  a: {text: A charge cuts traffic., main: true, supporting: [b]}\n"
)
MORE = "section: How\nclaims:\n  b: {text: Counts fell.}\n"


def test_each_map_is_one_page_that_shows_its_sections_itself(call: Call) -> None:
    directory = Path("claims/city")
    directory.mkdir(parents=True)
    (directory / "one.yaml").write_text(MAP, encoding="utf-8")
    (directory / "two.yaml").write_text(MORE, encoding="utf-8")
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
