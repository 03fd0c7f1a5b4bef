"""`argmap report`: all about a map on one page, for people who do not have argmap."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import click
from attrs import frozen

from argmap.assess.bearing import load_bearing
from argmap.cli.covering import covered
from argmap.cli.gather import STANDARD_STREAM, checked, loaded, project_of
from argmap.cli.options import examples, one_of, only_check_option, paths_argument
from argmap.cli.texts import text_option
from argmap.extract.at_hand import Texts
from argmap.findings import UsageError
from argmap.project import LoadedMap, holds, pictures_of, shown, write_bytes
from argmap.project.beside_texts import texts_of
from argmap.render import Output, render
from argmap.reports import CheckedMap, counted
from argmap.reports.whole import MapReport, report_markdown, report_page
from argmap.review import standings_of
from argmap.review.weight import main_claims

_MOST_MAINS: Final = 20
_MOST_TEXT: Final = 50_000  # characters, and lines, that Mermaid takes where nobody says otherwise
_MOST_LINES: Final = 500


@frozen
class _Form:
    """A form of reports: how it is written, how its files end, and what its pictures are."""

    write: Callable[[Sequence[MapReport]], str]
    suffix: str
    picture: Output


_FORMS: Final[Mapping[str, _Form]] = {
    "html": _Form(report_page, ".report.html", "svg"),
    "markdown": _Form(report_markdown, ".report.md", "mermaid"),
}
_BY_SUFFIX: Final = {".md": "markdown", ".markdown": "markdown"}


@click.command(
    epilog=examples(
        "argmap report",
        "argmap report claims/city -o city.html",
        "argmap report -f markdown -o - --text article=../article.txt",
    )
)
@paths_argument
@click.option(
    "-f",
    "--format",
    "form",
    type=one_of(*_FORMS),
    help="A page for browsers, or Markdown as GitHub has it.  [default: as -o ends, or html]",
)
@text_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|DIR|-",
    help="Where it goes: one FILE for all maps, or one for each.  [default: renders]",
)
@only_check_option
@click.pass_context
def report(
    context: click.Context,
    *,
    paths: tuple[Path, ...],
    form: str | None,
    given: Mapping[str, Path],
    output: Path | None,
    only_check: bool,
) -> None:
    """Write all about a map for people who do not have argmap.

    What has no support comes first, with its place; then what is contested, all that `argmap
    check` finds and what to do, what the main claims rest on, who reviewed what, how much of the
    source texts is covered, the picture, and every claim and piece of evidence.

    A page is one file that needs nothing from outside and no script, and can be printed. It goes
    to `renders/NAME.report.html`. Of source texts it has the quotations in the map, and no more.

    PATHS are claim files or directories of them. Without any, each map of the project has one.
    """
    if only_check and output == STANDARD_STREAM:
        message = "--check compares files; leave it out, or give a file or directory with -o"
        raise UsageError(message)
    chosen = _FORMS[form or _BY_SUFFIX.get(output.suffix.lower() if output else "", "html")]
    project = project_of(paths)
    maps = loaded(project, paths)
    found = checked(maps, project, given=given)
    made = [
        _made(one, of_map, texts, chosen.picture, f"m{number}")
        for number, ((one, texts), of_map) in enumerate(
            zip(texts_of(maps, project, given), found, strict=True), 1
        )
    ]
    if output == STANDARD_STREAM:
        # As bytes, so that the ends of lines are the same on every system.
        click.echo(chosen.write(made).encode(), nl=False)
        return
    if output is not None and output.suffix and not output.is_dir():
        files = {output: chosen.write(made).encode()}
    else:
        files = dict(_each(maps, made, output or project.renders, chosen))
    context.exit(_compare(files) if only_check else _write(files))


def _each(
    maps: Sequence[LoadedMap], made: Sequence[MapReport], directory: Path, form: _Form
) -> Iterator[tuple[Path, bytes]]:
    """Give each map its file, which has the name of its picture."""
    reports = {id(one.checked.map): one for one in made}
    for picture in pictures_of(maps, directory, form.suffix, with_sections=False):
        yield picture.path, form.write([reports[id(picture.map)]]).encode()


def _made(
    one: LoadedMap, of_map: CheckedMap, texts: Texts, picture: Output, anchor: str
) -> MapReport:
    assessment = one.assessment
    mains = main_claims(one.map)[:_MOST_MAINS]
    drawing = render(one.map, output=picture, assessment=assessment, reviews=one.reviews)
    return MapReport(
        of_map,
        assessment,
        standings_of(one.map, one.reviews, assessment) if one.reviews else (),
        one.reviews,
        covered(one, texts),
        tuple(load_bearing(one.map, claim.id, assessment) for claim in mains),
        drawing if picture == "svg" or _is_shown(one, drawing) else "",
        anchor,
    )


def _is_shown(one: LoadedMap, mermaid: str) -> bool:
    """Say whether GitHub draws a flowchart, or tells that it is too large."""
    return len(mermaid) < _MOST_TEXT and len(one.map.relations) < _MOST_LINES


def _write(files: Mapping[Path, bytes]) -> int:
    written = [path for path, content in files.items() if write_bytes(path, content)]
    for path in written:
        click.echo(f"wrote {shown(path)}")
    same = len(files) - len(written)
    click.echo(f"wrote {counted(len(files), 'report')}: {len(written)} new, {same} unchanged")
    return 0


def _compare(files: Mapping[Path, bytes]) -> int:
    wrong = [path for path, content in files.items() if not holds(path, content)]
    for path in wrong:
        click.echo(f"{'differs' if path.exists() else 'missing'}: {shown(path)}")
    if wrong:
        click.echo("write them without --check", err=True)
    right = len(files) - len(wrong)
    click.echo(f"compared {counted(len(files), 'report')}: {right} up to date")
    return int(bool(wrong))
