"""The outermost group of commands: loads the one that is called, and turns errors into messages."""

import gc
import os
import sys
from contextlib import redirect_stderr
from importlib import import_module
from io import StringIO
from typing import IO, Any, Final

import click
from click.shell_completion import CompletionItem

from argmap.findings import ArgmapError
from argmap.nearest import nearest

GROUPS: Final = {
    "Look at maps": {
        "check": "Say what is wrong with maps.",
        "render": "Draw maps into pictures.",
        "show": "Tell all about one claim, evidence or relation.",
        "assess": "Tell what stands, and what it rests on.",
        "stats": "Count what maps are made of.",
        "diff": "Tell what changed since a revision of git.",
        "report": "Write a page on a map for people without argmap.",
        "corpus": "Check, count or assess thousands of maps.",
    },
    "Hold them against their texts": {
        "coverage": "Tell how much of each source a map accounts for.",
        "locate": "Find words in source texts, ready to be cited.",
        "seal": "Put digests in the place of quotations.",
    },
    "Review them": {
        "todo": "List what to review next.",
        "review": "Give a verdict on a claim or evidence.",
        "flag": "Say what is wrong with a node or a relation.",
        "resolve": "Settle a flag.",
        "waive": "Excuse a node from a rule for a time.",
        "log": "List what reviewers said, the latest first.",
        "serve": "Review and edit maps on a page.",
    },
    "Keep their files": {
        "init": "Make a first claim file.",
        "fmt": "Write claim files in their canonical form.",
        "rename": "Give something another id, in all references.",
        "convert": "Write a map in another format.",
        "baseline": "Take what is wrong now as known.",
        "lsp": "Check and complete maps in an editor.",
    },
    "Read about it": {
        "help": "Explain a topic, or a command.",
        "rules": "List all rules.",
        "explain": "Tell what a rule looks for, and why.",
        "formats": "List the formats that maps are read from and written to.",
        "schema": "Print the JSON Schema of claim files, for editors.",
        "completion": "Print what makes a shell complete commands and ids.",
    },
}
"""The commands with their one line of help; each is in the module of its name, in `commands`."""

COMMANDS: Final = {name: line for group in GROUPS.values() for name, line in group.items()}

_SELDOM: Final = (100_000, 50, 50)
COMPLETING: Final = "_ARGMAP_COMPLETE"
"""The variable of the environment by which a shell asks for completions, as click has it."""

_INTERRUPTED: Final = 130  # as shells have it for Ctrl-C


class Stop(click.ClickException):
    """The end of a run that cannot be done as asked; exit code 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message to standard error, each line under the name of the program."""
        tell(self.message, file)


class Door(click.Group):
    """A group that imports a command when it is called, so that help is there at once."""

    def main(self, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as click has it
        """Run the command line; without a word where a shell asks for completions."""
        if COMPLETING not in os.environ:
            return super().main(*arguments, **options)
        with redirect_stderr(StringIO()):
            try:
                return super().main(*arguments, **options)
            except KeyboardInterrupt:
                sys.exit(_INTERRUPTED)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands, the usual ones first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS and ctx.resilient_parsing:
            return None  # a shell that completes has no place for messages
        if cmd_name not in COMMANDS:
            meant = nearest(cmd_name, list(COMMANDS))
            hint = f"; did you mean '{meant}'?" if meant else ""
            ctx.fail(f"there is no command '{cmd_name}'{hint}")
        command = getattr(import_module(f"argmap.cli.commands.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - the same
        """Write the list of commands without importing them."""
        widest = max(map(len, COMMANDS))
        for heading, commands in GROUPS.items():
            with formatter.section(heading):
                formatter.write_dl([(f"{name:<{widest}}", line) for name, line in commands.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete a command without importing any, or an option."""
        commands = [
            CompletionItem(name, help=line)
            for name, line in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; turn errors of argmap and of the disk into messages."""
        # A run makes many values and few cycles; by default a large map spends half its time on
        # those, and loading the command a part of it.
        gc.set_threshold(*_SELDOM)
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # click ends quietly: whoever read the output has had enough
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)
        except (ArgmapError, OSError) as error:
            raise Stop(message_of(error)) from error
        except click.UsageError as error:
            # Click repeats what was typed, and others may have made that.
            message = error.format_message()
            if message == _made_safe(message):
                raise
            raise click.UsageError(_made_safe(message), error.ctx) from None


def _made_safe(message: str) -> str:
    from argmap.text import printable  # noqa: PLC0415 - help does without

    return "\n".join(map(printable, message.split("\n")))


def tell(message: str, file: IO[Any] | None = None) -> None:
    """Print a message to standard error, each line under the name of the program."""
    from argmap.text import printable  # noqa: PLC0415 - help does without

    for line in message.split("\n"):
        click.echo(f"argmap: {printable(line)}", file=file, err=file is None)


def message_of(error: ArgmapError | OSError) -> str:
    """Return what people are told of an error."""
    if isinstance(error, ArgmapError):
        return str(error)
    from argmap.project.disk import reason_of  # noqa: PLC0415 - the same

    place = f" '{error.filename}'" if error.filename else ""
    return f"the disk refuses{place}: {reason_of(error)}"
