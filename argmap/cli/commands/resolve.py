"""`argmap resolve`: settle a flag."""

import click

from argmap.cli import completing
from argmap.cli.options import examples
from argmap.cli.reviewing import Asked, asked, review_options, tell_written
from argmap.findings import UsageError
from argmap.project.clock import now
from argmap.review import OpenFlag, Resolution
from argmap.review.deeds import resolved


@click.command(
    epilog=examples(
        "argmap resolve charge-cuts-traffic",
        "argmap resolve charge-cuts-traffic unclear --of Ann -m 'Which is said now.'",
    )
)
@click.argument("wanted", metavar="ID", shell_complete=completing.flagged)
@click.argument("kind", required=False, metavar="[KIND]", shell_complete=completing.flag_kinds)
@click.option(
    "--of",
    "raiser",
    metavar="NAME",
    help="Who raised the flag, if several did.",
    shell_complete=completing.reviewers,
)
@click.option("-m", "--message", metavar="TEXT", help="How it was settled.")
@review_options
def resolve(
    *,
    wanted: str,
    kind: str | None,
    raiser: str | None,
    message: str | None,
    by: str | None,
    name: str | None,
) -> None:
    """Settle a flag on a claim, a piece of evidence or a relation.

    That is kept in the file of whoever settles it; the flag stays in the file of who raised it.
    KIND may be left out where one flag is open.
    """
    one = asked(wanted, name, by)
    flag = _the_flag(one, wanted, kind, raiser)
    done = Resolution(flag.flag.kind, flag.reviewer, now(), flag.flag.relation, message)
    path = one.change(resolved(done))
    tell_written(f"{one.reviewer} settles '{done.kind}' of {done.of} on '{wanted}'", path)


def _the_flag(one: Asked, wanted: str, kind: str | None, raiser: str | None) -> OpenFlag:
    """Return the one open flag that is meant.

    Raises:
        UsageError: when there is none, or several.
    """
    relation = one.relation.id if one.relation else None
    of_it = [it for it in one.standing.flags if relation is None or it.flag.relation == relation]
    found = [
        it
        for it in of_it
        if kind in {None, it.flag.kind} and (raiser or it.reviewer) == it.reviewer
    ]
    if len(found) == 1:
        return found[0]
    open_now = ", ".join(f"{it.flag.kind} of {it.reviewer}" for it in of_it) or "none"
    if found:
        message = f"several flags are meant; say which with KIND and `--of`: {open_now}"
    else:
        message = f"there is no such open flag on '{wanted}'; open: {open_now}"
    raise UsageError(message)
