"""`argmap locate`: the place of some words in a source, ready to be pasted into a claim file."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import click
from attrs import evolve, frozen

from argmap.claimfile import write_cites
from argmap.cli.gather import project_of, texts_of
from argmap.cli.options import examples
from argmap.cli.texts import any_text_option
from argmap.extract.at_hand import TextAtHand
from argmap.findings import UsageError
from argmap.model import ArgumentMap, Source
from argmap.passages import Located
from argmap.passages import locate as places_of
from argmap.project import LoadedMap, load_maps
from argmap.reports import folded

_MOST: Final = 5
_LEAST: Final = 0.7  # what is less like the words than this is something else


@frozen
class _Hit:
    """A place of the words in one of the texts."""

    path: str
    located: Located


@click.command(
    epilog=examples(
        'argmap locate "21 percent of Sunday visitors"',
        'argmap locate "vagueness is a feature" --text article.txt',
        'argmap locate "a key feature" --text article=../article.txt --digest',
    )
)
@click.argument("words")
@any_text_option
@click.option("--source", "wanted", metavar="ID", help="Look in this source only.")
@click.option("--digest", is_flag=True, help="Print a digest in place of the quotation.")
@click.pass_context
def locate(
    context: click.Context,
    *,
    words: str,
    given: Mapping[str, Path],
    wanted: str | None,
    digest: bool,
) -> None:
    """Find words in source texts, and print where they stand as a `cites:` field.

    Looked through are the sources of the project that have a `file:`, or with --text these alone;
    there `PATH` without an id may be any text, and the id is its name. Where the words are not
    there as typed, the place that is most like them is printed, and the exit code is 1.
    """
    texts = list(_texts(given, wanted))
    hits = [
        _Hit(text.path, one)
        for source_id, text in texts
        for one in places_of(text.source, words, source_id)
        if one.score >= _LEAST
    ]
    if not hits:
        names = ", ".join(f"'{folded(text.path)}'" for _, text in texts)
        message = f"nothing in {names} is like these words"
        raise UsageError(message)
    best = max(hit.located.score for hit in hits)
    chosen = [hit for hit in hits if hit.located.score == best]
    for hit in chosen[:_MOST]:
        click.echo(_told(hit, digest=digest), nl=False)
    if len(chosen) > _MOST:
        click.echo(f"argmap: it stands in {len(chosen) - _MOST} more places", err=True)
    if best < 1:
        click.echo(f"argmap: not as typed; {best:.0%} like it is what is printed", err=True)
    context.exit(int(best < 1))


def _told(hit: _Hit, *, digest: bool) -> str:
    passage = hit.located.passage
    kept = evolve(passage, quote=None) if digest else evolve(passage, digest=None)
    return f"    # {folded(hit.path)}\n{write_cites([kept])}"


def _texts(given: Mapping[str, Path], wanted: str | None) -> Iterator[tuple[str, TextAtHand]]:
    """Give the texts to look through, with the ids of their sources.

    Raises:
        UsageError: when there is none.
    """
    project = project_of(())
    maps = load_maps(project)
    if given:
        known = {source.id: source for one in maps for source in one.map.sources}
        sources = [known.get(source_id, Source(source_id)) for source_id in given]
        maps = (LoadedMap("", ArgumentMap(sources=sources)),)
    reasons, found = [], False
    for _, texts in texts_of(maps, project, given):
        for source_id, text in texts.items():
            if wanted not in {None, source_id}:
                continue
            if isinstance(text, TextAtHand):
                found = True
                yield source_id, text
            else:
                reasons.append(f"'{source_id}' {text.message}" if text.message else source_id)
    if not found:
        why = f" ({reasons[0]})" if reasons else ""
        message = f"no source has a text at hand{why}; give one with `--text FILE`"
        raise UsageError(message)
