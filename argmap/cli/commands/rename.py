"""`argmap rename`: another id, in all references to it."""

import click

from argmap.claimfile.renaming import Named
from argmap.cli import completing
from argmap.cli.diffs import print_diff
from argmap.cli.gather import maps_called
from argmap.cli.options import examples, map_option
from argmap.findings import UsageError
from argmap.nearest import nearest
from argmap.project import LoadedMap, find_project, write_changed
from argmap.project.renaming import ids_of, renamed_files
from argmap.reports import counted


@click.command(
    epilog=examples(
        "argmap rename counts-fell fewer-cars", "argmap rename counts-fell fewer-cars --diff"
    )
)
@click.argument("old", shell_complete=completing.all_ids)
@click.argument("new")
@map_option
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show the differences.")
def rename(*, old: str, new: str, name: str | None, show_diff: bool) -> None:
    """Give a claim, a piece of evidence, a relation or a source another id.

    All references in the map follow, also those by the ends of relations. A claim or piece of
    evidence keeps its old id as an alias, so that links from outside and reviews still find it.
    Files that change are written in canonical form; comments are kept.
    """
    one, what = _found(old, name)
    changed = renamed_files(one, what, old, new)
    if show_diff:
        for one_file in changed:
            print_diff(one_file.file.path, one_file.file.text, one_file.text, "renamed")
    else:
        write_changed(changed)
    places = sum(one_file.places for one_file in changed)
    verb = "would rename" if show_diff else "renamed"
    told = f"in {counted(places, 'place')} in {counted(len(changed), 'file')}"
    click.echo(f"{verb} '{old}' to '{new}' {told}", err=True)


def _found(old: str, name: str | None) -> tuple[LoadedMap, Named]:
    """Return the one map that has something with an id, and what that is.

    Raises:
        UsageError: when none has, or several have.
    """
    maps = maps_called(name, find_project())
    found = [(one, what) for one in maps for what in Named if old in ids_of(one, what)]
    if not found:
        known = (known for one in maps for what in Named for known in ids_of(one, what))
        meant = nearest(old, known)
        hint = f"; did you mean '{meant}'?" if meant else ""
        message = f"there is no '{old}'{hint}"
        raise UsageError(message)
    if len(found) > 1:
        told = ", ".join(f"a {what} of {one.name}" for one, what in found)
        message = f"'{old}' is {told}; say which map with `--map`"
        raise UsageError(message)
    return found[0]
