"""What shells complete, as click asks for it and in the shells themselves."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from argmap.cli import main
from argmap.cli.commands.completion import SHELLS
from argmap.cli.door import COMMANDS, COMPLETING
from tests.cli.conftest import Call

MAP = """\
map: {title: Should we charge?}
sources:
  report: {title: Fifth report}
claims:
  should-charge:
    text: We should charge, for a charge cuts traffic, and traffic is what we have too much of.
    section: The proposal
    main: true
    supporting: [{by: [cuts-traffic], id: by-effect}]
  cuts-traffic: {text: A charge cuts traffic., section: What it does, supporting: [counts]}
evidence:
  counts: {text: Counts fell., cites: report}
"""


@pytest.fixture(autouse=True)
def _project() -> None:
    Path("claims/city").mkdir(parents=True)
    Path("claims/city/all.yaml").write_text(MAP)
    Path("claims/other.yaml").write_text("map: {title: Another}\nclaims: {alone: {text: It is.}}\n")


def completed(*words: str) -> list[str]:
    """Return what the last word is completed to."""
    shell = ShellComplete(main, {}, "argmap", COMPLETING)
    return [item.value for item in shell.get_completions(list(words[:-1]), words[-1])]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("ch",), ["check"]),
        (("--ver",), ["--version"]),
        (("render", "--them"), ["--theme"]),
        (("render", "--theme", "d"), ["dark"]),
        (("show", ""), ["should-charge", "cuts-traffic", "counts", "by-effect", "alone"]),
        (("show", "--map", "other", ""), ["alone"]),
        (("show", "--map", ""), ["city", "other"]),
        (("show", "--map", "./debate"), ["./debate"]),
        (("review", "c"), ["cuts-traffic", "counts"]),
        (("flag", "by"), ["by-effect"]),
        (("flag", "counts", "un"), ["unsupported", "unclear", "unrelated"]),
        (("resolve", "cuts-traffic", "out"), ["outdated"]),
        (("rename", "re"), ["report"]),
        (("rename", "report", "re"), []),
        (("log", "al"), ["alone"]),
        (("waive", "unsupported-c"), ["unsupported-claim"]),
        (("waive", "unsupported-claim", "al"), ["alone"]),
        (("assess", "--why", "co"), ["counts"]),
        (("assess", "--flips", "co"), ["counts"]),
        (("assess", "--what-if", "co"), ["counts=out", "counts=in"]),
        (("assess", "--thresholds", "g"), ["gordon-walton"]),
        (("assess", "--semantics", "quad"), ["quadratic-energy"]),
        (("render", "--focus", "al"), ["alone"]),
        (("render", "--section", ""), ["The proposal", "What it does"]),
        (("render", "--status", "flagged,ref"), ["flagged,refuted"]),
        (("coverage", "--source", ""), ["report"]),
        (("seal", "--source", ""), ["report"]),
        (("locate", "--source", ""), ["report"]),
        (("explain", "unsupported-c"), ["unsupported-claim"]),
        (("check", "--select", "cor"), ["core"]),
        (("check", "--ignore", "core,unsupported-c"), ["core,unsupported-claim"]),
        (("check", "-f", "sar"), ["sarif"]),
        (("corpus", "check", "--select", "stri"), ["strict"]),
        (("corpus", "s"), ["stats"]),
        (("formats", "argd"), ["argdown", "argdown-json"]),
        (("convert", "--to", "aif"), ["aif"]),
        (("convert", "--from", "aif"), ["aif"]),
        (("help", "che"), ["checking", "check"]),
        (("completion", ""), ["bash", "zsh", "fish"]),
        (("chek", "--fi"), []),
    ],
)
def test_a_word_is_completed(words: tuple[str, ...], expected: list[str]) -> None:
    assert completed(*words) == expected


def test_all_commands_are_completed_without_importing_them() -> None:
    assert completed("") == list(COMMANDS)
    program = (
        "import sys; from argmap.cli import main\n"
        "try: main(prog_name='argmap')\n"
        "except SystemExit: pass\n"
        "sys.exit('argmap.model' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env=asking("bash", "argmap", "ren"),
    )
    assert done.stdout == "plain,render\nplain,rename\n"


def test_reviewers_and_open_flags_are_completed(call: Call) -> None:
    assert call("flag", "cuts-traffic", "unclear", "--by", "Ann Lee").exit_code == 0
    assert call("flag", "by-effect", "unrelated", "--by", "Bo").exit_code == 0
    assert completed("resolve", "") == ["cuts-traffic", "by-effect"]
    for words in (
        ("resolve", "counts", "--of"),
        ("log", "--by"),
        ("review", "--by"),
        ("todo", "--by"),
    ):
        assert completed(*words, "") == ["Ann Lee", "Bo"]


def test_what_a_word_means_is_told_beside_it_in_short() -> None:
    shell = ShellComplete(main, {}, "argmap", COMPLETING)
    told = {item.value: item.help for item in shell.get_completions(["show"], "")}
    assert told == {
        "should-charge": "We should charge, for a charge cuts traffic, and traffic is…",
        "cuts-traffic": "A charge cuts traffic.",
        "counts": "Counts fell.",
        "by-effect": "cuts-traffic supports should-charge",
        "alone": "It is.",
    }


@pytest.mark.parametrize("broken", ["argmap.toml", "claims/city/all.yaml"])
def test_a_broken_project_completes_without_a_word(broken: str) -> None:
    Path(broken).write_text("{[: \x00")
    done = subprocess.run(
        [sys.executable, "-m", "argmap"],
        capture_output=True,
        text=True,
        check=False,
        env=asking("zsh", "argmap", "show", ""),
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout in {"\n", "plain\nalone\nIt is.\n"}


def test_without_a_project_there_is_nothing_to_complete() -> None:
    shutil.rmtree("claims")
    assert completed("show", "") == []
    assert completed("render", "--section", "") == []


def asking(shell: str, *words: str) -> dict[str, str]:
    """Return the environment in which a shell asks for completions of the last word."""
    return {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[2]),
        COMPLETING: f"{shell}_complete",
        "COMP_WORDS": "\n".join(words),
        "COMP_CWORD": str(len(words) - 1) if shell != "fish" else words[-1],
    }


IN_A_SHELL = {
    "bash": (
        "source ./script; COMP_WORDS=(argmap {words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); "
        '_argmap_completion argmap; printf "%s\\n" "${{COMPREPLY[@]}}"'
    ),
    "zsh": (
        "compdef() {{}}; compadd() {{ print -l -- $completions }}; "
        "_describe() {{ print -l -- ${{completions_with_descriptions%%:*}} }}; "
        "source ./script; words=(argmap {words}); CURRENT=$#words; _argmap_completion"
    ),
    "fish": "source script; complete -C 'argmap {words}' | string replace -r '\\t.*' ''",
}
"""Programs that print what a shell would offer; in zsh its own functions are stood in for."""


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, call: Call, monkeypatch: pytest.MonkeyPatch) -> str:
    name = str(request.param)
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not here")
    Path("script").write_text(call("completion", name).output)
    Path("bin").mkdir()
    program = Path("bin/argmap")
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m argmap "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{Path.cwd() / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    return name


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("show c", ["cuts-traffic", "counts"]),
        ("explain unsupported-c", ["unsupported-claim"]),
        ("render --section Wh", ["What it does"]),
        ("chek --fi", []),
    ],
)
def test_a_shell_completes(shell: str, words: str, expected: list[str]) -> None:
    done = subprocess.run(
        [shell, "-c", IN_A_SHELL[shell].format(words=words)],
        capture_output=True,
        text=True,
        check=False,
    )
    if shell == "bash":  # puts words into the line as they are
        expected = [word.replace(" ", "\\ ") for word in expected]
    assert done.stderr == ""
    # Fish sorts what it offers.
    assert sorted(done.stdout.split()) == sorted(" ".join(expected).split())
