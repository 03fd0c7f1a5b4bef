"""What README prints is what happens."""

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from argmap.cli import main
from argmap.project import read_configuration

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """Return the fenced blocks of README in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


@pytest.fixture(name="city")
def _city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    map_text, _ = blocks("yaml")
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "charge.yaml").write_text(map_text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("city")
def test_the_report_on_the_example_is_as_printed() -> None:
    report = next(block for block in blocks("console") if block.startswith("$ argmap check\n"))
    assert report == f"$ argmap check\n{CliRunner().invoke(main, ['check']).output}"


@pytest.mark.parametrize("command", ["check claims/sundays", "coverage claims/sundays"])
def test_what_is_said_of_our_second_map_is_as_printed(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    printed = next(block for block in blocks("console") if block.startswith(f"$ argmap {command}"))
    first, _, rest = printed.partition("\n")
    assert CliRunner().invoke(main, shlex.split(first)[2:]).output == rest


def test_the_example_is_drawn_under_its_name(city: Path) -> None:
    assert CliRunner().invoke(main, ["render"]).exit_code == 0
    assert [path.name for path in (city / "renders").iterdir()] == ["charge.svg"]


def test_every_command_that_is_named_exists() -> None:
    for command in sorted(set(re.findall(r"`argmap ([a-z]+)", README))):
        assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0, command


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "claims", tmp_path / "claims")
    monkeypatch.chdir(tmp_path)
    (example,) = blocks("python")
    names: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), names)  # noqa: S102 - our own text
    assert str(names["svg"]).startswith("<svg")


def test_the_configuration_is_valid() -> None:
    (example,) = blocks("toml")
    configuration = read_configuration(example, "pyproject.toml")
    assert configuration is not None
    assert [rule.name for rule in configuration.rules] == ["policy-needs-studies"]
    assert configuration.findings == ()


def test_the_workflow_runs_as_printed(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    _, workflow = blocks("yaml")
    steps = yaml.safe_load(workflow)["jobs"]["argmap"]["steps"]
    check, render = (step["run"] for step in steps if "argmap " in step.get("run", ""))
    arguments = shlex.split(os.path.expandvars(check))
    CliRunner().invoke(main, ["render"])
    assert CliRunner().invoke(main, arguments[1:]).exit_code == 1
    assert (city / "argmap.sarif").is_file()
    assert (city / "summary.md").read_text("utf-8").startswith("### argmap: 1 error")
    assert CliRunner().invoke(main, shlex.split(render)[1:]).exit_code == 0


def test_every_hook_that_is_named_exists() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert set(re.findall(r"`(argmap-[a-z]+)`", README)) == {hook["id"] for hook in hooks}
    for hook in hooks:
        command = hook["entry"].split()
        assert CliRunner().invoke(main, [*command[1:], "--help"]).exit_code == 0


def test_pictures_that_are_shown_are_there() -> None:
    for picture in re.findall(r"!\[[^]]*\]\(([^)]*)\)", README):
        assert (ROOT / picture).is_file(), picture
