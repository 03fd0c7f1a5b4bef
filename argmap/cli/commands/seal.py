"""`argmap seal`: digests in place of quotations, for texts that may not be republished."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from argmap.claimfile import with_passages
from argmap.cli import completing
from argmap.cli.diffs import print_diff
from argmap.cli.gather import loaded, project_of, refuse_unknown_source
from argmap.cli.options import examples, paths_argument
from argmap.cli.texts import text_option
from argmap.extract.at_hand import TextAtHand, Texts
from argmap.findings import UsageError
from argmap.model import Node, Passage
from argmap.passages import sealed
from argmap.project import ChangedFile, LoadedMap, path_of, write_changed
from argmap.project.beside_texts import texts_of
from argmap.project.loaded import NATIVE
from argmap.reports import counted, folded


@click.command(
    epilog=examples(
        "argmap seal claims/city --text article=../article.txt",
        "argmap seal --source report --diff",
    )
)
@paths_argument
@text_option
@click.option(
    "--source",
    "wanted",
    metavar="ID",
    help="Only quotations from this source.",
    shell_complete=completing.sources,
)
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show the differences.")
@click.pass_context
def seal(
    context: click.Context,
    *,
    paths: tuple[Path, ...],
    given: Mapping[str, Path],
    wanted: str | None,
    show_diff: bool,
) -> None:
    """Put a place and a digest in the place of each quotation.

    For maps of texts that may be read but not republished: paragraph and sentence say where, and
    the digest verifies it for whoever has the text. A quotation is sealed where its text is at
    hand and holds it word for word at one place; others stay as they are and are named, and the
    exit code is 1. Files are written in canonical form, comments are kept.

    PATHS are claim files or directories of them. Without any, all maps of the project count.
    """
    project = project_of(paths)
    maps = loaded(project, paths)
    refuse_unknown_source(wanted, maps)
    changed, left = list[ChangedFile](), list[str]()
    for one, texts in texts_of(maps, project, given):
        files, more = _sealed(one, texts, wanted)
        changed += files
        left += more
    if show_diff:
        for file in changed:
            print_diff(file.file.path, file.file.text, file.text, "sealed")
    else:
        write_changed(changed)
    for line in left:
        click.echo(line, err=True)
    places = sum(file.places for file in changed)
    verb = "would seal" if show_diff else "sealed"
    told = f"{verb} {counted(places, 'quotation')} in {counted(len(changed), 'file')}"
    click.echo(f"{told}, left {len(left)}", err=True)
    context.exit(int(bool(left)))


def _sealed(
    one: LoadedMap, texts: Texts, wanted: str | None
) -> tuple[list[ChangedFile], list[str]]:
    """Return the files that change, and a line for each quotation that stays."""
    if one.format != NATIVE:
        message = f"the map {one.name} is in no claim file; `argmap convert` makes one of it"
        raise UsageError(message)
    by_path: dict[str, dict[int, Passage]] = {}
    left = []
    for node, passage in _quoting(one, wanted):
        text = texts.get(passage.source)
        at_hand = text if isinstance(text, TextAtHand) else None
        made = None if at_hand is None else sealed(at_hand.source, passage)
        place = passage.spans.get("source")
        if made is None or place is None:
            why = (
                "its text is not at hand"
                if at_hand is None
                else "it is not there word for word, or at several places"
            )
            left.append(f"{place}: the quotation in '{folded(node.id)}' stays: {why}")
        else:
            by_path.setdefault(place.path, {})[place.start] = made
    files = []
    for file in one.files:
        passages = by_path.get(file.path)
        if passages:
            text_now, findings = with_passages(file, passages)
            if findings:
                message = f"'{file.path}' has errors; see `argmap check`, and seal it then"
                raise UsageError(message)
            files.append(ChangedFile(file, path_of(one, file), text_now, len(passages)))
    return files, left


def _quoting(one: LoadedMap, wanted: str | None) -> Iterator[tuple[Node, Passage]]:
    for node in one.map.nodes:
        for passage in node.passages:
            if passage.quote and wanted in {None, passage.source}:
                yield node, passage
