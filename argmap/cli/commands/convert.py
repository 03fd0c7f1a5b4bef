"""`argmap convert`: a map in another format."""

from collections.abc import Sequence
from pathlib import Path

import click

from argmap.cli import completing
from argmap.cli.door import tell
from argmap.cli.gather import STANDARD_STREAM, loaded, painted, project_of, standard_input
from argmap.cli.options import examples
from argmap.findings import Finding, Severity, UsageError
from argmap.formats import FORMATS, Format, Loss, Written, format_named, format_of_path
from argmap.project import LoadedMap, Project, read_text_file, shown
from argmap.project.foreign import beside
from argmap.project.saving import write_all
from argmap.reports import counted, finding_text


@click.command(
    epilog=examples(
        "argmap convert debate.argdown -o debate.yaml",
        "argmap convert claims/city --to aif -o city.json",
        "argmap convert nodeset.json --from aif --to argdown",
    )
)
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "-t",
    "--to",
    "target",
    metavar="NAME",
    help="The format to write.",
    shell_complete=completing.formats,
)
@click.option(
    "--from",
    "origin",
    metavar="NAME",
    help="The format of PATH, where that is unclear.",
    shell_complete=completing.formats,
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=STANDARD_STREAM,
    metavar="FILE",
    help="Where to write; its suffix tells the format where --to does not.  [default: -]",
)
@click.option("--strict", is_flag=True, help="Write nothing, and exit 1, if anything is lost.")
@click.pass_context
def convert(
    context: click.Context,
    *,
    path: Path,
    target: str | None,
    origin: str | None,
    output: Path,
    strict: bool,
) -> None:
    """Write a map in another format, and say what that could not carry.

    PATH is a claim file, a directory of them, or a file in any format that `argmap formats`
    lists as read. What could not be read, and what is left out, is told on standard error, one
    line for each kind.

    Exit codes: 0 written; 1 parts could not be read, or were lost with --strict; 2 wrong use.
    """
    wanted = _wanted(target, output)
    one = _read(path, origin)
    for finding in _worth_telling(one.findings):
        click.echo(finding_text(finding, painted), nl=False, err=True)
    written = wanted.write(one.map)
    for loss in written.losses:
        tell(f"not carried: {_told(loss)}")
    failed = strict and bool(written.losses)
    if failed:
        tell(f"nothing was written, for {wanted.name} cannot carry all of the map")
    else:
        _write(written, wanted, output, path)
    is_whole = all(one.severity is not Severity.ERROR for one in one.findings)
    context.exit(int(failed or not is_whole))


def _wanted(target: str | None, output: Path) -> Format:
    """Return the format to write, by its name or by the suffix of the file.

    Raises:
        UsageError: when neither tells, or argmap does not write it.
    """
    found = format_named(target) if target else format_of_path(output.name)
    if found is None:
        writable = ", ".join(one.name for one in FORMATS if one.writes)
        message = f"name the format to write with `--to`: {writable}"
        raise UsageError(message)
    if not found.writes:
        message = f"argmap reads {found.name} and does not write it; see `argmap formats`"
        raise UsageError(message)
    return found


def _read(path: Path, origin: str | None) -> LoadedMap:
    """Read the one map that a path stands for.

    Raises:
        UsageError: when there is none, or several.
    """
    project = project_of([path])
    if origin is not None:
        return _read_as(format_named(origin), path, project)
    maps = loaded(project, [path])
    if len(maps) > 1:
        names = ", ".join(one.name for one in maps)
        message = f"'{shown(path)}' holds {len(maps)} maps: {names}; convert one of them"
        raise UsageError(message)
    return maps[0]


def _read_as(origin: Format, path: Path, project: Project) -> LoadedMap:
    """Read a file in a format that the user names."""
    if not origin.reads:
        message = f"argmap writes {origin.name} and does not read it; see `argmap formats`"
        raise UsageError(message)
    file, unread = standard_input("<stdin>") if path == STANDARD_STREAM else read_text_file(path)
    if unread and not file.text:
        message = f"'{file.path}': {unread.message}; {unread.help}"
        raise UsageError(message)
    the_map, findings = origin.read(file, beside(path, project.root))
    told = (unread, *findings) if unread else findings
    return LoadedMap(path.stem, the_map, told, (file,), format=origin.name)


def _worth_telling(findings: Sequence[Finding]) -> list[Finding]:
    return [one for one in findings if one.severity is not Severity.INFO]


def _told(loss: Loss) -> str:
    return f"{loss.what} ({loss.count:,})"


def _write(written: Written, wanted: Format, output: Path, path: Path) -> None:
    if output == STANDARD_STREAM:
        if written.beside:
            message = f"{wanted.name} is {counted(1 + len(written.beside), 'file')}; give `-o FILE`"
            raise UsageError(message)
        click.echo(written.text, nl=False)
        return
    if path != STANDARD_STREAM and output.resolve() == path.resolve():
        message = f"'{shown(output)}' is what is read; choose another file"
        raise UsageError(message)
    write_all(output, written)
    tell(f"wrote {shown(output)}")
