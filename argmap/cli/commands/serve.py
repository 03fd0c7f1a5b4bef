"""`argmap serve`: a page on which reviewers read, decide and edit."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli import completing
from argmap.cli.door import tell
from argmap.cli.gather import NO_PATHS, STANDARD_STREAM, checked, loaded, project_of
from argmap.cli.options import examples, paths_argument
from argmap.findings import UsageError
from argmap.project.beside_texts import texts_of
from argmap.project.reviews import reviewer_name

if TYPE_CHECKING:
    from argmap.web import Gathered


@click.command(
    epilog=examples(
        "argmap serve",
        "argmap serve claims/city --by Ann",
        "argmap serve --read-only --no-open --port 8321",
    )
)
@paths_argument
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="The port to listen on.  [default: any that is free]",
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="NAME", help="Where to listen."
)
@click.option("--read-only", "is_read_only", is_flag=True, help="Write nothing, whatever is asked.")
@click.option("--no-open", "stays_closed", is_flag=True, help="Open no browser.")
@click.option(
    "--by",
    metavar="NAME",
    help="Who reviews.  [default: git's user.name]",
    shell_complete=completing.reviewers,
)
def serve(
    *,
    paths: Sequence[Path],
    port: int,
    host: str,
    is_read_only: bool,
    stays_closed: bool,
    by: str | None,
) -> None:
    """Show maps on a page where reviewers read, decide and edit, until Ctrl-C.

    The page shows the map, what `argmap check` finds, and the sources with what cites them.
    Verdicts, flags, resolutions and waivers go to the files of reviews; edits go to claim files,
    whose comments stay. What changes on the disk is shown at once.

    Only this machine reaches the page, and only with the address that is printed.
    """
    from argmap.web import Desk, make_server  # noqa: PLC0415 - seldom
    from argmap.web.addresses import is_loopback  # noqa: PLC0415 - the same

    if STANDARD_STREAM in paths:
        message = "the page shows maps on the disk; give paths"
        raise UsageError(message)
    reviewer = "a reader" if is_read_only and by is None else reviewer_name(project_of(paths), by)
    if not is_loopback(host):
        tell(f"others in your network reach {host}, and all who see the address can write")
        tell("it is not encrypted; use it only where you trust the network")

    server = make_server(Desk(lambda: gathered(paths), reviewer, is_read_only), host, port)
    click.echo(f"{server.address}\nCtrl-C ends it")
    if not stays_closed:
        click.launch(server.opening)
    server.run()


def gathered(paths: Sequence[Path]) -> "Gathered":
    """Read and check maps, with the texts of their sources.

    Raises:
        UsageError: when there are none.
    """
    from argmap.web import Gathered  # noqa: PLC0415 - as in serve

    project = project_of(paths)
    maps = [one for one in loaded(project, paths) if one.origin is not None]
    found = checked(maps, project)
    texts = [texts for _, texts in texts_of(maps, project, NO_PATHS)]
    return Gathered(project, maps, found, texts)
