"""`argmap log`: what reviewers said, the latest first."""

from collections.abc import Iterator, Sequence

import click
from attrs import frozen

from argmap.cli import completing
from argmap.cli.gather import maps_called
from argmap.cli.options import examples, map_option
from argmap.findings import UsageError
from argmap.nearest import nearest
from argmap.project import LoadedMap, find_project
from argmap.reports import folded
from argmap.review import Review


@frozen(order=True)
class _Event:
    """Something that a reviewer said.

    Attributes:
        at: when.
        reviewer: who.
        said: what, with the comment.
    """

    at: str
    reviewer: str
    said: str


@click.command(epilog=examples("argmap log", "argmap log counts-fell", "argmap log --by Ann"))
@click.argument("wanted", metavar="[ID]", required=False, shell_complete=completing.nodes)
@click.option(
    "--by", metavar="NAME", help="Only what one reviewer said.", shell_complete=completing.reviewers
)
@map_option
def log(*, wanted: str | None, by: str | None, name: str | None) -> None:
    """List what reviewers say of a node, or of all nodes, the latest first.

    Each line has the time, the reviewer, the verdict or flag, and the comment. What a reviewer
    said before that is in the history of git.
    """
    maps = maps_called(name, find_project())
    if wanted is not None:
        _refuse_unknown(wanted, maps)
    events = [
        event
        for one in maps
        for review in one.reviews
        if wanted in {None, review.node} and by in {None, review.reviewer}
        for event in _events(review)
    ]
    for event in sorted(events, reverse=True):
        click.echo(f"{event.at}  {event.reviewer}  {event.said}")
    if not events:
        click.echo("no reviewer said anything", err=True)


def _events(review: Review) -> Iterator[_Event]:
    who, node = review.reviewer, folded(review.node)
    if review.verdict is not None:
        decision = f"{review.verdict.decision} {node}"
        yield _Event(review.verdict.at, who, _with(decision, review.verdict.note))
    for flag in review.flags:
        said = f"flag {flag.relation or node} {flag.kind}"
        yield _Event(flag.at, who, _with(said, flag.comment))
    for one in review.resolutions:
        said = f"resolve {one.relation or node} {one.kind} of {one.of}"
        yield _Event(one.at, who, _with(said, one.comment))
    for waiver in review.waivers:
        said = f"waive {waiver.rule} for {node} until {waiver.until}"
        yield _Event("                    ", who, _with(said, waiver.reason))


def _with(said: str, comment: str | None) -> str:
    return f"{said}: {folded(comment)}" if comment else said


def _refuse_unknown(wanted: str, maps: Sequence[LoadedMap]) -> None:
    known = {review.node for one in maps for review in one.reviews}
    known |= {node for one in maps for node in one.map.nodes_by_id}
    if wanted not in known:
        meant = nearest(wanted, sorted(known))
        hint = f"; did you mean '{meant}'?" if meant else ""
        message = f"there is no '{wanted}'{hint}"
        raise UsageError(message)
