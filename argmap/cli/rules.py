"""`argmap rules`: list all rules."""

import click

from argmap.checks import PRESETS, RULES
from argmap.cli.options import examples


@click.command(epilog=examples("argmap rules"))
def rules() -> None:
    """List all rules: code, name, what findings weigh, and what is looked for.

    Names, codes, the beginning of codes and presets all work with `--select`, `--ignore` and in
    the configuration.
    """
    widest = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        click.echo(f"{rule.code}  {rule.name:<{widest}}  {rule.level.word:<7}  {rule.summary}")
    for name, parts in PRESETS.items():
        click.echo(f"preset {name}: {', '.join(parts)}")
