"""The pages of `--help`: their examples run in a project, and they fit into a terminal."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from argmap.cli import main
from argmap.cli.door import COMMANDS
from tests.cli.conftest import Call
from tests.extract.pdfs import lines, written

WORDS = "Counts at the border fell by 18 percent."
MAP = """\
map: {title: Should the city charge for driving?}
sources:
  report: {title: Fifth annual report, file: texts/report.txt}
  article: {title: An article on the charge}
claims:
  should-charge: {text: We should charge., type: policy, main: true, supporting: [by-analogy]}
  by-analogy: {text: Other cities do., type: fact, contrasting: [others-stopped]}
  charge-cuts-traffic:
    text: A charge cuts car traffic.
    type: cause
    main: true
    supporting: [[counts-fell, same-roads]]
    contrasting: [taxi-trips-rose]
  same-roads: {text: The roads are alike., type: fact}
  shops-lose-trade: {text: Shops lose trade., type: fact, contrasting: [trade-grew]}
evidence:
  counts-fell:
    text: Counts fell by 18 percent.
    type: statistic
    cites: [{source: report, quote: fell by 18 percent}, {source: article, quote: by 18 percent}]
  taxi-trips-rose: {text: Trips by taxi rose., type: statistic, cites: report}
  others-stopped: {text: Others stopped., type: event, cites: article}
  trade-grew: {text: Trade grew., type: statistic, cites: report}
  one-in-five: {text: One in five drives less., type: statistic, cites: report}
"""
ARGDOWN = "[a1]: A charge cuts traffic.\n  + [a2]: Counts fell.\n"
FRAMEWORK = "p af 13\n1 12\n13 1\n"

ENDS: dict[str, int] = {
    "argmap check --changed": 0,
    "argmap check": 1,
    "argmap render --check": 1,
    "argmap report --check": 1,
    "argmap fmt claims/city --check --diff": 1,
}
"""The exit codes of examples that end, by how they begin; 0 where nothing is said."""


def commands() -> Iterator[tuple[str, click.Command]]:
    """Give all commands with what calls them."""
    context = click.Context(main, info_name="argmap")
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {one}", it) for one, it in command.commands.items())


def examples_of(command: click.Command) -> list[str]:
    """Return the examples of a page as they are typed, with continued lines joined."""
    lines = (command.epilog or "").replace("\\\n", " ").splitlines()
    return [line.strip() for line in lines[2:] if not line.strip().startswith("#")]


ALL = list(commands())
EXAMPLES = [example for _, command in [("", main), *ALL] for example in examples_of(command)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in git, with two states, reviews, texts, and files in other formats."""
    project = tmp_path_factory.mktemp("examples") / "project"
    for name in ("claims/city/texts", "texts"):
        (project / name).mkdir(parents=True)
    (project / "argmap.toml").touch()
    (project / "claims/city/all.yaml").write_text(MAP.replace("car traffic", "traffic"))
    (project / "claims/example.yaml").write_text("map: {title: Another}\nclaims: {}\n")
    (project / "claims/city/texts/report.txt").write_text(WORDS)
    (project / "texts/debate.argdown").write_text(ARGDOWN)
    (project / "debate.argdown").write_text(ARGDOWN)
    (project / "framework.af").write_text(FRAMEWORK)
    (project / "article.txt").write_text(WORDS)
    (project.parent / "article.txt").write_text(WORDS)
    (project.parent / "report.pdf").write_bytes(written([lines(WORDS)]))
    git = ["git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
    for arguments in (
        ["init", "-q", "-b", "main"],
        ["config", "user.name", "Ann"],
        ["add", "."],
        ["commit", "-q", "-m", "One"],
        ["tag", "v1.0"],
    ):
        subprocess.run([*git, *arguments], cwd=project, check=True)
    (project / "claims/city/all.yaml").write_text(MAP)
    for arguments in (["commit", "-q", "-a", "-m", "Two"], ["tag", "v1.1"]):
        subprocess.run([*git, *arguments], cwd=project, check=True)
    return project


@pytest.fixture
def project(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> Path:
    """A copy of that project, to work in."""
    shutil.copytree(made.parent, tmp_path / "all")
    monkeypatch.chdir(tmp_path / "all/project")
    for arguments in (
        ("flag", "charge-cuts-traffic", "unclear", "--by", "Ann"),
        ("review", "counts-fell", "--accept", "--by", "Ann"),
        ("convert", "debate.argdown", "--to", "aif", "-o", "nodeset.json"),
    ):
        assert call(*arguments).exit_code == 0
    return Path.cwd()


def is_endless(example: str) -> bool:
    return example.startswith("argmap serve") or "--watch" in example


@pytest.mark.parametrize("example", [one for one in EXAMPLES if not is_endless(one)])
def test_an_example_runs(project: Path, call: Call, example: str) -> None:
    if example.startswith("argmap init"):
        shutil.rmtree(project / "claims")
    if "framework" in example:
        pytest.importorskip("pysat")
    if "pdf" in example:
        pytest.importorskip("pypdfium2")
    if "parquet" in example:
        pytest.importorskip("pyarrow")
    for one in example.split(" && "):
        # What the shell does with the output is not looked at.
        words = shlex.split(one.partition(" > ")[0].partition(" | ")[0], comments=True)
        assert words[0] == "argmap"
        result = call(*words[1:])
        expected = next((code for begin, code in ENDS.items() if one.startswith(begin)), 0)
        assert result.exit_code == expected, result.output
        assert result.stdout or result.stderr


@pytest.mark.parametrize("example", [one for one in EXAMPLES if is_endless(one)])
def test_an_endless_example_runs_until_it_is_interrupted(project: Path, example: str) -> None:
    pytest.importorskip("starlette")
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "BROWSER": "true"}
    words = [sys.executable, "-m", *shlex.split(example)]
    with subprocess.Popen(words, cwd=project, stdout=-1, stderr=-1, text=True, env=here) as running:
        assert running.stdout is not None
        assert running.stdout.readline()
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=60)
    assert running.returncode in {0, 130}


@pytest.mark.parametrize(("name", "command"), ALL)
def test_a_page_has_two_examples_and_fits_into_a_terminal(
    call: Call, name: str, command: click.Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(examples_of(command)) >= 2
    for columns in (80, 100):
        monkeypatch.setenv("COLUMNS", str(columns))
        page = call(*name.split(), "--help").output
        assert [line for line in page.splitlines() if len(line) > columns] == []
        assert " RANGE " not in page


@pytest.mark.parametrize(("name", "command"), ALL)
def test_an_option_has_a_name_for_its_value_and_a_sentence(
    name: str, command: click.Command
) -> None:
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, (name, option.name)
            assert option.help[0].isupper(), (name, option.name)
            assert option.help.partition("  [")[0].endswith("."), (name, option.name)
