"""`argmap waive`: excuse a node from a rule for a time."""

from datetime import UTC, date, datetime, timedelta

import click
from attrs import evolve

from argmap.checks import SHORTEST_REASON, rule
from argmap.cli.options import examples
from argmap.cli.reviewing import asked, review_options, tell_written
from argmap.findings import UsageError
from argmap.model import Waiver
from argmap.project import find_project
from argmap.review import Review


@click.command(
    epilog=examples(
        "argmap waive unsupported-claim cuts-traffic "
        "--reason 'The study is being read.' --until 2027-01-31",
    )
)
@click.argument("wanted_rule", metavar="RULE")
@click.argument("wanted", metavar="ID")
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
    found = rule(wanted_rule, find_project().configuration.rules)
    last = until.date()
    _refuse(reason, last)
    one = asked(wanted, name, by)
    waiver = Waiver(found.name, " ".join(reason.split()), last)

    def waived(before: Review) -> Review:
        kept = (it for it in before.waivers if it.rule != waiver.rule)
        return evolve(before, waivers=(*kept, waiver))

    path = one.change(waived)
    tell_written(f"{one.reviewer} waives {found.name} for '{one.node.id}' until {last}", path)


def _refuse(reason: str, last: date) -> None:
    today = datetime.now(UTC).astimezone().date()
    longest = find_project().configuration.longest_waiver
    if len(" ".join(reason.split())) < SHORTEST_REASON:
        message = f"give a reason of {SHORTEST_REASON} letters or more"
        raise UsageError(message)
    if last < today:
        message = f"{last} is past; give a day to come"
        raise UsageError(message)
    if longest is not None and (last - today).days > longest:
        message = f"a waiver holds {longest} days at most: until {today + timedelta(longest)}"
        raise UsageError(message)
