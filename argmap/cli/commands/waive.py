"""`argmap waive`: excuse a node from a rule for a time."""

from datetime import datetime

import click

from argmap.checks import rule
from argmap.cli import completing
from argmap.cli.options import examples
from argmap.cli.reviewing import asked, review_options, tell_written
from argmap.project import find_project
from argmap.project.reviews import waiver_of
from argmap.review.deeds import waived


@click.command(
    epilog=examples(
        "argmap waive 201 same-roads --reason 'It is being read.' --until 2027-01-31",
        "argmap waive quote-drifted one-in-five --reason 'A new edition.' \\",
        "    --until 2027-01-31 --by Ann",
    )
)
@click.argument("wanted_rule", metavar="RULE", shell_complete=completing.rules)
@click.argument("wanted", metavar="ID", shell_complete=completing.nodes)
@click.option("--reason", required=True, metavar="TEXT", help="Why the rule does not apply.")
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    metavar="DAY",
    help="The last day on which that holds: 2027-01-31.",
)
@review_options
def waive(
    *,
    wanted_rule: str,
    wanted: str,
    reason: str,
    until: datetime,
    by: str | None,
    name: str | None,
) -> None:
    """Excuse a claim or a piece of evidence from a rule for a time.

    The finding does not count until that day, and is back then. Reports still count what is
    waived.
    """
    configuration = find_project().configuration
    found = rule(wanted_rule, configuration.rules)
    last = until.date()
    waiver = waiver_of(found.name, reason, last, configuration.longest_waiver)
    one = asked(wanted, name, by)
    path = one.change(waived(waiver))
    tell_written(f"{one.reviewer} waives {found.name} for '{one.node.id}' until {last}", path)
