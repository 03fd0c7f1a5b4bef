"""What the topics of `argmap help` say is so: their snippets run, and their commands exist."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from argmap.claimfile.keys import TABLES
from argmap.cli.commands.help import _ORDER, topics
from argmap.cli.door import COMMANDS
from argmap.cli.pages import laid_out
from argmap.project import configuration as of_configuration
from argmap.project import read_configuration
from argmap.project.configuration_file import _KEYS, _RENDER_KEYS
from argmap.render.colours import NAMES
from tests.snippets import (
    assert_named_commands_exist,
    assert_valid,
    begin,
    prose_of,
    run,
    snippets_of,
    walked,
)

PAGES = {name: file.read_text(encoding="utf-8") for name, file in topics().items()}


@pytest.fixture(name="_project")
def _a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    begin(tmp_path)


@pytest.mark.usefixtures("_project")
@pytest.mark.parametrize("name", PAGES)
def test_what_a_topic_shows_is_what_happens(name: str) -> None:
    assert walked(PAGES[name]) == PAGES[name]


@pytest.mark.usefixtures("_project")
def test_the_workflow_runs_as_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    workflow = next(one.text for one in snippets_of(PAGES["ci"]) if "jobs:" in one.text)
    steps = yaml.safe_load(workflow)["jobs"]["argmap"]["steps"]
    check, render = (step["run"] for step in steps if "argmap " in step.get("run", "")[:7])
    assert [run(command)[1] for command in ("argmap init", "argmap render")] == [0, 0]
    assert [run(command)[1] for command in (check, render)] == [1, 0]
    assert Path("argmap.sarif").is_file()
    assert Path("summary.md").read_text("utf-8").startswith("### argmap: 1 error")


def test_hooks_that_are_named_exist() -> None:
    file = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
    hooks = {hook["id"]: hook["entry"] for hook in yaml.safe_load(file.read_text("utf-8"))}
    assert re.findall(r"- id: (\S+)", PAGES["ci"]) == list(hooks)
    for entry in hooks.values():
        assert_valid(entry)


@pytest.mark.parametrize("name", PAGES)
def test_commands_that_a_topic_names_are_valid(name: str) -> None:
    assert_named_commands_exist(PAGES[name])


@pytest.mark.parametrize("name", PAGES)
def test_topics_that_are_pointed_to_are_there(name: str) -> None:
    for pointed in re.findall(r"`argmap help ([a-z-]+)`", PAGES[name]):
        assert pointed in {*PAGES, *COMMANDS}


@pytest.mark.parametrize("name", PAGES)
def test_a_topic_says_what_file_a_snippet_belongs_in(name: str) -> None:
    before = re.split(r"^```[a-z].*?^```$", PAGES[name], flags=re.DOTALL | re.MULTILINE)
    told = ""
    for snippet, prose in zip(snippets_of(PAGES[name]), before, strict=False):
        told = prose if prose.strip() else told  # two blocks in a row are for one file
        assert not snippet.file or f"`{snippet.file}`" in told, snippet.file


@pytest.mark.parametrize("name", PAGES)
def test_a_topic_is_of_the_blocks_that_are_known(name: str) -> None:
    page = PAGES[name]
    assert re.match(r"# [^\n]{10,90}\n\n", page)
    prose = prose_of(page)
    assert "```" not in prose
    assert not re.search(r"\*\*|\]\(|^ *\* |<http|^#{3}", prose, re.MULTILINE)
    for row in re.findall(r"^\|.*$", prose, re.MULTILINE):
        assert row == "|---|---|" or row.count(" | ") == 1, row
    for snippet in snippets_of(page):
        assert snippet.language in {
            *("console", "sh", "python"),
            *("yaml", "toml", "diff", "text", "rst"),
            *("json", "lisp", "lua"),
        }


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [72, 80, 100])
def test_a_topic_fits_its_terminal_and_loses_no_word(name: str, width: int) -> None:
    page = PAGES[name]
    text = laid_out(page, width, is_bright=False)
    code = {f"    {line}" for snippet in snippets_of(page) for line in snippet.text.splitlines()}
    wide = [line for line in text.splitlines() if len(line) > width and line not in code]
    assert [line for line in wide if not re.search(r"`[^`]{20,}`", line)] == []
    assert re.sub(r"[`|]", " ", text).split() == words_of(page)


def words_of(page: str) -> list[str]:
    """Return the words of a page, those in code too, without its marks."""
    prose_and_code = re.split(r"^```.*$", page, flags=re.MULTILINE)
    prose_and_code[::2] = [
        re.sub(r"^#+ |^\|[-|]+$", "", prose, flags=re.MULTILINE) for prose in prose_and_code[::2]
    ]
    return re.sub(r"[`|]", " ", "".join(prose_and_code)).split()


def test_no_topic_has_the_name_of_a_command() -> None:
    assert not set(PAGES) & set(COMMANDS)
    assert [name for name in _ORDER if name in PAGES] == list(PAGES)


def test_topics_are_shipped_in_the_package() -> None:
    assert (files("argmap") / "topics" / "checking.md").is_file()


def keys_of(page: str, heading: str) -> set[str]:
    """Return the keys in the table below a heading."""
    below = page.split(f"\n## {heading}\n")[1].split("\n## ", maxsplit=1)[0]
    return set(re.findall(r"^\| `([a-z0-9_-]+)` \|", below, re.MULTILINE))


@pytest.mark.parametrize(
    ("heading", "tables"),
    [
        ("A claim file", ["claim file"]),
        ("`map`", ["map"]),
        ("A claim, or evidence", ["claim", "evidence"]),
        ("The long form of a step", ["incoming relation", "outgoing relation", "relation"]),
        ("A source", ["source"]),
        ("A passage, under `cites`", ["passage"]),
        ("A waiver, under `waive`", ["waiver"]),
        ("A sentence under `set_aside`", ["sentence set aside"]),
    ],
)
def test_every_key_of_a_claim_file_is_told(heading: str, tables: list[str]) -> None:
    known = {key.name for table in tables for key in TABLES[table].keys}
    assert keys_of(PAGES["claim-files"], heading) == known


@pytest.mark.parametrize(
    ("heading", "known"), [("At the top", _KEYS), ("Below `render`", _RENDER_KEYS)]
)
def test_every_key_of_the_configuration_is_told(heading: str, known: dict[str, object]) -> None:
    assert keys_of(PAGES["configuration"], heading) == set(known)


def test_every_colour_that_can_be_chosen_is_told() -> None:
    (told,) = re.findall(
        r"^Colours that can be chosen are .*", PAGES["configuration"], re.MULTILINE
    )
    assert re.findall(r"`([^`]+)`", told) == list(NAMES)


def test_the_configuration_in_the_docstring_is_valid() -> None:
    lines = (of_configuration.__doc__ or "").splitlines()
    text = "\n".join(line[4:] for line in lines if line.startswith("    "))
    read = read_configuration(text, "argmap.toml")
    assert read is not None
    assert read.findings == ()
