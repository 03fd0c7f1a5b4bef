"""`argmap lsp`: a language server for editors."""

import atexit
import gc
import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.door import tell
from argmap.cli.gather import checked
from argmap.cli.knowing import without_known
from argmap.cli.options import examples
from argmap.findings import Finding, MissingPackageError
from argmap.project import LoadedMap, Project

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.extract.at_hand import Texts
    from argmap.lsp import Means
    from argmap.project.source_texts import SourceTexts


@click.command(epilog=examples("argmap lsp", "argmap lsp --stdio"))
@click.option(
    "--stdio", "is_as_usual", is_flag=True, help="The same as without; some editors give it."
)
def lsp(*, is_as_usual: bool) -> None:  # noqa: ARG001 - there is no other way yet
    """Speak the Language Server Protocol on standard input and output; editors start this.

    Claim files and Argdown are checked as they are typed. Hovering tells how a claim stands; ids,
    fields and rules are completed, found, and renamed in all files; what can be fixed is fixed.
    """
    try:
        from argmap.lsp import Desk, make_server  # noqa: PLC0415 - an extra
    except ImportError:
        what = "the language server"
        raise MissingPackageError(what, "pygls", "lsp") from None
    desk = Desk(means())
    if sys.stdin.isatty():
        tell("waiting for an editor to speak; Ctrl-C ends it")
    # At its end Python would look through all once more, and editors do not wait long.
    atexit.register(gc.freeze)
    make_server(desk).start_io()
    if not desk.is_greeted:
        tell("no editor has spoken; set one up to start this by itself")


def means() -> "Means":
    """Return what is done with maps; the texts of sources are read again only after changes."""
    from argmap.lsp import Means  # noqa: PLC0415 - an extra

    read: dict[Path, SourceTexts] = {}

    def kept(loaded: LoadedMap, project: Project) -> "SourceTexts | None":
        if project.root not in read and any(source.file for source in loaded.map.sources):
            from argmap.project.source_texts import SourceTexts  # noqa: PLC0415 - few have any

            read[project.root] = SourceTexts(project)
        return read.get(project.root)

    def check(loaded: LoadedMap, project: Project) -> tuple[Finding, ...]:
        found = checked([loaded], project, kept=kept(loaded, project))
        ((one,), _) = without_known(found, project, None)
        return one.findings

    def texts(loaded: LoadedMap, project: Project) -> "Texts":
        found = kept(loaded, project)
        return found.of([loaded])[0] if found else {}

    return Means(check, texts)
