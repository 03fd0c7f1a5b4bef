"""Files that never end, never answer, or are no files."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.hostile.confined import confined, only_with_limits

pytestmark = only_with_limits

_MAP: Final = """\
sources: {report: {title: Report, file: report.txt}}
claims: {a: {text: A., cites: {source: report, quote: some words}}}
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("argmap.toml").touch()
    Path("claims").mkdir()
    Path("claims/a.yaml").write_text(_MAP)


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the address of a socket has little room
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def _link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


_STRANGE: Final[dict[str, Callable[[Path], None]]] = {
    "endless": _link("/dev/zero"),
    "itself": _link("report.txt"),
    "fifo": os.mkfifo,
    "directory": Path.mkdir,
    "socket": _socket,
}

each = pytest.mark.parametrize("strange", _STRANGE.values(), ids=_STRANGE)


@each
def test_a_source_that_is_no_file_is_told(strange: Callable[[Path], None]) -> None:
    strange(Path("claims/report.txt"))
    assert "claims/report.txt" in confined("check", "--select", "4xx").out
    given = confined("check", "--text", "report=claims/report.txt")
    assert given.code == 2
    assert "'claims/report.txt', given for 'report', cannot be read: " in given.err


@each
def test_other_files_that_are_none_are_told(strange: Callable[[Path], None]) -> None:
    Path("claims/b.yaml").write_text("sources: refs.bib\nclaims: {a: {text: A., cites: b}}\n")
    Path("claims/m/reviews").mkdir(parents=True)
    Path("claims/m/a.yaml").write_text(_MAP)
    for path in ("claims/c.yaml", "claims/refs.bib", "claims/m/reviews/a.yaml"):
        strange(Path(path))
    ended = confined("check")
    assert ended.code == 1
    assert "refs.bib" in ended.out
    for command in (["log"], ["fmt"], ["corpus", "stats", "claims"]):
        confined(*command)


@each
def test_a_file_to_convert_that_is_no_file_is_told(strange: Callable[[Path], None]) -> None:
    strange(Path("report.xml"))
    ended = confined("convert", "report.xml", "--to", "argmap")
    assert ended.code in {1, 2}
    assert "report.xml" in ended.err


@each
def test_a_baseline_and_a_configuration_that_are_no_files_end(
    strange: Callable[[Path], None],
) -> None:
    strange(Path("argmap-baseline.json"))
    confined("check")  # it holds itself that this ends, and without a traceback
    Path("argmap.toml").unlink()
    strange(Path("argmap.toml"))
    confined("stats")
