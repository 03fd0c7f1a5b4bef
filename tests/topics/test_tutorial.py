"""The tutorial, walked as it is printed: what to type, what to write, and what argmap says."""

import re
import shlex
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli import main

PAGE = (files("argmap") / "topics" / "tutorial.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FILE = re.compile(r"`(claims/[^`]*\.yaml)`")


def test_what_is_printed_is_what_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The place of the tests may lie in some project; what is above does not count here.
    (tmp_path / "argmap.toml").touch()
    monkeypatch.chdir(tmp_path)
    assert walked(monkeypatch) == PAGE


def test_every_command_that_is_named_exists() -> None:
    named = set(re.findall(r"`argmap ([a-z]+)", PAGE)) - {"help"}  # that one has printed the page
    assert named >= {"check", "diff", "serve"}
    for command in sorted(named):
        assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0, command


def walked(monkeypatch: pytest.MonkeyPatch) -> str:
    """Do what the page says, from the top, and return the page with what argmap really says."""
    parts, end = [], 0
    for block in BLOCK.finditer(PAGE):
        language, text = block.groups()
        if language == "console":
            text = "".join(said(line, monkeypatch) for line in commands(text))
        else:
            path = Path(FILE.findall(PAGE[: block.start()])[-1])
            written = text if language == "yaml" else changed(path.read_text("utf-8"), text)
            path.write_text(written, encoding="utf-8")
        parts += [PAGE[end : block.start(2)], text]
        end = block.end(2)
    return "".join((*parts, PAGE[end:]))


def commands(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line.startswith("$ "))


def said(line: str, monkeypatch: pytest.MonkeyPatch) -> str:
    name, *arguments = shlex.split(line.removeprefix("$ "))
    if name == "cd":
        monkeypatch.chdir(*arguments)
        return f"{line}\n"
    assert name == "argmap"
    return f"{line}\n{CliRunner().invoke(main, arguments).output}"


def changed(text: str, diff: str) -> str:
    """Put lines with a plus in the place of those with a minus, which the text has once."""
    old, new = (
        "".join(f"{line[1:]}\n" for line in diff.splitlines() if line[0] == sign) for sign in "-+"
    )
    assert text.count(old) == 1, diff
    return text.replace(old, new)
