"""Whatever happens to a writer, a file is as it was or as it was to become."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.findings import UsageError
from argmap.project.disk import write_text
from tests.project.repositories import commit

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@needs_fork
def test_a_writer_that_is_killed_leaves_the_old_or_the_new_text(tmp_path: Path) -> None:
    script = [sys.executable, "-m", "tests.project.killing", str(tmp_path / "a.yaml"), "250"]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("250 kills")


@needs_fork
def test_a_disk_that_is_full_is_told_and_the_file_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_text(path, "old\n")
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from argmap.project.disk import write_text\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    write_text(Path(sys.argv[1]), 'new ' * 1000)\n"
        "except Exception as error:\n"
        "    print(type(error).__name__, error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith(f"{UsageError.__name__} cannot write '")
    assert path.read_text(encoding="utf-8") == "old\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_where_nothing_can_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "reviews").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(UsageError, match="not a directory; choose another place"):
        write_text(tmp_path / "reviews" / "a" / "ann.yaml", "x")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such lock")
def test_two_who_write_one_file_at_once_lose_nothing(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").touch()
    claims = tmp_path / "claims" / "city.yaml"
    claims.parent.mkdir()
    claims.write_text("claims: {a: {text: A.}}", encoding="utf-8")
    commit(at=tmp_path)
    kinds = ("unclear", "duplicate", "outdated", "compound", "unrelated", "weak-source")
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "argmap", "flag", "a", kind, "--by", "Ann"],
            cwd=tmp_path,
            stderr=subprocess.DEVNULL,
        )
        for kind in kinds
    ]
    assert [one.wait() for one in running] == [0] * len(kinds)
    text = (tmp_path / "claims" / "reviews" / "city" / "a" / "ann.yaml").read_text("utf-8")
    assert all(f"flag: {kind}," in text for kind in kinds)
