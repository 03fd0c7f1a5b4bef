"""`argmap flag`: say what is wrong with a node or a relation."""

from typing import Final

import click

from argmap.cli import completing
from argmap.cli.options import examples, one_of
from argmap.cli.reviewing import asked, review_options, tell_written
from argmap.findings import UsageError
from argmap.project.clock import now
from argmap.review import FLAGS, Flag
from argmap.review.deeds import flagged

_KINDS: Final = "\n".join(f"  {kind.name}: {kind.about}" for kind in FLAGS.values())
_HELP: Final = f"""Say what is wrong with a claim, a piece of evidence or a relation.

An open flag is a finding of `argmap check` until somebody resolves it.

\b
Kinds:
{_KINDS}
"""


@click.command(
    help=_HELP,
    epilog=examples(
        "argmap flag charge-cuts-traffic unsupported -m 'No source covers 2019.'",
        "argmap flag by-analogy wrong-stance",
    ),
)
@click.argument("wanted", metavar="ID", shell_complete=completing.parts)
@click.argument("kind", type=one_of(*FLAGS), metavar="KIND")
@click.option("-m", "--message", metavar="TEXT", help="What exactly.")
@review_options
def flag(*, wanted: str, kind: str, message: str | None, by: str | None, name: str | None) -> None:
    """Say what is wrong with a node or a relation."""
    one = asked(wanted, name, by)
    relation = one.relation.id if one.relation else None
    raised = Flag(kind, now(), relation, message)
    if any(
        (it.flag.kind, it.flag.relation, it.reviewer) == (kind, relation, one.reviewer)
        for it in one.standing.flags
    ):
        told = f"{one.reviewer} flags '{wanted}' as {kind} already; `argmap resolve` settles it"
        raise UsageError(told)
    path = one.change(flagged(raised))
    tell_written(f"{one.reviewer} flags '{wanted}' as {kind}", path)
