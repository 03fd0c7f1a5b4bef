"""The fenced blocks of a page in Markdown, and what is done with them to see that they are true.

`python -m tests.snippets argmap/topics/*.md` writes into pages what commands really print.

A block is fenced with its language, and may name a file after it, in which a reader is to put it.

    console  lines with `$ ` are run; what is printed below one is compared; a line of `…` alone
             stands for any lines; a command without output below it is only run
             without any `$ `, it is as `sh`
    sh       commands that are not run here; those of argmap have to be valid
    python   is run; where it has `>>>`, what it prints is compared
    diff     is what to change in its file
    toml     is read as a configuration, unless it names another file
    yaml     is read as a claim file, but what has `jobs:` or a name outside of `claims`
"""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from attrs import frozen
from click.testing import CliRunner

from argmap.cli import main
from argmap.cli.door import COMMANDS
from argmap.project import loads, read_configuration

_FENCED = re.compile(r"^```([a-z]+)(?: ([^\n]+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_SHELL = re.compile(r"[|<>&;$*]")
_BAD_FILE = range(101, 106)  # the codes of what is no claim file; references may lead elsewhere


@frozen
class Snippet:
    """One block of a page: its language, the file that it goes to, its text and its line."""

    language: str
    file: str
    text: str
    line: int


def snippets_of(page: str) -> tuple[Snippet, ...]:
    """Return the fenced blocks of a page."""
    return tuple(
        Snippet(match[1], match[2] or "", match[3], page.count("\n", 0, match.start()) + 1)
        for match in _FENCED.finditer(page)
    )


def begin(directory: Path) -> None:
    """Make a directory the one where a page begins: a project in git without maps, of Ann's."""
    os.chdir(directory)
    Path("argmap.toml").touch()
    for words in ("init -q -b main", "config user.name Ann", "config user.email ann@example.org"):
        assert run(f"git {words}") == ("", 0)


def walked(page: str) -> str:
    """Do in the working directory what a page says, and return the page as it should be."""
    names: dict[str, object] = {"__name__": "page"}
    parts, end = [], 0
    for match, snippet in zip(_FENCED.finditer(page), snippets_of(page), strict=True):
        parts += [page[end : match.start(3)], followed(snippet, names)]
        end = match.end(3)
    return "".join((*parts, page[end:]))


def followed(snippet: Snippet, names: dict[str, object]) -> str:
    """Do what one block says, and return it as it should be.

    Args:
        snippet: the block.
        names: those that blocks in Python have in common.

    Raises:
        AssertionError: for a block that does not tell by itself how it should be.
    """
    path = Path(snippet.file)
    if snippet.language == "diff":
        path.write_text(_changed(path.read_text("utf-8"), snippet.text), encoding="utf-8")
    elif snippet.file:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(snippet.text, encoding="utf-8")
    match snippet.language:
        case "console" if snippet.text.startswith("$ "):
            return "".join(_said(*each) for each in commands_of(snippet.text))
        case "console" | "sh":
            for line in snippet.text.splitlines():
                assert_valid(line)
        case "python":
            _run_python(snippet, names)
        case "toml" if path.name in {"", "argmap.toml", "pyproject.toml"}:
            _read_configuration(snippet)
        case "yaml" if snippet.file.startswith("claims/") or not (
            snippet.file or "\njobs:\n" in snippet.text
        ):
            codes = {finding.code for finding in loads(snippet.text)[1]}
            assert not codes & set(_BAD_FILE), (snippet.line, codes)
        case _:
            pass
    return snippet.text


def commands_of(text: str) -> list[tuple[str, str]]:
    """Return the commands of a console, each with what is printed below it."""
    parts = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)
    assert parts[0] == "", f"output without a command: {parts[0]}"
    return list(zip(parts[1::2], parts[2::2], strict=True))


def prose_of(page: str) -> str:
    """Return a page without its fenced blocks."""
    return _FENCED.sub("", page)


