"""What the tests of the command line share: a place to work in, and a way to call."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main

Call = Callable[..., Result]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    # The place of the tests may lie in some project; what is above does not count here.
    (tmp_path / "argmap.toml").touch()


@pytest.fixture
def call() -> Call:
    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(main, arguments, input=stdin, prog_name="argmap")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def city() -> Path:
    path = Path("claims/city/all.yaml")
    path.parent.mkdir(parents=True)
    path.write_text(
        "map: {title: Should we?}\n"
        "sources:\n"
        "  report: {title: Fifth report}\n"
        "claims:\n"
        "  should-charge: {text: We should charge., main: true, supporting: [cuts-traffic]}\n"
        "  cuts-traffic: {text: A charge cuts traffic., supporting: [counts]}\n"
        "evidence:\n"
        "  counts: {text: Counts fell., cites: report}\n"
    )
    return path
