"""`argmap todo`: what a reviewer should look at next."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from argmap.cli import completing
from argmap.cli.gather import loaded, painted, project_of
from argmap.cli.options import examples, paths_argument, report_option
from argmap.findings import UsageError
from argmap.project import LoadedMap, Project, load_earlier
from argmap.project.reviews import reviewer_name
from argmap.reports.agenda import Agenda, agenda_json, agenda_text
from argmap.review.agenda import agenda

_FIRST: Final = 10


@click.command(
    epilog=examples(
        "argmap todo",
        "argmap todo --mine -n 20",
        "argmap todo --changed main --by Ann",
    )
)
@paths_argument
@click.option("--mine", is_flag=True, help="What you have not reviewed as it stands.")
@click.option(
    "--by",
    metavar="NAME",
    help="What NAME has not reviewed as it stands.",
    shell_complete=completing.reviewers,
)
@click.option(
    "--changed",
    "since",
    metavar="REV",
    help="Only what changed since a revision of git, and what that touches.",
)
@click.option(
    "-n",
    "most",
    type=click.IntRange(1),
    metavar="N",
    help=f"How many nodes are listed.  [default: {_FIRST}, in json all]",
)
@report_option("How it is written.")
def todo(
    *,
    paths: tuple[Path, ...],
    mine: bool,
    by: str | None,
    since: str | None,
    most: int | None,
    report: str,
) -> None:
    """List what to review next, the most load-bearing first.

    That is what nobody has reviewed as it stands: what is new, was reworded, or whose direct
    argument changed. And that on which reviewers differ, or that has open flags. With --mine or
    --by it is what one reviewer gave no verdict on, as it stands.

    First come open flags where main claims are supported; then what most main claims fall with,
    or rest on.

    PATHS are claim files or directories of them. Without any, all maps of the project count.
    """
    project = project_of(paths)
    maps = loaded(project, paths)
    reviewer = reviewer_name(project, by) if mine or by is not None else None
    among = _changed(project, maps, since) if since is not None else [None] * len(maps)
    tasks = [
        (one.name, task)
        for one, some in zip(maps, among, strict=True)
        for task in agenda(one.map, one.reviews, one.assessment, reviewer=reviewer, among=some)
    ]
    found = Agenda(
        tuple(sorted(tasks, key=lambda pair: pair[1].rank)),
        sum(_nodes(one, some) for one, some in zip(maps, among, strict=True)),
        reviewer or "",
        since or "",
    )
    text = (
        agenda_json(found, most)
        if report == "json"
        else agenda_text(found, most or _FIRST, painted)
    )
    click.echo(text, nl=False)


def _nodes(one: LoadedMap, among: frozenset[str] | None) -> int:
    live = {node.id for node in one.map.nodes if node.withdrawn is None}
    return len(live if among is None else live & among)


def _changed(
    project: Project, maps: Sequence[LoadedMap], since: str
) -> list[frozenset[str] | None]:
    """Return for each map the ids of what changed since a revision, and of what that touches."""
    if any(one.origin is None for one in maps):
        message = "standard input has no earlier state; give paths with --changed"
        raise UsageError(message)
    # Most agendas look at the present alone.
    from argmap.diff import difference, neighbourhood  # noqa: PLC0415

    before = load_earlier(project, maps, since)
    return [
        neighbourhood(earlier.map, one.map, difference(earlier.map, one.map))
        for one, earlier in zip(maps, before, strict=True)
    ]
