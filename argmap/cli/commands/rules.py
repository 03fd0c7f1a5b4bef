"""`argmap rules`: list all rules."""

from typing import TYPE_CHECKING

import click

from argmap.checks import PRESETS, RULES
from argmap.checks.selection import matching
from argmap.cli.options import examples
from argmap.project import find_project

if TYPE_CHECKING:
    from argmap.checks.selection import AnyRule


@click.command(epilog=examples("argmap rules", "argmap rules | grep quote"))
def rules() -> None:
    """List all rules: code, name, what findings weigh, and what is looked for.

    Rules of the project itself come last. Names, codes, the beginning of codes and presets all
    work with `--select`, `--ignore` and in the configuration.
    """
    own = find_project().configuration.rules
    rules: tuple[AnyRule, ...] = (*RULES, *own)
    widest = max(len(rule.name) for rule in rules)
    for rule in rules:
        click.echo(f"{rule.code}  {rule.name:<{widest}}  {rule.level.word:<7}  {rule.summary}")
    for name in PRESETS:
        codes = dict.fromkeys(str(rule.code) for rule in matching(name, own))
        click.echo(f"preset {name}: {', '.join(codes)}")
