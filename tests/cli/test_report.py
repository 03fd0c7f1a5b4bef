"""`argmap report`: all about a map for people without argmap."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("city")
PAGE = Path("renders/city.report.html")


def test_each_map_has_a_page_beside_its_picture(call: Call) -> None:
    assert call("report").stdout == f"wrote {PAGE}\nwrote 1 report: 1 new, 0 unchanged\n"
    page = PAGE.read_text(encoding="utf-8")
    assert "<title>Should we?: report</title>" in page
    assert 'class="argmap-' in page
    assert call("report").stdout == "wrote 1 report: 0 new, 1 unchanged\n"


def test_old_pages_are_told_and_left_alone(call: Call, city: Path) -> None:
    result = call("report", "--check")
    assert (result.exit_code, result.stdout) == (
        1,
        f"missing: {PAGE}\ncompared 1 report: 0 up to date\n",
    )
    assert result.stderr == "write them without --check\n"
    call("report")
    assert call("report", "--check").output == "compared 1 report: 1 up to date\n"
    before = PAGE.read_bytes()
    city.write_text(city.read_text("utf-8").replace("Counts fell.", "Counts rose."), "utf-8")
    result = call("report", "--check")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (1, f"differs: {PAGE}")
    assert PAGE.read_bytes() == before


def test_one_file_can_have_several_maps_and_its_name_tells_the_format(call: Call) -> None:
    Path("claims/town.yaml").write_text("claims: {a: {text: A.}}\n", encoding="utf-8")
    assert call("report", "-o", "all.md").exit_code == 0
    text = Path("all.md").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("# ")] == [
        "# Should we?",
        "# town",
    ]
    assert "```mermaid\nflowchart" in text
    call("report", "-f", "markdown", "-o", "out")
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "city.report.md",
        "town.report.md",
    ]


def test_a_text_that_is_given_is_covered(call: Call) -> None:
    Path("report.txt").write_text("Counts fell. So it works.\n", encoding="utf-8")
    page = call("report", "-o", "-", "--text", "report=report.txt").stdout
    assert "0% of the sentences accounted for" in page


def test_standard_output_cannot_be_compared(call: Call) -> None:
    result = call("report", "-o", "-", "--check")
    assert (result.exit_code, result.stderr) == (
        2,
        "argmap: --check compares files; leave it out, or give a file or directory with -o\n",
    )


def test_a_flowchart_that_github_would_refuse_is_left_out(call: Call, city: Path) -> None:
    many = "".join(f"  e{number}: {{text: E., supports: [top]}}\n" for number in range(500))
    city.write_text(f"claims:\n  top: {{text: T.}}\nevidence:\n{many}", encoding="utf-8")
    text = call("report", "-f", "markdown", "-o", "-").stdout
    assert "mermaid" not in text
    assert "<svg" in call("report", "-o", "-").stdout
