"""`argmap explain`: the page of a rule."""

import click

from argmap.checks import explain as page
from argmap.checks import rule
from argmap.cli import completing
from argmap.cli.commands.rules import rules
from argmap.cli.options import examples
from argmap.project import find_project


@click.command(epilog=examples("argmap explain unsupported-claim", "argmap explain 201"))
@click.argument("name", required=False, metavar="[NAME|CODE]", shell_complete=completing.rules)
@click.pass_context
def explain(context: click.Context, *, name: str | None) -> None:
    """Tell what a rule looks for, why, and on which claim files it fires and stays silent.

    Without a name, all rules are listed.
    """
    if name is None:
        context.invoke(rules)
    else:
        click.echo(page(rule(name, find_project().configuration.rules)), nl=False)
