"""The runner of snippets finds what is not as printed."""

from pathlib import Path

import pytest

from argmap.findings import UsageError
from tests.snippets import assert_named_commands_exist, commands_of, walked

CHECKED = (
    "checked 1 map, 3 claims, 1 evidence, 3 relations, 1 passage: 1 error, 0 warnings, 0 notes"
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "argmap.toml").touch()


def fenced(language: str, *lines: str) -> str:
    return "\n".join((f"```{language}", *lines, "```", ""))


@pytest.mark.parametrize(
    "page",
    [
        fenced("console", "$ argmap init", "wrote nothing"),
        fenced("console", "$ argmap init", "…", "wrote nothing"),
        fenced("console", "$ argmap chek"),
        fenced("console", "$ echo one && echo two", "one"),
        fenced("sh", "argmap check --selct core"),
        fenced("sh", "argmap render --theme blue > file"),
        fenced("sh", "argmap show"),
        fenced("python", "assert False"),
        fenced("python", ">>> 1 + 1", "3"),
        fenced("yaml", "claims: {a: {txt: A claim.}}"),
        fenced("toml", "fail-onn = 'error'"),
        fenced("text a", "one", "two") + fenced("diff a", "-three", "+two"),
    ],
)
def test_what_is_not_as_printed_is_found(page: str) -> None:
    with pytest.raises((AssertionError, UsageError)):
        assert walked(page) == page


@pytest.mark.parametrize(
    "page",
    [
        fenced("console", "$ argmap init", "…", "$ argmap check", "…", CHECKED),
        fenced("console", "$ echo one && echo two", "one", "two"),
        fenced("sh", "argmap check --select core > file", "pip install argmap"),
        fenced("python", "one = 1") + fenced("python", ">>> print(f'{one}\\n\\n2')", "1", "", "2"),
        fenced("yaml claims/a.yaml", "claims: {a: {text: A claim.}}")
        + fenced("console", "$ argmap stats -f json", "…"),
        fenced("toml", "fail-on = 'error'"),
        fenced("text a", "one", "two")
        + fenced("diff a", "-two", "+three")
        + fenced("console", "$ cat a", "one", "three"),
    ],
)
def test_what_is_as_printed_is_passed(page: str) -> None:
    assert walked(page) == page


def test_a_page_is_returned_as_it_should_be() -> None:
    wrong = fenced("console", "$ echo one", "two", "$ echo three", "…")
    assert walked(f"# A\n\n{wrong}B\n") == f"# A\n\n{wrong.replace('two', 'one')}B\n"


def test_a_console_is_commands_with_what_they_print() -> None:
    assert commands_of("$ one\na\n\nb\n$ two\n") == [("one", "a\n\nb\n"), ("two", "")]
    with pytest.raises(AssertionError, match="output without a command"):
        commands_of("a\n$ one\n")


@pytest.mark.parametrize("command", ["argmap chek", "argmap check --selct core"])
def test_a_command_that_is_named_and_is_none_is_found(command: str) -> None:
    assert_named_commands_exist("Say `argmap check --select core`, or that `argmap show` tells.")
    with pytest.raises(AssertionError, match=command):
        assert_named_commands_exist(f"Say `{command}`.")
