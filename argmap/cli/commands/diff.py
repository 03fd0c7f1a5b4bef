"""`argmap diff`: what changed in maps since a revision of git."""

from collections.abc import Sequence
from pathlib import Path

import click

from argmap.assess import assess
from argmap.checks import against_baseline, baseline_of, check
from argmap.cli.gather import loaded, painted, project_of
from argmap.cli.options import examples, one_of
from argmap.diff import changes_between
from argmap.findings import Finding, UsageError
from argmap.model import ArgumentMap
from argmap.project import LoadedMap, Project, load_earlier
from argmap.project.clock import today
from argmap.reports.changes import ChangedMap, changes_json, changes_markdown, changes_text
from argmap.review import Review, standings_of


@click.command(
    epilog=examples(
        "argmap diff main",
        "argmap diff v1.0 v1.1 claims/city",
        "argmap diff main -f markdown",
    )
)
@click.argument("revision", metavar="REV")
@click.argument("arguments", nargs=-1, metavar="[REV] [PATHS]...")
@click.option(
    "-f",
    "--format",
    "report",
    type=one_of("text", "json", "markdown"),
    default="text",
    show_default=True,
    help="How it is written.",
)
@click.option("--exit-code", "tells", is_flag=True, help="Exit 1 if anything changed.")
@click.pass_context
def diff(
    context: click.Context, *, revision: str, arguments: tuple[str, ...], report: str, tells: bool
) -> None:
    """Tell what changed in maps since a commit, branch or tag of git.

    Claims and evidence that were added, removed, renamed or reworded, with the words; relations
    that were added, removed or turned; reviews that no longer hold; findings that are new or
    fixed. With a second REV the state there is compared, not that of the files.

    Findings are those that need no text of a source.

    PATHS are maps; without any, all maps of the project. `argmap render --diff REV` draws it.
    """
    later, paths = _later_and_paths(arguments)
    project = project_of(paths)
    maps = loaded(project, paths)
    if any(one.origin is None for one in maps):
        message = "standard input has no earlier state; give paths"
        raise UsageError(message)
    before = [one.map for one in load_earlier(project, maps, revision)]
    after = [one.map for one in maps]
    if later is not None:
        after = [one.map for one in load_earlier(project, maps, later)]
    told = [
        _told(one, was, now, project) for one, was, now in zip(maps, before, after, strict=True)
    ]
    if report == "json":
        text = changes_json(told)
    else:
        text = changes_text(told, painted) if report == "text" else changes_markdown(told)
    click.echo(text, nl=False)
    context.exit(int(tells and any(one.is_changed for one in told)))


def _later_and_paths(arguments: Sequence[str]) -> tuple[str | None, list[Path]]:
    """Tell a second revision from paths: what is there on the disk is a path."""
    if arguments and not Path(arguments[0]).exists():
        return arguments[0], [Path(one) for one in arguments[1:]]
    return None, [Path(one) for one in arguments]


def _told(one: LoadedMap, was: ArgumentMap, now: ArgumentMap, project: Project) -> ChangedMap:
    before, after = _findings(was, project), _findings(now, project)
    return ChangedMap(
        one.name,
        changes_between(was, now),
        tuple(_stale(one.reviews, was, now)),
        against_baseline(after, baseline_of(before)).new,
        against_baseline(before, baseline_of(after)).new,
    )


def _findings(the_map: ArgumentMap, project: Project) -> tuple[Finding, ...]:
    """Return what is wrong with a map, but for what its source texts would tell."""
    return check(the_map, (), project.configuration.selection(), today=today())


def _stale(reviews: Sequence[Review], was: ArgumentMap, now: ArgumentMap) -> list[str]:
    """Tell which reviews held then and no longer do."""
    fresh = {review for one in standings_of(was, reviews, assess(was)) for review in one.fresh}
    changed = dict[Review, str]()
    for one in standings_of(now, reviews, assess(now)):
        changed |= dict.fromkeys(one.stale, "it was reworded")
        changed |= dict.fromkeys(one.suspect, "its argument changed")
    return [
        f"of {review.reviewer} on '{review.node}': {changed[review]}"
        for review in reviews
        if review in fresh and review in changed
    ]
