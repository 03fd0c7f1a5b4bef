"""What README prints is what happens."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from argmap.cli.commands.help import topics
from tests.snippets import Snippet, assert_named_commands_exist, followed, run, snippets_of

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SNIPPETS = snippets_of(README)
MAP = next(snippet for snippet in SNIPPETS if snippet.language == "yaml")


@pytest.fixture(name="city")
def _city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a project with the map that README prints, and nothing else."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "charge.yaml").write_text(MAP.text, encoding="utf-8")
    (tmp_path / "argmap.toml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda one: f"line {one.line}")
def test_every_snippet_is_as_printed(
    snippet: Snippet, city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "claims/sundays" in snippet.text:
        place = city / "a clone"
        shutil.copytree(ROOT / "claims", place / "claims")
        (place / "argmap.toml").touch()
        monkeypatch.chdir(place)
    assert followed(snippet, {"__name__": "readme"}) == snippet.text


@pytest.mark.usefixtures("city")
def test_the_example_is_drawn_under_its_name() -> None:
    assert run("argmap render")[1] == 0
    assert [path.name for path in Path("renders").iterdir()] == ["charge.svg"]


def test_every_command_that_is_named_is_valid() -> None:
    assert_named_commands_exist(README)


def test_topics_that_are_pointed_to_are_there() -> None:
    assert set(re.findall(r"`argmap help ([a-z-]+)`", README)) <= set(topics())


def test_a_workflow_is_that_of_the_topic_on_ci() -> None:
    page = topics()["ci"].read_text(encoding="utf-8")
    for snippet in SNIPPETS:
        assert "jobs:" not in snippet.text or snippet.text in page


def test_every_hook_that_is_named_exists() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert set(re.findall(r"`(argmap-[a-z]+)`", README)) <= {hook["id"] for hook in hooks}


def test_pictures_that_are_shown_are_there() -> None:
    for picture in re.findall(r'!\[[^]]*\]\(([^)]*)\)|(?:src|srcset)="([^"]*)"', README):
        assert (ROOT / "".join(picture)).is_file(), picture
