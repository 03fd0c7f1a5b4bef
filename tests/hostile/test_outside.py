"""Links that lead out of a project: nothing behind them is read into a report, or written."""

from pathlib import Path
from typing import Final

import pytest

from tests.hostile.confined import confined, only_with_limits

pytestmark = only_with_limits

_HIDDEN: Final = "claims: {secret: {text: hidden}}\n"
_MAP: Final = """\
sources: {report: {title: Report, file: report.txt}}
claims: {a: {text:   A., cites: {source: report, quote: some words}}}
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "hidden.yaml").write_text(_HIDDEN)
    (outside / "hidden.txt").write_text("hidden, and some words")
    project = tmp_path / "project"
    (project / "claims").mkdir(parents=True)
    (project / "claims/a.yaml").write_text(_MAP)
    (project / "argmap.toml").touch()
    monkeypatch.chdir(project)


def _state() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path("../outside").iterdir()}


def test_what_lies_outside_is_neither_told_nor_changed() -> None:
    Path("claims/link.yaml").symlink_to("../../outside/hidden.yaml")
    Path("claims/all").symlink_to("../../outside")
    Path("claims/report.txt").symlink_to("../../outside/hidden.txt")
    before = _state()
    for command in (
        ["check", "--fix"],
        ["fmt"],
        ["render"],
        ["stats"],
        ["coverage"],
        ["report", "claims/a.yaml", "-o", "-"],
        ["corpus", "stats", "."],
    ):
        ended = confined(*command)
        assert "hidden," not in ended.all, command
        assert "secret" not in ended.all, command
    assert _state() == before


def test_outputs_take_the_place_of_links_and_are_not_written_through() -> None:
    Path("out.svg").symlink_to("../outside/hidden.txt")
    Path("out.md").symlink_to("../outside/hidden.yaml")
    Path("new.json").symlink_to("../outside/new.json")
    before = _state()
    confined("render", "claims/a.yaml", "-o", "out.svg")
    confined("report", "claims/a.yaml", "-o", "out.md")
    confined("check", "-f", "json=new.json")
    assert _state() == before
    assert not Path("out.svg").is_symlink()
    assert not Path("out.md").is_symlink()
