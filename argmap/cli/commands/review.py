"""`argmap review`: a verdict on a claim or a piece of evidence."""

import click

from argmap.cli import completing
from argmap.cli.options import examples
from argmap.cli.reviewing import asked, review_options, tell_written
from argmap.findings import UsageError
from argmap.project.clock import now
from argmap.review import Decision
from argmap.review.deeds import decided


@click.command(
    epilog=examples(
        "argmap review charge-cuts-traffic --accept",
        "argmap review charge-cuts-traffic --reject -m 'Page 9 differs.' --by Ann",
    )
)
@click.argument("wanted", metavar="ID", shell_complete=completing.nodes)
@click.option("--accept", "decision", flag_value=Decision.ACCEPT.value, help="It holds.")
@click.option("--reject", "decision", flag_value=Decision.REJECT.value, help="It does not.")
@click.option("--abstain", "decision", flag_value=Decision.ABSTAIN.value, help="No verdict.")
@click.option("-m", "--message", metavar="TEXT", help="Why.")
@review_options
def review(
    *, wanted: str, decision: str | None, message: str | None, by: str | None, name: str | None
) -> None:
    """Give a verdict on a claim or a piece of evidence.

    It holds for the words that are there now, and for what directly speaks for and against
    them: when either changes, `argmap check` says so. The latest verdict of a reviewer counts. It
    is kept beside the map in `reviews`, one file for each node and reviewer.
    """
    if decision is None:
        missing = "say `--accept`, `--reject` or `--abstain`"
        raise UsageError(missing)
    one = asked(wanted, name, by)
    if one.relation is not None:
        refusal = f"'{wanted}' is a relation; review the node that it aims at, or flag it"
        raise UsageError(refusal)
    path = one.change(decided(one.node, one.standing.now, Decision(decision), now(), message))
    said = {"accept": "accepts", "reject": "rejects", "abstain": "abstains on"}[decision]
    tell_written(f"{one.reviewer} {said} '{one.node.id}'", path)
