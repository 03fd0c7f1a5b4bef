"""`argmap render --diff`: pictures of what changed since a revision of git."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.project.repositories import alone, commit, git


@pytest.fixture(name="committed")
def _committed(city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    alone(monkeypatch, tmp_path)
    commit()
    git("tag", "v1")
    return city


def test_what_changed_since_a_revision_is_drawn(call: Call, committed: Path) -> None:
    text = committed.read_text()
    committed.write_text(text.replace("Counts fell.", "Counts fell by a fifth."))
    result = call("render", "--diff", "v1", "-o", "-", "-f", "markdown")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[2] == "changed since v1: 1 node reworded."
    assert "before: ~~Counts fell.~~" in result.stdout
    svg = call("render", "--diff", "v1", "-o", "changes.svg")
    assert svg.stdout == "wrote changes.svg\ndrew 1 picture: 1 new, 0 unchanged\n"
    assert "Counts fell by a fifth." in Path("changes.svg").read_text("utf-8")


def test_each_map_has_a_picture_in_a_directory(call: Call, committed: Path) -> None:
    committed.unlink()
    new = Path("claims/town/all.yaml")
    new.parent.mkdir()
    new.write_text("claims: {t: {text: T.}}\n")
    (committed.parent / "more.yaml").write_text("claims: {u: {text: U.}}\n")
    assert call("render", "--diff", "HEAD", "-o", "changes").exit_code == 0
    files = sorted(path.name for path in Path("changes").rglob("*.svg"))
    assert files == ["city.svg", "town.svg"]
    town, city = (Path("changes", name).read_text("utf-8") for name in ("town.svg", "city.svg"))
    assert ">changed since HEAD: 1 node added</text>" in town
    assert "1 node added, 3 removed; 2 relations removed" in city


@pytest.mark.usefixtures("committed")
def test_a_picture_says_where_nothing_changed(call: Call) -> None:
    result = call("render", "--diff", "v1", "-o", "-")
    assert ">nothing changed since v1</text>" in result.stdout


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "say where pictures of changes go: `-o DIR`, `-o FILE`, or `-o -`"),
        (
            ("--focus", "counts", "-o", "-"),
            "--diff draws all that changed; leave out --focus, --section and --status",
        ),
        (("-", "-o", "-"), "standard input has no earlier state; give paths with --diff"),
        (
            ("-f", "html", "-o", "-"),
            "a viewer shows a map as it is, not what changed; choose another format, as svg",
        ),
    ],
)
def test_what_cannot_be_done_is_said(call: Call, arguments: list[str], message: str) -> None:
    result = call("render", "--diff", "v1", *arguments, stdin="claims: {a: {text: A.}}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"argmap: {message}\n")


@pytest.mark.usefixtures("committed")
def test_a_revision_that_is_not_there_is_said(call: Call) -> None:
    result = call("render", "--diff", "v7", "-o", "-")
    assert result.exit_code == 2
    assert "'v7'" in result.stderr
