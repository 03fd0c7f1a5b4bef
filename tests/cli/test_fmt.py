"""`argmap fmt`: canonical claim files, and what happens to the others."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call

MESSY = "# mine\nclaims:\n    a:   {type: fact,   text: A.}\n"


@pytest.fixture
def messy() -> Path:
    path = Path("claims/m/a.yaml")
    path.parent.mkdir(parents=True)
    path.write_text(MESSY)
    return path


def test_a_file_is_changed_once(call: Call, messy: Path) -> None:
    first = call("fmt")
    assert (first.exit_code, first.stdout) == (0, "changed claims/m/a.yaml\n")
    assert first.stderr == "changed 1 file, left 0 alone\n"
    text = messy.read_text()
    assert text != MESSY
    assert "# mine\n" in text
    stamp = messy.stat().st_mtime_ns
    second = call("fmt", "claims/m")
    assert (second.exit_code, second.stdout) == (0, "")
    assert second.stderr == "changed 0 files, left 1 alone\n"
    assert (messy.read_text(), messy.stat().st_mtime_ns) == (text, stamp)


def test_check_writes_nothing_and_fails(call: Call, messy: Path) -> None:
    result = call("fmt", "--check")
    assert (result.exit_code, result.stdout) == (1, "would change claims/m/a.yaml\n")
    assert messy.read_text() == MESSY
    call("fmt")
    assert call("fmt", "--check").exit_code == 0


def test_diff_shows_the_change_and_writes_nothing(call: Call, messy: Path) -> None:
    result = call("fmt", "--diff", str(messy))
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:2] == [
        "--- claims/m/a.yaml",
        "+++ claims/m/a.yaml (canonical)",
    ]
    assert "\n-    a:   {type: fact,   text: A.}\n" in result.stdout
    assert messy.read_text() == MESSY
    assert call("fmt", "--diff", "--check").exit_code == 1


def test_a_file_with_errors_is_left_and_reported(call: Call, messy: Path) -> None:
    broken = messy.with_name("b.yaml")
    broken.write_text("claims: {\n")
    latin = messy.with_name("c.yaml")
    latin.write_bytes(b"claims: {caf\xe9: {text: X.}}\n")
    result = call("fmt")
    assert result.exit_code == 1
    assert "claims/m/b.yaml:" in result.stderr
    assert "claims/m/c.yaml:1:13: error invalid-file (101): byte 0xe9 is not UTF-8" in result.stderr
    assert result.stderr.endswith("changed 1 file, left 2 alone\n")
    assert broken.read_text() == "claims: {\n"


def test_line_ends_and_permissions_stay(call: Call, messy: Path) -> None:
    messy.write_bytes(MESSY.replace("\n", "\r\n").encode())
    messy.chmod(0o640)
    call("fmt")
    content = messy.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") > 0
    assert messy.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(call: Call, messy: Path) -> None:
    link = Path("claims/n.yaml")
    link.symlink_to("m/a.yaml")
    call("fmt", str(link))
    assert link.is_symlink()
    assert messy.read_text() != MESSY


def test_a_map_of_single_files_is_formatted_too(call: Call) -> None:
    Path("x.yaml").write_text(MESSY)
    assert call("fmt", "x.yaml", "x.yaml").stderr == "changed 1 file, left 0 alone\n"


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        ((), "there is no claim file in 'claims'; their names end in .yaml or .yml"),
        (("nowhere.yaml",), "there is no 'nowhere.yaml'"),
    ],
)
def test_nothing_to_format_is_said(call: Call, paths: tuple[str, ...], message: str) -> None:
    result = call("fmt", *paths)
    assert (result.exit_code, result.stderr) == (2, f"argmap: {message}\n")


def test_what_reviewers_wrote_is_left_alone(call: Call, messy: Path) -> None:
    call("review", "a", "--accept", "--by", "Ann")
    review = Path("claims/m/reviews/a/ann.yaml").read_text()
    for path in ((), (".",), ("claims/m/../../claims",), ("claims/m",)):
        messy.write_text(MESSY)
        assert call("fmt", *path).output.endswith("changed 1 file, left 0 alone\n")
        assert Path("claims/m/reviews/a/ann.yaml").read_text() == review
