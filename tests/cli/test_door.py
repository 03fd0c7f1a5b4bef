"""The command line as a whole: help, version, and what goes wrong outside of the commands."""

import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from argmap.cli import main
from argmap.cli.door import COMMANDS, GROUPS
from argmap.findings import ArgmapError
from argmap.version import __version__
from tests.cli.conftest import Call

ARGMAP = [sys.executable, "-m", "argmap"]
HERE = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*ARGMAP, *arguments], capture_output=True, text=True, check=False, env=HERE
    )


def test_the_version_is_told(call: Call) -> None:
    assert call("--version").output == f"argmap {__version__}\n"


def test_help_lists_all_commands_in_order(call: Call) -> None:
    output = call("--help").output
    assert call("-h").output == output
    for heading, commands in GROUPS.items():
        listed = output.split(f"{heading}:\n")[1].split("\n\n")[0].splitlines()
        assert [line.split()[0] for line in listed] == list(commands)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_page_with_an_example(call: Call, name: str) -> None:
    command = getattr(import_module(f"argmap.cli.commands.{name}"), name)
    assert isinstance(command, click.Command)
    result = call(name, "--help")
    assert result.exit_code == 0
    assert f"\n  Examples:\n    argmap {name}" in result.output
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_help_imports_no_command() -> None:
    program = (
        "import sys; from argmap.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'yaml', 'networkx', 'argmap.model', 'argmap.render'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=HERE
    )
    assert done.stdout.endswith("\n[]\n")


@pytest.mark.parametrize(
    "arguments",
    [("chek",), ("check", "--sellect", "x"), ("check", "--fail-on", "bad"), ("show",), ("a", "b")],
)
def test_wrong_use_is_told_with_exit_code_2(call: Call, arguments: tuple[str, ...]) -> None:
    result = call(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "\nError: " in result.stderr


def test_an_unknown_command_suggests_the_nearest(call: Call) -> None:
    assert call("chek").stderr.endswith(
        "Error: there is no command 'chek'; did you mean 'check'?\n"
    )
    assert call("xyz").stderr.endswith("Error: there is no command 'xyz'\n")


def test_an_error_of_argmap_is_a_message(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        message = "one thing\nand another"
        raise ArgmapError(message)

    monkeypatch.setattr(click.Group, "invoke", fail)
    result = call("rules")
    assert (result.exit_code, result.stdout, result.stderr) == (
        2,
        "",
        "argmap: one thing\nargmap: and another\n",
    )


def test_a_refusal_of_the_disk_is_a_message(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(5, "Input/output error", "claims/a\x1b.yaml")

    monkeypatch.setattr(click.Group, "invoke", fail)
    result = call("rules")
    assert (result.exit_code, result.stderr) == (
        2,
        "argmap: the disk refuses 'claims/a\ufffd.yaml': input/output error\n",
    )


def test_an_interrupt_is_no_traceback(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(click.Group, "invoke", fail)
    result = call("rules")
    assert (result.exit_code, result.output) == (130, "")


def test_a_signal_in_the_middle_of_a_run_ends_it_quietly() -> None:
    with subprocess.Popen(
        [*ARGMAP, "check", "-"], stdin=-1, stdout=-1, stderr=-1, text=True, env=HERE
    ) as process:
        # It says nothing before it reads; the pipe fills up only once it does.
        assert process.stdin is not None
        process.stdin.write("#" * 200_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        _, told = process.communicate()
    assert (process.returncode, told) == (130, "")


def test_a_reader_who_has_had_enough_is_no_trouble() -> None:
    Path("claims").mkdir()
    claims = "".join(f"  c{n}: {{text: Claim {n} stands alone.}}\n" for n in range(3000))
    Path("claims/a.yaml").write_text(f"claims:\n{claims}")
    with subprocess.Popen(
        [*ARGMAP, "check", "--select", "201"], stdout=-1, stderr=-1, text=True, env=HERE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert process.returncode == 1


def test_the_module_runs_as_a_program() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"argmap {__version__}\n")
    done = run("check")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("argmap: there is no claim file in 'claims'; ")


def test_a_terminal_without_utf8_gets_what_it_can_show() -> None:
    Path("claims").mkdir()
    Path("claims/a.yaml").write_text("claims: {ä: {text: Zürich → Bern.}}\n", encoding="utf-8")
    done = subprocess.run(
        [*ARGMAP, "show", "ä"],
        capture_output=True,
        check=True,
        env={**HERE, "PYTHONIOENCODING": "latin-1"},
    )
    assert done.stdout.startswith(b"\xe4\n  Z\xfcrich \\u2192 Bern.\n")


def test_main_is_the_console_script() -> None:
    assert isinstance(main, click.Group)
    assert main.name == "main"
