"""`argmap help`: topics for a terminal, as they are written, and the pages of commands."""

import os
from typing import Any

import click
import pytest

from argmap.cli.commands import help as of_help
from argmap.cli.commands.help import topics
from argmap.cli.pages import laid_out
from tests.cli.conftest import Call

PAGE = """\
# Check `maps`

First sentence.
Second, with `argmap check` and more.

- one thing
  in two lines
- and another

1. first

| to | do |
|---|---|
| check | `argmap check` |
| a term that is wider than its column | the meaning |
```console
$ argmap check

checked
```
## The end
"""


def test_a_page_is_laid_out_for_a_terminal() -> None:
    assert laid_out(PAGE, 40, is_bright=False) == (
        "Check maps\n"
        "\n"
        "  First sentence. Second, with\n"
        "  `argmap check` and more.\n"
        "\n"
        "  - one thing in two lines\n"
        "  - and another\n"
        "\n"
        "  1. first\n"
        "\n"
        "  to            do\n"
        "  check         `argmap check`\n"
        "  a term that is wider than its column\n"
        "                the meaning\n"
        "\n"
        "    $ argmap check\n"
        "\n"
        "    checked\n"
        "\n"
        "The end\n"
    )


def test_on_a_terminal_headings_code_and_commands_are_bold() -> None:
    text = laid_out(PAGE, 40, is_bright=True)
    assert click.unstyle(text) == laid_out(PAGE, 40, is_bright=False).replace("`", "")
    bold = [part.split("\x1b[0m")[0] for part in text.split("\x1b[1m")[1:]]
    assert [part.strip() for part in bold] == [
        "Check maps",
        "argmap check",
        "to",
        "check",
        "argmap check",
        "a term that is wider than its column",
        "$ argmap check",
        "The end",
    ]


def test_topics_are_listed_each_with_its_heading(call: Call) -> None:
    lines = call("help").output.splitlines()
    assert lines[0] == "Topics:"
    assert [line.split()[0] for line in lines[1 : len(topics()) + 1]] == list(topics())
    assert "  checking       Find what is wrong: rules, presets, waivers, baselines" in lines


def test_a_topic_is_told_plainly_where_no_terminal_is(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page = topics()["checking"].read_text(encoding="utf-8")
    assert call("help", "checking").output == laid_out(page, 80, is_bright=False)
    assert call("help", "checking", "-f", "markdown").output == page


def test_a_command_is_told_as_by_its_own_help(call: Call) -> None:
    assert call("help", "waive").output == call("waive", "--help").output
    assert call("help", "corpus").output == call("corpus", "--help").output


@pytest.mark.parametrize(
    ("topic", "hint"),
    [
        ("chekcing", "did you mean 'checking'?"),
        ("chek", "did you mean 'check'?"),
        ("Undercuts", "`argmap help claim-files` speaks of it"),
        ("pre-commit", "`argmap help ci` speaks of it"),
        ("xyz", "`argmap help` lists the topics"),
        ("of", "`argmap help` lists the topics"),
    ],
)
def test_an_unknown_topic_suggests_the_nearest_or_what_speaks_of_it(
    call: Call, topic: str, hint: str
) -> None:
    result = call("help", topic)
    told = f"argmap: there is no topic or command '{topic}'; {hint}\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)


@pytest.mark.parametrize(("lines", "is_paged"), [(20, True), (2000, False)])
def test_what_is_longer_than_the_screen_is_shown_page_by_page(
    lines: int,
    is_paged: bool,  # noqa: FBT001 - a parameter of the test
    call: Call,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paged: list[Any] = []
    monkeypatch.setattr(of_help, "_is_terminal", lambda: True)
    monkeypatch.setattr(of_help, "get_terminal_size", lambda: os.terminal_size((120, lines)))
    monkeypatch.setattr(click, "echo_via_pager", paged.append)
    output = call("help", "checking").output
    page = topics()["checking"].read_text(encoding="utf-8")
    assert (paged, output == "") == (
        [laid_out(page, 100, is_bright=True)] if is_paged else [],
        is_paged,
    )
