"""`argmap help`: pages on what can be done with argmap, and how."""

import sys
from importlib.resources import files
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

import click

from argmap.cli import completing
from argmap.cli.door import COMMANDS
from argmap.cli.options import examples, one_of
from argmap.cli.pages import laid_out
from argmap.findings import UsageError
from argmap.nearest import nearest

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_ORDER: Final = (
    "tutorial",
    "claim-files",
    "sources",
    "checking",
    "weighing",
    "analysing",
    "reviewing",
    "pictures",
    "converting",
    "python",
    "ci",
    "configuration",
    "editors",
)
"""The topics as a newcomer may want to read them."""

_SHORTEST: Final = 4  # letters of a word that is looked for in the pages
_WIDEST: Final = 100  # cells; longer lines are hard to read


@click.command(epilog=examples("argmap help", "argmap help checking", "argmap help check"))
@click.argument(
    "topic", required=False, metavar="[TOPIC|COMMAND]", shell_complete=completing.topics
)
@click.option(
    "-f",
    "--format",
    "how",
    type=one_of("text", "markdown"),
    default="text",
    show_default=True,
    help="How a topic is written.",
)
@click.pass_context
def help(context: click.Context, *, topic: str | None, how: str) -> None:  # noqa: A001 - its name as a command
    """Explain a topic, or a command; without either, list the topics.

    On a terminal, a topic that is longer than the screen is shown page by page.
    """
    pages = topics()
    if topic is None:
        click.echo(_contents(pages))
    elif topic in pages:
        _tell(pages[topic].read_text(encoding="utf-8"), how)
    elif topic in COMMANDS:
        _tell_of_command(context, topic)
    else:
        message = f"there is no topic or command '{topic}'; {_hint(topic, pages)}"
        raise UsageError(message)


def topics() -> "dict[str, Traversable]":
    """Return the files of all topics by their names, in order."""
    found = {
        file.name.removesuffix(".md"): file
        for file in (files("argmap") / "topics").iterdir()
        if file.name.endswith(".md")
    }
    rank = {name: number for number, name in enumerate(_ORDER)}
    return {name: found[name] for name in sorted(found, key=lambda name: rank.get(name, len(rank)))}


def _contents(pages: "dict[str, Traversable]") -> str:
    widest = max(map(len, pages))
    lines = [f"  {name:<{widest}}  {_heading(page)}" for name, page in pages.items()]
    return "\n".join(
        (
            "Topics:",
            *lines,
            "",
            "`argmap help TOPIC` prints one of them, and `argmap help COMMAND` all options of a",
            "command. `argmap --help` lists the commands.",
        )
    )


def _heading(page: "Traversable") -> str:
    return page.read_text(encoding="utf-8").splitlines()[0].lstrip("# ")


def _tell(page: str, how: str) -> None:
    if how == "markdown":
        click.echo(page, nl=False)
        return
    screen, is_terminal = get_terminal_size(), _is_terminal()
    text = laid_out(page, min(screen.columns, _WIDEST), is_bright=is_terminal)
    if is_terminal and text.count("\n") >= screen.lines:
        click.echo_via_pager(text)
    else:
        click.echo(text, nl=False)


def _hint(word: str, pages: "dict[str, Traversable]") -> str:
    """Tell what may be meant by a word, or else what speaks of it."""
    meant = nearest(word, [*pages, *COMMANDS])
    if meant:
        return f"did you mean '{meant}'?"
    uses = {name: _uses(word, page.read_text(encoding="utf-8")) for name, page in pages.items()}
    most = max(uses, key=lambda name: uses[name])
    return f"`argmap help {most}` speaks of it" if uses[most] else "`argmap help` lists the topics"


def _uses(word: str, page: str) -> int:
    return page.casefold().count(word.casefold()) if len(word) >= _SHORTEST else 0


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _tell_of_command(context: click.Context, name: str) -> None:
    door = context.find_root()
    group = door.command
    command = group.get_command(door, name) if isinstance(group, click.Group) else None
    if command is not None:
        click.echo(command.get_help(click.Context(command, door, name)))
