"""`argmap completion`: what makes a shell complete commands, options and ids."""

from typing import Final

import click
from click.shell_completion import get_completion_class

from argmap.cli.door import COMPLETING
from argmap.cli.options import examples, one_of

SHELLS: Final = ("bash", "zsh", "fish")


@click.command(
    epilog=examples(
        "argmap completion bash > ~/.local/share/bash-completion/completions/argmap",
        'argmap completion zsh > "${fpath[1]}/_argmap"',
        "argmap completion fish > ~/.config/fish/completions/argmap.fish",
    )
)
@click.argument("shell", type=one_of(*SHELLS), metavar="bash|zsh|fish")
@click.pass_context
def completion(context: click.Context, *, shell: str) -> None:
    """Print the script that makes a shell complete what is typed after `argmap`.

    Completed are commands, options and their words, the ids, sections and sources of the
    project's maps, rules and formats. Kept where the examples put it, the script works in each
    new shell. Bash has to be 4.4 or newer, and needs the package bash-completion for that place;
    without it, put `eval "$(argmap completion bash)"` into ~/.bashrc.
    """
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 - click has all three
    script = kind(context.find_root().command, {}, "argmap", COMPLETING)
    click.echo(script.source())
