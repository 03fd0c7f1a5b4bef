"""`--watch`: a command runs again when something changes."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread, Timer

import pytest

from argmap.cli.watching import (
    changes_on_disk,
    is_wanted,
    watch,
    watched_directories,
    watched_files,
)
from argmap.findings import UsageError
from argmap.project import Configuration, Project
from tests.cli.conftest import Call

_LONGEST = 60  # seconds until a run that does not end is ended


def test_a_run_follows_each_change(capsys: pytest.CaptureFixture[str]) -> None:
    runs = list[int]()
    watch(lambda: runs.append(len(runs)), [None, None, None])
    assert runs == [0, 1, 2]
    assert capsys.readouterr().err == "watching for changes; Ctrl-C ends it\n" * 3


def test_what_a_run_cannot_do_is_said_and_the_next_change_waited_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    message = "there is no claim file"

    def run() -> None:
        raise UsageError(message)

    watch(run, [None, None])
    assert capsys.readouterr().err == (
        "argmap: there is no claim file\nwatching for changes; Ctrl-C ends it\n" * 2
    )


def test_ctrl_c_ends_it_quietly() -> None:
    def changes() -> Iterator[None]:
        yield None
        raise KeyboardInterrupt

    runs = list[int]()
    watch(lambda: runs.append(1), changes())
    assert runs == [1]


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("claims/a.yaml", True),
        ("claims/a.YML", True),
        ("claims/new-directory", True),
        ("claims/.a.yaml.swp", False),
        ("claims/.hidden.yaml", False),
        ("claims/texts/report.TXT", True),
        ("claims/picture.svg", False),
        ("claims/named.svg", True),
    ],
)
def test_claim_files_directories_and_what_is_named_are_wanted(path: str, *, wanted: bool) -> None:
    assert is_wanted(path, frozenset({"claims/named.svg"})) is wanted


def test_what_is_watched_goes_by_the_paths(tmp_path: Path) -> None:
    claims = tmp_path / "claims"
    (claims / "city").mkdir(parents=True)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "map.yaml").touch()
    project = Project(tmp_path, Configuration())
    assert watched_directories(project, []) == ((claims,), True)
    assert watched_directories(project, [claims / "city"]) == ((claims,), True)
    assert watched_directories(project, [tmp_path / "other"]) == ((tmp_path / "other",), True)
    assert watched_directories(project, [tmp_path / "other" / "map.yaml"]) == (
        (tmp_path / "other",),
        False,
    )


def test_standard_input_cannot_be_watched(call: Call) -> None:
    result = call("check", "--watch", "-")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "argmap: standard input cannot be watched; give paths\n"


def test_a_missing_package_is_named(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = call("render", "--watch")
    assert result.exit_code == 2
    assert result.stderr == (
        "argmap: --watch needs the package watchfiles; "
        "install it with `pip install 'argmap[watch]'`\n"
    )


def test_changes_of_files_and_of_the_configuration_are_seen(city: Path) -> None:
    changes = changes_on_disk([])
    next(changes)  # at the beginning
    for number, path in enumerate((city, city.with_name("new.yaml"), Path("argmap.toml"))):
        with _written_again_and_again(path, f"# {number}\n"):
            next(changes)


def test_bibliographies_are_watched_wherever_they_lie(city: Path) -> None:
    changes = changes_on_disk([])
    next(changes)  # at the beginning
    text = (
        city.read_text()
        .replace("  report: {title: Fifth report}\n", "")
        .replace("sources:\n", "sources: ../../lists/refs.bib\n")
    )
    with _written_again_and_again(city, "# 1\n"):
        next(changes)
    city.write_text(text)
    next(changes)
    Path("lists").mkdir()
    refs = Path("lists/refs.bib")
    for line in ("@book{report, title = {Fifth report}}\n", "% more\n"):
        with _written_again_and_again(refs, line):
            next(changes)


def test_what_is_watched_by_itself_may_be_missing(city: Path) -> None:
    here = Path.cwd()
    usual = (here / "argmap.toml", here / "pyproject.toml")
    assert watched_files(Project(here), []) == usual
    city.write_text("sources: [refs.bib, ../../more.json]\n")
    named = (city.parent.absolute() / "refs.bib", here / "more.json")
    assert watched_files(Project(here), []) == (*usual, *named)
    assert watched_files(Project(here), [Path("none")]) == usual


@pytest.mark.parametrize(
    ("command", "last"),
    [
        (("check",), "checked 1 map, 2 claims, 1 evidence, 2 relations, 1 passage: "),
        (("render",), "drew 1 picture: "),
    ],
)
def test_a_command_watches_until_ctrl_c(city: Path, command: tuple[str, ...], last: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "argmap", *command, "--watch"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        guard = Timer(_LONGEST, process.kill)
        guard.start()
        assert process.stdout is not None
        assert next(line for line in process.stdout if line.startswith(last))
        with _written_again_and_again(city, "# more\n"):
            assert next(line for line in process.stdout if line.startswith(last))
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        guard.cancel()
    assert process.returncode == 0


@contextmanager
def _written_again_and_again(path: Path, line: str) -> Iterator[None]:
    """Add a line to a file a few times a second: watching takes its time to begin."""
    enough = Event()

    def write() -> None:
        while not enough.wait(0.3):
            with path.open("a") as file:
                file.write(line)

    writer = Thread(target=write)
    writer.start()
    try:
        yield
    finally:
        enough.set()
        writer.join()
