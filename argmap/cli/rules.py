"""`argmap rules`: list all rules."""

from typing import TYPE_CHECKING

import click

from argmap.checks import PRESETS, RULES
from argmap.cli.options import examples
from argmap.project import find_project

if TYPE_CHECKING:
    from argmap.checks.selection import AnyRule


@click.command(epilog=examples("argmap rules"))
def rules() -> None:
    """List all rules: code, name, what findings weigh, and what is looked for.

    Rules of the project itself come last. Names, codes, the beginning of codes and presets all
    work with `--select`, `--ignore` and in the configuration.
    """
    rules: tuple[AnyRule, ...] = (*RULES, *find_project().configuration.rules)
    widest = max(len(rule.name) for rule in rules)
    for rule in rules:
        click.echo(f"{rule.code}  {rule.name:<{widest}}  {rule.level.word:<7}  {rule.summary}")
    for name, parts in PRESETS.items():
        click.echo(f"preset {name}: {', '.join(parts)}")