def assert_named_commands_exist(page: str) -> None:
    """Say whether the commands in the prose of a page, such as `argmap check`, are valid.

    One that is only named, as where a sentence begins with it, may lack its arguments.

    Raises:
        AssertionError: if one is not.
    """
    for command in re.findall(r"`(argmap [a-z][^`]*)`", prose_of(page)):
        words = shlex.split(command)
        assert words[1] in COMMANDS, command
        if len(words) > len(("argmap", "check")):
            assert_valid(command)


def run(command: str) -> tuple[str, int]:
    """Run a command; return all that it prints, and its exit code."""
    if command.startswith("cd "):
        os.chdir(command.removeprefix("cd "))
        return "", 0
    if command.startswith("argmap ") and not _SHELL.search(command):
        result = CliRunner().invoke(main, shlex.split(command)[1:], prog_name="argmap")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.output, result.exit_code
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env={**os.environ, "PATH": path},
    )
    return done.stdout, done.returncode


def assert_valid(command: str) -> None:
    """Say whether a command of argmap has the options and arguments that it needs.

    Raises:
        AssertionError: if it has not.
    """
    words = shlex.split(command, comments=True)
    if words[:1] != ["argmap"]:
        return
    words = words[1 : words.index(">") if ">" in words else None]
    here: click.Context | None = None
    group: click.Command = main
    try:
        while isinstance(group, click.Group) and words:
            here = click.Context(group, here)
            name, found, words = group.resolve_command(here, words)
            assert found is not None, command
            group = found
            if not isinstance(group, click.Group):
                group.make_context(name, list(words), here)
    except click.exceptions.Exit:
        pass  # --help and --version
    except click.ClickException as error:
        message = f"{command}: {error.format_message()}"
        raise AssertionError(message) from error


def _changed(text: str, diff: str) -> str:
    """Put lines with a plus in the place of those with a minus, which the text has once."""
    old, new = (
        "".join(f"{line[1:]}\n" for line in diff.splitlines() if line[0] == sign) for sign in "-+"
    )
    assert text.count(old) == 1, diff
    return text.replace(old, new)


def _said(command: str, output: str) -> str:
    """Run a command; return it with what it prints, or with its output if that is true of it."""
    printed, code = run(command)
    if not output:
        assert code in {0, 1}, f"$ {command}\n{printed}"
    wanted = "".join(
        "(?:.*\n)*?" if line == "…\n" else re.escape(line)
        for line in output.splitlines(keepends=True)
    )
    is_true = not output or re.fullmatch(wanted, printed)
    return f"$ {command}\n{output if is_true else printed}"


def _run_python(snippet: Snippet, names: dict[str, object]) -> None:
    if ">>>" not in snippet.text:
        exec(compile(snippet.text, f"line {snippet.line}", "exec"), names)  # noqa: S102 - our own text
        return
    text = re.sub(r"\n\n(?!>>>|$)", "\n<BLANKLINE>\n", snippet.text)
    test = doctest.DocTestParser().get_doctest(text, names, "page", None, snippet.line)
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(test, out=told.append, clear_globs=False)
    names.update(test.globs)  # the parser takes a copy
    assert not told, "".join(told)


def _read_configuration(snippet: Snippet) -> None:
    in_pyproject = "[tool.argmap" in snippet.text
    configuration = read_configuration(
        snippet.text, "pyproject.toml" if in_pyproject else "argmap.toml"
    )
    assert configuration is not None
    assert configuration.findings == (), snippet.line


def _refresh(paths: list[str]) -> None:
    for path in [Path(path).resolve() for path in paths]:
        page = path.read_text(encoding="utf-8")
        with TemporaryDirectory() as directory:
            begin(Path(directory))
            path.write_text(walked(page), encoding="utf-8")
            os.chdir(path.parent)


if __name__ == "__main__":
    _refresh(sys.argv[1:])
